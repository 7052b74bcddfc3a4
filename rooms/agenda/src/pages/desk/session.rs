//! A session on the desk: its form, its history, and the way back from the last change.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Page, Result, Sent, redirect};
use maud::{Markup, html};
use programme::Here;
use ui::{Reader, form, form::Filled};

use super::{heading, history, path};
use crate::{
    Session, actions, fields,
    pages::{Parts, mark, session_at, status},
    place, store,
};

pub(in crate::pages) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
) -> Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let session = session_at(&app, &here, &parts).await?;
    let filled = fields::filled(&session);
    page(&app, &reader, &actor, &here, &session, &filled).await
}

pub(in crate::pages) async fn save(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    let mut tx = app.db.write().await?;
    let wrong = actions::change(&app, &mut tx, &actor, session.id, &sent).await?;
    if wrong.is_empty() {
        tx.commit().await?;
        return Ok(redirect(&reader.href(&path(&here, &session, ""))));
    }
    drop(tx);
    mark(&mut sent, &wrong, "title_en");
    let session = session_at(&app, &here, &parts).await?;
    Ok(page(&app, &reader, &actor, &here, &session, &sent).await?.status(status(&wrong)).into_response())
}

pub(in crate::pages) async fn undo(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
    Sent(sent): Sent,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    let mut tx = app.db.write().await?;
    actions::undo(&app, &mut tx, &actor, session.id, sent.value("seen")).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&path(&here, &session, ""))))
}

async fn page(
    app: &App,
    reader: &Reader,
    actor: &Actor,
    here: &Here,
    session: &Session,
    filled: &Filled,
) -> Result<Page> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let registered = store::registered_count(&mut conn, session.id, now).await?;
    let past = history::of(&mut conn, session.id).await?;
    let may_edit = actor.can(Act::EditEdition(here.edition.id));
    let can_undo = may_edit && actions::last_change(&mut conn, session.id).await?.is_some();
    let title = reader.text(&session.title).to_owned();
    let content = html! {
        (heading(reader, here, session, &title))
        p.buttons {
            a href=(reader.href(&place::page_of(here, session))) { (reader.say("agenda-on-site")) }
            a href=(reader.href(&path(here, session, "/registrations"))) {
                (reader.say_with("agenda-registrations-count", [("count", reader.number(registered))]))
            }
            @if may_edit && !session.is_cancelled() && !session.is_over(now) {
                a href=(reader.href(&path(here, session, "/cancel"))) { (reader.say("agenda-cancel")) }
            }
        }
        @if session.is_cancelled() { p.said { (reader.say("agenda-cancelled-why")) } }
        div.two {
            div { @if may_edit { (edit(reader, here, session, filled, registered)) } @else { (read_only(reader, session)) } }
            section {
                h2 { (reader.say("agenda-history")) }
                @if can_undo { (undo_button(reader, here, session)) }
                (history::view(reader, &here.edition.time_zone(), &past))
            }
        }
    };
    Ok(Page::desk(here.edition.id, title, content))
}

fn edit(reader: &Reader, here: &Here, session: &Session, filled: &Filled, registered: i64) -> Markup {
    let zone_hint = reader.say_with("agenda-zone-hint", [("zone", session.zone.clone())]);
    form::post(reader, &path(here, session, ""), filled, |it| {
        html! {
            (it.hidden("seen", &fields::digest(session)))
            (it.line("title_en", &reader.say("agenda-title-en"), None, "text", None))
            (it.line("title_fr", &reader.say("agenda-title-fr"), None, "text", None))
            (it.line("topic_en", &reader.say("agenda-topic-en"), None, "text", None))
            (it.line("topic_fr", &reader.say("agenda-topic-fr"), None, "text", None))
            (it.line("held_on", &reader.say("agenda-column-day"), None, "date", None))
            (it.line("starts", &reader.say("agenda-starts"), Some(&zone_hint), "time", None))
            (it.line("ends", &reader.say("agenda-ends"), None, "time", None))
            (it.line("capacity", &reader.say("agenda-capacity"), Some(&reader.say("agenda-capacity-hint")), "text", None))
            (it.line("joining", &reader.say("agenda-joining"), Some(&reader.say("agenda-joining-hint")), "url", None))
            (it.line("recording", &reader.say("agenda-recording-day"), Some(&reader.say("agenda-recording-day-hint")), "date", None))
            @if registered > 0 {
                p.hint.send { (reader.say_with("agenda-move-tells", [("count", reader.number(registered))])) }
            }
            (it.submit(&reader.say("agenda-save")))
        }
    })
}

fn read_only(reader: &Reader, session: &Session) -> Markup {
    let labels = [
        "agenda-title-en",
        "agenda-title-fr",
        "agenda-topic-en",
        "agenda-topic-fr",
        "agenda-column-day",
        "agenda-starts",
        "agenda-ends",
        "agenda-capacity",
        "agenda-joining",
        "agenda-recording-day",
    ];
    html! {
        dl { @for (label, value) in labels.into_iter().zip(fields::words(session)) {
            @if !value.is_empty() { dt.label { (reader.say(label)) } dd { bdi { (value) } } }
        } }
    }
}

fn undo_button(reader: &Reader, here: &Here, session: &Session) -> Markup {
    html! {
        form.one-button method="post" action=(reader.href(&path(here, session, "/undo"))) {
            input type="hidden" name="seen" value=(fields::digest(session));
            button.button.quiet type="submit" { (reader.say("agenda-undo")) }
        }
    }
}
