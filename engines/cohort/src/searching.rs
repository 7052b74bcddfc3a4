//! A searcher for checkers: any solver answers for claims that carry no proof.

use num_bigint::BigInt;

use crate::check::SearchedPolytope;
use crate::solver::{Column, Programme, Range, Solver, Want, Watch};

/// The greatest worth of any panel at these prices, by a solver; none if it was stopped or nothing fits.
///
/// The bound is taken, not the point: what a solver could not prove does not count.
pub fn greatest(
    polytope: &SearchedPolytope,
    prices: &[i64],
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Option<BigInt> {
    let rows = polytope.ranges.iter().map(|(least, most)| Range { least: *least, most: *most }).collect();
    let column = |(bounds, entries): (&(i64, i64), &Vec<(usize, i64)>)| Column {
        least: bounds.0,
        most: bounds.1,
        entries: entries.clone(),
    };
    let columns = polytope.bounds.iter().zip(&polytope.entries).map(column).collect();
    let outcome = solver.open(&Programme { rows, columns }).maximise(prices, Want::default(), watch);
    if outcome.is_open {
        return None;
    }
    // Where nothing fits, nothing is worth anything.
    Some(outcome.bound.map_or_else(|| BigInt::from(i64::MIN), BigInt::from))
}
