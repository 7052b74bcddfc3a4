//! Erasing one's own account: what goes and what stays, said before it is done.

use axum::{
    Extension,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use host::{
    Act, Actor, App, Ask, Page, Refusal, Result, Sent,
    web::{Secure, sign_out_cookie},
};
use ui::{
    Reader,
    form::{self, Filled},
    html,
};

use crate::refusal::PeopleRefusal;

/// Asks whether one's account is to be erased.
pub(super) async fn ask(State(app): State<App>, Ask(reader): Ask, actor: Actor) -> Result<Page> {
    asking(&app, &reader, &actor, &Filled::default()).await
}

async fn asking(app: &App, reader: &Reader, actor: &Actor, filled: &Filled) -> Result<Page> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    let mut conn = app.db.read().await?;
    let held = programme::held_by(&mut conn, actor.account).await?;
    let content = html! {
        p.label { a href=(reader.href("/me")) { (reader.say("people-my-account")) } }
        h1 { (reader.say("people-erase-me")) }
        (programme::pages::what_goes(reader, &held))
        (form::post(reader, "/me/erase", filled, |form| html! {
            (form.tick("confirmed", &reader.say("people-erase-me-confirm"), None))
            p.send { button.button.danger type="submit" { (reader.say("people-erase-me")) } }
        }))
    };
    Ok(Page::plain(reader.say("people-erase-me"), content))
}

/// Erases one's account; the browser in which it was asked for is signed out with all others.
pub(super) async fn erase(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    Extension(secure): Extension<Secure>,
    Sent(mut sent): Sent,
) -> Result<Response> {
    if !sent.ticked("confirmed") {
        sent.wrong("confirmed", PeopleRefusal::NotConfirmed.say());
        return Ok(asking(&app, &reader, &actor, &sent).await?.status(422).into_response());
    }
    programme::erase_oneself(&app, &actor).await?;
    let content = html! {
        h1 { (reader.say("people-erased-me")) }
        div.prose {
            p { (reader.say("people-erased-me-why")) }
            p { a href=(reader.href("/")) { (reader.say("host-to-the-start")) } }
        }
    };
    let mut answer = Page::plain(reader.say("people-erased-me"), content).into_response();
    answer.headers_mut().insert(header::SET_COOKIE, sign_out_cookie(secure.0));
    Ok(answer)
}
