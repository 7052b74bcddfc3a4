//! Sentences from frames: `{slot}` takes a word from a deck, `[a|b]` takes one of the two.

use std::collections::BTreeMap;

use super::chance::Chance;

/// The words that one person's text may use; each is dealt once.
#[derive(Clone, Default)]
pub struct Deck {
    once: BTreeMap<&'static str, Vec<String>>,
    always: BTreeMap<&'static str, String>,
}

impl Deck {
    /// Words for a slot that are used up as they are dealt.
    pub fn deal(&mut self, slot: &'static str, words: Vec<String>) {
        self.once.insert(slot, words);
    }

    /// A word that stays the same in the whole text.
    pub fn keep(&mut self, slot: &'static str, word: &str) {
        self.always.insert(slot, word.to_owned());
    }

    /// Fills a frame; nothing if a slot has no word left.
    pub fn fill(&mut self, chance: &mut Chance, frame: &str) -> Option<String> {
        let chosen = choose(chance, frame);
        let mut filled = String::new();
        let mut rest = chosen.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}')?;
            filled.push_str(before);
            filled.push_str(&self.word(slot)?);
            rest = after;
        }
        filled.push_str(rest);
        Some(capitalised(&filled))
    }

    fn word(&mut self, slot: &str) -> Option<String> {
        match self.always.get(slot) {
            Some(word) => Some(word.clone()),
            None => self.once.get_mut(slot)?.pop(),
        }
    }
}

/// Takes one of the alternatives in each pair of brackets.
fn choose(chance: &mut Chance, frame: &str) -> String {
    let mut chosen = String::new();
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((choices, after)) = after.split_once(']') else { break };
        let choices: Vec<&str> = choices.split('|').collect();
        chosen.push_str(before);
        chosen.push_str(chance.pick(&choices));
        rest = after;
    }
    chosen.push_str(rest);
    chosen
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// A pile of frames that is gone through in an order of chance before any comes again.
pub struct Pile {
    frames: Vec<&'static str>,
    left: Vec<usize>,
}

impl Pile {
    /// A pile of these frames.
    pub fn new(frames: Vec<&'static str>) -> Self {
        Self { frames, left: Vec::new() }
    }

    /// The next frame.
    pub fn next(&mut self, chance: &mut Chance) -> &'static str {
        if self.left.is_empty() {
            self.left = (0..self.frames.len()).collect();
            chance.shuffle(&mut self.left);
        }
        self.left.pop().map_or("", |place| self.frames[place])
    }
}
