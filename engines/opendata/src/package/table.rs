//! Tables: fields, rows, and what must hold of them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::field::Field;
use super::is_name;
use crate::Flaw;

/// What stands in a cell whose value nobody knows.
pub const NOT_KNOWN: &str = "";
/// What stands in a cell whose value is kept back to protect people: `c` for confidential, after a colon, so that it
/// is nobody's word.
pub const HIDDEN: &str = ":c";

/// A table, published as one CSV file and described as one resource.
#[derive(Clone, Debug)]
pub struct Table {
    /// A short name, also that of the file: `indicators` stands in `data/indicators.csv`.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What a row is.
    pub description: String,
    /// The columns.
    pub fields: Vec<Field>,
    /// The columns that together name a row; none if rows have no name.
    pub key: Vec<String>,
    /// The rows, each with one cell a field.
    pub rows: Vec<Vec<Cell>>,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nobody knows.
    NotKnown,
    /// Kept back to protect people.
    Hidden,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A decimal number, written as short as it can be read back.
    Decimal(f64),
    /// A yes or no.
    Is(bool),
    /// A day.
    Day(Date),
    /// An instant.
    At(Timestamp),
}

impl Cell {
    /// Words, or nothing known where they are empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::NotKnown } else { Self::Text(text) }
    }

    /// The value as text, without regard to spreadsheets.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::NotKnown => NOT_KNOWN.to_owned(),
            Self::Hidden => HIDDEN.to_owned(),
            Self::Text(it) => it.clone(),
            Self::Whole(it) => it.to_string(),
            Self::Decimal(it) => it.to_string(),
            Self::Is(it) => it.to_string(),
            Self::Day(it) => it.to_string(),
            Self::At(it) => it.to_string(),
        }
    }
}

impl Table {
    /// Where the table stands in the package.
    pub fn path(&self) -> String {
        format!("data/{}.csv", self.name)
    }

    /// What must be mended before this table can be published.
    pub(super) fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut tell = |place: &str, what: &str| flaws.push(Flaw::new(format!("table {}{place}", self.name), what));
        if !is_name(&self.name) {
            tell("", "the name is not of small letters, digits, `-`, `_` and `.`");
        }
        let names: BTreeSet<&str> = self.fields.iter().map(|it| it.name.as_str()).collect();
        if names.is_empty() || names.len() < self.fields.len() || names.contains("") {
            tell("", "the fields have no names of their own");
        }
        if self.key.iter().any(|it| !names.contains(it.as_str())) {
            tell("", "the key names no field");
        }
        for (at, row) in self.rows.iter().enumerate() {
            let place = format!(" / row {}", at + 1);
            if row.len() != self.fields.len() {
                tell(&place, "the row has another length than the head");
            }
            for (field, cell) in self.fields.iter().zip(row) {
                if let Some(what) = field.refuses(cell) {
                    tell(&format!("{place} / {}", field.name), what);
                }
                if matches!(cell, Cell::Text(it) if it == NOT_KNOWN || it == HIDDEN) {
                    tell(&format!("{place} / {}", field.name), "the text reads like a missing value");
                }
            }
        }
        for set in self.sets_of_their_own() {
            if self.repeats(&set) {
                tell(&format!(" / {}", set.join(", ")), "two rows are the same");
            }
        }
        flaws
    }

    /// The fields of which no two rows may hold the same: the key, and each unique field.
    fn sets_of_their_own(&self) -> Vec<Vec<&str>> {
        let key = (!self.key.is_empty()).then(|| self.key.iter().map(String::as_str).collect());
        let unique = self.fields.iter().filter(|it| it.constraints.unique).map(|it| vec![it.name.as_str()]);
        key.into_iter().chain(unique).collect()
    }

    fn repeats(&self, names: &[&str]) -> bool {
        let at: Vec<usize> =
            (0..self.fields.len()).filter(|at| names.contains(&self.fields[*at].name.as_str())).collect();
        let value =
            |row: &Vec<Cell>| -> Vec<String> { at.iter().filter_map(|at| row.get(*at)).map(Cell::plain).collect() };
        let values: BTreeSet<Vec<String>> = self.rows.iter().map(value).collect();
        values.len() < self.rows.len()
    }
}
