//! The list that a meeting tool writes of who was there: pasted, checked as a whole, taken as a whole.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Page, Refusal, Result, Sent, redirect};
use maud::html;
use programme::Here;
use ui::{Reader, form, form::Filled};

use super::{heading, path};
use crate::{
    Session, attendance,
    pages::{Parts, session_at},
};

pub(in crate::pages) async fn ask(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
) -> Result<Page> {
    actor.may(Act::EditRegistrations(here.edition.id))?;
    let session = session_at(&app, &here, &parts).await?;
    Ok(page(&reader, &here, &session, &Filled::default()))
}

pub(in crate::pages) async fn take(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    let mut tx = app.db.write().await?;
    let wrong =
        attendance::mark(&app, &mut tx, &actor, &session, |rows| attendance::pasted(sent.raw("lines"), rows)).await?;
    if wrong.is_empty() {
        tx.commit().await?;
        return Ok(redirect(&reader.href(&path(&here, &session, "/registrations?state=present"))));
    }
    for (field, refusal) in &wrong {
        sent.wrong(field, refusal.say());
    }
    Ok(page(&reader, &here, &session, &sent).status(422).into_response())
}

fn page(reader: &Reader, here: &Here, session: &Session, filled: &Filled) -> Page {
    let title = reader.say("agenda-paste");
    let content = html! {
        (heading(reader, here, session, &title))
        (form::post(reader, &path(here, session, "/attendance"), filled, |it| html! {
            (it.long_text("lines", &reader.say("agenda-paste-lines"), Some(&reader.say("agenda-paste-hint")), 12))
            (it.submit(&reader.say("agenda-save-attendance")))
        }))
    };
    Page::desk(here.edition.id, title, content)
}
