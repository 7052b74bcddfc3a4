//! Words, numbers and marks, each with its place in the text.

use crate::model::Language;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Digits that count something.
    Number(f64),
    /// Digits with an ending: `21st`, `1er`.
    Ordinal(i64),
    /// One sign.
    Mark(char),
}

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Where it begins in the passage, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Its letters, folded: lower case, without accents, British.
    pub low: String,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Token {
    /// Whether it is this sign.
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is a dash or a hyphen.
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '–' | '—' | '‑'))
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// An address in the text, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub start: usize,
    pub end: usize,
}

/// Letters without case, accents and American spelling.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' | 'ý' => folded.push('y'),
            'ñ' => folded.push('n'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '\u{301}' | '\u{300}' | '\u{302}' | '\u{308}' | '\u{327}' => {}
            other => folded.push(other),
        }
    }
    match folded.as_str() {
        "center" => "centre".into(),
        "program" => "programme".into(),
        "programs" => "programmes".into(),
        _ if folded.contains("organiz") => folded.replace("organiz", "organis"),
        _ => folded,
    }
}

/// Reads a stretch of a text; emphasis, brackets of links and the addresses behind them are left out.
pub(crate) fn read(
    text: &str,
    from: usize,
    to: usize,
    language: Language,
    tokens: &mut Vec<Token>,
    links: &mut Vec<Address>,
) {
    let mut at = from;
    while let Some(first) = text.get(at..to).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..to];
        if first.is_whitespace() || matches!(first, '*' | '_' | '`' | '\\' | '\u{200b}') {
            at += first.len_utf8();
        } else if rest.starts_with("](") {
            let end = rest.find(')').unwrap_or(rest.len());
            links.push(Address { start: at + 2, end: at + end });
            at = (at + end + 1).min(to);
        } else if matches!(first, '[' | ']') {
            at += 1;
        } else if rest.starts_with("http://") || rest.starts_with("https://") {
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | ')' | '|')).unwrap_or(rest.len());
            let length = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']).len();
            links.push(Address { start: at, end: at + length });
            at += length.max(1);
        } else if first.is_ascii_digit() {
            let token = digits(text, at, to, language);
            at = token.end;
            tokens.push(token);
        } else if first.is_alphanumeric() {
            let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len()).max(first.len_utf8());
            let word = &rest[..length];
            tokens.push(Token {
                start: at,
                end: at + length,
                kind: Kind::Word,
                low: fold(word),
                capital: first.is_uppercase(),
            });
            at += length;
        } else {
            let end = at + first.len_utf8();
            let low = if first == '&' { "and".into() } else { String::new() };
            let kind = if first == '&' { Kind::Word } else { Kind::Mark(first) };
            tokens.push(Token { start: at, end, kind, low, capital: false });
            at = end;
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// A number with its thousands, or an ordinal.
fn digits(text: &str, at: usize, to: usize, language: Language) -> Token {
    let rest = &text[at..to];
    let run = |s: &str| s.len() - s.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut end = run(rest);
    let mut plain = rest[..end].to_owned();
    if end <= 3 {
        while let Some(gap) = rest[end..].chars().next().filter(|it| groups(*it, language)) {
            let after = &rest[end + gap.len_utf8()..];
            if run(after) != 3 {
                break;
            }
            plain.push_str(&after[..3]);
            end += gap.len_utf8() + 3;
        }
    }
    let mut value: f64 = plain.parse().unwrap_or(f64::MAX);
    let point = if language == Language::French { ',' } else { '.' };
    if let Some(after) = rest[end..].strip_prefix(point) {
        let decimals = run(after);
        if decimals > 0
            && let Ok(exact) = format!("{plain}.{}", &after[..decimals]).parse()
        {
            value = exact;
            end += 1 + decimals;
        }
    }
    let letters = rest[end..].len() - rest[end..].trim_start_matches(char::is_alphabetic).len();
    let kind = if letters == 0 { Kind::Number(value) } else { Kind::Ordinal(value as i64) };
    let end = end + letters;
    Token { start: at, end: at + end, kind, low: fold(&rest[..end]), capital: false }
}

/// Whether a sign may stand between thousands.
fn groups(sign: char, language: Language) -> bool {
    match sign {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => true,
        ',' => language == Language::English,
        ' ' => language == Language::French,
        _ => false,
    }
}
