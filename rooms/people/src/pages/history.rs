//! What was done to a person, from the journal.

use db::Conn;
use host::{
    Result,
    journal::{self, Line, LineValue},
};
use jiff::tz::TimeZone;
use kernel::{Id, mark};
use ui::{Markup, Reader, html};

/// The lines of a person's history, newest first, with their values.
pub(super) struct History {
    lines: Vec<Line>,
    values: Vec<LineValue>,
}

/// Fetches a history.
pub(super) async fn of(conn: &mut Conn, person: Id<mark::Person>) -> Result<History> {
    let lines = journal::history(conn, person).await?;
    let values = match (lines.last(), lines.first()) {
        (Some(oldest), Some(newest)) => journal::values_between(conn, oldest.at, newest.at).await?,
        _ => Vec::new(),
    };
    Ok(History { lines, values })
}

impl History {
    /// The history as a list.
    pub(super) fn show(&self, reader: &Reader, zone: &TimeZone) -> Markup {
        html! {
            @if self.lines.is_empty() { p { (reader.say("people-no-history")) } }
            ul.rows {
                @for line in &self.lines {
                    li {
                        div.meta { (reader.stamp(line.at, zone)) }
                        div {
                            p { strong { (reader.say_key(&line.act)) } @if let Some(actor) = &line.actor { " · " bdi { (actor) } } }
                            @for it in self.values.iter().filter(|it| it.entry_id == line.id) { (value(reader, it)) }
                        }
                    }
                }
            }
        }
    }
}

fn value(reader: &Reader, it: &LineValue) -> Markup {
    let field = reader.say_key(&format!("people-field-{}", it.field.replace('_', "-")));
    let nothing = || reader.say("people-nothing");
    let words = |value: &Option<String>| value.clone().filter(|it| !it.is_empty()).unwrap_or_else(nothing);
    html! {
        p.meta {
            (field) " · "
            @if it.erased_at.is_some() {
                (reader.say("people-erased"))
            } @else {
                del { bdi { (words(&it.was)) } } " → " ins { bdi { (words(&it.became)) } }
            }
        }
    }
}
