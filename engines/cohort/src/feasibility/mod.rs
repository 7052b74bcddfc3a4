//! Whether any panel keeps the quotas; if none does, which quotas contradict each other and what would have to give way.

mod checks;
mod conflict;
mod recruit;
mod relax;
#[cfg(test)]
mod tests;

pub use checks::{Contradiction, contradictions};
pub use conflict::{Conflict, conflict};
pub use recruit::{Recruits, recruit};
pub use relax::{Change, Relaxation, relax};

use crate::model::{Instance, Kinds};
use crate::polytope::Polytope;
use crate::solver::{Solver, Want, Watch};

/// Whether a panel keeps all quotas; none if that could not be told in time.
pub fn is_possible(instance: &Instance, solver: &dyn Solver, watch: &mut Watch<'_>) -> Option<bool> {
    let kinds = Kinds::of(instance, &instance.standings(), None);
    let polytope = Polytope::of(instance, &kinds, None);
    let outcome = solver.open(&polytope.programme).maximise(&vec![0; kinds.len()], Want::default(), watch);
    if outcome.best.is_some() {
        return Some(true);
    }
    outcome.is_impossible().then_some(false)
}
