//! `cohort draw`: one of the tickets that a result committed to.

use std::path::PathBuf;

use clap::Args;
use cohort::tickets::{Drawn, by_dice, by_words};
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use crate::{Terminal, write_file};

pub(super) const EXAMPLES: &str = "\
Examples:
  convoke cohort draw result.json --dice 417 --out drawn.json
  convoke cohort draw result.json --seed 'lottery of 5 December: 3 11 19 24 40 46'

Publish the commitment of the result first, and say which words or dice will draw; then draw. Who has the tickets
can draw the same again.";

/// Draws.
#[derive(Args, Debug)]
pub struct Draw {
    /// The result that `cohort select` wrote
    pub result: PathBuf,
    #[command(flatten)]
    by: By,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct By {
    /// Words that nobody could know when the commitment was published
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,
    /// What the ten-sided dice say, read one after another
    #[arg(long, value_name = "DIGITS")]
    dice: Option<String>,
}

/// The panel that was drawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Panel {
    /// How.
    #[serde(flatten)]
    pub drawn: Drawn,
    /// Who.
    pub panel: Vec<String>,
}

impl Draw {
    pub(super) fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let outcome = Outcome::read(&self.result)?;
        let tickets = &outcome.tickets;
        if tickets.commitment() != outcome.public.commitment {
            return Err(
                "the tickets are not those that the result committed to; do not draw. Nothing was drawn.".into()
            );
        }
        let drawn = match (&self.by.seed, &self.by.dice) {
            (Some(words), _) => by_words(tickets, words),
            (None, dice) => by_dice(tickets, dice.as_deref().unwrap_or_default()),
        }
        .map_err(|it| it.to_string())?;
        let names =
            tickets.panel(drawn.ticket).ok_or("the ticket names somebody who is not in the result; check it")?;
        let panel = Panel { panel: names.into_iter().map(str::to_owned).collect(), drawn };
        let text = serde_json::to_string_pretty(&panel).unwrap_or_default();
        if let Some(out) = &self.out {
            write_file(out, &format!("{text}\n"))?;
        }
        if self.json {
            terminal.say(text);
        } else {
            tell(&panel, tickets.tickets.len(), terminal);
        }
        Ok(())
    }
}

fn tell(panel: &Panel, count: usize, terminal: &mut Terminal<'_>) {
    let digits = (count - 1).checked_ilog10().unwrap_or(0) as usize + 1;
    terminal.say(format_args!("Ticket {:0digits$}, drawn with {}.", panel.drawn.ticket, panel.drawn.by));
    for id in &panel.panel {
        terminal.say(format_args!("  {id}"));
    }
}
