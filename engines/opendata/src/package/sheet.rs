//! A table as CSV that a spreadsheet can open without harm.

use std::io;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::File;
use super::table::{Cell, Table};

/// The table as a file.
pub(super) fn file(table: &Table) -> io::Result<File> {
    let mut out =
        WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
    out.write_record(table.fields.iter().map(|it| safe(&it.name)))?;
    for row in &table.rows {
        out.write_record(row.iter().map(written))?;
    }
    let bytes = out.into_inner().map_err(|it| io::Error::other(it.to_string()))?;
    Ok(File { path: table.path(), bytes })
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => safe(text),
        other => other.plain(),
    }
}

/// Words that no spreadsheet takes for a formula: an apostrophe stands before them. Numbers keep their sign.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
