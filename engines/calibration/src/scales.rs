//! The model of scales: each reviewer also uses the scale more widely or more narrowly, and is more or less steady.

use crate::{
    Reviews,
    leanings::Leanings,
    model::{Effect, Hand, Posterior, Side, Sums},
    progress::{Go, Progress, Stage, Stopped, Watch},
};

/// The variance of the scales before any score: most lie between 0.4 and 1.6.
const SCALE_VARIANCE: f64 = 0.1;
/// No reviewer is read upside down, or as knowing nothing at all.
const LEAST_SCALE: f64 = 0.1;
/// The shape of what is known of the noise before any score, an inverse gamma distribution with its mode at the noise
/// of all.
const NOISE_SHAPE: f64 = 3.0;
/// What is not worth a further round, in units of the deviance.
const ENOUGH: f64 = 1e-7;

/// What one reviewer is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Manner {
    pub(crate) leaning: f64,
    pub(crate) scale: f64,
    /// The variance of the scale that is left.
    pub(crate) scale_variance: f64,
    /// The variance of a review of weight one.
    pub(crate) noise: f64,
}

/// The model of scales, fitted: `y = μ + x'β + s_j θ_i + b_j + e`, `s_j ~ N(1, 0.1)`, `e ~ N(0, σ_j² / w)`.
#[derive(Clone, Debug)]
pub(crate) struct Scales {
    pub(crate) manners: Vec<Manner>,
    pub(crate) posterior: Posterior,
    /// The penalised deviance after each round; it never rises.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests hold it against its promise"))]
    pub(crate) deviances: Vec<f64>,
    pub(crate) stopped: Option<Stopped>,
}

/// What is held at its first value: for comparisons with the model of leanings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) scales: bool,
    pub(crate) noises: bool,
}

impl Scales {
    /// Fits scales and noises by expectation and conditional maximisation (A. P. Dempster, N. M. Laird and D. B. Rubin,
    /// J. R. Stat. Soc. B 39, 1977; X.-L. Meng and D. B. Rubin, Biometrika 80, 1993), from the variances and the fixed
    /// part of the model of leanings. Applications are integrated out; leaning, scale and noise are the most probable
    /// ones. Then the equations are solved once more, so that the errors allow for the leanings; those of scales and
    /// noises they do not.
    ///
    /// Nothing if the applications do not differ at all.
    pub(crate) fn fit(reviews: &Reviews, from: &Leanings, rounds: u32, held: Held, watch: Watch<'_>) -> Option<Self> {
        if from.found.ratios.applications <= 0.0 {
            return None;
        }
        let mut rounds_of = Rounds::begin(reviews, from, held);
        let mut deviances = vec![rounds_of.expect()];
        let mut stopped = None;
        for round in 0..rounds {
            let told = Progress { stage: Stage::Scales, done: round, most: rounds, gap: None };
            if watch(told) == Go::Stop {
                stopped = Some(Stopped { stage: Stage::Scales, gap: None });
                break;
            }
            rounds_of.maximise();
            let deviance = rounds_of.expect();
            let gain = deviances[deviances.len() - 1] - deviance;
            deviances.push(deviance);
            if gain < ENOUGH {
                break;
            }
        }
        let manners = rounds_of.manners;
        let residual = from.posterior.residual;
        let hands: Vec<Hand> =
            manners.iter().map(|it| Hand { loading: it.scale, precision: residual / it.noise }).collect();
        let sums = Sums::of(reviews, &from.design, &hands);
        let posterior = Posterior::of(sums, from.found.ratios, |_| residual)?;
        Some(Self { manners, posterior, deviances, stopped })
    }
}

/// What the reviews of one reviewer add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Pile {
    reviews: f64,
    weight: f64,
    quality: f64,
    quality_squared: f64,
    score: f64,
    score_quality: f64,
    score_squared: f64,
}

struct Rounds<'a> {
    reviews: &'a Reviews,
    /// The scores without the fixed part.
    scores: Vec<f64>,
    held: Held,
    quality_variance: f64,
    leaning_variance: f64,
    noise: f64,
    manners: Vec<Manner>,
    piles: Vec<Pile>,
}

impl<'a> Rounds<'a> {
    fn begin(reviews: &'a Reviews, from: &Leanings, held: Held) -> Self {
        let mut row = Vec::new();
        let scores = reviews.rows().iter().map(|it| {
            from.design.row(&it.relations, &mut row);
            let fixed: f64 = row.iter().enumerate().map(|(at, x)| x * from.posterior.mean(Effect::Column(at))).sum();
            it.score - fixed
        });
        let scores = scores.collect();
        let noise = from.posterior.residual;
        let manner = |at| Manner {
            leaning: from.posterior.mean(Effect::Reviewer(at)),
            scale: 1.0,
            scale_variance: SCALE_VARIANCE,
            noise,
        };
        Self {
            reviews,
            scores,
            held,
            quality_variance: from.posterior.prior(Side::Applications),
            leaning_variance: from.posterior.prior(Side::Reviewers),
            noise,
            manners: (0..reviews.reviewers()).map(manner).collect(),
            piles: Vec::new(),
        }
    }

    /// What is to be expected of the applications, added up by reviewer; and the penalised deviance.
    fn expect(&mut self) -> f64 {
        self.piles = vec![Pile::default(); self.manners.len()];
        let mut deviance = self.penalty();
        let mut at = 0;
        for rows in self.reviews.rows().chunk_by(|left, right| left.application == right.application) {
            let scores = &self.scores[at..at + rows.len()];
            at += rows.len();
            let mut precision = 1.0 / self.quality_variance;
            let mut pull = 0.0;
            deviance += libm::log(self.quality_variance);
            for (it, score) in rows.iter().zip(scores) {
                let manner = self.manners[it.reviewer];
                let sure = it.weight / manner.noise;
                let left = score - manner.leaning;
                precision += sure * manner.scale * manner.scale;
                pull += sure * manner.scale * left;
                deviance += sure * left * left - libm::log(sure);
            }
            let quality = pull / precision;
            deviance += libm::log(precision) - pull * quality;
            for (it, score) in rows.iter().zip(scores) {
                let pile = &mut self.piles[it.reviewer];
                pile.reviews += 1.0;
                pile.weight += it.weight;
                pile.quality += it.weight * quality;
                pile.quality_squared += it.weight * (quality * quality + 1.0 / precision);
                pile.score += it.weight * score;
                pile.score_quality += it.weight * score * quality;
                pile.score_squared += it.weight * score * score;
            }
        }
        deviance
    }

    /// What the leanings, scales and noises cost by being unusual, in units of the deviance.
    fn penalty(&self) -> f64 {
        let of_one = |it: &Manner| {
            let leaning =
                if self.leaning_variance > 0.0 { it.leaning * it.leaning / self.leaning_variance } else { 0.0 };
            let scale = (it.scale - 1.0) * (it.scale - 1.0) / SCALE_VARIANCE;
            let noise = 2.0 * (NOISE_SHAPE + 1.0) * (libm::log(it.noise) + self.noise / it.noise);
            leaning + scale + noise
        };
        self.manners.iter().map(of_one).sum()
    }

    /// The most probable leaning and scale of each reviewer, then the noise.
    fn maximise(&mut self) {
        for (manner, pile) in self.manners.iter_mut().zip(&self.piles) {
            if !self.held.scales {
                (manner.scale, manner.scale_variance) = scale(pile, manner.noise, self.leaning_variance);
            }
            manner.leaning = leaning(pile, manner.scale, manner.noise, self.leaning_variance);
            if !self.held.noises {
                let (lean, scale) = (manner.leaning, manner.scale);
                let squares = pile.score_squared - 2.0 * lean * pile.score - 2.0 * scale * pile.score_quality
                    + 2.0 * lean * scale * pile.quality
                    + lean * lean * pile.weight
                    + scale * scale * pile.quality_squared;
                let shape = NOISE_SHAPE + 1.0;
                manner.noise = (shape * self.noise + 0.5 * squares.max(0.0)) / (shape + 0.5 * pile.reviews);
            }
        }
    }
}

/// The most probable scale with the leaning free beside it, and its variance: two equations in two unknowns.
fn scale(pile: &Pile, noise: f64, leaning_variance: f64) -> (f64, f64) {
    let mut own = pile.quality_squared / noise + 1.0 / SCALE_VARIANCE;
    let mut right = pile.score_quality / noise + 1.0 / SCALE_VARIANCE;
    if leaning_variance > 0.0 {
        let other = pile.weight / noise + 1.0 / leaning_variance;
        let both = pile.quality / noise;
        own -= both * both / other;
        right -= both * (pile.score / noise) / other;
    }
    ((right / own).max(LEAST_SCALE), 1.0 / own)
}

/// The most probable leaning for a given scale.
fn leaning(pile: &Pile, scale: f64, noise: f64, leaning_variance: f64) -> f64 {
    if leaning_variance > 0.0 {
        (pile.score - scale * pile.quality) / noise / (pile.weight / noise + 1.0 / leaning_variance)
    } else {
        0.0
    }
}
