//! Numbers in digits and in words, with what is said about how exact they are.

use super::tokens::{Kind, Token};
use super::{words_en, words_fr};
use crate::model::Language;

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// As it stands.
    Exact,
    /// This or more.
    AtLeast,
    /// Near it.
    About,
    /// This or fewer.
    AtMost,
}

/// A number that the prose states.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// The first token, the hedge included.
    pub from: usize,
    /// The first token of the number itself.
    pub core: usize,
    /// The token after the last.
    pub to: usize,
    /// The number.
    pub value: f64,
    /// How exactly it is meant.
    pub hedge: Hedge,
    /// Whether it is a percentage.
    pub percent: bool,
    /// Whether it was written in words.
    pub spelled: bool,
}

/// Reads every number between two tokens.
pub(crate) fn numbers(tokens: &[Token], from: usize, to: usize, language: Language) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let Some((value, end, spelled)) = number(tokens, at, to, language) else {
            at += 1;
            continue;
        };
        let mut number = Number { from: at, core: at, to: end, value, hedge: Hedge::Exact, percent: false, spelled };
        after(tokens, to, &mut number, language);
        before(tokens, from, &mut number, language);
        at = number.to;
        found.push(number);
    }
    found
}

fn number(tokens: &[Token], at: usize, to: usize, language: Language) -> Option<(f64, usize, bool)> {
    match tokens[at].kind {
        Kind::Number(value) => Some((value, at + 1, false)),
        Kind::Word => spelled(tokens, at, to, language).map(|(value, end)| (value as f64, end, true)),
        _ => None,
    }
}

/// A number in words: tens and ones add up, `hundred` and `thousand` multiply what stands before them.
fn spelled(tokens: &[Token], at: usize, to: usize, language: Language) -> Option<(i64, usize)> {
    let (list, hundred, thousand, joint): (_, &[&str], _, _) = match language {
        Language::English => (words_en::NUMBERS, &["hundred"], "thousand", "and"),
        Language::French => (words_fr::NUMBERS, &["cent", "cents"], "mille", "et"),
    };
    let ones = |low: &str| list.iter().find(|it| it.0 == low).map(|it| it.1);
    let (mut total, mut part, mut last) = (0_i64, 0_i64, i64::MAX);
    let mut end = at;
    let mut next = at;
    while next < to {
        let low = tokens[next].low.as_str();
        let joined = next > at;
        if hundred.contains(&low) && (joined || language == Language::French) && part < 100 {
            part = part.max(1) * 100;
            last = 100;
        } else if low == thousand && (joined || language == Language::French) && total == 0 {
            total = part.max(1) * 1000;
            (part, last) = (0, 1000);
        } else if let Some(value) = ones(low) {
            if value == 20 && last == 4 && language == Language::French {
                part = part - 4 + 80;
                last = 20;
            } else if joined && value < 20 && value < last && (last >= 20 || (last == 10 && value >= 7)) {
                part += value;
                last = if value == 10 { 10 } else { 0 };
            } else if !joined || (value < last && last >= 100) {
                part += value;
                last = value;
            } else {
                break;
            }
        } else if joined && matches!(low, "one" | "un" | "une") && last >= 20 {
            part += 1;
            last = 0;
        } else if joined && next + 1 < to && (low == joint || tokens[next].is_dash()) && last >= 10 {
            next += 1;
            continue;
        } else if !joined
            && low == "one"
            && next + 1 < to
            && matches!(tokens[next + 1].low.as_str(), "hundred" | "thousand")
        {
            part = 1;
        } else {
            break;
        }
        next += 1;
        end = next;
    }
    (end > at).then_some((total + part, end))
}

/// The plus and the percent sign.
fn after(tokens: &[Token], to: usize, number: &mut Number, language: Language) {
    let is = |at: usize, low: &str| at < to && tokens[at].low == low;
    if number.to < to && tokens[number.to].is('+') {
        number.hedge = Hedge::AtLeast;
        number.to += 1;
    }
    if number.to < to && tokens[number.to].is('%') {
        number.percent = true;
        number.to += 1;
    } else if is(number.to, "percent") || is(number.to, "per") && is(number.to + 1, "cent") {
        number.percent = true;
        number.to += if is(number.to, "percent") { 1 } else { 2 };
    } else if language == Language::French && is(number.to, "pour") && is(number.to + 1, "cent") {
        number.percent = true;
        number.to += 2;
    }
}

/// The words before a number that say how exact it is.
fn before(tokens: &[Token], from: usize, number: &mut Number, language: Language) {
    let low =
        |back: usize| number.core.checked_sub(back).filter(|it| *it >= from).map_or("", |it| tokens[it].low.as_str());
    let (hedge, words) = match language {
        Language::English => match (low(3), low(2), low(1)) {
            ("no" | "not", "fewer" | "less", "than") => (Hedge::AtLeast, 3),
            (_, "more", "than") | (_, "at", "least") => (Hedge::AtLeast, 2),
            (_, "fewer" | "less", "than") | (_, "up", "to") | (_, "at", "most") => (Hedge::AtMost, 2),
            (_, _, "over" | "above") => (Hedge::AtLeast, 1),
            (_, _, "about" | "around" | "some" | "nearly" | "almost" | "roughly" | "approximately") => {
                (Hedge::About, 1)
            }
            (_, _, "under" | "below") => (Hedge::AtMost, 1),
            _ => return,
        },
        Language::French => match (low(3), low(2), low(1)) {
            ("plus", "d", _) if low(1).is_empty() => (Hedge::AtLeast, 3),
            (_, "plus", "de") | (_, "au", "moins") => (Hedge::AtLeast, 2),
            (_, "moins", "de") | (_, "jusqu", "a") | (_, "au", "plus") => (Hedge::AtMost, 2),
            (_, "pres" | "autour", "de") => (Hedge::About, 2),
            (_, _, "environ" | "quelque" | "presque") => (Hedge::About, 1),
            _ => return,
        },
    };
    number.hedge = hedge;
    number.from = number.core - words;
}
