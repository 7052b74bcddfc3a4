//! A sum must be what its parts make, in prose and in the record.

use super::{Case, counts, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Severity, Side, Value};
use crate::model::Display;
use crate::reading::lexicon::Lexicon;
use crate::reading::numbers::{Hedge, Number};
use crate::reading::{Page, Sentence};

/// Looks at sums in prose: `119 = 107 + 12`, `119 participants: 107 in the training and 12 in Manila`; then at the record.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let nouns = counts::nouns(case);
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in &page.sentences {
            for index in 0..sentence.numbers.len() {
                findings.extend(told(case, &nouns, page, sentence, index));
            }
        }
    }
    findings.extend(case.record.figures.iter().filter_map(|it| recorded(case, it)));
    findings
}

fn told(
    case: &Case<'_>,
    nouns: &Lexicon<usize>,
    page: &Page<'_>,
    sentence: &Sentence,
    index: usize,
) -> Option<Finding> {
    let total = &sentence.numbers[index];
    if total.percent || total.hedge != Hedge::Exact {
        return None;
    }
    let parts = equation(page, sentence, index).or_else(|| list(case, nouns, page, sentence, index))?;
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    if (sum - total.value).abs() < 0.5 {
        return None;
    }
    let (first, last) = (parts.first()?, parts.last()?);
    let quote = page.quote(total.from, total.to);
    let second = Side::Quote(page.quote(first.from, last.to));
    let proposal = replace(&quote, Value::Number(sum));
    Some(finding(FindingKind::Sum, Severity::Contradiction, "", Side::Quote(quote), second, proposal))
}

/// The parts behind an equals sign, or before it.
fn equation<'a>(page: &Page<'_>, sentence: &'a Sentence, index: usize) -> Option<Vec<&'a Number>> {
    let total = &sentence.numbers[index];
    let is = |at: usize, mark: char| page.tokens.get(at).is_some_and(|it| it.is(mark)) && at < sentence.to;
    if !is(total.to, '=') {
        return None;
    }
    let mut parts = vec![sentence.numbers.get(index + 1).filter(|it| it.from == total.to + 1)?];
    // A plus behind a number reads as “or more”; between the terms of a sum it adds.
    for next in &sentence.numbers[index + 2..] {
        let previous = parts.last()?;
        let added = next.from == previous.to && is(previous.to - 1, '+')
            || next.from == previous.to + 1 && is(previous.to, '+');
        if !added {
            break;
        }
        parts.push(next);
    }
    (parts.len() >= 2).then_some(parts)
}

/// The parts in brackets or behind a colon, each with a place instead of a noun of its own.
fn list<'a>(
    case: &Case<'_>,
    nouns: &Lexicon<usize>,
    page: &Page<'_>,
    sentence: &'a Sentence,
    index: usize,
) -> Option<Vec<&'a Number>> {
    const PLACES: &[&str] =
        &["in", "from", "at", "for", "of", "on", "dans", "a", "au", "aux", "pour", "lors", "en", "de", "du"];
    let total = &sentence.numbers[index];
    let noun = counts::noun(case, nouns, page, sentence, total)?;
    let end = noun.first()?.to;
    let opens = (end..sentence.to.min(end + 8)).find(|it| page.tokens[*it].is('(') || page.tokens[*it].is(':'))?;
    if sentence.numbers.iter().any(|it| it.from >= end && it.from < opens) {
        return None;
    }
    let closes = if page.tokens[opens].is('(') {
        (opens..sentence.to).find(|it| page.tokens[*it].is(')')).unwrap_or(sentence.to)
    } else {
        (opens..sentence.to).find(|it| page.tokens[*it].is(';')).unwrap_or(sentence.to)
    };
    let parts: Vec<&Number> = sentence.numbers.iter().filter(|it| it.from > opens && it.to <= closes).collect();
    let dated = sentence.dates.iter().any(|it| it.from > opens && it.to <= closes);
    let plain = parts.iter().all(|it| {
        let behind = page.low(it.to);
        let ends = it.to >= closes || !page.tokens[it.to].is_word();
        it.hedge == Hedge::Exact && !it.percent && (ends || PLACES.contains(&behind))
    });
    let starts = parts.first().is_some_and(|it| it.from <= opens + 2);
    (parts.len() >= 2 && plain && starts && !dated).then_some(parts)
}

/// A figure of the record against the figures that it is the sum of.
fn recorded(case: &Case<'_>, figure: &crate::model::Figure) -> Option<Finding> {
    if figure.parts.is_empty() || figure.display == Display::Percent {
        return None;
    }
    let parts: Option<Vec<f64>> = figure
        .parts
        .iter()
        .map(|key| case.record.figures.iter().find(|it| it.key == *key).map(|it| it.value))
        .collect();
    let sum: f64 = parts?.iter().sum();
    if (sum - figure.value).abs() < 0.5 {
        return None;
    }
    let first = fact(&figure.key, Value::Number(figure.value));
    let second = fact(&figure.parts.join(" + "), Value::Number(sum));
    let proposal = crate::finding::Proposal::Explain(Value::Number(sum));
    Some(finding(FindingKind::Sum, Severity::Contradiction, &figure.key, first, second, proposal))
}
