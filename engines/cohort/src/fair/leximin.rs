//! Leximin and maximin: the least chance first, then the next.

use super::levels::{Better, Level};
use super::master::{self, Pool};
use super::{Fair, Stage, Task, mixture, relaxed, start, weights};
use crate::model::Lottery;
use crate::polytope::Row;
use crate::solver::{Proof, Session, Want, Watch, upper_bound};

/// With a least merit, whole panels seldom reach what the relaxation allows, and proving the last bit takes longer than
/// it is worth: a least chance within this part of the bound is taken, and the gap is told.
const NEAR_ENOUGH: f64 = 0.002;
/// How many simplex steps the proof of a level may take.
const PROOF: u64 = 2_000_000;

/// Raises the levels; only the first for maximin.
pub(super) fn fairest(
    task: &Task<'_>,
    only_first: bool,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Option<Fair> {
    let mut pool = Pool::default();
    let relaxed = relaxed::rise(task.polytope, &task.free, &task.members, only_first, watch)?;
    let (panels, is_whole) = mixture::around(task.polytope, session, &relaxed.expected, watch);
    pool.panels = panels;
    pool.panels.sort_unstable();
    pool.panels.dedup();
    let mut chances = vec![0.0; task.free.len()];
    for level in &relaxed.levels {
        let settled = if only_first { &level.unsettled } else { &level.settled };
        for it in settled {
            chances[*it] = level.chance;
        }
    }
    let found = if is_whole {
        master::realise(&mut pool, &task.free, &task.members, &chances, session, task.kinds.len(), watch)
    } else {
        None
    };
    let first = task.polytope.programme.rows.len();
    let of_kinds = |level: Level| Level { prices: level.prices[first..].to_vec(), ..level };
    let over_relaxation: Vec<Level> = relaxed.levels.into_iter().map(of_kinds).collect();
    let (mut raised, weights) = match found {
        Some(weights) => (over_relaxation, weights),
        None => {
            let ceiling = over_relaxation.first().map_or(1.0, |it| it.chance);
            let (mut raised, weights) = over_panels(task, only_first, ceiling, &mut pool, session, watch)?;
            if raised.first().is_some_and(|it| !it.is_proved) {
                // Nothing better is known than what holds of every lottery: that it cannot pass the relaxation.
                raised = over_relaxation
                    .into_iter()
                    .take(1)
                    .map(|it| Level { settled: Vec::new(), is_proved: false, ..it })
                    .collect();
            }
            (raised, weights)
        }
    };
    // Behind the first level that is not proved, nothing is claimed.
    let proved = raised.iter().position(|it| !it.is_proved).map_or(raised.len(), |it| it + 1);
    raised.truncate(proved);
    let lottery = weights::lottery(task, &pool.panels, &weights);
    let stages = raised.iter().map(|level| stage(task, &lottery, level, session, watch)).collect();
    Some(Fair { lottery, stages, stopped: watch.stopped() })
}

/// Raises the levels over whole panels, found as the prices call for them.
fn over_panels(
    task: &Task<'_>,
    only_first: bool,
    ceiling: f64,
    pool: &mut Pool,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Option<(Vec<Level>, Vec<f64>)> {
    let mut levels = master::empty(&task.members, |_| (0.0, f64::INFINITY));
    let kinds = task.kinds.len();
    let mut own = Pool::default();
    let start = start::panels(&task.free, &task.members, kinds, session, watch);
    for panel in std::mem::take(&mut pool.panels).into_iter().chain(start) {
        own.add(&mut levels.simplex, &task.free, panel);
    }
    if own.panels.is_empty() {
        let (panel, _) = session.maximise(&vec![0; kinds], Want::default(), watch).best?;
        own.add(&mut levels.simplex, &task.free, panel);
    }
    let near = if task.polytope.rows.contains(&Row::Merit) { ceiling * (1.0 - NEAR_ENOUGH) } else { f64::INFINITY };
    let raised = levels.rise(only_first, watch, &mut |simplex, watch| {
        if simplex.objective() >= near {
            return Better::Unknown;
        }
        let better = master::price(&mut own, simplex, &task.free, session, kinds, watch);
        if better == Better::Added {
            watch.done();
        }
        better
    });
    let weights = own.weights(&levels.simplex);
    pool.panels = own.panels;
    Some((raised, weights))
}

/// Proves a level.
fn stage(task: &Task<'_>, lottery: &Lottery, level: &Level, session: &mut dyn Session, watch: &mut Watch<'_>) -> Stage {
    let of = |it: &usize| task.free[*it];
    let prices: Vec<f64> = level.prices[..task.free.len()].iter().map(|it| it.min(0.0)).collect();
    let goal = master::goal_of(&task.free, task.kinds.len(), &prices);
    let own = prove(task, lottery, goal, level.is_proved, session, watch);
    let (settled, unsettled) = (level.settled.iter().map(of).collect(), level.unsettled.iter().map(of).collect());
    Stage { settled, unsettled, ..own }
}

/// Bounds what any panel is worth at prices: by multipliers of the quotas if they suffice, else by a search.
pub(super) fn prove(
    task: &Task<'_>,
    lottery: &Lottery,
    mut prices: Vec<i64>,
    may_search: bool,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Stage {
    // In lowest terms, so that bounds round down as far as they can.
    let common = prices.iter().fold(0_i64, |sum, it| num_integer::gcd(sum, *it)).max(1);
    for it in &mut prices {
        *it /= common;
    }
    let scale = prices.iter().map(|it| it.unsigned_abs()).max().unwrap_or(0) as f64;
    let programme = &task.polytope.programme;
    let columns: Vec<_> = programme.columns.iter().map(|it| (it.least, it.most)).collect();
    let rows: Vec<_> = programme.rows.iter().map(|it| (it.least, it.most)).collect();
    let relaxed = session.relax(&prices, watch);
    let by_rows = relaxed.map(|it| (upper_bound(programme, &prices, &it.multipliers, &columns, &rows), it.multipliers));
    let reached = reached(lottery, &prices);
    let is_reached = |bound: i128| bound as f64 <= reached + scale * 1e-7 || !may_search;
    let by_rows_alone = |prices, (bound, multipliers)| Stage {
        settled: Vec::new(),
        unsettled: Vec::new(),
        prices,
        bound,
        lift: 0,
        proof: Some(Proof::Bounded(multipliers)),
        is_reached: may_search,
    };
    if let Some(rows) = by_rows.clone().filter(|it| is_reached(it.0)) {
        return by_rows_alone(prices, rows);
    }
    let want = Want { proof: true, effort: Some(PROOF), ..Want::default() };
    let outcome = session.maximise(&prices, want, watch);
    match (outcome.proof, by_rows) {
        // An unfinished search proves nothing; the rows do, if less.
        (None, Some(rows)) if outcome.is_open => by_rows_alone(prices, rows),
        (proof, _) => Stage {
            settled: Vec::new(),
            unsettled: Vec::new(),
            prices,
            bound: outcome.bound.unwrap_or(0),
            lift: 0,
            proof,
            is_reached: may_search,
        },
    }
}

/// Proves that nobody of some kinds can be chosen, once a lottery stands.
pub(super) type Zero = Box<dyn FnOnce(&Lottery, &mut dyn Session, &mut Watch<'_>) -> Stage>;

/// The same question without the kinds that are in no panel, and the proof that they are in none.
pub(super) fn possible<'a>(
    task: &Task<'a>,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Option<(Task<'a>, Option<Zero>)> {
    let mut inside = vec![false; task.free.len()];
    while inside.contains(&false) {
        // A panel with somebody who was in none so far; enough if it is one, though the more the better.
        let mut goal = vec![0; task.kinds.len()];
        for (kind, _) in task.free.iter().zip(&inside).filter(|it| !it.1) {
            goal[*kind] = 1;
        }
        let want = Want { above: Some(0), enough: Some(1), ..Want::default() };
        let outcome = session.maximise(&goal, want, watch);
        let Some((panel, _)) = outcome.best else {
            if outcome.is_open {
                return None;
            }
            break;
        };
        for (kind, inside) in task.free.iter().zip(&mut inside) {
            *inside |= panel[*kind] > 0;
        }
    }
    let (free, members) =
        (0..task.free.len()).filter(|it| inside[*it]).map(|it| (task.free[it], task.members[it])).unzip();
    let smaller = Task { free, members, ..task.clone() };
    if inside.iter().all(|it| *it) {
        return Some((smaller, None));
    }
    let whole = OwnTask {
        free: task.free.clone(),
        settled: (0..inside.len()).filter(|it| !inside[*it]).map(|it| task.free[it]).collect(),
    };
    let (polytope, kinds, instance) = (task.polytope.clone(), task.kinds.clone(), task.instance.clone());
    let zero: Zero = Box::new(move |lottery, session, watch| {
        let task = Task {
            instance: &instance,
            kinds: &kinds,
            polytope: &polytope,
            free: whole.free.clone(),
            members: Vec::new(),
        };
        let mut prices = vec![0; kinds.len()];
        for it in &whole.settled {
            prices[*it] = 1;
        }
        let own = prove(&task, lottery, prices, true, session, watch);
        Stage { settled: whole.settled, unsettled: whole.free, ..own }
    });
    Some((smaller, Some(zero)))
}

/// The lottery where nobody's chance is open: one panel.
pub(super) fn settled(
    task: &Task<'_>,
    zero: Option<Zero>,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Option<Fair> {
    let (panel, _) = session.maximise(&vec![0; task.kinds.len()], Want::default(), watch).best?;
    let lottery = weights::lottery(task, &[panel], &[1.0]);
    let stages = zero.map(|it| it(&lottery, session, watch)).into_iter().collect();
    Some(Fair { lottery, stages, stopped: watch.stopped() })
}

/// What a proof that somebody is in no panel needs to remember.
struct OwnTask {
    free: Vec<usize>,
    settled: Vec<usize>,
}

/// What the expected panel of a lottery is worth at prices.
fn reached(lottery: &Lottery, prices: &[i64]) -> f64 {
    let expected = lottery.expected();
    expected.iter().zip(prices).map(|(sum, price)| *sum as f64 * *price as f64).sum::<f64>()
        / crate::model::WHOLE as f64
}
