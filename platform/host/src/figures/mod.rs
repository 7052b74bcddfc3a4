//! Figures: what can be counted, how each is known and shown, and the rows that it counts.
//!
//! An indicator is one file, `rooms/ROOM/indicators/KEY.toml` ([`file`]): a room adds one by adding a file. Its
//! query finds *rows*; number, rows, growth and disaggregation all come from that one query, so they cannot
//! disagree. No figure is typed by hand.

mod counting;
mod file;
mod finding;
mod formula;
mod register;
mod trace;

use std::fmt;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{Id, Text, mark};
use ui::Reader;

pub use counting::{Query, over_time, value, values};
pub use finding::{trace, traces};
pub use formula::Formula;
pub use register::{Register, indicator};
pub use trace::{Cell, Column, Trace, TraceRow};

/// Of what a figure is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The edition.
    pub edition: Id<mark::Edition>,
    /// The moment as of which it is counted: what happened later is not yet so.
    pub as_of: Timestamp,
    /// The day of that moment where the edition is run from.
    pub today: Date,
}

impl Scope {
    /// An edition at a moment, whose day is that of the edition's zone.
    pub fn new(edition: Id<mark::Edition>, as_of: Timestamp, zone: &TimeZone) -> Self {
        Self { edition, as_of, today: as_of.to_zoned_datetime(zone.clone()).date() }
    }
}

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The number; for a share the number of those who agree.
    pub number: i64,
    /// Out of how many, for a share: its n.
    pub of: Option<i64>,
    /// How many were asked, for a share of those who answered: its N.
    pub asked: Option<i64>,
}

impl Value {
    /// A number of things.
    pub fn number(number: i64) -> Self {
        Self { number, of: None, asked: None }
    }
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
    /// As the greatest common fraction that it exceeds: `over two thirds`.
    Fraction,
}

/// How far down the chain of results a figure stands, in the words of the aid-transparency standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// What was done: sessions, participants.
    Output,
    /// What came of it for those who took part.
    Outcome,
    /// What came of it beyond them.
    Impact,
}

/// Whether a figure counts what has happened or what is announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It has happened by the moment shown.
    #[default]
    Delivered,
    /// It is announced; no report may present it as a result.
    Planned,
}

/// A property by which the rows of a figure can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// The country.
    Country,
    /// The region: Asia or Europe.
    Region,
    /// From which side of the table: government or civil society.
    Party,
    /// The gender; for the desk alone, and protected there.
    Gender,
    /// The activity.
    Activity,
}

/// How a figure is known.
#[derive(Clone, Debug)]
pub enum Known {
    /// Counted out of the record's rows by one query.
    Computed(Query),
    /// Put together from other figures.
    Composed(Formula),
    /// Counted elsewhere and written down with its source: the newest row that the query finds.
    Observed(Query),
}

/// A name or a sentence: from the message catalogue, or from the record.
#[derive(Clone, Debug)]
pub enum Words {
    /// A message.
    Message(&'static str),
    /// What somebody wrote.
    Text(Text),
}

impl Words {
    /// The words in a reader's language.
    pub fn in_words(&self, reader: &Reader) -> String {
        match self {
            Self::Message(key) => reader.say(key),
            Self::Text(text) => reader.text(text).to_owned(),
        }
    }
}

/// Something that is counted.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its key, like `training.participants`.
    pub key: String,
    /// The room that knows it.
    pub room: &'static str,
    /// What the number is a number of.
    pub title: Words,
    /// What is counted, in one sentence.
    pub definition: Words,
    /// The message that names its unit.
    pub unit: &'static str,
    /// How far down the chain of results it stands.
    pub level: Level,
    /// Whether it counts what has happened.
    pub state: State,
    /// How it is shown.
    pub display: Display,
    /// How it is known.
    pub known: Known,
    /// By what it can be told apart.
    pub dimensions: Vec<Dimension>,
    /// How many were asked, where the figure is a share of those who answered.
    pub asked: Option<i64>,
}

/// The fractions in words, from the greatest, as numerator, denominator and message.
const FRACTIONS: [(i64, i64, &str); 7] = [
    (9, 10, "ui-over-nine-tenths"),
    (3, 4, "ui-over-three-quarters"),
    (2, 3, "ui-over-two-thirds"),
    (1, 2, "ui-over-half"),
    (1, 3, "ui-over-a-third"),
    (1, 4, "ui-over-a-quarter"),
    (1, 10, "ui-over-a-tenth"),
];

impl Display {
    /// The figure as it is printed.
    pub fn show(self, reader: &Reader, value: Value) -> String {
        match self {
            Self::Exact => reader.number(value.number),
            // Below the first step there is nothing to round down to: the number itself says more than “0+”.
            Self::AtLeast(step) if value.number < step => reader.number(value.number),
            Self::AtLeast(step) => format!("{}+", reader.number(value.number - value.number.rem_euclid(step.max(1)))),
            Self::Percent => reader.percent(percent(value)),
            Self::Fraction => match fraction(value) {
                Some(message) => reader.say(message),
                None => reader.percent(percent(value)),
            },
        }
    }

    /// Whether it shows a part of a whole.
    pub fn is_share(self) -> bool {
        matches!(self, Self::Percent | Self::Fraction)
    }
}

/// A percentage rounded half up, in whole numbers alone; nought of nothing.
pub fn percent(value: Value) -> i64 {
    match value.of {
        Some(all) if all > 0 => (value.number * 200 + all) / (all * 2),
        _ => 0,
    }
}

/// The message of the greatest common fraction that a share exceeds.
fn fraction(value: Value) -> Option<&'static str> {
    let all = value.of.filter(|it| *it > 0)?;
    FRACTIONS.iter().find(|(top, bottom, _)| value.number * bottom > all * top).map(|(_, _, message)| *message)
}

impl Indicator {
    /// Whether this program counts it itself.
    pub fn is_observed(&self) -> bool {
        matches!(self.known, Known::Observed(_))
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Output => "output",
            Self::Outcome => "outcome",
            Self::Impact => "impact",
        })
    }
}

impl Dimension {
    /// The column in which a query says it.
    pub fn column(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Party => "party",
            Self::Gender => "gender",
            Self::Activity => "activity",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(number: i64, of: i64) -> Value {
        Value { number, of: Some(of), asked: None }
    }

    #[test]
    fn percentages_are_rounded_half_up() {
        let cases = [(97, 101, 96), (100, 101, 99), (91, 101, 90), (92, 101, 91), (1, 200, 1), (0, 5, 0)];
        for (number, of, shown) in cases {
            assert_eq!(percent(share(number, of)), shown, "{number} of {of}");
        }
    }

    #[test]
    fn a_share_in_words_never_says_more_than_there_is() {
        let cases = [
            (67, 100, Some("ui-over-two-thirds")),
            (66, 99, Some("ui-over-half")),
            (91, 101, Some("ui-over-nine-tenths")),
            (1, 20, None),
            (0, 0, None),
        ];
        for (number, of, said) in cases {
            assert_eq!(fraction(share(number, of)), said, "{number} of {of}");
        }
    }
}
