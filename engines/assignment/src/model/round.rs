//! A round: the sheets once nothing is wrong with them, by numbers instead of ids.

use super::affinity::Affinity;
use super::groups::Group;
use super::sheets::{Application, Reviewer};

/// A reviewer who may read an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The reviewer's number in [`Round::reviewers`].
    pub reviewer: u32,
    /// How well they fit.
    pub affinity: Affinity,
    /// Whether the pair is assigned whatever else.
    pub is_frozen: bool,
}

/// A checked round of reading. Applications and reviewers stand in the order of their ids, so that the order of the rows
/// in a sheet plays no part in who reads whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub(super) applications: Vec<Application>,
    pub(super) reviewers: Vec<Reviewer>,
    pub(super) first: Vec<usize>,
    pub(super) pairs: Vec<Pair>,
    pub(super) groups: Vec<Group>,
    pub(super) innermost: Vec<Option<u32>>,
}

impl Round {
    /// What is read, in the order of ids.
    pub fn applications(&self) -> &[Application] {
        &self.applications
    }

    /// Who reads, in the order of ids.
    pub fn reviewers(&self) -> &[Reviewer] {
        &self.reviewers
    }

    /// All pairs that may be assigned: those of the first application by reviewer, then those of the second.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// Where the pairs of an application stand in [`Round::pairs`].
    pub fn pairs_of(&self, application: usize) -> std::ops::Range<usize> {
        self.first[application]..self.first[application + 1]
    }

    /// The number of a pair, if it may be assigned.
    pub fn pair(&self, application: usize, reviewer: u32) -> Option<usize> {
        let range = self.pairs_of(application);
        self.pairs[range.clone()].binary_search_by_key(&reviewer, |it| it.reviewer).ok().map(|at| range.start + at)
    }

    /// The application of a pair.
    pub fn application_of(&self, pair: usize) -> usize {
        self.first.partition_point(|it| *it <= pair) - 1
    }

    /// The groups that rules speak of; greater groups stand before those within them.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The smallest group that a reviewer belongs to.
    pub fn innermost_group(&self, reviewer: u32) -> Option<u32> {
        self.innermost[reviewer as usize]
    }

    /// All groups that a reviewer belongs to, the smallest first.
    pub fn groups_of(&self, reviewer: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(self.innermost_group(reviewer), |it| self.groups[*it as usize].parent)
    }

    /// How many readings are wanted in all.
    pub fn readings(&self) -> i64 {
        self.applications.iter().map(|it| i64::from(it.readings)).sum()
    }

    /// The number of an application.
    pub fn application(&self, id: &str) -> Option<usize> {
        self.applications.binary_search_by(|it| it.id.as_str().cmp(id)).ok()
    }

    /// The number of a reviewer.
    pub fn reviewer(&self, id: &str) -> Option<u32> {
        self.reviewers.binary_search_by(|it| it.id.as_str().cmp(id)).ok().map(|it| it as u32)
    }

    /// The same round with other affinities, in the order of the pairs.
    pub(crate) fn worth(&self, affinities: impl IntoIterator<Item = Affinity>) -> Self {
        let mut other = self.clone();
        for (pair, affinity) in other.pairs.iter_mut().zip(affinities) {
            pair.affinity = affinity;
        }
        other
    }
}
