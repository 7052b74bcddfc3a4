//! Which columns stand for themselves: the common mean, and the relations that can be told apart.

use crate::Reviews;

/// How much of a column must be left when the others are taken out of it.
const LEFT: f64 = 1e-9;

/// The columns of the fixed part: the common mean first, then the relations that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Design {
    pub(crate) has_mean: bool,
    /// The relations that are kept, in order.
    pub(crate) kept: Vec<usize>,
}

impl Design {
    /// The mean and those relations that neither are constant nor follow from the ones before them.
    pub(crate) fn of(reviews: &Reviews) -> Self {
        let all = Self { has_mean: true, kept: (0..reviews.relations()).collect() };
        let size = all.size();
        let mut gram = vec![0.0; size * size];
        let mut column = Vec::with_capacity(size);
        for it in reviews.rows() {
            all.row(&it.relations, &mut column);
            for (row, left) in column.iter().enumerate() {
                for (at, right) in column[..=row].iter().enumerate() {
                    gram[row * size + at] += it.weight * left * right;
                }
            }
        }
        let kept = independent(&mut gram, size);
        Self { has_mean: true, kept: kept.into_iter().filter(|at| *at > 0).map(|at| at - 1).collect() }
    }

    /// How many columns there are.
    pub(crate) fn size(&self) -> usize {
        self.kept.len() + usize::from(self.has_mean)
    }

    /// The column of a relation, if it is kept.
    pub(crate) fn column_of(&self, relation: usize) -> Option<usize> {
        self.kept.iter().position(|it| *it == relation).map(|at| at + usize::from(self.has_mean))
    }

    /// The entries of one review.
    pub(crate) fn row(&self, relations: &[f64], into: &mut Vec<f64>) {
        into.clear();
        if self.has_mean {
            into.push(1.0);
        }
        into.extend(self.kept.iter().map(|at| relations[*at]));
    }
}

/// The columns that are left when each is freed of those before it (a Cholesky factor that skips).
fn independent(gram: &mut [f64], size: usize) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for row in 0..size {
        let whole = gram[row * size + row];
        for (place, column) in kept.iter().enumerate() {
            let taken: f64 = kept[..place].iter().map(|at| gram[row * size + at] * gram[column * size + at]).sum();
            gram[row * size + column] = (gram[row * size + column] - taken) / gram[column * size + column];
        }
        let taken: f64 = kept.iter().map(|at| gram[row * size + at] * gram[row * size + at]).sum();
        let left = whole - taken;
        if whole > 0.0 && left > LEFT * whole {
            gram[row * size + row] = left.sqrt();
            kept.push(row);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Review;

    #[test]
    fn a_relation_that_never_occurs_or_follows_from_others_is_left_out() {
        let rows =
            [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]];
        let reviews: Vec<Review> =
            rows.iter().enumerate().map(|(at, it)| Review::new(at / 2, at % 2, at as f64).with(it)).collect();

        let design = Design::of(&Reviews::check(3, 2, 3, reviews).unwrap());

        assert_eq!(design.kept, [0], "the second is never, the third is whenever the first is not");
        assert_eq!((design.column_of(0), design.column_of(2)), (Some(1), None));
    }
}
