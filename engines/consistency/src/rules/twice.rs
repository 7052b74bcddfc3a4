//! The same thing counted twice, differently, where the record does not know it.

use std::collections::HashMap;

use super::{Case, counts, finding};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side};
use crate::model::Language;
use crate::reading::blocks::Role;
use crate::reading::numbers::{Hedge, Number};
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence, words_en, words_fr};

/// What was counted: language, subject, and the words of the noun phrase.
type Thing = (bool, Subject, Vec<String>);

/// Compares counts of the same words about the same subject; the later one is quoted first.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let nouns = counts::nouns(case);
    let mut seen: HashMap<Thing, (&Page<'_>, &Number)> = HashMap::new();
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
            let about = sentence.about();
            let [subject] = about.as_slice() else { continue };
            for number in &sentence.numbers {
                let known = counts::noun(case, &nouns, page, sentence, number).is_some();
                let Some(words) = phrase(page, sentence, number).filter(|_| !known) else { continue };
                let thing = (page.passage.language == Language::French, *subject, words);
                match seen.get(&thing) {
                    Some((_, before)) if (before.value - number.value).abs() < 0.5 => {}
                    Some((other, before)) => {
                        let first = Side::Quote(page.quote(number.from, number.to));
                        let second = Side::Quote(other.quote(before.from, before.to));
                        let key = case.key(*subject);
                        let kind = FindingKind::SaidTwice;
                        findings.push(finding(kind, Severity::Question, key, first, second, Proposal::Decide));
                    }
                    None => {
                        seen.insert(thing, (page, number));
                    }
                }
            }
        }
    }
    findings
}

/// The words that are counted: at least two, so that no “two things” meets “three things” by chance.
fn phrase(page: &Page<'_>, sentence: &Sentence, number: &Number) -> Option<Vec<String>> {
    if number.percent || number.hedge != Hedge::Exact || number.value < 2.0 {
        return None;
    }
    let enders = if page.passage.language == Language::English { words_en::ENDERS } else { words_fr::ENDERS };
    let words: Vec<String> = page.tokens[number.to..sentence.to]
        .iter()
        .take_while(|it| it.is_word() && !enders.contains(&it.low.as_str()))
        .map(|it| it.low.clone())
        .collect();
    let definite = matches!(page.before(sentence, number.from, 1), "the" | "all" | "les" | "its" | "ses");
    let plural = words.iter().any(|it| it.ends_with(['s', 'x']));
    (words.len() >= 2 && words.len() <= 4 && plural && definite).then_some(words)
}
