//! Words of people that exist in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Language;

/// A text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<Language, String>);

impl Text {
    /// The text in one language only.
    pub fn one(language: Language, words: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language, words.into())]))
    }

    /// The same text with these words for one language; empty words take the language away.
    #[must_use]
    pub fn with(mut self, language: Language, words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() {
            self.0.remove(&language);
        } else {
            self.0.insert(language, words);
        }
        self
    }

    /// The words in exactly this language.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// The words for a reader of `language`, with the language that they are in.
    ///
    /// Falls back to English, then to any language there is; an empty text gives empty words.
    pub fn best(&self, language: Language) -> (Language, &str) {
        let found = [language, Language::ENGLISH].into_iter().find_map(|it| self.get(it).map(|words| (it, words)));
        found.or_else(|| self.0.iter().next().map(|(it, words)| (*it, words.as_str()))).unwrap_or((language, ""))
    }

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The languages and their words, in the order of their tags.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, words)| (*language, words.as_str()))
    }
}
