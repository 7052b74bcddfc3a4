//! Registering: without an account, without a script, once whatever happens.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{App, Ask, Error, Page, Result, Sent, redirect};
use kernel::EmailAddress;
use maud::{Markup, html};
use programme::Here;
use ui::{Reader, form::Filled};

use super::{Parts, mark, session, session_at, status, zone};
use crate::{
    AgendaRefusal, Session,
    actions::{self, Asked},
    place,
};

/// The longest name and organisation that we take: longer than any that is printed on a badge.
const LONGEST: usize = 200;

pub(super) async fn back(Ask(reader): Ask, here: Here, parts: Parts) -> Response {
    redirect(&reader.href(&here.page(&format!("sessions/{}", super::part(&parts, "session")))))
}

pub(super) async fn register(
    State(app): State<App>,
    Ask(mut reader): Ask,
    here: Here,
    parts: Parts,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    if sent.value(zone::SHOW.0) == zone::SHOW.1 {
        // Only other clocks were asked for; the form comes back as it was left.
        reader.zone = jiff::tz::TimeZone::get(sent.value("zone")).ok();
        return Ok(session::page(&app, &reader, &here, session, &sent).await?.into_response());
    }
    let confirmed = redirect(&reader.href(&format!("{}/registered", place::page_of(&here, &session))));
    if let Err(refusal) = actions::open_for_registration(&session, app.clock.now()) {
        return too_late(&app, &reader, &here, session, sent, &refusal).await;
    }
    // Only a machine fills the trap; it is told what everybody is told.
    if !sent.value("website").is_empty() {
        return Ok(confirmed);
    }
    let asked = match read(&reader, &sent) {
        Ok(asked) => asked,
        Err(wrong) => {
            mark(&mut sent, &wrong, "name");
            return Ok(session::page(&app, &reader, &here, session, &sent)
                .await?
                .status(status(&wrong))
                .into_response());
        }
    };
    let mut tx = app.db.write().await?;
    match actions::register(&app, &mut tx, session.id, &asked).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(confirmed)
        }
        Err(Error::Refused(_)) => {
            drop(tx);
            // Full, begun or called off since the page was opened: the page now says so in place of the form.
            Ok(session::page(&app, &reader, &here, session_at(&app, &here, &parts).await?, &sent)
                .await?
                .status(409)
                .into_response())
        }
        Err(other) => Err(other),
    }
}

async fn too_late(
    app: &App,
    reader: &Reader,
    here: &Here,
    session: Session,
    sent: Filled,
    why: &AgendaRefusal,
) -> Result<Response> {
    tracing::debug!(session = %session.key, %why, "a registration came too late");
    Ok(session::page(app, reader, here, session, &sent).await?.status(409).into_response())
}

fn read(reader: &Reader, sent: &Filled) -> std::result::Result<Asked, Vec<AgendaRefusal>> {
    let mut wrong = Vec::new();
    let (name, organisation, country) = (sent.value("name"), sent.value("organisation"), sent.value("country"));
    if name.is_empty() {
        wrong.push(AgendaRefusal::NoName);
    }
    for (field, words) in [("name", name), ("organisation", organisation)] {
        // A confirmation goes to whatever address is given: it must not carry a stranger's link.
        if ["://", "www."].iter().any(|it| words.to_lowercase().contains(it)) {
            wrong.push(AgendaRefusal::HoldsAddress(field));
        }
        if words.chars().count() > LONGEST {
            wrong.push(AgendaRefusal::TooLong(field));
        }
    }
    let email = sent.value("email").parse::<EmailAddress>();
    if email.is_err() {
        wrong.push(AgendaRefusal::NoAddress);
    }
    let country = if country.is_empty() { None } else { Some(country.parse()) };
    if matches!(country, Some(Err(_))) {
        wrong.push(AgendaRefusal::NoCountry);
    }
    match email {
        Ok(email) if wrong.is_empty() => Ok(Asked {
            name: one_line(name),
            email,
            country: country.and_then(std::result::Result::ok),
            organisation: one_line(organisation),
            language: reader.language,
            zone: zone::known(sent.value("zone")).or_else(|| reader.zone_name()),
        }),
        _ => Err(wrong),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What happens next, and when: the same words for everybody, whoever was registered before.
pub(super) async fn registered(State(app): State<App>, Ask(reader): Ask, here: Here, parts: Parts) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    if !session.takes_registrations(app.clock.now()) {
        return Ok(redirect(&reader.href(&place::page_of(&here, &session))));
    }
    let title = reader.say("agenda-registered");
    let content = view(&app, &reader, &here, &session);
    Ok(Page::site(here.edition.id, title, content).unlisted().into_response())
}

fn view(app: &App, reader: &Reader, here: &Here, it: &Session) -> Markup {
    let zone = it.time_zone();
    html! {
        h1 { (reader.say("agenda-registered")) }
        div.prose {
            p { (reader.say("agenda-registered-for")) " " strong { (reader.words(&it.title)) } }
            p { (reader.span(it.starts_at, it.ends_at, &zone)) }
            h2 { (reader.say("agenda-next")) }
            ol {
                li { (reader.say("agenda-next-letter")) }
                @if it.reminder_at() > app.clock.now() {
                    li { (reader.say("agenda-next-reminder")) " " (reader.moment(it.reminder_at(), &zone)) }
                }
                li { (reader.say("agenda-next-session")) " " (reader.moment(it.starts_at, &zone)) }
            }
            p { (reader.say_with("agenda-no-letter", [("contact", here.programme.contact.clone())])) }
            @if app.demonstration { p.said { (reader.say("agenda-letter-kept")) } }
            p { a href=(reader.href(&place::page_of(here, it))) { (reader.say("agenda-back-to-session")) } }
        }
    }
}
