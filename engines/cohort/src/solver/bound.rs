//! Bounds proved in whole numbers from multipliers of the rows.

use super::Programme;

/// Multipliers are told in parts of this: what leaves floating point is rounded to them, and stays exact from there.
pub const SCALE: i128 = 1 << 30;

/// How many times each row is taken, in parts of `SCALE`.
pub type Multipliers = Vec<i128>;

/// A number that no point's worth exceeds, whatever the multipliers are.
///
/// For any `π`: `goal · x = (goal − π A) · x + π · (A x)`, and each part is at most what the bounds allow
/// (Neumaier and Shcherbina 2004, section 2). `columns` and `rows` are the bounds that hold here.
pub fn upper_bound(
    programme: &Programme,
    goal: &[i64],
    multipliers: &[i128],
    columns: &[(i64, i64)],
    rows: &[(i64, i64)],
) -> i128 {
    let of_goal = |at: usize| i128::from(goal[at]) * SCALE;
    sum(programme, of_goal, multipliers, columns, rows).div_euclid(SCALE)
}

/// Whether the rows, each so many times, contradict each other: then no point fits.
pub fn infeasible(programme: &Programme, multipliers: &[i128], columns: &[(i64, i64)], rows: &[(i64, i64)]) -> bool {
    sum(programme, |_| 0, multipliers, columns, rows) < 0
}

fn sum(
    programme: &Programme,
    goal: impl Fn(usize) -> i128,
    multipliers: &[i128],
    columns: &[(i64, i64)],
    rows: &[(i64, i64)],
) -> i128 {
    let mut total = 0_i128;
    for (at, column) in programme.columns.iter().enumerate() {
        let taken: i128 = column.entries.iter().map(|(row, factor)| multipliers[*row] * i128::from(*factor)).sum();
        total += most(goal(at) - taken, columns[at]);
    }
    multipliers.iter().zip(rows).fold(total, |total, (it, range)| total + most(*it, *range))
}

/// The most that a factor times a number between bounds can be.
fn most(factor: i128, (least, most): (i64, i64)) -> i128 {
    match factor.signum() {
        1 => factor * i128::from(most),
        -1 => factor * i128::from(least),
        _ => 0,
    }
}
