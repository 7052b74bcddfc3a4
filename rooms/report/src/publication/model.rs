//! The nouns of a publication.

use std::fmt;

use db::Json;
use disclosure::Published;
use jiff::Timestamp;
use kernel::{Id, Language, mark};
use programme::Here;

use super::{Changes, Manifest};
use crate::document::Report;

db::row! {
    /// A version of a report as it was published; nothing of it changes any more.
    pub struct Publication {
        /// Its identity.
        pub id: Id<Publication>,
        /// The report.
        pub report_id: Id<Report>,
        /// The edition.
        pub edition_id: Id<mark::Edition>,
        /// Which version, from 1.
        pub version: i64,
        /// When it was published.
        pub published_at: Timestamp,
        /// By whom; nobody where the operator or the demonstration did.
        pub published_by: Option<Id<mark::Account>>,
        /// As of when its figures were counted.
        pub as_of: Timestamp,
        /// What the rows' digests are salted with; it never leaves the record.
        pub salt: String,
        /// What it says of itself.
        pub manifest: Json<Manifest>,
        /// The digest of the manifest as it travels inside the PDF.
        pub manifest_hash: String,
        /// The fingerprint of the key that signed it.
        pub fingerprint: String,
        /// What changed since the version before.
        pub changes: Json<Changes>,
    }
}

db::row! {
    /// A file of a publication.
    pub struct PublishedFile {
        /// In which language; empty where it speaks none or all.
        pub language: String,
        /// What it is.
        pub kind: FileKind,
        /// Where it is kept.
        pub file_id: Id<mark::File>,
        /// The digest of its bytes.
        pub hash: String,
        /// Its size.
        pub bytes: i64,
    }
}

db::row! {
    /// What a figure counted when it was published.
    pub(super) struct FrozenFigure {
        pub(super) indicator: String,
        pub(super) number: i64,
        pub(super) whole: Option<i64>,
        pub(super) asked: Option<i64>,
    }
}

db::row! {
    /// One row behind a published figure.
    pub(super) struct FrozenRow {
        pub(super) indicator: String,
        pub(super) row_id: String,
        pub(super) digest: String,
        pub(super) erased: bool,
    }
}

db::row! {
    /// What a publication told of groups of people: readers have it beside whatever is shown later.
    pub(crate) struct Telling {
        pub(crate) published_at: Timestamp,
        pub(crate) told: Json<Published>,
    }
}

/// What a file of a publication is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The signed PDF in one language.
    Pdf,
    /// The body of the frozen page in one language.
    Page,
    /// The open data, as a ZIP of a data package.
    Package,
    /// The results as IATI activities.
    Iati,
    /// The manifest, as it travels inside the PDF.
    Manifest,
}

impl FileKind {
    /// Under which name it is handed out; none for what is shown as a page.
    pub fn name(self, language: &str) -> Option<String> {
        match self {
            Self::Pdf => Some(format!("report-{language}.pdf")),
            Self::Package => Some("data.zip".to_owned()),
            Self::Iati => Some("iati.xml".to_owned()),
            Self::Manifest => Some("manifest.json".to_owned()),
            Self::Page => None,
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Page => "text/html; charset=utf-8",
            Self::Package => "application/zip",
            Self::Iati => "application/xml; charset=utf-8",
            Self::Manifest => "application/json",
        }
    }

    /// The message that names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pdf => "report-file-pdf",
            Self::Page => "report-file-page",
            Self::Package => "report-file-package",
            Self::Iati => "report-file-iati",
            Self::Manifest => "report-file-manifest",
        }
    }
}

impl Publication {
    /// Its permanent path.
    pub fn path(&self, here: &Here) -> String {
        here.page(&format!("reports/{}/{}", self.manifest.0.report.key, self.version))
    }
}

impl PublishedFile {
    /// Under which name it is handed out; none for what is shown as a page.
    pub fn name(&self) -> Option<String> {
        self.kind.name(&self.language)
    }

    /// Its language, where it has one.
    pub fn language(&self) -> Option<Language> {
        self.language.parse().ok()
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "pdf",
            Self::Page => "page",
            Self::Package => "package",
            Self::Iati => "iati",
            Self::Manifest => "manifest",
        })
    }
}

impl std::str::FromStr for FileKind {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        [Self::Pdf, Self::Page, Self::Package, Self::Iati, Self::Manifest]
            .into_iter()
            .find(|it| it.to_string() == word)
            .ok_or_else(|| format!("“{word}” is no file of a publication"))
    }
}

impl db::AsText for FileKind {}
