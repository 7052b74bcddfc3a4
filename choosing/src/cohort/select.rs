//! `cohort select`: from two sheets to a result with its proof.

use std::path::PathBuf;

use clap::Args;
use cohort::{
    Unselected,
    feasibility::contradictions,
    merit::Tier,
    model::Instance,
    solver::{Native, Watch},
};

use super::{
    ear::ear,
    impossible,
    outcome::{Outcome, Standing},
    pool::{self, Columns},
    rule::Rule,
};
use crate::{Terminal, write_file};

pub(super) const EXAMPLES: &str = "\
Examples:
  convoke cohort select --respondents docs/examples/choosing/respondents.csv \\
      --categories docs/examples/choosing/categories.csv --size 12 --id id --out result.json
  convoke cohort select --respondents docs/examples/choosing/respondents.csv \\
      --categories docs/examples/choosing/categories.csv --size 12 --id id \\
      --merit merit --merit-se se --exclusive institution --out result.json

If no panel can keep the quotas, the answer says which contradict each other, which would have to give way and who
would have to be recruited; the exit code is then 1, and --out holds the same as JSON. Ctrl-C stops and writes the
best so far, and says so.";

/// Chooses.
#[derive(Args, Debug)]
pub struct Select {
    /// The sheet of those who ask to take part
    #[arg(long, value_name = "FILE")]
    pub respondents: PathBuf,
    /// The sheet of quotas: category,feature,min,max or feature,value,min,max
    #[arg(long, value_name = "FILE")]
    pub categories: PathBuf,
    /// How many are to be chosen
    #[arg(long, value_name = "K")]
    pub size: u32,
    /// Which columns mean what.
    #[command(flatten)]
    pub columns: Columns,
    /// The rule.
    #[command(flatten)]
    pub rule: Rule,
    /// A secret to shuffle the tickets with, told after the draw [default: the fingerprint of the proof]
    #[arg(long, value_name = "TEXT")]
    pub secret: Option<String>,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

impl Select {
    pub(super) fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let instance = pool::read(&self.respondents, &self.categories, self.size, &self.columns)?;
        let policy = self.rule.policy(&instance, self.columns.merit.is_some())?;
        let seen = contradictions(&instance);
        if !seen.is_empty() {
            return impossible::tell(&instance, policy.effort, Some(&self.out), terminal);
        }
        let chosen = {
            let mut ear = ear(terminal);
            cohort::select(&instance, &policy, &Native, &mut Watch::new(&mut ear, policy.effort))
        };
        terminal.clear();
        let selection = match chosen {
            Ok(selection) => selection,
            Err(Unselected::Impossible) => {
                return impossible::tell(&instance, policy.effort, Some(&self.out), terminal);
            }
            Err(other) => return Err(other.to_string()),
        };
        let outcome = Outcome::of(&instance, &self.columns, &policy, &selection, self.secret.as_deref());
        write_file(&self.out, &outcome.text())?;
        tell(&instance, &outcome, terminal);
        terminal.say(format_args!("\nWritten to {}.", self.out.display()));
        Ok(())
    }
}

fn tell(instance: &Instance, outcome: &Outcome, terminal: &mut Terminal<'_>) {
    let of = |tier: Tier| outcome.places.iter().filter(move |it| it.tier == tier);
    let (core, zone, out) = (of(Tier::Core).count(), of(Tier::Zone).count(), of(Tier::Out).count());
    let applicants = instance.applicants().len();
    terminal.say(format_args!(
        "{applicants} applicants, {} places, {} quotas.",
        instance.size(),
        instance.quotas().len()
    ));
    terminal.say(format_args!("In every panel {core}, in the lottery {zone}, in no panel {out}."));
    let chances = || of(Tier::Zone).map(|it| it.chance);
    let (least, most) = (chances().fold(1.0, f64::min), chances().fold(0.0, f64::max));
    if zone > 0 {
        terminal.say(format_args!("Chances in the lottery: from {} to {}.", percent(least), percent(most)));
    }
    if least == 0.0 {
        let none = of(Tier::Zone).filter(|it| it.chance == 0.0).count();
        let says = "fit into no panel that keeps the quotas; `cohort explain` tells each of them why";
        terminal.say(format_args!("Of these, {none} {says}."));
    }
    terminal.say(match outcome.public.standing {
        Standing::Finished => "The search came to its end; `cohort check` checks the proof.",
        Standing::Stopped => "STOPPED as asked: every panel keeps the quotas, but fairer chances may exist.",
        Standing::EffortSpent => {
            "The steps of --effort are SPENT: every panel keeps the quotas, but fairer chances may exist."
        }
    });
    terminal.say("");
    let width = outcome.quotas.iter().map(|it| it.label.chars().count()).max().unwrap_or(0).max(5);
    terminal.say(format_args!("{:width$}  min  max  available  on tickets", "quota"));
    for it in &outcome.quotas {
        let (fewest, most) = it.on_tickets;
        let shown = if fewest == most { fewest.to_string() } else { format!("{fewest}–{most}") };
        terminal.say(format_args!("{:width$} {:4} {:4} {:10}  {shown:>10}", it.label, it.least, it.most, it.available));
    }
    let Outcome { public, tickets, .. } = outcome;
    terminal.say(format_args!("\n{} tickets. Publish before the draw:", tickets.tickets.len()));
    terminal.say(format_args!("  commitment  {}", public.commitment));
    terminal.say(format_args!("  root        {}", public.root));
    terminal.say(format_args!("  proof       {}", public.certificate));
}

/// A chance for people.
pub(super) fn percent(chance: f64) -> String {
    format!("{:.2} %", chance * 100.0)
}
