//! The people who speak, by activity, and the institutions that they come from.

use agenda::{Session, Speaker};
use axum::extract::State;
use host::{App, Ask, Page, Result};
use programme::{Activity, Here, Organisation};
use ui::{Markup, Reader, html};

use super::activity::speaks_in;
use crate::{meta, rows};

/// The people who speak in the edition.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let activities = programme::activities(&mut conn, here.edition.id).await?;
    let sessions = agenda::sessions(&mut conn, here.edition.id).await?;
    let speakers = agenda::speakers(&mut conn, here.edition.id).await?;
    let institutions = programme::institutions(&mut conn, here.edition.id).await?;
    let title = reader.say("site-people");
    let description = reader.say("site-people-lede");
    let content = html! {
        div.opening {
            h1 { (title) }
            p.lede { (description) }
            @if speakers.iter().any(|it| it.invented) { p.prose.meta { (reader.say("site-people-invented")) } }
        }
        @for it in &activities { (of_activity(&reader, &here, it, &speakers, &sessions)) }
        (list(&reader, &institutions))
    };
    Ok(meta::page(&reader, &here, &here.page("people"), &title, &description, content))
}

fn of_activity(reader: &Reader, here: &Here, it: &Activity, speakers: &[Speaker], sessions: &[Session]) -> Markup {
    let theirs: Vec<&Speaker> = speakers.iter().filter(|speaker| speaks_in(speaker, it, sessions)).collect();
    html! {
        @if !theirs.is_empty() {
            section.block {
                h2 { a href=(reader.href(&rows::activity_path(here, it))) { (reader.words(&it.title)) } }
                (rows::people(reader, here, &theirs, sessions))
            }
        }
    }
}

fn list(reader: &Reader, institutions: &[Organisation]) -> Markup {
    html! {
        @if !institutions.is_empty() {
            section.block aria-labelledby="institutions" {
                h2 #institutions { (reader.say("site-institutions")) }
                ul.columns { @for it in institutions { li { bdi { (name(reader, it)) } } } }
            }
        }
    }
}

fn name<'a>(reader: &Reader, it: &'a Organisation) -> &'a str {
    if reader.language == kernel::Language::FRENCH && !it.name_fr.is_empty() { &it.name_fr } else { &it.name }
}
