//! Who asks to take part.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One person who asks to take part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Applicant {
    /// A name that nobody else has; never shown by this crate, only handed back.
    pub id: String,
    /// The value of each category: `country` → `Kenya`. A value that is absent belongs to no quota.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
    /// How well the application was read, where readings count.
    #[serde(default)]
    pub merit: Option<Merit>,
    /// Of those who share a key (an institution, a household) at most one is chosen.
    #[serde(default)]
    pub exclusive: Option<String>,
    /// What is settled already.
    #[serde(default)]
    pub state: State,
}

impl Applicant {
    /// An eligible applicant with these values of categories.
    pub fn new<C: Into<String>, V: Into<String>>(
        id: impl Into<String>,
        attributes: impl IntoIterator<Item = (C, V)>,
    ) -> Self {
        Self {
            id: id.into(),
            attributes: attributes.into_iter().map(|(category, value)| (category.into(), value.into())).collect(),
            merit: None,
            exclusive: None,
            state: State::Eligible,
        }
    }

    /// The same applicant, read with this mean and standard error.
    #[must_use]
    pub fn with_merit(mut self, mean: f64, error: f64) -> Self {
        self.merit = Some(Merit { mean, error });
        self
    }
}

/// The merit of an application: a mean, and how far from the truth it may well be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Merit {
    /// In points of the rubric; at most a million.
    pub mean: f64,
    /// One standard error, in the same points; zero where it is not known.
    #[serde(default)]
    pub error: f64,
}

/// How many merit units a point of the rubric has. Merit leaves floating point here, rounded to the nearest unit.
pub const MERIT_UNIT: i64 = 1_000_000;

/// A merit in whole units.
pub fn merit_units(points: f64) -> i64 {
    (points * MERIT_UNIT as f64).round() as i64
}

/// What is settled about an applicant before the choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// May be chosen.
    #[default]
    Eligible,
    /// Is to be chosen in any case: an invitation outside the choice.
    MustIn,
    /// Was chosen before, and has accepted.
    Accepted,
    /// May not be chosen.
    Out,
}

/// How an applicant stands in one choice: what is settled, and what the tiers made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Is in every panel.
    In,
    /// May be in a panel.
    Free,
    /// Is in no panel.
    Out,
}

impl State {
    /// How one with this state stands before any tier is known.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Eligible => Standing::Free,
            Self::MustIn | Self::Accepted => Standing::In,
            Self::Out => Standing::Out,
        }
    }
}
