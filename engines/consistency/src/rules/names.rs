//! A name that is nearly a known one is most likely that one, misspelt.

use std::collections::{HashMap, HashSet};

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Severity, Side, Value};
use crate::reading::lexicon::words;
use crate::reading::tokens::Token;
use crate::reading::{Page, Sentence};

/// A known name, taken apart.
struct Known<'a> {
    key: &'a str,
    name: &'a str,
    words: Vec<String>,
    person: bool,
}

/// Looks at every capitalised word that is no known word and nearly one.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let known = known(case);
    let mut vocabulary: HashSet<&str> = HashSet::new();
    let mut by_word: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (index, name) in known.iter().enumerate() {
        for (place, word) in name.words.iter().enumerate() {
            vocabulary.insert(word);
            if word.chars().count() >= 4 && word.chars().all(char::is_alphabetic) {
                by_word.entry(word).or_default().push((index, place));
            }
        }
    }
    for page in case.pages {
        let plain = page.tokens.iter().filter(|it| it.is_word() && !it.capital);
        vocabulary.extend(plain.map(|it| it.low.as_str()));
    }
    let mut nearly: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in &page.sentences {
            for at in sentence.from..sentence.to {
                let token = &page.tokens[at];
                if !token.is_word() || !token.capital || token.low.len() < 4 || vocabulary.contains(token.low.as_str())
                {
                    continue;
                }
                let places = nearly.entry(token.low.clone()).or_insert_with(|| {
                    let near = by_word.iter().filter(|it| is_near(it.0, &token.low));
                    let mut places: Vec<(usize, usize)> = near.flat_map(|it| it.1.iter().copied()).collect();
                    places.sort_unstable();
                    places
                });
                if let Some((index, from, to)) = fits(page, sentence, at, places, &known) {
                    let it = &known[index];
                    let quote = page.quote(from, to);
                    let value = Value::Words(it.name.to_owned());
                    let second = fact(it.key, value.clone());
                    let proposal = replace(&quote, value);
                    let kind = FindingKind::NearName;
                    findings.push(finding(kind, Severity::Contradiction, it.key, Side::Quote(quote), second, proposal));
                }
            }
        }
    }
    findings
}

/// Every name of people, organisations and those who are quoted.
fn known<'a>(case: &Case<'a>) -> Vec<Known<'a>> {
    let record = case.record;
    let people = record.people.iter().flat_map(|it| it.names.iter().map(|name| (it.key.as_str(), name.as_str(), true)));
    let organisations = record
        .organisations
        .iter()
        .flat_map(|it| it.names.iter().map(|name| (it.key.as_str(), name.text.as_str(), false)));
    let authors = record.quotations.iter().filter_map(|it| Some((it.key.as_str(), it.author.as_deref()?, true)));
    let mut known = Vec::new();
    let mut seen = HashSet::new();
    for (key, name, person) in people.chain(organisations).chain(authors) {
        // “Name (SHORT), Place” is also “Name” alone.
        let bare = name.split(" (").next().unwrap_or(name);
        for form in [name, bare] {
            let words = words(form);
            let titled = person && words.first().is_some_and(|it| TITLES.contains(&it.as_str()));
            let words = if titled { words[1..].to_vec() } else { words };
            if !words.is_empty() && seen.insert((key, words.clone())) {
                known.push(Known { key, name, words, person });
            }
        }
    }
    known
}

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
    "ambassador",
    "undersecretary",
    "m",
    "mme",
    "ambassadeur",
    "professeur",
];

/// The first name whose other words all stand around the misspelt one.
fn fits(
    page: &Page<'_>,
    sentence: &Sentence,
    at: usize,
    places: &[(usize, usize)],
    known: &[Known<'_>],
) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    for (index, place) in places {
        let name = &known[*index];
        let word = &name.words[*place];
        let Some(from) = reach_back(page, sentence, at, &name.words[..*place]) else { continue };
        let Some(to) = reach_on(page, sentence, at, &name.words[place + 1..]) else { continue };
        let alone = name.words.len() == 1;
        if alone && (name.person || word.chars().count() < 6 || distance(word, &page.tokens[at].low) > 1) {
            continue;
        }
        if best.is_none_or(|it| to - from > it.2 - it.1) {
            best = Some((*index, from, to));
        }
    }
    best.or_else(|| surname(page, sentence, at, places, known))
}

/// A title before the word and a surname that is nearly it: “Ms Sembayvea”.
fn surname(
    page: &Page<'_>,
    sentence: &Sentence,
    at: usize,
    places: &[(usize, usize)],
    known: &[Known<'_>],
) -> Option<(usize, usize, usize)> {
    let dotted = at > sentence.from && page.tokens[at - 1].is('.');
    let title = page.before(sentence, at, if dotted { 2 } else { 1 });
    let titled = TITLES.contains(&title);
    places.iter().find(|it| titled && known[it.0].person && known[it.0].words.len() >= 2).map(|it| (it.0, at, at + 1))
}

fn reach_back(page: &Page<'_>, sentence: &Sentence, at: usize, words: &[String]) -> Option<usize> {
    let mut here = at;
    for word in words.iter().rev() {
        here = (sentence.from..here).rev().find(|it| !passes(&page.tokens[*it]))?;
        if page.tokens[here].low != *word {
            return None;
        }
    }
    Some(here)
}

fn reach_on(page: &Page<'_>, sentence: &Sentence, at: usize, words: &[String]) -> Option<usize> {
    let mut here = at;
    for word in words {
        here = (here + 1..sentence.to).find(|it| !passes(&page.tokens[*it]))?;
        if page.tokens[here].low != *word {
            return None;
        }
    }
    Some(here + 1)
}

fn passes(token: &Token) -> bool {
    matches!(token.kind, crate::reading::tokens::Kind::Mark(_))
}

/// Whether two different words could be one: one slip in a short word, two in a longer one, not just a plural.
fn is_near(known: &str, written: &str) -> bool {
    let length = known.chars().count();
    let slips = if length >= 7 { 2 } else { 1 };
    let apart = length.abs_diff(written.chars().count());
    let plural = known.strip_suffix('s') == Some(written) || written.strip_suffix('s') == Some(known);
    apart <= slips && !plural && distance(known, written) <= slips
}

/// How many letters were left out, added, changed, or swapped with their neighbour (Damerau and Levenshtein, the
/// restricted form).
fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut older: Vec<usize> = Vec::new();
    let mut old: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut new = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            new[j] = (old[j - 1] + change).min(old[j] + 1).min(new[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                new[j] = new[j].min(older[j - 2] + 1);
            }
        }
        older = std::mem::replace(&mut old, new);
    }
    old[b.len()]
}
