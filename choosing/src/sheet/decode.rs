//! From bytes to text.

use crate::{Place, Problems};

/// Takes the byte order mark away and decodes UTF-8 or, with its mark, UTF-16.
///
/// Other encodings are refused rather than guessed: a name that is spelt wrongly in a published list cannot be taken back.
pub(super) fn decode(file: &str, bytes: &[u8]) -> Result<String, Problems> {
    let place = Place { file: file.to_owned(), ..Place::default() };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(place, rest),
        [0xFF, 0xFE, rest @ ..] => utf16(place, rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(place, rest, u16::from_be_bytes),
        _ => utf8(place, bytes),
    }
}

fn utf8(place: Place, bytes: &[u8]) -> Result<String, Problems> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|it| **it == b'\n').count() as u64;
            let says = "a letter here is not written in UTF-8. Save the sheet again as “CSV UTF-8”.";
            return Err(Problems::one(Place { line: Some(line), ..place }, says));
        }
    };
    if let Some(at) = text.find('\0') {
        let line = 1 + text[..at].matches('\n').count() as u64;
        let says = "this is no text. Save the sheet as CSV, not as a workbook.";
        return Err(Problems::one(Place { line: Some(line), ..place }, says));
    }
    Ok(text.to_owned())
}

fn utf16(place: Place, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Problems> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|it| unit([it[0], it[1]])).collect();
    String::from_utf16(&units)
        .ok()
        .filter(|it| bytes.len().is_multiple_of(2) && !it.contains('\0'))
        .ok_or_else(|| Problems::one(place, "this file is broken UTF-16. Save the sheet again as “CSV UTF-8”."))
}
