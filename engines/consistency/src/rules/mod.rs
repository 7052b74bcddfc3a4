//! The rules, one a file; each looks at everything and says what it found.

mod counts;
mod dates;
mod durations;
mod evidence;
mod links;
mod modes;
mod names;
mod partners;
mod people;
mod percentages;
mod quotations;
mod sessions;
mod sums;
mod tense;
mod twice;
mod verbs;
mod weekdays;

use std::collections::HashMap;

use crate::finding::{Fact, Finding, FindingKind, Proposal, Quote, Severity, Side, Value};
use crate::model::Record;
use crate::reading::scope::Subject;
use crate::reading::{Page, lexicon, years};

/// What a rule looks at.
pub(crate) struct Case<'a> {
    pub record: &'a Record,
    pub pages: &'a [Page<'a>],
    pub years: Vec<i16>,
}

impl Case<'_> {
    /// The key of a subject.
    pub fn key(&self, subject: Subject) -> &str {
        match subject {
            Subject::Activity(it) => self.record.activities.get(it).map_or("", |it| it.key.as_str()),
            Subject::Event(it) => self.record.events.get(it).map_or("", |it| it.key.as_str()),
        }
    }

    /// Whether one activity is a part of another.
    pub fn is_part_of(&self, part: Option<&str>, whole: &str) -> bool {
        self.record.activities.iter().any(|it| Some(it.key.as_str()) == part && it.part_of.as_deref() == Some(whole))
    }

    /// Whether one of two activities is a part of the other.
    pub fn is_related(&self, one: Option<&str>, other: &str) -> bool {
        self.is_part_of(one, other) || one.is_some_and(|it| self.is_part_of(Some(other), it))
    }
}

/// A finding before it has its identity.
pub(crate) fn finding(
    kind: FindingKind,
    severity: Severity,
    about: &str,
    first: Side,
    second: Side,
    proposal: Proposal,
) -> Finding {
    Finding { id: String::new(), kind, severity, about: about.to_owned(), first, second, proposal }
}

/// A statement of the record.
pub(crate) fn fact(key: &str, value: Value) -> Side {
    Side::Fact(Fact { key: key.to_owned(), value })
}

/// The proposal to put what the record says in the place of a quote.
pub(crate) fn replace(quote: &Quote, with: Value) -> Proposal {
    Proposal::Replace { words: quote.words.clone(), with }
}

type Rule = fn(&Case<'_>) -> Vec<Finding>;

const RULES: &[Rule] = &[
    dates::find,
    weekdays::find,
    sessions::find,
    counts::find,
    twice::find,
    sums::find,
    percentages::find,
    evidence::find,
    durations::find,
    modes::find,
    tense::find,
    partners::find,
    names::find,
    people::find,
    quotations::find,
    links::find,
];

/// Applies every rule, in the order of the prose.
pub(crate) fn all(record: &Record, pages: &[Page<'_>]) -> Vec<Finding> {
    let case = Case { record, pages, years: years(record) };
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&case)).collect();
    // Who is misspelt is there.
    let misspelt: Vec<String> =
        findings.iter().filter(|it| it.kind == FindingKind::NearName).map(|it| it.about.clone()).collect();
    findings.retain(|it| it.kind != FindingKind::PartnerMissing || !misspelt.contains(&it.about));
    let order: HashMap<&str, usize> =
        pages.iter().enumerate().rev().map(|(index, it)| (it.passage.place.as_str(), index)).collect();
    findings.sort_by_key(|it| {
        let (place, start) = it.first.quote().map_or((usize::MAX, 0), |quote| {
            (order.get(quote.place.as_str()).copied().unwrap_or(usize::MAX), quote.start)
        });
        (place, start, it.kind, it.about.clone())
    });
    let mut seen: HashMap<String, usize> = HashMap::new();
    for finding in &mut findings {
        let id = identity(finding);
        let count = seen.entry(id.clone()).or_default();
        *count += 1;
        finding.id = if *count == 1 { id } else { format!("{id}/{count}") };
    }
    findings
}

/// Kind, place, words and what it is about: nothing that moves when another line is added.
fn identity(finding: &Finding) -> String {
    let (place, words) = finding
        .first
        .quote()
        .map_or(("record", String::new()), |quote| (quote.place.as_str(), lexicon::words(&quote.words).join("-")));
    let mut id = format!("{}/{place}", finding.kind.word());
    for part in [words.as_str(), finding.about.as_str()] {
        if !part.is_empty() {
            id.push('/');
            id.extend(part.chars().take(80));
        }
    }
    id
}
