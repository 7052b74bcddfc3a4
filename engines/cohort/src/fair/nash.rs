//! Nash welfare: the product of all chances as great as it can be.
//!
//! `max Σ m_t log p_t` over lotteries. Over the panels found so far by Newton's method on the weights (S. Boyd and
//! L. Vandenberghe, *Convex Optimization*, 2004, chapter 10), with weights that reach zero set aside; then the panel
//! that `1/p` calls for is added. The gap is that of M. Frank and P. Wolfe (1956): no lottery has more than
//! `max Σ x_t/p_t − n` above this one.

use super::master::{PRICE, Pool};
use super::{Fair, Stage, Task, leximin, start, weights};
use crate::solver::{Session, Want, Watch};

/// The gap that is good enough, a person.
const GAP: f64 = 1e-7;
const ROUNDS: usize = 3_000;
const EFFORT: u64 = 20_000;

/// Finds the lottery of greatest Nash welfare.
pub(super) fn fairest(task: &Task<'_>, session: &mut dyn Session, watch: &mut Watch<'_>) -> Option<Fair> {
    let (possible, zero) = leximin::possible(task, session, watch)?;
    let task = &possible;
    let kinds = task.kinds.len();
    if task.free.is_empty() {
        return leximin::settled(task, zero, session, watch);
    }
    let mut pool = Pool { panels: start::panels(&task.free, &task.members, kinds, session, watch), ..Pool::default() };
    for it in &task.free {
        if pool.panels.iter().all(|panel| panel[*it] == 0) {
            let mut goal = vec![0; kinds];
            goal[*it] = 1;
            pool.panels.push(session.maximise(&goal, Want::default(), watch).best?.0);
        }
    }
    pool.panels.sort_unstable();
    pool.panels.dedup();
    let people: f64 = task.members.iter().sum();
    let mut is_reached = false;
    let mut shares = vec![1.0 / pool.panels.len() as f64; pool.panels.len()];
    for _ in 0..ROUNDS {
        balance(task, &pool.panels, &mut shares, watch);
        let numbers = numbers(task, &pool.panels, &shares);
        let (goal, scale) = goal(task, &numbers);
        let enough = (people * (1.0 + GAP) * scale) as i128;
        let want = Want { above: Some(enough), effort: Some(EFFORT), ..Want::default() };
        let outcome = session.maximise(&goal, want, watch);
        match outcome.best {
            Some((panel, _)) if !pool.holds(&panel) => {
                pool.panels.push(panel);
                shares.push(0.0);
            }
            _ => {
                is_reached = !outcome.is_open;
                break;
            }
        }
        if watch.stopped().is_some() {
            break;
        }
    }
    let lottery = weights::lottery(task, &pool.panels, &shares);
    let (goal, _) = goal(task, &numbers(task, &pool.panels, &shares));
    let own = leximin::prove(task, &lottery, goal, true, session, watch);
    let stage = Stage { settled: Vec::new(), unsettled: task.free.clone(), is_reached, ..own };
    let stages = zero.map(|it| it(&lottery, session, watch)).into_iter().chain([stage]).collect();
    Some(Fair { lottery, stages, stopped: watch.stopped() })
}

/// The expected number of each free kind.
fn numbers(task: &Task<'_>, panels: &[Vec<i64>], shares: &[f64]) -> Vec<f64> {
    let mut numbers = vec![0.0; task.free.len()];
    for (panel, share) in panels.iter().zip(shares).filter(|it| *it.1 > 0.0) {
        for (number, kind) in numbers.iter_mut().zip(&task.free) {
            *number += share * panel[*kind] as f64;
        }
    }
    numbers
}

/// One over the chance of each kind, in whole numbers, and what one is in them.
fn goal(task: &Task<'_>, numbers: &[f64]) -> (Vec<i64>, f64) {
    let prices: Vec<f64> =
        task.members.iter().zip(numbers).map(|(members, number)| members / number.max(1e-12)).collect();
    let scale = PRICE / prices.iter().copied().fold(1e-12, f64::max);
    let mut goal = vec![0; task.kinds.len()];
    for (price, kind) in prices.iter().zip(&task.free) {
        goal[*kind] = (price * scale).round() as i64;
    }
    (goal, scale)
}

/// What each panel is worth at one over the chances; the mean over the lottery is the number of people.
fn worths(task: &Task<'_>, panels: &[Vec<i64>], numbers: &[f64]) -> Vec<f64> {
    let price: Vec<f64> = task.members.iter().zip(numbers).map(|(members, number)| members / number).collect();
    panels.iter().map(|it| task.free.iter().zip(&price).map(|(kind, price)| it[*kind] as f64 * price).sum()).collect()
}

fn welfare(task: &Task<'_>, numbers: &[f64]) -> f64 {
    task.members.iter().zip(numbers).map(|(members, number)| members * libm::log(number.max(1e-300))).sum()
}

/// Shares of greatest welfare over these panels.
fn balance(task: &Task<'_>, panels: &[Vec<i64>], shares: &mut [f64], watch: &mut Watch<'_>) {
    let people: f64 = task.members.iter().sum();
    for _ in 0..200 {
        let at = numbers(task, panels, shares);
        let worth = worths(task, panels, &at);
        if !watch.spend(1 + panels.len() as u64) {
            return;
        }
        // A panel that is worth more than the mean comes in; one without a share that is worth less stays out.
        let inside: Vec<usize> =
            (0..panels.len()).filter(|it| shares[*it] > 0.0 || worth[*it] > people * (1.0 + GAP * 0.1)).collect();
        let off = inside.iter().map(|it| (worth[*it] - people).abs() * shares[*it].max(1e-3)).fold(0.0, f64::max);
        let most = inside.iter().map(|it| worth[*it]).fold(0.0, f64::max);
        if most <= people * (1.0 + GAP * 0.3) && off <= people * GAP {
            return;
        }
        let Some(direction) = newton(task, panels, &inside, &at, &worth) else { return };
        // Those that would leave at once do not count.
        let reach = inside
            .iter()
            .zip(&direction)
            .filter(|(_, by)| **by < 0.0)
            .map(|(it, by)| -shares[*it] / by)
            .fold(1.0, f64::min);
        let before = welfare(task, &at);
        let mut step = reach;
        let mut moved = false;
        for _ in 0..40 {
            let mut next = shares.to_vec();
            for (it, by) in inside.iter().zip(&direction) {
                next[*it] = (next[*it] + step * by).max(0.0);
                if next[*it] < 1e-13 {
                    next[*it] = 0.0;
                }
            }
            let total: f64 = next.iter().sum();
            for it in &mut next {
                *it /= total;
            }
            if welfare(task, &numbers(task, panels, &next)) > before {
                shares.copy_from_slice(&next);
                moved = true;
                break;
            }
            step *= 0.5;
        }
        if !moved && !exchange(task, panels, shares, &worth) {
            return;
        }
    }
}

/// The step of Newton's method on the shares of some panels, which leaves their sum as it is.
fn newton(task: &Task<'_>, panels: &[Vec<i64>], inside: &[usize], at: &[f64], worth: &[f64]) -> Option<Vec<f64>> {
    let size = inside.len();
    let curve: Vec<f64> = task.members.iter().zip(at).map(|(members, number)| members / (number * number)).collect();
    let mut matrix = vec![vec![0.0; size]; size];
    for (row, a) in inside.iter().enumerate() {
        for (column, b) in inside.iter().enumerate().take(row + 1) {
            let sum: f64 = task
                .free
                .iter()
                .zip(&curve)
                .map(|(kind, curve)| panels[*a][*kind] as f64 * panels[*b][*kind] as f64 * curve)
                .sum();
            matrix[row][column] = sum;
        }
    }
    let trace: f64 = (0..size).map(|it| matrix[it][it]).sum::<f64>() / size as f64;
    for (at, row) in matrix.iter_mut().enumerate() {
        row[at] += trace * 1e-10;
    }
    // Cholesky, then two solutions: for the worths, and for ones.
    for row in 0..size {
        for column in 0..=row {
            let sum: f64 = (0..column).map(|it| matrix[row][it] * matrix[column][it]).sum();
            let left = matrix[row][column] - sum;
            if row == column {
                if left <= 0.0 {
                    return None;
                }
                matrix[row][row] = left.sqrt();
            } else {
                matrix[row][column] = left / matrix[column][column];
            }
        }
    }
    let solve = |right: Vec<f64>| {
        let mut x = right;
        for row in 0..size {
            let sum: f64 = (0..row).map(|it| matrix[row][it] * x[it]).sum();
            x[row] = (x[row] - sum) / matrix[row][row];
        }
        for row in (0..size).rev() {
            let sum: f64 = (row + 1..size).map(|it| matrix[it][row] * x[it]).sum();
            x[row] = (x[row] - sum) / matrix[row][row];
        }
        x
    };
    let by_worth = solve(inside.iter().map(|it| worth[*it]).collect());
    let by_one = solve(vec![1.0; size]);
    let level = by_worth.iter().sum::<f64>() / by_one.iter().sum::<f64>();
    Some(by_worth.iter().zip(&by_one).map(|(a, b)| a - level * b).collect())
}

/// Moves share from the panel that is worth least to the one that is worth most, as far as it gains.
fn exchange(task: &Task<'_>, panels: &[Vec<i64>], shares: &mut [f64], worth: &[f64]) -> bool {
    let held = (0..panels.len()).filter(|it| shares[*it] > 0.0);
    let (Some(from), Some(to)) = (
        held.min_by(|a, b| worth[*a].total_cmp(&worth[*b])),
        (0..panels.len()).max_by(|a, b| worth[*a].total_cmp(&worth[*b])),
    ) else {
        return false;
    };
    let before = welfare(task, &numbers(task, panels, shares));
    let mut step = shares[from];
    for _ in 0..50 {
        let mut next = shares.to_vec();
        next[from] -= step;
        next[to] += step;
        if from != to && welfare(task, &numbers(task, panels, &next)) > before {
            shares.copy_from_slice(&next);
            return true;
        }
        step *= 0.5;
    }
    false
}
