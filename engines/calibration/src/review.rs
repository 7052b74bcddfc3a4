//! Reviews: who read what, and the score; checked once, then trusted.

use crate::Refused;

/// How many reviews are taken at once.
pub const MOST_REVIEWS: usize = 4_000_000;
/// How many applications or reviewers, whichever are fewer, are taken at once: a dense matrix of their number is
/// factored (at 4,000 it takes 128 MB and about five seconds a factor).
pub const MOST_OF_THE_FEWER: usize = 4_000;
/// How many relations a review may have: each is a column of the dense matrix.
pub const MOST_RELATIONS: usize = 400;
const FAR: f64 = 1e6;

/// One review: the score that a reviewer gave to an application.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The application's number, from 0.
    pub application: usize,
    /// The reviewer's number, from 0.
    pub reviewer: usize,
    /// The score, in points of the rubric, higher is better.
    pub score: f64,
    /// How much the review counts: the residual variance is divided by it. 1 is usual; 0.5 is a reviewer who is less
    /// sure.
    pub weight: f64,
    /// What stands between reviewer and application, one number a relation, mostly 0 or 1: same country, same
    /// institution.
    pub relations: Vec<f64>,
}

impl Review {
    /// A review of usual weight without relations.
    pub fn new(application: usize, reviewer: usize, score: f64) -> Self {
        Self { application, reviewer, score, weight: 1.0, relations: Vec::new() }
    }

    /// The same with relations.
    #[must_use]
    pub fn with(mut self, relations: &[f64]) -> Self {
        self.relations = relations.to_vec();
        self
    }
}

/// Reviews that were checked. They are kept in an order of their own, so that the order in which they came does not
/// change a single digit of a result.
#[derive(Clone, Debug)]
pub struct Reviews {
    applications: usize,
    reviewers: usize,
    relations: usize,
    rows: Vec<Review>,
}

impl Reviews {
    /// Checks reviews of so many applications by so many reviewers, with so many relations each.
    pub fn check(
        applications: usize,
        reviewers: usize,
        relations: usize,
        mut rows: Vec<Review>,
    ) -> Result<Self, Refused> {
        if rows.is_empty() {
            return Err(Refused::NoReviews);
        }
        if rows.len() > MOST_REVIEWS {
            return Err(Refused::TooManyReviews { count: rows.len(), most: MOST_REVIEWS });
        }
        if applications.min(reviewers) > MOST_OF_THE_FEWER || applications.max(reviewers) > MOST_REVIEWS {
            return Err(Refused::TooWide { applications, reviewers, most: MOST_OF_THE_FEWER });
        }
        if relations > MOST_RELATIONS || relations > 0 && relations + 2 >= rows.len() {
            return Err(Refused::TooManyRelations { count: relations, reviews: rows.len() });
        }
        for (row, it) in rows.iter().enumerate() {
            it.check(row, applications, reviewers, relations)?;
        }
        rows.sort_by(Review::order);
        let lowest = rows.iter().map(|it| it.score).fold(f64::INFINITY, f64::min);
        let highest = rows.iter().map(|it| it.score).fold(f64::NEG_INFINITY, f64::max);
        if highest - lowest <= 1e-9 * highest.abs().max(lowest.abs()) {
            return Err(Refused::Constant);
        }
        let compared =
            rows.windows(2).any(|it| it[0].application == it[1].application && it[0].reviewer != it[1].reviewer);
        if !compared {
            return Err(Refused::NothingCompared);
        }
        Ok(Self { applications, reviewers, relations, rows })
    }

    /// How many applications there are, read or not.
    pub fn applications(&self) -> usize {
        self.applications
    }

    /// How many reviewers there are.
    pub fn reviewers(&self) -> usize {
        self.reviewers
    }

    /// How many relations a review has.
    pub fn relations(&self) -> usize {
        self.relations
    }

    /// The reviews, by application, then reviewer.
    pub fn rows(&self) -> &[Review] {
        &self.rows
    }

    /// Those of the reviews that are to be kept, of the same applications and reviewers.
    pub(crate) fn part(&self, keep: impl Fn(usize) -> bool) -> Self {
        let rows = self.rows.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, it)| it.clone()).collect();
        Self { applications: self.applications, reviewers: self.reviewers, relations: self.relations, rows }
    }
}

impl Review {
    fn check(&self, row: usize, applications: usize, reviewers: usize, relations: usize) -> Result<(), Refused> {
        if self.application >= applications {
            return Err(Refused::Unknown { row, what: "application", number: self.application, count: applications });
        }
        if self.reviewer >= reviewers {
            return Err(Refused::Unknown { row, what: "reviewer", number: self.reviewer, count: reviewers });
        }
        if !within(self.score) {
            return Err(Refused::Score { row, score: self.score });
        }
        if !(1e-3..=1e3).contains(&self.weight) {
            return Err(Refused::Weight { row, weight: self.weight });
        }
        if self.relations.len() != relations || !self.relations.iter().all(|it| within(*it)) {
            return Err(Refused::Relations { row, count: relations });
        }
        Ok(())
    }

    /// A total order in which equal reviews are really equal.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let numbers = (self.application, self.reviewer).cmp(&(other.application, other.reviewer));
        numbers.then(self.score.total_cmp(&other.score)).then(self.weight.total_cmp(&other.weight)).then_with(|| {
            let pairs = self.relations.iter().zip(&other.relations);
            pairs.map(|(left, right)| left.total_cmp(right)).find(|it| it.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        })
    }
}

fn within(value: f64) -> bool {
    value.abs() <= FAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn pair() -> Vec<Review> {
        vec![Review::new(0, 0, 1.0), Review::new(0, 1, 2.0), Review::new(1, 0, 3.0)]
    }

    fn refusal(rows: Vec<Review>) -> String {
        Reviews::check(2, 2, 0, rows).unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_calibrated_is_refused_with_a_sentence() {
        let mut said = vec![refusal(Vec::new())];
        let spoilt: [fn(&mut Review); 5] = [
            |it| it.application = 2,
            |it| it.reviewer = 7,
            |it| it.score = f64::NAN,
            |it| it.weight = 0.0,
            |it| it.relations = vec![1.0],
        ];
        for spoil in spoilt {
            let mut rows = pair();
            spoil(&mut rows[2]);
            said.push(refusal(rows));
        }
        said.push(refusal(pair().into_iter().map(|it| Review { score: 4.0, ..it }).collect()));
        said.push(refusal(vec![Review::new(0, 0, 1.0), Review::new(0, 0, 2.0), Review::new(1, 1, 3.0)]));
        said.push(Reviews::check(9_000, 9_000, 0, pair()).unwrap_err().to_string());
        said.push(Reviews::check(2, 2, 3, pair()).unwrap_err().to_string());
        expect![[r"
            there are no reviews; hand in at least two applications and two reviewers
            review 2 names application number 2, but there are only 2; the numbers begin with 0
            review 2 names reviewer number 7, but there are only 2; the numbers begin with 0
            the score of review 2 is NaN; it must be a number between -1,000,000 and 1,000,000
            the weight of review 2 is 0; it must be a number between 0.001 and 1,000, and 1 is usual
            review 2 must have 0 relations, each a number between -1,000,000 and 1,000,000
            the scores do not differ beyond what the relations explain; there is nothing to calibrate
            no application was read by two reviewers, so a strict reviewer cannot be told from a weak application; have some read twice
            there are 9000 applications and 9000 reviewers; one of the two must be at most 4000, calibrate section by section
            3 relations are more than 3 reviews can tell of; leave some out"]].assert_eq(&said.join("\n"));
    }

    #[test]
    fn the_order_in_which_reviews_come_is_forgotten() {
        let mut turned = pair();
        turned.reverse();
        assert_eq!(Reviews::check(2, 2, 0, pair()).unwrap().rows(), Reviews::check(2, 2, 0, turned).unwrap().rows());
    }
}
