//! What is planned must not be told as done, nor what is done as planned; and no plan stands among results.

use super::verbs::{FAIT, Verb, english_verb, french_verb};
use super::{Case, fact, finding};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::model::{Language, Status};
use crate::reading::blocks::Role;
use crate::reading::lexicon::{Lexicon, Match};
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence};

/// Something that is planned or done: its key and where it stands in the record.
type Thing<'a> = (&'a str, Status);

/// Looks at what the prose says of everything that is planned or done.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let (names, things) = outputs(case);
    let first = things.len();
    let things: Vec<Thing<'_>> =
        things.into_iter().chain(case.record.activities.iter().map(|it| (it.key.as_str(), it.status))).collect();
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
            let mut found = names.all(&page.tokens, sentence.from, sentence.to);
            for it in &sentence.named {
                if let Subject::Activity(index) = it.meaning
                    && !found.iter().any(|other| other.from < it.to && it.from < other.to)
                {
                    found.push(Match { from: it.from, to: it.to, meaning: first + index });
                }
            }
            found.sort_by_key(|it| it.from);
            for (index, it) in found.iter().enumerate() {
                let until = found[index + 1..].iter().find(|next| next.from > it.to).map_or(sentence.to, |it| it.from);
                findings.extend(told(page, sentence, it, things[it.meaning], until));
            }
            findings.extend(among_results(page, sentence, &found, &things));
        }
    }
    findings
}

/// The names of outputs; activities were named when the sentence was read.
fn outputs<'a>(case: &Case<'a>) -> (Lexicon<usize>, Vec<Thing<'a>>) {
    let (mut names, mut things) = (Lexicon::default(), Vec::new());
    for output in &case.record.outputs {
        output.names.iter().for_each(|it| names.add(&it.text, things.len()));
        things.push((output.key.as_str(), output.status));
    }
    (names, things)
}

fn told(page: &Page<'_>, sentence: &Sentence, it: &Match<usize>, thing: Thing<'_>, until: usize) -> Option<Finding> {
    let english = page.passage.language == Language::English;
    let verb = if is_subject(page, sentence, it) {
        let near = until.min(it.to + 16).min(sentence.to);
        (it.to..near)
            .take_while(|at| !page.tokens[*at].is(';'))
            .find_map(|at| if english { english_verb(page, at, near) } else { french_verb(page, at, near) })
    } else {
        None
    };
    let verb = verb.or_else(|| object(page, sentence, it, english))?;
    if verb.status == thing.1 {
        return None;
    }
    let quote = page.quote(verb.from, verb.to);
    let second = fact(thing.0, Value::Status(thing.1));
    let kind = match thing.1 {
        Status::Planned => FindingKind::PlannedAsDelivered,
        Status::Delivered => FindingKind::DeliveredAsPlanned,
    };
    let proposal = super::replace(&quote, Value::Status(thing.1));
    Some(finding(kind, Severity::Contradiction, thing.0, Side::Quote(quote), second, proposal))
}

/// Whether the name can be what the verb is about: no preposition stands before it.
fn is_subject(page: &Page<'_>, sentence: &Sentence, it: &Match<usize>) -> bool {
    const ENGLISH: &[&str] = &[
        "of",
        "from",
        "at",
        "in",
        "during",
        "to",
        "for",
        "with",
        "by",
        "after",
        "before",
        "on",
        "alongside",
        "as",
        "about",
        "through",
        "until",
        "since",
    ];
    const FRENCH: &[&str] = &[
        "de", "du", "des", "d", "a", "au", "aux", "pour", "lors", "pendant", "avec", "par", "sur", "dans", "apres",
        "avant", "durant", "vers", "comme",
    ];
    let prepositions = if page.passage.language == Language::English { ENGLISH } else { FRENCH };
    let mut at = it.from;
    let mut back = 0;
    let own = page.low(it.from);
    if matches!(own, "du" | "au") {
        return false;
    }
    // Articles, numbers and up to three words that describe the name.
    while at > sentence.from && back < 5 {
        at -= 1;
        back += 1;
        let token = &page.tokens[at];
        if prepositions.contains(&token.low.as_str()) {
            return false;
        }
        if matches!(token.low.as_str(), "the" | "le" | "la" | "les" | "l" | "this" | "our" | "ce" | "cette") {
            let before = at.checked_sub(1).filter(|it| *it >= sentence.from).map_or("", |it| page.low(it));
            return !prepositions.contains(&before);
        }
        if !token.is_word() && !crate::reading::is_number(token) {
            if token.is('\'') || token.is('’') {
                continue;
            }
            return true;
        }
    }
    true
}

/// “ASEF published four reports”, “l’ASEF publiera quatre rapports”: the verb stands before the name.
fn object(page: &Page<'_>, sentence: &Sentence, it: &Match<usize>, english: bool) -> Option<Verb> {
    const ACTIVE: &[&str] =
        &["published", "released", "issued", "launched", "organised", "held", "delivered", "convened"];
    let first = it.from.saturating_sub(5).max(sentence.from);
    let at = (first..it.from).rev().find(|at| {
        let low = page.low(*at);
        if english {
            ACTIVE.contains(&low) || matches!(low, "publish" | "release" | "organise" | "hold" | "issue" | "deliver")
        } else {
            FAIT.contains(&low) || matches!(low, "publiera" | "organisera" | "publieront" | "tiendra")
        }
    })?;
    // Nothing but numbers and describing words may stand between the verb and the name.
    let plain = page.tokens[at + 1..it.from].iter().all(|token| {
        token.is_dash()
            || crate::reading::is_number(token)
            || token.is_word()
                && !matches!(
                    token.low.as_str(),
                    "by" | "par"
                        | "in"
                        | "of"
                        | "on"
                        | "for"
                        | "with"
                        | "at"
                        | "de"
                        | "du"
                        | "dans"
                        | "en"
                        | "to"
                        | "and"
                        | "et"
                        | "during"
                )
    });
    let low = |back: usize| page.before(sentence, at, back);
    let (status, from) = match (low(1), english, page.low(at)) {
        ("will", true, "publish" | "release" | "organise" | "hold" | "issue" | "deliver") => (Status::Planned, at - 1),
        (_, true, word) if ACTIVE.contains(&word) => {
            // A passive says nothing of what follows it.
            if matches!(low(1), "was" | "were" | "been" | "be" | "to" | "is" | "are" | "not") || at == sentence.from {
                return None;
            }
            (Status::Delivered, at)
        }
        (_, false, "publiera" | "organisera" | "publieront" | "tiendra") => (Status::Planned, at),
        ("a" | "ont" | "avons", false, _) => (Status::Delivered, at - 1),
        _ => return None,
    };
    plain.then_some(Verb { status, from, to: at + 1 })
}

/// “Four reports to be published” under a heading that announces results.
fn among_results(
    page: &Page<'_>,
    sentence: &Sentence,
    found: &[Match<usize>],
    things: &[Thing<'_>],
) -> Option<Finding> {
    if !sentence.among_results || sentence.is_heading() {
        return None;
    }
    let at = (sentence.from..sentence.to).find(|at| {
        let (a, b, c) = (page.low(*at), page.after(sentence, *at, 1), page.after(sentence, *at, 2));
        match page.passage.language {
            Language::English => {
                a == "to" && b == "be" && matches!(c, "published" | "released" | "issued") || a == "forthcoming"
            }
            Language::French => a == "a" && matches!(b, "paraitre" | "publier"),
        }
    })?;
    let length = match page.low(at) {
        "to" => 3,
        "a" => 2,
        _ => 1,
    };
    let planned = found.iter().map(|it| things[it.meaning]).find(|it| it.1 == Status::Planned);
    let key = planned.map_or("", |it| it.0);
    let second = fact(key, Value::Status(Status::Planned));
    let headline = matches!(sentence.role, Role::Item | Role::Cell);
    if planned.is_none() && !headline {
        return None;
    }
    let quote = Side::Quote(page.quote(sentence.from, at + length));
    Some(finding(FindingKind::PlannedAmongResults, Severity::Question, key, quote, second, Proposal::MoveOut))
}
