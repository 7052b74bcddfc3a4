//! Email addresses.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// An email address: trimmed, one `@`, a dot in the domain, the domain in lower case.
///
/// We check the shape only; that it reaches someone is proved by the letter we send to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// What was given does not look like an email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an email address has one @ and a dot after it, like name@example.org")]
pub struct InvalidEmail;

/// The longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3).
const LONGEST: usize = 254;

impl EmailAddress {
    /// The address as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What compares equal for addresses that reach the same person: all in lower case.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl FromStr for EmailAddress {
    type Err = InvalidEmail;

    fn from_str(input: &str) -> Result<Self, InvalidEmail> {
        let trimmed = input.trim();
        let (local, domain) = trimmed.rsplit_once('@').ok_or(InvalidEmail)?;
        let shaped = !local.is_empty()
            && !local.contains('@')
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.');
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"()[]\\".contains(c);
        if shaped && !trimmed.contains(odd) && trimmed.len() <= LONGEST {
            Ok(Self(format!("{local}@{}", domain.to_lowercase())))
        } else {
            Err(InvalidEmail)
        }
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = InvalidEmail;

    fn try_from(input: String) -> Result<Self, InvalidEmail> {
        input.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_trimmed_and_its_domain_lowered() {
        assert_eq!(" Lea.Moreau@Mail.Example ".parse::<EmailAddress>().unwrap().as_str(), "Lea.Moreau@mail.example");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for input in [
            "",
            "lea",
            "lea@",
            "@mail.example",
            "lea@mail",
            "a b@mail.example",
            "a@b@mail.example",
            "a@.b",
            "x@y.z\r\nBcc: q@y.z",
        ] {
            assert_eq!(input.parse::<EmailAddress>(), Err(InvalidEmail), "{input}");
        }
    }
}
