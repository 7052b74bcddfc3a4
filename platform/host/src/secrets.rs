//! Secrets: made from the machine's randomness, kept only as their hashes.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// A secret of 256 random bits, in letters that an address can carry.
pub fn token() -> Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(Error::fault)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// A code of eight digits that a person can type.
pub fn code() -> Result<String> {
    let number = getrandom::u64().map_err(Error::fault)?;
    Ok(format!("{:08}", number % 100_000_000))
}

/// What is kept of a secret (SHA-256).
pub fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// The digest of bytes as hexadecimal digits (SHA-256).
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut words, byte| {
        use std::fmt::Write as _;
        let _ = write!(words, "{byte:02x}");
        words
    })
}
