//! A count in prose must be the record's, where its noun and its scope leave no doubt which figure is meant.

use super::{Case, fact, finding, replace};
use crate::finding::{Finding, FindingKind, Severity, Side, Value};
use crate::model::{Display, Figure, Language, Status};
use crate::reading::blocks::Role;
use crate::reading::lexicon::{Lexicon, Match};
use crate::reading::numbers::{Hedge, Number};
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence, words_en, words_fr};

/// The nouns of the figures.
pub(super) fn nouns(case: &Case<'_>) -> Lexicon<usize> {
    let mut nouns = Lexicon::default();
    for (index, figure) in case.record.figures.iter().enumerate().filter(|it| it.1.display != Display::Percent) {
        figure.nouns.iter().for_each(|it| nouns.add(&it.text, index));
    }
    nouns
}

/// Holds every count against the figure that it means.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let nouns = nouns(case);
    let mut findings = Vec::new();
    for page in case.pages {
        for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
            for number in &sentence.numbers {
                findings.extend(look(case, &nouns, page, sentence, number));
            }
        }
    }
    findings
}

fn look(
    case: &Case<'_>,
    nouns: &Lexicon<usize>,
    page: &Page<'_>,
    sentence: &Sentence,
    number: &Number,
) -> Option<Finding> {
    let named = noun(case, nouns, page, sentence, number)?;
    let figure = meant(case, page, sentence, number, &named)?;
    let end = named.first().map_or(number.to, |it| it.to);
    // “the 195 countries of the world” are nobody's figure.
    let of_all = (end..sentence.to.min(end + 4)).any(|it| matches!(page.low(it), "world" | "monde" | "globe"));
    if of_all {
        return None;
    }
    if is_part(page, sentence, number, end, figure) {
        return None;
    }
    let quote = page.quote(number.from, end);
    let value = shown(figure);
    let second = fact(&figure.key, value.clone());
    let proposal = replace(&page.quote(number.from, number.to), value);
    Some(finding(FindingKind::Count, Severity::Contradiction, &figure.key, Side::Quote(quote), second, proposal))
}

/// A figure as it is shown.
pub(super) fn shown(figure: &Figure) -> Value {
    match figure.display {
        Display::AtLeast(step) if step > 0 => Value::AtLeast(figure.value as i64 / step * step),
        _ => Value::Number(figure.value),
    }
}

/// The figures that the noun behind a number could mean.
pub(super) fn noun(
    case: &Case<'_>,
    nouns: &Lexicon<usize>,
    page: &Page<'_>,
    sentence: &Sentence,
    number: &Number,
) -> Option<Vec<Match<usize>>> {
    if number.percent || number.hedge == Hedge::AtMost || is_no_count(case, page, sentence, number) {
        return None;
    }
    let english = page.passage.language == Language::English;
    let reach = if english { 8 } else { 4 };
    let mut best: Vec<Match<usize>> = Vec::new();
    let mut at = number.to;
    while at < sentence.to.min(number.to + reach) {
        let here = nouns.at(&page.tokens, at, sentence.to);
        if let Some(first) = here.first() {
            let to = first.to;
            best = here;
            if !english {
                break;
            }
            at = to;
            continue;
        }
        // Behind a noun only another noun goes on: “webinar attendees”, not “series offered webinars”.
        if !best.is_empty() || !continues(page, at, number.to) {
            break;
        }
        at += 1;
    }
    let last = best.first()?;
    (!is_joined(page, sentence, last.to) && !is_modifier(page, sentence, last.to, english)).then_some(best)
}

/// Whether a noun phrase goes on over this token.
fn continues(page: &Page<'_>, at: usize, from: usize) -> bool {
    let token = &page.tokens[at];
    let enders = if page.passage.language == Language::English { words_en::ENDERS } else { words_fr::ENDERS };
    let hung = at > from && page.tokens[at - 1].is_dash();
    if token.is_word() {
        return hung
            || !enders.contains(&token.low.as_str())
            || token.low == "and" && page.passage.text.get(token.start..token.end) == Some("&");
    }
    token.is_dash() && at > from
        || matches!(token.kind, crate::reading::tokens::Kind::Mark('’' | '\'' | '"' | '“' | '«' | '‘'))
}

/// Whether another noun is joined to the one that was found: “participants and speakers”.
fn is_joined(page: &Page<'_>, sentence: &Sentence, to: usize) -> bool {
    if !matches!(page.low(to), "and" | "et" | "or" | "ou") || to >= sentence.to {
        return false;
    }
    let Some(next) = page.tokens.get(to + 1).filter(|_| to + 1 < sentence.to) else { return false };
    let numbered = sentence.numbers.iter().any(|it| it.from == to + 1);
    let little = [
        "the", "a", "an", "its", "their", "les", "la", "le", "l", "un", "une", "des", "de", "was", "were", "is", "are",
        "has", "have", "a", "ont", "est", "sont", "ran", "took", "met", "with", "from", "in",
    ];
    next.is_word() && !numbered && !little.contains(&next.low.as_str())
}

/// Whether the noun only describes another one: “3 series reports”.
fn is_modifier(page: &Page<'_>, sentence: &Sentence, to: usize, english: bool) -> bool {
    const THINGS: &[&str] = &[
        "reports",
        "report",
        "attendees",
        "recordings",
        "sessions",
        "speakers",
        "groups",
        "teams",
        "seats",
        "places",
        "hours",
        "days",
        "pages",
    ];
    english && to < sentence.to && THINGS.contains(&page.low(to))
}

/// Years, marks of lists, ranges, parts of a whole.
fn is_no_count(case: &Case<'_>, page: &Page<'_>, sentence: &Sentence, number: &Number) -> bool {
    const PARTIAL: &[&str] = &[
        "first",
        "last",
        "other",
        "another",
        "next",
        "remaining",
        "further",
        "additional",
        "more",
        "new",
        "premiers",
        "premieres",
        "derniers",
        "dernieres",
        "autres",
        "nouveaux",
        "nouvelles",
        "week",
        "semaine",
        "top",
        "page",
        "pages",
        "no",
        "version",
        "article",
        "chapter",
        "chapitre",
        "figure",
        "table",
        "step",
        "group",
        "groupe",
    ];
    let year = !number.spelled
        && number.hedge == Hedge::Exact
        && page.low(number.core).len() == 4
        && case.years.iter().any(|it| (number.value - f64::from(*it)).abs() <= 4.0);
    let before = page.before(sentence, number.from, 1);
    let after = if number.to < sentence.to { page.low(number.to) } else { "" };
    let joined = matches!(before, "to" | "and" | "or" | "a" | "et" | "ou")
        || number.from > sentence.from && page.tokens[number.from - 1].is_dash();
    let range = joined && sentence.numbers.iter().any(|it| it.to + 1 == number.from);
    let opens = number.to < sentence.to
        && (page.tokens[number.to].is_dash() || matches!(after, "to" | "or" | "ou"))
        && sentence.numbers.iter().any(|it| it.from == number.to + 1);
    let of_one = matches!(after, "of" | "des" | "d") || after == "de" && page.after(sentence, number.to, 1) == "ces";
    year || PARTIAL.contains(&before) || PARTIAL.contains(&after) || range || opens || of_one
}

/// The figure that a count means and contradicts; none where it agrees, or where several could be meant.
fn meant<'a>(
    case: &'a Case<'_>,
    page: &Page<'_>,
    sentence: &Sentence,
    number: &Number,
    nouns: &[Match<usize>],
) -> Option<&'a Figure> {
    let record = case.record;
    let figures: Vec<&Figure> = nouns.iter().filter_map(|it| record.figures.get(it.meaning)).collect();
    let specific =
        nouns.first().is_some_and(|it| page.tokens[it.from..it.to].iter().filter(|it| it.is_word()).count() >= 2);
    let named = sentence.subjects();
    let about = sentence.about();
    let each = (sentence.from..sentence.to).any(|at| {
        matches!(page.low(at), "each" | "every" | "per" | "chaque" | "chacun" | "chacune")
            && !matches!(page.after(sentence, at, 1), "one" | "of" | "cent")
    }) || matches!(page.tail(sentence, nouns), "par" | "per" | "for each");
    let of = |subject: &Subject| -> Vec<&Figure> {
        let key = case.key(*subject);
        let parts =
            || figures.iter().filter(|it| case.is_part_of(it.scope.as_deref(), key)).copied().collect::<Vec<_>>();
        let parts = if each { parts() } else { Vec::new() };
        let own = figures.iter().filter(|it| it.scope.as_deref() == Some(key)).copied();
        if parts.is_empty() { own.collect() } else { parts }
    };
    let whole = || figures.iter().filter(|it| it.scope.is_none()).copied().collect::<Vec<_>>();
    let mut candidates: Vec<&Figure> = about.iter().flat_map(&of).collect();
    let mut lenient = candidates.clone();
    // “All 12 webinars were recorded; a report on each series follows”: the whole may be meant beside its parts.
    lenient.extend(
        figures
            .iter()
            .copied()
            .filter(|it| about.iter().chain(&sentence.carried).any(|one| it.scope.as_deref() == Some(case.key(*one)))),
    );
    if about.is_empty() {
        candidates = whole();
        // “195 countries of the world” are nobody's; a bare headline (“2,200+ applicants”) is ours.
        let headline = matches!(sentence.role, Role::Item | Role::Cell) || specific;
        if candidates.is_empty() && figures.len() == 1 && headline {
            candidates.clone_from(&figures);
        }
        lenient.clone_from(&figures);
    } else {
        lenient.extend(whole());
        lenient.extend(sentence.carried.iter().flat_map(&of));
        let near = |it: &&Figure| {
            about.iter().any(|one| {
                let (scope, key) = (it.scope.as_deref(), case.key(*one));
                if named.is_empty() {
                    case.is_related(scope, key)
                } else {
                    scope.is_some_and(|it| case.is_part_of(Some(key), it))
                }
            })
        };
        lenient.extend(figures.iter().copied().filter(|it| near(it)));
        if candidates.is_empty() && (specific || named.is_empty()) {
            candidates = figures.iter().filter(|it| specific && it.scope.is_none()).copied().collect();
            if candidates.is_empty() && figures.len() == 1 && specific {
                candidates.clone_from(&figures);
            }
        }
    }
    if lenient.iter().chain(&candidates).any(|it| agrees(it, number, page)) {
        return None;
    }
    if each {
        let first = candidates.first()?;
        let alike = candidates.iter().filter(|it| (it.value - first.value).abs() < 0.5).count();
        return (alike * 2 > candidates.len()).then_some(*first);
    }
    match candidates.as_slice() {
        [one] => Some(*one),
        [first, rest @ ..] if rest.iter().all(|it| (it.value - first.value).abs() < f64::EPSILON) => Some(*first),
        _ => nearest(case, sentence, number, &candidates),
    }
}

/// Among the figures of several subjects, the one of the subject that the heading names too, or that follows the count.
fn nearest<'a>(case: &Case<'_>, sentence: &Sentence, number: &Number, candidates: &[&'a Figure]) -> Option<&'a Figure> {
    let of = |key: &str| candidates.iter().find(|it| it.scope.as_deref() == Some(key)).copied();
    let carried =
        sentence.carried.iter().find_map(|it| sentence.subjects().contains(it).then(|| of(case.key(*it))).flatten());
    let next = || sentence.named.iter().find(|it| it.from >= number.to).and_then(|it| of(case.key(it.meaning)));
    carried.or_else(next)
}

/// Whether a count says what a figure says.
pub(super) fn agrees(figure: &Figure, number: &Number, page: &Page<'_>) -> bool {
    let value = figure.value;
    let written = page.quote(number.core, number.to).words;
    if figure.forms.iter().any(|it| it.replace(' ', "") == written.replace(' ', "")) {
        return true;
    }
    match number.hedge {
        Hedge::Exact => {
            (number.value - value).abs() < 0.5
                || matches!(shown(figure), Value::AtLeast(rounded) if (rounded as f64 - number.value).abs() < 0.5)
        }
        Hedge::AtLeast => number.value <= value,
        Hedge::AtMost => number.value >= value,
        Hedge::About => (number.value - value).abs() <= value.abs() * 0.1,
    }
}

/// Whether a smaller number may be told of a part: “three participants spoke”, “12 participants from Malaysia”.
fn is_part(page: &Page<'_>, sentence: &Sentence, number: &Number, end: usize, figure: &Figure) -> bool {
    if number.value >= figure.value {
        return false;
    }
    let before = page.before(sentence, number.from, 1);
    let definite = matches!(before, "the" | "all" | "these" | "les" | "total" | "des" | "aux" | "ces");
    let headline = sentence.from == number.from && matches!(sentence.role, Role::Item | Role::Heading(_) | Role::Cell);
    let from = matches!(page.low(end), "from" | "de" | "d" | "en") && end < sentence.to;
    let place = if page.low(end) == "d" { end + 2 } else { end + 1 };
    let from_place = from && page.tokens.get(place).is_some_and(|it| it.is_word() && it.capital);
    let few = number.value * 2.0 < figure.value && number.spelled;
    let planned = figure.status == Status::Planned && number.value < figure.value && few;
    !definite && !headline && (from_place || few || planned)
}

impl Page<'_> {
    /// The word behind the noun of a count.
    fn tail(&self, sentence: &Sentence, nouns: &[Match<usize>]) -> &str {
        let Some(to) = nouns.first().map(|it| it.to).filter(|it| *it < sentence.to) else { return "" };
        if self.low(to) == "for" && self.low(to + 1) == "each" { "for each" } else { self.low(to) }
    }
}
