//! Why one applicant is in, out, or in the lottery: as data, and in words.
//!
//! Everything is computed anew from the question and the certificate, so that a reader of an explanation can do so too.

mod cost;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use crate::certificate::Certificate;
use crate::feasibility::conflict;
use crate::merit::admit;
use crate::model::{Flaws, Instance, MERIT_UNIT, Merit, MeritRule, Policy, Standing, State, merit_units};
use crate::solver::{Solver, Stopped, Watch};
use crate::tickets::Tickets;

pub use cost::Cost;

/// Why one applicant is where they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// Who.
    pub id: String,
    /// Where they are.
    pub status: Status,
    /// Their merit, where it counts.
    pub merit: Option<Ranked>,
    /// The fair chance, from 0 to 1.
    pub chance: f64,
    /// The numbers of their tickets.
    pub tickets: Vec<u32>,
    /// How many tickets there are.
    pub of_tickets: u32,
    /// What their place would cost the best panel, where merit counts and they pass the floor.
    pub cost: Option<Cost>,
    /// The quotas that they count for.
    pub quotas: Vec<Counted>,
    /// Labels of quotas that cannot be kept together with them in the panel; empty where some panel can have them.
    pub conflict: Vec<String>,
}

/// Where an applicant is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In whatever else: invited outside the choice, or accepted before.
    Held,
    /// Set aside before the choice.
    SetAside,
    /// Below the merit floor.
    BelowFloor {
        /// So many points more would reach it; not said where more than the mean decides.
        lacking: Option<f64>,
    },
    /// In every panel.
    Core,
    /// In the lottery.
    Zone,
    /// In no panel: every panel with them loses more than the tie band.
    TooCostly {
        /// So many points more would bring them into the lottery.
        lacking: Option<f64>,
    },
    /// In no panel: the quotas cannot be kept with them.
    NoPanel,
}

/// A merit among the others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// In points.
    pub merit: Merit,
    /// How many have less.
    pub above: usize,
    /// How many others have as much.
    pub equal: usize,
    /// How many have a merit at all.
    pub of: usize,
}

/// A quota that an applicant counts for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// Which.
    pub label: String,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
    /// How many such people may be chosen.
    pub available: usize,
    /// The fewest and the most of them in any panel of the lottery.
    pub in_panels: (u32, u32),
    /// What counting for it is worth to the best panel, in points of merit: positive where the quota seeks such people,
    /// negative where it has more than it can take.
    pub worth: f64,
}

/// Why nothing could be told.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unexplained {
    /// Nobody has the id.
    #[error("Nobody in the result has the id {id:?}. Look at the spelling; ids are told apart by capitals.")]
    Unknown {
        /// The id.
        id: String,
    },
    /// The rule makes no sense.
    #[error("{0}")]
    Flawed(#[from] Flaws),
    /// The run was ended before.
    #[error("The run was stopped before it could tell; allow more effort.")]
    Stopped(Stopped),
}

/// Tells why an applicant is in, out, or in the lottery of a certificate.
///
/// `loss_in = OPT − OPT(x_i = 1)` and `loss_out = OPT − OPT(x_i = 0)`, both searched exactly; what a quota is worth is its
/// multiplier in the linear relaxation of the best panel (G. Dantzig, *Linear Programming and Extensions*, 1963, chapter 12).
pub fn explain(
    instance: &Instance,
    policy: &Policy,
    certificate: &Certificate,
    tickets: &Tickets,
    id: &str,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Result<Explanation, Unexplained> {
    let at = instance.find(id).ok_or_else(|| Unexplained::Unknown { id: id.into() })?;
    let kind = certificate.kinds.iter().position(|it| it.members.iter().any(|it| it == id));
    let rule = policy.merit.as_ref();
    let costs = rule.map(|rule| cost::of(instance, rule, at, solver, watch)).transpose()?;
    if let Some(stopped) = watch.stopped() {
        return Err(Unexplained::Stopped(stopped));
    }
    let worths = costs.as_ref().map(|it| it.worths.clone());
    let cost = costs.and_then(|it| it.cost);
    let chance = kind.map_or(0.0, |it| chance(certificate, it));
    let state = instance.applicants()[at].state;
    let mut conflict = Vec::new();
    if chance == 0.0 && state == State::Eligible {
        conflict = without_place(instance, at, solver, watch)?;
    }
    let status = status(instance, rule, certificate, (at, kind), (chance, cost), conflict.is_empty())?;
    let quotas = counted(instance, certificate, at, worths.as_deref());
    Ok(Explanation {
        id: id.into(),
        status,
        merit: rule.and(instance.applicants()[at].merit).map(|it| ranked(instance, it)),
        chance,
        tickets: tickets.of_person(id),
        of_tickets: tickets.tickets.len() as u32,
        cost,
        quotas,
        conflict,
    })
}

fn status(
    instance: &Instance,
    rule: Option<&MeritRule>,
    certificate: &Certificate,
    (at, kind): (usize, Option<usize>),
    (chance, cost): (f64, Option<Cost>),
    fits: bool,
) -> Result<Status, Unexplained> {
    match instance.applicants()[at].state {
        State::MustIn | State::Accepted => return Ok(Status::Held),
        State::Out => return Ok(Status::SetAside),
        State::Eligible => {}
    }
    if let Some(rule) = rule {
        let admission = admit(instance, rule)?;
        if admission.standings[at] == Standing::Out {
            let lacking = admission.passing_from.map(|it| points(it.saturating_sub(admission.merits[at])));
            return Ok(Status::BelowFloor { lacking });
        }
    }
    if !fits {
        return Ok(Status::NoPanel);
    }
    if kind.is_some_and(|it| certificate.kinds[it].is_in) {
        return Ok(Status::Core);
    }
    if chance > 0.0 || kind.is_some() {
        return Ok(Status::Zone);
    }
    let lacking = cost.and_then(|it| it.to_have_in.map(|cost| points(merit_units(cost - it.band))));
    Ok(Status::TooCostly { lacking })
}

/// The quotas that stand in the way of any panel with an applicant; none if there is such a panel.
fn without_place(
    instance: &Instance,
    at: usize,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Result<Vec<String>, Unexplained> {
    let mut people = instance.applicants().to_vec();
    people[at].state = State::MustIn;
    let held = Instance::new(people, instance.quotas().to_vec(), instance.size())?;
    let found = conflict(&held, solver, watch);
    match watch.stopped() {
        Some(stopped) => Err(Unexplained::Stopped(stopped)),
        None => Ok(found.map_or_else(Vec::new, |it| it.labels)),
    }
}

fn counted(instance: &Instance, certificate: &Certificate, at: usize, worths: Option<&[f64]>) -> Vec<Counted> {
    let of = |quota: usize| {
        let it = &instance.quotas()[quota];
        let inside = || certificate.kinds.iter().enumerate().filter(move |it| it.1.quotas.contains(&quota));
        let in_panel = |panel: &crate::model::Panel| inside().map(|(kind, _)| panel.counts[kind]).sum::<u32>();
        let drawn = || certificate.panels.iter().filter(|it| it.weight > 0).map(in_panel);
        Counted {
            label: it.label.clone(),
            least: it.least,
            most: it.most,
            available: inside().map(|it| it.1.members.len()).sum(),
            in_panels: (drawn().min().unwrap_or(0), drawn().max().unwrap_or(0)),
            worth: worths.map_or(0.0, |it| it[quota]),
        }
    };
    instance.met(at).iter().map(|it| of(*it)).collect()
}

fn ranked(instance: &Instance, merit: Merit) -> Ranked {
    let others: Vec<f64> = instance.applicants().iter().filter_map(|it| it.merit).map(|it| it.mean).collect();
    let above = others.iter().filter(|it| **it < merit.mean).count();
    let equal = others.iter().filter(|it| it.total_cmp(&merit.mean).is_eq()).count().saturating_sub(1);
    Ranked { merit, above, equal, of: others.len() }
}

fn chance(certificate: &Certificate, kind: usize) -> f64 {
    let drawn: u128 = certificate.panels.iter().map(|it| u128::from(it.counts[kind]) * u128::from(it.weight)).sum();
    let whole = u128::from(certificate.whole) * certificate.kinds[kind].members.len() as u128;
    drawn as f64 / whole as f64
}

fn points(units: i64) -> f64 {
    units as f64 / MERIT_UNIT as f64
}
