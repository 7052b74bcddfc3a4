//! What the programme is for, and how its edition came about.

use axum::extract::State;
use host::{App, Ask, Page, Result};
use kernel::Text;
use programme::Here;
use ui::{Markup, Reader, html};

use super::home::aim_list;
use crate::meta;

/// About the programme: aims, its own words, the workshop series.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let aims = programme::aims(&mut conn, here.programme.id).await?;
    let about = programme::prose(&mut conn, here.edition.id, "about").await?;
    let series = programme::prose(&mut conn, here.edition.id, "workshop-series").await?;
    let title = reader.say("site-about");
    let full = reader.text(&here.programme.title);
    let content = html! {
        div.opening {
            p.label { (title) }
            h1 { (reader.words(&here.programme.title)) }
        }
        @if !aims.is_empty() {
            section aria-labelledby="aims" {
                h2 #aims { (reader.say("site-aims")) }
                (aim_list(&reader, &aims))
            }
        }
        (written(&reader, "programme", None, &about))
        (written(&reader, "series", Some("site-about-series"), &series))
        p.buttons {
            a href=(reader.href(&here.page("partners"))) { (reader.say("site-partners")) }
            a href=(reader.href(&here.page("events"))) { (reader.say("site-events")) }
        }
    };
    Ok(meta::page(&reader, &here, &here.page("about"), &title, full, content))
}

/// A piece of prose as a section; nothing where nobody wrote it.
fn written(reader: &Reader, id: &str, heading: Option<&'static str>, text: &Text) -> Markup {
    let (language, words) = text.best(reader.language);
    html! {
        @if !words.is_empty() {
            section.prose.block id=(id) lang=[(language != reader.language).then_some(language)] {
                @if let Some(heading) = heading { h2 { (reader.say(heading)) } }
                (ui::markdown(words))
            }
        }
    }
}
