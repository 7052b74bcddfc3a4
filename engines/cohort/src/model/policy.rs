//! The rule of choosing, fixed before anybody knows whom it chooses.

use serde::{Deserialize, Serialize};

/// The rule of choosing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// What makes chances fair.
    pub objective: Objective,
    /// How merit counts; none for a choice by lot alone.
    pub merit: Option<MeritRule>,
    /// How many numbered tickets the lottery has.
    pub tickets: u32,
    /// How many simplex steps may be spent in all.
    pub effort: u64,
}

impl Default for Policy {
    fn default() -> Self {
        Self { objective: Objective::Leximin, merit: None, tickets: 1_000, effort: 20_000_000 }
    }
}

/// What makes chances fair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Objective {
    /// The least chance as great as it can be, then the second least, and so on.
    /// Flanigan, Gölz, Gupta, Hennig and Procaccia, *Fair algorithms for selecting citizens' assemblies*,
    /// Nature 596, 2021.
    #[default]
    Leximin,
    /// The least chance as great as it can be.
    Maximin,
    /// Neither a chance that is too small nor one that is too great:
    /// the least `n/k · greatest chance + gamma · k/n / least chance`.
    /// Baharav and Flanigan, *Fair, manipulation-robust, and transparent sortition*, EC 2024.
    Goldilocks {
        /// The weight of the least chance against the greatest, in thousandths.
        gamma_thousandths: u32,
    },
    /// The product of all chances as great as it can be (Nash welfare).
    Nash,
}

/// How merit counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeritRule {
    /// Whom the readings leave in.
    pub floor: Option<Floor>,
    /// How much merit a panel may lose before it is told from the best: the band inside which all are equal.
    pub tie_band: TieBand,
    /// How much less than the best panel any panel of the lottery may have, in points; three tie bands if none.
    pub budget: Option<f64>,
}

impl Default for MeritRule {
    fn default() -> Self {
        Self { floor: None, tie_band: TieBand::StandardErrors(1.0), budget: None }
    }
}

/// Whom the readings leave in. An applicant whom a quota cannot do without stays in, and is marked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Floor {
    /// A mean of at least so many points.
    Points(f64),
    /// The best share of all, from 0 to 1.
    BestShare(f64),
    /// At least this probability that the true merit reaches these points (the merit taken as normal).
    Probably {
        /// In points.
        reaches: f64,
        /// From 0 to 1.
        probability: f64,
    },
}

/// How wide the band is in which panels count as equally good.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieBand {
    /// So many points.
    Points(f64),
    /// So many standard errors of one applicant (the median of all).
    StandardErrors(f64),
}
