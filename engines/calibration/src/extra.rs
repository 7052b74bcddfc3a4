//! Which further reviews would tell most: the next batch.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Calibration,
    chance::{below, density},
    model::Effect,
};

/// By what a further review is worth having.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Worth {
    /// By how many points the choice is expected to gain from it: `δ (φ(m) - m Φ(-m))`, where `δ²` is what the review
    /// is expected to take from the variance `V`, and `m = |θ - t| / δ` (the linear loss of S. E. Chick and K. Inoue,
    /// Operations Research 49, 2001; the knowledge gradient of P. Frazier, W. Powell and S. Dayanik, SIAM J.
    /// Control Optim. 47, 2008).
    Gain,
    /// By the chance that the application is on the wrong side, times the share of the variance that the review takes:
    /// `Φ(-|θ - t| / √V) V / (V + σ²)`.
    #[default]
    Closeness,
}

/// What is asked for.
pub struct Wanted<'a> {
    /// For each application the score around which it is decided, in points; nothing for one that is to have no further
    /// review.
    pub thresholds: &'a [Option<f64>],
    /// For each reviewer how many reviews more they can take.
    pub free: &'a [u32],
    /// Whether a reviewer (second) may read an application (first): false for a conflict of interest. Whoever read it
    /// already is not asked.
    pub may_read: &'a dyn Fn(usize, usize) -> bool,
    /// How many reviews the batch may have.
    pub batch: usize,
    /// What the further reviews of all must be worth together so that it goes on.
    pub least: f64,
    /// By what they are worth having.
    pub worth: Worth,
}

/// Why there is no batch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WantedRefused {
    /// Thresholds that are not one an application.
    #[error("there are {told} thresholds for {count} applications; there must be one for each")]
    Thresholds {
        /// How many there are.
        told: usize,
        /// How many there must be.
        count: usize,
    },
    /// A threshold that is no number.
    #[error("the threshold of application {application} is no number")]
    Threshold {
        /// Which.
        application: usize,
    },
    /// Numbers of reviews that are not one a reviewer.
    #[error("there are {told} numbers of free reviews for {count} reviewers; there must be one for each")]
    Free {
        /// How many there are.
        told: usize,
        /// How many there must be.
        count: usize,
    },
}

/// One further review.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Extra {
    /// Which application.
    pub application: usize,
    /// Who is to read it.
    pub reviewer: usize,
    /// What the review is worth, in points (or as a share, by closeness).
    pub worth: f64,
    /// How much it ties the whole together: the logarithm of one plus the effective resistance between the two, times
    /// how precise the review is.
    pub tie: f64,
}

/// Why a batch is shorter than it might be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// It is as long as it may be.
    Full,
    /// Further reviews are not worth it any more.
    Enough,
    /// Every application that could use a review has one in the batch, or nobody free who may read it.
    NobodyLeft,
}

/// The next further reviews, the one worth most first; each application has at most one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// The reviews.
    pub reviews: Vec<Extra>,
    /// What a further review of each application would be worth together.
    pub total: f64,
    /// Why it ends where it does.
    pub end: End,
}

impl Calibration {
    /// The next batch of further reviews.
    ///
    /// They go to the applications for which a review is worth most; only closeness to the threshold and uncertainty
    /// decide, never who the applicant is. The reviewer is the one with most reviews free among those who may, and
    /// among several the one who ties the whole best together: with the largest `log(1 + w R)`, `R` the effective
    /// resistance between the two, here with the model's own variances as further resistors (A. Ghosh, S. Boyd and A.
    /// Saberi, SIAM Review 50(1), 2008, section 2; that a review multiplies a determinant by `1 + w R`: V. V. Fedorov,
    /// *Theory of Optimal Experiments*, 1972).
    pub fn next_batch(&self, wanted: &Wanted<'_>) -> Result<Batch, WantedRefused> {
        self.check(wanted)?;
        let worths = self.worths(wanted);
        let total: f64 = worths.iter().map(|it| it.1).sum();
        if total < wanted.least || worths.is_empty() {
            return Ok(Batch { reviews: Vec::new(), total, end: End::Enough });
        }
        let mut free = wanted.free.to_vec();
        let mut reviews = Vec::new();
        let read = self.readers();
        for (application, worth) in worths {
            if reviews.len() == wanted.batch {
                return Ok(Batch { reviews, total, end: End::Full });
            }
            let who = (0..free.len()).filter(|at| {
                free[*at] > 0 && read[application].binary_search(at).is_err() && (wanted.may_read)(application, *at)
            });
            let who: Vec<usize> = who.collect();
            let most = who.iter().map(|at| free[*at]).max().unwrap_or_default();
            let ties = who.into_iter().filter(|at| free[*at] == most).map(|at| (at, self.tie(application, at)));
            let best = ties.reduce(|best, it| if it.1 > best.1 { it } else { best });
            if let Some((reviewer, tie)) = best {
                free[reviewer] -= 1;
                reviews.push(Extra { application, reviewer, worth, tie });
            }
        }
        let end = if reviews.len() == wanted.batch { End::Full } else { End::NobodyLeft };
        Ok(Batch { reviews, total, end })
    }

    fn check(&self, wanted: &Wanted<'_>) -> Result<(), WantedRefused> {
        let (told, count) = (wanted.thresholds.len(), self.applications.len());
        if told != count {
            return Err(WantedRefused::Thresholds { told, count });
        }
        if let Some(application) = wanted.thresholds.iter().position(|it| it.is_some_and(|it| !it.is_finite())) {
            return Err(WantedRefused::Threshold { application });
        }
        let (told, count) = (wanted.free.len(), self.reviewers.len());
        if told == count { Ok(()) } else { Err(WantedRefused::Free { told, count }) }
    }

    /// What a review is worth to each application that may have one, most first.
    fn worths(&self, wanted: &Wanted<'_>) -> Vec<(usize, f64)> {
        let leaning = self.reviewers.iter().map(|it| it.leaning.error * it.leaning.error).sum::<f64>();
        let noise = self.spread.residual * self.spread.residual + leaning / self.reviewers.len() as f64;
        let mut worths: Vec<(usize, f64)> = wanted
            .thresholds
            .iter()
            .enumerate()
            .filter_map(|(at, threshold)| {
                let it = &self.applications[at];
                let variance = it.above_mean.error * it.above_mean.error;
                threshold.map(|to| (at, worth(wanted.worth, it.score.value - to, variance, noise)))
            })
            .collect();
        worths.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        worths
    }

    /// Who read what, in order.
    fn readers(&self) -> Vec<Vec<usize>> {
        let mut readers = vec![Vec::new(); self.applications.len()];
        self.reviews.rows().iter().for_each(|it| readers[it.application].push(it.reviewer));
        readers
    }

    fn tie(&self, application: usize, reviewer: usize) -> f64 {
        let hand = self.hands[reviewer];
        let between = self
            .posterior
            .variance(&[(Effect::Application(application), hand.loading), (Effect::Reviewer(reviewer), 1.0)]);
        libm::log1p(between.max(0.0) * hand.precision / self.posterior.residual)
    }
}

/// What a further review is worth to an application that lies so far from its threshold.
fn worth(by: Worth, distance: f64, variance: f64, noise: f64) -> f64 {
    let share = if variance > 0.0 { variance / (variance + noise) } else { 0.0 };
    let taken = (variance * share).sqrt();
    let distance = distance.abs();
    match by {
        _ if taken <= 0.0 => 0.0,
        Worth::Gain => (taken * (density(distance / taken) - distance / taken * below(-distance / taken))).max(0.0),
        Worth::Closeness => below(-distance / variance.sqrt()) * share,
    }
}

impl fmt::Display for End {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Full => "The batch is full.",
            Self::Enough => "Further reviews would hardly change who is chosen.",
            Self::NobodyLeft => "Nobody who is free may read what is left.",
        })
    }
}
