//! Letters that came back: taken in from the notification, marked at their addresses.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Error, Page, Sent, redirect};
use programme::Here;
use ui::{Markup, Reader, form, form::Filled, heads, html};

use crate::{actions, store};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, &Filled::default()).await
}

pub(super) async fn take_in(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(mut filled): Sent,
) -> host::Result<Response> {
    match actions::take_in(&app, &actor, here.edition.id, filled.raw("mail")).await {
        Ok(_) => Ok(redirect(&reader.href(&here.desk("outbox/bounces")))),
        Err(Error::Refused(why)) => {
            filled.wrong(why.field().unwrap_or("mail"), why.say());
            Ok(page(&app, &reader, &actor, &here, &filled).await?.status(422).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn page(app: &App, reader: &Reader, actor: &Actor, here: &Here, filled: &Filled) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::ReadOutbox(edition))?;
    let mut conn = app.db.read().await?;
    let addresses = store::bounced_addresses(&mut conn, edition).await?;
    let title = reader.say("outreach-bounces");
    let content = html! {
        p.meta { a href=(reader.href(&here.desk("outbox"))) { (reader.say("outreach-outbox")) } }
        h1 { (title) }
        @if addresses.is_empty() { p { (reader.say("outreach-no-bounces")) } } @else { (table(reader, here, &addresses)) }
        @if actor.can(Act::EditOutbox(edition)) {
            h2 { (reader.say("outreach-take-in")) }
            (form::post(reader, &here.desk("outbox/bounces"), filled, |form| html! {
                (form.long_text("mail", &reader.say("outreach-mail"), Some(&reader.say("outreach-mail-hint")), 12))
                (form.submit(&reader.say("outreach-mark-addresses")))
            }))
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn table(reader: &Reader, here: &Here, addresses: &[crate::model::BouncedAddress]) -> Markup {
    let zone = here.edition.time_zone();
    html! {
        table.stack {
            (heads([
                reader.say("outreach-address"),
                reader.say("outreach-since"),
                reader.say("outreach-server-said"),
            ]))
            tbody {
                @for it in addresses {
                    tr {
                        th scope="row" { (it.address) }
                        td { (reader.stamp(it.bounced_at, &zone)) }
                        td lang="en" { (it.bounce.as_deref().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}
