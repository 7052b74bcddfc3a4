//! A thin hand on the XML writer: text is cleaned, attributes that are absent are left out.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An attribute, if it has a value.
pub(super) type Attribute<'a> = (&'static str, Option<Cow<'a, str>>);

/// An attribute that is always there.
pub(super) fn is<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> Attribute<'a> {
    (name, Some(value.into()))
}

/// An attribute that may be absent.
pub(super) fn may<'a>(name: &'static str, value: Option<impl Into<Cow<'a, str>>>) -> Attribute<'a> {
    (name, value.map(Into::into))
}

/// A document in the making. Its first failure is kept and told at the end, so that writing reads as a list.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    so_far: io::Result<()>,
}

impl Xml {
    /// Begins a document in UTF-8.
    pub(super) fn begin() -> Self {
        let mut xml = Self { writer: Writer::new_with_indent(Vec::new(), b' ', 2), so_far: Ok(()) };
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// An element with others inside.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.put(Event::Start(start(name, attributes)));
        inside(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element that says all in its attributes.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.put(Event::Empty(start(name, attributes)));
    }

    /// An element around a text.
    pub(super) fn text(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        let text = clean(text);
        self.element(name, attributes, |xml| xml.put(Event::Text(BytesText::new(text.trim()))));
    }

    /// A comment; two hyphens in a row, which no comment may hold, are set apart.
    pub(super) fn comment(&mut self, text: &str) {
        let mut text = clean(text).trim().to_owned();
        while text.contains("--") {
            text = text.replace("--", "- -");
        }
        self.put(Event::Comment(BytesText::from_escaped(format!(" {text} "))));
    }

    /// The document, ending with a line break.
    pub(super) fn finish(self) -> io::Result<String> {
        self.so_far?;
        let mut text = String::from_utf8(self.writer.into_inner()).map_err(io::Error::other)?;
        text.push('\n');
        Ok(text)
    }

    fn put(&mut self, event: Event<'_>) {
        if self.so_far.is_ok() {
            self.so_far = self.writer.write_event(event);
        }
    }
}

fn start<'a>(name: &'static str, attributes: &'a [Attribute<'a>]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        if let Some(value) = value {
            // A reader makes one space of any white space in an attribute, so we write what it will read.
            let value = clean(value).split_whitespace().collect::<Vec<_>>().join(" ");
            start.push_attribute((*name, value.as_str()));
        }
    }
    start
}

/// A text without control characters, tab and line break excepted, and without U+FFFE and U+FFFF.
///
/// XML 1.0 cannot hold most of them, not even escaped, and discourages the rest (section 2.2, production `Char`). A
/// carriage return, which a reader would turn into a line break, becomes one here.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|it| is_held(*it)).collect()
}

fn is_held(it: char) -> bool {
    matches!(it, '\t' | '\n') || !(it.is_control() || matches!(it, '\u{fffe}' | '\u{ffff}'))
}
