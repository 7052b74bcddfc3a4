//! The panel of greatest merit, with its proof.

use super::floor::Admission;
use crate::model::{Instance, Kinds};
use crate::polytope::Polytope;
use crate::solver::{Proof, Solver, Stopped, Want, Watch};

/// The panel of greatest merit.
#[derive(Clone, Debug)]
pub struct Best {
    /// Those who neither quotas nor merit can tell apart.
    pub kinds: Kinds,
    /// The panels that may be.
    pub polytope: Polytope,
    /// How many of each kind the best panel has.
    pub counts: Vec<i64>,
    /// Its merit, in units.
    pub merit: i64,
    /// No panel has more; equal to `merit` unless the run was stopped.
    pub bound: i128,
    /// How that is proved; none if a checker has to search itself.
    pub proof: Option<Proof>,
    /// Why the run ended early, if it did.
    pub stopped: Option<Stopped>,
}

impl Best {
    /// The merit of each kind.
    pub fn goal(&self) -> Vec<i64> {
        self.kinds.0.iter().map(|it| it.merit.unwrap_or(0)).collect()
    }

    /// Who is in the best panel; of those who cannot be told apart, the first by id.
    pub fn members(&self) -> Vec<usize> {
        let chosen = |(kind, count): (&crate::model::Kind, &i64)| kind.members[..*count as usize].to_vec();
        self.kinds.0.iter().zip(&self.counts).flat_map(chosen).collect()
    }
}

/// Finds the greatest `Σ μ_i x_i` over all panels that keep the quotas; none if no panel fits or none was found in time.
pub fn best_panel(
    instance: &Instance,
    admission: &Admission,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Option<Best> {
    let kinds = Kinds::of(instance, &admission.standings, Some(&admission.merits));
    let polytope = Polytope::of(instance, &kinds, None);
    let goal: Vec<i64> = kinds.0.iter().map(|it| it.merit.unwrap_or(0)).collect();
    let want = Want { proof: true, ..Want::default() };
    let outcome = solver.open(&polytope.programme).maximise(&goal, want, watch);
    let (counts, value) = outcome.best?;
    Some(Best {
        kinds,
        polytope,
        counts,
        merit: i64::try_from(value).unwrap_or(i64::MAX),
        bound: outcome.bound.unwrap_or(value),
        proof: outcome.proof,
        stopped: if outcome.is_open { watch.stopped() } else { None },
    })
}
