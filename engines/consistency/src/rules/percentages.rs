//! A percentage must be the record's, and must say of how many it is one.

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::model::{Display, Figure};
use crate::reading::blocks::Role;
use crate::reading::lexicon::Lexicon;
use crate::reading::numbers::{Hedge, Number};
use crate::reading::{Page, Sentence};

/// Words that show that a percentage is a share of people who said something.
const PEOPLE: &[&str] = &[
    "participants",
    "respondents",
    "people",
    "applicants",
    "attendees",
    "reporting",
    "reported",
    "agree",
    "agreed",
    "said",
    "say",
    "felt",
    "indicate",
    "indicated",
    "acknowledge",
    "answered",
    "surveyed",
    "repondants",
    "personnes",
    "candidats",
    "declarent",
    "estiment",
    "affirment",
    "interroges",
    "interrogees",
    "disent",
    "repondu",
    "d'accord",
];

/// Looks at every percentage.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut words = Lexicon::default();
    for (index, figure) in case.record.figures.iter().enumerate().filter(|it| it.1.display == Display::Percent) {
        figure.nouns.iter().for_each(|it| words.add(&it.text, index));
    }
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
            for number in sentence.numbers.iter().filter(|it| it.percent && it.value <= 100.0) {
                let figure = meant(case, &words, page, sentence);
                findings.extend(differs(page, number, figure));
                findings.extend(inexact(page, sentence, number));
                findings.extend(without_base(page, sentence, number, figure));
            }
        }
    }
    findings
}

/// The share whose words stand in the sentence, or in the block around it, if it is the only one.
fn meant<'a>(case: &'a Case<'_>, words: &Lexicon<usize>, page: &Page<'_>, sentence: &Sentence) -> Option<&'a Figure> {
    if sentence.numbers.iter().filter(|it| it.percent).count() != 1 {
        return None;
    }
    let mut found: Vec<usize> =
        words.all(&page.tokens, sentence.from, sentence.to).iter().map(|it| it.meaning).collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [one] => case.record.figures.get(*one),
        _ => None,
    }
}

fn share(figure: &Figure) -> Value {
    Value::Share { percent: figure.value.round() as i64, n: figure.n, of: figure.of }
}

fn differs(page: &Page<'_>, number: &Number, figure: Option<&Figure>) -> Option<Finding> {
    let figure = figure?;
    let right = match number.hedge {
        Hedge::Exact => (number.value - figure.value).abs() < 1.0,
        Hedge::AtLeast => number.value <= figure.value + 0.5,
        Hedge::AtMost => number.value >= figure.value - 0.5,
        Hedge::About => (number.value - figure.value).abs() < 4.0,
    };
    if right {
        return None;
    }
    let quote = page.quote(number.from, number.to);
    let proposal = replace(&quote, share(figure));
    let second = fact(&figure.key, share(figure));
    Some(finding(FindingKind::Percentage, Severity::Contradiction, &figure.key, Side::Quote(quote), second, proposal))
}

/// The n and the N behind a percentage: `(103 of 107)`, `(103 sur 107)`, `103/107`.
fn base<'a>(page: &Page<'_>, sentence: &'a Sentence) -> Option<(&'a Number, &'a Number)> {
    sentence.numbers.windows(2).find_map(|pair| {
        let [n, of] = pair else { return None };
        let joined = of.from == n.to + 1
            && (matches!(page.low(n.to), "of" | "sur") || page.tokens.get(n.to).is_some_and(|it| it.is('/')))
            || of.from == n.to + 3 && page.low(n.to) == "out" && page.low(n.to + 1) == "of";
        (joined && !n.percent && !of.percent).then_some((n, of))
    })
}

/// A percentage against the n and the N that stand beside it.
fn inexact(page: &Page<'_>, sentence: &Sentence, number: &Number) -> Option<Finding> {
    if sentence.numbers.iter().filter(|it| it.percent).count() != 1 || number.hedge != Hedge::Exact {
        return None;
    }
    let (n, of) = base(page, sentence)?;
    if of.value < 1.0 || (100.0 * n.value / of.value - number.value).abs() < 1.0 {
        return None;
    }
    let right = (100.0 * n.value / of.value).round();
    let quote = page.quote(number.from, number.to);
    let second = Side::Quote(page.quote(n.from, of.to));
    let proposal =
        replace(&quote, Value::Share { percent: right as i64, n: Some(n.value as i64), of: Some(of.value as i64) });
    Some(finding(FindingKind::Percentage, Severity::Contradiction, "", Side::Quote(quote), second, proposal))
}

fn without_base(page: &Page<'_>, sentence: &Sentence, number: &Number, figure: Option<&Figure>) -> Option<Finding> {
    let has_n = base(page, sentence).is_some()
        || page.tokens[sentence.from..sentence.to]
            .windows(2)
            .any(|it| it[0].low == "n" && (it[1].is('=') || it[1].is(':')));
    let of_people = figure.is_some() || page.has(sentence, PEOPLE);
    if has_n || !of_people {
        return None;
    }
    let (key, n, of) = figure.map_or(("", None, None), |it| (it.key.as_str(), it.n, it.of));
    let second = figure.map_or_else(|| fact("", Value::Nothing), |it| fact(&it.key, share(it)));
    let quote = Side::Quote(page.quote(number.from, number.to));
    let proposal = Proposal::AddBase { n, of };
    Some(finding(FindingKind::PercentageWithoutBase, Severity::Missing, key, quote, second, proposal))
}
