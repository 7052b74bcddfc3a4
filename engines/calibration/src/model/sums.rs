//! What the equations need of the reviews: sums that do not depend on the variances.

use super::Design;
use crate::Reviews;

/// A side of the crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Applications,
    Reviewers,
}

impl Side {
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Applications => Self::Reviewers,
            Self::Reviewers => Self::Applications,
        }
    }
}

/// The sums of one side: of each application, or of each reviewer.
#[derive(Clone, Debug)]
pub(crate) struct Effects {
    /// The sum of weights times squared loadings.
    pub(crate) squares: Vec<f64>,
    /// The same with the columns of the fixed part, row by row.
    pub(crate) with_columns: Vec<f64>,
    /// The same with the scores.
    pub(crate) with_scores: Vec<f64>,
}

/// The sums of all reviews.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    pub(crate) columns: usize,
    pub(crate) applications: Effects,
    pub(crate) reviewers: Effects,
    /// The side with more members; the equations eliminate it first.
    pub(crate) many: Side,
    /// The cells of a member of the larger side: which of the smaller side, and the sum of weights times loadings.
    starts: Vec<usize>,
    cells: Vec<(usize, f64)>,
    pub(crate) columns_squared: Vec<f64>,
    pub(crate) columns_with_scores: Vec<f64>,
    pub(crate) scores_squared: f64,
    pub(crate) reviews: usize,
    pub(crate) log_weights: f64,
    /// What was taken from every score so that the sums keep their digits; the common mean gets it back.
    pub(crate) centre: f64,
}

/// How a reviewer's scores are read: the loading of the application, and how much the weight is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hand {
    pub(crate) loading: f64,
    pub(crate) precision: f64,
}

/// A hand like every other.
pub(crate) const USUAL: Hand = Hand { loading: 1.0, precision: 1.0 };

impl Sums {
    /// The sums, with one hand a reviewer.
    pub(crate) fn of(reviews: &Reviews, design: &Design, hands: &[Hand]) -> Self {
        let columns = design.size();
        let centre = if design.has_mean { centre(reviews) } else { 0.0 };
        let many = if reviews.applications() >= reviews.reviewers() { Side::Applications } else { Side::Reviewers };
        let mut sums = Self {
            columns,
            applications: Effects::zero(reviews.applications(), columns),
            reviewers: Effects::zero(reviews.reviewers(), columns),
            many,
            starts: Vec::new(),
            cells: Vec::new(),
            columns_squared: vec![0.0; columns * columns],
            columns_with_scores: vec![0.0; columns],
            scores_squared: 0.0,
            reviews: reviews.rows().len(),
            log_weights: 0.0,
            centre,
        };
        let mut row = Vec::with_capacity(columns);
        let mut pairs = Vec::with_capacity(reviews.rows().len());
        for it in reviews.rows() {
            let hand = hands[it.reviewer];
            let (weight, score) = (it.weight * hand.precision, it.score - centre);
            design.row(&it.relations, &mut row);
            sums.applications.take(it.application, weight * hand.loading, hand.loading, &row, score);
            sums.reviewers.take(it.reviewer, weight, 1.0, &row, score);
            for (at, left) in row.iter().enumerate() {
                for (column, right) in row[..=at].iter().enumerate() {
                    sums.columns_squared[at * columns + column] += weight * left * right;
                }
                sums.columns_with_scores[at] += weight * left * score;
            }
            sums.scores_squared += weight * score * score;
            if weight.to_bits() != 1.0_f64.to_bits() {
                sums.log_weights += libm::log(weight);
            }
            pairs.push(match many {
                Side::Applications => (it.application, it.reviewer, weight * hand.loading),
                Side::Reviewers => (it.reviewer, it.application, weight * hand.loading),
            });
        }
        sums.cross(pairs);
        sums
    }

    /// The sums of one side.
    pub(crate) fn side(&self, side: Side) -> &Effects {
        match side {
            Side::Applications => &self.applications,
            Side::Reviewers => &self.reviewers,
        }
    }

    /// The cells of a member of the larger side, in the order of the smaller.
    pub(crate) fn cells(&self, member: usize) -> &[(usize, f64)] {
        &self.cells[self.starts[member]..self.starts[member + 1]]
    }

    fn cross(&mut self, mut pairs: Vec<(usize, usize, f64)>) {
        if self.many == Side::Reviewers {
            // Stable, so that the order of equal pairs stays the one of the reviews.
            pairs.sort_by_key(|it| (it.0, it.1));
        }
        self.starts = vec![0; self.side(self.many).squares.len() + 1];
        let mut last = None;
        for (many, few, weight) in pairs {
            if last == Some((many, few)) {
                if let Some(cell) = self.cells.last_mut() {
                    cell.1 += weight;
                }
            } else {
                self.cells.push((few, weight));
                self.starts[many + 1] += 1;
                last = Some((many, few));
            }
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
    }
}

impl Effects {
    fn zero(count: usize, columns: usize) -> Self {
        Self { squares: vec![0.0; count], with_columns: vec![0.0; count * columns], with_scores: vec![0.0; count] }
    }

    fn take(&mut self, member: usize, weight: f64, loading: f64, row: &[f64], score: f64) {
        self.squares[member] += weight * loading;
        for (sum, it) in self.with_columns[member * row.len()..].iter_mut().zip(row) {
            *sum += weight * it;
        }
        self.with_scores[member] += weight * score;
    }
}

fn centre(reviews: &Reviews) -> f64 {
    let weights: f64 = reviews.rows().iter().map(|it| it.weight).sum();
    reviews.rows().iter().map(|it| it.weight * it.score).sum::<f64>() / weights
}
