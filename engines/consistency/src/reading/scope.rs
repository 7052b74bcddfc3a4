//! What a sentence is about: the activities and events that it names, or that the text above it names.

use super::Sentence;
use super::blocks::Role;
use super::lexicon::{Lexicon, Match};
use super::tokens::Token;
use crate::model::{ActivityKind, Language, Record};

/// Something that happens: an activity or an event of others, by its place in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Subject {
    Activity(usize),
    Event(usize),
}

/// The names of everything that happens.
#[derive(Debug, Default)]
pub(crate) struct Subjects {
    names: Lexicon<Subject>,
    countries: Lexicon<Subject>,
}

impl Subjects {
    /// Gathers the names of a record; where there is one training or one summit, its bare noun names it, too.
    pub fn of(record: &Record) -> Self {
        let mut subjects = Self::default();
        for (index, activity) in record.activities.iter().enumerate() {
            for name in &activity.names {
                subjects.names.add(&name.text, Subject::Activity(index));
            }
            for name in &activity.country_names {
                subjects.countries.add(&name.text, Subject::Activity(index));
            }
        }
        for (kind, bare) in [
            (ActivityKind::Training, &["the training", "this training", "la formation", "cette formation"][..]),
            (
                ActivityKind::Summit,
                &["the summit", "this summit", "youth summit", "le sommet", "du sommet", "au sommet", "ce sommet"],
            ),
            (ActivityKind::Simulation, &["the simulation", "la simulation"]),
        ] {
            let mut alike = record.activities.iter().enumerate().filter(|it| it.1.kind == kind);
            if let (Some((index, _)), None) = (alike.next(), alike.next()) {
                for it in bare {
                    subjects.names.add(it, Subject::Activity(index));
                }
            }
        }
        for (index, event) in record.events.iter().enumerate() {
            event.names.iter().for_each(|it| subjects.names.add(&it.text, Subject::Event(index)));
        }
        subjects
    }

    /// What a sentence names.
    pub fn named(&self, tokens: &[Token], sentence: &Sentence, language: Language) -> Vec<Match<Subject>> {
        let mut named = self.names.all(tokens, sentence.from, sentence.to);
        named.retain(|it| !is_of_others(tokens, it, language));
        if matches!(sentence.role, Role::Heading(_)) && !named.is_empty() {
            return named;
        }
        for country in self.countries.all(tokens, sentence.from, sentence.to) {
            let covered = named.iter().any(|it| it.from < country.to && country.from < it.to);
            if !covered && stands_for_its_series(tokens, sentence, &country) {
                named.push(country);
            }
        }
        named.sort_by_key(|it| it.from);
        named
    }
}

/// Whether a country's name means the activity about it.
fn stands_for_its_series(tokens: &[Token], sentence: &Sentence, country: &Match<Subject>) -> bool {
    let first = sentence.from == country.from
        || (sentence.from + 1 == country.from && matches!(tokens[sentence.from].low.as_str(), "le" | "la" | "l"));
    let low = |at: usize| tokens.get(at).filter(|_| at < sentence.to).map_or("", |it| it.low.as_str());
    let near = (country.from.saturating_sub(5).max(sentence.from)..country.from)
        .chain(country.to..country.to + 2)
        .any(|it| matches!(low(it), "series" | "serie"))
        && !(country.from > sentence.from && tokens[country.from - 1].is(':') && sentence.role == Role::Body);
    let dated = sentence.dates.iter().any(|it| (country.to..country.to + 3).contains(&it.from));
    match sentence.role {
        Role::Heading(_) => first || near,
        Role::Item | Role::Cell => near || dated || first && !sentence.dates.is_empty(),
        _ => near || dated,
    }
}

/// “la formation des diplomates” is no training of ours.
fn is_of_others(tokens: &[Token], found: &Match<Subject>, language: Language) -> bool {
    language == Language::French
        && tokens.get(found.to).is_some_and(|it| it.low == "des")
        && tokens[found.to - 1].low == "formation"
}
