//! Whole panels whose mixture is a given expected panel.
//!
//! As in Carathéodory's theorem: take a whole panel on the smallest face that holds the point, go away from it until the
//! point meets a further bound, and repeat with what is left (M. Grötschel, L. Lovász and A. Schrijver, *Geometric
//! algorithms and combinatorial optimization*, 1988, theorem 6.5.11).

use crate::polytope::Polytope;
use crate::solver::{Session, Want, Watch};

/// How near to a bound counts as on it.
const ON: f64 = 1e-9;
/// What may be left of a point that counts as mixed.
const COMPLETE: f64 = 1e-6;
/// How many simplex steps the search for one panel may take.
const EFFORT: u64 = 5_000;

/// Panels that lie around an expected panel, and whether their mixture is it.
pub(super) fn around(
    polytope: &Polytope,
    session: &mut dyn Session,
    expected: &[f64],
    watch: &mut Watch<'_>,
) -> (Vec<Vec<i64>>, bool) {
    let programme = &polytope.programme;
    let mut point = expected.to_vec();
    let mut left = 1.0;
    let mut panels: Vec<Vec<i64>> = Vec::new();
    // A row of merit is seldom met exactly by a whole panel: it is not held.
    let mut counts = vec![true; programme.rows.len()];
    for (row, factor) in programme.columns.iter().flat_map(|it| &it.entries) {
        counts[*row] &= *factor == 1;
    }
    for round in 0..2 * (programme.columns.len() + programme.rows.len()) {
        let near = ON / left;
        let sums = sums(polytope, &point);
        for (at, (column, value)) in programme.columns.iter().zip(&point).enumerate() {
            let (least, most) = held(column.least, column.most, *value, near);
            session.bound_column(at, least, most);
        }
        for (at, (row, sum)) in programme.rows.iter().zip(&sums).enumerate().filter(|it| counts[it.0]) {
            let (least, most) = held(row.least, row.most, *sum, near);
            session.bound_row(at, least, most);
        }
        let goal: Vec<i64> = (0..point.len()).map(|at| whim(round, at, point[at])).collect();
        let want = Want { enough: Some(i128::MIN / 4), effort: Some(EFFORT), ..Want::default() };
        let Some((panel, _)) = session.maximise(&goal, want, watch).best else { break };
        let step = reach(polytope, &point, &sums, &panel);
        panels.push(panel);
        if step <= 0.0 {
            break;
        }
        let panel = &panels[panels.len() - 1];
        for (value, count) in point.iter_mut().zip(panel) {
            *value = (*value - step * *count as f64) / (1.0 - step);
        }
        left *= 1.0 - step;
        if left < 1e-10 || watch.stopped().is_some() {
            break;
        }
    }
    for (at, column) in programme.columns.iter().enumerate() {
        session.bound_column(at, column.least, column.most);
    }
    for (at, row) in programme.rows.iter().enumerate() {
        session.bound_row(at, row.least, row.most);
    }
    (panels, left < COMPLETE)
}

fn sums(polytope: &Polytope, point: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; polytope.programme.rows.len()];
    for (column, value) in polytope.programme.columns.iter().zip(point) {
        for (row, factor) in &column.entries {
            sums[*row] += *factor as f64 * value;
        }
    }
    sums
}

/// The bounds that a point on them holds.
fn held(least: i64, most: i64, value: f64, near: f64) -> (i64, i64) {
    let near = near * (1.0 + value.abs());
    if value <= least as f64 + near {
        (least, least)
    } else if value >= most as f64 - near {
        (most, most)
    } else {
        (least, most)
    }
}

/// A goal without a purpose, the same on every machine: a different corner each round.
fn whim(round: usize, at: usize, value: f64) -> i64 {
    let mut it = (round as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (at as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
    it = (it ^ (it >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let part = ((it >> 40) & 0xFF).cast_signed();
    // What is nearly whole is better taken or left as it is.
    let fraction = value - value.floor();
    ((fraction - 0.5) * 512.0) as i64 + part
}

/// How far a point can move away from a panel before it leaves the relaxation.
fn reach(polytope: &Polytope, point: &[f64], sums: &[f64], panel: &[i64]) -> f64 {
    let mut reach = 1.0 - 1e-12;
    let mut within = |value: f64, at: i64, least: i64, most: i64| {
        if at > least {
            reach = f64::min(reach, (value - least as f64) / (at - least) as f64);
        }
        if at < most {
            reach = f64::min(reach, (most as f64 - value) / (most - at) as f64);
        }
    };
    for ((column, value), count) in polytope.programme.columns.iter().zip(point).zip(panel) {
        within(*value, *count, column.least, column.most);
    }
    let mut of_panel = vec![0_i64; sums.len()];
    for (column, count) in polytope.programme.columns.iter().zip(panel) {
        for (row, factor) in &column.entries {
            of_panel[*row] += factor * count;
        }
    }
    for ((row, sum), at) in polytope.programme.rows.iter().zip(sums).zip(&of_panel) {
        within(*sum, *at, row.least, row.most);
    }
    reach
}
