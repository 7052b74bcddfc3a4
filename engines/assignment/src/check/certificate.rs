//! A certificate: an assignment and what is claimed of it; and the verdict on every claim.

use serde::{Deserialize, Serialize};

use super::counting::{Breach, count};
use super::prices::{Unpriced, bound_above_floor, bound_of_total, is_out_of_reach};
use crate::exact::{Priced, Prices};
use crate::model::{Affinity, Pairing, Sheets};

/// What can be claimed of an assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Claim {
    /// It keeps the sheets, and comes to this total.
    Total(Affinity),
    /// Its least score of an application is this.
    LeastScore(Affinity),
    /// No assignment has a greater total than this.
    NoGreaterTotal {
        /// The bound.
        bound: Affinity,
        /// The proof.
        prices: Prices,
    },
    /// No assignment gives every application at least this score.
    FloorOutOfReach {
        /// The floor.
        floor: Affinity,
        /// The proof.
        prices: Vec<Priced>,
    },
    /// No assignment that gives every application at least this score has a greater total.
    NoGreaterTotalAboveFloor {
        /// The floor.
        floor: Affinity,
        /// The bound.
        bound: Affinity,
        /// The proof.
        prices: Vec<Priced>,
    },
}

/// An assignment with its claims, to be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Who reads whom.
    pub pairs: Vec<Pairing>,
    /// What is claimed.
    pub claims: Vec<Claim>,
}

/// Why a claim does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// The assignment does not keep the sheets.
    #[error("the assignment breaks the sheets: {}", .0.first().map_or_else(String::new, ToString::to_string))]
    Breaches(Vec<Breach>),
    /// A figure is another.
    #[error("it is {0}")]
    Other(Affinity),
    /// The prices prove less.
    #[error("the prices prove only that nothing is greater than {0}")]
    Weaker(Affinity),
    /// The prices do not prove it.
    #[error("the prices do not prove that the floor is out of reach")]
    Unproved,
    /// The prices cannot be counted.
    #[error(transparent)]
    Unpriced(#[from] Unpriced),
}

/// The verdict: one answer to each claim, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Nothing where the claim holds.
    pub doubts: Vec<Option<Doubt>>,
}

impl Verdict {
    /// Whether everything that is claimed holds.
    pub fn holds(&self) -> bool {
        self.doubts.iter().all(Option::is_none)
    }
}

/// Counts every claim of a certificate again.
pub fn verify(sheets: &Sheets, certificate: &Certificate) -> Verdict {
    let counted = count(sheets, &certificate.pairs);
    let figure = |claimed: Affinity, of: &dyn Fn() -> Result<Affinity, Doubt>| match of() {
        Ok(found) => (found != claimed).then_some(Doubt::Other(found)),
        Err(doubt) => Some(doubt),
    };
    let counted = || counted.clone().map_err(Doubt::Breaches);
    let doubts = certificate.claims.iter().map(|claim| match claim {
        Claim::Total(total) => figure(*total, &|| counted().map(|it| it.total)),
        Claim::LeastScore(least) => figure(*least, &|| counted().map(|it| it.least_score)),
        Claim::NoGreaterTotal { bound, prices } => match bound_of_total(sheets, prices) {
            Ok(found) => (found > *bound).then_some(Doubt::Weaker(found)),
            Err(why) => Some(why.into()),
        },
        Claim::FloorOutOfReach { floor, prices } => match is_out_of_reach(sheets, *floor, prices) {
            Ok(is_proved) => (!is_proved).then_some(Doubt::Unproved),
            Err(why) => Some(why.into()),
        },
        Claim::NoGreaterTotalAboveFloor { floor, bound, prices } => match bound_above_floor(sheets, *floor, prices) {
            Ok(found) => found.map(|it| rounded(sheets, it)).filter(|it| it > bound).map(Doubt::Weaker),
            Err(why) => Some(why.into()),
        },
    });
    Verdict { doubts: doubts.collect() }
}

/// A bound rounded down to a multiple of what all affinities are multiples of: totals are such multiples too.
fn rounded(sheets: &Sheets, bound: Affinity) -> Affinity {
    let unlisted = match sheets.unlisted {
        crate::model::Unlisted::Worth(affinity) => affinity,
        crate::model::Unlisted::Forbidden => Affinity::ZERO,
    };
    let all = sheets.affinities.iter().map(|it| it.affinity).chain([unlisted]);
    let common = all.fold(0, |so_far, it| divisor(so_far, it.in_millionths().abs())).max(1);
    Affinity::millionths(bound.in_millionths().div_euclid(common) * common)
}

fn divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { divisor(other, one % other) }
}
