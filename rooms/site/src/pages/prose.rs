//! Privacy and accessibility: what the current edition says of both.

use axum::extract::State;
use host::{App, Ask, Page, Result};
use programme::Here;
use ui::{Reader, html};

use super::empty;
use crate::meta;

/// What is kept about whom, and why.
pub(super) async fn privacy(State(app): State<App>, Ask(reader): Ask) -> Result<Page> {
    page(&app, &reader, "privacy", "site-privacy").await
}

/// What everybody can expect to be able to use.
pub(super) async fn accessibility(State(app): State<App>, Ask(reader): Ask) -> Result<Page> {
    page(&app, &reader, "accessibility", "site-accessibility").await
}

async fn page(app: &App, reader: &Reader, key: &str, title: &'static str) -> Result<Page> {
    let Some(here) = Here::current(app).await? else { return Ok(empty::page(app, reader)) };
    let mut conn = app.db.read().await?;
    let text = programme::prose(&mut conn, here.edition.id, key).await?;
    let (language, words) = text.best(reader.language);
    let title = reader.say(title);
    let content = html! {
        div.opening { h1 { (title) } }
        @if words.is_empty() {
            p.prose { (reader.say("site-unwritten")) " " a href={"mailto:" (here.programme.contact)} { (here.programme.contact) } }
        } @else {
            div.prose lang=[(language != reader.language).then_some(language)] { (ui::markdown(words)) }
        }
    };
    Ok(meta::page(reader, &here, &format!("/{key}"), &title, reader.text(&here.programme.title), content))
}
