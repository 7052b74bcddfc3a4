//! Sheets: what a secretariat fills in, by ids, before anything is checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::affinity::Affinity;

/// An application that is to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// Its name in the sheets, unique among applications.
    pub id: String,
    /// How many reviewers read it, exactly.
    pub readings: u32,
}

/// Somebody who reads applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    /// The name in the sheets, unique among reviewers.
    pub id: String,
    /// The fewest applications that they read.
    pub at_least: u32,
    /// The most applications that they can read.
    pub at_most: u32,
    /// What rules may speak of: `country` → `FR`, `rank` → `senior`.
    #[serde(default)]
    pub traits: BTreeMap<String, String>,
}

/// An application and a reviewer, by their ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pairing {
    /// The id of the application.
    pub application: String,
    /// The id of the reviewer.
    pub reviewer: String,
}

impl Pairing {
    /// A pair.
    pub fn new(application: impl Into<String>, reviewer: impl Into<String>) -> Self {
        Self { application: application.into(), reviewer: reviewer.into() }
    }
}

/// How well a reviewer fits an application, as a line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// Who and what.
    pub pair: Pairing,
    /// How well.
    pub affinity: Affinity,
}

/// How many readers of one application may share a trait, or must have it.
///
/// "At most one of each institution" is `{ of: "institution", value: None, at_least: 0, at_most: Some(1) }`; "at least one
/// senior" is `{ of: "rank", value: Some("senior"), at_least: 1, at_most: None }`. It holds for every application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRule {
    /// The trait.
    pub of: String,
    /// One value of it; without it the rule holds for each value apart.
    pub value: Option<String>,
    /// The fewest readers of an application with it.
    #[serde(default)]
    pub at_least: u32,
    /// The most readers of an application with it; without it there is no limit.
    pub at_most: Option<u32>,
}

/// What a pair means that no sheet names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unlisted {
    /// It is not assigned.
    #[default]
    Forbidden,
    /// It may be assigned and is worth this much.
    Worth(Affinity),
}

/// Everything that an assignment hangs on, as it was filled in. [`Sheets::check`] makes a [`super::Round`] of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheets {
    /// What is read.
    pub applications: Vec<Application>,
    /// Who reads.
    pub reviewers: Vec<Reviewer>,
    /// Who fits what.
    pub affinities: Vec<Fit>,
    /// What pairs without a line in `affinities` mean.
    #[serde(default)]
    pub unlisted: Unlisted,
    /// Pairs that are never assigned: own country, own student, declared.
    #[serde(default)]
    pub conflicts: Vec<Pairing>,
    /// Pairs that are assigned whatever else: a review that was handed in, a promise.
    #[serde(default)]
    pub frozen: Vec<Pairing>,
    /// Rules on the readers of each application.
    #[serde(default)]
    pub rules: Vec<GroupRule>,
}
