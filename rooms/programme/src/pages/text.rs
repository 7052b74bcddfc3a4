//! One text of the edition, in both languages side by side.

use axum::response::{IntoResponse, Response};
use host::{Act, Kept, Page};
use kernel::{Language, Text};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Edited, Reader,
    form::{self, Filled},
};

use super::line;
use crate::{AtDesk, actions::text as actions};

#[derive(Deserialize)]
pub(super) struct Which {
    text: String,
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    page(&desk, None).await
}

/// Saves a text; the other button shows how it would read, and writes nothing.
pub(super) async fn save(desk: AtDesk<Which>) -> host::Result<Response> {
    let key = &desk.which.text;
    if desk.sent.value("do") == "preview" {
        desk.actor.may(Act::EditEdition(desk.here.edition.id))?;
        return Ok(page(&desk, Some(desk.sent.clone())).await?.into_response());
    }
    match actions::change(&desk.app, &desk.actor, &desk.here, key, &desk.sent).await? {
        Ok(()) if actions::of_form(&Text::default(), &desk.sent).is_empty() => Ok(desk.to("texts")),
        Ok(()) => Ok(desk.to(&at(key))),
        Err(wrong) => {
            let kept = Kept::new(desk.sent.clone(), &wrong, "text_en");
            Ok(page(&desk, Some(kept.filled)).await?.status(kept.status).into_response())
        }
    }
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::undo(&desk.app, &desk.actor, &desk.here, &desk.which.text, &desk.sent).await?;
    Ok(desk.to(&at(&desk.which.text)))
}

fn at(key: &str) -> String {
    format!("texts/{key}")
}

async fn page(desk: &AtDesk<Which>, kept: Option<Filled>) -> host::Result<Page> {
    let (reader, here, key) = (&desk.reader, &desk.here, desk.which.text.as_str());
    desk.actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = desk.app.db.read().await?;
    let text = actions::find(&mut conn, here, key).await?;
    let history = line::history(&mut conn, actions::identity(here.edition.id, key)).await?;
    let edited = Edited {
        room: "programme",
        path: here.desk(&at(key)),
        words: actions::words(&text).into(),
        has_past: actions::before_last_change(&mut conn, here, key, &text).await?.is_some(),
    };
    let shown = kept.as_ref().map_or_else(|| text.clone(), |sent| actions::of_form(&text, sent));
    let content = html! {
        p.label { a href=(reader.href(&here.desk("texts"))) { (reader.say("programme-texts")) } }
        h1 { (key) }
        @if desk.actor.can(Act::EditEdition(here.edition.id)) {
            (editor(reader, &edited, kept))
            (edited.undo(reader))
        }
        (preview(reader, &shown))
        (line::view_history(&desk.app, reader, here, &history))
    };
    Ok(Page::desk(here.edition.id, key, content))
}

fn editor(reader: &Reader, edited: &Edited, kept: Option<Filled>) -> Markup {
    let was = edited.digest_after(kept.as_ref());
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    html! {
        (overtaken)
        (form::post(reader, &edited.path, &filled, |form| html! {
            (form.hidden("was", &was))
            p.hint { (reader.say("programme-markdown-hint")) }
            div.two {
                (form.long_text("text_en", &reader.say("programme-in-english"), None, 16))
                (form.long_text("text_fr", &reader.say("programme-in-french"), None, 16))
            }
            div.buttons {
                button.button type="submit" name="do" value="save" { (reader.say("programme-save")) }
                button.button.quiet type="submit" name="do" value="preview" { (reader.say("programme-preview")) }
            }
        }))
    }
}

fn preview(reader: &Reader, text: &Text) -> Markup {
    let languages = [(Language::ENGLISH, "programme-in-english"), (Language::FRENCH, "programme-in-french")];
    html! {
        div.two {
            @for (language, name) in languages {
                section {
                    h2 { (reader.say("programme-reads")) " " (reader.say(name)) }
                    @match text.get(language) {
                        Some(words) => div.prose lang=(language) dir="ltr" { (ui::markdown(words)) },
                        None => p { (reader.say("programme-not-written")) },
                    }
                }
            }
        }
    }
}
