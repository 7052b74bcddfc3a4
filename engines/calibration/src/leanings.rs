//! The model of leanings: each reviewer is somewhat stricter or milder than the others, by the same amount everywhere.

use crate::{
    Criterion, Refused, Reviews,
    model::{Design, Equations, Found, Posterior, Sums, USUAL, search},
    progress::Watch,
};

/// The model of leanings, fitted: `y = μ + x'β + θ_i + b_j + e`.
#[derive(Clone, Debug)]
pub(crate) struct Leanings {
    pub(crate) design: Design,
    pub(crate) found: Found,
    pub(crate) posterior: Posterior,
}

impl Leanings {
    /// Finds the variances and solves with them (S. R. Searle, G. Casella and C. E. `McCulloch`, *Variance Components*,
    /// 1992, chapters 6 and 7).
    pub(crate) fn fit(reviews: &Reviews, by: Criterion, budget: u32, watch: Watch<'_>) -> Result<Self, Refused> {
        let design = Design::of(reviews);
        let sums = Sums::of(reviews, &design, &vec![USUAL; reviews.reviewers()]);
        let found =
            search(&sums, by, budget, [true, has_repeated_reviewer(reviews)], watch).ok_or(Refused::Constant)?;
        let residual = |equations: &Equations<'_>| equations.residual() / by.freedom(equations);
        let posterior = Posterior::of(sums, found.ratios, residual).ok_or(Refused::Constant)?;
        Ok(Self { design, found, posterior })
    }
}

/// Whether anybody read two applications; where nobody did, a leaning cannot be told from chance.
pub(crate) fn has_repeated_reviewer(reviews: &Reviews) -> bool {
    let mut last = vec![None; reviews.reviewers()];
    reviews.rows().iter().any(|it| last[it.reviewer].replace(it.application).is_some_and(|at| at != it.application))
}
