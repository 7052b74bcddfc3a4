//! Which model tells reviews that it has not seen better.

use serde::{Deserialize, Serialize};

use crate::{
    Criterion, Review, Reviews,
    chance::{Seed, Stream},
    leanings::Leanings,
    model::{Design, Effect, Posterior},
    progress::{Go, Progress, Stage, Watch},
    scales::{Held, Scales},
};

/// How many parts the reviews are dealt into.
const PARTS: u32 = 5;
/// The deal is the same every time.
const DEAL: &str = "which reviews are held out";

/// How well both models told the reviews that were held out from them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// How many reviews were held out in turn.
    pub reviews: usize,
    /// The mean logarithm of the density that the model of leanings gave to the score that came.
    pub leanings: f64,
    /// The same of the model of scales.
    pub scales: f64,
    /// The standard error of the difference of the two.
    pub error: f64,
}

impl Comparison {
    /// Whether the scales are worth it.
    pub fn favours_scales(&self) -> bool {
        self.scales > self.leanings
    }

    /// Holds out each fifth of the reviews in turn, and scores what the models of the others say of them by the
    /// logarithm (I. J. Good, J. R. Stat. Soc. B 14, 1952; T. Gneiting and A. E. Raftery, JASA 102, 2007).
    /// Nothing if it was stopped, or if a model could not be fitted to a part.
    pub(crate) fn of(reviews: &Reviews, by: Criterion, budget: u32, rounds: u32, watch: Watch<'_>) -> Option<Self> {
        let parts = deal(reviews.rows().len());
        let mut scores = Vec::with_capacity(parts.len());
        for part in 0..PARTS {
            let told = Progress { stage: Stage::Comparison, done: part, most: PARTS, gap: None };
            if watch(told) == Go::Stop {
                return None;
            }
            let mut quietly = |it: Progress| watch(Progress { gap: it.gap, ..told });
            let training = reviews.part(|at| parts[at] != part);
            let leanings = Leanings::fit(&training, by, budget, &mut quietly).ok()?;
            let scales = Scales::fit(&training, &leanings, rounds, Held::default(), &mut quietly)?;
            if leanings.found.stopped.is_some() || scales.stopped.is_some() {
                return None;
            }
            for (review, _) in reviews.rows().iter().zip(&parts).filter(|(_, it)| **it == part) {
                let residual = leanings.posterior.residual;
                let manner = scales.manners[review.reviewer];
                scores.push([
                    log_density(review, &leanings.posterior, &leanings.design, 1.0, residual),
                    log_density(review, &scales.posterior, &leanings.design, manner.scale, manner.noise),
                ]);
            }
        }
        let count = scores.len() as f64;
        let mean = |at: usize| scores.iter().map(|it| it[at]).sum::<f64>() / count;
        let (leanings, scales) = (mean(0), mean(1));
        let off = scores.iter().map(|it| it[1] - it[0] - (scales - leanings));
        let spread: f64 = off.map(|it| it * it).sum();
        Some(Self { reviews: scores.len(), leanings, scales, error: (spread / (count - 1.0) / count).sqrt() })
    }
}

/// The part of each review: dealt out in turn after shuffling (R. A. Fisher and F. Yates; D. E. Knuth, TAOCP 2, 3.4.2).
fn deal(count: usize) -> Vec<u32> {
    let mut stream = Stream::of(&Seed::of_words(DEAL), 0);
    let mut parts: Vec<u32> = (0..count).map(|at| at as u32 % PARTS).collect();
    for at in (1..count).rev() {
        parts.swap(at, stream.below(at as u64 + 1) as usize);
    }
    parts
}

/// The logarithm of the density that a fitted model gives to a score.
fn log_density(review: &Review, posterior: &Posterior, design: &Design, loading: f64, noise: f64) -> f64 {
    let mut row = Vec::new();
    design.row(&review.relations, &mut row);
    let mut terms = vec![(Effect::Application(review.application), loading), (Effect::Reviewer(review.reviewer), 1.0)];
    terms.extend(row.iter().enumerate().map(|(at, it)| (Effect::Column(at), *it)));
    let mean: f64 = terms.iter().map(|(effect, factor)| factor * posterior.mean(*effect)).sum();
    let variance = posterior.variance(&terms) + noise / review.weight;
    let off = review.score - mean;
    -0.5 * (libm::log(2.0 * std::f64::consts::PI * variance) + off * off / variance)
}
