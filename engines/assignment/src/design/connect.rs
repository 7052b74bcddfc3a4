//! Assignments that connect reviewers who would otherwise not be comparable, at a price in affinity.

use std::cmp::Reverse;

use super::error::{Equations, Expectation, NoExpectation, Spreads, expectation};
use crate::exact::{Assignment, Wishes, assign};
use crate::model::{Affinity, Round};
use crate::progress::{Go, Progress};
use crate::shortage::Shortage;

/// An assignment with what it lets expect.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// Who reads whom. Its `total` counts affinities only; its prices prove the best sum of affinity and connection.
    pub assignment: Assignment,
    /// What error is to be expected.
    pub expectation: Expectation,
}

/// The assignment with the best total, then `turns` more in which pairs gain by connecting: `weight` affinity for each unit
/// of effective resistance (variance of the difference of two leanings over that of noise) between a reviewer and the best of
/// those who read the same application before. The caller chooses by error and total.
///
/// Effective resistance as a measure of how badly two are connected: A. Ghosh, S. Boyd and A. Saberi 2008, SIAM Review 50,
/// section 2; adding ties by it lowers the sum of variances, which is A-optimality (F. Pukelsheim 1993, *Optimal Design of
/// Experiments*, chapter 6).
///
/// # Errors
/// [`Shortage`] outside: there is no assignment. [`NoExpectation`] inside: the spreads do not allow to expect anything.
pub fn connected_designs(
    round: &Round,
    wishes: &Wishes,
    spreads: Spreads,
    weight: Affinity,
    turns: u32,
    watch: &mut dyn FnMut(Progress) -> Go,
) -> Result<Result<Vec<Design>, NoExpectation>, Shortage> {
    let mut designs: Vec<Design> = Vec::new();
    let mut assignment = assign(round, wishes, watch)?;
    loop {
        let expected = match expectation(round, &assignment.pairs, spreads) {
            Ok(expected) => expected,
            Err(why) => return Ok(Err(why)),
        };
        let pairs = assignment.pairs.clone();
        designs.push(Design { assignment, expectation: expected });
        if designs.len() > turns as usize {
            return Ok(Ok(designs));
        }
        let worth = match with_connection(round, &pairs, spreads, weight) {
            Ok(worth) => worth,
            Err(why) => return Ok(Err(why)),
        };
        assignment = assign(&round.worth(worth), wishes, watch)?;
        assignment.total = assignment.pairs.iter().map(|it| round.pairs()[*it].affinity).sum();
    }
}

/// The affinities with what each pair would add to the connection of the present assignment.
fn with_connection(
    round: &Round,
    pairs: &[usize],
    spreads: Spreads,
    weight: Affinity,
) -> Result<Vec<Affinity>, NoExpectation> {
    let equations = Equations::of(round, pairs, spreads)?;
    let inverse = equations.factor.inverse();
    let covariance = |one: u32, other: u32| inverse[one as usize * equations.size + other as usize];
    let resistance =
        |one: u32, other: u32| covariance(one, one) + covariance(other, other) - 2.0 * covariance(one, other);
    let mut chosen = vec![false; round.pairs().len()];
    for pair in pairs {
        chosen[*pair] = true;
    }
    let mut worth = Vec::with_capacity(round.pairs().len());
    for application in 0..round.applications().len() {
        // The best of the present readers stays, as far as can be, and the others are drawn towards those far from there:
        // if all were drawn, all would change sides at once.
        let range = round.pairs_of(application);
        let present =
            range.clone().filter(|it| chosen[*it]).max_by_key(|it| (round.pairs()[*it].affinity, Reverse(*it)));
        let gains: Vec<f64> = range
            .clone()
            .map(|it| present.map_or(0.0, |home| resistance(round.pairs()[it].reviewer, round.pairs()[home].reviewer)))
            .collect();
        let greatest = gains.iter().copied().fold(0.0, f64::max);
        for (at, gain) in range.zip(gains) {
            let pair = round.pairs()[at];
            let gain = if Some(at) == present { greatest } else { gain };
            let gain = libm::round(gain * weight.in_millionths() as f64).clamp(-1e12, 1e12);
            worth.push(pair.affinity + Affinity::millionths(gain as i64));
        }
    }
    Ok(worth)
}
