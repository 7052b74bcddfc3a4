//! What was done to a report or a chapter: who, when, from what to what.

use db::Conn;
use host::journal::{self, Line, LineValue};
use jiff::tz::TimeZone;
use kernel::Id;
use ui::{Markup, Reader, html};

/// How many lines are shown; the journal has them all.
const MOST: usize = 12;

/// How much of a value is shown, in characters.
const LONGEST: usize = 160;

/// Lines of the journal, each with its values.
pub(super) type Past = Vec<(Line, Vec<LineValue>)>;

/// The history of a thing, newest first, in two statements however long it is.
pub(super) async fn of<T>(conn: &mut Conn, subject: Id<T>) -> host::Result<Past> {
    let mut lines = journal::history(conn, subject).await?;
    lines.truncate(MOST);
    let values = journal::values_of(conn, subject).await?;
    let of = |line: &Line| values.iter().filter(|it| it.entry_id == line.id).cloned().collect();
    Ok(lines.into_iter().map(|line| (line.clone(), of(&line))).collect())
}

/// The history as a list.
pub(super) fn view(reader: &Reader, zone: &TimeZone, past: &Past) -> Markup {
    html! {
        section.block {
            h2 { (reader.say("report-history")) }
            @if past.is_empty() { p.meta { (reader.say("report-no-history")) } }
            ul {
                @for (line, values) in past {
                    li {
                        p {
                            (reader.stamp(line.at, zone)) " · " (reader.say_key(&line.act))
                            @if let Some(actor) = &line.actor { " · " bdi { (actor) } }
                        }
                        @for it in values { (change(reader, it)) }
                    }
                }
            }
        }
    }
}

fn change(reader: &Reader, it: &LineValue) -> Markup {
    let said = |it: &Option<String>| it.as_ref().filter(|it| !it.is_empty()).map(|it| shortened(it));
    html! {
        p.meta {
            (reader.say_key(&format!("report-field-{}", it.field.replace('_', "-")))) ": "
            @if let Some(was) = said(&it.was) { del { bdi { (was) } } " " }
            @if let Some(became) = said(&it.became) { ins { bdi { (became) } } }
        }
    }
}

fn shortened(value: &str) -> String {
    let mut letters = value.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}
