//! All that the typesetter can see: the manuscript on the desk, and nothing of the machine.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::manuscript::{ATTACHED, MAIN};
use crate::{Fonts, Manuscript};

/// The standard library, with the marks that tell a screen reader which cells are heads.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = std::iter::once(Feature::A11yExtras).collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// A manuscript opened for the typesetter.
pub(crate) struct Desk<'a> {
    fonts: &'a Fonts,
    today: Option<Datetime>,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl<'a> Desk<'a> {
    pub(crate) fn open(fonts: &'a Fonts, manuscript: &Manuscript) -> Self {
        let id = file_id(MAIN).expect("a plain file name is a path");
        let main = Source::new(id, manuscript.source());
        let read = manuscript.files.iter().map(|(name, bytes)| (name.clone(), bytes));
        let attached = manuscript.attached.iter().map(|(name, it)| (format!("{ATTACHED}{name}"), &it.bytes));
        let files = read.chain(attached).filter_map(|(name, bytes)| Some((file_id(&name)?, bytes.clone()))).collect();
        Self { fonts, today: day(manuscript), main, files }
    }

    pub(crate) fn text(&self, id: FileId) -> Option<String> {
        if id == self.main.id() {
            return Some(self.main.text().to_owned());
        }
        String::from_utf8(self.files.get(&id)?.to_vec()).ok()
    }
}

/// The day of printing, at midnight UTC, as the document's date.
pub(crate) fn day(manuscript: &Manuscript) -> Option<Datetime> {
    let day = manuscript.printed_on;
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    Datetime::from_ymd_hms(day.year().into(), month, of_month, 0, 0, 0)
}

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let text = self.file(id)?.into_string().map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = self.files.get(&id).cloned();
        known.ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.face(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
