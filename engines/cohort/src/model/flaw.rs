//! What is wrong with a question, each in a sentence that says what to do.

use std::fmt;

/// One thing that is wrong with the question.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Flaw {
    /// Nobody applied.
    #[error("There are no applicants. Add at least one, or look whether the file that was read is the right one.")]
    NoApplicants,
    /// No place to give.
    #[error("The cohort has no places. Say how many people are to be chosen.")]
    NoPlaces,
    /// More places than people.
    #[error(
        "{places} people are to be chosen, but only {available} can be. Lower the size of the cohort or admit more people."
    )]
    TooFewApplicants {
        /// The size of the cohort.
        places: u32,
        /// Those who are not out.
        available: usize,
    },
    /// Two people with one name.
    #[error("The id {id:?} stands for more than one applicant. Give everybody an id of their own.")]
    SameId {
        /// The id.
        id: String,
    },
    /// An applicant without a name.
    #[error("Applicant number {number} has no id. Give everybody an id of their own.")]
    NoId {
        /// Counted from one.
        number: usize,
    },
    /// A merit that is no number.
    #[error(
        "The merit of {id:?} is {value}, which is no usable number of points. Write a number between -1,000,000 and 1,000,000."
    )]
    MeritIsNoNumber {
        /// Whose.
        id: String,
        /// What stands there.
        value: f64,
    },
    /// Merit counts, and is absent.
    #[error("{id:?} has no merit, but the rule counts merit. Enter one, or set the applicant out.")]
    NoMerit {
        /// Whose.
        id: String,
    },
    /// A quota turned round.
    #[error("The quota {label:?} asks for at least {least} and at most {most}. The first must not be greater.")]
    LeastAboveMost {
        /// Which.
        label: String,
        /// Its lower bound.
        least: u32,
        /// Its upper bound.
        most: u32,
    },
    /// Two quotas with one label.
    #[error("Two quotas are called {label:?}. Give each a label of its own.")]
    SameLabel {
        /// The label.
        label: String,
    },
    /// Two values of one category in one quota.
    #[error(
        "The quota {label:?} asks for two values of {category:?} at once, which nobody has. Make two quotas of it."
    )]
    TwoValues {
        /// Which.
        label: String,
        /// The category.
        category: String,
    },
    /// Too much of something.
    #[error("{what}: {count} are more than the {most} that can be handled. {remedy}")]
    TooMany {
        /// What there is too much of.
        what: String,
        /// How many.
        count: usize,
        /// How many could be handled.
        most: usize,
        /// What to do.
        remedy: String,
    },
    /// A number of the rule that cannot be.
    #[error("{what} is {value}, which cannot be. {remedy}")]
    RuleIsNoNumber {
        /// Which.
        what: String,
        /// What stands there.
        value: f64,
        /// What to do.
        remedy: String,
    },
}

/// Everything that is wrong with the question, not only the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaws(pub Vec<Flaw>);

impl fmt::Display for Flaws {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, flaw) in self.0.iter().take(SHOWN).enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            write!(f, "{flaw}")?;
        }
        if self.0.len() > SHOWN {
            write!(f, "\n… and {} more like these.", self.0.len() - SHOWN)?;
        }
        Ok(())
    }
}

impl std::error::Error for Flaws {}

/// How many flaws are read out.
const SHOWN: usize = 20;
