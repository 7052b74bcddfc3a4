//! A quotation must be, word for word, what its author approved.

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Proposal, Quote, Severity, Side, Value};
use crate::model::{Language, Quotation};
use crate::reading::Page;
use crate::reading::blocks::Role;
use crate::reading::lexicon::words;

/// A quotation has at least this many words; shorter ones are titles and irony.
const LEAST: usize = 6;

/// Holds every quotation against the approved words that are most like it.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in case.pages {
        for (start, end) in quotations(page) {
            let quote = page.quote_bytes(start, end);
            findings.extend(look(case, page, quote));
        }
    }
    findings
}

/// Whole passages and blocks of somebody's words, and what stands between quotation marks.
fn quotations(page: &Page<'_>) -> Vec<(usize, usize)> {
    let text = &page.passage.text;
    if page.passage.is_quotation {
        return if text.trim().is_empty() { Vec::new() } else { vec![(0, text.trim_end().len())] };
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut block = None;
    for sentence in page.sentences.iter().filter(|it| it.role == Role::Quotation) {
        let (start, end) = (page.tokens[sentence.from].start, page.tokens[sentence.to - 1].end);
        match found.last_mut() {
            Some(last) if block == Some(sentence.block) => last.1 = end,
            _ => found.push((start, end)),
        }
        block = Some(sentence.block);
    }
    let mut at = 0;
    while let Some((open, mark)) = text[at..].char_indices().find(|it| matches!(it.1, '“' | '«')) {
        let start = at + open + mark.len_utf8();
        let close = if mark == '“' { '”' } else { '»' };
        let Some(length) = text[start..].find(close) else { break };
        let inside = found.iter().any(|it| it.0 <= start && start < it.1);
        if !inside {
            found.push((start, start + length));
        }
        at = start + length;
    }
    found
}

fn look(case: &Case<'_>, page: &Page<'_>, quote: Quote) -> Option<Finding> {
    let said = words(&quote.words);
    if said.len() < LEAST {
        return None;
    }
    let language = page.passage.language;
    let texts = case
        .record
        .quotations
        .iter()
        .flat_map(|it| it.texts.iter().filter(|text| text.language == language).map(move |text| (it, text)));
    let mut best: Option<(f64, &Quotation, &str, Vec<String>)> = None;
    for (quotation, text) in texts {
        let approved = words(&text.text);
        let shared = common(&said, &approved);
        let likeness = 2.0 * shared as f64 / (said.len() + approved.len()) as f64;
        let contained = shared as f64 / said.len() as f64;
        let likeness = likeness.max(if has_gap(&quote.words) { contained } else { 0.0 });
        if best.as_ref().is_none_or(|it| likeness > it.0) {
            best = Some((likeness, quotation, &text.text, approved));
        }
    }
    let Some((_, quotation, text, approved)) = best.filter(|it| it.0 >= 0.6) else {
        return unknown(page, quote, language);
    };
    // Behind the words of a block its author may be named.
    let same = said == approved
        || said.len() > approved.len() && said[..approved.len()] == approved[..] && said.len() - approved.len() <= 12
        || has_gap(&quote.words) && common(&said, &approved) == said.len();
    if same {
        return None;
    }
    let value = Value::Words(text.to_owned());
    let second = fact(&quotation.key, value.clone());
    let proposal = replace(&quote, value);
    Some(finding(
        FindingKind::QuotationDiffers,
        Severity::Contradiction,
        &quotation.key,
        Side::Quote(quote),
        second,
        proposal,
    ))
}

/// What the caller says is a quotation, and nobody approved.
fn unknown(page: &Page<'_>, quote: Quote, _language: Language) -> Option<Finding> {
    page.passage.is_quotation.then(|| {
        let second = fact("", Value::Nothing);
        finding(FindingKind::QuotationUnknown, Severity::Missing, "", Side::Quote(quote), second, Proposal::Remove)
    })
}

/// Whether the quotation shows that words were left out.
fn has_gap(words: &str) -> bool {
    ["[...]", "[…]", "(...)", "(…)"].iter().any(|it| words.contains(it))
}

/// How many words two texts share in the same order.
fn common(one: &[String], other: &[String]) -> usize {
    let mut old = vec![0; other.len() + 1];
    for word in one {
        let mut new = vec![0; other.len() + 1];
        for (index, it) in other.iter().enumerate() {
            new[index + 1] = if it == word { old[index] + 1 } else { old[index + 1].max(new[index]) };
        }
        old = new;
    }
    old.last().copied().unwrap_or(0)
}
