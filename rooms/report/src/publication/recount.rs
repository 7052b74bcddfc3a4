//! A publication held against the record, figure by figure and row by row.
//!
//! A figure *holds* if counting again, as of the moment as of which it was counted then, finds the same rows. What the
//! record says today is told beside it: a figure that has grown since still holds.

use std::collections::BTreeMap;

use db::Conn;
use host::{
    App, Result,
    figures::{Display, Scope, Value, trace, value},
};
use jiff::Timestamp;
use kernel::Say;
use programme::Here;
use serde::Serialize;
use ui::Reader;

use super::{Publication, model::FrozenRow, rows, store};

/// A published figure, counted again.
#[derive(Clone, Debug, Serialize)]
pub struct Recounted {
    /// The indicator's key.
    pub key: String,
    /// What came of it.
    pub state: State,
    /// The figure as of the publication's own moment, counted now.
    pub number: Option<i64>,
    /// Out of how many.
    pub of: Option<i64>,
    /// The figure as of the present.
    pub today: Option<i64>,
    /// How it is shown, so that both can be.
    #[serde(skip)]
    display: Option<Display>,
    #[serde(skip)]
    value: Option<Value>,
    #[serde(skip)]
    value_today: Option<Value>,
}

/// Whether a published figure still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The same rows stand behind it.
    Holds {
        /// How many of them belong to somebody who was erased since: they count, and say no more.
        erased: i64,
    },
    /// Other rows stand behind it.
    Differs {
        /// Rows that were not there.
        added: i64,
        /// Rows that are gone.
        removed: i64,
        /// Rows that say something else.
        changed: i64,
        /// Rows of people who were erased since.
        erased: i64,
    },
    /// Nothing counts it any more.
    NoLonger,
}

impl Recounted {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        matches!(self.state, State::Holds { .. })
    }

    /// What came of it, as a sentence without its full stop.
    pub fn said(&self, reader: &Reader) -> String {
        match self.state {
            State::Holds { erased: 0 } => reader.say("report-holds"),
            State::Holds { erased } => reader.said(&Say::new("report-holds-erased").with("count", erased)),
            State::NoLonger => reader.say("report-no-longer-counted"),
            State::Differs { added, removed, changed, erased } => {
                let parts: Vec<String> = [
                    (added, "report-rows-added"),
                    (removed, "report-rows-removed"),
                    (changed, "report-rows-changed"),
                    (erased, "report-rows-erased"),
                ]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, key)| reader.said(&Say::new(key).with("count", count)))
                .collect();
                let now = self.shown(reader).unwrap_or_else(|| reader.say("report-nothing-to-count"));
                match parts.as_slice() {
                    [] => reader.said(&Say::new("report-differs-alone").with("now", now)),
                    _ => reader.said(&Say::new("report-differs").with("now", now).with("rows", parts.join(", "))),
                }
            }
        }
    }

    fn shown(&self, reader: &Reader) -> Option<String> {
        self.display.zip(self.value).map(|(display, value)| display.show(reader, value))
    }

    /// The figure as of today, where it is another.
    pub fn shown_today(&self, reader: &Reader) -> Option<String> {
        let (display, today) = self.display.zip(self.value_today)?;
        let today = display.show(reader, today);
        (Some(&today) != self.shown(reader).as_ref()).then_some(today)
    }
}

/// Counts every figure of a publication again, as of its own moment and as of `now`.
pub async fn recount(
    app: &App,
    conn: &mut Conn,
    here: &Here,
    publication: &Publication,
    now: Timestamp,
) -> Result<Vec<Recounted>> {
    let mut before: BTreeMap<String, Vec<FrozenRow>> = BTreeMap::new();
    for row in store::rows(conn, publication.id).await? {
        before.entry(row.indicator.clone()).or_default().push(row);
    }
    let mut recounted = Vec::new();
    for it in store::figures(conn, publication.id).await? {
        let known = app.assembly.indicators.find(conn, here.edition.id, &it.indicator).await?;
        let Some(indicator) = known else {
            recounted.push(Recounted {
                key: it.indicator,
                state: State::NoLonger,
                number: None,
                of: None,
                today: None,
                display: None,
                value: None,
                value_today: None,
            });
            continue;
        };
        let scope: Scope = here.scope(publication.as_of);
        let found = rows::digested(&publication.salt, &trace(app, conn, scope, &indicator).await?)?;
        let then = value(app, conn, scope, &indicator).await?;
        let today = value(app, conn, here.scope(now), &indicator).await?;
        let same = then.map(|it| (it.number, it.of, it.asked)) == Some((it.number, it.whole, it.asked));
        let state = compared(before.get(&it.indicator).map_or(&[], Vec::as_slice), &found, same);
        recounted.push(Recounted {
            key: it.indicator,
            state,
            number: then.map(|it| it.number),
            of: then.and_then(|it| it.of),
            today: today.map(|it| it.number),
            display: Some(indicator.display),
            value: then,
            value_today: today,
        });
    }
    Ok(recounted)
}

/// What became of the rows.
fn compared(before: &[FrozenRow], now: &[rows::Digested], same_value: bool) -> State {
    let now: BTreeMap<&str, &rows::Digested> = now.iter().map(|it| (it.id.as_str(), it)).collect();
    let (mut removed, mut changed, mut erased) = (0, 0, 0);
    for old in before {
        match now.get(old.row_id.as_str()) {
            None => removed += 1,
            Some(it) if it.erased && !old.erased => erased += 1,
            Some(it) if it.digest != old.digest => changed += 1,
            Some(_) => {}
        }
    }
    let known: std::collections::BTreeSet<&str> = before.iter().map(|it| it.row_id.as_str()).collect();
    let added = i64::try_from(now.keys().filter(|it| !known.contains(**it)).count()).unwrap_or(i64::MAX);
    if (added, removed, changed) == (0, 0, 0) && same_value {
        State::Holds { erased }
    } else {
        State::Differs { added, removed, changed, erased }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn old(id: &str, digest: &str) -> FrozenRow {
        FrozenRow { indicator: "a.b".to_owned(), row_id: id.to_owned(), digest: digest.to_owned(), erased: false }
    }

    fn new(id: &str, digest: &str, erased: bool) -> rows::Digested {
        rows::Digested { id: id.to_owned(), digest: digest.to_owned(), erased }
    }

    #[test]
    fn rows_are_told_apart_by_what_became_of_them() {
        let before = [old("a", "1"), old("b", "2"), old("c", "3"), old("d", "4")];
        let now = [new("a", "1", false), new("b", "2", true), new("c", "9", false), new("e", "5", false)];
        assert_eq!(compared(&before, &now, false), State::Differs { added: 1, removed: 1, changed: 1, erased: 1 });
        assert_eq!(compared(&before[..2], &now[..2], true), State::Holds { erased: 1 });
    }

    #[test]
    fn a_figure_whose_number_is_another_does_not_hold_even_with_the_same_rows() {
        let same = compared(&[old("a", "1")], &[new("a", "1", false)], false);
        assert_eq!(same, State::Differs { added: 0, removed: 0, changed: 0, erased: 0 });
    }
}
