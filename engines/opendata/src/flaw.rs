//! Why something cannot be published as it stands.

use std::fmt;

/// One thing to mend, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The place, from the outside in: `activity XM-EX-1 / result 2 / indicator 1`.
    pub place: String,
    /// What is wrong there, for the log; the reader's words are the caller's.
    pub what: String,
}

impl Flaw {
    pub(crate) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Unpublishable {
    /// What was handed in breaks a rule of its standard.
    #[error("{} to mend, the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
    Flawed(Vec<Flaw>),
    /// The writer of a format failed, which memory alone can cause.
    #[error("the writer failed: {0}")]
    Unwritten(#[from] std::io::Error),
}
