//! What an applicant's place would cost the best panel.

use serde::{Deserialize, Serialize};

use super::points;
use crate::merit::{admit, best_panel, tie_band};
use crate::model::{Flaws, Instance, MERIT_UNIT, MeritRule, Standing};
use crate::polytope::Row;
use crate::solver::{SCALE, Solver, Want, Watch};

/// What a place costs, in points of merit of the whole panel.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// What the best panel loses if they are in; none if no panel can have them.
    pub to_have_in: Option<f64>,
    /// What the best panel loses without them; none if no panel can do without.
    pub to_leave_out: Option<f64>,
    /// The tie band: who costs no more has a chance.
    pub band: f64,
}

/// Costs, and what each quota is worth.
pub(super) struct Costs {
    pub(super) cost: Option<Cost>,
    pub(super) worths: Vec<f64>,
}

/// Searches for the best panel, and for the best with and without one applicant.
pub(super) fn of(
    instance: &Instance,
    rule: &MeritRule,
    at: usize,
    solver: &dyn Solver,
    watch: &mut Watch<'_>,
) -> Result<Costs, Flaws> {
    let admission = admit(instance, rule)?;
    let mut worths = vec![0.0; instance.quotas().len()];
    let Some(best) = best_panel(instance, &admission, solver, watch) else {
        return Ok(Costs { cost: None, worths });
    };
    let goal = best.goal();
    let mut session = solver.open(&best.polytope.programme);
    if let Some(relaxed) = session.relax(&goal, watch) {
        for (row, times) in best.polytope.rows.iter().zip(&relaxed.multipliers) {
            if let Row::Quota(quota) = row {
                let parts = *times as f64 / SCALE as f64 / MERIT_UNIT as f64;
                worths[*quota] = -(parts * 1e6).round() / 1e6 + 0.0;
            }
        }
    }
    if admission.standings[at] == Standing::Out {
        return Ok(Costs { cost: None, worths });
    }
    let Some(kind) = best.kinds.0.iter().position(|it| it.members.contains(&at)) else {
        return Ok(Costs { cost: None, worths });
    };
    let members = i64::try_from(best.kinds.0[kind].members.len()).unwrap_or(i64::MAX);
    let column = best.polytope.programme.columns[kind].clone();
    let mut loss = |least: i64, most: i64| {
        session.bound_column(kind, least, most);
        let outcome = session.maximise(&goal, Want::default(), watch);
        let value = outcome.best.filter(|_| !outcome.is_open).and_then(|it| i64::try_from(it.1).ok());
        value.map(|it| points(best.merit - it))
    };
    let to_have_in = loss(column.least.max(1), column.most);
    let to_leave_out = if best.kinds.0[kind].is_in { None } else { loss(0, members - 1) };
    let band = points(tie_band(instance, &admission.standings, rule.tie_band));
    Ok(Costs { cost: Some(Cost { to_have_in, to_leave_out, band }), worths })
}
