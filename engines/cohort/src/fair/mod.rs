//! Fair chances: a lottery over panels that treats everybody as well as the quotas allow, with its proof.

mod goldilocks;
mod levels;
mod leximin;
mod master;
mod mixture;
mod nash;
mod relaxed;
mod start;
mod weights;

use crate::model::{Instance, Kinds, Lottery, Objective};
use crate::polytope::Polytope;
use crate::solver::{Proof, Solver, Stopped, Watch};

/// Why nobody of some kinds can have a greater chance: prices, and a bound on what any panel is worth at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The kinds that are settled here.
    pub settled: Vec<usize>,
    /// The kinds that no earlier stage settled.
    pub unsettled: Vec<usize>,
    /// The price of one member of each kind.
    pub prices: Vec<i64>,
    /// No panel is worth more than this.
    pub bound: i128,
    /// For Goldilocks: how far the least chance holds the greatest up by itself, in parts of `LIFT` of a price.
    pub lift: i128,
    /// How that is proved; none if a checker has to search itself.
    pub proof: Option<Proof>,
    /// Whether the lottery reaches the bound; else the run ended before it was known, and the gap is told.
    pub is_reached: bool,
}

/// What the lift of a stage is told in parts of.
pub const LIFT: i128 = 1_000_000_000;

/// A lottery and why it is fair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fair {
    /// Panels and weights.
    pub lottery: Lottery,
    /// The proof.
    pub stages: Vec<Stage>,
    /// Why the run ended early, if it did: the chances are then valid, but not proved to be the fairest.
    pub stopped: Option<Stopped>,
}

/// The panels to choose among, in the shapes that the methods need.
#[derive(Clone)]
struct Task<'a> {
    instance: &'a Instance,
    kinds: &'a Kinds,
    polytope: &'a Polytope,
    /// The kinds whose chances are to be fair.
    free: Vec<usize>,
    /// How many members each of them has.
    members: Vec<f64>,
}

/// Finds the fairest lottery over the panels of a polytope; none if no panel fits, or none was found in time.
pub fn fairest(
    instance: &Instance,
    kinds: &Kinds,
    polytope: &Polytope,
    objective: Objective,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Option<Fair> {
    let free: Vec<usize> = (0..kinds.len()).filter(|it| !kinds.0[*it].is_in).collect();
    let members = free.iter().map(|it| kinds.0[*it].members.len() as f64).collect();
    let task = Task { instance, kinds, polytope, free, members };
    let mut session = solver.open(&polytope.programme);
    match objective {
        Objective::Leximin => leximin::fairest(&task, false, session.as_mut(), watch),
        Objective::Maximin => leximin::fairest(&task, true, session.as_mut(), watch),
        Objective::Goldilocks { gamma_thousandths } => {
            goldilocks::fairest(&task, f64::from(gamma_thousandths) / 1_000.0, session.as_mut(), watch)
        }
        Objective::Nash => nash::fairest(&task, session.as_mut(), watch),
    }
}
