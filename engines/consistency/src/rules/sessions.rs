//! A session must be on a day on which there is one, and within the days of its activity.

use jiff::civil::Date;

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::model::Activity;
use crate::reading::blocks::Role;
use crate::reading::dates::Span;
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence};

/// Looks at every date that stands beside a session's word; then at the record's own sessions.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in &page.sentences {
            for span in sentence.dates.iter().filter(|it| it.last.is_none()) {
                findings.extend(told(case, page, sentence, span));
            }
        }
    }
    for activity in &case.record.activities {
        for session in case.record.sessions.iter().filter(|it| it.activity == activity.key) {
            if session.on < activity.starts_on || session.on > activity.ends_on {
                let first = fact(&session.key, Value::Day(session.on));
                let days = Value::Days(activity.starts_on, activity.ends_on);
                let second = fact(&activity.key, days.clone());
                let proposal = Proposal::Explain(days);
                let kind = FindingKind::Session;
                findings.push(finding(kind, Severity::Contradiction, &session.key, first, second, proposal));
            }
        }
    }
    findings
}

const SESSIONS: &[&str] = &[
    "webinar",
    "webinars",
    "workshop",
    "session",
    "sessions",
    "seance",
    "seances",
    "webinaire",
    "webinaires",
    "atelier",
    "introduction",
    "simulation",
    "lecture",
    "seminar",
    "seminaire",
];

fn told(case: &Case<'_>, page: &Page<'_>, sentence: &Sentence, span: &Span) -> Option<Finding> {
    let about = sentence.about();
    let [Subject::Activity(index)] = about.as_slice() else { return None };
    let activity = case.record.activities.get(*index)?;
    let days = days(case, activity);
    if days.is_empty() || !is_of_a_session(page, sentence, span) {
        return None;
    }
    let stated: Vec<Date> = case.years.iter().filter_map(|it| span.first_in(*it)).collect();
    let first = *stated.first()?;
    if stated.iter().any(|it| days.contains(it)) {
        return None;
    }
    let nearest = *days.iter().min_by_key(|it| (first - **it).get_days().abs())?;
    let quote = page.quote(span.from, span.to);
    let second = fact(&activity.key, Value::Day(nearest));
    let proposal = replace(&quote, Value::Day(nearest));
    Some(finding(FindingKind::Session, Severity::Contradiction, &activity.key, Side::Quote(quote), second, proposal))
}

/// The days of an activity's sessions, and of its parts'.
fn days(case: &Case<'_>, activity: &Activity) -> Vec<Date> {
    case.record
        .sessions
        .iter()
        .filter(|it| it.activity == activity.key || case.is_part_of(Some(&it.activity), &activity.key))
        .map(|it| it.on)
        .collect()
}

/// A cell or item with a session's word, or a sentence that lets a session be held on the date.
fn is_of_a_session(page: &Page<'_>, sentence: &Sentence, span: &Span) -> bool {
    if !page.has(sentence, SESSIONS) {
        return false;
    }
    match sentence.role {
        Role::Cell | Role::Item => span.from <= sentence.from + 3 && !page.has(sentence, &["published", "publie"]),
        Role::Body => {
            let near = (span.from.saturating_sub(9).max(sentence.from)..(span.to + 8).min(sentence.to))
                .any(|it| SESSIONS.contains(&page.low(it)));
            let held =
                page.has(sentence, &["held", "took", "lieu", "tenu", "tenue", "followed", "suivi", "met", "gathered"]);
            let on = matches!(page.before(sentence, span.from, 1), "on" | "le" | "du");
            let said = on && (held || span.weekday.is_some());
            near && said
                && !page.has(sentence, &["published", "report", "rapport", "publie", "invited", "call", "registration"])
        }
        _ => false,
    }
}
