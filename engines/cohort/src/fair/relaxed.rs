//! Fair chances without regard to whole panels: a bound for every lottery, and nearly always reached by one.
//!
//! The expected panel of any lottery lies in the linear relaxation of the quotas. The levels are therefore first raised
//! there, where no panel has to be found; if the expected panel that comes out is a mixture of whole panels, it is the
//! answer, and the multipliers of the quotas prove it without any search.

use super::levels::{Better, Level, Levels};
use crate::polytope::Polytope;
use crate::solver::Watch;
use crate::solver::simplex::{End, Simplex};

/// Chances that no lottery can better, level by level; and the expected number of each kind.
#[derive(Clone, Debug)]
pub(super) struct Relaxed {
    pub(super) levels: Vec<Level>,
    pub(super) expected: Vec<f64>,
}

/// The linear programme of a polytope with a row for each of these kinds.
pub(super) fn programme(polytope: &Polytope, free: &[usize], members: &[f64]) -> (Levels, usize) {
    let programme = &polytope.programme;
    let scales = scales(polytope);
    let mut ranges: Vec<(f64, f64)> =
        programme.rows.iter().zip(&scales).map(|(it, by)| (it.least as f64 * by, it.most as f64 * by)).collect();
    let first = ranges.len();
    ranges.extend(members.iter().map(|it| (0.0, *it)));
    let mut simplex = Simplex::new(&ranges);
    for (kind, column) in programme.columns.iter().enumerate() {
        let mut entries: Vec<(usize, f64)> =
            column.entries.iter().map(|(row, factor)| (*row, *factor as f64 * scales[*row])).collect();
        entries.extend(free.iter().position(|it| *it == kind).map(|at| (first + at, 1.0)));
        simplex.column_later(entries, (column.least as f64, column.most as f64));
    }
    simplex.settle();
    simplex.reprice();
    let rows = (first..first + free.len()).collect();
    (Levels { simplex, rows, members: members.to_vec(), is_closed: false }, first)
}

/// What each row is multiplied by, so that its factors are about one.
pub(super) fn scales(polytope: &Polytope) -> Vec<f64> {
    let mut largest = vec![1_u64; polytope.programme.rows.len()];
    for (row, factor) in polytope.programme.columns.iter().flat_map(|it| &it.entries) {
        largest[*row] = largest[*row].max(factor.unsigned_abs());
    }
    largest.iter().map(|it| 1.0 / (it.next_power_of_two() as f64)).collect()
}

/// Raises the levels over the relaxation; none if nothing fits.
pub(super) fn rise(
    polytope: &Polytope,
    free: &[usize],
    members: &[f64],
    only_first: bool,
    watch: &mut Watch<'_>,
) -> Option<Relaxed> {
    let (mut levels, _) = programme(polytope, free, members);
    levels.simplex.lean();
    levels.simplex.settle();
    let before = levels.simplex.steps;
    let end = levels.simplex.mend(200_000);
    watch.spend(levels.simplex.steps - before);
    if end != End::Best {
        return None;
    }
    let raised = levels.rise(only_first, watch, &mut |_, _| Better::None);
    let expected =
        (0..polytope.programme.columns.len()).map(|it| levels.simplex.value(levels.simplex.of_column(it))).collect();
    Some(Relaxed { levels: raised, expected })
}
