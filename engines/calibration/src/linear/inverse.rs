//! The inverse of a matrix from its Cholesky factor: `A⁻¹ = X' X` with `X = L⁻¹`.

use super::panels::{Panels, ROWS, product};

/// How many panels go through the factor together.
const TOGETHER: usize = 8;

/// Columns of `X`, four together: `columns[j][k - 4 j]` is row `k` of the columns `4 j ..`.
type Columns = Vec<Vec<[f64; ROWS]>>;

/// The inverse of `L L'` (Golub and Van Loan, *Matrix Computations*, 4th edition, section 3.1 and 4.2).
pub(super) fn of(lower: &Panels) -> Panels {
    let columns = of_triangle(lower);
    let mut inverse = Panels::zero(lower.size());
    let count = columns.len();
    for start in (0..count).step_by(TOGETHER) {
        let end = (start + TOGETHER).min(count);
        for column in 0..end {
            for row in column.max(start)..end {
                let sums = product(&columns[row], &columns[column][ROWS * (row - column)..]);
                let entries = &mut inverse.panels[row][ROWS * column..];
                for (at, entry) in entries.iter_mut().enumerate().take(ROWS) {
                    *entry = [sums[0][at], sums[1][at], sums[2][at], sums[3][at]];
                }
            }
        }
    }
    inverse
}

/// The inverse of a lower triangle, which is again one.
fn of_triangle(lower: &Panels) -> Columns {
    let count = lower.panels.len();
    let mut columns: Columns = (0..count).map(|at| Vec::with_capacity(ROWS * (count - at))).collect();
    for start in (0..count).step_by(TOGETHER) {
        let end = (start + TOGETHER).min(count);
        for (column, values) in columns.iter_mut().enumerate().take(end) {
            for row in column.max(start)..end {
                let panel = &lower.panels[row];
                let sums = product(&panel[ROWS * column..ROWS * row], values);
                rows_of(panel, ROWS * row, &sums, row == column, values);
            }
        }
    }
    columns
}

/// Appends four rows of the inverse to a panel of columns.
fn rows_of(
    panel: &[[f64; ROWS]],
    start: usize,
    sums: &[[f64; ROWS]; ROWS],
    is_diagonal: bool,
    values: &mut Vec<[f64; ROWS]>,
) {
    let first = values.len();
    for row in 0..ROWS {
        let mut entry = [0.0; ROWS];
        if is_diagonal {
            entry[row] = 1.0;
        }
        for (it, sum) in entry.iter_mut().zip(sums[row]) {
            *it -= sum;
        }
        for earlier in 0..row {
            let factor = panel[start + earlier][row];
            for (it, above) in entry.iter_mut().zip(values[first + earlier]) {
                *it -= factor * above;
            }
        }
        for it in &mut entry {
            *it /= panel[start + row][row];
        }
        values.push(entry);
    }
}
