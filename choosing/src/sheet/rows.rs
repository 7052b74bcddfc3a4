//! From text to rows.

use std::collections::BTreeMap;

use super::{Row, Sheet};
use crate::{Place, Problems};

/// More rows than any pool has; a sheet with more is the wrong one.
const MOST_ROWS: usize = 2_000_000;

/// Splits a text into headings and rows. Every row has as many cells as there are headings; empty ones at its end may be
/// absent.
pub(super) fn read(file: &str, text: &str) -> Result<Sheet, Problems> {
    let place = Place { file: file.to_owned(), ..Place::default() };
    let delimiter = delimiter(text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    let mut problems = Problems::default();
    let mut sheet =
        Sheet { file: file.to_owned(), headings: Vec::new(), rows: Vec::new(), has_decimal_commas: delimiter != b',' };
    for record in reader.records() {
        let record = record.map_err(|error| {
            Problems::one(place.clone(), format!("this file could not be read as a sheet ({error})."))
        })?;
        let line = record.position().map_or(1, |it| lines.of(it.byte() as usize));
        let cells: Vec<String> = record.iter().map(bare).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let here = Place { line: Some(line), ..place.clone() };
        // A quotation mark that is never closed swallows the lines below it.
        let swallows = record.iter().any(|it| it.matches('\n').count() > MOST_LINES_OF_A_CELL);
        if swallows {
            problems.add(here, "a quotation mark is opened in this row and closed much later or never. Close it.");
        } else if sheet.headings.is_empty() {
            sheet.headings = cells;
            of_headings(&sheet, line, &mut problems);
        } else if cells.iter().skip(sheet.headings.len()).any(|it| !it.is_empty()) {
            let says = format!(
                "this row has {} cells, but there are {} headings. Put a cell that holds a separator between quotation marks.",
                cells.len(),
                sheet.headings.len()
            );
            problems.add(here, says);
        } else {
            sheet.rows.push(Row { line, cells });
        }
        if sheet.rows.len() > MOST_ROWS {
            return Err(Problems::one(
                place,
                format!("this file has more than {MOST_ROWS} rows. Is it the right one?"),
            ));
        }
    }
    if sheet.headings.is_empty() {
        problems.add(place.clone(), "this file is empty. Its first line must hold the headings.");
    } else if sheet.rows.is_empty() && problems.0.is_empty() {
        problems.add(place, "this file has headings but no rows. Look whether it is the right one.");
    }
    problems.or(sheet)
}

/// More lines than anybody writes into one cell.
const MOST_LINES_OF_A_CELL: usize = 1_000;

fn of_headings(sheet: &Sheet, line: u64, problems: &mut Problems) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, heading) in sheet.headings.iter().enumerate().filter(|it| !it.1.is_empty()) {
        if let Some(before) = first.insert(heading, at + 1) {
            let column = Some((at + 1, heading.clone()));
            let place = Place { line: Some(line), column, ..sheet.place() };
            problems.add(place, format!("column {before} has the same heading. Rename one of them."));
        }
    }
}

/// A cell without the blanks around it, non-breaking ones among them.
fn bare(cell: &str) -> String {
    cell.trim_matches(|it: char| it.is_whitespace() || it == '\u{feff}' || it == '\u{200b}').to_owned()
}

/// The separator that the first line has most of, outside quotation marks; a comma among equals.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if !is_quoted => counts.iter_mut().filter(|it| it.0 == byte).for_each(|it| it.1 += 1),
            _ => {}
        }
    }
    counts.iter().rev().max_by_key(|it| it.1).map_or(b',', |it| it.0)
}

/// Counts lines up to a byte. The reader's own count takes no notice of a lone carriage return.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, byte: usize) -> u64 {
        // The reader gives the place behind the last record; blank lines before this one are still ahead.
        let mut end = byte.min(self.text.len());
        while self.text.get(end).is_some_and(|it| matches!(it, b'\n' | b'\r')) {
            end += 1;
        }
        for at in self.at.min(end)..end {
            let is_end = match self.text[at] {
                b'\n' => true,
                b'\r' => self.text.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(is_end);
        }
        self.at = end;
        self.line
    }
}
