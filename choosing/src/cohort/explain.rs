//! `cohort explain`: why one applicant is in, out or in the lottery.

use std::path::PathBuf;

use clap::Args;
use cohort::{
    explanation::{Explanation, explain},
    solver::{Native, Watch},
    tickets::Slip,
};
use serde::Serialize;

use super::{ear::ear, outcome::Outcome};
use crate::Terminal;

pub(super) const EXAMPLES: &str = "\
Examples:
  convoke cohort explain result.json A28
  convoke cohort explain result.json A07
  convoke cohort explain result.json A28 --json

With --json the answer also holds the slip that proves somebody's own tickets to them and shows nobody else's.";

/// Explains.
#[derive(Args, Debug)]
pub struct Explain {
    /// The result that `cohort select` wrote
    pub result: PathBuf,
    /// Whom
    pub id: String,
    /// How many steps the search may take
    #[arg(long, value_name = "STEPS", default_value_t = 20_000_000)]
    pub effort: u64,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    explanation: Explanation,
    words: String,
    slip: Option<Slip>,
    root: String,
}

impl Explain {
    pub(super) fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let outcome = Outcome::read(&self.result)?;
        let instance = outcome.instance()?;
        let Outcome { rule, certificate, tickets, .. } = &outcome;
        let told = {
            let mut ear = ear(terminal);
            let mut watch = Watch::new(&mut ear, self.effort);
            explain(&instance, rule, certificate, tickets, &self.id, &Native, &mut watch)
        };
        terminal.clear();
        let explanation = told.map_err(|it| it.to_string())?;
        if !self.json {
            terminal.say(explanation.to_string().trim_end());
            return Ok(());
        }
        let words = explanation.to_string();
        let told = Told { explanation, words, slip: tickets.slip(&self.id), root: tickets.root.clone() };
        terminal.say(serde_json::to_string_pretty(&told).unwrap_or_default());
        Ok(())
    }
}
