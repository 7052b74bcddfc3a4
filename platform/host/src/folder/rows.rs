//! CSV files, row by row, with the place of every value.

use std::{fmt::Display, str::FromStr};

use jiff::{Timestamp, civil::Date};
use kernel::{Key, Text};

use super::{Findings, Folder, Spot};

/// The rows of a CSV file with exactly the columns that were asked for.
pub struct Rows {
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
}

/// One row.
pub struct Row {
    file: &'static str,
    line: usize,
    columns: &'static [&'static str],
    fields: Vec<(usize, String)>,
}

impl Rows {
    /// Reads a file; a wrong header line or a row of another length is a finding.
    pub fn read(
        folder: &Folder,
        file: &'static str,
        columns: &'static [&'static str],
        findings: &mut Findings,
    ) -> Self {
        let text = folder.text(file, findings);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let lines: Vec<&str> = text.split('\n').collect();
        let mut rows = Vec::new();
        for (number, record) in reader.records().enumerate() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    findings.add(Spot::file(file), error.to_string(), "a row is one line of fields between commas");
                    break;
                }
            };
            let line = record.position().map_or(0, |it| usize::try_from(it.line()).unwrap_or(0));
            if number == 0 {
                if record.iter().ne(columns.iter().copied()) {
                    findings.add(
                        Spot::line(file, 1),
                        "the header line is not the expected one",
                        format!("write {}", columns.join(",")),
                    );
                    break;
                }
                continue;
            }
            if record.len() != columns.len() {
                findings.add(
                    Spot::line(file, line),
                    format!("this row has {} fields", record.len()),
                    format!(
                        "write {} fields: {}; put a field with commas between quotation marks",
                        columns.len(),
                        columns.join(",")
                    ),
                );
                continue;
            }
            let starts = starts(lines.get(line.wrapping_sub(1)).copied().unwrap_or_default());
            let fields = record
                .iter()
                .enumerate()
                .map(|(at, it)| (starts.get(at).copied().unwrap_or(0), it.to_owned()))
                .collect();
            rows.push(Row { file, line, columns, fields });
        }
        Self { rows }
    }
}

/// The column, in characters from 1, at which each field of a line begins.
fn starts(line: &str) -> Vec<usize> {
    let mut starts = vec![1];
    let mut quoted = false;
    for (at, letter) in line.chars().enumerate() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => starts.push(at + 2),
            _ => {}
        }
    }
    starts
}

impl Row {
    fn index(&self, column: &str) -> usize {
        self.columns.iter().position(|it| *it == column).unwrap_or(0)
    }

    /// The place of a value.
    pub fn spot(&self, column: &str) -> Spot {
        let start = self.fields.get(self.index(column)).map_or(0, |it| it.0);
        Spot { file: self.file.to_owned(), line: self.line, column: start }
    }

    /// A value as it stands; empty where nothing does.
    pub fn get(&self, column: &str) -> &str {
        self.fields.get(self.index(column)).map_or("", |it| it.1.as_str())
    }

    /// A value as it stands, or nothing where it is empty.
    pub fn optional(&self, column: &str) -> Option<String> {
        Some(self.get(column)).filter(|it| !it.is_empty()).map(str::to_owned)
    }

    /// A value that must be there.
    pub fn required(&self, column: &str, findings: &mut Findings) -> String {
        let value = self.get(column);
        if value.trim().is_empty() {
            findings.add(self.spot(column), format!("{column} is empty"), "write a value");
        }
        value.to_owned()
    }

    /// A value of a kind that can be parsed; `right` says what it looks like.
    pub fn parsed<T: FromStr<Err: Display>>(&self, column: &str, right: &str, findings: &mut Findings) -> Option<T> {
        match self.get(column).parse() {
            Ok(value) => Some(value),
            Err(_) => {
                findings.add(self.spot(column), format!("{column} is “{}”", self.get(column)), right);
                None
            }
        }
    }

    /// The same, where nothing may stand instead.
    pub fn optional_parsed<T: FromStr<Err: Display>>(
        &self,
        column: &str,
        right: &str,
        findings: &mut Findings,
    ) -> Option<T> {
        if self.get(column).is_empty() { None } else { self.parsed(column, right, findings) }
    }

    /// A key.
    pub fn key(&self, column: &str, findings: &mut Findings) -> Option<Key> {
        self.parsed(column, "write lower-case letters, digits and hyphens, like youth-summit", findings)
    }

    /// An instant.
    pub fn instant(&self, column: &str, findings: &mut Findings) -> Option<Timestamp> {
        self.parsed(column, "write an instant in UTC, like 2025-08-31T15:59:00Z", findings)
    }

    /// A day.
    pub fn day(&self, column: &str, findings: &mut Findings) -> Option<Date> {
        self.parsed(column, "write a day, like 2025-10-23", findings)
    }

    /// A whole number, or nothing.
    pub fn number(&self, column: &str, findings: &mut Findings) -> Option<i64> {
        self.optional_parsed(column, "write a whole number", findings)
    }

    /// One of several words.
    pub fn one_of(&self, column: &str, words: &[&str], findings: &mut Findings) -> String {
        let value = self.get(column);
        if !words.contains(&value) {
            findings.add(
                self.spot(column),
                format!("{column} is “{value}”"),
                format!("write one of: {}", words.join(", ")),
            );
        }
        value.to_owned()
    }

    /// A text in English and French from two columns.
    pub fn text(&self, english: &str, french: &str) -> Text {
        Text::default()
            .with(kernel::Language::ENGLISH, self.get(english))
            .with(kernel::Language::FRENCH, self.get(french))
    }
}
