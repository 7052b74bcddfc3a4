//! Calling a session off: asks first, with the number of people whom it touches.

use axum::{extract::State, response::Response};
use host::{Act, Actor, App, Ask, Page, Result, redirect};
use maud::html;
use programme::Here;

use super::{heading, path};
use crate::{
    actions,
    pages::{Parts, session_at},
    store,
};

pub(in crate::pages) async fn ask(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
) -> Result<Page> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let session = session_at(&app, &here, &parts).await?;
    let mut conn = app.db.read().await?;
    let registered = store::registered_count(&mut conn, session.id, app.clock.now()).await?;
    let title = reader.say_with("agenda-cancel-title", [("session", reader.text(&session.title).to_owned())]);
    let content = html! {
        (heading(&reader, &here, &session, &title))
        p { (reader.say_with("agenda-cancel-why", [("count", reader.number(registered))])) }
        form.buttons method="post" action=(reader.href(&path(&here, &session, "/cancel"))) {
            button.button.danger type="submit" { (reader.say("agenda-cancel")) }
            a href=(reader.href(&path(&here, &session, ""))) { (reader.say("agenda-keep")) }
        }
    };
    Ok(Page::desk(here.edition.id, title, content))
}

pub(in crate::pages) async fn cancel(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    let mut tx = app.db.write().await?;
    actions::cancel(&app, &mut tx, &actor, &session).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&path(&here, &session, ""))))
}
