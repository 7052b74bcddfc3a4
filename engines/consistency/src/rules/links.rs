//! A link must lead somewhere.

use super::{Case, fact, finding};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::model::LinkState;

/// Looks at every address; one that is empty was lost in an export and is no finding.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let dead = |address: &str| case.record.links.iter().any(|it| it.address == address && it.state == LinkState::Dead);
    let mut findings = Vec::new();
    for page in case.pages {
        for link in &page.links {
            let quote = page.quote_bytes(link.start, link.end);
            let address = quote.words.split_whitespace().next().unwrap_or("").to_owned();
            if dead(&address) {
                let second = fact(&address, Value::Nothing);
                let proposal = Proposal::MendLink(address.clone());
                let first = Side::Quote(quote);
                findings.push(finding(
                    FindingKind::DeadLink,
                    Severity::Contradiction,
                    &address,
                    first,
                    second,
                    proposal,
                ));
            }
        }
    }
    findings
}
