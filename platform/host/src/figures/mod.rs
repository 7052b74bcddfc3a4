//! Figures: what a room can count, how it is shown, and the rows that it counts.
//!
//! A room lists its indicators in `indicators.rs`; the app gathers them; the report, the site and the desk
//! show them by key. No figure is typed by hand.

use db::Conn;
use jiff::Timestamp;
use kernel::{Id, mark};
use ui::Reader;

use crate::{App, Error, Result, app::Boxed};

/// Of what a figure is computed.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// The edition.
    pub edition: Id<mark::Edition>,
    /// The moment as of which it is counted: what happened later is not yet so.
    pub as_of: Timestamp,
}

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The number; for a percentage the number of those who agree.
    pub number: i64,
    /// Out of how many, for a percentage.
    pub of: Option<i64>,
}

/// How a figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// As it is: `107`.
    Exact,
    /// Rounded down to a multiple of this, with a plus: `2,231` by hundreds is `2,200+`.
    AtLeast(i64),
    /// As a percentage, rounded half up, with its n beside it: `96%`.
    Percent,
}

/// The rows that a figure counts.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The messages that name the columns.
    pub columns: Vec<&'static str>,
    /// The rows, one for each thing counted.
    pub rows: Vec<Vec<String>>,
}

/// Computes a figure by one query.
pub type Compute = for<'a> fn(&'a mut Conn, Scope) -> Boxed<'a, Result<Option<Value>>>;

/// Finds the rows behind a figure.
pub type Rows = for<'a> fn(&'a mut Conn, Scope) -> Boxed<'a, Result<Trace>>;

/// Something that is counted.
#[derive(Clone, Copy)]
pub struct Indicator {
    /// Its key, like `training.participants`.
    pub key: &'static str,
    /// The message that names it: what the number is a number of.
    pub title: &'static str,
    /// The message that defines it in one sentence.
    pub definition: &'static str,
    /// How it is shown.
    pub display: Display,
    /// Computes it; `None` where there is nothing to count yet.
    pub compute: Compute,
    /// Finds the rows behind it.
    pub rows: Rows,
}

/// A figure that was computed.
#[derive(Clone, Copy)]
pub struct Figure {
    /// What it counts.
    pub indicator: Indicator,
    /// What came out; `None` where there is nothing to count yet.
    pub value: Option<Value>,
}

impl Display {
    /// The figure as it is printed.
    pub fn show(self, reader: &Reader, value: Value) -> String {
        match self {
            Self::Exact => reader.number(value.number),
            Self::AtLeast(step) => format!("{}+", reader.number(value.number - value.number.rem_euclid(step.max(1)))),
            Self::Percent => reader.percent(percent(value)),
        }
    }
}

/// A percentage rounded half up, in whole numbers alone.
pub fn percent(value: Value) -> i64 {
    match value.of {
        Some(all) if all > 0 => (value.number * 200 + all) / (all * 2),
        _ => 0,
    }
}

impl Figure {
    /// The figure as it is printed; nothing where there is nothing to count, never a zero in its place.
    pub fn show(&self, reader: &Reader) -> Option<String> {
        self.value.map(|value| self.indicator.display.show(reader, value))
    }
}

/// The indicator of this key.
pub fn indicator(app: &App, key: &str) -> Result<Indicator> {
    app.assembly.indicators.iter().find(|it| it.key == key).copied().ok_or(Error::Hidden)
}

/// Computes one figure.
pub async fn figure(app: &App, conn: &mut Conn, key: &str, scope: Scope) -> Result<Figure> {
    let indicator = indicator(app, key)?;
    Ok(Figure { indicator, value: (indicator.compute)(conn, scope).await? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_rounded_half_up() {
        let cases = [(97, 101, 96), (100, 101, 99), (91, 101, 90), (92, 101, 91), (1, 200, 1), (0, 5, 0)];
        for (number, of, shown) in cases {
            assert_eq!(percent(Value { number, of: Some(of) }), shown, "{number} of {of}");
        }
    }
}
