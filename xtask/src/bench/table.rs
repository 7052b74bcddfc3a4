//! The one table: what was measured, what was aimed at, what three well-known servers reach on such a machine.

use std::fmt;
use std::time::Duration;

/// Rows in the order in which they were measured.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<[String; 4]>,
}

impl Table {
    /// Adds a row.
    pub(super) fn row(&mut self, what: &str, measured: String, target: &str, others: &str) {
        println!("   {what}: {measured}");
        self.rows.push([what.to_owned(), measured, target.to_owned(), others.to_owned()]);
    }

    /// Adds a row of a time.
    pub(super) fn seconds(&mut self, what: &str, measured: Duration, target: &str, others: &str) {
        self.row(what, format!("{:.3} s", measured.as_secs_f64()), target, others);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["", "measured", "target", "three others"].map(str::to_owned);
        let rows: Vec<&[String; 4]> = std::iter::once(&head).chain(&self.rows).collect();
        let width = |column: usize| rows.iter().map(|it| it[column].chars().count()).max().unwrap_or_default();
        let widths = [width(0), width(1), width(2), width(3)];
        for (at, row) in rows.iter().enumerate() {
            writeln!(
                out,
                "| {:<a$} | {:>b$} | {:>c$} | {:>d$} |",
                row[0],
                row[1],
                row[2],
                row[3],
                a = widths[0],
                b = widths[1],
                c = widths[2],
                d = widths[3]
            )?;
            if at == 0 {
                let [a, b, c, d] = widths.map(|it| "-".repeat(it - 1));
                writeln!(out, "| {a}- | {b}: | {c}: | {d}: |")?;
            }
        }
        Ok(())
    }
}
