//! What is handed on: numbers rounded by one rule, with the names that people know.

use serde::{Deserialize, Serialize};

use crate::{
    Adjustment, Calibrated, Calibration, Comparison, Difference, Estimate, Model, Relation, Scale, Spread, Steps,
    Stopped,
};

/// Rounds to millionths, halves away from zero. Whatever leaves the engine for a file goes through this, so that a file
/// is the same wherever it is made.
pub fn rounded(value: f64) -> f64 {
    let whole = (value * 1e6).round() / 1e6;
    if whole == 0.0 { 0.0 } else { whole }
}

/// The names of what was calibrated.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Of the applications, by number.
    pub applications: &'a [String],
    /// Of the reviewers, by number.
    pub reviewers: &'a [String],
    /// Of the relations, in order.
    pub relations: &'a [String],
}

/// A calibration for a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// Which model was used.
    pub model: Model,
    /// Minus twice the logarithm of the likelihood of the model of leanings.
    pub criterion: f64,
    /// The standard deviations, in points.
    pub spread: Spread,
    /// The reliability of the mean of three reviews.
    pub reliability_of_three: f64,
    /// Whether that is so little that the committee may prefer the raw means.
    pub is_frail: bool,
    /// The score of a middling application by a middling reviewer.
    pub mean: Estimate,
    /// How both models fared on held-out reviews.
    pub comparison: Option<Comparison>,
    /// How many parts of the applications can be compared among themselves only.
    pub parts: usize,
    /// That it was stopped before the end.
    pub stopped: Option<Stopped>,
    /// The relations.
    pub relations: Vec<Named<Relation>>,
    /// The applications.
    pub applications: Vec<InPart<Calibrated>>,
    /// The reviewers.
    pub reviewers: Vec<InPart<Adjustment>>,
}

/// Something with its name and a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named<T> {
    /// Its name.
    pub name: String,
    /// What was found.
    #[serde(flatten)]
    pub found: T,
    /// The same in an English sentence.
    pub words: String,
}

/// Something with its name, its part and a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InPart<T> {
    /// Its name.
    pub name: String,
    /// The part within which it can be compared; nothing if there are no reviews.
    pub part: Option<usize>,
    /// What was found.
    #[serde(flatten)]
    pub found: T,
    /// The same in an English sentence.
    pub words: String,
}

impl Calibration {
    /// The calibration for a file: every number rounded to millionths. A name that is missing becomes the number.
    pub fn published(&self, names: Names<'_>) -> Published {
        let name = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_else(|| at.to_string());
        let relations = self.relations.iter().enumerate().map(|(at, it)| {
            let name = name(names.relations, at);
            let words = it.in_words(&name).to_string();
            Named { name, words, found: it.published() }
        });
        let applications = self.applications.iter().enumerate().map(|(at, it)| {
            let name = name(names.applications, at);
            let part = self.components.of_application[at];
            let words = it.in_words(&name).to_string();
            InPart { name, words, part, found: it.published() }
        });
        let reviewers = self.reviewers.iter().enumerate().map(|(at, it)| {
            let name = name(names.reviewers, at);
            let part = self.components.of_reviewer[at];
            let words = it.in_words(&name).to_string();
            InPart { name, words, part, found: it.published() }
        });
        Published {
            model: self.model,
            criterion: rounded(self.criterion),
            spread: self.spread.published(),
            reliability_of_three: rounded(self.spread.reliability(3)),
            is_frail: self.spread.is_frail(),
            mean: self.mean.published(),
            comparison: self.comparison.map(Comparison::published),
            parts: self.components.count,
            stopped: self.stopped.map(|it| Stopped { gap: it.gap.map(rounded), ..it }),
            relations: relations.collect(),
            applications: applications.collect(),
            reviewers: reviewers.collect(),
        }
    }
}

impl Estimate {
    /// The same, rounded to millionths.
    #[must_use]
    pub fn published(self) -> Self {
        Self { value: rounded(self.value), error: rounded(self.error) }
    }
}

impl Difference {
    /// The same, rounded to millionths.
    #[must_use]
    pub fn published(self) -> Self {
        Self { estimate: self.estimate.published(), ..self }
    }
}

impl Spread {
    fn published(self) -> Self {
        Self {
            applications: rounded(self.applications),
            reviewers: rounded(self.reviewers),
            residual: rounded(self.residual),
        }
    }
}

impl Comparison {
    fn published(self) -> Self {
        Self {
            leanings: rounded(self.leanings),
            scales: rounded(self.scales),
            error: rounded(self.error),
            reviews: self.reviews,
        }
    }
}

impl Relation {
    fn published(self) -> Self {
        Self { estimate: self.estimate.map(Estimate::published), ..self }
    }
}

impl Calibrated {
    fn published(self) -> Self {
        let steps = self.steps.map(|it| Steps {
            raw: rounded(it.raw),
            leanings: rounded(it.leanings),
            relations: rounded(it.relations),
            scales: rounded(it.scales),
            caution: rounded(it.caution),
        });
        Self { score: self.score.published(), above_mean: self.above_mean.published(), steps, reviews: self.reviews }
    }
}

impl Adjustment {
    fn published(self) -> Self {
        let scale = |it: Scale| Scale { factor: it.factor.published(), noise: rounded(it.noise), ..it };
        Self { raw: self.raw.map(rounded), leaning: self.leaning.published(), scale: self.scale.map(scale), ..self }
    }
}
