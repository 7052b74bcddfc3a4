//! Online, on site or both, and where: heading, text and record must say the same.

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Severity, Side, Value};
use crate::model::{ActivityKind, Language, Mode, Name};
use crate::reading::blocks::Role;
use crate::reading::lexicon::{Lexicon, Match, words};
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence};

/// A statement of how or where people came together.
struct Claim<'a> {
    page: &'a Page<'a>,
    subject: Subject,
    from: usize,
    to: usize,
    said: Said,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// How.
    Mode(Mode),
    /// In a place, which is the subject's own or another one.
    Place { own: bool },
}

/// Holds every statement against the record; another one that the record confirms is quoted, if there is one.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let places = places(case);
    let mut claims: Vec<Claim<'_>> = Vec::new();
    for page in case.pages {
        for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
            modes(case, page, sentence, &mut claims);
            towns(case, page, sentence, &places, &mut claims);
        }
    }
    claims.iter().filter(|it| is_wrong(case, it)).map(|it| tell(case, it, &claims)).collect()
}

fn tell(case: &Case<'_>, wrong: &Claim<'_>, claims: &[Claim<'_>]) -> Finding {
    let (mode, towns) = truth(case, wrong.subject);
    let right = claims.iter().find(|it| it.subject == wrong.subject && !is_wrong(case, it) && supports(it.said, mode));
    let key = case.key(wrong.subject);
    let (kind, value) = match wrong.said {
        Said::Place { .. } if mode != Mode::Online => {
            (FindingKind::Place, Value::Words(towns.first().map_or_else(String::new, |it| it.text.clone())))
        }
        _ => (FindingKind::Mode, Value::Mode(mode)),
    };
    let second = right.map_or_else(|| fact(key, value.clone()), |it| Side::Quote(it.page.quote(it.from, it.to)));
    let quote = wrong.page.quote(wrong.from, wrong.to);
    let proposal = replace(&quote, value);
    finding(kind, Severity::Contradiction, key, Side::Quote(quote), second, proposal)
}

/// What the record says of a subject.
fn truth<'a>(case: &Case<'a>, subject: Subject) -> (Mode, &'a [Name]) {
    let record = case.record;
    let found = match subject {
        Subject::Activity(it) => record.activities.get(it).map(|it| (it.mode, it.places.as_slice())),
        Subject::Event(it) => record.events.get(it).map(|it| (it.mode, it.places.as_slice())),
    };
    found.unwrap_or((Mode::Online, &[]))
}

fn is_wrong(case: &Case<'_>, claim: &Claim<'_>) -> bool {
    let (mode, places) = truth(case, claim.subject);
    match claim.said {
        Said::Mode(said) => said != mode,
        Said::Place { own: true } => false,
        Said::Place { own: false } => mode == Mode::Online || !places.is_empty(),
    }
}

/// Whether a statement shows that the record is right.
fn supports(said: Said, mode: Mode) -> bool {
    match said {
        Said::Mode(said) => said == mode,
        Said::Place { own } => own && mode != Mode::Online,
    }
}

/// A word for a mode that begins at a place, and where it ends.
fn mode_word(page: &Page<'_>, sentence: &Sentence, at: usize) -> Option<(Mode, usize)> {
    let low = |ahead: usize| page.after(sentence, at, ahead);
    let skip = usize::from(page.tokens.get(at + 1).is_some_and(|it| it.is_dash() && at + 1 < sentence.to));
    match page.passage.language {
        Language::English => match (low(0), low(1 + skip)) {
            ("online", _) => Some((Mode::Online, at + 1)),
            ("hybrid", _) => Some((Mode::Hybrid, at + 1)),
            ("in", "person") | ("on", "site") => Some((Mode::OnSite, at + 2 + skip)),
            _ => None,
        },
        Language::French => match (low(0), low(1)) {
            ("en", "ligne") => Some((Mode::Online, at + 2)),
            ("hybride", _) => Some((Mode::Hybrid, at + 1)),
            ("en", "presentiel") | ("sur", "place") => Some((Mode::OnSite, at + 2)),
            _ => None,
        },
    }
}

fn modes<'a>(case: &Case<'_>, page: &'a Page<'a>, sentence: &Sentence, claims: &mut Vec<Claim<'a>>) {
    for at in sentence.from..sentence.to {
        let Some((mode, to)) = mode_word(page, sentence, at) else { continue };
        let bound = if is_segment(page, sentence, at, to) {
            single(&sentence.about()).map(|it| (it, at, to))
        } else {
            beside(case, page, sentence, at, to).or_else(|| held(page, sentence, at, to))
        };
        if let Some((subject, from, to)) = bound {
            claims.push(Claim { page, subject, from, to, said: Said::Mode(mode) });
        }
    }
}

/// A word that stands by itself at the end of a heading or a line: “… | ONLINE”, “11 MARCH 2025, ONLINE”.
fn is_segment(page: &Page<'_>, sentence: &Sentence, at: usize, to: usize) -> bool {
    let heads = sentence.is_heading() || matches!(sentence.role, Role::Item | Role::Cell);
    let opens = at > sentence.from
        && matches!(page.tokens[at - 1].kind, crate::reading::tokens::Kind::Mark('|' | ',' | '(' | '·'));
    let closes =
        to >= sentence.to || matches!(page.tokens[to].kind, crate::reading::tokens::Kind::Mark('|' | ')' | '·' | '.'));
    heads && opens && closes && !sentence.dates.is_empty()
}

fn single(subjects: &[Subject]) -> Option<Subject> {
    match subjects {
        [one] => Some(*one),
        _ => None,
    }
}

/// What a subject is called where it is not named.
fn nouns(case: &Case<'_>, subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Event(_) => {
            &["conference", "workshop", "event", "session", "meeting", "atelier", "colloque", "seance"]
        }
        Subject::Activity(it) => match case.record.activities.get(it).map(|it| it.kind) {
            Some(ActivityKind::Series) => &["series", "serie"],
            Some(ActivityKind::Workshop) => &["workshop", "atelier"],
            Some(ActivityKind::Training) => &["training", "formation"],
            Some(ActivityKind::Simulation) => &["simulation"],
            Some(ActivityKind::Summit) => &["summit", "sommet"],
            _ => &[],
        },
    }
}

/// A mode that describes a noun: “hybrid conference”, “formation en ligne”.
fn beside(
    case: &Case<'_>,
    page: &Page<'_>,
    sentence: &Sentence,
    at: usize,
    to: usize,
) -> Option<(Subject, usize, usize)> {
    let english = page.passage.language == Language::English;
    let noun = if english { to } else { at.checked_sub(1).filter(|it| *it >= sentence.from)? };
    if noun >= sentence.to {
        return None;
    }
    let over = sentence.named.iter().find(|it| it.from <= noun && noun < it.to);
    if let Some(named) = over {
        // The mode may be a part of the name itself.
        let inside = named.from < to && at < named.to;
        return (!inside).then_some((named.meaning, at.min(noun), to.max(noun + 1)));
    }
    let subject = single(&sentence.about())?;
    let fits = nouns(case, subject).contains(&page.low(noun));
    fits.then_some((subject, at.min(noun), to.max(noun + 1)))
}

/// A mode behind a verb of holding: “was held online”, “s’est tenue en ligne”.
fn held(page: &Page<'_>, sentence: &Sentence, at: usize, to: usize) -> Option<(Subject, usize, usize)> {
    const HELD: &[&str] =
        &["held", "place", "organised", "tenu", "tenue", "lieu", "organise", "organisee", "deroule", "deroulee"];
    let verb = at.checked_sub(1).filter(|it| *it >= sentence.from)?;
    let subject = single(&sentence.subjects()).or_else(|| single(&sentence.about()))?;
    HELD.contains(&page.low(verb)).then_some((subject, at, to))
}

/// The places of the record, each with its name.
fn places<'a>(case: &Case<'a>) -> (Lexicon<usize>, Vec<&'a str>) {
    let (mut lexicon, mut names) = (Lexicon::default(), Vec::new());
    let record = case.record;
    let all = record.activities.iter().flat_map(|it| &it.places).chain(record.events.iter().flat_map(|it| &it.places));
    for place in all {
        lexicon.add(&place.text, names.len());
        names.push(place.text.as_str());
    }
    (lexicon, names)
}

fn towns<'a>(
    case: &Case<'_>,
    page: &'a Page<'a>,
    sentence: &Sentence,
    places: &(Lexicon<usize>, Vec<&str>),
    claims: &mut Vec<Claim<'a>>,
) {
    for at in sentence.from + 1..sentence.to {
        let Some(place) = places.0.at(&page.tokens, at, sentence.to).first().copied() else { continue };
        let name = places.1[place.meaning];
        let Some((subject, from)) = where_held(case, page, sentence, at, place.to) else { continue };
        let (_, own) = truth(case, subject);
        let place = tail(page, sentence, &places.0, place);
        let same = own.iter().any(|it| overlaps(&it.text, name));
        claims.push(Claim { page, subject, from, to: place.to, said: Said::Place { own: same } });
    }
}

/// A place and the town behind it: “UNESCO Headquarters in Paris”.
fn tail(page: &Page<'_>, sentence: &Sentence, places: &Lexicon<usize>, place: Match<usize>) -> Match<usize> {
    let joined = matches!(page.after(sentence, place.to, 0), "in" | "a");
    let town = places.at(&page.tokens, place.to + 1, sentence.to).first().filter(|_| joined).copied();
    Match { to: town.map_or(place.to, |it| it.to), ..place }
}

/// Whether one place's words are among the other's.
fn overlaps(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    one.iter().all(|it| other.contains(it)) || other.iter().all(|it| one.contains(it))
}

/// Whether a place is said to be the subject's: a segment of a heading, or “the workshop … at UNESCO Headquarters”.
fn where_held(case: &Case<'_>, page: &Page<'_>, sentence: &Sentence, at: usize, to: usize) -> Option<(Subject, usize)> {
    let before = &page.tokens[at - 1];
    if sentence.named.iter().any(|it| it.from <= at && at < it.to) {
        return None;
    }
    let heads = sentence.is_heading() || matches!(sentence.role, Role::Item | Role::Cell);
    if heads && matches!(before.kind, crate::reading::tokens::Kind::Mark('|' | ',' | '·')) {
        let closes = to >= sentence.to || !page.tokens[to].is_word();
        let subject = single(&sentence.subjects())?;
        return (closes && !sentence.dates.is_empty()).then_some((subject, at));
    }
    if !matches!(before.low.as_str(), "in" | "at" | "a" | "au") || at < sentence.from + 2 {
        return None;
    }
    let subject = single(&sentence.subjects()).or_else(|| single(&sentence.about()))?;
    let ahead = &page.tokens[at - 2];
    // “the World Science Forum 2026 in Jakarta” is where the forum is.
    let named = sentence.named.iter().find(|it| it.to == at - 1);
    let dated = sentence.dates.iter().any(|it| it.to == at - 1);
    let of_others = (ahead.capital || crate::reading::is_number(ahead)) && !dated && named.is_none();
    let verb = matches!(
        ahead.low.as_str(),
        "held"
            | "place"
            | "hosted"
            | "organised"
            | "met"
            | "tenu"
            | "tenue"
            | "lieu"
            | "organise"
            | "reunis"
            | "convened"
    );
    let noun = nouns(case, subject).iter().any(|it| page.has(sentence, &[it]));
    let said = named.is_some_and(|it| it.meaning == subject) || verb || dated && (noun || !sentence.named.is_empty());
    (said && !of_others).then_some((subject, at - 1))
}
