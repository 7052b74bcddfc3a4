//! Sheets as they are found in the wild: UTF-8 or UTF-16, with commas, semicolons or tabs, quoted or not.

mod decode;
mod rows;

use std::{collections::BTreeMap, path::Path};

use crate::{Place, Problem, Problems};

/// A file of rows under headings.
#[derive(Clone, Debug)]
pub struct Sheet {
    file: String,
    headings: Vec<String>,
    rows: Vec<Row>,
    has_decimal_commas: bool,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column(usize);

/// A row of a sheet, without the blanks around its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, counted from one.
    pub line: u64,
    cells: Vec<String>,
}

impl Row {
    /// What stands in a column; empty where nothing does.
    pub fn cell(&self, column: Column) -> &str {
        self.cells.get(column.0).map_or("", String::as_str)
    }
}

impl Sheet {
    /// Reads a sheet from a file.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        let file = path.display().to_string();
        let place = Place { file: file.clone(), ..Place::default() };
        let bytes = std::fs::read(path).map_err(|error| {
            Problems::one(place, format!("this file could not be read ({error}). Look whether its name is right."))
        })?;
        Self::of(&file, &bytes)
    }

    /// Reads a sheet from bytes; `file` is what problems call it.
    pub fn of(file: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let text = decode::decode(file, bytes)?;
        rows::read(file, &text)
    }

    /// The headings, in order.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// The rows, without those that are empty.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The column of a heading: spelt exactly so, else in other letters of the same kind (`Gender` for `gender`).
    pub fn find(&self, heading: &str) -> Option<Column> {
        let wanted = heading.trim();
        let exact = self.headings.iter().position(|it| it == wanted);
        let folded = || self.headings.iter().position(|it| it.to_lowercase() == wanted.to_lowercase());
        exact.or_else(folded).filter(|_| !wanted.is_empty()).map(Column)
    }

    /// The column of a heading, or a problem that names those that there are.
    pub fn column(&self, heading: &str) -> Result<Column, Problem> {
        self.find(heading).ok_or_else(|| {
            let known: Vec<&str> = self.headings.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
            let place = Place { line: Some(1), ..self.place() };
            Problem {
                place, says: format!("there is no column “{heading}”. The columns are: {}.", known.join(", "))
            }
        })
    }

    /// The columns of several headings, or all problems.
    pub fn columns<const N: usize>(&self, headings: [&str; N]) -> Result<[Column; N], Problems> {
        let mut problems = Problems::default();
        let found = headings.map(|it| {
            self.column(it).unwrap_or_else(|problem| {
                problems.0.push(problem);
                Column(usize::MAX)
            })
        });
        problems.or(found)
    }

    /// The sheet itself, as a place.
    pub fn place(&self) -> Place {
        Place { file: self.file.clone(), ..Place::default() }
    }

    /// Where a cell stands.
    pub fn at(&self, row: &Row, column: Column) -> Place {
        let heading = self.headings.get(column.0).cloned().unwrap_or_default();
        Place { line: Some(row.line), column: Some((column.0 + 1, heading)), ..self.place() }
    }

    /// Where a row stands.
    pub fn line(&self, row: &Row) -> Place {
        Place { line: Some(row.line), ..self.place() }
    }

    /// A cell as a number, with a point or, in a sheet with semicolons or tabs, a comma.
    pub fn number(&self, row: &Row, column: Column) -> Result<f64, Problem> {
        let cell = row.cell(column);
        let pointed = if self.has_decimal_commas { cell.replace(',', ".") } else { cell.to_owned() };
        pointed.parse().ok().filter(|it: &f64| it.is_finite()).ok_or_else(|| {
            let found =
                if cell.is_empty() { "nothing stands here".to_owned() } else { format!("“{cell}” is no number") };
            Problem { place: self.at(row, column), says: format!("{found}. Write a number such as 3.75.") }
        })
    }

    /// A cell as a whole number from zero.
    pub fn count(&self, row: &Row, column: Column) -> Result<u32, Problem> {
        let cell = row.cell(column);
        cell.parse().map_err(|_| {
            let found = if cell.is_empty() {
                "nothing stands here".to_owned()
            } else {
                format!("“{cell}” is no whole number")
            };
            Problem { place: self.at(row, column), says: format!("{found}. Write a whole number such as 0 or 12.") }
        })
    }

    /// Each row's id in a column, no two alike; without a column the number of the row.
    pub fn ids(&self, column: Option<Column>) -> Result<Vec<String>, Problems> {
        let Some(column) = column else {
            return Ok((1..=self.rows.len()).map(|it| it.to_string()).collect());
        };
        let mut problems = Problems::default();
        let mut lines: BTreeMap<&str, u64> = BTreeMap::new();
        for row in &self.rows {
            let id = row.cell(column);
            if id.is_empty() {
                problems.add(self.at(row, column), "this row has no id. Give everybody an id of their own.");
            } else if let Some(first) = lines.insert(id, row.line) {
                let says = format!("the id “{id}” stands in line {first} already. Give everybody an id of their own.");
                problems.add(self.at(row, column), says);
            }
        }
        problems.or(self.rows.iter().map(|it| it.cell(column).to_owned()).collect())
    }
}

#[cfg(test)]
mod tests;
