//! The ways in which scores cannot be calibrated.

/// Why the scores cannot be calibrated. Each is a sentence for the officer who handed them in; `row` counts reviews
/// from 0.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refused {
    /// Nothing was handed in.
    #[error("there are no reviews; hand in at least two applications and two reviewers")]
    NoReviews,
    /// More than the engine takes.
    #[error("there are {count} reviews, more than the {most} that are taken at once; calibrate section by section")]
    TooManyReviews {
        /// How many.
        count: usize,
        /// How many may be.
        most: usize,
    },
    /// More of the smaller side than a dense matrix can hold.
    #[error(
        "there are {applications} applications and {reviewers} reviewers; one of the two must be at most {most}, \
         calibrate section by section"
    )]
    TooWide {
        /// How many applications.
        applications: usize,
        /// How many reviewers.
        reviewers: usize,
        /// How many of the smaller side may be.
        most: usize,
    },
    /// A number of an application or a reviewer that is not in the lists.
    #[error("review {row} names {what} number {number}, but there are only {count}; the numbers begin with 0")]
    Unknown {
        /// Which review.
        row: usize,
        /// “application” or “reviewer”.
        what: &'static str,
        /// The number that it names.
        number: usize,
        /// How many there are.
        count: usize,
    },
    /// A score that is no number, or beyond a million.
    #[error("the score of review {row} is {score}; it must be a number between -1,000,000 and 1,000,000")]
    Score {
        /// Which review.
        row: usize,
        /// The score.
        score: f64,
    },
    /// A weight that is no positive number.
    #[error("the weight of review {row} is {weight}; it must be a number between 0.001 and 1,000, and 1 is usual")]
    Weight {
        /// Which review.
        row: usize,
        /// The weight.
        weight: f64,
    },
    /// A relation without a number, or with too many or too few of them.
    #[error("review {row} must have {count} relations, each a number between -1,000,000 and 1,000,000")]
    Relations {
        /// Which review.
        row: usize,
        /// How many there must be.
        count: usize,
    },
    /// More relations than reviews could tell of.
    #[error("{count} relations are more than {reviews} reviews can tell of; leave some out")]
    TooManyRelations {
        /// How many.
        count: usize,
        /// How many reviews there are.
        reviews: usize,
    },
    /// Every review has the same score, or the relations explain the scores exactly.
    #[error("the scores do not differ beyond what the relations explain; there is nothing to calibrate")]
    Constant,
    /// No application was read by two reviewers.
    #[error(
        "no application was read by two reviewers, so a strict reviewer cannot be told from a weak application; \
         have some read twice"
    )]
    NothingCompared,
}
