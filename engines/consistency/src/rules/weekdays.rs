//! A weekday must be the one on which its date falls.

use jiff::civil::{Date, Weekday};

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Severity, Value};
use crate::reading::Page;

/// Holds every weekday against its date, in any year of the edition that could be meant.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in case.pages {
        for span in page.sentences.iter().flat_map(|it| &it.dates) {
            let first = |year| span.first_in(year);
            let last = |year| span.last_in(year);
            findings.extend(look(case, page, span.weekday, span.to, first));
            findings.extend(look(case, page, span.last_weekday, span.to, last));
        }
    }
    findings
}

fn look(
    case: &Case<'_>,
    page: &Page<'_>,
    stated: Option<(Weekday, usize)>,
    to: usize,
    day: impl Fn(i16) -> Option<Date>,
) -> Option<Finding> {
    let (stated, at) = stated?;
    let days: Vec<Date> = case.years.iter().filter_map(|it| day(*it)).collect();
    let first = *days.first()?;
    if days.iter().any(|it| it.weekday() == stated) {
        return None;
    }
    let second = fact(&first.to_string(), Value::Weekday(first.weekday()));
    let proposal = replace(&page.quote(at, at + 1), Value::Weekday(first.weekday()));
    let quote = crate::finding::Side::Quote(page.quote(at, to));
    Some(finding(FindingKind::Weekday, Severity::Contradiction, "", quote, second, proposal))
}
