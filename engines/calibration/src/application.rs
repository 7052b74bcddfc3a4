//! The calibrated score of an application, and the steps that lead to it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Reviews,
    calibration::Estimate,
    model::{Design, Effect, Hand, Posterior},
};

/// The calibrated score of one application.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibrated {
    /// How many reviews it has.
    pub reviews: usize,
    /// What a middling reviewer without relations would give, in points.
    pub score: Estimate,
    /// How far it lies above the middling application, with an error that never exceeds the spread of the applications:
    /// the root of the prediction error variance.
    pub above_mean: Estimate,
    /// How the raw mean became the score; nothing if nobody read it.
    pub steps: Option<Steps>,
}

/// The steps from the raw mean to the calibrated score; they add up to it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Steps {
    /// The mean of its scores by weight.
    pub raw: f64,
    /// What its reviewers' leanings took from it: positive if they are strict.
    pub leanings: f64,
    /// What relations had added to it, taken back.
    pub relations: f64,
    /// What its reviewers' scales and steadiness change; zero in the model of leanings.
    pub scales: f64,
    /// How far it is drawn towards the mean of all, because few reviews tell only part.
    pub caution: f64,
}

/// The calibrated scores: best linear unbiased predictions and the roots of their prediction error variances (Henderson
/// 1975, Biometrics 31; Robinson 1991, Statistical Science 6, section 2).
pub(crate) fn calibrated(reviews: &Reviews, design: &Design, posterior: &Posterior, hands: &[Hand]) -> Vec<Calibrated> {
    let mean = posterior.mean(Effect::Column(0));
    let mut list: Vec<Calibrated> = (0..reviews.applications())
        .map(|at| {
            let own = (Effect::Application(at), 1.0);
            let value = posterior.mean(own.0);
            Calibrated {
                reviews: 0,
                score: Estimate {
                    value: mean + value,
                    error: posterior.variance(&[own, (Effect::Column(0), 1.0)]).max(0.0).sqrt(),
                },
                above_mean: Estimate { value, error: posterior.variance(&[own]).max(0.0).sqrt() },
                steps: None,
            }
        })
        .collect();
    let mut row = Vec::new();
    for group in reviews.rows().chunk_by(|left, right| left.application == right.application) {
        let mut sums = Sums::default();
        for it in group {
            design.row(&it.relations, &mut row);
            let related: f64 =
                row.iter().enumerate().skip(1).map(|(at, x)| x * posterior.mean(Effect::Column(at))).sum();
            let leaning = posterior.mean(Effect::Reviewer(it.reviewer));
            let hand = hands[it.reviewer];
            sums.weight += it.weight;
            sums.raw += it.weight * it.score;
            sums.leaning += it.weight * leaning;
            sums.related += it.weight * related;
            let weight = it.weight * hand.precision * hand.loading;
            sums.sure += weight * hand.loading;
            sums.seen += weight * (it.score - related - leaning - mean);
        }
        let one = &mut list[group[0].application];
        one.reviews = group.len();
        one.steps = Some(sums.steps(mean, one.score.value));
    }
    list
}

#[derive(Default)]
struct Sums {
    weight: f64,
    raw: f64,
    leaning: f64,
    related: f64,
    sure: f64,
    seen: f64,
}

impl Sums {
    fn steps(&self, mean: f64, score: f64) -> Steps {
        let raw = self.raw / self.weight;
        let leanings = -self.leaning / self.weight;
        let relations = -self.related / self.weight;
        let read = mean + self.seen / self.sure;
        Steps { raw, leanings, relations, scales: read - (raw + leanings + relations), caution: score - read }
    }
}

impl Calibrated {
    /// The way to the score in an English sentence.
    pub fn in_words<'a>(&'a self, name: &'a str) -> impl fmt::Display + 'a {
        fmt::from_fn(move |out| {
            let Some(steps) = self.steps else {
                return write!(out, "{name} was read by nobody; its score is that of a middling application.");
            };
            let reviews = if self.reviews == 1 { "1 review".to_owned() } else { format!("{} reviews", self.reviews) };
            write!(out, "{name} has a raw mean of {:.2} from {reviews}", steps.raw)?;
            let parts = [
                (steps.leanings, "for how strict or mild its reviewers are"),
                (steps.relations, "for relations between them and the applicant"),
                (steps.scales, "for how widely and steadily they use the scale"),
                (steps.caution, "because so many reviews tell only part"),
            ];
            for (value, why) in parts.iter().filter(|(value, _)| value.abs() >= 0.005) {
                write!(out, "; {value:+.2} {why}")?;
            }
            write!(out, ": {:.2}, give or take {:.2}.", self.score.value, self.score.error)
        })
    }
}
