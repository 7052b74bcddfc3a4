//! `cohort check`: the independent checker's verdict, a claim a line.

use std::path::PathBuf;

use clap::Args;
use cohort::{
    check::{Claim, Holds, Verdict},
    solver::{Native, Watch},
    tickets::Tickets,
};

use super::{ear::ear, outcome::Outcome, pool};
use crate::Terminal;

pub(super) const EXAMPLES: &str = "\
Example:
  convoke cohort check result.json --respondents docs/examples/choosing/respondents.csv \\
      --categories docs/examples/choosing/categories.csv

Every claim is a line: holds, FALSE, or unproved (it carries no proof and the search was too short to tell). The exit
code is 0 if every claim holds and 1 if not.";

/// Checks.
#[derive(Args, Debug)]
pub struct Check {
    /// The result that `cohort select` wrote
    pub result: PathBuf,
    /// The sheet of those who ask to take part, as it was published
    #[arg(long, value_name = "FILE")]
    pub respondents: PathBuf,
    /// The sheet of quotas, as it was published
    #[arg(long, value_name = "FILE")]
    pub categories: PathBuf,
    /// How many steps the search may take for claims that carry no proof
    #[arg(long, value_name = "STEPS", default_value_t = 20_000_000)]
    pub effort: u64,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

impl Check {
    pub(super) fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let outcome = Outcome::read(&self.result)?;
        let instance = pool::read(&self.respondents, &self.categories, outcome.certificate.size, &outcome.columns)?;
        let mut verdict = {
            let mut ear = ear(terminal);
            let mut watch = Watch::new(&mut ear, self.effort);
            cohort::check::check(&outcome.certificate, &instance, &mut |polytope, prices| {
                cohort::greatest(polytope, prices, &Native, &mut watch)
            })
        };
        terminal.clear();
        verdict.claims.extend(of_tickets(&outcome));
        if self.json {
            terminal.say(serde_json::to_string_pretty(&verdict).unwrap_or_default());
        } else {
            tell(&verdict, terminal);
        }
        if verdict.is_proved() { Ok(()) } else { Err(String::new()) }
    }
}

/// Whether the tickets are those that the certificate and the seed make, and the published figures theirs.
fn of_tickets(outcome: &Outcome) -> Vec<Claim> {
    let claim = |name: &str, holds: bool, yes: String, no: &str| Claim {
        name: name.into(),
        holds: if holds { Holds::Yes } else { Holds::No },
        says: if holds { yes } else { no.into() },
    };
    let tickets = &outcome.tickets;
    let is_rule = outcome.rule.objective == outcome.certificate.objective
        && outcome.rule.merit.is_some() == outcome.certificate.merit.is_some()
        && outcome.rule.tickets as usize == tickets.tickets.len();
    let rule =
        claim("rule", is_rule, "the proof is of the rule that the result names".into(), "the proof is of another rule");
    let wide = outcome.certificate.panels.iter().any(|it| it.counts.len() != outcome.certificate.kinds.len());
    let again = !wide && Tickets::of(&outcome.certificate, outcome.rule.tickets, &tickets.seed) == *tickets;
    let made = claim(
        "tickets",
        again,
        format!("{} tickets follow from the lottery and the seed", tickets.tickets.len()),
        "these are not the tickets that the lottery and the seed make",
    );
    let public = &outcome.public;
    let is_public = public.commitment == tickets.commitment()
        && public.root == tickets.root
        && public.certificate == outcome.certificate.fingerprint;
    let published = claim(
        "published figures",
        is_public,
        format!("commitment {}", public.commitment),
        "commitment, root or proof are not those of this result",
    );
    let counts = tickets.counts();
    let own = |id: &String| tickets.people.binary_search(id).map_or(0, |it| counts[it]);
    let wrong = outcome.places.iter().find(|it| it.tickets != own(&it.id));
    let places = claim(
        "places",
        wrong.is_none(),
        "everybody has as many tickets as the result says".into(),
        "somebody has another number of tickets than the result says",
    );
    vec![rule, made, published, places]
}

fn tell(verdict: &Verdict, terminal: &mut Terminal<'_>) {
    let width = verdict.claims.iter().map(|it| it.name.chars().count()).max().unwrap_or(0);
    for it in &verdict.claims {
        let holds = match it.holds {
            Holds::Yes => "holds",
            Holds::No => "FALSE",
            Holds::Unproved => "unproved",
        };
        terminal.say(format_args!("{holds:8}  {:width$}  {}", it.name, it.says));
    }
    let count = |holds: Holds| verdict.claims.iter().filter(|it| it.holds == holds).count();
    let (no, open) = (count(Holds::No), count(Holds::Unproved));
    terminal.say(match (no, open) {
        (0, 0) => format!("\nAll {} claims hold.", verdict.claims.len()),
        (0, _) => format!("\n{open} claims are not proved; allow more with --effort."),
        _ => format!("\n{no} claims are false. Do not use this result."),
    });
}
