//! Languages that texts are written in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language tag of at most eight letters, such as `en`, `fr` or `ar-XB`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language([u8; 8]);

/// What was given is no language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a language is given by its tag, like en or fr")]
pub struct InvalidLanguage;

impl Language {
    /// English, in which every message exists.
    pub const ENGLISH: Self = Self(*b"en\0\0\0\0\0\0");
    /// French.
    pub const FRENCH: Self = Self(*b"fr\0\0\0\0\0\0");
    /// The pseudo-locale that proves right-to-left pages: English words, bracketed and mirrored.
    pub const MIRRORED: Self = Self(*b"ar-XB\0\0\0");

    /// The tag, as the `lang` attribute wants it.
    pub fn tag(&self) -> &str {
        let end = self.0.iter().position(|&b| b == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or("en")
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        matches!(self.tag().split('-').next(), Some("ar" | "fa" | "he" | "ur"))
    }
}

impl FromStr for Language {
    type Err = InvalidLanguage;

    fn from_str(input: &str) -> Result<Self, InvalidLanguage> {
        let shaped = (2..=8).contains(&input.len()) && input.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let mut tag = [0; 8];
        if !shaped {
            return Err(InvalidLanguage);
        }
        tag[..input.len()].copy_from_slice(input.as_bytes());
        Ok(Self(tag))
    }
}

impl TryFrom<String> for Language {
    type Error = InvalidLanguage;

    fn try_from(input: String) -> Result<Self, InvalidLanguage> {
        input.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.tag().to_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
