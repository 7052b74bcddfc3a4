//! Replacement: who comes in for those who decline, while everybody else and the quotas stay.
//!
//! It is the question of the choice again with those who stay held in, never "the next on the list": the next may not
//! keep the quotas. The reserve comes first, then the pool; merit decides where it counts, and the order of a shuffle
//! that was committed to decides among equals.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::merit::admit;
use crate::model::{Flaws, Floor, Instance, Kinds, MERIT_UNIT, MeritRule, Standing, State, merit_units};
use crate::polytope::Polytope;
use crate::solver::{Phase, Range, Solver, Stopped, Want, Watch};
use crate::tickets::Stream;

/// What decides who comes in.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The reserve, who is asked before the pool; in order.
    pub reserve: &'a [usize],
    /// How merit counts; none for a choice by lot alone.
    pub merit: Option<&'a MeritRule>,
    /// Shuffles the others.
    pub seed: &'a str,
}

/// A list of changes, to be approved as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// Who leaves: the places of those of the panel who declined.
    pub leaving: Vec<usize>,
    /// Who comes in.
    pub joining: Vec<usize>,
    /// The panel then.
    pub panel: Vec<usize>,
    /// Each quota before and after.
    pub quotas: Vec<Shift>,
    /// Whether the reserve was enough.
    pub from_reserve: bool,
    /// Whether nobody else would have been better by the rule; false if the effort was spent.
    pub is_proved: bool,
}

/// A quota before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Which.
    pub label: String,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
    /// How many before anybody declined.
    pub before: u32,
    /// How many after the replacement.
    pub after: u32,
}

/// Why nobody was replaced.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unreplaced {
    /// The question makes no sense as it stands.
    #[error("{0}")]
    Flawed(#[from] Flaws),
    /// Nobody can come in so that the quotas hold; ask `relax` with those who stay accepted.
    #[error("Nobody can come in for those who declined so that all quotas are kept.")]
    Impossible,
    /// The run was ended before anybody was found.
    #[error("The run was stopped before it had a result; allow more effort.")]
    Stopped(Stopped),
}

/// The question that is left when some of a panel declined: those who stay are accepted, those who declined are out.
///
/// `declined` may name people outside the panel, such as those who declined before.
pub fn after_declines(instance: &Instance, panel: &[usize], declined: &[usize]) -> Result<Instance, Flaws> {
    let mut people = instance.applicants().to_vec();
    for it in panel {
        people[*it].state = State::Accepted;
    }
    for it in declined {
        people[*it].state = State::Out;
    }
    Instance::new(people, instance.quotas().to_vec(), instance.size())
}

/// Finds who comes in: the greatest `Σ μ_i x_i` over the reserve, else over the pool, with those who stay held in; among
/// equals those who come first in the order.
pub fn replace(
    instance: &Instance,
    panel: &[usize],
    declined: &[usize],
    order: Order<'_>,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Result<Replacement, Unreplaced> {
    let left = after_declines(instance, panel, declined)?;
    watch.begin(Phase::Merit, None);
    let (standings, merits) = admitted(instance, &left, order.merit)?;
    let ranks = ranks(&left, order);
    let reserve: BTreeSet<usize> = order.reserve.iter().copied().collect();
    let mut only_reserve = standings.clone();
    for (at, it) in only_reserve.iter_mut().enumerate() {
        if *it == Standing::Free && !reserve.contains(&at) {
            *it = Standing::Out;
        }
    }
    let (found, from_reserve) = match fill(&left, only_reserve, &merits, &ranks, solver, watch) {
        Some(it) => (Some(it), true),
        None => (fill(&left, standings, &merits, &ranks, solver, watch), false),
    };
    let (chosen, is_proved) =
        found.ok_or_else(|| watch.stopped().map_or(Unreplaced::Impossible, Unreplaced::Stopped))?;
    let before: BTreeSet<usize> = panel.iter().copied().collect();
    let after: BTreeSet<usize> = chosen.iter().copied().collect();
    let leaving: Vec<usize> = before.difference(&after).copied().collect();
    let joining: Vec<usize> = after.difference(&before).copied().collect();
    let count = |people: &BTreeSet<usize>, quota: usize| {
        people.iter().filter(|it| instance.met(**it).contains(&quota)).count() as u32
    };
    let shift = |(at, it): (usize, &crate::model::Quota)| Shift {
        label: it.label.clone(),
        least: it.least,
        most: it.most,
        before: count(&before, at),
        after: count(&after, at),
    };
    let quotas = instance.quotas().iter().enumerate().map(shift).collect();
    Ok(Replacement {
        from_reserve: from_reserve && !joining.is_empty(),
        leaving,
        joining,
        panel: chosen,
        quotas,
        is_proved,
    })
}

/// Who may come in, and the merit of each. The floor stays where it was when everybody was still there.
fn admitted(
    before: &Instance,
    left: &Instance,
    rule: Option<&MeritRule>,
) -> Result<(Vec<Standing>, Vec<i64>), Unreplaced> {
    let Some(rule) = rule else {
        return Ok((left.standings(), vec![0; left.applicants().len()]));
    };
    let passing_from = admit(before, rule)?.passing_from;
    let floor = match (rule.floor, passing_from) {
        (Some(Floor::BestShare(_)), Some(units)) => Some(Floor::Points(units as f64 / MERIT_UNIT as f64)),
        (floor, _) => floor,
    };
    let admission = admit(left, &MeritRule { floor, ..rule.clone() })?;
    Ok((admission.standings, admission.merits))
}

/// The place of each in the order: the reserve first, then the others shuffled.
fn ranks(instance: &Instance, order: Order<'_>) -> Vec<usize> {
    let people = instance.applicants();
    let mut others: Vec<usize> = (0..people.len()).collect();
    others.sort_by(|a, b| people[*a].id.cmp(&people[*b].id));
    Stream::of(order.seed, "replacement").shuffle(&mut others);
    let mut ranks = vec![usize::MAX; people.len()];
    for (rank, it) in order.reserve.iter().chain(&others).enumerate() {
        ranks[*it] = ranks[*it].min(rank);
    }
    ranks
}

/// Fills the open places; none if that is impossible or was stopped. Also whether the choice is proved.
fn fill(
    instance: &Instance,
    mut standings: Vec<Standing>,
    merits: &[i64],
    ranks: &[usize],
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Option<(Vec<usize>, bool)> {
    keep_the_first(instance, &mut standings, merits, ranks)?;
    // Everybody is a kind of their own, for each has a rank of their own.
    let alone: Vec<i64> = (0..).take(standings.len()).collect();
    let kinds = Kinds::of(instance, &standings, Some(&alone));
    let mut programme = Polytope::of(instance, &kinds, None).programme;
    let people: Vec<usize> = kinds.0.iter().map(|it| it.members[0]).collect();
    let goal: Vec<i64> = people.iter().map(|it| merits[*it]).collect();
    let best = solver.open(&programme).maximise(&goal, Want::default(), watch);
    let (point, merit) = best.best?;
    let mut is_proved = !best.is_open;
    let merit = i64::try_from(merit).ok()?;
    let row = programme.rows.len();
    let most = goal.iter().fold(0_i64, |sum, it| sum.saturating_add((*it).max(0)));
    programme.rows.push(Range { least: merit, most: most.max(merit) });
    for (column, merit) in programme.columns.iter_mut().zip(&goal).filter(|it| *it.1 != 0) {
        column.entries.push((row, *merit));
    }
    let last = people.iter().map(|it| ranks[*it]).max().unwrap_or(0);
    let first: Vec<i64> = people.iter().map(|it| i64::try_from(last - ranks[*it]).unwrap_or(i64::MAX)).collect();
    let ordered = solver.open(&programme).maximise(&first, Want::default(), watch);
    is_proved &= !ordered.is_open;
    let point = ordered.best.map_or(point, |it| it.0);
    let mut chosen: Vec<usize> = people.iter().zip(point).filter(|it| it.1 > 0).map(|it| *it.0).collect();
    chosen.sort_unstable();
    Some((chosen, is_proved))
}

/// Of those whom neither quotas nor merit tell apart, no more are needed than there are open places.
fn keep_the_first(instance: &Instance, standings: &mut [Standing], merits: &[i64], ranks: &[usize]) -> Option<()> {
    let held = standings.iter().filter(|it| **it == Standing::In).count();
    let open = (instance.size() as usize).checked_sub(held)?;
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for at in (0..standings.len()).filter(|it| standings[*it] == Standing::Free) {
        alike
            .entry((instance.met(at), instance.applicants()[at].exclusive.as_deref(), merits[at]))
            .or_default()
            .push(at);
    }
    for mut members in alike.into_values() {
        members.sort_by_key(|it| ranks[*it]);
        for it in members.into_iter().skip(open) {
            standings[it] = Standing::Out;
        }
    }
    Some(())
}

/// The merit of some people together, in points.
pub fn merit_of(instance: &Instance, people: &[usize]) -> f64 {
    let units = people.iter().filter_map(|it| instance.applicants()[*it].merit).map(|it| merit_units(it.mean));
    units.sum::<i64>() as f64 / MERIT_UNIT as f64
}
