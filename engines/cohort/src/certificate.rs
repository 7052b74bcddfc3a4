//! The proof of a selection as data: what an outsider needs to check it without this crate.
//!
//! Whole numbers too large for other readers are texts. The fingerprint is the SHA-256 of the canonical form: this
//! structure as JSON without white space, its own field `fingerprint` empty.

use serde::{Deserialize, Serialize};

use crate::fair::Stage;
use crate::model::{Instance, Kinds, Objective, Panel, Quota, sha256};
use crate::polytope::{Polytope, Row};
use crate::select::Selection;
use crate::solver::{Proof, Sum};

/// The proof of a selection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The form of this data.
    pub form: String,
    /// What makes chances fair.
    pub objective: Objective,
    /// The size of the cohort.
    pub size: u32,
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// Who may be chosen, in kinds that the rule cannot tell apart.
    pub kinds: Vec<Group>,
    /// The least merit of a panel, in units, if merit counts.
    pub least_merit: Option<i64>,
    /// The panels; their weights add up to `whole`.
    pub panels: Vec<Panel>,
    /// All weights together.
    pub whole: u64,
    /// Why no lottery is fairer.
    pub stages: Vec<StageClaim>,
    /// Why no panel has more merit, if merit counts.
    pub merit: Option<MeritClaim>,
    /// The SHA-256 of all this.
    pub fingerprint: String,
}

/// A kind, by the ids of its members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Their ids.
    pub members: Vec<String>,
    /// The quotas that each of them counts for.
    pub quotas: Vec<usize>,
    /// The key of which at most one is chosen.
    pub exclusive: Option<String>,
    /// Whether all of them are in every panel.
    pub is_in: bool,
    /// The merit of each, in units, where panels must reach a merit.
    pub merit: Option<i64>,
}

/// No panel is worth more than `bound` at these prices; so nobody who is settled can have more, unless somebody who has
/// no more than they loses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageClaim {
    /// The kinds that are settled here.
    pub settled: Vec<usize>,
    /// The kinds that no earlier stage settled.
    pub unsettled: Vec<usize>,
    /// The price of one member of each kind.
    pub prices: Vec<i64>,
    /// No panel is worth more: a whole number.
    pub bound: String,
    /// For Goldilocks: how often `least ≤ greatest` is added, in billionths of a price: a whole number.
    pub lift: String,
    /// How that is proved; none if a checker has to search itself.
    pub proof: Option<ProofClaim>,
    /// Whether the lottery is said to reach the bound; else only the bound is.
    pub is_reached: bool,
}

/// No panel has more merit than the best.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeritClaim {
    /// Who could be chosen before the tiers were known.
    pub kinds: Vec<Group>,
    /// How many of each kind the best panel has.
    pub counts: Vec<u32>,
    /// Its merit, in units.
    pub merit: i64,
    /// No panel has more: a whole number.
    pub bound: String,
    /// How that is proved.
    pub proof: Option<ProofClaim>,
    /// The tie band, in units.
    pub band: i64,
    /// The least merit that passes the floor, in units; none where more than merit decides about it.
    pub passing_from: Option<i64>,
    /// Those below the floor whom a quota could not do without.
    pub exceptions: Vec<String>,
    /// The tier of each kind, and what its place would cost.
    pub tiers: Vec<crate::merit::Tiered>,
}

/// A row of the question, so many times, in parts of 2³⁰.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// Which row.
    pub row: Row,
    /// How many times: a whole number.
    pub times: String,
}

/// Why no panel is worth more than a bound.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofClaim {
    /// The rows, so many times, leave no more.
    Bounded(Vec<Times>),
    /// The rows, so many times, contradict each other.
    Contradiction(Vec<Times>),
    /// Either a sum is at most `at`, or it is more.
    Cases {
        /// The sum of a row, or the number of a kind.
        on: CaseOn,
        /// Where it is split.
        at: i64,
        /// The case of at most `at`.
        below: Box<ProofClaim>,
        /// The case of more.
        above: Box<ProofClaim>,
    },
}

/// What a proof splits on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseOn {
    /// The sum of a row.
    Row(Row),
    /// The number of a kind.
    Kind(usize),
}

/// The form that this crate writes.
pub const FORM: &str = "cohort-certificate-1";

impl Certificate {
    /// Writes down what a selection claims.
    pub fn of(instance: &Instance, objective: Objective, selection: &Selection) -> Self {
        let fair = &selection.fair;
        let kinds = &fair.lottery.kinds;
        let least_merit = selection.merit.as_ref().map(|it| it.least_merit);
        let polytope = Polytope::of(instance, kinds, least_merit);
        let mut certificate = Self {
            form: FORM.into(),
            objective,
            size: instance.size(),
            quotas: instance.quotas().to_vec(),
            kinds: groups(instance, kinds),
            least_merit,
            panels: fair.lottery.panels.clone(),
            whole: crate::model::WHOLE,
            stages: fair.stages.iter().map(|it| stage(it, &polytope.rows)).collect(),
            merit: selection.merit.as_ref().map(|it| MeritClaim {
                kinds: groups(instance, &it.best.kinds),
                counts: it.best.counts.iter().map(|it| *it as u32).collect(),
                merit: it.best.merit,
                bound: it.best.bound.to_string(),
                proof: it.best.proof.as_ref().map(|proof| claim(proof, &it.best.polytope.rows)),
                band: it.band,
                passing_from: it.passing_from,
                exceptions: it.exceptions.iter().map(|it| instance.applicants()[*it].id.clone()).collect(),
                tiers: it.tiers.clone(),
            }),
            fingerprint: String::new(),
        };
        certificate.fingerprint = certificate.fingerprint_now();
        certificate
    }

    /// The fingerprint that belongs to what stands here.
    pub fn fingerprint_now(&self) -> String {
        let bare = Self { fingerprint: String::new(), ..self.clone() };
        sha256(serde_json::to_string(&bare).unwrap_or_default().as_bytes())
    }
}

fn groups(instance: &Instance, kinds: &Kinds) -> Vec<Group> {
    let group = |kind: &crate::model::Kind| Group {
        members: kind.members.iter().map(|it| instance.applicants()[*it].id.clone()).collect(),
        quotas: kind.quotas.clone(),
        exclusive: kind.exclusive.clone(),
        is_in: kind.is_in,
        merit: kind.merit,
    };
    kinds.0.iter().map(group).collect()
}

fn stage(stage: &Stage, rows: &[Row]) -> StageClaim {
    StageClaim {
        settled: stage.settled.clone(),
        unsettled: stage.unsettled.clone(),
        prices: stage.prices.clone(),
        bound: stage.bound.to_string(),
        lift: stage.lift.to_string(),
        proof: stage.proof.as_ref().map(|it| claim(it, rows)),
        is_reached: stage.is_reached,
    }
}

fn claim(proof: &Proof, rows: &[Row]) -> ProofClaim {
    let times = |multipliers: &[i128]| {
        let pairs = rows.iter().zip(multipliers).filter(|it| *it.1 != 0);
        pairs.map(|(row, times)| Times { row: row.clone(), times: times.to_string() }).collect()
    };
    match proof {
        Proof::Bounded(it) => ProofClaim::Bounded(times(it)),
        Proof::Contradiction(it) => ProofClaim::Contradiction(times(it)),
        Proof::Cases { on, at, below, above } => ProofClaim::Cases {
            on: match on {
                Sum::Row(row) => CaseOn::Row(rows[*row].clone()),
                Sum::Column(kind) => CaseOn::Kind(*kind),
            },
            at: *at,
            below: Box::new(claim(below, rows)),
            above: Box::new(claim(above, rows)),
        },
    }
}
