//! What is known of the effects after the scores are seen: means, variances, covariances.

use super::{Equations, Ratios, Side, Sums, equations::coupling};
use crate::linear::{Factor, Panels};

/// One unknown of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Application(usize),
    Reviewer(usize),
    Column(usize),
}

/// An unknown and its factor in a sum.
pub(crate) type Term = (Effect, f64);

/// The joint normal distribution of the effects, given the scores and the variances (G. K. Robinson, *That BLUP is a
/// good thing*, Statistical Science 6, 1991, section 2: `σ²` times the inverse of the matrix of Henderson's equations).
#[derive(Clone, Debug)]
pub(crate) struct Posterior {
    pub(crate) sums: Sums,
    pub(crate) ratios: Ratios,
    /// The residual variance of a review of weight one.
    pub(crate) residual: f64,
    pub(crate) eliminated: Side,
    pub(crate) dense: usize,
    pub(crate) inverses: Vec<f64>,
    /// The factor of the dense part without the scores.
    pub(crate) factor: Factor,
    inverse: Panels,
    /// The mean of the dense part.
    pub(crate) solution: Vec<f64>,
    applications: Vec<f64>,
    reviewers: Vec<f64>,
}

/// A sum of effects, split into what is of the eliminated side alone and what goes through the dense part.
struct Form {
    own: Vec<(usize, f64)>,
    dense: Vec<(usize, f64)>,
}

impl Posterior {
    /// Solves for given ratios; the residual variance is the criterion's own unless it is given.
    pub(crate) fn of(sums: Sums, ratios: Ratios, residual: impl Fn(&Equations<'_>) -> f64) -> Option<Self> {
        let equations = Equations::of(&sums, ratios)?;
        let (eliminated, dense) = (equations.eliminated, equations.dense);
        let size = dense + sums.columns;
        let solution = equations.dense_solution();
        let mut line = Vec::new();
        let members: Vec<f64> = (0..equations.inverses.len())
            .map(|at| {
                equations.coupling(at, &mut line);
                ratios.of(eliminated) * equations.member(at, &line, &solution)
            })
            .collect();
        let other = if dense == 0 {
            vec![0.0; sums.side(eliminated.other()).squares.len()]
        } else {
            solution[..dense].iter().map(|it| ratios.of(eliminated.other()) * it).collect()
        };
        let (applications, reviewers) = match eliminated {
            Side::Applications => (members, other),
            Side::Reviewers => (other, members),
        };
        let residual = residual(&equations);
        let factor = equations.factor.leading(size);
        let inverses = equations.inverses;
        let inverse = factor.inverse();
        Some(Self {
            sums,
            ratios,
            residual,
            eliminated,
            dense,
            inverses,
            factor,
            inverse,
            solution,
            applications,
            reviewers,
        })
    }

    /// The mean of an effect, in points. That of the common mean has its centre back.
    pub(crate) fn mean(&self, effect: Effect) -> f64 {
        match effect {
            Effect::Application(at) => self.applications[at],
            Effect::Reviewer(at) => self.reviewers[at],
            Effect::Column(0) => self.solution[self.dense] + self.sums.centre,
            Effect::Column(at) => self.solution[self.dense + at],
        }
    }

    /// The variance of an effect on one side before any score, in points squared.
    pub(crate) fn prior(&self, side: Side) -> f64 {
        self.residual * self.ratios.of(side) * self.ratios.of(side)
    }

    /// The variance of a sum of effects, in points squared.
    pub(crate) fn variance(&self, terms: &[Term]) -> f64 {
        let form = self.form(terms);
        self.product(&form, &form)
    }

    /// The covariance of two sums of effects, in points squared.
    pub(crate) fn covariance(&self, one: &[Term], other: &[Term]) -> f64 {
        self.product(&self.form(one), &self.form(other))
    }

    /// How far each of some reviewers lies from the mean of the others among them, and the variance of that.
    pub(crate) fn against_others(&self, reviewers: &[usize]) -> Vec<(f64, f64)> {
        let count = reviewers.len() as f64;
        let mut dense = vec![0.0; self.dense + self.sums.columns];
        let mut own = vec![0.0; if self.eliminated == Side::Reviewers { self.inverses.len() } else { 0 }];
        let mut mean = 0.0;
        let forms: Vec<Form> = reviewers.iter().map(|at| self.form(&[(Effect::Reviewer(*at), 1.0)])).collect();
        for (at, form) in reviewers.iter().zip(&forms) {
            mean += self.reviewers[*at] / count;
            form.own.iter().for_each(|(member, it)| own[*member] += it / count);
            form.dense.iter().for_each(|(column, it)| dense[*column] += it / count);
        }
        let used: Vec<usize> = (0..dense.len()).filter(|at| dense[*at] != 0.0).collect();
        let turned: Vec<f64> = (0..dense.len())
            .map(|row| used.iter().map(|column| dense[*column] * self.inverse.at(row, *column)).sum())
            .collect();
        let of_mean: f64 =
            own.iter().map(|it| it * it).sum::<f64>() + used.iter().map(|at| dense[*at] * turned[*at]).sum::<f64>();
        let stretch = if count > 1.0 { count / (count - 1.0) } else { 1.0 };
        reviewers
            .iter()
            .zip(&forms)
            .map(|(at, form)| {
                let shared: f64 = form.own.iter().map(|(member, it)| it * own[*member]).sum::<f64>()
                    + form.dense.iter().map(|(column, it)| it * turned[*column]).sum::<f64>();
                let variance = self.product(form, form) + self.residual * (of_mean - 2.0 * shared);
                (stretch * (self.reviewers[*at] - mean), stretch * stretch * variance.max(0.0))
            })
            .collect()
    }

    fn form(&self, terms: &[Term]) -> Form {
        let mut form = Form { own: Vec::new(), dense: Vec::new() };
        let mut line = Vec::new();
        for (effect, factor) in terms {
            let (side, member) = match *effect {
                Effect::Column(at) => {
                    form.dense.push((self.dense + at, *factor));
                    continue;
                }
                Effect::Application(at) => (Side::Applications, at),
                Effect::Reviewer(at) => (Side::Reviewers, at),
            };
            let factor = factor * self.ratios.of(side);
            if factor == 0.0 {
                continue;
            }
            if side != self.eliminated {
                form.dense.push((member, factor));
                continue;
            }
            let inverse = self.inverses[member];
            form.own.push((member, factor * inverse.sqrt()));
            self.coupling(member, &mut line);
            form.dense.extend(line.iter().map(|(at, it)| (*at, -factor * it * inverse)));
        }
        form
    }

    fn product(&self, one: &Form, other: &Form) -> f64 {
        let mut sum = 0.0;
        for (member, left) in &one.own {
            for (_, right) in other.own.iter().filter(|it| it.0 == *member) {
                sum += left * right;
            }
        }
        for (row, left) in &one.dense {
            let mut inner = 0.0;
            for (column, right) in &other.dense {
                inner += right * self.inverse.at(*row, *column);
            }
            sum += left * inner;
        }
        self.residual * sum
    }

    /// What couples a member of the eliminated side with the dense part.
    pub(crate) fn coupling(&self, member: usize, into: &mut Vec<(usize, f64)>) {
        coupling(&self.sums, self.ratios, self.eliminated, self.dense, member, into);
    }
}
