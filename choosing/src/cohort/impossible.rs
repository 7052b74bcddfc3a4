//! What to say when no panel keeps the quotas.

use std::path::Path;

use cohort::{
    feasibility::{Change, Relaxation, conflict, contradictions, recruit, relax},
    model::Instance,
    solver::{Native, Watch},
};
use serde::Serialize;

use super::ear::ear;
use crate::{Terminal, write_file};

/// How many other ways are looked for.
const ALTERNATIVES: usize = 5;

/// Why there is no panel, and what would help.
#[derive(Debug, Serialize)]
struct Impossible {
    form: &'static str,
    /// What can be seen by counting.
    contradictions: Vec<String>,
    /// Quotas that cannot be kept together, none of them superfluous.
    conflict: Option<Vec<String>>,
    conflict_in_words: Option<String>,
    /// How quotas would have to give way, the least first.
    relaxations: Vec<Way>,
    /// Who would have to join.
    recruit: Option<Vec<Wanted>>,
    recruit_in_words: Option<String>,
    /// Whether the search was ended before all of this was known.
    is_stopped: bool,
}

#[derive(Debug, Serialize)]
struct Way {
    cost: Vec<f64>,
    changes: Vec<Bounds>,
    in_words: String,
}

#[derive(Debug, Serialize)]
struct Bounds {
    quota: String,
    from: (u32, u32),
    to: (u32, u32),
}

#[derive(Debug, Serialize)]
struct Wanted {
    count: u32,
    profile: std::collections::BTreeMap<String, String>,
}

/// Finds out why, writes it, says it; always an error without words, so that the exit code is 1.
pub(super) fn tell(
    instance: &Instance,
    effort: u64,
    out: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<(), String> {
    let found = find(instance, effort, terminal);
    say(&found, terminal);
    terminal.say("\nNobody was chosen.");
    if let Some(out) = out {
        write_file(out, &format!("{}\n", serde_json::to_string_pretty(&found).unwrap_or_default()))?;
        terminal.say(format_args!("The same as JSON is in {}.", out.display()));
    }
    Err(String::new())
}

fn find(instance: &Instance, effort: u64, terminal: &mut Terminal<'_>) -> Impossible {
    let (conflict, relaxations, recruits, stopped) = {
        let mut ear = ear(terminal);
        let mut watch = Watch::new(&mut ear, effort);
        let conflict = conflict(instance, &Native, &mut watch);
        let relaxations = relax(instance, ALTERNATIVES, &Native, &mut watch);
        let recruits = recruit(instance, &Native, &mut watch);
        (conflict, relaxations, recruits, watch.stopped())
    };
    terminal.clear();
    Impossible {
        form: "convoke-cohort-impossible-1",
        contradictions: contradictions(instance).iter().map(ToString::to_string).collect(),
        conflict_in_words: conflict.as_ref().map(ToString::to_string),
        conflict: conflict.map(|it| it.labels),
        relaxations: relaxations.iter().map(way).collect(),
        recruit_in_words: recruits.as_ref().map(ToString::to_string),
        recruit: recruits.map(|it| it.profiles.into_iter().map(|(count, profile)| Wanted { count, profile }).collect()),
        is_stopped: stopped.is_some(),
    }
}

fn way(relaxation: &Relaxation) -> Way {
    let bounds = |it: &Change| Bounds { quota: it.label.clone(), from: it.from, to: it.to };
    let words: Vec<String> = relaxation.changes.iter().map(ToString::to_string).collect();
    Way {
        cost: relaxation.cost.iter().map(|it| (it * 1e6).round() / 1e6).collect(),
        changes: relaxation.changes.iter().map(bounds).collect(),
        in_words: words.join(", and "),
    }
}

fn say(found: &Impossible, terminal: &mut Terminal<'_>) {
    terminal.say("No panel of this size keeps all quotas.");
    for it in &found.contradictions {
        terminal.say(format_args!("  {it}"));
    }
    if let Some(words) = &found.conflict_in_words {
        terminal.say(words);
    }
    if let Some((least, others)) = found.relaxations.split_first() {
        terminal.say(format_args!("\nThe least that would help: {}.", least.in_words));
        for it in others {
            terminal.say(format_args!("Or: {}.", it.in_words));
        }
    }
    if let Some(words) = &found.recruit_in_words {
        terminal.say(format_args!("\nThe quotas could stay as they are with more applicants. {words}"));
    }
    if found.is_stopped {
        terminal.say("\nThe search was ended before all of this was known; allow more with --effort.");
    }
}
