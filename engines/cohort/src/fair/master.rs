//! The lottery over the panels that were found so far, and the search for panels that better it.
//!
//! Column generation as in Flanigan et al. 2021 (supplementary information, section 9), over kinds instead of people.

use super::levels::{Better, Levels};
use crate::solver::simplex::{End, Simplex};
use crate::solver::{Session, Want, Watch};

/// Prices become whole numbers by this: what leaves floating point is rounded to a part of it.
pub(super) const PRICE: f64 = 1e10;

/// How many simplex steps the search for one panel may take.
const EFFORT: u64 = 10_000;

/// Panels, each a column of the lottery's programme. The last row says that the weights add up to one.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool {
    /// How many of each kind.
    pub(super) panels: Vec<Vec<i64>>,
    /// The variable of each panel.
    pub(super) variables: Vec<usize>,
}

impl Pool {
    pub(super) fn holds(&self, panel: &[i64]) -> bool {
        self.panels.iter().any(|it| it == panel)
    }

    /// Adds a panel to the programme, unless it is there.
    pub(super) fn add(&mut self, simplex: &mut Simplex, free: &[usize], panel: Vec<i64>) -> bool {
        if self.holds(&panel) {
            return false;
        }
        let mut entries: Vec<(usize, f64)> = free
            .iter()
            .enumerate()
            .filter(|it| panel[*it.1] != 0)
            .map(|(at, kind)| (at, panel[*kind] as f64))
            .collect();
        entries.push((free.len(), 1.0));
        self.variables.push(simplex.column(entries, (0.0, f64::INFINITY), 0.0));
        self.panels.push(panel);
        true
    }

    /// The weight of each panel as it stands.
    pub(super) fn weights(&self, simplex: &Simplex) -> Vec<f64> {
        self.variables.iter().map(|it| simplex.value(*it).max(0.0)).collect()
    }
}

/// A lottery's programme without panels: a row for each free kind whose surplus lies between these, and the weights.
pub(super) fn empty(members: &[f64], surplus: impl Fn(usize) -> (f64, f64)) -> Levels {
    let mut ranges: Vec<(f64, f64)> = (0..members.len()).map(surplus).collect();
    ranges.push((0.0, 1.0));
    let rows = (0..members.len()).collect();
    Levels { simplex: Simplex::new(&ranges), rows, members: members.to_vec(), is_closed: false }
}

/// The goal that prices of rows set for a panel, in whole numbers over all kinds, and what it must exceed.
pub(super) fn goal(free: &[usize], kinds: usize, prices: &[f64]) -> (Vec<i64>, i128) {
    let of_rows = &prices[..free.len()];
    let largest = of_rows.iter().fold(1e-300_f64, |most, it| most.max(it.abs()));
    let mut goal = vec![0; kinds];
    for (at, kind) in free.iter().enumerate() {
        goal[*kind] = (-of_rows[at] / largest * PRICE).round() as i64;
    }
    (goal, (prices[free.len()] / largest * PRICE).round() as i128)
}

/// Prices of the free kinds as whole numbers over all kinds.
pub(super) fn goal_of(free: &[usize], kinds: usize, prices: &[f64]) -> Vec<i64> {
    let mut rows = prices.to_vec();
    rows.push(0.0);
    goal(free, kinds, &rows).0
}

/// Finds the panel that the prices call for, and adds it.
pub(super) fn price(
    pool: &mut Pool,
    simplex: &mut Simplex,
    free: &[usize],
    session: &mut dyn Session,
    kinds: usize,
    watch: &mut Watch<'_>,
) -> Better {
    let (goal, threshold) = goal(free, kinds, &simplex.prices());
    // A grain above: what floating point cannot tell from the threshold is no gain.
    let grain = (PRICE * 1e-9 * free.len() as f64) as i128 + 1;
    let want = Want {
        above: Some(threshold + grain),
        effort: Some(EFFORT),
        slack: (threshold / 50).max(0),
        ..Want::default()
    };
    let outcome = session.maximise(&goal, want, watch);
    match outcome.best {
        Some((panel, _)) if pool.add(simplex, free, panel.clone()) => Better::Added,
        _ if outcome.is_open => Better::Unknown,
        _ => Better::None,
    }
}

/// Weights under which every free kind has at least these chances, if panels for it exist.
///
/// The greatest shortfall is made as small as it can be; the pool keeps all panels that were met on the way.
pub(super) fn realise(
    pool: &mut Pool,
    free: &[usize],
    members: &[f64],
    chances: &[f64],
    session: &mut dyn Session,
    kinds: usize,
    watch: &mut Watch<'_>,
) -> Option<Vec<f64>> {
    let mut levels = empty(members, |at| (members[at] * chances[at], f64::INFINITY));
    let simplex = &mut levels.simplex;
    let shortfall = simplex.column(members.iter().copied().enumerate().collect(), (0.0, 1.0), -1.0);
    simplex.stand_high(shortfall);
    let mut own = Pool::default();
    for panel in pool.panels.clone() {
        own.add(simplex, free, panel);
    }
    let weights = loop {
        simplex.reprice();
        let before = simplex.steps;
        let end = simplex.climb(200_000);
        if !watch.spend(simplex.steps - before + 1) || end != End::Best {
            break None;
        }
        if simplex.value(shortfall) < 1e-10 {
            simplex.refresh();
            break Some(own.weights(simplex));
        }
        match price(&mut own, simplex, free, session, kinds, watch) {
            Better::Added => {}
            Better::None | Better::Unknown => break None,
        }
    };
    pool.panels = own.panels;
    weights
}
