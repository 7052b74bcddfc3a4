//! `cohort replace`: who comes in for those who decline.

use std::path::{Path, PathBuf};

use clap::Args;
use cohort::{
    model::Instance,
    replacement::{Order, Replacement, Unreplaced, after_declines, merit_of, replace},
    solver::{Native, Watch},
};
use serde::Serialize;

use super::{ear::ear, impossible, outcome::Outcome};
use crate::{Terminal, write_file};

pub(super) const EXAMPLES: &str = "\
Examples:
  convoke cohort replace result.json --ticket 417 --declined A15
  convoke cohort replace result.json --panel drawn.json --declined A15 A28 --out changed.json

Everybody who has not declined stays, and all quotas hold; if nobody can come in so, the answer says which quotas
stand in the way, and the exit code is 1. When somebody declines again, name all who declined so far, with the panel
that --out wrote.";

/// Replaces.
#[derive(Args, Debug)]
pub struct Replace {
    /// The result that `cohort select` wrote
    pub result: PathBuf,
    #[command(flatten)]
    from: Before,
    /// The ids of those who declined
    #[arg(long, value_name = "ID", required = true, num_args = 1..)]
    pub declined: Vec<String>,
    /// The ids of a reserve that is asked before the others, in order
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub reserve: Vec<String>,
    /// How many steps the search may take
    #[arg(long, value_name = "STEPS", default_value_t = 20_000_000)]
    pub effort: u64,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct Before {
    /// The file that `cohort draw` or `cohort replace` wrote
    #[arg(long, value_name = "FILE")]
    panel: Option<PathBuf>,
    /// The number of the ticket that was drawn
    #[arg(long, value_name = "NUMBER")]
    ticket: Option<u32>,
}

/// A list of changes, by ids.
#[derive(Debug, Serialize)]
struct Changed {
    form: &'static str,
    leaving: Vec<String>,
    joining: Vec<String>,
    from_reserve: bool,
    is_proved: bool,
    panel: Vec<String>,
    quotas: Vec<cohort::replacement::Shift>,
    merit_before: Option<f64>,
    merit_after: Option<f64>,
}

impl Replace {
    pub(super) fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let outcome = Outcome::read(&self.result)?;
        let instance = outcome.instance()?;
        let panel = places(&instance, &self.panel(&outcome)?)?;
        let declined = places(&instance, &self.declined)?;
        let reserve = places(&instance, &self.reserve)?;
        let merit = outcome.rule.merit.as_ref();
        let order = Order { reserve: &reserve, merit, seed: &outcome.tickets.seed };
        let found = {
            let mut ear = ear(terminal);
            replace(&instance, &panel, &declined, order, &Native, &mut Watch::new(&mut ear, self.effort))
        };
        terminal.clear();
        let found = match found {
            Ok(found) => found,
            Err(Unreplaced::Impossible) => {
                let left = after_declines(&instance, &panel, &declined).map_err(|it| it.to_string())?;
                return impossible::tell(&left, self.effort, self.out.as_deref(), terminal);
            }
            Err(other) => return Err(other.to_string()),
        };
        let changed = changed(&instance, &panel, &found, merit.is_some());
        let text = serde_json::to_string_pretty(&changed).unwrap_or_default();
        if let Some(out) = &self.out {
            write_file(out, &format!("{text}\n"))?;
        }
        if self.json {
            terminal.say(text);
        } else {
            tell(&changed, terminal);
        }
        Ok(())
    }

    fn panel(&self, outcome: &Outcome) -> Result<Vec<String>, String> {
        if let Some(path) = &self.from.panel {
            return read_panel(path);
        }
        let number = self.from.ticket.unwrap_or_default();
        let names = outcome.tickets.panel(number).ok_or_else(|| {
            format!("there is no ticket {number}; the last is {}", outcome.tickets.tickets.len().saturating_sub(1))
        })?;
        Ok(names.into_iter().map(str::to_owned).collect())
    }
}

/// The panel of a file: the other fields of a drawing or a change are not needed.
fn read_panel(path: &Path) -> Result<Vec<String>, String> {
    #[derive(serde::Deserialize)]
    struct Only {
        panel: Vec<String>,
    }
    let file = path.display();
    let bytes = std::fs::read(path).map_err(|it| format!("{file}: this file could not be read ({it})"))?;
    let read: Result<Only, _> = serde_json::from_slice(&bytes);
    read.map(|it| it.panel).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        format!("{file}, line {line}, column {column}: this is no panel ({error}); name the file that `cohort draw --out` wrote")
    })
}

fn places(instance: &Instance, ids: &[String]) -> Result<Vec<usize>, String> {
    let unknown: Vec<&str> = ids.iter().map(String::as_str).filter(|it| instance.find(it).is_none()).collect();
    if unknown.is_empty() {
        Ok(ids.iter().filter_map(|it| instance.find(it)).collect())
    } else {
        Err(format!("nobody in the result has the id {}; nothing was changed", unknown.join(", ")))
    }
}

fn changed(instance: &Instance, before: &[usize], found: &Replacement, has_merit: bool) -> Changed {
    let ids = |places: &[usize]| places.iter().map(|it| instance.applicants()[*it].id.clone()).collect();
    Changed {
        form: "convoke-cohort-change-1",
        leaving: ids(&found.leaving),
        joining: ids(&found.joining),
        from_reserve: found.from_reserve,
        is_proved: found.is_proved,
        panel: ids(&found.panel),
        quotas: found.quotas.clone(),
        merit_before: has_merit.then(|| merit_of(instance, before)),
        merit_after: has_merit.then(|| merit_of(instance, &found.panel)),
    }
}

fn tell(changed: &Changed, terminal: &mut Terminal<'_>) {
    if changed.leaving.is_empty() {
        terminal.say("Nobody of the panel declined; nothing changes.");
        return;
    }
    changed.leaving.iter().for_each(|it| terminal.say(format_args!("out  {it}")));
    changed.joining.iter().for_each(|it| terminal.say(format_args!("in   {it}")));
    if let (Some(before), Some(after)) = (changed.merit_before, changed.merit_after) {
        terminal.say(format_args!("\nMerit of the panel: {before} before, {after} after."));
    }
    if !changed.is_proved {
        terminal.say("The steps of --effort are spent: the quotas hold, but others may fit better.");
    }
    let width = changed.quotas.iter().map(|it| it.label.chars().count()).max().unwrap_or(0).max(5);
    terminal.say(format_args!("\n{:width$}  min  max  before  after", "quota"));
    for it in &changed.quotas {
        terminal.say(format_args!("{:width$} {:4} {:4} {:7} {:6}", it.label, it.least, it.most, it.before, it.after));
    }
}
