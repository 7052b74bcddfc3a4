//! The least that quotas would have to give way.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::fmt;

use num_integer::Integer;

use crate::model::{Instance, Kinds};
use crate::polytope::{Polytope, Row};
use crate::solver::{Column, Programme, Range, Session, Solver, Want, Watch};

/// A quota that gives way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Its place in the list of quotas.
    pub quota: usize,
    /// Its label.
    pub label: String,
    /// At least and at most, as asked.
    pub from: (u32, u32),
    /// At least and at most, as they would be.
    pub to: (u32, u32),
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { label, from, to, .. } = self;
        if to.0 < from.0 {
            write!(f, "lower the least of {label:?} from {} to {}", from.0, to.0)?;
        }
        if to.0 < from.0 && to.1 > from.1 {
            write!(f, " and ")?;
        }
        if to.1 > from.1 {
            write!(f, "raise the most of {label:?} from {} to {}", from.1, to.1)?;
        }
        Ok(())
    }
}

/// Quotas that give way together so that a panel exists.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// Which give way, and how far.
    pub changes: Vec<Change>,
    /// What that costs, class by class, the class that gives way last first: one for each place that a most is raised,
    /// `1 + 2/least` for each place that a least is lowered.
    pub cost: Vec<f64>,
}

impl Relaxation {
    /// The bounds of all quotas once these give way, in their order.
    pub fn bounds(&self, instance: &Instance) -> Vec<(u32, u32)> {
        let mut bounds: Vec<(u32, u32)> = instance.quotas().iter().map(|it| (it.least, it.most)).collect();
        for it in &self.changes {
            bounds[it.quota] = it.to;
        }
        bounds
    }
}

/// What one place costs where every quota costs one: a common multiple of all `least` if it is small, so that costs are
/// exact; else so many parts.
const PARTS: i64 = 1_000_000_000;

/// Finds the cheapest way for quotas to give way, and up to `alternatives` others, each cheapest among those that do not
/// only add to an earlier one. Empty if nothing that may give way helps, or it could not be told in time.
///
/// The weights are those of the `sortition-algorithms` package, so that a committee that knows it finds the same costs;
/// classes of priority are minimised one after another, the class that gives way last first. Alternatives are found by
/// E. Lawler's partition (*A procedure for computing the K best solutions*, Management Science 18, 1972).
pub fn relax(instance: &Instance, alternatives: usize, solver: &dyn Solver, watch: &mut Watch<'_>) -> Vec<Relaxation> {
    let elastic = Elastic::of(instance);
    let mut session = solver.open(&elastic.programme);
    let mut found: Vec<Relaxation> = Vec::new();
    let mut seen: BTreeSet<Vec<i64>> = BTreeSet::new();
    let mut waiting = BinaryHeap::new();
    let whole = elastic.bounds();
    waiting.extend(elastic.cheapest(whole.clone(), session.as_mut(), watch).map(|it| Reverse((it.0, it.1, whole))));
    while let Some(Reverse((cost, give, bounds))) = waiting.pop() {
        if seen.insert(give.clone()) {
            found.push(elastic.relaxation(instance, &cost, &give));
        }
        if found.len() > alternatives || give.iter().all(|it| *it == 0) {
            break;
        }
        // What else there is gives less way somewhere: in the first place, or as much in the first and less in the
        // second, and so on.
        let mut rest = bounds;
        for at in (0..give.len()).filter(|it| give[*it] > 0) {
            let mut part = rest.clone();
            part[at].1 = give[at] - 1;
            if part[at].0 <= part[at].1 {
                let cheapest = elastic.cheapest(part.clone(), session.as_mut(), watch);
                waiting.extend(cheapest.map(|it| Reverse((it.0, it.1, part))));
            }
            rest[at].0 = give[at];
        }
    }
    found
}

/// The question with a column for each way in which a quota may give way.
struct Elastic {
    programme: Programme,
    /// For each such column the quota, whether it lowers, and its cost.
    ways: Vec<(usize, bool, i64)>,
    /// The row of each class, the class that gives way last first; the columns in it.
    classes: Vec<(usize, Vec<usize>)>,
    first: usize,
    parts: i64,
}

impl Elastic {
    fn of(instance: &Instance) -> Self {
        let kinds = Kinds::of(instance, &instance.standings(), None);
        // With wide quotas every quota gets its row.
        let Polytope { programme: bare, rows } = Polytope::of(instance, &kinds, None);
        let size = i64::from(instance.size());
        let mut programme = bare;
        let mut of_quota: Vec<Option<usize>> = vec![None; instance.quotas().len()];
        for (at, row) in rows.iter().enumerate() {
            if let Row::Quota(quota) = row {
                of_quota[*quota] = Some(at);
            }
        }
        let lowest = instance.quotas().iter().filter(|it| it.least > 0).map(|it| i64::from(it.least));
        let parts = lowest.fold(1_i64, |sum, it| sum.checked_mul(it / sum.gcd(&it)).unwrap_or(PARTS).min(PARTS));
        let first = programme.columns.len();
        let mut ways = Vec::new();
        let mut classes: Vec<u8> = instance.quotas().iter().map(|it| it.priority).filter(|it| *it > 0).collect();
        classes.sort_unstable_by(|a, b| b.cmp(a));
        classes.dedup();
        let first_class = programme.rows.len();
        programme.rows.extend(classes.iter().map(|_| Range { least: 0, most: MOST_COST }));
        let mut of_class: Vec<(usize, Vec<usize>)> =
            (0..classes.len()).map(|it| (first_class + it, Vec::new())).collect();
        for (at, quota) in instance.quotas().iter().enumerate() {
            let (Some(row), Some(class)) = (of_quota[at], classes.iter().position(|it| *it == quota.priority)) else {
                continue;
            };
            let least = i64::from(quota.least.max(1));
            let price = [
                (true, i64::from(quota.may_lower()), parts + 2 * parts / least),
                (false, i64::from(quota.may_raise()).min(size), parts),
            ];
            for (lowers, most, cost) in price.into_iter().filter(|it| it.1 > 0) {
                of_class[class].1.push(ways.len());
                ways.push((at, lowers, cost));
                let entries = vec![(row, if lowers { 1 } else { -1 }), (first_class + class, cost)];
                programme.columns.push(Column { least: 0, most, entries });
            }
        }
        Self { programme, ways, classes: of_class, first, parts }
    }

    fn bounds(&self) -> Vec<(i64, i64)> {
        self.programme.columns[self.first..].iter().map(|it| (it.least, it.most)).collect()
    }

    /// The cheapest way within bounds: what it costs class by class, and how much each gives.
    fn cheapest(
        &self,
        bounds: Vec<(i64, i64)>,
        session: &mut dyn Session,
        watch: &mut Watch<'_>,
    ) -> Option<(Vec<i64>, Vec<i64>)> {
        for (at, (least, most)) in bounds.iter().enumerate() {
            session.bound_column(self.first + at, *least, *most);
        }
        let mut costs = Vec::new();
        let mut give = None;
        for (row, ways) in &self.classes {
            let mut goal = vec![0; self.programme.columns.len()];
            for it in ways {
                goal[self.first + it] = -self.ways[*it].2;
            }
            let outcome = session.maximise(&goal, Want::default(), watch);
            let best = outcome.best.filter(|_| !outcome.is_open);
            let Some((point, value)) = best else {
                give = None;
                break;
            };
            let cost = i64::try_from(-value).unwrap_or(MOST_COST);
            costs.push(cost);
            session.bound_row(*row, 0, cost);
            give = Some(point[self.first..].to_vec());
        }
        for (row, _) in &self.classes {
            session.bound_row(*row, 0, MOST_COST);
        }
        give.map(|it| (costs, it))
    }

    fn relaxation(&self, instance: &Instance, cost: &[i64], give: &[i64]) -> Relaxation {
        let mut changes: Vec<Change> = Vec::new();
        for ((quota, lowers, _), by) in self.ways.iter().zip(give).filter(|it| *it.1 > 0) {
            let asked = &instance.quotas()[*quota];
            if changes.last().is_none_or(|it| it.quota != *quota) {
                let bounds = (asked.least, asked.most);
                changes.push(Change { quota: *quota, label: asked.label.clone(), from: bounds, to: bounds });
            }
            if let Some(change) = changes.last_mut() {
                if *lowers {
                    change.to.0 = asked.least - *by as u32;
                } else {
                    change.to.1 = asked.most + *by as u32;
                }
            }
        }
        Relaxation { changes, cost: cost.iter().map(|it| *it as f64 / self.parts as f64).collect() }
    }
}

/// More than any relaxation costs.
const MOST_COST: i64 = 1 << 50;
