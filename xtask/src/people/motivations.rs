//! Why they apply: texts in which no sentence comes twice.

use std::collections::{BTreeMap, BTreeSet};

use super::chance::Chance;
use super::grammar::{Deck, Pile};
use super::subject::{Setting, Subject, Subjects};
use super::words::by_heading;

/// The orders in which the parts of a text may follow, common ones more often.
const PLANS: [(usize, &[&str]); 16] = [
    (12, &["open", "take"]),
    (12, &["open", "project", "take"]),
    (9, &["open", "now", "take"]),
    (8, &["open", "project", "now", "take"]),
    (7, &["open", "now", "bring", "take"]),
    (7, &["project", "now", "take"]),
    (6, &["now", "bring", "take"]),
    (6, &["open", "bring"]),
    (5, &["project", "take"]),
    (5, &["open", "project", "bring", "take"]),
    (5, &["take", "bring"]),
    (4, &["now", "project", "take"]),
    (4, &["take"]),
    (3, &["now"]),
    (3, &["project"]),
    (3, &["now", "open", "take"]),
];

/// The same for people who write English as a language learnt late.
const SIMPLE: [(usize, &[&str]); 6] = [
    (5, &["s-open", "s-take"]),
    (5, &["s-open", "s-project", "s-take"]),
    (3, &["s-open", "s-take", "s-take"]),
    (2, &["s-project", "s-take"]),
    (2, &["s-open", "s-project", "bring", "s-take"]),
    (2, &["s-open", "now", "s-take"]),
];

const FRENCH: [(usize, &[&str]); 6] = [
    (4, &["open", "take"]),
    (4, &["open", "project", "take"]),
    (3, &["open", "now", "take"]),
    (3, &["open", "project", "now", "take"]),
    (2, &["project", "now", "take"]),
    (2, &["now", "take"]),
];

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Fluent,
    Simple,
    French,
}

/// Who writes: what they work on, on which side, and where.
pub struct Author<'a> {
    pub subjects: &'a Subjects,
    pub subject: &'a Subject,
    pub setting: &'a Setting<'a>,
    pub government: bool,
}

/// Writes the motivations, and remembers every sentence.
pub struct Writer {
    english: BTreeMap<String, Pile>,
    french: BTreeMap<String, Pile>,
    said: BTreeSet<String>,
}

impl Writer {
    /// Reads the frames.
    pub fn new() -> Self {
        let mut english = by_heading(include_str!("words/frames.en.txt"));
        let general = english["open"].clone();
        for side in ["openc", "openg"] {
            english.entry(side).or_default().extend(&general);
        }
        let piles = |lists: BTreeMap<&str, Vec<&'static str>>| {
            lists.into_iter().map(|(name, frames)| (name.to_owned(), Pile::new(frames))).collect()
        };
        Self {
            english: piles(english),
            french: piles(by_heading(include_str!("words/frames.fr.txt"))),
            said: BTreeSet::new(),
        }
    }

    /// A text of one to four sentences and twelve to ninety words.
    pub fn write(&mut self, chance: &mut Chance, of: &Author, manner: Manner) -> String {
        loop {
            let Some(sentences) = self.attempt(chance, of, manner) else { continue };
            let text = sentences.join(" ");
            let words = text.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count();
            if (12..=90).contains(&words) {
                self.said.extend(sentences);
                return text;
            }
        }
    }

    fn attempt(&mut self, chance: &mut Chance, of: &Author, manner: Manner) -> Option<Vec<String>> {
        let mut deck = of.subjects.deck(chance, of.subject, of.setting);
        let plans: &[(usize, &[&str])] = match manner {
            Manner::Fluent => &PLANS,
            Manner::Simple => &SIMPLE,
            Manner::French => &FRENCH,
        };
        let weights: Vec<usize> = plans.iter().map(|(weight, _)| *weight).collect();
        let mut sentences: Vec<String> = Vec::new();
        for part in plans[chance.weighted(&weights)].1 {
            let pile = match (manner, *part) {
                (Manner::French, part) => self.french.get_mut(part)?,
                (_, "open") if of.government => self.english.get_mut("openg")?,
                (_, "open") => self.english.get_mut("openc")?,
                (_, part) => self.english.get_mut(part)?,
            };
            sentences.push(fresh(chance, pile, &mut deck, &self.said, &sentences)?);
        }
        Some(sentences)
    }
}

/// A sentence that nobody has used, by trying some frames.
fn fresh(
    chance: &mut Chance,
    pile: &mut Pile,
    deck: &mut Deck,
    said: &BTreeSet<String>,
    own: &[String],
) -> Option<String> {
    for _ in 0..12 {
        let mut dealt = deck.clone();
        let frame = pile.next(chance);
        let Some(sentence) = dealt.fill(chance, frame) else { continue };
        if !said.contains(&sentence) && !own.iter().any(|other| begin_alike(other, &sentence)) {
            *deck = dealt;
            return Some(sentence);
        }
    }
    None
}

/// Two sentences that begin with the same two words would read as one list.
fn begin_alike(one: &str, other: &str) -> bool {
    one.split(' ').take(2).eq(other.split(' ').take(2))
}
