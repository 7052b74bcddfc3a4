//! Whether a proof leaves no panel worth more than it says.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::polytope::Polytope;
use crate::certificate::{CaseOn, ProofClaim, Times};
use crate::polytope::Row;

/// Multipliers are told in parts of this.
const PARTS: u64 = 1 << 30;
/// A proof that is nested deeper than this is refused unread.
const DEEPEST: usize = 2_000;

/// Whether the proof shows that no panel is worth more than `bound` at these prices.
pub(super) fn holds(polytope: &Polytope, prices: &[i64], bound: &BigInt, proof: &ProofClaim) -> bool {
    let common = prices.iter().fold(0_u64, |sum, it| gcd(sum, it.unsigned_abs())).max(1);
    let lowest: Vec<BigInt> = prices.iter().map(|it| BigInt::from(*it) / common).collect();
    // Prices that have a common divisor are worth whole multiples of it: so much of a bound is enough.
    let floor = num_integer::Integer::div_floor(bound, &BigInt::from(common));
    let mut case = Case {
        polytope,
        prices: &lowest,
        bound: floor,
        bounds: polytope.bounds.clone(),
        ranges: polytope.ranges.clone(),
    };
    case.holds(proof, 0)
}

const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

struct Case<'a> {
    polytope: &'a Polytope,
    prices: &'a [BigInt],
    bound: BigInt,
    bounds: Vec<(i64, i64)>,
    ranges: Vec<(i64, i64)>,
}

impl Case<'_> {
    fn holds(&mut self, proof: &ProofClaim, depth: usize) -> bool {
        match proof {
            ProofClaim::Bounded(times) => {
                let bound = (&self.bound + 1_u32) * PARTS;
                self.most(times, self.prices).is_some_and(|most| most < bound)
            }
            ProofClaim::Contradiction(times) => {
                let nothing = vec![BigInt::zero(); self.prices.len()];
                self.most(times, &nothing).is_some_and(|most| most.is_negative())
            }
            ProofClaim::Cases { .. } if depth >= DEEPEST => false,
            ProofClaim::Cases { on, at, below, above } => {
                let Some(above_from) = at.checked_add(1) else { return false };
                self.within(on, i64::MIN, *at, below, depth) && self.within(on, above_from, i64::MAX, above, depth)
            }
        }
    }

    fn within(&mut self, on: &CaseOn, least: i64, most: i64, proof: &ProofClaim, depth: usize) -> bool {
        let place = match on {
            CaseOn::Kind(at) => self.bounds.get_mut(*at),
            CaseOn::Row(row) => {
                let at = self.polytope.rows.iter().position(|it| it == row);
                at.map(|it| &mut self.ranges[it])
            }
        };
        let Some(place) = place else { return false };
        let before = *place;
        *place = (before.0.max(least), before.1.min(most));
        // A case without a number left needs no proof.
        let holds = place.0 > place.1 || self.holds(proof, depth + 1);
        match on {
            CaseOn::Kind(at) => self.bounds[*at] = before,
            CaseOn::Row(row) => {
                if let Some(at) = self.polytope.rows.iter().position(|it| it == row) {
                    self.ranges[at] = before;
                }
            }
        }
        holds
    }

    /// `PARTS` times the most that any panel can be worth: what prices leave over the rows, plus the rows themselves.
    fn most(&self, times: &[Times], prices: &[BigInt]) -> Option<BigInt> {
        let mut multipliers = vec![BigInt::zero(); self.polytope.rows.len()];
        for it in times {
            multipliers[self.row(&it.row)?] += it.times.parse::<BigInt>().ok()?;
        }
        let mut total = BigInt::zero();
        for (kind, entries) in self.polytope.entries.iter().enumerate() {
            let taken: BigInt = entries.iter().map(|(row, adds)| &multipliers[*row] * *adds).sum();
            total += at_most(&(&prices[kind] * PARTS - taken), self.bounds[kind]);
        }
        for (multiplier, range) in multipliers.iter().zip(&self.ranges) {
            total += at_most(multiplier, *range);
        }
        Some(total)
    }

    fn row(&self, row: &Row) -> Option<usize> {
        self.polytope.rows.iter().position(|it| it == row)
    }
}

/// The most that a factor times a number between bounds can be.
fn at_most(factor: &BigInt, (least, most): (i64, i64)) -> BigInt {
    if factor.is_positive() {
        factor * most
    } else if factor.is_negative() {
        factor * least
    } else {
        BigInt::zero()
    }
}
