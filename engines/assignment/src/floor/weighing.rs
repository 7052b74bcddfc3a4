//! Whole assignments near a floor: applications that fall short weigh more, and a cheapest flow follows.
//!
//! Lagrangean relaxation of the floors (A. M. Geoffrion 1974, Mathematical Programming Study 2): each weighing is one flow,
//! warm from the last, so its readings are whole and its loads kept; exchanges mend what is still short.

use super::draft::{Aim, Draft};
use super::exchange::exchange;
use crate::exact::{Layout, settled};
use crate::flow::{Residual, cheapen, saturate};
use crate::model::Round;

/// What an application weighs whose floor does not bind.
pub(super) const PLAIN: i64 = 1_024;
/// No application weighs more than this.
const HEAVIEST: i64 = 64 * PLAIN;

/// Prices are cut off here. Any prices prove something, and these can still be added up.
const DEAREST: i64 = 1 << 46;

/// The network of a round at one floor.
pub(super) struct Weighing<'a> {
    round: &'a Round,
    layout: Layout,
    net: Residual,
    floor: i64,
    weights: Vec<i64>,
    potentials: Option<Vec<i64>>,
}

/// A floor that no assignment reaches, seen from a cut: prices that prove it.
pub(super) struct OutOfReach(pub(super) Vec<i64>);

impl<'a> Weighing<'a> {
    /// The network without the pairs that no set of readers above the floor holds.
    pub(super) fn at(round: &'a Round, floor: i64, weights: Option<&Vec<i64>>) -> Result<Self, OutOfReach> {
        let Ok(mut layout) = Layout::of(round, crate::exact::Grain::WHOLE) else {
            return Err(OutOfReach(vec![0; round.reviewers().len()]));
        };
        for application in 0..round.applications().len() {
            for pair in useless(round, application, floor) {
                layout.network.arcs[pair].capacity = 0;
            }
        }
        let mut net = Residual::of(&layout.network);
        if let Some(giving) = saturate(&mut net) {
            // One for each reading by the scarce side of the cut.
            let lacks_applications = giving[layout.spare as usize];
            let price = |it: u32| {
                let scarce = giving[layout.reviewer(it) as usize] != lacks_applications;
                if !scarce {
                    0
                } else if lacks_applications {
                    -1
                } else {
                    1
                }
            };
            return Err(OutOfReach((0..round.reviewers().len() as u32).map(price).collect()));
        }
        let weights = weights.cloned().unwrap_or_else(|| vec![PLAIN; round.applications().len()]);
        Ok(Self { round, layout, net, floor, weights, potentials: None })
    }

    /// The cheapest flow at the present weights. Answers also the reviewers' prices, in millionths times [`PLAIN`].
    pub(super) fn weigh(&mut self) -> (Draft<'a>, Vec<i64>) {
        let round = self.round;
        for application in 0..round.applications().len() {
            for pair in round.pairs_of(application) {
                self.layout.network.arcs[pair].cost =
                    -round.pairs()[pair].affinity.in_millionths() * self.weights[application];
            }
        }
        let near = self.potentials.as_deref();
        let outcome = cheapen(&mut self.net, &self.layout.network, near, &mut |_| true);
        let zero = outcome.prices[self.layout.spare as usize];
        let price =
            |it: u32| zero.saturating_sub(outcome.prices[self.layout.reviewer(it) as usize]).clamp(-DEAREST, DEAREST);
        let prices = (0..round.reviewers().len() as u32).map(price).collect();
        self.potentials = Some(outcome.prices);
        (Draft::of(round, &settled(round, &self.net)), prices)
    }

    /// The weights as they are.
    pub(super) fn weights(&self) -> &Vec<i64> {
        &self.weights
    }

    /// Plays for the floor alone: what is badly served gains weight, what is well served loses it, by factors (the weights of
    /// Y. Freund and R. E. Schapire 1999, Games and Economic Behavior 29, section 3). At any weights, no least score exceeds the
    /// best weighed total over all weights; answers the least of these bounds, in millionths, with the reviewers' prices at
    /// it. The weights stay where the bound was least.
    pub(super) fn play(&mut self, turns: u32, go_on: &mut dyn FnMut(u64) -> bool) -> (i64, Vec<i64>) {
        let mut logs = vec![0.0_f64; self.weights.len()];
        let (mut least, mut prices, mut kept) = (i64::MAX, Vec::new(), self.weights.clone());
        for turn in 0..turns {
            if !go_on(turn.into()) {
                break;
            }
            let highest = logs.iter().copied().fold(f64::MIN, f64::max);
            for (weight, log) in self.weights.iter_mut().zip(&logs) {
                *weight = (libm::round(libm::exp(log - highest) * HEAVIEST as f64) as i64).max(1);
            }
            let (draft, at) = self.weigh();
            let weighed: i128 = draft
                .scores
                .iter()
                .zip(&self.weights)
                .map(|(score, weight)| i128::from(*score) * i128::from(*weight))
                .sum();
            let sum: i128 = self.weights.iter().map(|it| i128::from(*it)).sum();
            let bound = i64::try_from(weighed.div_euclid(sum.max(1))).unwrap_or(i64::MAX);
            if bound < least {
                (least, prices) = (bound, at);
                kept.clone_from(&self.weights);
            }
            // The step falls as the root of the turns rises; scores are counted against the bound.
            let step = 2.0 / f64::from(turn + 1).sqrt();
            for (log, score) in logs.iter_mut().zip(&draft.scores) {
                *log -= step * ((*score as f64 / least.max(1) as f64).clamp(-1.0, 3.0) - 1.0);
            }
        }
        self.weights = kept;
        (least, prices)
    }

    /// Gives more weight to what is short, and takes some from what has more than it needs.
    pub(super) fn weigh_anew(&mut self, draft: &Draft<'_>) {
        for (weight, score) in self.weights.iter_mut().zip(&draft.scores) {
            if *score < self.floor {
                *weight = (*weight * 5 / 4 + PLAIN / 4).min(HEAVIEST);
            } else if *weight > PLAIN {
                *weight -= (*weight - PLAIN) / 8;
            }
        }
    }
}

/// Exchanges readers until all reach the floor, then makes the total greater. Answers whether all reach it.
pub(super) fn mend(draft: &mut Draft<'_>, floor: i64, exchanges: u64) -> bool {
    if draft.least_score() < floor {
        exchange(draft, Aim::Reach(floor), exchanges);
    }
    let reached = draft.least_score() >= floor;
    if reached {
        exchange(draft, Aim::Keep(floor), exchanges);
    }
    reached
}

/// The pairs of an application that cannot be part of any set of readers above the floor.
fn useless(round: &Round, application: usize, floor: i64) -> Vec<usize> {
    let worth = |it: usize| round.pairs()[it].affinity.in_millionths();
    let (frozen, mut open): (Vec<usize>, Vec<usize>) =
        round.pairs_of(application).partition(|it| round.pairs()[*it].is_frozen);
    let left = (round.applications()[application].readings as usize).saturating_sub(frozen.len());
    open.sort_by_key(|it| std::cmp::Reverse(worth(*it)));
    let fixed: i64 = frozen.iter().map(|it| worth(*it)).sum();
    let others: i64 = open.iter().take(left.saturating_sub(1)).map(|it| worth(*it)).sum();
    // With the best others beside it; for the best themselves the next one takes the place.
    open.into_iter().skip(left).filter(|it| fixed + others + worth(*it) < floor).collect()
}
