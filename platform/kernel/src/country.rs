//! Countries and the two regions that the programme joins.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A country by its ISO 3166-1 alpha-2 code; its name comes from the message catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// What was given is no country code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a country is given by its two-letter code (ISO 3166-1), like KH or DK")]
pub struct InvalidCountry;

impl Country {
    /// The two letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }
}

impl FromStr for Country {
    type Err = InvalidCountry;

    fn from_str(input: &str) -> Result<Self, InvalidCountry> {
        match input.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([a, b])),
            _ => Err(InvalidCountry),
        }
    }
}

impl TryFrom<String> for Country {
    type Error = InvalidCountry;

    fn try_from(input: String) -> Result<Self, InvalidCountry> {
        input.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One of the regions that a programme brings together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// Asia and the Pacific.
    Asia,
    /// Europe.
    Europe,
}

impl Region {
    /// The word by which files and the database know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asia => "asia",
            Self::Europe => "europe",
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Region {
    type Err = String;

    fn from_str(input: &str) -> Result<Self, String> {
        match input {
            "asia" => Ok(Self::Asia),
            "europe" => Ok(Self::Europe),
            other => Err(format!("a region is asia or europe, not {other}")),
        }
    }
}
