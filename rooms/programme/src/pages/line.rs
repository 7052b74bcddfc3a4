//! A line of the journal in words, as the journal and the history of a thing show it.

use db::Conn;
use host::{
    App,
    journal::{self, Line, LineValue},
};
use kernel::Id;
use maud::{Markup, html};
use ui::Reader;

use crate::Here;

/// How many lines of a thing's history its page shows; the journal has them all.
const MOST: usize = 20;

/// How much of a value is shown, in characters.
const LONGEST: usize = 160;

/// What was done to one thing, newest first, with the values.
pub(super) struct History {
    lines: Vec<Line>,
    values: Vec<LineValue>,
}

pub(super) async fn history<T>(conn: &mut Conn, subject: Id<T>) -> host::Result<History> {
    let mut lines = journal::history(conn, subject).await?;
    lines.truncate(MOST);
    Ok(History { lines, values: journal::values_of(conn, subject).await? })
}

pub(super) fn view_history(app: &App, reader: &Reader, here: &Here, history: &History) -> Markup {
    html! {
        section.block {
            h2 { (reader.say("programme-history")) }
            @if history.lines.is_empty() {
                p { (reader.say("programme-no-history")) }
            } @else {
                ol.rows {
                    @for line in &history.lines {
                        li { (when(reader, here, line)) div { (who_did(reader, line)) (values(app, reader, line, &history.values)) } }
                    }
                }
            }
        }
    }
}

pub(super) fn when(reader: &Reader, here: &Here, line: &Line) -> Markup {
    reader.stamp(line.at, &here.edition.time_zone())
}

/// `Amina: changed an activity`.
pub(super) fn who_did(reader: &Reader, line: &Line) -> Markup {
    html! {
        p {
            @match &line.actor {
                Some(name) => strong { bdi { (name) } },
                None => (reader.say("programme-journal-nobody")),
            }
            ": " (reader.say_key(&line.act))
        }
    }
}

/// The values of a line: what each was, and what it became.
pub(super) fn values(app: &App, reader: &Reader, line: &Line, values: &[LineValue]) -> Markup {
    let values: Vec<&LineValue> = values.iter().filter(|it| it.entry_id == line.id).collect();
    html! {
        @if !values.is_empty() {
            ul { @for it in values { li { (value(app, reader, it)) } } }
        }
    }
}

fn value(app: &App, reader: &Reader, it: &LineValue) -> Markup {
    html! {
        span.meta { (field(app, reader, &it.field)) } ": "
        @match (&it.erased_at, &it.was, &it.became) {
            (Some(_), _, _) => em { (reader.say("programme-value-erased")) },
            (None, Some(was), Some(became)) => {
                (reader.say("programme-value-was")) " " del { bdi { (shown(reader, was)) } } ", "
                (reader.say("programme-value-became")) " " ins { bdi { (shown(reader, became)) } }
            },
            (None, Some(was), None) => { (reader.say("programme-value-was")) " " del { bdi { (shown(reader, was)) } } },
            (None, None, Some(became)) => bdi { (shown(reader, became)) },
            (None, None, None) => (reader.say("programme-value-empty")),
        }
    }
}

/// The name of a field, where the catalogue has one; else as the record calls it.
fn field(app: &App, reader: &Reader, name: &str) -> String {
    let key = format!("programme-field-{}", name.replace('_', "-"));
    if app.words.has(kernel::Language::ENGLISH, &key) { reader.say_key(&key) } else { name.replace('_', " ") }
}

fn shown(reader: &Reader, value: &str) -> String {
    if value.is_empty() {
        return reader.say("programme-value-empty");
    }
    let mut letters = value.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}
