//! After a decline or a late conflict: as little changes as must.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::exact::{Wishes, assign, pairings};
use crate::model::{Affinity, Pairing, Round, Sheets};
use crate::progress::{Go, Progress, Standing};
use crate::shortage::Shortage;

/// What a changed pair costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeCost {
    /// As few pairs change as possible; among those assignments the best total.
    Fewest,
    /// A pair changes only where the total gains more than this by each.
    Each(Affinity),
}

/// An assignment that follows another, and what is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reassignment {
    /// The numbers of the chosen pairs, rising.
    pub pairs: Vec<usize>,
    /// The sum of their affinities.
    pub total: Affinity,
    /// Pairs that are no longer assigned.
    pub gone: Vec<Pairing>,
    /// Pairs that are new.
    pub new: Vec<Pairing>,
    /// Whether it is proved that this is the best under the cost.
    pub standing: Standing,
}

impl Sheets {
    /// The sheets after a reviewer has declined: what they handed in stays, nothing else goes to them. An id that is unknown
    /// changes nothing.
    #[must_use]
    pub fn after_decline(&self, reviewer: &str, done: &[Pairing]) -> Self {
        let mut sheets = self.clone();
        let own: BTreeSet<&Pairing> = done.iter().filter(|it| it.reviewer == reviewer).collect();
        if let Some(it) = sheets.reviewers.iter_mut().find(|it| it.id == reviewer) {
            (it.at_least, it.at_most) = (0, own.len() as u32);
            let lacking: Vec<Pairing> = own.into_iter().filter(|it| !self.frozen.contains(it)).cloned().collect();
            sheets.frozen.extend(lacking);
        }
        sheets
    }
}

/// Assigns again, starting from an earlier assignment. Reviews that were handed in must be frozen in the sheets; earlier
/// pairs that are no longer possible are simply gone.
///
/// A pair that stays is worth the cost more: still one cheapest flow, and exact (as for `assign`). Stability as a linear
/// cost on changes follows the minimal perturbation problem of R. Barták, T. Müller and H. Rudová 2004 (LNAI 3010).
///
/// # Errors
/// [`Shortage`]: why there is no assignment at all.
pub fn reassign(
    round: &Round,
    earlier: &[Pairing],
    cost: ChangeCost,
    wishes: &Wishes,
    watch: &mut dyn FnMut(Progress) -> Go,
) -> Result<Reassignment, Shortage> {
    let before: BTreeSet<&Pairing> = earlier.iter().collect();
    let numbers: Vec<usize> = before
        .iter()
        .filter_map(|it| round.pair(round.application(&it.application)?, round.reviewer(&it.reviewer)?))
        .collect();
    let bonus = match cost {
        ChangeCost::Each(cost) => cost,
        ChangeCost::Fewest => beyond_any_total(round),
    };
    let mut worth: Vec<Affinity> = round.pairs().iter().map(|it| it.affinity).collect();
    for it in numbers {
        worth[it] = worth[it] + bonus;
    }
    let found = assign(&round.worth(worth), wishes, watch)?;
    let named = pairings(round, &found.pairs);
    let after: BTreeSet<&Pairing> = named.iter().collect();
    Ok(Reassignment {
        total: found.pairs.iter().map(|it| round.pairs()[*it].affinity).sum(),
        gone: before.difference(&after).map(|it| (*it).clone()).collect(),
        new: after.difference(&before).map(|it| (*it).clone()).collect(),
        standing: found.standing,
        pairs: found.pairs,
    })
}

/// More than two totals can differ by, as long as that is less than 35 million wholes.
fn beyond_any_total(round: &Round) -> Affinity {
    let all = || round.pairs().iter().map(|it| it.affinity.in_millionths());
    let range = all().max().unwrap_or(0) - all().min().unwrap_or(0);
    Affinity::millionths(range.saturating_mul(round.readings()).saturating_add(1).min(1 << 45))
}
