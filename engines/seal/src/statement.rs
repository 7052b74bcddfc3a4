//! What a signature says beside its mathematics, in the words that a viewer shows.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::SealError;

/// Who signs, why, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Who signs: the installation, or whom it speaks for.
    pub name: String,
    /// Why, as one phrase; a screen reader is given it as the signature field's name.
    pub reason: String,
    /// Where, if that matters.
    pub location: Option<String>,
    /// When; kept to the second.
    pub signed_at: Timestamp,
}

/// Writes a moment as a PDF does, in UTC; four digits of a year are all it has.
pub(crate) fn date(at: Timestamp) -> Result<String, SealError> {
    let at = at.strftime("D:%Y%m%d%H%M%SZ").to_string();
    if parse_date(at.as_bytes()).is_some() { Ok(at) } else { Err(SealError::Moment) }
}

/// Reads a moment in the one form in which we write it.
pub(crate) fn parse_date(text: &[u8]) -> Option<Timestamp> {
    let digits = std::str::from_utf8(text).ok()?.strip_prefix("D:")?.strip_suffix('Z')?;
    if digits.len() != 14 || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let wall = DateTime::strptime("%Y%m%d%H%M%S", digits).ok()?;
    TimeZone::UTC.to_timestamp(wall).ok()
}

/// Writes a text as a PDF string: the letters where they are plain, UTF-16 otherwise.
pub(crate) fn text(words: &str) -> String {
    let plain = |it: char| it == ' ' || (it.is_ascii_graphic() && !matches!(it, '(' | ')' | '\\'));
    if words.chars().all(plain) {
        return format!("({words})");
    }
    let mut hex = String::from("<FEFF");
    for unit in words.encode_utf16() {
        // Writing into a String cannot fail.
        let _ = write!(hex, "{unit:04X}");
    }
    hex.push('>');
    hex
}

/// Reads a PDF text string: UTF-16 with its mark, UTF-8 with its mark, or letters of ASCII.
pub(crate) fn words(text: &[u8]) -> Option<String> {
    if let Some(units) = text.strip_prefix(&[0xFE, 0xFF]) {
        let (pairs, []) = units.as_chunks::<2>() else { return None };
        return String::from_utf16(&pairs.iter().map(|it| u16::from_be_bytes(*it)).collect::<Vec<_>>()).ok();
    }
    if let Some(text) = text.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8(text.to_vec()).ok();
    }
    text.is_ascii().then(|| String::from_utf8(text.to_vec()).ok())?
}
