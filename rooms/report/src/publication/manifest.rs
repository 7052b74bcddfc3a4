//! The manifest: what was published, for people and for programs. It is attached to the PDF and stands beside it.
//!
//! The fields stand in the order in which they are declared here, and that order never changes within a format. No
//! field tells anything about a person: rows are counted and digested, and the salt of the digests is not in it.

use jiff::{Timestamp, civil::Date};
use kernel::{Language, Text};
use serde::{Deserialize, Serialize};

use super::Changes;

/// The format that this program writes.
pub const FORMAT: &str = "convoke-publication-1";

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format, [`FORMAT`].
    pub format: String,
    /// Which program made it, with its version.
    pub generator: String,
    /// Whether it is a demonstration: then parts of the record are invented.
    pub demonstration: bool,
    /// The permanent address.
    pub address: String,
    /// The programme.
    pub programme: Named,
    /// The edition.
    pub edition: Named,
    /// The report.
    pub report: Named,
    /// What the report is for: `final`, `funder`, `series`, `brief`.
    pub purpose: String,
    /// Which version, from 1.
    pub version: i64,
    /// When it was published, in UTC.
    pub published_at: Timestamp,
    /// As of when its figures were counted, in UTC.
    pub as_of: Timestamp,
    /// The languages, in the report's order.
    pub languages: Vec<Language>,
    /// The figures, in the order in which the report shows them.
    pub figures: Vec<FigureEntry>,
    /// The findings that stand, and why.
    pub waived: Vec<Waived>,
    /// The chapters, by the digest of their source.
    pub chapters: Vec<ChapterEntry>,
    /// The version before, if this is a correction.
    pub previous: Option<Previous>,
    /// What changed since then.
    pub changes: Changes,
    /// The SHA-256 of the composed text and the figures in all languages.
    pub content_sha256: String,
    /// The files that were published with it.
    pub files: Vec<FileEntry>,
}

/// A thing with a key and a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The key.
    pub key: String,
    /// The title, by language.
    pub title: Text,
}

/// A figure as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureEntry {
    /// The indicator's key.
    pub key: String,
    /// What the number is a number of.
    pub title: Text,
    /// What is counted, in one sentence.
    pub definition: Text,
    /// `output`, `outcome` or `impact`.
    pub level: String,
    /// The unit.
    pub unit: Text,
    /// `delivered` or `planned`.
    pub state: String,
    /// How it is rounded: `exact`, `percent`, `fraction`, or `at-least` and the step.
    pub display: String,
    /// The figure as it is printed, by language.
    pub shown: Text,
    /// The number; for a share the number of those who agree.
    pub number: i64,
    /// Out of how many, for a share.
    pub of: Option<i64>,
    /// How many were asked, for a share of those who answered.
    pub asked: Option<i64>,
    /// How it is known.
    pub known: KnownEntry,
    /// How many rows stand behind it.
    pub rows: i64,
    /// The SHA-256 over the digests of its rows, sorted, one a line.
    pub rows_sha256: String,
}

/// How a figure is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownEntry {
    /// Counted by a query; the SHA-256 of its text.
    Query {
        /// The digest.
        sha256: String,
    },
    /// Composed of other figures.
    Formula(String),
    /// Counted by somebody else.
    Observed {
        /// Who counted.
        observer: Text,
        /// Where it is printed.
        evidence: Text,
        /// Of which day it is.
        on: Date,
        /// Where the evidence can be read.
        link: Option<String>,
    },
}

/// A finding that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waived {
    /// The finding's lasting name.
    pub finding: String,
    /// Why it stands.
    pub reason: Text,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterEntry {
    /// Its key.
    pub key: String,
    /// Its heading.
    pub title: Text,
    /// The SHA-256 of its heading and its text in all languages, as they were written.
    pub sha256: String,
}

/// The version before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Previous {
    /// Which version.
    pub version: i64,
    /// The SHA-256 of its manifest.
    pub manifest_sha256: String,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Its name below the permanent address.
    pub name: String,
    /// The SHA-256 of its bytes; none for a PDF, which holds this manifest itself.
    pub sha256: Option<String>,
}

impl Manifest {
    /// The manifest as it is attached: one line a field, ended by a line feed.
    pub fn to_bytes(&self) -> host::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(host::Error::fault)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads a manifest of the format that this program knows.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|it: &Self| it.format == FORMAT)
    }

    /// The figure of a key.
    pub fn figure(&self, key: &str) -> Option<&FigureEntry> {
        self.figures.iter().find(|it| it.key == key)
    }
}
