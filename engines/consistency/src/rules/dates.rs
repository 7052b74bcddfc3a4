//! The days of an activity or event, stated in prose, must be the record's.

use jiff::civil::Date;

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Severity, Side, Value};
use crate::reading::dates::Span;
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence};

/// What a stated day is to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    /// The whole length.
    Whole,
    /// The first day.
    Start,
    /// The last day.
    End,
}

/// A statement of days about a subject.
struct Claim<'a> {
    page: &'a Page<'a>,
    span: &'a Span,
    subject: Subject,
    bound: Bound,
    agrees: bool,
}

/// Holds every stated day against the record; another place that states it rightly is quoted, if there is one.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let claims: Vec<Claim<'_>> = case
        .pages
        .iter()
        .flat_map(|page| page.sentences.iter().map(move |it| (page, it)))
        .flat_map(|(page, sentence)| sentence.dates.iter().filter_map(move |span| claim(case, page, sentence, span)))
        .collect();
    claims
        .iter()
        .filter(|it| !it.agrees)
        .map(|wrong| {
            let right = claims.iter().find(|it| {
                it.agrees && it.subject == wrong.subject && it.span.last.is_some() == wrong.span.last.is_some()
            });
            let key = case.key(wrong.subject);
            let value = truth(case, wrong);
            let second = right
                .map_or_else(|| fact(key, value.clone()), |it| Side::Quote(it.page.quote(it.span.from, it.span.to)));
            let quote = wrong.page.quote(wrong.span.from, wrong.span.to);
            let proposal = replace(&quote, value);
            finding(FindingKind::Date, Severity::Contradiction, key, Side::Quote(quote), second, proposal)
        })
        .collect()
}

/// The first and the last day of a subject.
fn days(case: &Case<'_>, subject: Subject) -> Option<(Date, Date)> {
    match subject {
        Subject::Activity(it) => case.record.activities.get(it).map(|it| (it.starts_on, it.ends_on)),
        Subject::Event(it) => case.record.events.get(it).map(|it| (it.on, it.on)),
    }
}

fn truth(case: &Case<'_>, claim: &Claim<'_>) -> Value {
    let (first, last) = days(case, claim.subject).unwrap_or_default();
    match claim.bound {
        Bound::Whole if first == last => Value::Day(first),
        Bound::Whole => Value::Days(first, last),
        Bound::Start => Value::Day(first),
        Bound::End => Value::Day(last),
    }
}

fn claim<'a>(case: &Case<'_>, page: &'a Page<'a>, sentence: &Sentence, span: &'a Span) -> Option<Claim<'a>> {
    let (subject, bound) = bind(case, page, sentence, span)?;
    // A heading's subject may be meant though the sentence names another one: “participants of the training met …”.
    let above = sentence.carried.iter().copied().find(|it| *it != subject && !sentence.named.is_empty());
    if let Some(above) = above.filter(|it| bound == Bound::Whole && is(case, span, *it, bound)) {
        return Some(Claim { page, span, subject: above, bound, agrees: true });
    }
    let subject = above.filter(|_| is_aside(page, sentence, span)).unwrap_or(subject);
    Some(Claim { page, span, subject, bound, agrees: is(case, span, subject, bound) })
}

/// Whether the only name before a date stands behind a preposition, so that the sentence is about something else.
fn is_aside(page: &Page<'_>, sentence: &Sentence, span: &Span) -> bool {
    let Some(name) = sentence.named.first().filter(|it| it.to + 4 < span.from) else { return false };
    (name.from.saturating_sub(3).max(sentence.from)..=name.from)
        .any(|it| matches!(page.low(it), "of" | "from" | "de" | "du"))
}

/// Whether days are what the record says of a subject.
fn is(case: &Case<'_>, span: &Span, subject: Subject, bound: Bound) -> bool {
    let Some((first, last)) = days(case, subject) else { return false };
    case.years.iter().chain([&first.year()]).any(|year| {
        let (Some(from), to) = (span.first_in(*year), span.last_in(*year)) else { return false };
        match bound {
            Bound::Whole => (from, to.unwrap_or(from)) == (first, last),
            Bound::Start => from == first,
            Bound::End => from == last,
        }
    })
}

/// Words that say that the days are of something else: a call, a registration.
const OTHERS: &[&str] = &[
    "call",
    "applications",
    "application",
    "registration",
    "deadline",
    "apply",
    "evaluation",
    "survey",
    "published",
    "posted",
    "recording",
    "recordings",
    "uploaded",
    "appel",
    "candidature",
    "candidatures",
    "inscription",
    "inscriptions",
    "evaluation",
    "enquete",
    "publie",
    "publiee",
    "publies",
    "publiees",
    "enregistrements",
    "limite",
];

/// Words with which something is held.
const HOLDING: &[&str] = &[
    "held",
    "took",
    "organised",
    "met",
    "ran",
    "gathered",
    "convened",
    "brought",
    "invited",
    "joined",
    "hosted",
    "tenu",
    "tenue",
    "tenus",
    "tenues",
    "lieu",
    "organise",
    "organisee",
    "organises",
    "organisees",
    "deroule",
    "deroulee",
    "deroules",
    "deroulees",
    "reuni",
    "reunis",
    "reunies",
    "reunie",
    "rencontres",
    "rassemble",
    "rassembles",
    "invites",
    "dure",
    "participe",
];

/// Of what a date is the date, and which one.
fn bind(case: &Case<'_>, page: &Page<'_>, sentence: &Sentence, span: &Span) -> Option<(Subject, Bound)> {
    let named = sentence.subjects();
    let adjacent = sentence
        .named
        .iter()
        .rev()
        .find(|it| it.to <= span.from && span.from - it.to <= 4 && only_joins(page, it.to, span.from));
    let subject = match (adjacent, named.as_slice(), sentence.carried.as_slice()) {
        (Some(it), _, _) => it.meaning,
        (None, [one], _) | (None, [], [one]) => *one,
        _ => return None,
    };
    if let Some(bound) = turning_point(page, sentence, span) {
        let one_day = days(case, subject).is_some_and(|(first, last)| first == last);
        return (!one_day).then_some((subject, bound));
    }
    let other = page.has(sentence, OTHERS) && adjacent.is_none() && !sentence.is_heading();
    if other {
        return None;
    }
    let held = page.has(sentence, HOLDING);
    let event = matches!(subject, Subject::Event(_));
    if span.last.is_some() {
        let stated = adjacent.is_some() || sentence.is_heading() || !named.is_empty() || held;
        return (stated && !event).then_some((subject, Bound::Whole));
    }
    let of_event = event && (sentence.is_heading() || !named.is_empty() && held || is_on(page, sentence, span));
    let heading = sentence.is_heading() && event;
    (of_event || heading).then_some((subject, Bound::Whole))
}

/// Whether nothing but signs and little words stand between a name and a date.
fn only_joins(page: &Page<'_>, from: usize, to: usize) -> bool {
    const JOINS: &[&str] =
        &["from", "on", "du", "le", "de", "was", "held", "between", "entre", "s", "est", "tenu", "tenue"];
    page.tokens[from..to].iter().all(|it| !it.is_word() || JOINS.contains(&it.low.as_str()))
}

/// Whether a date says on which day a meeting was: “the workshop … on 27 March”.
fn is_on(page: &Page<'_>, sentence: &Sentence, span: &Span) -> bool {
    const MEETINGS: &[&str] = &[
        "workshop",
        "conference",
        "session",
        "event",
        "meeting",
        "dialogue",
        "forum",
        "seminar",
        "atelier",
        "colloque",
        "seance",
        "reunion",
        "rencontre",
        "manifestation",
        "seminaire",
    ];
    matches!(page.before(sentence, span.from, 1), "on" | "le")
        && page.has(sentence, MEETINGS)
        && (page.has(sentence, &["invited", "joined", "speak", "spoke", "attended", "invitee", "invite", "pris"])
            || page.has(sentence, HOLDING))
}

const STARTS: &[&str] = &[
    "began",
    "begins",
    "begin",
    "started",
    "starts",
    "opened",
    "opens",
    "kicked",
    "commence",
    "commenca",
    "debute",
    "debuta",
    "ouvert",
    "ouverte",
    "demarre",
    "demarra",
    "beginning",
    "starting",
];
const ENDS: &[&str] = &[
    "ended",
    "ends",
    "closed",
    "concluded",
    "finished",
    "closes",
    "concludes",
    "acheve",
    "achevee",
    "termine",
    "terminee",
    "cloture",
    "cloturee",
    "clos",
    "close",
    "conclu",
    "prit",
    "ending",
];

/// Whether a single date is said to be the first or the last day.
fn turning_point(page: &Page<'_>, sentence: &Sentence, span: &Span) -> Option<Bound> {
    if span.last.is_some() {
        return None;
    }
    let mut at = span.from;
    let mut back = 0;
    while at > sentence.from && back < 4 {
        at -= 1;
        back += 1;
        let low = page.low(at);
        if STARTS.contains(&low) {
            return Some(Bound::Start);
        }
        if ENDS.contains(&low) {
            return Some(Bound::End);
        }
        if !matches!(low, "" | "on" | "le" | "in" | "copenhagen" | "online" | "off" | "fin") {
            break;
        }
    }
    None
}
