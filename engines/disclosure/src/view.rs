//! Views: the tables that are published together.

use serde::{Deserialize, Serialize};

/// A count of people under a key. Cells of the same key in different views are one cell: that is how views are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is counted, the same in all views: `training/group=youth`.
    pub key: String,
    /// How many people.
    pub count: u32,
    /// How it may be published.
    pub form: Form,
}

/// How a cell may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Exactly, whatever it is: a total that everybody knows. It is never hidden.
    Kept,
    /// Exactly, unless it is small; that nobody is in it may be known.
    Open,
    /// Exactly, unless it is small or zero: an answer, a score, people who were not chosen.
    Private,
    /// In a band: participants by country.
    Banded,
    /// Not at all, yet others might compute it; small counts are protected as in `Open`.
    Unpublished,
}

impl Cell {
    /// A cell.
    pub fn new(key: impl Into<String>, count: u32, form: Form) -> Self {
        Self { key: key.into(), count, form }
    }
}

/// One count is the sum of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The key of the whole.
    pub total: String,
    /// The keys of the parts.
    pub parts: Vec<String>,
}

/// A table of none, one or two dimensions, with the sums that its reader can form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Its cells, totals among them.
    pub cells: Vec<Cell>,
    /// Which are sums of which.
    pub sums: Vec<Sum>,
}

impl View {
    /// A single count.
    pub fn figure(cell: Cell) -> Self {
        Self { cells: vec![cell], sums: Vec::new() }
    }

    /// A table of one dimension. A total that is not published is handed in as `Form::Unpublished`.
    pub fn list(total: Cell, parts: Vec<Cell>) -> Self {
        let sums = vec![sum(&total, &parts)];
        Self { cells: [vec![total], parts].concat(), sums }
    }

    /// A crossing of two dimensions: `inner` holds a row of cells for each of `rows`, one cell for each of `columns`.
    pub fn crossing(total: Cell, rows: Vec<Cell>, columns: Vec<Cell>, inner: &[Vec<Cell>]) -> Self {
        let mut sums = vec![sum(&total, &rows), sum(&total, &columns)];
        sums.extend(rows.iter().zip(inner).map(|(row, cells)| sum(row, cells)));
        for (at, column) in columns.iter().enumerate() {
            let cells: Vec<Cell> = inner.iter().filter_map(|row| row.get(at)).cloned().collect();
            sums.push(sum(column, &cells));
        }
        Self { cells: [vec![total], rows, columns, inner.concat()].concat(), sums }
    }

    /// Some of a population: who knows both counts knows how many are left, under the key that is given for them.
    pub fn part(whole: Cell, part: Cell, rest: impl Into<String>) -> Self {
        let rest = Cell::new(rest, whole.count.saturating_sub(part.count), Form::Unpublished);
        Self::list(whole, vec![part, rest])
    }
}

fn sum(total: &Cell, parts: &[Cell]) -> Sum {
    Sum { total: total.key.clone(), parts: parts.iter().map(|it| it.key.clone()).collect() }
}
