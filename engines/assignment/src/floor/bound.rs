//! What no assignment above a floor can exceed, by prices on the reviewers' readings.
//!
//! Lagrangean relaxation of the loads (M. L. Fisher 1981, Management Science 27, sections 2 and 3): at any prices, let every
//! application take the best readers that reach its floor; what that comes to, with the prices of the loads at their bounds,
//! is at least the total of every assignment above the floor. Prices are moved against what is over- and underused, by steps
//! after B. T. Polyak 1969 (USSR Computational Mathematics 9).

use super::choice::{Counts, best_set};
use crate::model::Round;

/// A bound with the prices that prove it, in millionths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bound {
    /// No total above the floor is greater. Nothing at all is above it if there is no value.
    pub(super) total: Option<i64>,
    /// By reviewer.
    pub(super) prices: Vec<i64>,
}

/// Whether prices prove that no assignment reaches a floor: whatever reaches it would have to pay less than nothing.
pub(super) fn is_out_of_reach(round: &Round, floor: i64, prices: &[i64]) -> bool {
    proved(round, floor, prices, Counts::Nothing).0.is_none_or(|it| it < 0)
}

/// What the prices prove, and by how much each reviewer would be overused.
pub(super) fn proved(round: &Round, floor: i64, prices: &[i64], counts: Counts) -> (Option<i64>, Vec<i64>) {
    // Counted from the most that each can read, so that equals spread.
    let mut used: Vec<i64> = round.reviewers().iter().map(|it| -i64::from(it.at_most)).collect();
    let mut total: i128 = 0;
    for application in 0..round.applications().len() {
        let Some(choice) = best_set(round, application, floor, prices, &used, counts) else { return (None, used) };
        total += i128::from(choice.value);
        for pair in choice.pairs {
            used[round.pairs()[pair].reviewer as usize] += 1;
        }
    }
    for ((reviewer, price), used) in round.reviewers().iter().zip(prices).zip(&mut used) {
        let (least, most) = (i64::from(reviewer.at_least), i64::from(reviewer.at_most));
        *used += most;
        let load = if *price > 0 || (*price == 0 && *used > most) {
            most
        } else if *price < 0 || *used < least {
            least
        } else {
            *used
        };
        total += i128::from(load) * i128::from(*price);
        *used -= load;
    }
    (Some(i64::try_from(total).unwrap_or(i64::MAX)), used)
}

/// Lowers a bound by moving the prices, until it is at most `enough` or the steps are spent. `go_on` is asked with the bound
/// before each step.
pub(super) fn lower(
    round: &Round,
    (floor, counts): (i64, Counts),
    start: Vec<i64>,
    (enough, target): (i64, i64),
    steps: u32,
    go_on: &mut dyn FnMut(Option<i64>) -> bool,
) -> Bound {
    let mut best = Bound { total: Some(i64::MAX), prices: start.clone() };
    let mut prices: Vec<f64> = start.iter().map(|it| *it as f64).collect();
    let mut heading = vec![0.0; prices.len()];
    let (mut stride, mut idle) = (1.0, 0);
    for _ in 0..steps {
        let whole: Vec<i64> = prices.iter().map(|it| libm::round(*it) as i64).collect();
        let (total, over) = proved(round, floor, &whole, counts);
        if total.is_none_or(|it| best.total.is_some_and(|best| it < best)) {
            best = Bound { total, prices: whole };
            idle = 0;
        } else {
            idle += 1;
        }
        let Some(lowest) = best.total.filter(|it| *it > enough) else { break };
        if idle >= 12 {
            (stride, idle) = (stride / 2.0, 0);
            if stride < 1e-3 {
                break;
            }
        }
        if over.iter().all(|it| *it == 0) || !go_on(Some(lowest)) {
            break;
        }
        for (heading, over) in heading.iter_mut().zip(&over) {
            *heading = 0.3 * *heading + *over as f64;
        }
        let square: f64 = heading.iter().map(|it| it * it).sum();
        let distance = (total.unwrap_or(lowest) - target) as f64;
        let step = stride * distance / square;
        for (price, heading) in prices.iter_mut().zip(&heading) {
            *price += step * heading;
        }
    }
    best
}
