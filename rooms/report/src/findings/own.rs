//! What the room finds by itself: links that lead nowhere within the site, and plans among the figures of results.

use consistency::{
    Fact, Figure, Finding, FindingKind, Link, LinkState, Proposal, Quote, Record, Severity, Side, Status, Value,
};
use host::figures::State;
use programme::Here;

use super::{prose::Written, record::Known};
use crate::document::Chapter;

/// The addresses of the prose, as far as they can be judged without asking anybody outside.
pub(super) fn links(here: &Here, known: &Known, prose: &[Written]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for address in prose.iter().flat_map(|it| addresses(&it.passage.text)) {
        if !links.iter().any(|it| it.address == address) {
            let state = state(here, known, &address);
            links.push(Link { address, state });
        }
    }
    links
}

/// What stands between the brackets of Markdown's links.
fn addresses(text: &str) -> Vec<String> {
    let behind = text.split("](").skip(1).filter_map(|it| it.split_once(')'));
    behind.map(|(address, _)| address.split_whitespace().next().unwrap_or_default().to_owned()).collect()
}

fn state(here: &Here, known: &Known, address: &str) -> LinkState {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if address.is_empty() {
        return LinkState::Empty;
    }
    let outside = ["http://", "https://", "mailto:"].iter().any(|it| address.starts_with(it));
    if outside || address.starts_with('#') {
        return LinkState::Unknown;
    }
    let Some(rest) = path.strip_prefix('/') else { return LinkState::Dead };
    let own = here.path();
    let Some(page) = rest.strip_prefix(&own[1..]).map(|it| it.trim_matches('/')) else { return LinkState::Unknown };
    let kept = ["activities/", "sessions/", "figures/"].iter().any(|it| page.starts_with(it));
    match (kept, known.keys.iter().any(|it| it == page)) {
        (true, true) => LinkState::Alive,
        (true, false) => LinkState::Dead,
        (false, _) => LinkState::Unknown,
    }
}

/// A percentage that says not of what it is a share is told as the one share on record that is as large.
pub(super) fn name_the_share(record: &Record, finding: &mut Finding) {
    let Side::Quote(quote) = &finding.first else { return };
    if finding.kind != FindingKind::PercentageWithoutBase || !finding.about.is_empty() {
        return;
    }
    let digits: String = quote.words.chars().filter(char::is_ascii_digit).collect();
    let percent = |it: &Figure| it.value.round() as i64;
    let mut alike = record.figures.iter().filter(|it| it.of.is_some() && percent(it).to_string() == digits);
    if let (Some(it), None) = (alike.next(), alike.next()) {
        let value = Value::Share { percent: percent(it), n: it.n, of: it.of };
        finding.about.clone_from(&it.key);
        finding.second = Side::Fact(Fact { key: it.key.clone(), value });
        finding.proposal = Proposal::AddBase { n: it.n, of: it.of };
    }
}

/// Figures of what is yet to come, laid among those of results.
pub(super) fn planned_among_results(known: &Known, chapters: &[Chapter], prose: &[Written]) -> Vec<Finding> {
    let planned: Vec<&str> = known
        .figures
        .iter()
        .filter(|it| it.indicator.state == State::Planned && it.value.is_some())
        .map(crate::Figure::key)
        .collect();
    let mut found = Vec::new();
    for written in prose {
        let super::Home::Chapter(key, language) = &written.home else { continue };
        let source = chapters.iter().find(|it| it.key == *key).and_then(|it| it.text.get(*language));
        found.extend(source.into_iter().flat_map(|it| in_chapter(&planned, written, it)));
    }
    found
}

fn in_chapter(planned: &[&str], written: &Written, source: &str) -> Vec<Finding> {
    let of_chapter = written.passage.text.lines().next().is_some_and(is_results);
    let (mut heading, (lines, mut at)) = (of_chapter, written.lead);
    let mut found = Vec::new();
    for (number, line) in source.split_inclusive('\n').enumerate() {
        if let Some(words) = line.strip_prefix('#') {
            heading = is_results(words) || of_chapter;
        }
        let piece = ["{{figures:", "{{highlights:"].iter().find_map(|it| line.find(it));
        for key in planned.iter().filter(|_| heading && piece.is_some()) {
            let Some(column) = line.find(key) else { continue };
            let quote = Quote {
                place: written.passage.place.clone(),
                line: lines + number + 1,
                column: line[..column].chars().count() + 1,
                start: at + column,
                words: (*key).to_owned(),
            };
            found.push(Finding {
                id: format!("{}/{}/{key}", FindingKind::PlannedAmongResults.word(), quote.place),
                kind: FindingKind::PlannedAmongResults,
                severity: Severity::Question,
                about: (*key).to_owned(),
                first: Side::Quote(quote),
                second: Side::Fact(Fact { key: (*key).to_owned(), value: Value::Status(Status::Planned) }),
                proposal: Proposal::MoveOut,
            });
        }
        at += line.len();
    }
    found
}

/// Whether a heading announces results.
fn is_results(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    ["result", "outcome", "highlight", "résultat", "retombée", "temps forts"].iter().any(|it| heading.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_out_of_markdown() {
        let text = "See [here](https://example.org/a), [there](/p/e/activities/x) and [lost]().";
        assert_eq!(addresses(text), ["https://example.org/a", "/p/e/activities/x", ""]);
    }
}
