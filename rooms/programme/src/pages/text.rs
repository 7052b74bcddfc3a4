//! One text of the edition, in both languages side by side.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Page, Sent, redirect};
use kernel::{Language, Text};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Reader,
    form::{self, Filled},
};

use super::{edited::Edited, line, mark, status};
use crate::{Here, actions::text as actions};

#[derive(Deserialize)]
pub(super) struct Which {
    text: String,
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, &which.text, None).await
}

/// Saves a text; the other button shows how it would read, and writes nothing.
pub(super) async fn save(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    let key = &which.text;
    if sent.value("do") == "preview" {
        actor.may(Act::EditEdition(here.edition.id))?;
        return Ok(page(&app, &reader, &actor, &here, key, Some(sent)).await?.into_response());
    }
    match actions::change(&app, &actor, &here, key, &sent).await? {
        Ok(()) if actions::of_form(&Text::default(), &sent).is_empty() => {
            Ok(redirect(&reader.href(&here.desk("texts"))))
        }
        Ok(()) => Ok(redirect(&reader.href(&at(&here, key)))),
        Err(wrong) => {
            let kept = mark(sent, &wrong, "text_en");
            Ok(page(&app, &reader, &actor, &here, key, Some(kept)).await?.status(status(&wrong)).into_response())
        }
    }
}

pub(super) async fn undo(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actions::undo(&app, &actor, &here, &which.text, &sent).await?;
    Ok(redirect(&reader.href(&at(&here, &which.text))))
}

fn at(here: &Here, key: &str) -> String {
    here.desk(&format!("texts/{key}"))
}

async fn page(
    app: &App,
    reader: &Reader,
    actor: &Actor,
    here: &Here,
    key: &str,
    kept: Option<Filled>,
) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let text = actions::find(&mut conn, here, key).await?;
    let history = line::history(&mut conn, actions::identity(here.edition.id, key)).await?;
    let edited = Edited {
        path: at(here, key),
        words: actions::words(&text).into(),
        has_past: actions::before_last_change(&mut conn, here, key, &text).await?.is_some(),
    };
    let shown = kept.as_ref().map_or_else(|| text.clone(), |sent| actions::of_form(&text, sent));
    let content = html! {
        p.label { a href=(reader.href(&here.desk("texts"))) { (reader.say("programme-texts")) } }
        h1 { (key) }
        @if actor.can(Act::EditEdition(here.edition.id)) {
            (editor(reader, &edited, kept))
            (edited.undo(reader))
        }
        (preview(reader, &shown))
        (line::view_history(app, reader, here, &history))
    };
    Ok(Page::desk(here.edition.id, key, content))
}

fn editor(reader: &Reader, edited: &Edited, kept: Option<Filled>) -> Markup {
    // A preview keeps the digest with which the form was opened: saving after it still notices who was faster.
    let was = match &kept {
        Some(sent) if !sent.is_wrong() && !sent.value("was").is_empty() => sent.value("was").to_owned(),
        _ => edited.digest(),
    };
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
