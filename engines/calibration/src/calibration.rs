//! What calibration found.

use serde::{Deserialize, Serialize};

use crate::{
    Adjustment, Calibrated, Comparison, Components, Relation, Reviews, Stopped,
    model::{Effect, Hand, Posterior},
};

/// A number and how sure it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The best guess, in points.
    pub value: f64,
    /// Its standard error, in points.
    pub error: f64,
}

/// Which model was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Model {
    /// Each reviewer leans by the same amount everywhere.
    Leanings,
    /// Each reviewer also has a scale and a noise.
    Scales,
}

/// How far things are spread, as standard deviations in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Of the applications.
    pub applications: f64,
    /// Of the reviewers' leanings.
    pub reviewers: f64,
    /// Of one review of weight one around what application and reviewer would let expect.
    pub residual: f64,
}

/// Below this reliability of three reviews a committee may prefer the raw scores.
pub const FRAIL: f64 = 0.3;

impl Spread {
    /// How much of the differences between the means of so many reviews, by reviewers drawn at random, is real: `σ_a² /
    /// (σ_a² + (σ_b² + σ²) / n)`, the intraclass correlation of P. E. Shrout and J. L. Fleiss (Psychological Bulletin
    /// 86, 1979, case 1).
    pub fn reliability(&self, reviews: u32) -> f64 {
        let own = self.applications * self.applications;
        let noise = self.reviewers * self.reviewers + self.residual * self.residual;
        own / (own + noise / f64::from(reviews))
    }

    /// Whether three reviews tell so little that the committee should think twice before it uses calibrated scores.
    pub fn is_frail(&self) -> bool {
        self.reliability(3) < FRAIL
    }
}

/// The difference of two calibrated scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// The first less the second.
    pub estimate: Estimate,
    /// Whether a chain of reviewers connects the two. Where none does, the difference rests on the assumption that the
    /// reviewers of both were drawn from the same people, and calibration has nothing to say.
    pub is_comparable: bool,
}

/// What calibration found.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// Which model was used.
    pub model: Model,
    /// The criterion of the model of leanings at its least: minus twice the logarithm of the likelihood.
    pub criterion: f64,
    /// How far applications, leanings and single reviews are spread.
    pub spread: Spread,
    /// The score of a middling application by a middling reviewer without relations.
    pub mean: Estimate,
    /// What each relation adds to a score.
    pub relations: Vec<Relation>,
    /// The calibrated scores, by application.
    pub applications: Vec<Calibrated>,
    /// The adjustments, by reviewer.
    pub reviewers: Vec<Adjustment>,
    /// What can be compared with what.
    pub components: Components,
    /// How both models fared on reviews that were held out; nothing if the model of scales was not tried.
    pub comparison: Option<Comparison>,
    /// That it was stopped before the end.
    pub stopped: Option<Stopped>,
    /// How many times the equations were solved in the search.
    pub solutions: u32,
    pub(crate) posterior: Posterior,
    pub(crate) hands: Vec<Hand>,
    pub(crate) reviews: Reviews,
}

impl Calibration {
    /// The calibrated scores alone, in points.
    pub fn scores(&self) -> Vec<f64> {
        self.applications.iter().map(|it| it.score.value).collect()
    }

    /// The difference of two applications with its error, which allows for reviewers that they share (Robinson 1991,
    /// section 2). The numbers must be those of applications.
    pub fn difference(&self, one: usize, other: usize) -> Difference {
        let terms = [(Effect::Application(one), 1.0), (Effect::Application(other), -1.0)];
        let value = self.posterior.mean(terms[0].0) - self.posterior.mean(terms[1].0);
        let error = if one == other { 0.0 } else { self.posterior.variance(&terms).max(0.0).sqrt() };
        Difference { estimate: Estimate { value, error }, is_comparable: self.components.are_comparable(one, other) }
    }

    /// The covariance of two calibrated scores, in points squared.
    pub fn covariance(&self, one: usize, other: usize) -> f64 {
        let score = |at| [(Effect::Application(at), 1.0), (Effect::Column(0), 1.0)];
        self.posterior.covariance(&score(one), &score(other))
    }

    /// The score in the middle between the last that are within the first so many and the first that are not: where a
    /// further review can change something. Without anybody on one side it is the score at the edge.
    pub fn threshold(&self, places: usize) -> f64 {
        let mut scores = self.scores();
        scores.sort_by(|left, right| right.total_cmp(left));
        let first_out = scores.get(places).or(scores.last()).copied().unwrap_or_default();
        let last_in = places.checked_sub(1).and_then(|at| scores.get(at)).copied().unwrap_or(first_out);
        0.5 * (last_in + first_out)
    }
}
