//! Withdrawing somebody at the desk: asks first, since a letter goes to them.

use axum::{extract::State, response::Response};
use host::{Act, Actor, App, Ask, Error, Found, Page, Result, redirect};
use kernel::{Id, mark};
use maud::html;
use programme::Here;

use super::{heading, path};
use crate::{
    Session, actions,
    model::Guest,
    pages::{Parts, part, session_at},
    store,
};

/// The registration that an address names, if it is one for the session that it names.
async fn guest_at(app: &App, session: &Session, parts: &Parts) -> Result<Guest> {
    let id: Id<mark::Registration> = part(parts, "registration").parse().map_err(|_| Error::Hidden)?;
    let mut conn = app.db.read().await?;
    store::guest(&mut conn, id).await?.filter(|it| it.session_id == session.id).found()
}

pub(in crate::pages) async fn ask(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
) -> Result<Page> {
    actor.may(Act::EditRegistrations(here.edition.id))?;
    let session = session_at(&app, &here, &parts).await?;
    let guest = guest_at(&app, &session, &parts).await?;
    let title = reader.say_with("agenda-withdraw-name", [("name", guest.name.clone())]);
    let action = path(&here, &session, &format!("/registrations/{}/withdraw", guest.id));
    let content = html! {
        (heading(&reader, &here, &session, &title))
        p { (reader.say("agenda-withdraw-tells")) }
        form.buttons method="post" action=(reader.href(&action)) {
            button.button.danger type="submit" { (reader.say("agenda-withdraw")) }
            a href=(reader.href(&path(&here, &session, "/registrations"))) { (reader.say("agenda-keep-registration")) }
        }
    };
    Ok(Page::desk(here.edition.id, title, content))
}

pub(in crate::pages) async fn withdraw(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    let guest = guest_at(&app, &session, &parts).await?;
    let mut tx = app.db.write().await?;
    actions::withdraw_for(&app, &mut tx, &actor, guest.id).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&path(&here, &session, "/registrations"))))
}
