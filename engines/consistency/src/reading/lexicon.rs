//! Finds names in a row of tokens, whatever their case, accents and punctuation.

use std::collections::HashMap;

use super::tokens::{Token, fold};

/// Names and what each of them means.
#[derive(Debug)]
pub(crate) struct Lexicon<T> {
    names: HashMap<String, Vec<(Vec<String>, T)>>,
}

/// A name in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<T> {
    pub from: usize,
    pub to: usize,
    pub meaning: T,
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { names: HashMap::new() }
    }
}

impl<T: Copy + PartialEq> Lexicon<T> {
    /// Adds a name; an empty one is left out.
    pub fn add(&mut self, name: &str, meaning: T) {
        let words = words(name);
        let Some(first) = words.first() else { return };
        let list = self.names.entry(first.clone()).or_default();
        if !list.iter().any(|it| it.0 == words && it.1 == meaning) {
            list.push((words, meaning));
            list.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
        }
    }

    /// Every meaning of the longest name that begins at a token.
    pub fn at(&self, tokens: &[Token], at: usize, to: usize) -> Vec<Match<T>> {
        let Some(list) = tokens.get(at).and_then(|it| self.names.get(&it.low)) else { return Vec::new() };
        let mut found: Vec<Match<T>> = Vec::new();
        for (words, meaning) in list {
            if found.first().is_some_and(|it| it.meaning != *meaning)
                && found.first().is_some_and(|it| {
                    tokens[it.from..it.to].iter().filter(|it| !it.low.is_empty()).count() > words.len()
                })
            {
                break;
            }
            if let Some(end) = follows(tokens, at, to, words)
                && !found.iter().any(|it| it.meaning == *meaning)
            {
                found.push(Match { from: at, to: end, meaning: *meaning });
            }
        }
        found
    }

    /// Every name between two tokens, the longest first where they overlap.
    pub fn all(&self, tokens: &[Token], from: usize, to: usize) -> Vec<Match<T>> {
        let mut found = Vec::new();
        let mut at = from;
        while at < to {
            let here = self.at(tokens, at, to);
            at = here.first().map_or(at + 1, |it| it.to);
            found.extend(here);
        }
        found
    }
}

/// The words of a name, folded; numbers count as words.
pub(crate) fn words(name: &str) -> Vec<String> {
    let spelled = name.replace('&', " and ");
    spelled.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(fold).collect()
}

/// Where the words end if they stand here, with any punctuation between them.
fn follows(tokens: &[Token], at: usize, to: usize, words: &[String]) -> Option<usize> {
    let mut next = at;
    for word in words {
        while next > at && next < to && passes(&tokens[next]) {
            next += 1;
        }
        if next >= to || tokens[next].low != *word {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// Whether a name may go on behind this sign.
fn passes(token: &Token) -> bool {
    matches!(token.kind, super::tokens::Kind::Mark(mark) if !matches!(mark, '|' | ';' | '=' | '?' | '!' | '%' | '+'))
}
