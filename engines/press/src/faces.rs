//! The faces that the press may use, read once and shared by every printing.

use std::collections::BTreeSet;
use std::sync::Arc;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// A set of faces; cloning it is cheap.
#[derive(Clone)]
pub struct Fonts(Arc<Shelf>);

struct Shelf {
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    /// Reads TrueType and OpenType faces; a file that is neither is left out.
    pub fn read(files: impl IntoIterator<Item = &'static [u8]>) -> Self {
        let faces: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        Self(Arc::new(Shelf { faces, book }))
    }

    /// The characters of a text that no face can draw, each once, in code point order.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let distinct: BTreeSet<char> = text.chars().filter(|it| leaves_ink(*it)).collect();
        distinct.into_iter().filter(|it| !self.covers(*it)).collect()
    }

    /// The names of the families, sorted.
    pub fn families(&self) -> Vec<&str> {
        self.0.book.families().map(|(name, _)| name).collect()
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    pub(crate) fn face(&self, index: usize) -> Option<Font> {
        self.0.faces.get(index).cloned()
    }

    fn covers(&self, character: char) -> bool {
        let code = u32::from(character);
        self.0.faces.iter().any(|face| face.info().coverage.contains(code))
    }
}

/// Spaces, joiners, marks of direction and variation selectors need no glyph.
fn leaves_ink(character: char) -> bool {
    !(character.is_control()
        || character.is_whitespace()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
        ))
}
