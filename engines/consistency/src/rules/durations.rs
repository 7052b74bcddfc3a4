//! “Five-day”, “three days”, “sept semaines”: a length must be the one that the dates make.

use jiff::civil::Date;

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::model::ActivityKind;
use crate::reading::blocks::Role;
use crate::reading::numbers::{Hedge, Number};
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence};

const DAYS: &[&str] = &["day", "days", "jour", "jours", "journee", "journees"];
const WEEKS: &[&str] = &["week", "weeks", "semaine", "semaines"];

/// Holds every length against the dates of what it is a length of.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
            for number in &sentence.numbers {
                findings.extend(look(case, page, sentence, number));
            }
        }
    }
    findings
}

fn look(case: &Case<'_>, page: &Page<'_>, sentence: &Sentence, number: &Number) -> Option<Finding> {
    let hyphen = usize::from(page.tokens.get(number.to).is_some_and(crate::reading::tokens::Token::is_dash));
    let unit = number.to + hyphen;
    if unit >= sentence.to || number.percent || number.hedge != Hedge::Exact {
        return None;
    }
    let weeks = WEEKS.contains(&page.low(unit));
    if !weeks && !DAYS.contains(&page.low(unit)) || is_distance(page, sentence, unit, number) {
        return None;
    }
    let (subject, certain) = bind(case, page, sentence, number, unit, hyphen == 1)?;
    let (first, last) = days(case, subject)?;
    let stated = number.value as i64;
    let lengths = lengths(case, subject, first, last, weeks);
    if lengths.contains(&stated) || !certain && agrees_elsewhere(case, stated, weeks, &sentence.subjects()) {
        return None;
    }
    let length = (last - first).get_days() + 1;
    let value = Value::Length(i64::from(length));
    let key = case.key(subject);
    let longer = lengths.iter().all(|it| stated > *it);
    let certain =
        certain && (hyphen == 1 || !sentence.subjects().is_empty() && !is_shared(page, unit)) || longer && certain;
    let quote = page.quote(number.from, unit + 1);
    let (severity, proposal) = if certain {
        (Severity::Contradiction, replace(&quote, value.clone()))
    } else {
        (Severity::Question, Proposal::Explain(value.clone()))
    };
    Some(finding(FindingKind::Duration, severity, key, Side::Quote(quote), fact(key, value), proposal))
}

/// Whether the words go on with what filled the days: “three days of dialogue” may be a part.
fn is_shared(page: &Page<'_>, unit: usize) -> bool {
    matches!(page.low(unit + 1), "of" | "de" | "d")
}

/// “Three days after”, “two weeks ago”, “within five days”: distances, no lengths.
fn is_distance(page: &Page<'_>, sentence: &Sentence, unit: usize, number: &Number) -> bool {
    const AFTER: &[&str] = &["after", "before", "later", "earlier", "ago", "old", "apres", "avant", "notice", "a"];
    const BEFORE: &[&str] = &[
        "within", "every", "within", "after", "in", "about", "sous", "apres", "toutes", "tous", "des", "week", "day",
        "jour", "jours",
    ];
    let behind = page.after(sentence, unit, 1);
    let plus_tard = behind == "plus" && page.after(sentence, unit, 2) == "tard";
    let before = page.before(sentence, number.from, 1);
    let fr = page.passage.language == crate::model::Language::French;
    AFTER.contains(&behind)
        || plus_tard
        || BEFORE.contains(&before) && (fr || before != "in") && (!fr || before != "des")
        || before == "in" && page.after(sentence, unit, 1).is_empty()
}

fn days(case: &Case<'_>, subject: Subject) -> Option<(Date, Date)> {
    match subject {
        Subject::Activity(it) => case.record.activities.get(it).map(|it| (it.starts_on, it.ends_on)),
        Subject::Event(it) => case.record.events.get(it).map(|it| (it.on, it.on)),
    }
}

/// The lengths that would be right: days from the first to the last, or days with a session; weeks, full or begun.
fn lengths(case: &Case<'_>, subject: Subject, first: Date, last: Date, weeks: bool) -> Vec<i64> {
    let length = i64::from((last - first).get_days()) + 1;
    if weeks {
        let offset = i64::from(first.weekday().to_monday_zero_offset());
        return vec![length / 7, (length + 6) / 7, (offset + length + 6) / 7];
    }
    let mut sessions: Vec<Date> =
        case.record.sessions.iter().filter(|it| it.activity == case.key(subject)).map(|it| it.on).collect();
    sessions.sort_unstable();
    sessions.dedup();
    let mut lengths = vec![length];
    let held = i64::try_from(sessions.len()).unwrap_or(0);
    if held > 0 && held < length {
        lengths.push(held);
    }
    lengths
}

/// Whether an activity that stands by itself has this length.
fn agrees_elsewhere(case: &Case<'_>, stated: i64, weeks: bool, named: &[Subject]) -> bool {
    case.record.activities.iter().enumerate().any(|(index, it)| {
        let subject = Subject::Activity(index);
        let near = weeks || named.contains(&subject);
        near && it.part_of.is_none() && lengths(case, subject, it.starts_on, it.ends_on, weeks).contains(&stated)
    })
}

/// Of what a length is the length, and whether that is sure.
fn bind(
    case: &Case<'_>,
    page: &Page<'_>,
    sentence: &Sentence,
    number: &Number,
    unit: usize,
    hyphen: bool,
) -> Option<(Subject, bool)> {
    let about = sentence.about();
    // “the five-day Youth Summit”, “formation de sept semaines”: the name stands beside the length.
    let beside = sentence.named.iter().find(|it| {
        let ahead = it.from > unit && it.from - unit <= 3;
        let behind = it.to <= number.from && number.from - it.to <= 1;
        ahead && hyphen
            || behind
                && page.passage.language == crate::model::Language::French
                && page.before(sentence, number.from, 1) == "de"
    });
    if let Some(it) = beside {
        return Some((it.meaning, true));
    }
    let noun = kind_noun(case, page, sentence, number, unit, &about);
    if noun.is_some() {
        return noun.map(|it| (it, true));
    }
    let lasting = page.has(
        sentence,
        &[
            "lasted",
            "lasting",
            "ran",
            "spanned",
            "dure",
            "duree",
            "dura",
            "over",
            "for",
            "throughout",
            "etale",
            "etalee",
        ],
    );
    match about.as_slice() {
        [one] => Some((*one, lasting && !is_shared(page, unit))),
        _ => None,
    }
}

/// A bare noun beside the length: “a two-day workshop”, “un sommet de cinq jours”.
fn kind_noun(
    case: &Case<'_>,
    page: &Page<'_>,
    sentence: &Sentence,
    number: &Number,
    unit: usize,
    about: &[Subject],
) -> Option<Subject> {
    let near = (unit + 1..(unit + 7).min(sentence.to))
        .take_while(|it| page.tokens[*it].is_word() || page.tokens[*it].is_dash())
        .chain((number.from.saturating_sub(2).max(sentence.from)..number.from).rev())
        .take(7)
        .collect::<Vec<_>>();
    about.iter().copied().find(|subject| {
        let nouns: &[&str] = match subject {
            Subject::Event(_) => {
                &["conference", "workshop", "event", "session", "meeting", "forum", "atelier", "colloque"]
            }
            Subject::Activity(it) => match case.record.activities.get(*it).map(|it| it.kind) {
                Some(ActivityKind::Series) => &["series", "serie"],
                Some(ActivityKind::Workshop) => &["workshop", "atelier"],
                Some(ActivityKind::Training) => &["training", "course", "formation"],
                Some(ActivityKind::Simulation) => &["simulation", "game", "jeu"],
                Some(ActivityKind::Summit) => &["summit", "sommet"],
                _ => &[],
            },
        };
        near.iter().any(|it| nouns.contains(&page.low(*it)))
    })
}
