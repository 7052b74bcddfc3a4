//! Values as they stand in the file, each with its place.

use std::ops::Range;

/// How deep arrays and dictionaries may lie in one another.
const DEEPEST: usize = 32;
/// How many values one object may hold, so that a small file cannot ask for much memory.
const MOST: usize = 200_000;
/// How many keys one dictionary may have.
const KEYS: usize = 1_000;

/// What is odd about a file; for the log, in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Odd(pub(crate) &'static str);

/// A value and the bytes that spell it.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    pub(crate) at: Range<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Integer(i64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    Reference(u32),
    /// A truth, a number with a point, or nothing: we never look at these.
    Other,
}

/// A dictionary; no key stands in it twice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dict(pub(crate) Vec<Entry>);

/// A key, its value, and the bytes that spell both.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    pub(crate) value: Value,
    pub(crate) at: Range<usize>,
}

impl Dict {
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|it| it.name == name.as_bytes()).map(|it| &it.value)
    }

    pub(crate) fn reference(&self, name: &str) -> Option<u32> {
        self.get(name)?.reference()
    }

    pub(crate) fn is(&self, name: &str, value: &str) -> bool {
        matches!(self.get(name), Some(Value { kind: Kind::Name(it), .. }) if it == value.as_bytes())
    }
}

impl Value {
    pub(crate) fn reference(&self) -> Option<u32> {
        if let Kind::Reference(number) = self.kind { Some(number) } else { None }
    }

    pub(crate) fn integer(&self) -> Option<usize> {
        if let Kind::Integer(number) = self.kind { usize::try_from(number).ok() } else { None }
    }

    pub(crate) fn text(&self) -> Option<&[u8]> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }
}

/// Reads values from a place in the file onwards.
pub(crate) struct Lexer<'a> {
    bytes: &'a [u8],
    pub(crate) at: usize,
    left: usize,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, left: MOST }
    }

    /// Passes over white space and comments.
    pub(crate) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    while !matches!(self.peek(), None | Some(b'\r' | b'\n')) {
                        self.at += 1;
                    }
                }
                _ if is_space(byte) => self.at += 1,
                _ => return,
            }
        }
    }

    /// Takes this word, or refuses.
    pub(crate) fn word(&mut self, word: &str) -> Result<(), Odd> {
        self.space();
        if self.token() == word.as_bytes() { Ok(()) } else { Err(Odd("a word is missing")) }
    }

    /// Takes a number of digits without a sign.
    pub(crate) fn count(&mut self) -> Result<usize, Odd> {
        self.space();
        digits(self.token()).ok_or(Odd("a number is missing"))
    }

    /// Takes one value.
    pub(crate) fn value(&mut self) -> Result<Value, Odd> {
        self.nested(DEEPEST)
    }

    fn nested(&mut self, depth: usize) -> Result<Value, Odd> {
        self.space();
        let depth = depth.checked_sub(1).ok_or(Odd("its values lie too deep"))?;
        self.left = self.left.checked_sub(1).ok_or(Odd("an object holds too many values"))?;
        let from = self.at;
        let kind = match (self.peek(), self.bytes.get(self.at + 1)) {
            (Some(b'<'), Some(b'<')) => Kind::Dict(self.dict(depth)?),
            (Some(b'<'), _) => Kind::Text(self.hex()?),
            (Some(b'('), _) => Kind::Text(self.literal()?),
            (Some(b'['), _) => Kind::Array(self.array(depth)?),
            (Some(b'/'), _) => Kind::Name(self.name()?),
            _ => self.plain()?,
        };
        Ok(Value { kind, at: from..self.at })
    }

    fn dict(&mut self, depth: usize) -> Result<Dict, Odd> {
        self.at += 2;
        let mut dict = Dict::default();
        loop {
            self.space();
            if self.peek() == Some(b'>') {
                self.at += 1;
                return if self.take(b'>') { Ok(dict) } else { Err(Odd("a dictionary is not closed")) };
            }
            let from = self.at;
            let name = self.name()?;
            if dict.0.len() == KEYS || dict.0.iter().any(|it| it.name == name) {
                return Err(Odd("a dictionary says a thing twice, or too much"));
            }
            let value = self.nested(depth)?;
            dict.0.push(Entry { name, value, at: from..self.at });
        }
    }

    fn array(&mut self, depth: usize) -> Result<Vec<Value>, Odd> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.take(b']') {
                return Ok(items);
            }
            items.push(self.nested(depth)?);
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, Odd> {
        if !self.take(b'/') {
            return Err(Odd("a name is missing"));
        }
        let mut spelt = self.token().iter().copied();
        let mut name = Vec::new();
        while let Some(byte) = spelt.next() {
            if byte == b'#' {
                let pair = spelt.next().and_then(nibble).zip(spelt.next().and_then(nibble));
                let (high, low) = pair.ok_or(Odd("a name is misspelt"))?;
                name.push(high << 4 | low);
            } else {
                name.push(byte);
            }
        }
        Ok(name)
    }

    fn hex(&mut self) -> Result<Vec<u8>, Odd> {
        self.at += 1;
        let mut nibbles = Vec::new();
        loop {
            let byte = self.next().ok_or(Odd("a string is not closed"))?;
            match nibble(byte) {
                Some(it) => nibbles.push(it),
                None if byte == b'>' => break,
                None if is_space(byte) => {}
                None => return Err(Odd("a string is misspelt")),
            }
        }
        if nibbles.len() % 2 == 1 {
            nibbles.push(0);
        }
        Ok(nibbles.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect())
    }

    fn literal(&mut self) -> Result<Vec<u8>, Odd> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1;
        loop {
            let byte = self.next().ok_or(Odd("a string is not closed"))?;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            match byte {
                _ if open == 0 => return Ok(text),
                b'\\' => text.extend(self.escape()?),
                b'\r' => {
                    self.take(b'\n');
                    text.push(b'\n');
                }
                _ => text.push(byte),
            }
        }
    }

    fn escape(&mut self) -> Result<Option<u8>, Odd> {
        let byte = self.next().ok_or(Odd("a string is not closed"))?;
        Ok(match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\n' => None,
            b'\r' => {
                self.take(b'\n');
                None
            }
            b'0'..=b'7' => {
                let mut code = u16::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    code = code * 8 + u16::from(digit - b'0');
                }
                Some(u8::try_from(code).map_err(|_| Odd("a string is misspelt"))?)
            }
            _ => Some(byte),
        })
    }

    /// A number, a reference, or one of the three words.
    fn plain(&mut self) -> Result<Kind, Odd> {
        let token = self.token();
        if matches!(token, b"true" | b"false" | b"null") {
            return Ok(Kind::Other);
        }
        if let Some(number) = digits(token) {
            if let Some(reference) = self.referring(number) {
                return Ok(Kind::Reference(reference));
            }
            return i64::try_from(number).map(Kind::Integer).map_err(|_| Odd("a number is too large"));
        }
        let spelt = std::str::from_utf8(token).unwrap_or_default();
        let numeric = !spelt.is_empty() && spelt.bytes().all(|it| it.is_ascii_digit() || b"+-.".contains(&it));
        match spelt.parse::<i64>() {
            Ok(number) => Ok(Kind::Integer(number)),
            Err(_) if numeric && spelt.parse::<f64>().is_ok() => Ok(Kind::Other),
            Err(_) => Err(Odd("a value is misspelt")),
        }
    }

    /// Takes `0 R` if it follows; objects of a later generation are none of ours.
    fn referring(&mut self, number: usize) -> Option<u32> {
        let back = self.at;
        self.space();
        let generation = self.token();
        self.space();
        if generation == b"0" && self.token() == b"R" {
            return u32::try_from(number).ok();
        }
        self.at = back;
        None
    }

    fn token(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|it| is_space(*it) || b"()<>[]{}/%".contains(it)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }
}

/// A number of at most fifteen digits.
pub(crate) fn digits(spelt: &[u8]) -> Option<usize> {
    let plain = (1..=15).contains(&spelt.len()) && spelt.iter().all(u8::is_ascii_digit);
    plain.then(|| std::str::from_utf8(spelt).ok()?.parse().ok())?
}

fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|it| it as u8)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}
