//! The whole choice: feasibility, merit, tiers, lottery.

use crate::fair::{Fair, fairest};
use crate::merit::{Admission, Best, Tier, Tiered, admit, best_panel, tie_band, tiers};
use crate::model::{Flaw, Flaws, Instance, Kinds, MeritRule, Policy, Standing, merit_units};
use crate::polytope::Polytope;
use crate::solver::{Phase, Solver, Stopped, Watch};

/// What merit had to do with the choice.
#[derive(Clone, Debug)]
pub struct Merited {
    /// The best panel.
    pub best: Best,
    /// The tier of each kind of the best panel's question.
    pub tiers: Vec<Tiered>,
    /// The tie band, in merit units.
    pub band: i64,
    /// The least merit that a panel of the lottery has, in units.
    pub least_merit: i64,
    /// Those below the floor whom a quota could not do without.
    pub exceptions: Vec<usize>,
    /// The least merit that passes the floor, in units, where the floor is one of merit alone.
    pub passing_from: Option<i64>,
}

/// The outcome of a choice.
#[derive(Clone, Debug)]
pub struct Selection {
    /// What merit had to do with it, if it counted.
    pub merit: Option<Merited>,
    /// How each applicant stood when the lottery began.
    pub standings: Vec<Standing>,
    /// The lottery and why it is fair.
    pub fair: Fair,
}

impl Selection {
    /// The chance of each applicant, to be shown.
    pub fn chances(&self) -> Vec<f64> {
        self.fair.lottery.chance_of_each(self.standings.len())
    }

    /// The tier of each applicant: without merit, whoever may be chosen is in the zone.
    pub fn tier_of_each(&self) -> Vec<Tier> {
        self.standings
            .iter()
            .map(|it| match it {
                Standing::In => Tier::Core,
                Standing::Free => Tier::Zone,
                Standing::Out => Tier::Out,
            })
            .collect()
    }
}

/// Why there is no selection.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unselected {
    /// The question makes no sense as it stands.
    #[error("{0}")]
    Flawed(#[from] Flaws),
    /// No panel keeps all quotas; ask `relax` which would have to give way.
    #[error("No panel of this size keeps all quotas.")]
    Impossible,
    /// The run was ended before a panel was found.
    #[error("The run was stopped before it had a result: {}.", match .0 { Stopped::ByCaller => "as asked", Stopped::EffortSpent => "the effort that was allowed is spent; allow more" })]
    Stopped(Stopped),
}

/// Chooses by a policy.
pub fn select(
    instance: &Instance,
    policy: &Policy,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Result<Selection, Unselected> {
    let merit = policy.merit.as_ref().map(|rule| by_merit(instance, rule, solver, watch)).transpose()?;
    let (standings, least_merit) = match &merit {
        Some((merited, standings)) => (standings.clone(), Some(merited)),
        None => (instance.standings(), None),
    };
    watch.begin(Phase::Lottery, None);
    let merits: Option<Vec<i64>> = least_merit
        .map(|_| instance.applicants().iter().map(|it| it.merit.map_or(0, |it| merit_units(it.mean))).collect());
    let kinds = Kinds::of(instance, &standings, merits.as_deref());
    let free = kinds.0.iter().filter(|it| !it.is_in).count();
    few("Kinds of applicants", free, MOST_KINDS, "Use fewer categories, or fewer values of each.")?;
    let polytope = Polytope::of(instance, &kinds, least_merit.map(|it| it.least_merit));
    let fair = fairest(instance, &kinds, &polytope, policy.objective, solver, watch)
        .ok_or_else(|| watch.stopped().map_or(Unselected::Impossible, Unselected::Stopped))?;
    Ok(Selection { merit: merit.map(|it| it.0), standings, fair })
}

/// More kinds than this would take a machine of today more memory and patience than a committee has.
const MOST_KINDS: usize = 3_000;
/// More people than any committee reads.
const MOST_BY_MERIT: usize = 50_000;

fn few(what: &str, count: usize, most: usize, remedy: &str) -> Result<(), Flaws> {
    if count <= most {
        return Ok(());
    }
    Err(Flaws(vec![Flaw::TooMany { what: what.into(), count, most, remedy: remedy.into() }]))
}

fn by_merit(
    instance: &Instance,
    rule: &MeritRule,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Result<(Merited, Vec<Standing>), Unselected> {
    let stopped = |watch: &Watch<'_>| watch.stopped().map_or(Unselected::Impossible, Unselected::Stopped);
    let admission = admit(instance, rule)?;
    let admitted = admission.standings.iter().filter(|it| **it != Standing::Out).count();
    few("Applicants above the merit floor", admitted, MOST_BY_MERIT, "Set a merit floor, or a higher one.")?;
    watch.begin(Phase::Merit, None);
    let best = best_panel(instance, &admission, solver, watch).ok_or_else(|| stopped(watch))?;
    let band = tie_band(instance, &admission.standings, rule.tie_band);
    watch.begin(Phase::Tiers, Some(best.kinds.len() as u64));
    let tiers = tiers(&best, band, solver, watch).ok_or_else(|| stopped(watch))?;
    let mut standings = vec![Standing::Out; admission.standings.len()];
    for (kind, tiered) in best.kinds.0.iter().zip(&tiers) {
        for member in &kind.members {
            standings[*member] = match tiered.tier {
                Tier::Core => Standing::In,
                Tier::Zone => Standing::Free,
                Tier::Out => Standing::Out,
            };
        }
    }
    let budget = rule.budget.map_or(band.saturating_mul(3), merit_units);
    let least_merit = best.merit.saturating_sub(budget);
    let Admission { exceptions, passing_from, .. } = admission;
    Ok((Merited { best, tiers, band, least_merit, exceptions, passing_from }, standings))
}
