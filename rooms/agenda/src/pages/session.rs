//! The page of a session: when in every zone that matters, who speaks, and the form that registers in twenty seconds.

use axum::extract::State;
use host::{App, Ask, Page, Result};
use jiff::Timestamp;
use maud::{Markup, html};
use programme::{Here, Organisation, Source, model::ProgrammeCountry};
use ui::{Reader, form, form::Filled};

use super::{Parts, event, list, session_at, zone};
use crate::{Session, Speaker, SpeakerRole, actions, place, store};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here, parts: Parts) -> Result<Page> {
    let session = session_at(&app, &here, &parts).await?;
    page(&app, &reader, &here, session, &Filled::default()).await
}

/// Everything that the page of a session shows.
struct Shown {
    session: Session,
    speakers: Vec<Speaker>,
    for_all: Vec<Speaker>,
    countries: Vec<ProgrammeCountry>,
    organiser: Option<Organisation>,
    full: bool,
    now: Timestamp,
}

/// The page with a form as it was sent, so that an attempt that failed keeps what was written.
pub(super) async fn page(app: &App, reader: &Reader, here: &Here, session: Session, filled: &Filled) -> Result<Page> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let open = session.takes_registrations(now);
    let full = match session.capacity {
        Some(capacity) if open => store::registered_count(&mut conn, session.id, now).await? >= capacity,
        _ => false,
    };
    let shown = Shown {
        speakers: store::speakers_of_session(&mut conn, session.id).await?,
        for_all: store::speakers_of_activity(&mut conn, session.activity_id).await?,
        countries: if open { programme::countries(&mut conn, here.edition.id).await? } else { Vec::new() },
        organiser: place::organiser(&mut conn, here).await?,
        session,
        full,
        now,
    };
    let it = &shown.session;
    let organiser = place::name_of(shown.organiser.as_ref(), here, reader);
    let head = event::head(app, reader, here, it, &shown.speakers, &organiser);
    let title = reader.text(&it.title).to_owned();
    Ok(Page::site(here.edition.id, title, view(reader, here, &shown, filled))
        .describe(event::describe(reader, it))
        .head(head))
}

fn view(reader: &Reader, here: &Here, shown: &Shown, filled: &Filled) -> Markup {
    let it = &shown.session;
    html! {
        header.opening {
            p.label {
                a href=(reader.href(&here.page(&format!("activities/{}", it.activity)))) { (reader.words(&it.activity_title)) }
                " · " (reader.say(it.kind.label()))
            }
            h1 { (reader.words(&it.title)) }
            @if let Some(topic) = &it.topic { p.lede { (reader.words(topic)) } }
            p { (reader.span(it.starts_at, it.ends_at, &it.time_zone())) }
            p { (list::tag(reader, it, shown.now)) (assumed(reader, it)) }
        }
        @if filled.pairs().next().is_none() {
            (zone::form(reader, it.starts_at, &it.time_zone()))
        } @else {
            (zone::form_beside(reader, it.starts_at, &it.time_zone(), &register_path(here, it), filled))
        }
        div.two {
            div { (registration(reader, here, shown, filled)) (recording(reader, it, shown.now)) }
            (details(reader, here, it))
        }
        (speakers(reader, "agenda-speakers", &shown.speakers))
        (speakers(reader, "agenda-speakers-of-activity", &shown.for_all))
    }
}

/// What of the day and the times is the demonstration's own.
fn assumed(reader: &Reader, it: &Session) -> Markup {
    let key = match (it.date_source == Source::Demonstration, it.time_source == Source::Demonstration) {
        (true, _) => Some("agenda-day-assumed"),
        (false, true) => Some("agenda-time-assumed"),
        (false, false) => None,
    };
    html! { @if let Some(key) = key { " " span.meta { (reader.say(key)) } } }
}

fn registration(reader: &Reader, here: &Here, shown: &Shown, filled: &Filled) -> Markup {
    let it = &shown.session;
    html! {
        section #registration {
            h2 { (reader.say("agenda-registration")) }
            @if let Err(refusal) = actions::open_for_registration(it, shown.now) {
                p.said { (reader.said(&host::Refusal::say(&refusal))) }
                @if it.has_begun(shown.now) && it.recorded_by(shown.now).is_some() {
                    p { a href="#recording" { (reader.say("agenda-to-recording")) } }
                }
            } @else if shown.full {
                p.said { (reader.say("agenda-full-why")) }
            } @else {
                p { (reader.say("agenda-registration-lede")) }
                (register_form(reader, here, shown, filled))
            }
        }
    }
}

fn register_path(here: &Here, it: &Session) -> String {
    format!("{}/register", place::page_of(here, it))
}

fn register_form(reader: &Reader, here: &Here, shown: &Shown, filled: &Filled) -> Markup {
    let mut countries: Vec<(String, String)> =
        shown.countries.iter().map(|it| (it.code.to_string(), reader.country(it.code))).collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    countries.insert(0, (String::new(), reader.say("agenda-country-none")));
    let action = register_path(here, &shown.session);
    let contact = here.programme.contact.clone();
    form::post(reader, &action, filled, |it| {
        html! {
            (it.line("name", &reader.say("agenda-name"), Some(&reader.say("agenda-name-hint")), "text", Some("name")))
            (it.line("email", &reader.say("agenda-email"), Some(&reader.say("agenda-email-hint")), "email", Some("email")))
            (it.choice("country", &reader.say("agenda-country"), None, &countries))
            (it.line("organisation", &reader.say("agenda-organisation"), None, "text", Some("organization")))
            (it.trap())
            input type="hidden" name="zone" value=(reader.zone_name().unwrap_or_default()) data-own-zone;
            p.hint.send { (reader.say_with("agenda-consent", [("contact", contact)])) " "
                a href=(reader.href("/privacy")) { (reader.say("agenda-privacy")) } }
            (it.submit(&reader.say("agenda-register")))
        }
    })
}

fn recording(reader: &Reader, it: &Session, now: Timestamp) -> Markup {
    html! {
        @if let Some(day) = it.recorded_by(now) {
            section.block #recording {
                h2 { (reader.say("agenda-recording")) }
                p { (reader.say_with("agenda-recording-since", [("day", reader.day(day))])) }
                @if it.time_source == Source::Demonstration { p.meta { (reader.say("agenda-recording-not-held")) } }
            }
        }
    }
}

fn details(reader: &Reader, here: &Here, it: &Session) -> Markup {
    html! {
        section {
            h2 { (reader.say("agenda-details")) }
            dl {
                @if let Some(host) = &it.host { dt.label { (reader.say("agenda-host")) } dd { (reader.words(host)) } }
                @if let Some(week) = it.week { dt.label { (reader.say("agenda-week")) } dd { (reader.number(week)) } }
                @if let Some(place) = it.place.as_ref().filter(|it| !it.is_empty()) {
                    dt.label { (reader.say("agenda-place")) } dd { (reader.words(place)) }
                }
                dt.label { (reader.say("agenda-for-whom")) }
                dd { (reader.say(if it.public { "agenda-for-everybody" } else { "agenda-participants-only" })) }
                dt.label { (reader.say("agenda-calendar")) }
                dd { a href=(reader.href_in(reader.language, &format!("{}/calendar.ics", place::page_of(here, it)))) { (reader.say("agenda-calendar-session")) } }
                dd { a href=(reader.href_in(reader.language, &here.page(&format!("activities/{}/calendar.ics", it.activity)))) { (reader.say("agenda-calendar-activity")) } }
            }
        }
    }
}

fn speakers(reader: &Reader, heading: &'static str, speakers: &[Speaker]) -> Markup {
    html! {
        @if !speakers.is_empty() {
            section.block {
                h2 { (reader.say(heading)) }
                ul.people { @for it in speakers { (speaker(reader, it)) } }
            }
        }
    }
}

fn speaker(reader: &Reader, it: &Speaker) -> Markup {
    html! {
        li {
            p.who { bdi { (it.printed) } }
            @if it.role != SpeakerRole::Speaker { p.label { (reader.say(it.role.label())) } }
            @if !it.office.is_empty() { p.meta { (reader.words(&it.office)) } }
            @else if let Some(organisation) = &it.organisation { p.meta { bdi { (organisation) } } }
            @if it.invented { span.tag.invented { (reader.say("programme-invented")) } }
        }
    }
}
