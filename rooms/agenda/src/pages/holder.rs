//! A registration, for whoever holds its link: what and when, where to join, and the way out.

use axum::{extract::State, response::Response};
use host::{App, Ask, Clock, Download, Found, Page, Result, links, redirect};
use kernel::{Id, mark};
use maud::{Markup, html};
use programme::Here;
use ui::{Reader, form};

use super::{Parts, calendars::MEDIA_TYPE, part};
use crate::{
    Session, actions,
    calendar::{self, Method},
    model::Guest,
    place, store,
};

/// What a link leads to.
struct Held {
    guest: Guest,
    session: Session,
    here: Here,
}

async fn held(app: &App, token: &str) -> Result<Held> {
    let mut conn = app.db.read().await?;
    let id: Id<mark::Registration> = links::object(&mut conn, place::REGISTRATION, token, Clock::real()).await?;
    let guest = store::guest(&mut conn, id).await?.found()?;
    let session = store::session_by_id(&mut conn, guest.session_id).await?.found()?;
    let here = place::here_of(&mut conn, session.edition_id).await?;
    Ok(Held { guest, session, here })
}

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, parts: Parts) -> Result<Page> {
    let token = part(&parts, "token");
    let held = held(&app, token).await?;
    let content = view(&app, &reader, &held, token);
    Ok(Page::site(held.here.edition.id, reader.say("agenda-your-registration"), content).unlisted())
}

pub(super) async fn withdraw(State(app): State<App>, Ask(reader): Ask, parts: Parts) -> Result<Response> {
    let token = part(&parts, "token");
    let held = held(&app, token).await?;
    let mut tx = app.db.write().await?;
    actions::withdraw(&app, &mut tx, held.guest.id).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&format!("/registration/{token}"))))
}

pub(super) async fn calendar(State(app): State<App>, Ask(reader): Ask, parts: Parts) -> Result<Download> {
    let held = held(&app, part(&parts, "token")).await?;
    let mut conn = app.db.read().await?;
    let organiser = place::organiser(&mut conn, &held.here).await?;
    let revisions = store::revisions(&mut conn, held.here.edition.id).await?;
    let publisher = place::publisher(&app, organiser.as_ref(), &held.here, &reader);
    let joining = place::joining_of(&app, &reader, &held.here, &held.session);
    let mut dated = place::dated(&app, &reader, &held.here, &held.session, &revisions);
    dated.joining = held.guest.withdrawn_at.is_none().then_some(joining.as_str());
    let text = calendar::file(&publisher, reader.text(&held.session.title), Method::Publish, &[dated]);
    Ok(Download { media_type: MEDIA_TYPE, name: Some(format!("{}.ics", held.session.key)), bytes: text.into_bytes() })
}

fn view(app: &App, reader: &Reader, held: &Held, token: &str) -> Markup {
    let (it, now) = (&held.session, app.clock.now());
    let page = reader.href(&place::page_of(&held.here, it));
    html! {
        h1 { (reader.say("agenda-your-registration")) }
        div.prose {
            p { bdi { (held.guest.name) } " · " a href=(page) { strong { (reader.words(&it.title)) } } }
            p { (reader.span(it.starts_at, it.ends_at, &it.time_zone())) }
            @if it.is_cancelled() {
                p.said { (reader.say("agenda-cancelled-why")) }
            } @else if held.guest.withdrawn_at.is_some() {
                p.said { (reader.say("agenda-withdrawn")) }
                @if it.takes_registrations(now) { p { a href=(page) { (reader.say("agenda-register-again")) } } }
            } @else if it.is_over(now) {
                p.said { (reader.say("agenda-over-why")) }
                @if it.recorded_by(now).is_some() {
                    p { a href=(reader.href(&format!("{}#recording", place::page_of(&held.here, it)))) { (reader.say("agenda-to-recording")) } }
                }
            } @else {
                (to_come(app, reader, held, token))
            }
        }
    }
}

fn to_come(app: &App, reader: &Reader, held: &Held, token: &str) -> Markup {
    let it = &held.session;
    let joining = place::joining_of(app, reader, &held.here, it);
    html! {
        h2 { (reader.say("agenda-joining")) }
        p { a href=(joining) { (joining) } }
        p { a href=(reader.href_in(reader.language, &format!("/registration/{token}/calendar.ics"))) { (reader.say("agenda-calendar-session")) } }
        @if !it.has_begun(app.clock.now()) {
            h2 { (reader.say("agenda-withdraw-heading")) }
            p { (reader.say("agenda-withdraw-why")) }
            (form::button(reader, &format!("/registration/{token}/withdraw"), &reader.say("agenda-withdraw"), true))
        }
    }
}
