//! What is handed to the press, and a look through it for characters that no face can draw.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value;
use typst::foundations::Bytes;

use crate::{Finding, Fonts, Matter, Place};

/// The name under which the main source appears in findings.
pub(crate) const MAIN: &str = "main.typ";

/// A typst source, the files that it reads, the day it is printed on, and what identifies it.
///
/// The identity is a stable text such as `asef-2025/report/en`: the PDF's document identifier is
/// derived from it, and a later printing of the same document keeps it.
#[derive(Clone, Debug)]
pub struct Manuscript {
    pub(crate) identity: String,
    pub(crate) printed_on: Date,
    pub(crate) main: String,
    pub(crate) files: BTreeMap<String, Bytes>,
}

impl Manuscript {
    /// Begins a manuscript from its main source.
    pub fn new(identity: impl Into<String>, printed_on: Date, main: impl Into<String>) -> Self {
        Self { identity: identity.into(), printed_on, main: main.into(), files: BTreeMap::new() }
    }

    /// Lays a file beside the main source, where the source finds it by this name.
    #[must_use]
    pub fn with(mut self, name: &str, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        let bytes = match bytes.into() {
            Cow::Borrowed(bytes) => Bytes::new(bytes),
            Cow::Owned(bytes) => Bytes::new(bytes),
        };
        self.files.insert(name.to_owned(), bytes);
        self
    }

    /// Finds every character that would come out as a box, with its first place in each file.
    ///
    /// In a JSON file the place is the value that holds the character; elsewhere it is a line and
    /// a column. Files that are not text are passed over.
    pub fn unprintable(&self, fonts: &Fonts) -> Vec<Finding> {
        let mut search = Search { fonts, found: Vec::new() };
        search.lines(MAIN, &self.main);
        for (name, bytes) in &self.files {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            match serde_json::from_str(text) {
                Ok(value) if is_json(name) => search.values(name, &value),
                _ => search.lines(name, text),
            }
        }
        search.found
    }
}

fn is_json(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

struct Search<'a> {
    fonts: &'a Fonts,
    found: Vec<Finding>,
}

impl Search<'_> {
    fn lines(&mut self, file: &str, text: &str) {
        for character in self.fonts.missing(text) {
            let before = text.split(character).next().unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |it| it.chars().count()) + 1;
            self.note(character, Place::Line { file: file.to_owned(), line, column });
        }
    }

    fn values(&mut self, file: &str, root: &Value) {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![(String::new(), root)];
        while let Some((pointer, value)) = waiting.pop() {
            match value {
                Value::String(text) => {
                    for character in self.fonts.missing(text) {
                        if seen.insert(character) {
                            let place = Place::Value { file: file.to_owned(), pointer: pointer.clone() };
                            self.note(character, place);
                        }
                    }
                }
                Value::Array(items) => {
                    let items = items.iter().enumerate().rev();
                    waiting.extend(items.map(|(at, it)| (format!("{pointer}/{at}"), it)));
                }
                Value::Object(fields) => {
                    let fields = fields.iter().rev();
                    waiting.extend(fields.map(|(name, it)| (format!("{pointer}/{name}"), it)));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
    }

    fn note(&mut self, character: char, place: Place) {
        self.found.push(Finding { matter: Matter::NoGlyph(character), place });
    }
}
