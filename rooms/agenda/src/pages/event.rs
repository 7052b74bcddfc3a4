//! What search engines and shared links read of a session: schema.org's Event, in the page's head.

use host::App;
use jiff::Timestamp;
use maud::{Markup, PreEscaped, html};
use programme::{Here, model::Mode};
use serde_json::{Value, json};
use ui::Reader;

use crate::{Session, Speaker, place};

/// The head of a session's page.
pub(super) fn head(
    app: &App,
    reader: &Reader,
    here: &Here,
    session: &Session,
    speakers: &[Speaker],
    organiser: &str,
) -> Markup {
    let event = event(app, reader, here, session, speakers, organiser).to_string();
    html! {
        link rel="alternate" type="text/calendar" href=(reader.href_in(reader.language, &format!("{}/calendar.ics", place::page_of(here, session))));
        // No end tag can stand in JSON whose `<` are written as escapes.
        script type="application/ld+json" { (PreEscaped(event.replace('<', "\\u003c"))) }
    }
}

/// What a session is and when, in a sentence.
pub(super) fn describe(reader: &Reader, session: &Session) -> String {
    let when = reader.span_words(session.starts_at, session.ends_at, &session.time_zone());
    let what = [session.topic.as_ref(), Some(&session.activity_title)]
        .into_iter()
        .flatten()
        .map(|it| reader.text(it).to_owned());
    format!("{} · {} · {when}", reader.say(session.kind.label()), what.collect::<Vec<_>>().join(" · "))
}

fn event(app: &App, reader: &Reader, here: &Here, session: &Session, speakers: &[Speaker], organiser: &str) -> Value {
    let address = place::address_of(app, reader, here, session);
    let performers: Vec<Value> = speakers
        .iter()
        .map(|it| json!({ "@type": "Person", "name": it.name, "jobTitle": reader.text(&it.office) }))
        .collect();
    let language = here.edition.languages.0.first().copied().unwrap_or(reader.language);
    json!({
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "@id": address,
        "url": address,
        "name": reader.text(&session.title),
        "description": describe(reader, session),
        "startDate": with_offset(session.starts_at, session),
        "endDate": with_offset(session.ends_at, session),
        "eventAttendanceMode": mode(session.mode),
        "eventStatus": if session.is_cancelled() { "https://schema.org/EventCancelled" } else { "https://schema.org/EventScheduled" },
        "location": location(reader, session, &address),
        "organizer": { "@type": "Organization", "name": organiser, "url": app.outside(&reader.href_in(reader.language, &here.page(""))) },
        "performer": performers,
        "inLanguage": language.tag(),
        "isAccessibleForFree": true,
    })
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Online => "https://schema.org/OnlineEventAttendanceMode",
        Mode::OnSite => "https://schema.org/OfflineEventAttendanceMode",
        Mode::Hybrid => "https://schema.org/MixedEventAttendanceMode",
    }
}

fn location(reader: &Reader, session: &Session, address: &str) -> Value {
    let virtually = json!({ "@type": "VirtualLocation", "url": address });
    let there = session.place.as_ref().filter(|it| !it.is_empty()).map(|it| {
        let place = reader.text(it);
        json!({ "@type": "Place", "name": place, "address": place })
    });
    match (session.mode, there) {
        (Mode::OnSite, Some(there)) => there,
        (Mode::Hybrid, Some(there)) => json!([virtually, there]),
        _ => virtually,
    }
}

/// `2025-10-28T09:00:00+01:00`: the wall clock of its place, with what that clock is off.
fn with_offset(at: Timestamp, session: &Session) -> String {
    at.to_zoned_datetime(session.time_zone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
