//! Short stable names, as they stand in addresses and in the edition folder.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A short stable name: lower-case letters, digits and single hyphens, at most 80 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

/// What was given cannot be a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is made of lower-case letters, digits and single hyphens, like youth-summit")]
pub struct InvalidKey;

impl Key {
    /// The key as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = InvalidKey;

    fn from_str(input: &str) -> Result<Self, InvalidKey> {
        let letters = input.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let hyphens = !input.starts_with('-') && !input.ends_with('-') && !input.contains("--");
        if letters && hyphens && (1..=80).contains(&input.len()) { Ok(Self(input.to_owned())) } else { Err(InvalidKey) }
    }
}

impl TryFrom<String> for Key {
    type Error = InvalidKey;

    fn try_from(input: String) -> Result<Self, InvalidKey> {
        input.parse()
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Key {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
