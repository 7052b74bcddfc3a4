//! The whole way from reviews to calibrated scores.

use serde::{Deserialize, Serialize};

use crate::{
    Calibration, Comparison, Components, Criterion, Refused, Reviews,
    adjustment::adjustments,
    application::calibrated,
    calibration::{Estimate, Model, Spread},
    leanings::Leanings,
    model::{Effect, Side, USUAL},
    progress::{Stage, Stopped, Watch},
    relation::relations,
    scales::{Held, Scales},
};

/// How many reviews each reviewer must have on average before scales are tried at all.
const REVIEWS_FOR_SCALES: usize = 40;

/// How to calibrate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// By which criterion the variances are found.
    pub criterion: Criterion,
    /// Whether the model of scales may be tried. It is used only if it tells reviews that were held out better.
    pub scales: bool,
    /// How many times the equations may be solved in the search for the variances.
    pub solutions: u32,
    /// How many rounds the model of scales may take.
    pub rounds: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { criterion: Criterion::Restricted, scales: true, solutions: 2_000, rounds: 60 }
    }
}

/// Takes the leanings of the reviewers, and of the relations, out of the scores.
///
/// First the model of leanings, `y = μ + x'β + θ_i + b_j + e`, with variances by the criterion of the plan and best
/// linear unbiased predictions (C. R. Henderson, Biometrics 31, 1975). Where reviewers read forty applications or more
/// on average, the model of scales is tried on held-out reviews, and used if it tells them better. The variances are
/// then taken as known; the errors do not allow for theirs.
///
/// The same reviews, in whatever order they come, give the same bytes. The work is counted in solutions and rounds; a
/// run that was stopped says so in [`Calibration::stopped`].
pub fn calibrate(reviews: &Reviews, plan: &Plan, watch: Watch<'_>) -> Result<Calibration, Refused> {
    let leanings = Leanings::fit(reviews, plan.criterion, plan.solutions.max(1), watch)?;
    let mut stopped = leanings.found.stopped;
    let has_enough = reviews.rows().len() >= REVIEWS_FOR_SCALES * reviews.reviewers();
    let differ = leanings.found.ratios.applications > 0.0;
    let mut comparison = None;
    let mut scales = None;
    if plan.scales && has_enough && differ && stopped.is_none() {
        comparison = Comparison::of(reviews, plan.criterion, plan.solutions.max(1), plan.rounds, watch);
        if comparison.is_none() {
            stopped = Some(Stopped { stage: Stage::Comparison, gap: None });
        }
        if comparison.is_some_and(|it| it.favours_scales()) {
            scales = Scales::fit(reviews, &leanings, plan.rounds, Held::default(), watch);
            stopped = scales.as_ref().and_then(|it| it.stopped);
        }
    }
    Ok(told(reviews, leanings, scales, comparison, stopped))
}

/// What was found, for people.
fn told(
    reviews: &Reviews,
    leanings: Leanings,
    scales: Option<Scales>,
    comparison: Option<Comparison>,
    stopped: Option<Stopped>,
) -> Calibration {
    let components = Components::of(reviews);
    let model = if scales.is_some() { Model::Scales } else { Model::Leanings };
    let (posterior, manners) = match scales {
        Some(it) => (it.posterior, Some(it.manners)),
        None => (leanings.posterior, None),
    };
    let residual = posterior.residual;
    let hands = match &manners {
        Some(manners) => {
            manners.iter().map(|it| crate::model::Hand { loading: it.scale, precision: residual / it.noise }).collect()
        }
        None => vec![USUAL; reviews.reviewers()],
    };
    Calibration {
        model,
        criterion: leanings.found.criterion,
        spread: Spread {
            applications: posterior.prior(Side::Applications).sqrt(),
            reviewers: posterior.prior(Side::Reviewers).sqrt(),
            residual: residual.sqrt(),
        },
        mean: Estimate {
            value: posterior.mean(Effect::Column(0)),
            error: posterior.variance(&[(Effect::Column(0), 1.0)]).sqrt(),
        },
        relations: relations(reviews, &leanings.design, &posterior),
        applications: calibrated(reviews, &leanings.design, &posterior, &hands),
        reviewers: adjustments(reviews, &components, &posterior, manners.as_deref()),
        components,
        comparison,
        stopped,
        solutions: leanings.found.solutions,
        posterior,
        hands,
        reviews: reviews.clone(),
    }
}
