//! Panels to begin with, so that nobody's chance is zero only because nobody looked.

use crate::solver::{Session, Want, Watch};

/// By how much the weight of those who were chosen falls.
const FALL: f64 = 0.2;
/// How many simplex steps the search for one panel may take.
const EFFORT: u64 = 2_000;
/// Weights become whole numbers by this.
const WEIGHT: f64 = 1e6;

/// Panels by multiplicative weights: whoever was chosen counts for less the next time (Flanigan et al. 2021,
/// supplementary information, section 9; S. Arora, E. Hazan and S. Kale, *The multiplicative weights update method*,
/// 2012).
pub(super) fn panels(
    free: &[usize],
    members: &[f64],
    kinds: usize,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Vec<Vec<i64>> {
    let mut weights = vec![1.0; free.len()];
    let mut covered = vec![false; free.len()];
    let mut panels: Vec<Vec<i64>> = Vec::new();
    let rounds = (2 * free.len()).clamp(20, 400);
    for round in 0..rounds {
        let mut goal = vec![0_i64; kinds];
        for (at, kind) in free.iter().enumerate() {
            // In every other round only those count who were never chosen, and the others as ever where they tie.
            let counts = if round % 2 == 1 && !covered[at] { 10.0 } else { 1.0 };
            goal[*kind] = (counts * weights[at] / members[at] * WEIGHT).round() as i64;
        }
        let most: i64 = goal.iter().copied().max().unwrap_or(0);
        let want = Want { slack: i128::from(most), effort: Some(EFFORT), ..Want::default() };
        let Some((panel, _)) = session.maximise(&goal, want, watch).best else { continue };
        for (at, kind) in free.iter().enumerate() {
            let share = panel[*kind] as f64 / members[at];
            weights[at] *= 1.0 - FALL * share;
            covered[at] |= panel[*kind] > 0;
        }
        let greatest = weights.iter().copied().fold(1e-300, f64::max);
        for it in &mut weights {
            *it /= greatest;
        }
        panels.push(panel);
        if watch.stopped().is_some() {
            break;
        }
    }
    panels.sort_unstable();
    panels.dedup();
    panels
}
