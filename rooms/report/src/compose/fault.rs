//! What is wrong in a chapter, at its line, in a sentence that says what would be right.

use kernel::Say;

use super::matter::Spot;

/// Something that must be mended before a report can be published.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The line, from one.
    pub line: usize,
    /// The column in characters, from one.
    pub column: usize,
    /// What is wrong, and what is known nearby.
    pub say: Say,
}

impl Fault {
    /// A fault at a place.
    pub(super) fn at(spot: Spot, say: Say) -> Self {
        Self { line: spot.line, column: spot.column, say }
    }
}

/// The known word that somebody may have meant: the nearest, if it is near enough to be a slip.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let reach = (word.chars().count() / 3).max(2);
    let known = known.into_iter().map(|it| (distance(word, it), it));
    known.filter(|(far, _)| *far <= reach).min_by_key(|(far, _)| *far).map(|(_, it)| it)
}

/// How many letters must be put in, taken out or changed to come from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, other) in to.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[column + 1];
            row[column + 1] = changed.min(corner + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

/// A sentence with the unknown word and, where one is near, the word that may have been meant.
pub(super) fn unknown<'a>(
    (alone, near): (&'static str, &'static str),
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Say {
    match nearest(word, known) {
        Some(it) => Say::new(near).with("word", word).with("near", it),
        None => Say::new(alone).with("word", word),
    }
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        let known = ["training.participants", "training.countries", "series.count"];
        assert_eq!(nearest("training.participant", known), Some("training.participants"));
        assert_eq!(nearest("serie.count", known), Some("series.count"));
        assert_eq!(nearest("weather.today", known), None);
    }
}
