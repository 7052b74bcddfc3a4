//! From floating-point weights to whole parts.

use super::Task;
use crate::model::{Lottery, Panel, WHOLE};

/// Rounds weights to whole parts of `WHOLE`, largest remainders first, and drops panels that are never drawn.
pub(super) fn lottery(task: &Task<'_>, panels: &[Vec<i64>], weights: &[f64]) -> Lottery {
    let total: f64 = weights.iter().sum();
    let exact: Vec<f64> = weights.iter().map(|it| it / total * WHOLE as f64).collect();
    let mut parts: Vec<u64> = exact.iter().map(|it| it.floor() as u64).collect();
    let mut order: Vec<usize> = (0..parts.len()).filter(|it| exact[*it] >= 0.5).collect();
    order.sort_by(|a, b| (exact[*b].fract()).total_cmp(&exact[*a].fract()).then(a.cmp(b)));
    let given: u64 = parts.iter().sum();
    let mut left = WHOLE.saturating_sub(given);
    for at in order.iter().cycle().take(parts.len().max(1) * 2) {
        if left == 0 {
            break;
        }
        parts[*at] += 1;
        left -= 1;
    }
    // What rounding still owes or was given too much goes to the panel that is drawn most often.
    if let Some(most) = (0..parts.len()).max_by_key(|it| (parts[*it], usize::MAX - it)) {
        let sum: u64 = parts.iter().sum();
        parts[most] = (parts[most] + WHOLE).saturating_sub(sum);
    }
    let mut panels: Vec<Panel> = panels
        .iter()
        .zip(parts)
        .filter(|(_, weight)| *weight > 0)
        .map(|(panel, weight)| Panel { counts: panel.iter().map(|it| *it as u32).collect(), weight })
        .collect();
    panels.sort_by(|a, b| b.counts.cmp(&a.counts));
    Lottery { kinds: task.kinds.clone(), panels }
}
