//! Chances spread wide: the more likely a pair already is, the less more of it counts.
//!
//! Perturbed maximisation with a quadratic, PM-Q (Y. E. Xu, S. Jecmen, Z. Song and F. Fang 2023, *A one-size-fits-all
//! approach to improving randomness in paper assignment*, Advances in Neural Information Processing Systems 36, section 4):
//! maximise the sum of `affinity * (x - beta x²)` under a greatest chance. It is solved by prices, in turn those of the
//! applications and of the reviewers (C. Hildreth 1957, Naval Research Logistics Quarterly 4), and then made whole by a flow.

use super::chances::Chances;
use super::limit::limited;
use crate::exact::{Grain, carried};
use crate::flow::{Residual, saturate};
use crate::model::Round;
use crate::progress::{Go, Progress, Stage};
use crate::shortage::Shortage;

/// In how many parts a chance is counted.
const WHOLE: i64 = 1 << 20;
/// How often both kinds of prices are set.
const SWEEPS: u32 = 2_000;
/// Loads that are off by less than this many readings in all are right.
const NEAR: f64 = 1e-6;
/// Pairs of less affinity than this bend as if they had this much, or else their chances would not be determined.
const LEAST_BEND: f64 = 1e-2;

/// How chances are spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// The greatest chance of a pair, above 0 and at most 1.
    pub most: f64,
    /// How much less each further part counts: 0 is not at all, 1 is so much that certainty counts nothing.
    pub beta: f64,
}

/// Chances with what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The chances.
    pub chances: Chances,
    /// The curve.
    pub curve: Curve,
    /// By how many readings the loads were off before they were made whole; a sign of how near the prices came.
    pub off_by: f64,
}

/// The chances that a curve asks for. Group rules are kept, but the curve does not see them. Chances of single pairs are
/// whole parts of 2^20, and near the best ones by about as much as `off_by` says.
///
/// # Errors
/// [`Shortage`]: why there are no such chances.
pub fn spread(round: &Round, curve: Curve, watch: &mut dyn FnMut(Progress) -> Go) -> Result<Spread, Shortage> {
    let curve = sound(curve);
    let mut prices = CurvePrices::of(round, curve);
    spread_from(round, &mut prices, curve, watch)
}

/// The widest spread under a greatest chance that still keeps a share (in ten-thousandths) of the best total, by ten
/// halvings of beta between 0 and 1 as in section 5 of the paper. Nothing if not even the least spread keeps it.
///
/// # Errors
/// [`Shortage`]: why there are no such chances.
pub fn widest_spread(
    round: &Round,
    most: f64,
    share: u32,
    watch: &mut dyn FnMut(Progress) -> Go,
) -> Result<Option<Spread>, Shortage> {
    let best = limited(round, 1_024, watch)?.expected_total(round);
    let (mut low, mut high, mut found) = (0.0, 1.0, None);
    let mut prices = CurvePrices::of(round, sound(Curve { most, beta: 1.0 }));
    for _ in 0..10 {
        let beta = f64::midpoint(low, high);
        let tried = spread_from(round, &mut prices, sound(Curve { most, beta }), watch)?;
        if tried.chances.expected_total(round) >= best * f64::from(share) / 10_000.0 {
            (low, found) = (beta, Some(tried));
        } else {
            high = beta;
        }
    }
    Ok(found)
}

/// The curve with what is no number or out of bounds put right.
fn sound(curve: Curve) -> Curve {
    let within = |it: f64, least: f64| if it.is_nan() { 1.0 } else { it.clamp(least, 1.0) };
    Curve { most: within(curve.most, 0.0), beta: within(curve.beta, 1e-6) }
}

fn spread_from(
    round: &Round,
    prices: &mut CurvePrices,
    curve: Curve,
    watch: &mut dyn FnMut(Progress) -> Go,
) -> Result<Spread, Shortage> {
    let grain = Grain { parts: WHOLE, cap: libm::floor(curve.most * WHOLE as f64) as i64 };
    // The network must be able to carry everything before it is asked for something near the prices.
    let (layout, _) = carried(round, grain)?;
    prices.curve = curve;
    let off_by = prices.settle(watch);
    let mut net = Residual::of(&layout.network);
    let open: Vec<usize> = (0..round.pairs().len()).filter(|it| !round.pairs()[*it].is_frozen).collect();
    let mut parts = vec![WHOLE; round.pairs().len()];
    for at in open.iter().copied() {
        let (way, asked) = (net.place[at] as usize, libm::floor(prices.chance(at) * WHOLE as f64) as i64);
        parts[at] = asked.clamp(0, grain.cap);
        net.push(layout.network.arcs[at].tail as usize, way, parts[at]);
        // First only single parts are added, and nothing is taken away.
        let twin = net.twin[way] as usize;
        (net.room[way], net.room[twin]) = ((grain.cap - parts[at]).min(1), 0);
    }
    let stuck = saturate(&mut net).is_some();
    for at in open.iter().copied() {
        let (way, twin) = (net.place[at] as usize, net.twin[net.place[at] as usize] as usize);
        parts[at] += net.room[twin];
        (net.room[way], net.room[twin]) = (grain.cap - parts[at], parts[at]);
    }
    if stuck {
        saturate(&mut net);
        for at in open {
            parts[at] = net.flow(at);
        }
    }
    Ok(Spread { chances: Chances { whole: WHOLE, parts }, curve, off_by })
}

/// Prices of readings under a curve, in wholes.
struct CurvePrices {
    curve: Curve,
    affinity: Vec<f64>,
    is_frozen: Vec<bool>,
    application: Vec<u32>,
    reviewer: Vec<u32>,
    by_application: Vec<Vec<u32>>,
    by_reviewer: Vec<Vec<u32>>,
    /// How many readings are wanted of each application, frozen ones not counted.
    readings: Vec<f64>,
    /// The bounds of each load, frozen readings not counted.
    loads: Vec<(f64, f64)>,
    of_application: Vec<f64>,
    of_reviewer: Vec<f64>,
}

impl CurvePrices {
    fn of(round: &Round, curve: Curve) -> Self {
        let mut it = Self {
            curve,
            affinity: round.pairs().iter().map(|it| it.affinity.as_f64()).collect(),
            is_frozen: round.pairs().iter().map(|it| it.is_frozen).collect(),
            application: Vec::new(),
            reviewer: round.pairs().iter().map(|it| it.reviewer).collect(),
            by_application: vec![Vec::new(); round.applications().len()],
            by_reviewer: vec![Vec::new(); round.reviewers().len()],
            readings: round.applications().iter().map(|it| f64::from(it.readings)).collect(),
            loads: round.reviewers().iter().map(|it| (f64::from(it.at_least), f64::from(it.at_most))).collect(),
            of_application: vec![0.0; round.applications().len()],
            of_reviewer: vec![0.0; round.reviewers().len()],
        };
        for application in 0..round.applications().len() {
            for at in round.pairs_of(application) {
                let reviewer = it.reviewer[at] as usize;
                it.application.push(application as u32);
                if it.is_frozen[at] {
                    it.readings[application] -= 1.0;
                    it.loads[reviewer] = ((it.loads[reviewer].0 - 1.0).max(0.0), it.loads[reviewer].1 - 1.0);
                } else {
                    it.by_application[application].push(at as u32);
                    it.by_reviewer[reviewer].push(at as u32);
                }
            }
        }
        it
    }

    /// The chance of a pair at the prices.
    fn chance(&self, at: usize) -> f64 {
        self.left(at).clamp(0.0, self.curve.most)
    }

    /// How steeply the chance of a pair falls with a price.
    fn bend(&self, at: usize) -> f64 {
        2.0 * self.curve.beta * self.affinity[at].max(LEAST_BEND)
    }

    /// The chance before it is held within its bounds.
    fn left(&self, at: usize) -> f64 {
        let prices = self.of_application[self.application[at] as usize] + self.of_reviewer[self.reviewer[at] as usize];
        (self.affinity[at] - prices) / self.bend(at)
    }

    /// Sets both kinds of prices in turn until the readings are right. Answers by how many they are still off.
    fn settle(&mut self, watch: &mut dyn FnMut(Progress) -> Go) -> f64 {
        let mut off = f64::INFINITY;
        for sweep in 0..SWEEPS {
            for application in 0..self.by_application.len() {
                let pairs = std::mem::take(&mut self.by_application[application]);
                self.of_application[application] += self.change(&pairs, self.readings[application]);
                self.by_application[application] = pairs;
            }
            for reviewer in 0..self.by_reviewer.len() {
                let pairs = std::mem::take(&mut self.by_reviewer[reviewer]);
                let (least, most) = self.loads[reviewer];
                let price = self.of_reviewer[reviewer];
                let to_nothing = self.sum(&pairs, -price).0;
                // A price is paid only where a bound of the load binds.
                self.of_reviewer[reviewer] = if least <= to_nothing && to_nothing <= most {
                    0.0
                } else {
                    price + self.change(&pairs, if to_nothing > most { most } else { least })
                };
                self.by_reviewer[reviewer] = pairs;
            }
            off = (0..self.by_application.len())
                .map(|it| (self.sum(&self.by_application[it], 0.0).0 - self.readings[it]).abs())
                .sum();
            let go = Progress { stage: Stage::Chances, work: sweep.into(), best: None, bound: None };
            if off < NEAR || watch(go) == Go::Stop {
                break;
            }
        }
        off
    }

    /// The sum of the chances of pairs if their common price rises, and how steeply it falls.
    fn sum(&self, pairs: &[u32], rise: f64) -> (f64, f64) {
        let (mut sum, mut slope) = (0.0, 0.0);
        for at in pairs {
            let (bend, left) = (self.bend(*at as usize), self.left(*at as usize) - rise / self.bend(*at as usize));
            sum += left.clamp(0.0, self.curve.most);
            if left > 0.0 && left < self.curve.most {
                slope += 1.0 / bend;
            }
        }
        (sum, slope)
    }

    /// By how much a common price must rise so that the chances add up to what is wanted: Newton's steps on a broken line,
    /// held between two bounds.
    fn change(&self, pairs: &[u32], wanted: f64) -> f64 {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for at in pairs {
            let at = *at as usize;
            low = low.min((self.left(at) - self.curve.most) * self.bend(at));
            high = high.max(self.left(at) * self.bend(at));
        }
        let mut rise = 0.0;
        for _ in 0..60 {
            let (sum, slope) = self.sum(pairs, rise);
            if (sum - wanted).abs() < 1e-12 || low >= high {
                break;
            }
            if sum > wanted {
                low = rise;
            } else {
                high = rise;
            }
            let next = if slope > 0.0 { rise + (sum - wanted) / slope } else { f64::NAN };
            rise = if next > low && next < high { next } else { f64::midpoint(low, high) };
        }
        rise
    }
}
