//! From the best total to the fairest floor, with what is proved of either.

use super::bound;
use super::choice::Counts;
use super::draft::Draft;
use super::weighing::{OutOfReach, PLAIN, Weighing, mend};
use crate::check::{Certificate, Claim};
use crate::exact::{Priced, Wishes, assign, pairings};
use crate::model::{Affinity, Round};
use crate::progress::{Go, Progress, Stage, Standing};
use crate::shortage::Shortage;

/// How much work a search may do. It is counted, never timed, so that the result is the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// How often applications are weighed anew at one floor.
    pub weighings: u32,
    /// How many turns the play for the floor has.
    pub turns: u32,
    /// How often the gap between the floor and its bound is halved.
    pub halvings: u32,
    /// How many steps prices make for one proof.
    pub price_steps: u32,
    /// How many exchanges may improve one draft.
    pub exchanges: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { weighings: 8, turns: 80, halvings: 12, price_steps: 600, exchanges: 5_000 }
    }
}

/// The fairest assignment that was found, and what is proved of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FairFloor {
    /// The numbers of the chosen pairs, rising.
    pub pairs: Vec<usize>,
    /// The least score of an application.
    pub floor: Affinity,
    /// No assignment has a greater least score than this.
    pub floor_bound: Affinity,
    /// The proof: at these prices of reviewers no assignment lifts every score above `floor_bound`.
    pub floor_prices: Vec<Priced>,
    /// Whether the floor is proved.
    pub floor_standing: Standing,
    /// The sum of all affinities.
    pub total: Affinity,
    /// No assignment with that least score has a greater total.
    pub total_bound: Affinity,
    /// The proof: these prices of reviewers.
    pub total_prices: Vec<Priced>,
    /// Whether the total above the floor is proved.
    pub total_standing: Standing,
    /// The best total without a floor.
    pub best_total: Affinity,
    /// The least score in the assignment with the best total.
    pub floor_at_best_total: Affinity,
}

impl FairFloor {
    /// The assignment with its proofs, by ids, for [`crate::check`].
    pub fn certificate(&self, round: &Round) -> Certificate {
        let next = Affinity::millionths(self.floor_bound.in_millionths() + grain(round));
        let (floor, bound) = (self.floor, self.total_bound);
        let claims = vec![
            Claim::Total(self.total),
            Claim::LeastScore(self.floor),
            Claim::FloorOutOfReach { floor: next, prices: self.floor_prices.clone() },
            Claim::NoGreaterTotalAboveFloor { floor, bound, prices: self.total_prices.clone() },
        ];
        Certificate { pairs: pairings(round, &self.pairs), claims }
    }

    /// What fairness costs: the best total less this one.
    pub fn price_of_fairness(&self) -> Affinity {
        self.best_total - self.total
    }
}

/// Finds the assignment whose worst-served application is served as well as can be, and among those the greatest total.
///
/// The order of the two aims is that of N. Garg, T. Kavitha, A. Kumar, K. Mehlhorn and J. Mestre 2010 (Algorithmica 58,
/// *Assigning papers to referees*) and of A. Kobren, B. Saha and A. `McCallum` 2019 (KDD, *Paper matching with local fairness
/// constraints*). That problem is hard; the floor is found by weighings and exchanges, and both figures are bounded by
/// prices, so that what may be missing is told. Scores and totals in millionths, exact.
///
/// # Errors
/// [`Shortage`]: why there is no assignment at all.
pub fn fair_floor(
    round: &Round,
    wishes: &Wishes,
    effort: &Effort,
    watch: &mut dyn FnMut(Progress) -> Go,
) -> Result<FairFloor, Shortage> {
    let opening = assign(round, wishes, watch)?;
    let start = Draft::of(round, &opening.pairs);
    let floor_at_best_total = Affinity::millionths(start.least_score());
    let mut search = Search {
        round,
        effort,
        grain: grain(round),
        best: start,
        prices: by_reviewer(round, &opening.prices.reviewers),
        weights: None,
        out_of_reach: (i64::MAX, Vec::new()),
        is_stopped: opening.standing == Standing::Stopped,
        watch,
    };
    search.limit();
    search.lift();
    let (total_bound, total_prices) = search.bound_total();
    let standing = |proved: bool| match (proved, search.is_stopped) {
        (true, _) => Standing::Proved,
        (false, false) => Standing::Open,
        (false, true) => Standing::Stopped,
    };
    let floor_bound = search.out_of_reach.0 - search.grain;
    Ok(FairFloor {
        pairs: search.best.pairs(),
        floor: Affinity::millionths(search.best.least_score()),
        floor_bound: Affinity::millionths(floor_bound),
        floor_prices: priced(round, &search.out_of_reach.1),
        floor_standing: standing(search.best.least_score() >= floor_bound),
        total: Affinity::millionths(search.best.total),
        total_bound: Affinity::millionths(total_bound),
        total_prices: priced(round, &total_prices),
        total_standing: standing(search.best.total >= total_bound),
        best_total: opening.total,
        floor_at_best_total,
    })
}

struct Search<'a, 'w> {
    round: &'a Round,
    effort: &'w Effort,
    /// All affinities, and so all scores and totals, are multiples of this.
    grain: i64,
    best: Draft<'a>,
    /// The reviewers' prices at the best total.
    prices: Vec<i64>,
    /// What applications weigh after playing for the floor.
    weights: Option<Vec<i64>>,
    /// The least floor that is known to be out of reach, with the proof.
    out_of_reach: (i64, Vec<i64>),
    is_stopped: bool,
    watch: &'w mut dyn FnMut(Progress) -> Go,
}

impl Search<'_, '_> {
    /// No floor lies above what the worst-placed application could get if it were alone.
    fn limit(&mut self) {
        let (mut low, mut high) = (self.best.least_score(), self.best.least_score());
        let free = vec![0; self.round.reviewers().len()];
        let alone = |floor: i64| bound::is_out_of_reach(self.round, floor, &free);
        let mut step = self.grain;
        while !alone(high + step) && step < i64::MAX / 4 {
            (low, high, step) = (high + step, high + step, step * 2);
        }
        high += step;
        while high - low > self.grain {
            let middle = low + (high - low) / self.grain / 2 * self.grain;
            if alone(middle) { high = middle } else { low = middle }
        }
        self.out_of_reach = (high, free);
    }

    /// Raises the floor: at once to where the worst-placed application bounds it, or else by halving what lies between the
    /// best that was reached and a bound that playing for the floor proves.
    fn lift(&mut self) {
        let highest = self.out_of_reach.0 - self.grain;
        if self.best.least_score() >= highest || self.reach(highest, 2) || self.is_stopped {
            return;
        }
        self.play();
        let mut hopeless = self.out_of_reach.0;
        for _ in 0..self.effort.halvings {
            let low = self.best.least_score();
            let next = low + ((hopeless - low) / self.grain / 2).max(1) * self.grain;
            if next >= hopeless || self.is_stopped {
                break;
            }
            if !self.reach(next, self.effort.weighings) {
                hopeless = next.min(self.out_of_reach.0);
            }
        }
        self.prove_out_of_reach();
    }

    /// Plays for the floor alone: it bounds the floor, and tells which applications are hard to serve.
    fn play(&mut self) {
        let Ok(mut weighing) = Weighing::at(self.round, self.best.least_score(), None) else { return };
        let turns = self.effort.turns;
        let (bound, prices) = weighing.play(turns, &mut |turn| self.goes_on(Stage::Floor, turn, None));
        let floor = self.rounded(bound) + self.grain;
        if floor < self.out_of_reach.0 && bound::is_out_of_reach(self.round, floor, &prices) {
            self.out_of_reach = (floor, prices);
        }
        self.weights = Some(weighing.weights().clone());
    }

    /// Looks for an assignment above a floor.
    fn reach(&mut self, floor: i64, weighings: u32) -> bool {
        let mut weighing = match Weighing::at(self.round, floor, self.weights.as_ref()) {
            Ok(weighing) => weighing,
            Err(OutOfReach(prices)) => {
                if bound::is_out_of_reach(self.round, floor, &prices) {
                    self.out_of_reach = (floor, prices);
                }
                return false;
            }
        };
        for turn in 0..weighings {
            let (mut draft, _) = weighing.weigh();
            weighing.weigh_anew(&draft);
            let is_reached = mend(&mut draft, floor, self.effort.exchanges);
            if draft.least_score() > self.best.least_score() {
                self.best = draft;
            }
            if is_reached || !self.goes_on(Stage::Floor, turn.into(), None) {
                return is_reached;
            }
        }
        false
    }

    /// Tries to prove that the next floor above the best is out of reach.
    fn prove_out_of_reach(&mut self) {
        let next = self.best.least_score() + self.grain;
        if next >= self.out_of_reach.0 || self.is_stopped {
            return;
        }
        let start = self.out_of_reach.1.clone();
        let first = bound::proved(self.round, next, &start, Counts::Nothing).0.unwrap_or(-1);
        let found =
            self.lowered((next, Counts::Nothing), start, (-1, -first.abs().max(1)), self.effort.price_steps / 4);
        if found.total.is_none_or(|it| it < 0) {
            self.out_of_reach = (next, found.prices);
        }
    }

    /// The greatest total at the floor that was reached, by more weighings, and what no total exceeds.
    fn bound_total(&mut self) -> (i64, Vec<i64>) {
        let floor = self.best.least_score();
        let opening = bound::proved(self.round, floor, &self.prices, Counts::Affinity).0.unwrap_or(i64::MAX);
        let mut lowest = (opening, self.prices.clone());
        let Ok(mut weighing) = Weighing::at(self.round, floor, None) else { return lowest };
        for turn in 0..self.effort.weighings {
            if self.is_stopped || !self.goes_on(Stage::TotalAboveFloor, turn.into(), Some(lowest.0)) {
                break;
            }
            let (mut draft, prices) = weighing.weigh();
            weighing.weigh_anew(&draft);
            if mend(&mut draft, floor, self.effort.exchanges) && draft.total > self.best.total {
                self.best = draft;
            }
            // From the weighing's prices at first, then on from the best ones; the last turn tries hardest.
            let start = if turn == 0 { prices.iter().map(|it| it / PLAIN).collect() } else { lowest.1.clone() };
            let steps = self.effort.price_steps / if turn + 1 == self.effort.weighings { 1 } else { 4 };
            let found = self.lowered(
                (floor, Counts::Affinity),
                start,
                (self.best.total + self.grain - 1, self.best.total),
                steps,
            );
            if let Some(total) = found.total.filter(|it| *it < lowest.0) {
                lowest = (total, found.prices);
            }
            if self.best.total >= self.rounded(lowest.0) {
                break;
            }
        }
        (self.rounded(lowest.0), lowest.1)
    }

    fn lowered(&mut self, floor: (i64, Counts), start: Vec<i64>, enough: (i64, i64), steps: u32) -> bound::Bound {
        let (round, mut step) = (self.round, 0);
        let mut go_on = |bound: Option<i64>| {
            step += 1;
            self.goes_on(Stage::Proof, step, bound)
        };
        bound::lower(round, floor, start, enough, steps, &mut go_on)
    }

    /// A bound on a sum of multiples of the grain.
    fn rounded(&self, bound: i64) -> i64 {
        bound.div_euclid(self.grain) * self.grain
    }

    fn goes_on(&mut self, stage: Stage, work: u64, bound: Option<i64>) -> bool {
        let best =
            Some(Affinity::millionths(if stage == Stage::Floor { self.best.least_score() } else { self.best.total }));
        let bound = bound.map(Affinity::millionths);
        self.is_stopped |= (self.watch)(Progress { stage, work, best, bound }) == Go::Stop;
        !self.is_stopped
    }
}

/// The greatest number of millionths of which all affinities are multiples.
fn grain(round: &Round) -> i64 {
    let common = round.pairs().iter().fold(0_u64, |so_far, it| {
        let (mut a, mut b) = (so_far, it.affinity.in_millionths().unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    });
    i64::try_from(common.max(1)).unwrap_or(1)
}

fn by_reviewer(round: &Round, prices: &[Priced]) -> Vec<i64> {
    let mut found = vec![0; round.reviewers().len()];
    for it in prices {
        if let Some(reviewer) = round.reviewer(&it.id) {
            found[reviewer as usize] = it.price.in_millionths();
        }
    }
    found
}

fn priced(round: &Round, prices: &[i64]) -> Vec<Priced> {
    let named = round.reviewers().iter().zip(prices).filter(|it| *it.1 != 0);
    named.map(|(it, price)| Priced { id: it.id.clone(), price: Affinity::millionths(*price) }).collect()
}
