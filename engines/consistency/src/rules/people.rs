//! Nobody is named who did not agree to it.

use super::{Case, fact, finding};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::reading::lexicon::{Lexicon, words};

/// Looks for the names of those who may not be named; a single word names nobody.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut names = Lexicon::default();
    for (index, person) in case.record.people.iter().enumerate() {
        person.names.iter().filter(|it| words(it).len() >= 2).for_each(|it| names.add(it, index));
    }
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in &page.sentences {
            let found = names.all(&page.tokens, sentence.from, sentence.to);
            // Two people may bear one name; if one of them agreed, that one is meant.
            let may =
                |from: usize| found.iter().any(|it| it.from == from && case.record.people[it.meaning].may_be_named);
            for it in found.iter().filter(|it| !may(it.from)) {
                let key = case.record.people[it.meaning].key.as_str();
                let quote = Side::Quote(page.quote(it.from, it.to));
                let second = fact(key, Value::Nothing);
                let proposal = Proposal::Ask(key.to_owned());
                findings.push(finding(FindingKind::NoConsent, Severity::Missing, key, quote, second, proposal));
            }
        }
    }
    findings
}
