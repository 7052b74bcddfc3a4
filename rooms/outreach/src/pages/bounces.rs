//! Letters that came back: taken in from the notification, marked at their addresses.

use axum::response::{IntoResponse, Response};
use host::{Act, Error, Page};
use programme::{AtDesk, Here};
use ui::{Markup, Reader, form, form::Filled, heads, html};

use crate::{actions, store};

pub(super) async fn show(desk: AtDesk) -> host::Result<Page> {
    page(&desk, &Filled::default()).await
}

pub(super) async fn take_in(desk: AtDesk) -> host::Result<Response> {
    match actions::take_in(&desk.app, &desk.actor, desk.here.edition.id, desk.sent.raw("mail")).await {
        Ok(_) => Ok(desk.to("outbox/bounces")),
        Err(Error::Refused(why)) => {
            let mut filled = desk.sent.clone();
            filled.wrong(why.field().unwrap_or("mail"), why.say());
            Ok(page(&desk, &filled).await?.status(422).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn page(desk: &AtDesk, filled: &Filled) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
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
