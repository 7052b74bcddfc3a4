//! Tiers by opportunity cost: what the best panel would lose with an applicant in it, or without.

use serde::{Deserialize, Serialize};

use super::Best;
use crate::solver::{Session, Solver, Want, Watch, upper_bound};

/// Where an applicant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Every panel without them loses more than the tie band.
    Core,
    /// With or without them, a panel within the tie band exists: the lot decides.
    Zone,
    /// Every panel with them loses more than the tie band.
    Out,
}

/// What something would cost the best panel, in merit units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// At least so much.
    pub least: i64,
    /// Whether it is exactly that.
    pub is_exact: bool,
    /// Whether no panel at all would be left.
    pub is_impossible: bool,
}

impl Loss {
    const NOTHING: Self = Self { least: 0, is_exact: true, is_impossible: false };

    const fn at_least(least: i64) -> Self {
        Self { least, is_exact: false, is_impossible: false }
    }
}

/// The tier of a kind, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tiered {
    /// Where they stand.
    pub tier: Tier,
    /// What it would cost to have one of them in.
    pub loss_in: Loss,
    /// What it would cost to have one of them out.
    pub loss_out: Loss,
}

/// Sorts every kind of the best panel's question into tiers, with this tie band in merit units.
///
/// `loss_in = OPT − OPT(x_i = 1)` and `loss_out = OPT − OPT(x_i = 0)`: *core* where `loss_out` exceeds the band, *out*
/// where `loss_in` does. Reduced costs of the linear relaxation settle most (G. Dantzig, *Linear Programming and
/// Extensions*, 1963, chapter 12); a search settles the rest, and needs to look only within the band.
/// None if the run was stopped: tiers that are half known would not be fair.
pub fn tiers(best: &Best, band: i64, solver: &dyn Solver, watch: &mut Watch<'_>) -> Option<Vec<Tiered>> {
    let goal = best.goal();
    let mut session = solver.open(&best.polytope.programme);
    let multipliers = session.relax(&goal, watch)?.multipliers;
    let mut found = Vec::with_capacity(goal.len());
    for kind in 0..goal.len() {
        if best.kinds.0[kind].is_in {
            let out = Loss { least: 0, is_exact: false, is_impossible: true };
            found.push(Tiered { tier: Tier::Core, loss_in: Loss::NOTHING, loss_out: out });
            continue;
        }
        let members = best.kinds.0[kind].count();
        let column = &best.polytope.programme.columns[kind];
        let mut ask =
            |least: i64, most: i64| loss(best, &goal, &multipliers, (kind, least, most), band, session.as_mut(), watch);
        let loss_in = if best.counts[kind] > 0 { Loss::NOTHING } else { ask(1, column.most)? };
        let loss_out = if best.counts[kind] < members { Loss::NOTHING } else { ask(0, members - 1)? };
        let tier = if loss_out.is_impossible || loss_out.least > band {
            Tier::Core
        } else if loss_in.is_impossible || loss_in.least > band {
            Tier::Out
        } else {
            Tier::Zone
        };
        found.push(Tiered { tier, loss_in, loss_out });
        watch.done();
    }
    Some(found)
}

fn loss(
    best: &Best,
    goal: &[i64],
    multipliers: &[i128],
    (kind, least, most): (usize, i64, i64),
    band: i64,
    session: &mut dyn Session,
    watch: &mut Watch<'_>,
) -> Option<Loss> {
    let programme = &best.polytope.programme;
    let mut columns: Vec<_> = programme.columns.iter().map(|it| (it.least, it.most)).collect();
    columns[kind] = (least, most);
    let rows: Vec<_> = programme.rows.iter().map(|it| (it.least, it.most)).collect();
    let top = i128::from(best.merit);
    let by_rows = units(top - upper_bound(programme, goal, multipliers, &columns, &rows));
    if by_rows > band {
        return Some(Loss::at_least(by_rows));
    }
    session.bound_column(kind, least, most);
    let want = Want { above: Some(top - i128::from(band) - 1), ..Want::default() };
    let outcome = session.maximise(goal, want, watch);
    session.bound_column(kind, programme.columns[kind].least, programme.columns[kind].most);
    if outcome.is_open {
        return None;
    }
    Some(match outcome.best {
        Some((_, value)) => Loss { least: units(top - value).max(0), is_exact: true, is_impossible: false },
        None => Loss::at_least(by_rows.max(band + 1)),
    })
}

fn units(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}
