//! A report in the making: words, and among them those that could be told wrongly.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::chance::Chance;
use crate::model::Language;

/// What can be told wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// A day or a range of days.
    Date,
    /// A day of the week.
    Weekday,
    /// A number.
    Count,
    /// What an organisation is acknowledged for.
    Tier,
    /// A name.
    Name,
    /// Done or planned.
    Tense,
}

impl Slot {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::Date, Self::Weekday, Self::Count, Self::Tier, Self::Name, Self::Tense];
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Date => "date",
            Self::Weekday => "weekday",
            Self::Count => "count",
            Self::Tier => "tier",
            Self::Name => "name",
            Self::Tense => "tense",
        })
    }
}

/// Words, and what they would be if they were wrong.
#[derive(Clone, Debug)]
struct Piece {
    right: String,
    wrong: Option<(Slot, String)>,
}

/// A report in pieces.
#[derive(Clone, Debug)]
pub(super) struct Telling {
    pub language: Language,
    pub chance: Chance,
    pieces: Vec<Piece>,
}

/// A report with one thing told wrongly, and where.
#[derive(Clone, Debug)]
pub(super) struct Mutant {
    pub text: String,
    pub from: usize,
    pub to: usize,
}

impl Telling {
    pub fn new(language: Language, chance: Chance) -> Self {
        Self { language, chance, pieces: Vec::new() }
    }

    /// Adds words.
    pub fn say(&mut self, words: impl Into<String>) -> &mut Self {
        self.pieces.push(Piece { right: words.into(), wrong: None });
        self
    }

    /// Adds words that could be told wrongly.
    pub fn or(&mut self, slot: Slot, right: impl Into<String>, wrong: impl Into<String>) -> &mut Self {
        let (right, wrong) = (right.into(), wrong.into());
        let wrong = (right != wrong).then_some((slot, wrong));
        self.pieces.push(Piece { right, wrong });
        self
    }

    /// Adds a name; wrong, two of its letters change places.
    pub fn name(&mut self, name: &str) -> &mut Self {
        let wrong = misspelt(name, &mut self.chance);
        self.or(Slot::Name, name, wrong)
    }

    /// Adds a number, in digits or in words; wrong, it is a little more or less.
    pub fn count(&mut self, number: i64) -> &mut Self {
        let by = self.chance.between(1, (number / 5).clamp(1, 9));
        let less = number - by >= 2 && number > 4 && self.chance.below(2) == 0;
        let wrong = if less { number - by } else { number + by };
        let spelled = number <= 20 && wrong <= 20 && self.chance.below(2) == 0;
        let (right, wrong) = if spelled {
            (in_words(number, self.language), in_words(wrong, self.language))
        } else {
            (number.to_string(), wrong.to_string())
        };
        self.or(Slot::Count, right, wrong)
    }

    /// Adds a number that is rounded down; wrong, it is more than there are.
    pub fn at_least(&mut self, number: i64, before: &str, after: &str) -> &mut Self {
        let right = number / 100 * 100;
        let wrong = right + 100 * self.chance.between(2, 9);
        let language = self.language;
        let write = |it: i64| format!("{before}{}{after}", thousands(it, language));
        let (right, wrong) = (write(right), write(wrong));
        self.or(Slot::Count, right, wrong)
    }

    /// Adds a range of days, as a function writes it; wrong, one of its ends lies elsewhere.
    pub fn days(&mut self, days: (Date, Date), write: impl Fn(Date, Date) -> String) -> &mut Self {
        let by = self.chance.between(1, 9);
        let wrong = if self.chance.below(2) == 0 { (days.0 - by.days(), days.1) } else { (days.0, days.1 + by.days()) };
        let (right, wrong) = (write(days.0, days.1), write(wrong.0, wrong.1));
        self.or(Slot::Date, right, wrong)
    }

    /// Adds a day; wrong, it is another one, on which nothing is.
    pub fn day(&mut self, day: Date, write: impl Fn(Date) -> String) -> &mut Self {
        let by = self.chance.between(1, 6);
        let wrong = day + by.days();
        let (right, wrong) = (write(day), write(wrong));
        self.or(Slot::Date, right, wrong)
    }

    /// Adds the weekday of a day; wrong, another one.
    pub fn weekday(&mut self, day: Date, write: impl Fn(Weekday) -> String) -> &mut Self {
        let wrong = day.weekday().wrapping_add(self.chance.between(1, 6));
        self.or(Slot::Weekday, write(day.weekday()), write(wrong))
    }

    /// The report as it should be.
    pub fn right(&self) -> String {
        self.pieces.iter().map(|it| it.right.as_str()).collect()
    }

    /// Every way to tell one thing of a kind wrongly.
    pub fn mutants(&self, slot: Slot) -> Vec<Mutant> {
        let mut mutants = Vec::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            let Some((_, wrong)) = piece.wrong.as_ref().filter(|it| it.0 == slot) else { continue };
            let before: String = self.pieces[..index].iter().map(|it| it.right.as_str()).collect();
            let after: String = self.pieces[index + 1..].iter().map(|it| it.right.as_str()).collect();
            let (from, to) = (before.len(), before.len() + wrong.len());
            mutants.push(Mutant { text: format!("{before}{wrong}{after}"), from, to });
        }
        mutants
    }
}

/// A name in one word of which two neighbouring letters have changed places.
fn misspelt(name: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = name.chars().collect();
    let swaps = |at: usize| {
        let inside =
            at > 0 && letters[at - 1].is_alphabetic() && letters.get(at + 2).is_some_and(|it| it.is_alphabetic());
        let word = letters[..at].iter().rev().take_while(|it| it.is_alphabetic()).count()
            + letters[at..].iter().take_while(|it| it.is_alphabetic()).count();
        let start = letters[..at].iter().rposition(|it| !it.is_alphabetic()).map_or(0, |it| it + 1);
        inside
            && word >= 6
            && letters[start].is_uppercase()
            && letters[at].is_lowercase()
            && letters[at + 1].is_lowercase()
            && letters[at] != letters[at + 1]
    };
    let places: Vec<usize> = (0..letters.len().saturating_sub(1)).filter(|it| swaps(*it)).collect();
    if places.is_empty() {
        return name.to_owned();
    }
    let at = *chance.one(&places);
    let mut wrong = letters.clone();
    wrong.swap(at, at + 1);
    wrong.into_iter().collect()
}

fn thousands(number: i64, language: Language) -> String {
    let sign = if language == Language::French { "\u{202f}" } else { "," };
    if number < 1000 { number.to_string() } else { format!("{}{sign}{:03}", number / 1000, number % 1000) }
}

/// A small number in words.
pub(super) fn in_words(number: i64, language: Language) -> String {
    const ENGLISH: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const FRENCH: [&str; 21] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    ];
    let words = if language == Language::French { FRENCH } else { ENGLISH };
    usize::try_from(number).ok().and_then(|it| words.get(it)).map_or_else(|| number.to_string(), |it| (*it).to_owned())
}
