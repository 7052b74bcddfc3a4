//! The best total under all bounds, and who reads whom.

use super::layout::{Grain, Layout};
use super::prices::Prices;
use super::ties::break_ties;
use crate::check::{Certificate, Claim};
use crate::flow::{Residual, cheapen, saturate};
use crate::model::{Affinity, Pairing, Round};
use crate::progress::{Go, Progress, Stage, Standing};
use crate::shortage::Shortage;

/// What is wished of an assignment beyond the round itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Draws among assignments of the same total. It should be fixed, and told, before the affinities are known.
    pub seed: [u8; 32],
}

/// Who reads whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The numbers of the chosen pairs in [`Round::pairs`], rising.
    pub pairs: Vec<usize>,
    /// The sum of their affinities.
    pub total: Affinity,
    /// No assignment has a greater total. It equals `total` if that is proved to be the best.
    pub bound: Affinity,
    /// The proof of the bound.
    pub prices: Prices,
    /// Whether the total is proved.
    pub standing: Standing,
}

impl Assignment {
    /// The sum of the affinities of each application's readers: its *score*.
    pub fn scores(&self, round: &Round) -> Vec<Affinity> {
        let mut scores = vec![Affinity::ZERO; round.applications().len()];
        for pair in &self.pairs {
            let score = &mut scores[round.application_of(*pair)];
            *score = *score + round.pairs()[*pair].affinity;
        }
        scores
    }

    /// The least score of an application.
    pub fn least_score(&self, round: &Round) -> Affinity {
        self.scores(round).into_iter().min().unwrap_or_default()
    }

    /// The assignment with its proof, by ids, for [`crate::check`].
    pub fn certificate(&self, round: &Round) -> Certificate {
        let proof = Claim::NoGreaterTotal { bound: self.bound, prices: self.prices.clone() };
        let claims = vec![Claim::Total(self.total), Claim::LeastScore(self.least_score(round)), proof];
        Certificate { pairs: pairings(round, &self.pairs), claims }
    }

    /// How many applications each reviewer reads.
    pub fn loads(&self, round: &Round) -> Vec<u32> {
        let mut loads = vec![0; round.reviewers().len()];
        for pair in &self.pairs {
            loads[round.pairs()[*pair].reviewer as usize] += 1;
        }
        loads
    }
}

/// Pairs by their ids.
pub(crate) fn pairings(round: &Round, pairs: &[usize]) -> Vec<Pairing> {
    let named = |it: &usize| {
        let reviewer = &round.reviewers()[round.pairs()[*it].reviewer as usize];
        Pairing::new(&round.applications()[round.application_of(*it)].id, &reviewer.id)
    };
    pairs.iter().map(named).collect()
}

/// Finds the assignment with the greatest total affinity that keeps every number of readings, every load, every rule and
/// every frozen pair, and no conflict.
///
/// It is the transportation problem of F. L. Hitchcock 1941 (Journal of Mathematics and Physics 20) with lower bounds and
/// nested groups, as a cheapest flow; affinities and totals are in millionths, exact. Among equal totals the seed draws.
///
/// # Errors
/// [`Shortage`]: why there is no assignment at all.
pub fn assign(round: &Round, wishes: &Wishes, watch: &mut dyn FnMut(Progress) -> Go) -> Result<Assignment, Shortage> {
    let (layout, mut net) = carried(round, Grain::WHOLE)?;
    let outcome = cheapen(&mut net, &layout.network, None, &mut course(watch, Stage::Total));
    let mut standing = if outcome.is_cheapest { Standing::Proved } else { Standing::Stopped };
    if outcome.is_cheapest {
        let go_on = &mut course(watch, Stage::Ties);
        if break_ties(round, &layout, &mut net, &outcome.prices, &wishes.seed, go_on).is_none() {
            standing = Standing::Stopped;
        }
    }
    let pairs = settled(round, &net);
    let total = pairs.iter().map(|it| round.pairs()[*it].affinity).sum();
    let bound = Affinity::millionths(bound(round, &layout, &outcome.prices));
    let prices = Prices::of(round, &layout, &outcome.prices);
    Ok(Assignment { pairs, total, bound, prices, standing })
}

/// Asks whoever watches, with the work done.
pub(crate) fn course(watch: &mut dyn FnMut(Progress) -> Go, stage: Stage) -> impl FnMut(u64) -> bool {
    move |work| watch(Progress { stage, work, best: None, bound: None }) == Go::On
}

/// A round's network with every reading on its way, cheap or not.
pub(crate) fn carried(round: &Round, grain: Grain) -> Result<(Layout, Residual), Shortage> {
    let layout = Layout::of(round, grain)?;
    let mut net = Residual::of(&layout.network);
    match saturate(&mut net) {
        None => Ok((layout, net)),
        Some(giving) => Err(Shortage::of(round, &layout, &giving)),
    }
}

/// The pairs through which something flows, and the frozen ones.
pub(crate) fn settled(round: &Round, net: &Residual) -> Vec<usize> {
    (0..round.pairs().len()).filter(|it| round.pairs()[*it].is_frozen || net.flow(*it) > 0).collect()
}

/// What no assignment's total exceeds, by the potentials of the network, in millionths (for whole readings).
fn bound(round: &Round, layout: &Layout, potentials: &[i64]) -> i64 {
    let potential = |it: u32| i128::from(potentials[it as usize]);
    let network = &layout.network;
    let supplied: i128 =
        network.supplies.iter().zip(potentials).map(|(supply, it)| i128::from(*supply) * i128::from(*it)).sum();
    let bargains: i128 = network
        .arcs
        .iter()
        .map(|it| (i128::from(it.cost) + potential(it.tail) - potential(it.head)).min(0) * i128::from(it.capacity))
        .sum();
    let frozen: i128 =
        round.pairs().iter().filter(|it| it.is_frozen).map(|it| i128::from(it.affinity.in_millionths())).sum();
    i64::try_from(supplied - bargains + frozen).unwrap_or(i64::MAX)
}
