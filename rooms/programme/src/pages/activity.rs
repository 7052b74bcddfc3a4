//! One activity on the desk: what it says of itself, its address, its history.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Found, Page, Sent, redirect};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Reader,
    form::{self, Filled},
};

use super::{
    edited::{Edited, label},
    line, mark, status,
};
use crate::{
    Here,
    actions::activity::{self as actions, before_last_change},
    fields,
    model::{Activity, Mode, Status},
    store,
};

#[derive(Deserialize)]
pub(super) struct Which {
    activity: String,
}

/// What was sent and not taken: the form of the values, the form of the key.
#[derive(Default)]
struct Kept {
    values: Option<Filled>,
    key: Option<Filled>,
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, &which.activity, Kept::default()).await
}

pub(super) async fn save(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::change(&app, &actor, &here, &which.activity, &sent).await? {
        Ok(()) => Ok(redirect(&reader.href(&at(&here, &which.activity)))),
        Err(wrong) => {
            let kept = Kept { values: Some(mark(sent, &wrong, "title_en")), key: None };
            Ok(page(&app, &reader, &actor, &here, &which.activity, kept).await?.status(status(&wrong)).into_response())
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
    actions::undo(&app, &actor, &here, &which.activity, &sent).await?;
    Ok(redirect(&reader.href(&at(&here, &which.activity))))
}

pub(super) async fn rename(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::rename(&app, &actor, &here, &which.activity, &sent).await? {
        Ok(key) => Ok(redirect(&reader.href(&at(&here, key.as_str())))),
        Err(wrong) => {
            let kept = Kept { values: None, key: Some(mark(sent, &wrong, "key")) };
            Ok(page(&app, &reader, &actor, &here, &which.activity, kept).await?.status(status(&wrong)).into_response())
        }
    }
}

fn at(here: &Here, key: &str) -> String {
    here.desk(&format!("activities/{key}"))
}

async fn page(app: &App, reader: &Reader, actor: &Actor, here: &Here, key: &str, kept: Kept) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let it = store::activity(&mut conn, here.edition.id, key).await?.found()?;
    let history = line::history(&mut conn, it.id).await?;
    let edited = Edited {
        path: at(here, key),
        words: fields::words(&it).into(),
        has_past: before_last_change(&mut conn, &it).await?.is_some(),
    };
    let can_edit = actor.can(Act::EditEdition(here.edition.id));
    let content = html! {
        p.label { a href=(reader.href(&here.desk("activities"))) { (reader.say("programme-activities")) } }
        h1 { (reader.words(&it.title)) }
        p { a href=(reader.href(&here.page(&format!("activities/{}", it.key)))) { (reader.say("programme-see-on-site")) } }
        @if can_edit {
            (values_form(reader, &edited, kept.values))
            (edited.undo(reader))
            (key_form(reader, here, &it, kept.key))
        } @else {
            (values_table(reader, &edited))
        }
        (line::view_history(app, reader, here, &history))
    };
    Ok(Page::desk(here.edition.id, reader.text(&it.title), content))
}

fn values_form(reader: &Reader, edited: &Edited, kept: Option<Filled>) -> Markup {
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    let options = |prefix: &str, words: &[&str]| {
        words.iter().map(|word| ((*word).to_owned(), reader.say_key(&format!("{prefix}-{word}")))).collect::<Vec<_>>()
    };
    let name = |field: &str| label(reader, field);
    html! {
        (overtaken)
        (form::post(reader, &edited.path, &filled, |form| html! {
            (form.hidden("was", &edited.digest()))
            (form.line("title_en", &name("title_en"), None, "text", None))
            (form.line("title_fr", &name("title_fr"), None, "text", None))
            (form.line("starts_on", &name("starts_on"), None, "date", None))
            (form.line("ends_on", &name("ends_on"), None, "date", None))
            (form.choice("mode", &name("mode"), None, &options("programme-mode", Mode::WORDS)))
            (form.line("place_en", &name("place_en"), None, "text", None))
            (form.line("place_fr", &name("place_fr"), None, "text", None))
            (form.line("zone", &name("zone"), Some(&reader.say("programme-zone-hint")), "text", None))
            (form.long_text("summary_en", &name("summary_en"), None, 5))
            (form.long_text("summary_fr", &name("summary_fr"), None, 5))
            (form.choice("status", &name("status"), None, &options("programme-status", Status::WORDS)))
            (form.submit(&reader.say("programme-save")))
        }))
    }
}

fn key_form(reader: &Reader, here: &Here, it: &Activity, kept: Option<Filled>) -> Markup {
    let filled = kept.unwrap_or_default().with("key", it.key.as_str());
    html! {
        section.block {
            h2 { (reader.say("programme-address")) }
            p { code { (here.page(&format!("activities/{}", it.key))) } }
            (form::post(reader, &format!("{}/key", at(here, it.key.as_str())), &filled, |form| html! {
                (form.line("key", &reader.say("programme-field-key"), Some(&reader.say("programme-key-hint")), "text", None))
                (form.submit(&reader.say("programme-change-address")))
            }))
        }
    }
}

fn values_table(reader: &Reader, edited: &Edited) -> Markup {
    html! {
        table.stack {
            tbody {
                @for (field, value) in &edited.words {
                    tr { th scope="row" { (label(reader, field)) } td dir="auto" { (value) } }
                }
            }
        }
    }
}
