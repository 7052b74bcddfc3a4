//! Goldilocks: no chance too small and none too great.
//!
//! Baharav and Flanigan, *Fair, manipulation-robust, and transparent sortition* (EC 2024), minimise
//! `n/k · greatest + γ · k/n / least`. With `a = n/k · least` and `b = n/k · greatest` that is `b + γ/a`, a convex function
//! of one variable beside linear ones: it is held from below by its tangents (J. Kelley, *The cutting-plane method for
//! solving convex programs*, 1960), and a new tangent is laid wherever the optimum comes to stand, until it stands on one.

use super::levels::Better;
use super::master::{Pool, goal_of};
use super::{Fair, LIFT, Stage, Task, leximin, master, mixture, relaxed, start, weights};
use crate::solver::simplex::{End, Simplex};
use crate::solver::{Session, Want, Watch};

/// How near to the curve its tangents must come.
const CLOSE: f64 = 1e-10;
/// How many times a tangent is added.
const TANGENTS: usize = 40;
const STEPS: u64 = 200_000;
const EFFORT: u64 = 20_000;

/// The linear programme of the measure: rows of its own first, then two for each kind, then the tangents.
struct Measure {
    simplex: Simplex,
    /// The first of the rows that hold the least chance up; those that hold the greatest down follow.
    first: usize,
    least: usize,
    curve: usize,
}

impl Measure {
    fn new(own: &[(f64, f64)], members: &[f64], share: f64, gamma: f64, tangents: &[f64]) -> Self {
        let first = own.len();
        let kinds = members.len();
        let mut ranges = own.to_vec();
        ranges.extend(members.iter().map(|it| (0.0, *it)));
        ranges.extend(members.iter().map(|it| (-*it, 0.0)));
        // `η + a/t² ≥ 2/t`, times `t²`.
        ranges.extend(tangents.iter().map(|it| (2.0 * it, 1e4)));
        let mut simplex = Simplex::new(&ranges);
        let per_share = |at: usize| -members[at] / share;
        let mut least: Vec<(usize, f64)> = (0..kinds).map(|it| (first + it, per_share(it))).collect();
        let greatest: Vec<(usize, f64)> = (0..kinds).map(|it| (first + kinds + it, per_share(it))).collect();
        let mut curve = Vec::new();
        for (at, it) in tangents.iter().enumerate() {
            least.push((first + 2 * kinds + at, 1.0));
            curve.push((first + 2 * kinds + at, it * it));
        }
        // Bounds that are never met, so that only the rows have prices.
        simplex.column_later(least, (0.0, 2.0));
        simplex.column_later(greatest, (0.0, 2.0 * share));
        simplex.column_later(curve, (0.0, 1e8));
        let (least, greatest, curve) = (simplex.of_column(0), simplex.of_column(1), simplex.of_column(2));
        simplex.worth(greatest, -1.0);
        simplex.worth(curve, -gamma);
        Self { simplex, first, least, curve }
    }

    fn solve(&mut self, watch: &mut Watch<'_>) -> bool {
        let before = self.simplex.steps;
        self.simplex.settle();
        self.simplex.reprice();
        if self.simplex.fits() {
            self.simplex.climb(STEPS);
        }
        self.simplex.lean();
        self.simplex.settle();
        let end = self.simplex.mend(STEPS);
        watch.spend(self.simplex.steps - before + 1) && end == End::Best
    }

    /// Where a tangent is missing.
    fn missing(&self, tangents: &[f64]) -> Option<f64> {
        let curve = self.simplex.value(self.curve);
        // Below all tangents the curve rises faster than any of them: go down step by step.
        let lowest = tangents.iter().copied().fold(1.0, f64::min);
        let least = self.simplex.value(self.least).max(lowest * 0.3);
        (1.0 / least - curve > CLOSE * (1.0 + curve)).then_some(least)
    }

    /// The price of each row of a kind: what holds its chance up less what holds it down.
    fn prices(&self, kinds: usize) -> Vec<f64> {
        let prices = self.simplex.prices();
        (0..kinds).map(|it| prices[self.first + it] + prices[self.first + kinds + it]).collect()
    }

    /// How far the least chance holds the greatest up by itself: what prices of one kind take from each other.
    fn lift(&self, members: &[f64]) -> f64 {
        let prices = self.simplex.prices();
        let kinds = members.len();
        let both = |(at, members): (usize, &f64)| {
            let (up, down) = (-prices[self.first + at], prices[self.first + kinds + at]);
            members * up.min(down).max(0.0)
        };
        members.iter().enumerate().map(both).sum()
    }
}

/// Tangents to begin with.
fn tangents() -> Vec<f64> {
    std::iter::successors(Some(1.0), |it| Some(it * 0.85)).take_while(|it| *it > 1e-3).collect()
}

/// Finds the lottery of least measure.
pub(super) fn fairest(task: &Task<'_>, gamma: f64, session: &mut dyn Session, watch: &mut Watch<'_>) -> Option<Fair> {
    let (possible, zero) = leximin::possible(task, session, watch)?;
    let task = &possible;
    let held: f64 = task.kinds.0.iter().filter(|it| it.is_in).map(|it| it.members.len() as f64).sum();
    let people: f64 = task.members.iter().sum();
    let share = people / (f64::from(task.instance.size()) - held).max(1e-9);
    if task.free.is_empty() {
        return leximin::settled(task, zero, session, watch);
    }
    let (expected, priced) = over_relaxation(task, share, gamma, watch)?;
    let (panels, is_whole) = mixture::around(task.polytope, session, &expected, watch);
    let mut pool = Pool { panels, ..Pool::default() };
    pool.panels.sort_unstable();
    pool.panels.dedup();
    let chances: Vec<f64> =
        task.free.iter().zip(&task.members).map(|(kind, members)| expected[*kind] / members).collect();
    let kinds = task.kinds.len();
    let found = if is_whole {
        master::realise(&mut pool, &task.free, &task.members, &chances, session, kinds, watch)
    } else {
        None
    };
    let (weights, (prices, lift), is_reached) = match found {
        Some(weights) => (weights, priced, true),
        None => over_panels(task, share, gamma, &mut pool, session, watch)?,
    };
    let lottery = weights::lottery(task, &pool.panels, &weights);
    let largest = prices.iter().fold(1e-9_f64, |most, it| most.max(it.abs()));
    let goal =
        if prices.iter().all(|it| it.abs() < 1e-9) { vec![0; kinds] } else { goal_of(&task.free, kinds, &prices) };
    let top = goal.iter().map(|it| it.abs()).max().unwrap_or(0);
    let own = leximin::prove(task, &lottery, goal, true, session, watch);
    let now = own.prices.iter().map(|it| it.abs()).max().unwrap_or(0);
    let per_price = if top == 0 { 1.0 / largest } else { now as f64 / largest };
    let lift = (lift * per_price * LIFT as f64).round() as i128;
    let stage = Stage { settled: Vec::new(), unsettled: task.free.clone(), lift, is_reached, ..own };
    let stages = zero.map(|it| it(&lottery, session, watch)).into_iter().chain([stage]).collect();
    Some(Fair { lottery, stages, stopped: watch.stopped() })
}

/// The least measure over the relaxation: the expected number of every kind, and the prices of the free ones.
fn over_relaxation(
    task: &Task<'_>,
    share: f64,
    gamma: f64,
    watch: &mut Watch<'_>,
) -> Option<(Vec<f64>, (Vec<f64>, f64))> {
    let programme = &task.polytope.programme;
    let scales = relaxed::scales(task.polytope);
    let own: Vec<(f64, f64)> =
        programme.rows.iter().zip(&scales).map(|(it, by)| (it.least as f64 * by, it.most as f64 * by)).collect();
    let mut tangents = tangents();
    for _ in 0..TANGENTS {
        let mut measure = Measure::new(&own, &task.members, share, gamma, &tangents);
        for (kind, column) in programme.columns.iter().enumerate() {
            let mut entries: Vec<(usize, f64)> =
                column.entries.iter().map(|(row, factor)| (*row, *factor as f64 * scales[*row])).collect();
            if let Some(at) = task.free.iter().position(|it| *it == kind) {
                entries.push((measure.first + at, 1.0));
                entries.push((measure.first + task.free.len() + at, 1.0));
            }
            measure.simplex.column_later(entries, (column.least as f64, column.most as f64));
        }
        if !measure.solve(watch) {
            return None;
        }
        match measure.missing(&tangents) {
            Some(at) => tangents.push(at),
            None => {
                let value = |kind| measure.simplex.value(measure.simplex.of_column(3 + kind));
                let expected = (0..programme.columns.len()).map(value).collect();
                return Some((expected, (measure.prices(task.free.len()), measure.lift(&task.members))));
            }
        }
    }
    None
}

/// The least measure over whole panels, found as the prices call for them.
///
/// Tells the weights, the prices with their lift, and whether the search came to its end.
fn over_panels(
    task: &Task<'_>,
    share: f64,
    gamma: f64,
    pool: &mut Pool,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Option<(Vec<f64>, (Vec<f64>, f64), bool)> {
    let kinds = task.kinds.len();
    pool.panels.extend(start::panels(&task.free, &task.members, kinds, session, watch));
    pool.panels.sort_unstable();
    pool.panels.dedup();
    let mut tangents = tangents();
    let mut rounds = 0;
    loop {
        let mut measure = Measure::new(&[(1.0, 1.0)], &task.members, share, gamma, &tangents);
        for panel in &pool.panels {
            add(&mut measure, task, panel);
        }
        let is_reached = loop {
            if !measure.solve(watch) {
                return None;
            }
            match price(&mut measure, task, pool, session, watch) {
                Better::Added => {}
                better => break better == Better::None,
            }
        };
        rounds += 1;
        match measure.missing(&tangents) {
            Some(at) if rounds < TANGENTS => tangents.push(at),
            _ => {
                let weight = |at| measure.simplex.value(measure.simplex.of_column(3 + at)).max(0.0);
                let prices = (measure.prices(task.free.len()), measure.lift(&task.members));
                return Some(((0..pool.panels.len()).map(weight).collect(), prices, is_reached));
            }
        }
    }
}

fn add(measure: &mut Measure, task: &Task<'_>, panel: &[i64]) {
    let mut entries = vec![(0, 1.0)];
    for (at, kind) in task.free.iter().enumerate().filter(|it| panel[*it.1] != 0) {
        entries.push((measure.first + at, panel[*kind] as f64));
        entries.push((measure.first + task.free.len() + at, panel[*kind] as f64));
    }
    measure.simplex.column_later(entries, (0.0, 1.0));
}

fn price(
    measure: &mut Measure,
    task: &Task<'_>,
    pool: &mut Pool,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Better {
    let prices = measure.simplex.prices();
    let mut rows = measure.prices(task.free.len());
    rows.push(prices[0]);
    let (goal, threshold) = master::goal(&task.free, task.kinds.len(), &rows);
    let grain = (master::PRICE * 1e-9 * task.free.len() as f64) as i128 + 1;
    let want = Want { above: Some(threshold + grain), effort: Some(EFFORT), ..Want::default() };
    let outcome = session.maximise(&goal, want, watch);
    match outcome.best {
        Some((panel, _)) if !pool.holds(&panel) => {
            add(measure, task, &panel);
            pool.panels.push(panel);
            Better::Added
        }
        _ if outcome.is_open => Better::Unknown,
        _ => Better::None,
    }
}
