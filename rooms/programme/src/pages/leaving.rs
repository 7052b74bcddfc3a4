//! A member leaves: what they hold, listed before it ends.

use axum::response::Response;
use host::{Act, Page};
use kernel::{Id, Say, mark};
use maud::{Markup, html};
use serde::Deserialize;
use ui::Reader;

use crate::{
    AtDesk, Here,
    actions::team::{self as actions, Leaving},
};

#[derive(Deserialize)]
pub(super) struct Which {
    account: Id<mark::Account>,
}

pub(super) async fn ask(desk: AtDesk<Which>) -> host::Result<Page> {
    let (reader, here) = (&desk.reader, &desk.here);
    desk.actor.may(Act::EditTeam(here.edition.id))?;
    let mut conn = desk.app.db.read().await?;
    let leaving = actions::leaving(&mut conn, here, desk.which.account).await?;
    let title = reader.say_with("programme-leaving", [("name", leaving.account.name.clone())]);
    Ok(Page::desk(here.edition.id, title.clone(), view(reader, here, &leaving, &title)))
}

pub(super) async fn end(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::end_account(&desk.app, &desk.actor, &desk.here, desk.which.account).await?;
    Ok(desk.to("team"))
}

fn view(reader: &Reader, here: &Here, leaving: &Leaving, title: &str) -> Markup {
    let path = here.desk(&format!("team/people/{}/end", leaving.account.id));
    html! {
        p.label { a href=(reader.href(&here.desk("team"))) { (reader.say("programme-team")) } }
        h1 { (title) }
        div.prose {
            p { (reader.say_with("programme-leaving-why", [("email", leaving.account.email.to_string())])) }
            h2 { (reader.say("programme-leaving-holds")) }
            ul {
                @for it in &leaving.holdings {
                    li {
                        (reader.say(it.role.label()))
                        @if let Some(name) = &it.deputy_for {
                            ", " (reader.say_with("programme-deputy-for", [("name", name.clone())]))
                        }
                    }
                }
                @if leaving.holdings.is_empty() { li { (reader.say("programme-leaving-nothing")) } }
                li { (reader.said(&Say::new("programme-leaving-browsers").with("count", leaving.browsers))) }
            }
        }
        div.buttons {
            form.one-button method="post" action=(reader.href(&path)) {
                button.button.danger type="submit" {
                    (reader.say_with("programme-leaving-end", [("name", leaving.account.name.clone())]))
                }
            }
            a href=(reader.href(&here.desk("team"))) { (reader.say("programme-keep")) }
        }
    }
}
