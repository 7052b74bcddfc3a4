//! Letters as a search compares them: small, and without their marks.

/// Plain letters and what is read as them.
const READ_AS: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệə"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıỉị"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"),
    ("o", "òóôõöøōŏőọỏốồổỗộớờởỡợơ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("t", "ţťŧț"),
    ("u", "ùúûüũūŭůűųụủứừửữựư"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
    ("ae", "æ"),
    ("oe", "œ"),
    ("ss", "ß"),
    ("th", "þ"),
    ("'", "’ʼ‘"),
];

/// A text as it is compared: each letter with the byte at which it stands in the original.
pub(crate) struct Folded {
    letters: Vec<char>,
    at: Vec<usize>,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn new(text: &str) -> Self {
        let (mut letters, mut at) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (place, letter) in text.char_indices().filter(|(_, it)| !is_mark(*it)) {
            for small in letter.to_lowercase().filter(|it| !is_mark(*it)) {
                let plain = plain(small);
                match plain {
                    Some(words) => letters.extend(words.chars()),
                    None => letters.push(small),
                }
                at.resize(letters.len(), place);
            }
        }
        at.push(text.len());
        Self { letters, at }
    }

    /// The words of a search.
    pub(crate) fn words(&self) -> Vec<Vec<char>> {
        self.letters.split(|it| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(<[char]>::to_vec).collect()
    }

    /// Where words begin with this one: ranges of bytes in the original.
    pub(crate) fn find(&self, word: &[char]) -> Vec<(usize, usize)> {
        let begins = |at: usize| at == 0 || !self.letters[at - 1].is_alphanumeric();
        (0..self.letters.len().saturating_sub(word.len().saturating_sub(1)))
            .filter(|&at| begins(at) && self.letters[at..].starts_with(word))
            .map(|at| (self.at[at], self.at[at + word.len()]))
            .collect()
    }
}

/// A combining mark, which stands on the letter before it.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn plain(letter: char) -> Option<&'static str> {
    if letter.is_ascii() {
        return None;
    }
    READ_AS.iter().find(|(_, many)| many.contains(letter)).map(|(plain, _)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, word: &str) -> Vec<String> {
        let word = Folded::new(word).words().remove(0);
        Folded::new(text).find(&word).into_iter().map(|(from, to)| text[from..to].to_owned()).collect()
    }

    #[test]
    fn a_word_is_found_with_and_without_its_marks() {
        assert_eq!(finds("Le Communiqué de la jeunesse", "COMMUNIQUE"), ["Communiqué"]);
        assert_eq!(finds("Maria Curie-Skłodowska University", "sklodowska"), ["Skłodowska"]);
        assert_eq!(finds("Nguyễn Thị Hằng", "nguyen"), ["Nguyễn"]);
        assert_eq!(finds("Resume\u{301} and résumé", "résumé"), ["Resume\u{301}", "résumé"]);
    }

    #[test]
    fn a_word_is_found_at_its_beginning_only() {
        assert_eq!(finds("diplomacy, biodiplomacy", "diplom"), ["diplom"]);
    }
}
