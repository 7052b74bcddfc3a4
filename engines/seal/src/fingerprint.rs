//! What a key is known by.

use std::fmt::{self, Debug, Display, Formatter};
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The SHA-256 of a key's `SubjectPublicKeyInfo`, shown as sixteen groups of four hexadecimal digits.
///
/// Two keys never share one, so whoever knows the installation's fingerprint knows its signatures.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

/// The text is not sixty-four hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint has sixty-four hexadecimal digits")]
pub struct NotAFingerprint;

impl Fingerprint {
    /// Takes the fingerprint of a public key, given as the DER of its `SubjectPublicKeyInfo`.
    pub(crate) fn of(public_key: &[u8]) -> Self {
        Self(Sha256::digest(public_key).into())
    }

    /// The thirty-two bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Display for Fingerprint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, pair) in self.0.chunks(2).enumerate() {
            let gap = if at == 0 { "" } else { " " };
            write!(f, "{gap}")?;
            pair.iter().try_for_each(|byte| write!(f, "{byte:02X}"))?;
        }
        Ok(())
    }
}

impl Debug for Fingerprint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    /// Reads what people type: either case, with spaces or colons wherever they like.
    fn from_str(text: &str) -> Result<Self, NotAFingerprint> {
        let digits: Vec<u8> = text
            .chars()
            .filter(|it| !it.is_whitespace() && *it != ':')
            .map(|it| it.to_digit(16).map(|digit| digit as u8))
            .collect::<Option<_>>()
            .ok_or(NotAFingerprint)?;
        let (pairs, []) = digits.as_chunks::<2>() else { return Err(NotAFingerprint) };
        let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        Ok(Self(bytes.try_into().map_err(|_| NotAFingerprint)?))
    }
}
