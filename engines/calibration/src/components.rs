//! Which applications can be compared at all: those that a chain of reviewers connects.

use crate::Reviews;

/// The connected parts of the graph of reviews. Between two of them nothing tells a strict group of reviewers from a
/// weak group of applications (J. A. Weeks and D. R. Williams, *A note on the determination of connectedness in an
/// N-way cross classification*, Technometrics 6, 1964).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    /// The part of each application, from 0 in the order of its first application; nothing if nobody read it.
    pub of_application: Vec<Option<usize>>,
    /// The part of each reviewer; nothing for somebody who read nothing.
    pub of_reviewer: Vec<Option<usize>>,
    /// How many parts there are.
    pub count: usize,
}

impl Components {
    /// The parts of reviews.
    pub fn of(reviews: &Reviews) -> Self {
        let applications = reviews.applications();
        let mut forest = Forest((0..applications + reviews.reviewers()).collect());
        for it in reviews.rows() {
            forest.join(it.application, applications + it.reviewer);
        }
        let mut number = vec![None; applications + reviews.reviewers()];
        let mut count = 0;
        let mut of_application = vec![None; applications];
        let mut of_reviewer = vec![None; reviews.reviewers()];
        for it in reviews.rows() {
            let root = forest.root(it.application);
            let part = *number[root].get_or_insert_with(|| {
                count += 1;
                count - 1
            });
            of_application[it.application] = Some(part);
            of_reviewer[it.reviewer] = Some(part);
        }
        Self { of_application, of_reviewer, count }
    }

    /// The reviewers of each part, in order.
    pub(crate) fn reviewers(&self) -> Vec<Vec<usize>> {
        let mut parts = vec![Vec::new(); self.count];
        for (at, part) in self.of_reviewer.iter().enumerate() {
            if let Some(part) = part {
                parts[*part].push(at);
            }
        }
        parts
    }

    /// Whether two applications are connected by reviewers.
    pub fn are_comparable(&self, one: usize, other: usize) -> bool {
        self.of_application[one].is_some() && self.of_application[one] == self.of_application[other]
    }
}

/// Trees that grow together (R. E. Tarjan, J. ACM 22, 1975), halving paths on the way.
struct Forest(Vec<usize>);

impl Forest {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Review;

    #[test]
    fn two_sections_that_share_no_reviewer_are_two_parts() {
        let rows = [(0, 0), (0, 1), (1, 1), (2, 2), (3, 2), (3, 3)];
        let rows = rows.iter().map(|(a, r)| Review::new(*a, *r, (a + 2 * r) as f64)).collect();
        let parts = Components::of(&Reviews::check(5, 5, 0, rows).unwrap());

        assert_eq!(parts.count, 2);
        assert_eq!(parts.of_application, [Some(0), Some(0), Some(1), Some(1), None]);
        assert!(parts.are_comparable(0, 1) && !parts.are_comparable(1, 2) && !parts.are_comparable(4, 4));
    }
}
