//! The prose of an edition: what there is, in which languages.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Page};
use kernel::{Language, Say, Text};
use maud::{Markup, html};
use ui::{Reader, heads};

use crate::{Here, actions::text as actions};

pub(super) async fn list(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let texts = actions::all(&mut conn, &here).await?;
    Ok(Page::desk(here.edition.id, reader.say("programme-texts"), view(&reader, &here, &texts)))
}

fn view(reader: &Reader, here: &Here, texts: &[(String, Text)]) -> Markup {
    html! {
        h1 { (reader.say("programme-texts")) }
        p.prose { (reader.say("programme-texts-why")) }
        table.stack {
            (heads([
                reader.say("programme-column-text"),
                reader.say("programme-in-english"),
                reader.say("programme-in-french"),
            ]))
            tbody {
                @for (key, text) in texts {
                    tr {
                        th scope="row" { a href=(reader.href(&here.desk(&format!("texts/{key}")))) { (key) } }
                        td { (length(reader, text, Language::ENGLISH)) }
                        td { (length(reader, text, Language::FRENCH)) }
                    }
                }
            }
        }
    }
}

fn length(reader: &Reader, text: &Text, language: Language) -> String {
    match text.get(language).map(|words| words.split_whitespace().count()).filter(|it| *it > 0) {
        Some(count) => reader.said(&Say::new("programme-words").with("count", count)),
        None => reader.say("programme-not-written"),
    }
}
