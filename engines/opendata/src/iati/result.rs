//! Results: what came of an activity, and how that is known.

use jiff::civil::Date;

use super::activity::Document;
use super::codes::{Measure, ResultType};
use super::words::Words;

/// A result of an activity, with the indicators that tell it.
#[derive(Clone, Debug)]
pub struct ActivityResult {
    /// How far from the activity's own hands it lies.
    pub kind: ResultType,
    /// Whether its values may be added up over activities.
    pub adds_up: Option<bool>,
    /// Its name.
    pub title: Words,
    /// What it is.
    pub description: Words,
    /// Where more can be read.
    pub documents: Vec<Document>,
    /// How it is known; at least one.
    pub indicators: Vec<Indicator>,
}

/// An indicator with its baseline, targets and values.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// What its values are.
    pub measure: Measure,
    /// Whether more is better.
    pub ascending: bool,
    /// Whether its values may be added up over activities.
    pub adds_up: Option<bool>,
    /// Its name.
    pub title: Words,
    /// Its definition.
    pub description: Words,
    /// Where more can be read.
    pub documents: Vec<Document>,
    /// The indicator in lists that others share.
    pub references: Vec<Reference>,
    /// What it was before; several if it is told apart by dimensions.
    pub baselines: Vec<Baseline>,
    /// What was aimed at and what was reached.
    pub periods: Vec<Period>,
}

/// An indicator in somebody's list.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Whose list (`IndicatorVocabulary`): `9` is that of the Sustainable Development Goals, `99` the reporter's own.
    pub vocabulary: String,
    /// The code there.
    pub code: String,
    /// The address of the list or of the indicator, for a list of one's own.
    pub address: Option<String>,
}

/// What an indicator was before.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The year it was taken.
    pub year: u16,
    /// The day, if it is known.
    pub date: Option<Date>,
    /// What was found.
    pub value: Value,
}

/// A span of time with what was aimed at and what was reached in it.
#[derive(Clone, Debug)]
pub struct Period {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// What was aimed at.
    pub targets: Vec<Value>,
    /// What was reached.
    pub actuals: Vec<Value>,
}

/// A value, for all or for a part.
#[derive(Clone, Debug, Default)]
pub struct Value {
    /// The value: a plain number without signs between thousands, or a word of a list.
    ///
    /// Absent for what is told in words, and for what is protected; then the comment says so.
    pub value: Option<String>,
    /// The places it is about, by their keys.
    pub places: Vec<String>,
    /// The part of people it is about: `("sex", "female")`.
    pub dimensions: Vec<(String, String)>,
    /// What a reader must know: n, N and the rate of response, or why there is no value.
    pub comment: Words,
    /// Where more can be read.
    pub documents: Vec<Document>,
}

impl Value {
    /// A number or word for all.
    pub fn of(value: impl ToString) -> Self {
        Self { value: Some(value.to_string()), ..Self::default() }
    }

    /// No value, and why.
    pub fn withheld(why: Words) -> Self {
        Self { comment: why, ..Self::default() }
    }

    /// The same for the part of people that this dimension names.
    #[must_use]
    pub fn within(mut self, dimension: impl Into<String>, part: impl Into<String>) -> Self {
        self.dimensions.push((dimension.into(), part.into()));
        self
    }

    /// The same with a comment.
    #[must_use]
    pub fn with_comment(mut self, comment: Words) -> Self {
        self.comment = comment;
        self
    }
}
