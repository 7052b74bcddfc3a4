//! The file of an indicator, or of a family of them.
//!
//! ```toml
//! level = "output"                       # or outcome, impact
//! unit = "people"                        # the message ui-unit-people
//! display = "exact"                      # or percent, fraction, { at-least = 100 }
//! dimensions = ["country", "party"]      # columns of the query by which its rows can be told apart
//! shows = ["name: words", "country: country", "since: moment"]
//! query = """select p.person_id as row, …  where p.edition_id = :edition and p.since <= :as_of"""
//! ```
//! The query names each row (`row`) and may say since when it counts (`since`), whether it agrees (`agrees`, for a
//! share: 1 or 0, as a `bigint`) and when its person was erased (`erased_at`). It may ask for `:edition`, `:as_of`,
//! `:today` and, in a family, `:member`. With `formula` in the place of `query` a figure is composed of others; with
//! `known = "observed"` the newest row's `number` is the figure. With `each`, a query of `member`, `title` and
//! perhaps `definition`, `display` and `asked`, one file is a family: an indicator for each row of the record.
//!
//! Title and definition are the messages `ROOM-KEY` and `ROOM-KEY-definition`, dots written as hyphens.

use db::Sql;
use serde::Deserialize;

use super::{
    Dimension, Display, Formula, Level, State,
    counting::{Bind, Query},
    trace::{Column, Kind},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    level: Level,
    unit: String,
    #[serde(default)]
    display: WrittenDisplay,
    #[serde(default)]
    state: State,
    #[serde(default)]
    known: Option<String>,
    #[serde(default)]
    dimensions: Vec<Dimension>,
    #[serde(default)]
    shows: Vec<String>,
    query: Option<String>,
    formula: Option<String>,
    each: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenDisplay {
    #[default]
    Exact,
    Percent,
    Fraction,
    AtLeast(i64),
}

/// What a file says.
#[derive(Clone, Debug)]
pub(super) struct Filed {
    pub key: String,
    pub room: &'static str,
    pub title: &'static str,
    pub definition: &'static str,
    pub unit: &'static str,
    pub level: Level,
    pub state: State,
    pub display: Display,
    pub dimensions: Vec<Dimension>,
    pub known: FiledKnown,
    /// Finds the members of a family.
    pub each: Option<Query>,
}

#[derive(Clone, Debug)]
pub(super) enum FiledKnown {
    Computed(Query),
    Observed(Query),
    Composed(Formula),
}

/// A name that lives as long as the program: there are a few for each file, read once.
fn lasting(words: impl Into<String>) -> &'static str {
    Box::leak(words.into().into_boxed_str())
}

/// Reads a file; `Err` says what in it cannot be understood.
pub(super) fn read(room: &str, key: &str, text: &str) -> Result<Filed, String> {
    let written: Written = toml::from_str(text).map_err(|it| it.to_string())?;
    let display = match written.display {
        WrittenDisplay::Exact => Display::Exact,
        WrittenDisplay::Percent => Display::Percent,
        WrittenDisplay::Fraction => Display::Fraction,
        WrittenDisplay::AtLeast(step) => Display::AtLeast(step.max(1)),
    };
    let columns = written.shows.iter().map(|it| column(room, it)).collect::<Result<Vec<_>, _>>()?;
    let known = match (written.query, written.formula, written.known.as_deref()) {
        (Some(query), None, None) => FiledKnown::Computed(counting(&query, columns, display.is_share())),
        (Some(query), None, Some("observed")) => FiledKnown::Observed(newest(&query, columns)),
        (None, Some(formula), None) => FiledKnown::Composed(Formula::read(&formula)?),
        _ => return Err("an indicator has a query (perhaps with known = \"observed\") or a formula".to_owned()),
    };
    let stem = format!("{room}-{}", key.replace('.', "-"));
    Ok(Filed {
        key: key.to_owned(),
        room: lasting(room),
        definition: lasting(format!("{stem}-definition")),
        title: lasting(stem),
        unit: lasting(format!("ui-unit-{}", written.unit)),
        level: written.level,
        state: written.state,
        display,
        dimensions: written.dimensions,
        known,
        each: written.each.map(|it| counting(&it, Vec::new(), false)),
    })
}

/// A column as a file writes it: its name and what it holds.
fn column(room: &str, words: &str) -> Result<Column, String> {
    let (name, kind) = words.split_once(':').ok_or_else(|| format!("“{words}” names no kind of column"))?;
    let kind = lasting(kind.trim());
    let kind = Kind::named(kind).ok_or_else(|| format!("“{kind}” is no kind of column"))?;
    let title = lasting(format!("{room}-column-{}", name.trim().replace('_', "-")));
    Ok(Column { name: lasting(name.trim()), title, kind })
}

/// More rows than there are. A query with a limit stands by itself, so that the engine sees that nobody asks for the
/// columns of what it is only joined with, and leaves those tables alone; folded into the count it looks at each row.
const EVERY_ROW: &str = "limit 9000000000000000000";

fn counting(query: &str, columns: Vec<Column>, share: bool) -> Query {
    let (rows, binds) = numbered(query);
    let agreed = if share { "cast(coalesce(sum(agrees), 0) as bigint)" } else { "cast(null as bigint)" };
    // The order is for the reader of the rows; counting them needs none.
    let unordered = rows.rsplit_once("\norder by ").map_or(rows.as_str(), |(before, _)| before);
    let count =
        lasting(format!("select count(*) as counted, {agreed} as agreed from ({unordered} {EVERY_ROW}) as found"));
    Query { rows: Sql(lasting(rows)), count: Sql(count), binds, columns, member: None, share }
}

/// The newest observation, by its day and then by its place.
fn newest(query: &str, columns: Vec<Column>) -> Query {
    let (rows, binds) = numbered(query);
    let count = lasting(format!(
        "select number as counted, cast(null as bigint) as agreed
         from (select number from ({rows}) as found order by observed_on desc limit 1) as newest"
    ));
    Query { rows: Sql(lasting(rows)), count: Sql(count), binds, columns, member: None, share: false }
}

/// A query with its names as numbers, and what each number stands for.
fn numbered(query: &str) -> (String, Vec<Bind>) {
    let mut binds: Vec<Bind> = Vec::new();
    let mut text = String::with_capacity(query.len());
    let mut rest = query.trim();
    while let Some(at) = rest.find(':') {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        let after = &after[1..];
        let name: String = after.chars().take_while(|it| it.is_ascii_lowercase() || *it == '_').collect();
        match Bind::ALL.iter().find(|(known, _)| *known == name) {
            Some((_, bind)) => {
                let number = binds.iter().position(|it| it == bind).unwrap_or_else(|| {
                    binds.push(*bind);
                    binds.len() - 1
                });
                text.push('$');
                text.push_str(&(number + 1).to_string());
                rest = &after[name.len()..];
            }
            None => {
                text.push(':');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    (text, binds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARE: &str = r#"
        level = "outcome"
        unit = "answers"
        display = "percent"
        shows = ["respondent: words", "answer: number"]
        query = "select respondent as row, agrees from answers where edition_id = :edition and at <= :as_of and day <= :edition"
    "#;

    #[test]
    fn a_file_becomes_two_statements_with_numbers() {
        let filed = read("outreach", "survey.use", SHARE).unwrap();
        let FiledKnown::Computed(query) = &filed.known else { panic!("it is computed") };
        assert!(query.rows.0.ends_with("edition_id = $1 and at <= $2 and day <= $1"));
        assert!(query.statements()[1].starts_with("select count(*) as counted, cast(coalesce(sum(agrees)"));
        assert_eq!(query.binds, [Bind::Edition, Bind::AsOf]);
        assert_eq!((filed.title, filed.definition), ("outreach-survey-use", "outreach-survey-use-definition"));
        assert_eq!(query.columns[1].title, "outreach-column-answer");
    }

    #[test]
    fn a_file_that_cannot_be_understood_says_so() {
        let cases = [
            ("level = 'output'\nunit = 'people'", "a query"),
            ("level = 'deed'\nunit = 'people'", "deed"),
            ("level = 'output'\nunit = 'people'\nformula = 'a.b +'", "missing at the end"),
            ("level = 'output'\nunit = 'people'\nquery = 'select 1'\nshows = ['name: colour']", "colour"),
            ("level = 'output'\nunit = 'people'\nquery = 'select 1'\ncolour = 'red'", "colour"),
        ];
        for (text, said) in cases {
            let why = read("people", "a.b", text).unwrap_err();
            assert!(why.contains(said), "{text}: {why}");
        }
    }
}
