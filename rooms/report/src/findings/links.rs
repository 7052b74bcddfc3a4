//! Links to other sites as findings: those of which it is on record that they lead nowhere.

use std::collections::BTreeSet;

use consistency::{Fact, Finding, FindingKind, Link, LinkState, Proposal, Severity, Side, Value};
use ui::Reader;

use super::{prose::Written, record::Known};
use crate::outside::{self, Standing};

/// The addresses of the prose at other sites, as they were found when they were asked for.
pub(super) fn outside(known: &Known, prose: &[Written]) -> Vec<Link> {
    let addresses: BTreeSet<String> = prose.iter().flat_map(|it| outside::addresses(&it.passage.text)).collect();
    let state = |address: &str| match known.asked.standing(address) {
        Standing::Alive => LinkState::Alive,
        Standing::Dead => LinkState::Dead,
        Standing::Unknown => LinkState::Unknown,
    };
    addresses.into_iter().map(|address| Link { state: state(&address), address }).collect()
}

/// Figures whose evidence cannot be read any more; where a report shows only some figures, only theirs is asked for.
pub(super) fn of_evidence(known: &Known, shown: Option<&[String]>) -> Vec<Finding> {
    let shows = |key: &str| shown.is_none_or(|it| it.iter().any(|it| it == key));
    let dead = |key: &str, address: &str| {
        (shows(key) && known.asked.standing(address) == Standing::Dead).then(|| Finding {
            id: format!("{}/record/{key}", FindingKind::DeadLink.word()),
            kind: FindingKind::DeadLink,
            severity: Severity::Contradiction,
            about: key.to_owned(),
            first: Side::Fact(Fact { key: key.to_owned(), value: Value::Words(address.to_owned()) }),
            second: Side::Fact(Fact { key: address.to_owned(), value: Value::Nothing }),
            proposal: Proposal::MendLink(address.to_owned()),
        })
    };
    let links = known.figures.iter().filter_map(|it| Some((it.key(), it.observed.as_ref()?.link.as_deref()?)));
    links.filter_map(|(key, address)| dead(key, address)).collect()
}

/// What was answered at the address that a fact is about.
pub(super) fn said(reader: &Reader, known: &Known, fact: &Fact) -> Option<String> {
    (fact.value == Value::Nothing).then(|| known.asked.of(&fact.key)).flatten().map(|it| outside::told(reader, it))
}
