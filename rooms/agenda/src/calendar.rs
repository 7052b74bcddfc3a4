//! Sessions as calendar files (RFC 5545): instants in UTC, so that no zone has to be described.

use icalendar::{Calendar, Component, Event, Parameter, Property};
use jiff::Timestamp;
use kernel::Text;
use ui::Reader;

use crate::model::{Revision, Session};

/// What a calendar file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Something to be noted.
    Publish,
    /// Something to be struck out.
    Cancel,
}

/// Whose calendar it is, and in which words.
pub(super) struct Publisher<'a> {
    /// The reader, for titles.
    pub reader: &'a Reader,
    /// Who runs the programme.
    pub organiser: String,
    /// Where questions go.
    pub contact: &'a str,
    /// What a demonstration says of itself.
    pub demonstration: Option<String>,
}

/// A session, its revision, the address of its page, and where people join it.
pub(super) struct Dated<'a> {
    /// The session.
    pub session: &'a Session,
    /// How often it was changed.
    pub revision: Option<&'a Revision>,
    /// The address of its page.
    pub page: String,
    /// Where people join it, for those who may know.
    pub joining: Option<&'a str>,
}

/// A calendar of these sessions, under a name.
pub(super) fn file(by: &Publisher<'_>, name: &str, method: Method, dated: &[Dated<'_>]) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Convoke//Agenda//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", if method == Method::Cancel { "CANCEL" } else { "PUBLISH" }),
        ("X-WR-CALNAME", name),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    if method == Method::Publish {
        calendar.append_property(
            Property::new("REFRESH-INTERVAL", "PT12H").append_parameter(Parameter::new("VALUE", "DURATION")).done(),
        );
        calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT12H"));
    }
    if let Some(words) = &by.demonstration {
        calendar.append_property(Property::new("X-WR-CALDESC", words));
    }
    for it in dated {
        calendar.push(event(by, it));
    }
    calendar.to_string()
}

fn event(by: &Publisher<'_>, it: &Dated<'_>) -> Event {
    let session = it.session;
    let changed_at = it.revision.map_or(session.starts_at, |it| it.changed_at);
    let cancelled = session.is_cancelled();
    let mut event = Event::new();
    event.add_property("UID", session.id.to_string());
    event.add_property("SEQUENCE", it.revision.map_or(0, |it| it.sequence).to_string());
    event.add_property("DTSTAMP", instant(changed_at));
    event.add_property("LAST-MODIFIED", instant(changed_at));
    event.add_property("DTSTART", instant(session.starts_at));
    event.add_property("DTEND", instant(session.ends_at));
    event.add_property("SUMMARY", by.reader.text(&session.title));
    event.add_property("DESCRIPTION", description(by, it));
    event.add_property("LOCATION", location(by.reader, it));
    event.add_property("URL", it.joining.unwrap_or(&it.page));
    event.add_property("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
    let mut organiser = Property::new("ORGANIZER", format!("mailto:{}", by.contact));
    organiser.add_parameter("CN", &by.organiser.replace(['"', '\r', '\n'], " "));
    event.append_property(organiser);
    event
}

fn description(by: &Publisher<'_>, it: &Dated<'_>) -> String {
    let session = it.session;
    let mut lines = vec![by.reader.text(&session.activity_title).to_owned()];
    lines.extend(session.topic.as_ref().map(|topic| by.reader.text(topic).to_owned()));
    if !session.public {
        lines.push(by.reader.say("agenda-participants-only"));
    }
    if let Some(link) = it.joining {
        lines.push(by.reader.say_with("agenda-join-at", [("link", link.to_owned())]));
    }
    lines.push(it.page.clone());
    lines.extend(by.demonstration.clone());
    lines.join("\n")
}

fn location(reader: &Reader, it: &Dated<'_>) -> String {
    let place = it.session.place.as_ref().filter(|it| !Text::is_empty(it)).map(|it| reader.text(it).to_owned());
    place.unwrap_or_else(|| it.joining.unwrap_or(&it.page).to_owned())
}

/// `20251028T080000Z`
fn instant(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
