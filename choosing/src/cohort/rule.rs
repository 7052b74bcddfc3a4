//! The rule of choosing, from the command line.

use clap::{Args, ValueEnum};
use cohort::model::{Floor, Instance, MeritRule, Objective, Policy, TieBand};

/// The rule of choosing.
#[derive(Args, Clone, Debug)]
pub struct Rule {
    /// What makes chances fair
    #[arg(long, value_enum, default_value_t = Fairness::Leximin)]
    pub objective: Fairness,
    /// How much the least chance weighs against the greatest (goldilocks only) [default: 1]
    #[arg(long, value_name = "G")]
    pub gamma: Option<f64>,
    /// The tie band in points: panels that differ by no more count as equally good [default: the median of --merit-se]
    #[arg(long, value_name = "POINTS", requires = "merit")]
    pub delta: Option<f64>,
    /// The least merit that may be chosen, in points
    #[arg(long, value_name = "POINTS", requires = "merit", conflicts_with = "best_share")]
    pub floor: Option<f64>,
    /// The share of the applicants that may be chosen, the best first, from 0 to 1
    #[arg(long, value_name = "SHARE", requires = "merit")]
    pub best_share: Option<f64>,
    /// How much less than the best panel a panel of the lottery may have, in points [default: three times delta]
    #[arg(long, value_name = "POINTS", requires = "merit")]
    pub budget: Option<f64>,
    /// How many numbered tickets the lottery has
    #[arg(long, value_name = "M", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub tickets: u32,
    /// How many steps the search may take; the result says if they were not enough
    #[arg(long, value_name = "STEPS", default_value_t = 20_000_000)]
    pub effort: u64,
}

/// What makes chances fair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Fairness {
    /// The least chance as great as can be, then the second least, and so on
    Leximin,
    /// The least chance as great as can be
    Maximin,
    /// Neither a chance that is too small nor one that is too great
    Goldilocks,
    /// The product of all chances as great as can be
    Nash,
}

impl Rule {
    /// The rule as the engine knows it, or what is wrong with it.
    pub(super) fn policy(&self, instance: &Instance, has_merit: bool) -> Result<Policy, String> {
        let gamma = self.gamma.unwrap_or(1.0);
        if self.gamma.is_some() && self.objective != Fairness::Goldilocks {
            return Err("--gamma belongs to --objective goldilocks; leave it out, or choose that objective".into());
        }
        if !(0.001..=1_000.0).contains(&gamma) {
            return Err(format!("--gamma is {gamma}; write a number from 0.001 to 1000, such as 1"));
        }
        let objective = match self.objective {
            Fairness::Leximin => Objective::Leximin,
            Fairness::Maximin => Objective::Maximin,
            Fairness::Goldilocks => Objective::Goldilocks { gamma_thousandths: (gamma * 1_000.0).round() as u32 },
            Fairness::Nash => Objective::Nash,
        };
        let has_errors = instance.applicants().iter().any(|it| it.merit.is_some_and(|it| it.error > 0.0));
        if has_merit && self.delta.is_none() && !has_errors {
            return Err(
                "how exact is the merit? Name the column of its standard errors with --merit-se, or the tie band \
                        in points with --delta (0 lets the lot decide only where panels are exactly equal)"
                    .into(),
            );
        }
        let merit = has_merit.then(|| MeritRule {
            floor: self.floor.map(Floor::Points).or(self.best_share.map(Floor::BestShare)),
            tie_band: self.delta.map_or(TieBand::StandardErrors(1.0), TieBand::Points),
            budget: self.budget,
        });
        Ok(Policy { objective, merit, tickets: self.tickets, effort: self.effort })
    }
}
