//! What was done to a session: who, when, from what to what.

use db::Conn;
use host::{
    Result, journal,
    journal::{Line, LineValue},
};
use jiff::tz::TimeZone;
use kernel::{Id, mark};
use maud::{Markup, html};
use ui::Reader;

/// A line of the journal with its values.
pub(super) type Past = Vec<(Line, Vec<LineValue>)>;

/// The history of a session, newest first, in two statements however long it is.
pub(super) async fn of(conn: &mut Conn, session: Id<mark::Session>) -> Result<Past> {
    let lines = journal::history(conn, session).await?;
    let (Some(newest), Some(oldest)) = (lines.first(), lines.last()) else { return Ok(Vec::new()) };
    let mut values = journal::values_between(conn, oldest.at, newest.at).await?;
    let mut past = Vec::new();
    for line in lines {
        let (of_line, rest): (Vec<_>, Vec<_>) = values.into_iter().partition(|it| it.entry_id == line.id);
        values = rest;
        past.push((line, of_line));
    }
    Ok(past)
}

/// The history as a list.
pub(super) fn view(reader: &Reader, zone: &TimeZone, past: &Past) -> Markup {
    html! {
        @if past.is_empty() { p.meta { (reader.say("agenda-no-history")) } }
        ul {
            @for (line, values) in past {
                li {
                    p { (reader.stamp(line.at, zone)) " · " (reader.say_key(&line.act)) @if let Some(actor) = &line.actor { " · " bdi { (actor) } } }
                    @for it in values { (change(reader, it)) }
                }
            }
        }
    }
}

fn change(reader: &Reader, it: &LineValue) -> Markup {
    let label = reader.say_key(&format!("agenda-field-{}", it.field.replace('_', "-")));
    html! {
        p.meta {
            (label) ": "
            @if it.erased_at.is_some() { (reader.say("agenda-erased")) } @else {
                @if let Some(was) = it.was.as_ref().filter(|it| !it.is_empty()) { del { bdi { (was) } } " " }
                @if let Some(became) = it.became.as_ref().filter(|it| !it.is_empty()) { ins { bdi { (became) } } }
            }
        }
    }
}
