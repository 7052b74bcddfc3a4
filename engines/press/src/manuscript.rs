//! What is handed to the press, and a look through it for characters that no face can draw.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value;
use typst::foundations::Bytes;

use crate::{Finding, Fonts, Matter, Place};

/// The name under which the main source appears in findings.
pub(crate) const MAIN: &str = "main.typ";

/// The folder in which the typesetter finds what is attached, apart from what the source reads.
pub(crate) const ATTACHED: &str = "attached/";

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
    pub(crate) attached: BTreeMap<String, Attachment>,
}

/// A file that travels inside the PDF; its letters are not printed.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    media_type: String,
    description: String,
    pub(crate) bytes: Bytes,
}

impl Manuscript {
    /// Begins a manuscript from its main source.
    pub fn new(identity: impl Into<String>, printed_on: Date, main: impl Into<String>) -> Self {
        let (files, attached) = (BTreeMap::new(), BTreeMap::new());
        Self { identity: identity.into(), printed_on, main: main.into(), files, attached }
    }

    /// Lays a file beside the main source, where the source finds it by this name.
    #[must_use]
    pub fn with(mut self, name: &str, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.files.insert(name.to_owned(), shared(bytes.into()));
        self
    }

    /// Attaches a file to the PDF as the data behind it (PDF/A-3), under this name and media type.
    ///
    /// Viewers list it with its description. The source cannot read it, and its letters need no face.
    #[must_use]
    pub fn attach(
        mut self,
        name: &str,
        media_type: &str,
        description: &str,
        bytes: impl Into<Cow<'static, [u8]>>,
    ) -> Self {
        let (media_type, description) = (media_type.to_owned(), description.to_owned());
        self.attached.insert(name.to_owned(), Attachment { media_type, description, bytes: shared(bytes.into()) });
        self
    }

    /// The main source, with what attaches the files; behind the end, so that lines keep their numbers.
    pub(crate) fn source(&self) -> String {
        let attaching = self.attached.iter().map(|(name, Attachment { media_type, description, .. })| {
            let path = quoted(&format!("/{ATTACHED}{name}"));
            let [name, media_type, description] = [name, media_type, description].map(|it| quoted(it));
            let described = format!("mime-type: {media_type}, description: {description}");
            format!("#pdf.attach({name}, read({path}, encoding: none), relationship: \"data\", {described})")
        });
        std::iter::once(self.main.clone()).chain(attaching).collect::<Vec<_>>().join("\n")
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

fn shared(bytes: Cow<'static, [u8]>) -> Bytes {
    match bytes {
        Cow::Borrowed(bytes) => Bytes::new(bytes),
        Cow::Owned(bytes) => Bytes::new(bytes),
    }
}

/// A text as the typesetter's language quotes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
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
