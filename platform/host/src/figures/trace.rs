//! The rows behind a figure, as facts that can be shown to a reader or told to a machine.

use jiff::{Timestamp, civil::Date};
use kernel::{Country, Language, Text};
use ui::Reader;

use super::Dimension;

/// A column of the rows behind a figure.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in the query and in open data.
    pub name: &'static str,
    /// The message that heads it.
    pub title: &'static str,
    pub(super) kind: Kind,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Words,
    Text,
    Country,
    Day,
    Moment,
    Number,
    /// Whether the demonstration made the row up.
    Invented,
    /// One of a few words, each with a message: this, a hyphen, and the word.
    Choice(&'static str),
}

impl Kind {
    /// The kind of this name, as a file writes it: `words`, `choice people-party`.
    pub(super) fn named(name: &'static str) -> Option<Self> {
        Some(match name {
            "words" => Self::Words,
            "text" => Self::Text,
            "country" => Self::Country,
            "day" => Self::Day,
            "moment" => Self::Moment,
            "number" => Self::Number,
            "invented" => Self::Invented,
            _ => Self::Choice(name.strip_prefix("choice ")?),
        })
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// Words as they are.
    Words(String),
    /// Words in languages.
    Text(Text),
    /// A country.
    Country(Country),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(Timestamp),
    /// A number.
    Number(i64),
    /// The mark of what a demonstration made up.
    Invented,
    /// One of a few words, with the beginning of its message's key.
    Choice(&'static str, String),
}

impl Cell {
    /// The cell in a reader's language.
    pub fn show(&self, reader: &Reader) -> String {
        match self {
            Self::Country(it) => reader.country(*it),
            Self::Text(it) => reader.text(it).to_owned(),
            Self::Day(it) => reader.day(*it),
            Self::Number(it) => reader.number(*it),
            Self::Invented => reader.say("ui-invented"),
            Self::Choice(prefix, word) => reader.say_key(&format!("{prefix}-{word}")),
            Self::Nothing | Self::Words(_) | Self::Moment(_) => self.plain(),
        }
    }

    /// The cell for machines: codes, ISO days, English words.
    pub fn plain(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Words(it) | Self::Choice(_, it) => it.clone(),
            Self::Text(it) => it.best(Language::ENGLISH).1.to_owned(),
            Self::Country(it) => it.to_string(),
            Self::Day(it) => it.to_string(),
            Self::Moment(it) => it.to_string(),
            Self::Number(it) => it.to_string(),
            Self::Invented => "demonstration".to_owned(),
        }
    }
}

/// One thing that a figure counts.
#[derive(Clone, Debug)]
pub struct TraceRow {
    /// Which thing it is: the same for as long as the record stands.
    pub id: String,
    /// Since when it counts, where that is known.
    pub since: Option<Timestamp>,
    /// What it adds: one for a thing counted; for a share one if it agrees and nought if not; an observed number.
    pub adds: i64,
    /// Whether the person of this row was erased since: the row still counts, and says no more.
    pub erased: bool,
    /// By what it can be told apart, in the order of the indicator's dimensions.
    pub told_apart: Vec<Option<String>>,
    /// The cells, one for each column.
    pub cells: Vec<Cell>,
}

/// The rows that a figure counts.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The columns.
    pub columns: Vec<Column>,
    /// By what the rows can be told apart.
    pub dimensions: Vec<Dimension>,
    /// The rows, one for each thing counted.
    pub rows: Vec<TraceRow>,
}

impl Trace {
    /// How many rows fall on each value of a dimension; `None` gathers those of which it is unknown.
    pub fn by(&self, dimension: Dimension) -> std::collections::BTreeMap<Option<String>, i64> {
        let mut counts = std::collections::BTreeMap::new();
        let Some(at) = self.dimensions.iter().position(|it| *it == dimension) else { return counts };
        for row in &self.rows {
            *counts.entry(row.told_apart.get(at).cloned().flatten()).or_default() += 1;
        }
        counts
    }
}
