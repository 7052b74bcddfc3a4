//! Reports as documents: chapters, their look, what was waived, what was published, and what was aimed at.

use std::fmt;

use jiff::{Timestamp, civil::Date};
use kernel::{Id, Key, Language, Text, mark};
use serde::{Deserialize, Serialize};

use super::logo::Picture;

/// What a report is for; it decides which cover it gets and how long it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The whole edition, for everybody.
    Final,
    /// What a funder asked for.
    Funder,
    /// One series, country by country.
    Series,
    /// One page.
    Brief,
}

/// How a report looks, as far as a secretariat may say so without programming.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Look {
    /// The colour of rules and figures, as `#1f3a5f`; the house's where none is named.
    pub accent: Option<String>,
    /// The colour of the cover.
    pub cover: Option<String>,
    /// What stands for the organiser: a mark of the program's, or a picture of their own, named by its kept file.
    pub logo: Option<String>,
    /// What their own picture shows, for those who do not see it.
    pub logo_text: Text,
    /// The figures on the cover, by key.
    pub cover_figures: Vec<String>,
}

impl Look {
    /// The picture of one's own that stands on the cover, by its file and kind.
    pub fn picture(&self) -> Option<(Id<mark::File>, Picture)> {
        self.logo.as_deref().and_then(super::logo::named)
    }
}

db::row! {
    /// A report: chapters in an order, in some languages.
    pub struct Report {
        /// Its identity.
        pub id: Id<Report>,
        /// Its edition.
        pub edition_id: Id<mark::Edition>,
        /// Its key, the last part of its address.
        pub key: Key,
        /// Its title.
        pub title: Text,
        /// What it is for.
        pub purpose: Purpose,
        /// In which languages it is written.
        pub languages: db::Json<Vec<Language>>,
        /// How it looks.
        pub look: db::Json<Look>,
        /// Whether it may be published; one kept as evidence may not.
        pub publishable: bool,
        /// Steps with every change, so that a stale form is noticed.
        pub version: i64,
        /// Its place among the edition's reports.
        pub position: i64,
    }
}

db::row! {
    /// A chapter: Markdown with typed placeholders, in each language of its report.
    pub struct Chapter {
        /// Its identity.
        pub id: Id<Chapter>,
        /// Its report.
        pub report_id: Id<Report>,
        /// Its key.
        pub key: Key,
        /// Its heading.
        pub title: Text,
        /// Its text.
        pub text: Text,
        /// Steps with every change.
        pub version: i64,
        /// Its place in the report.
        pub position: i64,
    }
}

db::row! {
    /// A finding that somebody decided to live with, and why; printed in the annex.
    pub struct Waiver {
        /// Its identity.
        pub id: Id<Waiver>,
        /// The report.
        pub report_id: Id<Report>,
        /// The finding's lasting name.
        pub finding: String,
        /// Why it stands.
        pub reason: Text,
        /// Since when.
        pub waived_at: Timestamp,
        /// By whom; nobody where it came with a folder.
        pub waived_by: Option<Id<mark::Account>>,
        /// Until when.
        pub ended_at: Option<Timestamp>,
        /// Where it comes from: `here`, or the folder's word.
        pub source: String,
    }
}

db::row! {
    /// What an indicator was to reach.
    pub struct Target {
        /// The indicator's key.
        pub indicator: String,
        /// Where it stood before.
        pub baseline: Option<i64>,
        /// On which day that was.
        pub baseline_on: Option<Date>,
        /// What it is to reach: the number, for a share the percentage.
        pub target: i64,
        /// By when.
        pub due_on: Option<Date>,
        /// Where it comes from: `here`, `report` or `demonstration`.
        pub source: String,
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Final => "final",
            Self::Funder => "funder",
            Self::Series => "series",
            Self::Brief => "brief",
        })
    }
}

impl std::str::FromStr for Purpose {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        [Self::Final, Self::Funder, Self::Series, Self::Brief]
            .into_iter()
            .find(|it| it.to_string() == word)
            .ok_or_else(|| format!("“{word}” is no purpose of a report"))
    }
}

impl db::AsText for Purpose {}
