//! Words in one or several languages.

use super::xml::{Xml, clean, is};

/// The same thing said in several languages, the language of the document first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<(String, String)>);

impl Words {
    /// Words in one language, named by its tag: `en`, `fr`, `zh-Hans`.
    pub fn new(language: impl Into<String>, text: impl Into<String>) -> Self {
        Self(vec![(language.into(), text.into())])
    }

    /// The same in a further language.
    #[must_use]
    pub fn and(mut self, language: impl Into<String>, text: impl Into<String>) -> Self {
        self.0.push((language.into(), text.into()));
        self
    }

    /// Whether nothing is said in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| clean(text).trim().is_empty())
    }

    /// Each language with its words; languages without words are passed over.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let said = self.0.iter().filter(|(_, text)| !clean(text).trim().is_empty());
        said.map(|(language, text)| (language.as_str(), text.as_str()))
    }

    /// Writes one `narrative` a language.
    pub(super) fn write(&self, xml: &mut Xml) {
        for (language, text) in self.iter() {
            xml.text("narrative", &[is("xml:lang", language)], text);
        }
    }

    /// Writes the words as an element of this name, or nothing where there are none.
    pub(super) fn write_as(&self, xml: &mut Xml, name: &'static str) {
        if !self.is_empty() {
            xml.element(name, &[], |xml| self.write(xml));
        }
    }
}

impl<L: Into<String>, T: Into<String>> FromIterator<(L, T)> for Words {
    fn from_iter<I: IntoIterator<Item = (L, T)>>(words: I) -> Self {
        Self(words.into_iter().map(|(language, text)| (language.into(), text.into())).collect())
    }
}
