//! What the forms of this room share: words in several languages, whole numbers, short names.

use kernel::{Key, Language, Text};
use programme::Here;

use crate::OutreachRefusal;

/// Something that is written in several languages: its name, and the field of each language.
pub type InLanguages = (&'static str, [(Language, &'static str); 2]);

/// The words of a text in a language; empty where there are none.
pub fn words(of: &Text, language: Language) -> String {
    of.get(language).unwrap_or_default().to_owned()
}

/// Reads texts; each must stand in every language of the edition.
pub fn texts<'a, const N: usize>(
    here: &Here,
    fields: &[InLanguages; N],
    value: &impl Fn(&str) -> &'a str,
    wrong: &mut Vec<OutreachRefusal>,
) -> [Text; N] {
    let spoken = &here.edition.languages.0;
    std::array::from_fn(|at| {
        fields[at].1.iter().fold(Text::default(), |text, (language, field)| {
            let words = value(field).trim();
            if words.is_empty() && spoken.contains(language) {
                wrong.push(OutreachRefusal::Missing(field));
            }
            text.with(*language, words)
        })
    })
}

/// A whole number that is not negative, however its thousands are parted.
pub fn number(words: &str) -> Option<i64> {
    words.replace([' ', '\u{a0}', '\u{202f}', ','], "").parse::<i64>().ok().filter(|it| *it >= 0)
}

/// The short name of something new; `taken` is what is said where another thing has it.
pub fn new_key<'a>(
    words: &str,
    mut known: impl Iterator<Item = &'a Key>,
    taken: OutreachRefusal,
    wrong: &mut Vec<OutreachRefusal>,
) -> Option<Key> {
    let key = words.parse::<Key>().map_err(|_| wrong.push(OutreachRefusal::NoKey)).ok()?;
    if known.any(|it| *it == key) {
        wrong.push(taken);
    }
    Some(key)
}
