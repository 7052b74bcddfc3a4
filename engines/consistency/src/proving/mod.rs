//! Proves the finder: invents editions, tells them in reports, tells one thing wrongly, and counts what is found.
//!
//! Six tellers write the reports: two in each language in the words on which the rules were written, and one in each
//! language in other words, held out.

mod chance;
mod dates;
mod english;
mod english_letter;
mod english_unseen;
mod french;
mod french_letter;
mod french_unseen;
mod outcome;
mod telling;
mod world;

pub use outcome::{Line, Outcome, Tally};
pub use telling::Slot;

use crate::finding::{Finding, FindingKind};
use crate::model::{Language, Passage, Record};
use chance::Chance;
use telling::{Mutant, Telling};
use world::World;

type Teller = fn(&mut Telling, &World);

const TELLERS: [(Language, bool, Teller); 6] = [
    (Language::English, false, english::tell),
    (Language::English, false, english_letter::tell),
    (Language::French, false, french::tell),
    (Language::French, false, french_letter::tell),
    (Language::English, true, english_unseen::tell),
    (Language::French, true, french_unseen::tell),
];

/// The whole proof: 24 reports a teller, 96 mutations each.
pub fn run(seed: u64) -> Outcome {
    run_with(seed, 24, 16)
}

/// The proof with so many reports a teller, and so many mutations of each kind.
pub fn run_with(seed: u64, reports: usize, each: usize) -> Outcome {
    let mut outcome = Outcome::default();
    for (index, (language, held_out, teller)) in TELLERS.into_iter().enumerate() {
        let mut chance = Chance::new(seed.wrapping_add(index as u64 * 7919));
        let mut told: Vec<(World, Telling)> = Vec::new();
        for _ in 0..reports {
            let world = world::world(&mut chance);
            let mut telling = Telling::new(language, Chance::new(chance.below(usize::MAX / 2) as u64));
            teller(&mut telling, &world);
            let alarms = look(&world.record, language, telling.right());
            outcome.misses.extend(alarms.iter().map(|it| format!("false alarm: {it}")));
            outcome.alarms += alarms.len();
            told.push((world, telling));
        }
        outcome.reports += reports;
        for slot in Slot::ALL {
            let tally = mutate(&told, slot, each, &mut chance, &mut outcome.misses);
            outcome.lines.push(Line { language, held_out, slot, tally });
        }
    }
    outcome
}

fn look(record: &Record, language: Language, text: String) -> Vec<Finding> {
    crate::find(record, &[Passage { place: "report".into(), language, text, ..Passage::default() }])
}

/// Mutates reports in turn, each time another thing.
fn mutate(told: &[(World, Telling)], slot: Slot, each: usize, chance: &mut Chance, misses: &mut Vec<String>) -> Tally {
    let mut tally = Tally::default();
    for turn in 0..each {
        let Some((world, telling)) = told.get(turn % told.len().max(1)) else { break };
        let mutants = telling.mutants(slot);
        if mutants.is_empty() {
            continue;
        }
        let mutant = chance.one(&mutants);
        let findings = look(&world.record, telling.language, mutant.text.clone());
        let (right, wrong): (Vec<&Finding>, Vec<&Finding>) =
            findings.iter().partition(|it| fits(slot, it.kind) && points_at(it, mutant));
        tally.made += 1;
        tally.found += usize::from(!right.is_empty());
        tally.right += right.len();
        tally.wrong += wrong.len();
        if right.is_empty() {
            misses.push(format!("{:?} {slot} missed: {}", telling.language, around(mutant)));
        }
        misses.extend(
            wrong.iter().map(|it| format!("{:?} {slot} mistaken: {it} -- {}", telling.language, around(mutant))),
        );
    }
    tally
}

fn around(mutant: &Mutant) -> String {
    let from = mutant.text[..mutant.from].char_indices().rev().nth(60).map_or(0, |it| it.0);
    let to = mutant.text[mutant.to..].char_indices().nth(40).map_or(mutant.text.len(), |it| mutant.to + it.0);
    format!(
        "{}⟦{}⟧{}",
        &mutant.text[from..mutant.from],
        &mutant.text[mutant.from..mutant.to],
        &mutant.text[mutant.to..to]
    )
    .replace('\n', "⏎")
}

/// Whether a finding of this kind answers a mutation.
fn fits(slot: Slot, kind: FindingKind) -> bool {
    use FindingKind as K;
    match slot {
        Slot::Date => matches!(kind, K::Date | K::Session | K::Weekday),
        Slot::Weekday => kind == K::Weekday,
        Slot::Count => matches!(kind, K::Count | K::Sum | K::Duration | K::SaidTwice),
        Slot::Tier => matches!(kind, K::WrongTier | K::PartnerMissing),
        Slot::Name => kind == K::NearName,
        Slot::Tense => matches!(kind, K::PlannedAsDelivered | K::DeliveredAsPlanned),
    }
}

/// Whether one of a finding's quotes overlaps the mutated words.
fn points_at(finding: &Finding, mutant: &Mutant) -> bool {
    [&finding.first, &finding.second]
        .iter()
        .filter_map(|it| it.quote())
        .any(|it| it.start < mutant.to && mutant.from < it.start + it.words.len())
}
