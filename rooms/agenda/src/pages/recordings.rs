//! The recordings: sessions that can be seen again, the newest first.

use axum::extract::State;
use host::{App, Ask, Page, Result};
use jiff::Timestamp;
use maud::{Markup, html};
use programme::Here;
use ui::Reader;

use crate::{Session, place, store};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let now = app.clock.now();
    let mut recorded = store::sessions(&mut conn, here.edition.id).await?;
    recorded.retain(|it| it.recorded_by(now).is_some());
    recorded.reverse();
    let content = view(&reader, &here, &recorded, now);
    Ok(Page::site(here.edition.id, reader.say("agenda-recordings"), content)
        .describe(reader.say("agenda-recordings-lede")))
}

fn view(reader: &Reader, here: &Here, recorded: &[Session], now: Timestamp) -> Markup {
    html! {
        header.opening { h1 { (reader.say("agenda-recordings")) } p.lede { (reader.say("agenda-recordings-lede")) } }
        @if recorded.is_empty() {
            p { (reader.say("agenda-no-recordings")) " " a href=(reader.href(&here.page("sessions"))) { (reader.say("agenda-sessions")) } }
        } @else {
            ul.rows { @for it in recorded { (line(reader, here, it, now)) } }
        }
    }
}

fn line(reader: &Reader, here: &Here, it: &Session, now: Timestamp) -> Markup {
    html! {
        li {
            p.meta { (reader.day(it.held_on)) }
            div {
                h2 { a href=(reader.href(&format!("{}#recording", place::page_of(here, it)))) { (reader.words(&it.title)) } }
                p.meta { (reader.words(&it.activity_title)) @if let Some(topic) = &it.topic { " · " (reader.words(topic)) } }
            }
            @if let Some(day) = it.recorded_by(now) { p.meta { (reader.say_with("agenda-online-since", [("day", reader.day(day))])) } }
        }
    }
}
