//! Erasing the account of a former member: what goes and what stays, said before it is done.

use axum::response::{IntoResponse, Response};
use host::{Kept, Page};
use kernel::{Id, Say, mark};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Reader,
    form::{self, Filled},
};

use crate::{
    AtDesk, ProgrammeRefusal,
    actions::erasing::{self as actions, Held},
};

#[derive(Deserialize)]
pub(super) struct Which {
    account: Id<mark::Account>,
}

pub(super) async fn ask(desk: AtDesk<Which>) -> host::Result<Page> {
    page(&desk, &Filled::default()).await
}

pub(super) async fn erase(desk: AtDesk<Which>) -> host::Result<Response> {
    if !desk.sent.ticked("confirmed") {
        let kept = Kept::new(desk.sent.clone(), &[ProgrammeRefusal::NotConfirmed], "confirmed");
        return Ok(page(&desk, &kept.filled).await?.status(kept.status).into_response());
    }
    actions::erase(&desk.app, &desk.actor, &desk.here, desk.which.account).await?;
    Ok(desk.to("team"))
}

async fn page(desk: &AtDesk<Which>, filled: &Filled) -> host::Result<Page> {
    let (reader, here, which) = (&desk.reader, &desk.here, &desk.which);
    let mut conn = desk.app.db.read().await?;
    let held = actions::held_by_former_member(&mut conn, &desk.actor, here, which.account).await?;
    let title = reader.say_with("programme-erase-account", [("name", held.account.name.clone())]);
    let path = here.desk(&format!("team/people/{}/erase", which.account));
    let content = html! {
        p.label { a href=(reader.href(&here.desk("team"))) { (reader.say("programme-team")) } }
        h1 { (title) }
        (what_goes(reader, &held))
        (form::post(reader, &path, filled, |form| html! {
            (form.tick("confirmed", &reader.say("programme-erase-confirm"), None))
            div.buttons {
                button.button.danger type="submit" { (reader.say("programme-erase-account-button")) }
                a href=(reader.href(&here.desk("team"))) { (reader.say("programme-keep")) }
            }
        }))
    };
    Ok(Page::desk(here.edition.id, title, content))
}

/// What goes with an account, and what stays of it.
pub fn what_goes(reader: &Reader, held: &Held) -> Markup {
    let counted = |key, count: i64| reader.said(&Say::new(key).with("count", count));
    html! {
        div.prose {
            p { (reader.say("programme-erase-goes")) }
            ul {
                li { (reader.say_with("programme-erase-told", [("email", held.account.email.to_string())])) }
                @for it in &held.roles {
                    li { (reader.say_with("programme-erase-role", [("role", reader.say(it.role.label()))])) }
                }
                @if held.letters > 0 { li { (counted("programme-erase-letters", held.letters)) } }
                @if held.values > 0 { li { (counted("programme-erase-values", held.values)) } }
            }
            p { (reader.say("programme-erase-stays")) }
            p { (reader.say("programme-erase-not-people")) }
            p { strong { (reader.say("programme-erase-final")) } }
        }
    }
}
