//! The Cholesky factor of a symmetric positive matrix, and what is solved with it.

use super::{
    inverse,
    panels::{Panels, ROWS, product},
};

/// How many panels go through the matrix together, so that each that was loaded is used several times.
const TOGETHER: usize = 8;

/// The lower triangular `L` with `L L' = A` (A. L. Cholesky; G. H. Golub and C. F. Van Loan, *Matrix Computations*,
/// 4th edition, section 4.2).
#[derive(Clone, Debug)]
pub(crate) struct Factor {
    lower: Panels,
}

impl Factor {
    /// Factors a matrix; nothing if it is not positive.
    pub(crate) fn of(mut matrix: Panels) -> Option<Self> {
        let count = matrix.panels.len();
        for start in (0..count).step_by(TOGETHER) {
            let end = (start + TOGETHER).min(count);
            for column in 0..end {
                for row in column.max(start)..end {
                    let (before, after) = matrix.panels.split_at_mut(row);
                    if row == column {
                        corner(&mut after[0], ROWS * column)?;
                    } else {
                        beside(&mut after[0], &before[column], ROWS * column);
                    }
                }
            }
        }
        Some(Self { lower: matrix })
    }

    /// An entry of the diagonal.
    pub(crate) fn diagonal(&self, at: usize) -> f64 {
        self.lower.at(at, at)
    }

    /// The logarithm of the determinant of `A`, as far as the rows in the range account for it.
    pub(crate) fn log_determinant(&self, rows: std::ops::Range<usize>) -> f64 {
        2.0 * rows.map(|at| libm::log(self.diagonal(at))).sum::<f64>()
    }

    /// The factor of the leading rows and columns.
    pub(crate) fn leading(&self, size: usize) -> Self {
        Self { lower: self.lower.leading(size) }
    }

    /// A row of the factor, left of the diagonal.
    pub(crate) fn row(&self, row: usize, columns: usize) -> Vec<f64> {
        (0..columns).map(|column| self.lower.at(row, column)).collect()
    }

    /// Solves `L' x = b` in place.
    pub(crate) fn solve_upper(&self, values: &mut [f64]) {
        for row in (0..values.len()).rev() {
            let panel = &self.lower.panels[row / ROWS];
            let value = values[row] / panel[row][row % ROWS];
            values[row] = value;
            for column in 0..row {
                values[column] -= panel[column][row % ROWS] * value;
            }
        }
    }

    /// The inverse of `A`.
    pub(crate) fn inverse(&self) -> Panels {
        inverse::of(&self.lower)
    }
}

/// The block of a panel that stands over the diagonal block of an earlier one.
fn beside(panel: &mut [[f64; ROWS]], above: &[[f64; ROWS]], start: usize) {
    let sums = product(&panel[..start], &above[..start]);
    for at in 0..ROWS {
        let mut entry = panel[start + at];
        for row in 0..ROWS {
            entry[row] -= sums[row][at];
        }
        for earlier in 0..at {
            let factor = above[start + earlier][at];
            for row in 0..ROWS {
                entry[row] -= panel[start + earlier][row] * factor;
            }
        }
        for it in &mut entry {
            *it /= above[start + at][at];
        }
        panel[start + at] = entry;
    }
}

/// The diagonal block of a panel.
fn corner(panel: &mut [[f64; ROWS]], start: usize) -> Option<()> {
    let sums = product(&panel[..start], &panel[..start]);
    for at in 0..ROWS {
        for row in at..ROWS {
            let mut value = panel[start + at][row] - sums[row][at];
            for earlier in 0..at {
                value -= panel[start + earlier][row] * panel[start + earlier][at];
            }
            if row == at {
                if value.is_nan() || value <= 0.0 {
                    return None;
                }
                panel[start + at][row] = value.sqrt();
            } else {
                panel[start + at][row] = value / panel[start + at][at];
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `B B' + I` for a given `B`, entry by entry.
    fn positive(size: usize, entries: &[f64]) -> Vec<Vec<f64>> {
        let entry = |row: usize, column: usize| entries[(row * 31 + column * 17) % entries.len()];
        let sum = |row, column| (0..size).map(|at| entry(row, at) * entry(column, at)).sum::<f64>();
        let ridge = |row, column| if row == column { 1.0 } else { 0.0 };
        (0..size).map(|row| (0..size).map(|column| sum(row, column) + ridge(row, column)).collect()).collect()
    }

    fn panels(matrix: &[Vec<f64>]) -> Panels {
        let mut panels = Panels::zero(matrix.len());
        for (row, values) in matrix.iter().enumerate() {
            for (column, value) in values.iter().enumerate().take(row + 1) {
                panels.add(row, column, *value);
            }
        }
        panels
    }

    #[test]
    fn a_matrix_that_is_not_positive_has_no_factor() {
        assert!(Factor::of(panels(&[vec![1.0, 2.0], vec![2.0, 1.0]])).is_none());
        assert!(Factor::of(panels(&[vec![f64::NAN]])).is_none());
    }

    proptest! {
        #[test]
        fn factor_and_inverse_give_the_matrix_and_the_identity_back(
            size in 1usize..70,
            entries in prop::collection::vec(-2.0..2.0f64, 97..98),
        ) {
            let matrix = positive(size, &entries);
            let factor = Factor::of(panels(&matrix)).unwrap();
            let inverse = factor.inverse();
            for (row, entries_of_row) in matrix.iter().enumerate() {
                for column in 0..=row {
                    let again: f64 =
                        (0..=column).map(|at| factor.lower.at(row, at) * factor.lower.at(column, at)).sum();
                    prop_assert!((again - entries_of_row[column]).abs() < 1e-9);
                    let unit: f64 = (0..size).map(|at| entries_of_row[at] * inverse.at(at, column)).sum();
                    let wanted = if row == column { 1.0 } else { 0.0 };
                    prop_assert!((unit - wanted).abs() < 1e-8);
                }
            }
            let mut solved: Vec<f64> = (0..size).map(|at| entries[at]).collect();
            factor.solve_upper(&mut solved);
            for (column, entry) in entries.iter().enumerate().take(size) {
                let again: f64 = (column..size).map(|row| factor.lower.at(row, column) * solved[row]).sum();
                prop_assert!((again - entry).abs() < 1e-9);
            }
        }
    }
}
