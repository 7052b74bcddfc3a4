//! A figure that was observed outside needs evidence, and must not be older than the day for which it is shown.

use super::{Case, fact, finding};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Value};

/// Looks at every figure that the record did not count itself.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for figure in &case.record.figures {
        let Some(observed) = figure.observed else { continue };
        let first = fact(&figure.key, super::counts::shown(figure));
        if !observed.has_evidence {
            let second = fact(&figure.key, Value::Nothing);
            let proposal = Proposal::AddEvidence(figure.key.clone());
            findings.push(finding(
                FindingKind::NoEvidence,
                Severity::Missing,
                &figure.key,
                first.clone(),
                second,
                proposal,
            ));
        }
        if figure.as_of.is_some_and(|it| observed.on < it) {
            let second = fact(&figure.key, Value::Day(observed.on));
            let proposal = Proposal::ObserveAgain(figure.key.clone());
            findings.push(finding(FindingKind::Stale, Severity::Question, &figure.key, first, second, proposal));
        }
    }
    findings
}
