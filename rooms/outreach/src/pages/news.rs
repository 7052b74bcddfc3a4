//! The choice of news: one button, reached by the link that every letter of news carries.

use std::collections::HashMap;

use axum::{
    extract::{Path, State},
    response::Response,
};
use host::{App, Ask, Clock, Error, Found, Page, Sent, links, post, redirect};
use ui::{form, form::Filled, html};

use crate::{actions, letters};

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    Path(names): Path<HashMap<String, String>>,
) -> host::Result<Page> {
    let token = names.get("token").found()?;
    let mut conn = app.db.read().await?;
    let person = links::object(&mut conn, letters::NEWS, token, Clock::real()).await?;
    let address = letters::address_of(&mut conn, person).await?.ok_or(Error::LinkEnded)?;
    let declined = post::address(&mut conn, &address).await?.is_some_and(|it| it.opted_out_at.is_some());
    let (title, why, wish, button) = if declined {
        ("outreach-news-stopped", "outreach-news-stopped-why", "start", "outreach-news-start")
    } else {
        ("outreach-news-choice", "outreach-news-choice-why", "stop", "outreach-news-stop")
    };
    let content = html! {
        h1 { (reader.say(title)) }
        div.prose { p { (reader.say_with(why, [("address", address.to_string())])) } }
        (form::post(&reader, &format!("/news/{token}"), &Filled::default(), |form| html! {
            (form.hidden("wish", wish))
            (form.submit(&reader.say(button)))
        }))
    };
    Ok(Page::plain(reader.say(title), content))
}

/// Stops the news unless the form asks for it again: a mail program that posts by itself always means to stop.
pub(super) async fn choose(
    State(app): State<App>,
    Ask(reader): Ask,
    Path(names): Path<HashMap<String, String>>,
    Sent(filled): Sent,
) -> host::Result<Response> {
    let token = names.get("token").found()?;
    actions::choose_news(&app, token, filled.value("wish") == "start").await?;
    Ok(redirect(&reader.href(&format!("/news/{token}"))))
}
