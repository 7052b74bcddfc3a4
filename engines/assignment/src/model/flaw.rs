//! What is wrong with the sheets, each a sentence that says where and what to do.

use super::affinity::Affinity;

/// A sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// The applications.
    Applications,
    /// The reviewers.
    Reviewers,
    /// The affinities.
    Affinities,
    /// The conflicts.
    Conflicts,
    /// The frozen pairs.
    Frozen,
    /// The group rules.
    Rules,
}

/// Something that must be mended before reviewers can be assigned. Rows count from one, without a heading.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Nothing is to be read.
    #[error("there are no applications; add at least one")]
    NoApplications,
    /// Nobody reads.
    #[error("there are no reviewers; add at least one")]
    NoReviewers,
    /// A field without which a row means nothing.
    #[error("row {row} has no id; give every row one")]
    NoId {
        /// Where.
        sheet: Sheet,
        /// Which row.
        row: usize,
    },
    /// An id stands for two things.
    #[error("“{id}” stands in row {first} and again in row {row}; ids must differ")]
    Twice {
        /// Where.
        sheet: Sheet,
        /// The later row.
        row: usize,
        /// The earlier row.
        first: usize,
        /// The id, or the pair.
        id: String,
    },
    /// A line speaks of something that does not exist.
    #[error("row {row} speaks of “{id}”, which is not among the applications")]
    UnknownApplication {
        /// Where.
        sheet: Sheet,
        /// Which row.
        row: usize,
        /// The id.
        id: String,
    },
    /// A line speaks of somebody who does not exist.
    #[error("row {row} speaks of “{id}”, who is not among the reviewers")]
    UnknownReviewer {
        /// Where.
        sheet: Sheet,
        /// Which row.
        row: usize,
        /// The id.
        id: String,
    },
    /// The bounds of a load cross.
    #[error(
        "reviewer “{id}” (row {row}) is to read at least {at_least} and at most {at_most}; exchange or mend the two"
    )]
    CrossedLoad {
        /// Which row.
        row: usize,
        /// The reviewer.
        id: String,
        /// The fewest.
        at_least: u32,
        /// The most.
        at_most: u32,
    },
    /// An affinity beyond what is exact.
    #[error("row {row} has the affinity {affinity}; divide all affinities so that none is beyond 10000")]
    TooGreat {
        /// Where.
        sheet: Sheet,
        /// Which row.
        row: usize,
        /// The figure.
        affinity: Affinity,
    },
    /// A frozen pair is in conflict.
    #[error("row {row} freezes {application} with {reviewer}, who are in conflict; remove one of the two lines")]
    FrozenConflict {
        /// The row of the frozen pair.
        row: usize,
        /// The application.
        application: String,
        /// The reviewer.
        reviewer: String,
    },
    /// A rule that cannot be kept or says nothing.
    #[error("the rule in row {row} speaks of “{of}”, which no reviewer has; mend the name or remove the rule")]
    EmptyRule {
        /// Which row.
        row: usize,
        /// The trait.
        of: String,
    },
    /// The bounds of a rule cross.
    #[error("the rule in row {row} wants at least {at_least} and at most {at_most}; exchange or mend the two")]
    CrossedRule {
        /// Which row.
        row: usize,
        /// The fewest.
        at_least: u32,
        /// The most.
        at_most: u32,
    },
    /// Two rules' groups overlap and neither lies within the other.
    #[error(
        "the rules on “{one}” and on “{other}” overlap (“{both}” is in both, and neither group lies within the other); \
         an exact assignment needs groups that are apart or nested: drop one of the two rules"
    )]
    Overlap {
        /// One group.
        one: String,
        /// The other.
        other: String,
        /// A reviewer in both.
        both: String,
    },
    /// More than the machine's whole numbers can count.
    #[error("the sheets ask for {0} readings in all, more than can be counted; mend the numbers of readings")]
    TooMany(u64),
    /// More pairs than fit into memory.
    #[error(
        "the sheets allow {0} pairs; list affinities only where somebody could read, instead of giving all others one"
    )]
    TooManyPairs(u64),
}

impl Flaw {
    /// The sheet and row that it stands in, if it stands in one.
    pub fn place(&self) -> Option<(Sheet, usize)> {
        match self {
            Self::NoApplications
            | Self::NoReviewers
            | Self::Overlap { .. }
            | Self::TooMany(_)
            | Self::TooManyPairs(_) => None,
            Self::NoId { sheet, row }
            | Self::Twice { sheet, row, .. }
            | Self::UnknownApplication { sheet, row, .. }
            | Self::UnknownReviewer { sheet, row, .. }
            | Self::TooGreat { sheet, row, .. } => Some((*sheet, *row)),
            Self::CrossedLoad { row, .. } => Some((Sheet::Reviewers, *row)),
            Self::FrozenConflict { row, .. } => Some((Sheet::Frozen, *row)),
            Self::EmptyRule { row, .. } | Self::CrossedRule { row, .. } => Some((Sheet::Rules, *row)),
        }
    }
}
