//! The search itself: dive to a whole point, then take up the most promising case, until all are closed.

use std::collections::BinaryHeap;

use num_integer::Integer;

use super::case::{Bounds, Ledger};
use super::relaxation::{Found, Relaxation};
use crate::solver::{Outcome, Programme, Proof, Sum, Want, Watch, infeasible, upper_bound, worth};

/// How far from a whole number a value may be.
const WHOLE: f64 = 1e-6;

/// A case that waits. The greatest bound comes first, then the youngest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    bound: i128,
    case: usize,
    held: Vec<(Sum, (i64, i64))>,
}

struct Search<'a> {
    programme: &'a Programme,
    goal: Vec<i64>,
    root: Bounds,
    best: Option<(Vec<i64>, i128)>,
    above: Option<i128>,
    ledger: Ledger,
    keeps_proof: bool,
}

/// When a search may end early.
#[derive(Clone, Copy)]
struct Limits {
    enough: Option<i128>,
    slack: i128,
    until: Option<u64>,
}

/// What a case came to.
enum Came {
    Closed,
    Split(Waiting, Waiting),
}

pub(super) fn search(
    programme: &Programme,
    relaxation: &mut Relaxation,
    goal: &[i64],
    want: Want,
    watch: &mut Watch<'_>,
) -> Outcome {
    // A common divisor of all goals lets bounds be rounded down further.
    let common = goal.iter().fold(0_i64, |sum, it| sum.gcd(it)).max(1);
    let goal: Vec<i64> = goal.iter().map(|it| it / common).collect();
    let times = i128::from(common);
    let above = want.above.map(|it| it.div_euclid(times));
    let enough = want.enough.map(|it| -(-it).div_euclid(times));
    let root = Bounds::of(programme);
    let ledger = Ledger::default();
    let mut search = Search { programme, goal, root, best: None, above, ledger, keeps_proof: want.proof };
    let limits = Limits { enough, slack: want.slack.div_euclid(times), until: want.effort.map(|it| watch.work() + it) };
    let open = search.run(relaxation, limits, watch);
    let found = search.floor();
    let bound = open.into_iter().chain(found).max();
    let proof = if open.is_none() && want.proof { search.ledger.proof() } else { None };
    Outcome {
        best: search.best.map(|(point, value)| (point, value * times)),
        // What was not above the threshold was not looked at: the threshold is then the bound.
        bound: bound.map(|it| it * times).into_iter().chain(want.above).max(),
        is_open: open.is_some(),
        proof,
    }
}

impl Search<'_> {
    /// What a point must exceed to matter.
    fn floor(&self) -> Option<i128> {
        self.best.as_ref().map(|it| it.1).into_iter().chain(self.above).max()
    }

    /// Runs; tells the greatest bound that was left open, if any was.
    fn run(&mut self, relaxation: &mut Relaxation, limits: Limits, watch: &mut Watch<'_>) -> Option<i128> {
        let bound = upper_bound(
            self.programme,
            &self.goal,
            &vec![0; self.root.rows.len()],
            &self.root.columns,
            &self.root.rows,
        );
        let mut waiting = BinaryHeap::new();
        let mut next = Some(Waiting { bound, case: self.ledger.open(), held: Vec::new() });
        let mut is_first = true;
        while let Some(case) = next.take().or_else(|| waiting.pop()) {
            let is_spent = limits.until.is_some_and(|it| watch.work() > it);
            if !is_first && (watch.stopped().is_some() || is_spent || self.is_enough(limits, &waiting, &case)) {
                return waiting.into_iter().map(|it| it.bound).chain([case.bound]).max().max(self.floor());
            }
            let bounds = self.root.with(&case.held);
            let found =
                if is_first { relaxation.begin(&self.goal, &bounds, watch) } else { relaxation.under(&bounds, watch) };
            is_first = false;
            if let Came::Split(near, far) = self.look(case, &bounds, found, relaxation) {
                waiting.push(far);
                next = Some(near);
            }
        }
        None
    }

    fn is_enough(&self, limits: Limits, waiting: &BinaryHeap<Waiting>, case: &Waiting) -> bool {
        let Some((_, value)) = &self.best else { return false };
        let open = waiting.peek().map_or(case.bound, |it| it.bound.max(case.bound));
        limits.enough.is_some_and(|enough| *value >= enough) || (limits.slack > 0 && open - value <= limits.slack)
    }

    fn look(&mut self, case: Waiting, bounds: &Bounds, found: Found, relaxation: &Relaxation) -> Came {
        let mut bound = case.bound;
        match found {
            Found::Nothing(multipliers) => {
                let opposite = multipliers.iter().map(|it| -it).collect();
                for it in [multipliers, opposite] {
                    if infeasible(self.programme, &it, &bounds.columns, &bounds.rows) {
                        self.close(case.case, || Proof::Contradiction(it));
                        return Came::Closed;
                    }
                }
            }
            Found::Value(multipliers) => {
                let proved = upper_bound(self.programme, &self.goal, &multipliers, &bounds.columns, &bounds.rows);
                bound = bound.min(proved);
                if self.floor().is_some_and(|floor| proved <= floor) {
                    self.close(case.case, || Proof::Bounded(multipliers));
                    return Came::Closed;
                }
                self.take(relaxation);
                if self.floor().is_some_and(|floor| proved <= floor) {
                    self.close(case.case, || Proof::Bounded(multipliers));
                    return Came::Closed;
                }
            }
        }
        let Some((on, at, above_first)) = Self::split(bounds, relaxation) else {
            return self.settle_point(case, bounds);
        };
        let (below, above) = self.ledger.split(case.case, on, at);
        let (least, most) = bounds.get(on);
        let child = |number: usize, range: (i64, i64)| {
            let mut held = case.held.clone();
            held.push((on, range));
            Waiting { bound, case: number, held }
        };
        let (below, above) = (child(below, (least, at)), child(above, (at + 1, most)));
        if above_first { Came::Split(above, below) } else { Came::Split(below, above) }
    }

    fn close(&mut self, case: usize, proof: impl FnOnce() -> Proof) {
        if self.keeps_proof {
            self.ledger.close(case, proof());
        }
    }

    /// Takes the point where the relaxation stands, if it is whole, fits, and is better.
    fn take(&mut self, relaxation: &Relaxation) {
        let mut point = Vec::with_capacity(self.goal.len());
        for column in 0..self.goal.len() {
            let value = relaxation.column(column);
            let whole = value.round();
            if (value - whole).abs() > WHOLE {
                return;
            }
            point.push(whole as i64);
        }
        self.offer(point);
    }

    fn offer(&mut self, point: Vec<i64>) {
        let value = worth(&self.goal, &point);
        if self.floor().is_none_or(|floor| value > floor) && self.programme.holds(&point) {
            self.best = Some((point, value));
        }
    }

    /// The sum to split on: the row, else the column, whose value is furthest from whole; else any that is not yet held.
    fn split(bounds: &Bounds, relaxation: &Relaxation) -> Option<(Sum, i64, bool)> {
        let rows = (0..bounds.rows.len()).map(|it| (Sum::Row(it), relaxation.row(it)));
        let columns = (0..bounds.columns.len()).map(|it| (Sum::Column(it), relaxation.column(it)));
        let furthest = |sums: &mut dyn Iterator<Item = (Sum, f64)>| {
            let mut best: Option<(Sum, f64, f64)> = None;
            for (sum, value) in sums {
                let away = (value - value.round()).abs();
                let (least, most) = bounds.get(sum);
                let inside = value > least as f64 && value < most as f64;
                if away > WHOLE && inside && best.is_none_or(|it| away > it.2) {
                    best = Some((sum, value, away));
                }
            }
            best.map(|(sum, value, _)| (sum, value.floor() as i64, value - value.floor() > 0.5))
        };
        furthest(&mut rows.into_iter()).or_else(|| furthest(&mut columns.clone())).or_else(|| {
            // Floating point says that all is whole or that nothing fits, and cannot prove it: look further.
            columns.into_iter().find_map(|(sum, value)| {
                let (least, most) = bounds.get(sum);
                let at = (value.round() as i64).clamp(least, most);
                (least < most).then(|| if at < most { (sum, at, false) } else { (sum, at - 1, true) })
            })
        })
    }

    /// A case with one point left: it fits or it does not.
    fn settle_point(&mut self, case: Waiting, bounds: &Bounds) -> Came {
        let point: Vec<i64> = bounds.columns.iter().map(|it| it.0).collect();
        self.offer(point);
        let none = vec![0; bounds.rows.len()];
        let value = upper_bound(self.programme, &self.goal, &none, &bounds.columns, &bounds.rows);
        let broken = (0..bounds.rows.len()).find_map(|row| {
            [1_i128, -1].into_iter().find_map(|sign| {
                let mut it = none.clone();
                it[row] = sign;
                infeasible(self.programme, &it, &bounds.columns, &bounds.rows).then_some(it)
            })
        });
        let closed = broken.map_or_else(
            || {
                debug_assert!(self.floor().is_some_and(|floor| value <= floor));
                Proof::Bounded(none.clone())
            },
            Proof::Contradiction,
        );
        self.close(case.case, || closed);
        Came::Closed
    }
}
