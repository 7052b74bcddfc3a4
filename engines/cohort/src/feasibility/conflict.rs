//! A set of quotas that cannot be kept together, none of which is superfluous.

use std::fmt;

use crate::model::{Instance, Kinds};
use crate::polytope::{Polytope, Row};
use crate::solver::{Proof, Solver, Want, Watch};

/// Quotas that cannot be kept together; without any one of them the others can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Their places in the list of quotas.
    pub quotas: Vec<usize>,
    /// Their labels.
    pub labels: Vec<String>,
    /// Why they cannot: cases closed by the rows, if there are not too many. Rows as in `rows`.
    pub proof: Option<Proof>,
    /// What each row counts.
    pub rows: Vec<Row>,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.labels.as_slice() {
            [] => write!(
                f,
                "The people who are in already, the shared keys and the size of the cohort contradict each other, whatever the quotas."
            ),
            [only] => write!(f, "The quota {only:?} cannot be kept with these applicants. Without it the others can."),
            [rest @ .., last] => {
                let rest: Vec<String> = rest.iter().map(|it| format!("{it:?}")).collect();
                write!(
                    f,
                    "The quotas {} and {last:?} cannot be kept together with these applicants. Without any one of them the others can.",
                    rest.join(", ")
                )
            }
        }
    }
}

/// Finds an irreducible set of conflicting quotas: drop one, and keep it out if the rest still contradict each other
/// (the deletion filter of J. Chinneck and E. Dravnieks, *Locating minimal infeasible constraint sets in linear programs*,
/// ORSA Journal on Computing 3, 1991). None if a panel exists, or it could not be told in time.
pub fn conflict(instance: &Instance, solver: &dyn Solver, watch: &mut Watch<'_>) -> Option<Conflict> {
    let kinds = Kinds::of(instance, &instance.standings(), None);
    let polytope = Polytope::of(instance, &kinds, None);
    let mut session = solver.open(&polytope.programme);
    let nothing = vec![0; kinds.len()];
    if !session.maximise(&nothing, Want::default(), watch).is_impossible() {
        return None;
    }
    let size = i64::from(instance.size());
    let mut kept = Vec::new();
    for (at, row) in polytope.rows.iter().enumerate() {
        let Row::Quota(quota) = row else { continue };
        let range = polytope.programme.rows[at];
        session.bound_row(at, 0, size);
        if session.maximise(&nothing, Want::default(), watch).is_impossible() {
            continue;
        }
        if watch.stopped().is_some() {
            return None;
        }
        session.bound_row(at, range.least, range.most);
        kept.push(*quota);
    }
    let proof = session.maximise(&nothing, Want { proof: true, ..Want::default() }, watch).proof;
    let labels = kept.iter().map(|it| instance.quotas()[*it].label.clone()).collect();
    Some(Conflict { quotas: kept, labels, proof, rows: polytope.rows })
}
