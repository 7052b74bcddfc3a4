//! One activity on the desk: what it says of itself, its address, its history.

use axum::response::{IntoResponse, Response};
use host::{Act, Found, Kept, Page};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Edited, Reader,
    form::{self, Filled},
};

use super::line;
use crate::{
    AtDesk, Here,
    actions::activity::{self as actions, before_last_change},
    fields,
    model::{Activity, Mode, Status},
    store,
};

#[derive(Deserialize)]
pub(super) struct Which {
    activity: String,
}

/// The forms of the page; one that was not taken comes back as it was sent.
#[derive(Default)]
struct Forms {
    values: Option<Filled>,
    key: Option<Filled>,
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    page(&desk, Forms::default()).await
}

pub(super) async fn save(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = actions::change(&desk.app, &desk.actor, &desk.here, &desk.which.activity, &desk.sent).await?;
    let Err(wrong) = done else { return Ok(desk.to(&at(&desk.which.activity))) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "title_en");
    let forms = Forms { values: Some(kept.filled), ..Forms::default() };
    Ok(page(&desk, forms).await?.status(kept.status).into_response())
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::undo(&desk.app, &desk.actor, &desk.here, &desk.which.activity, &desk.sent).await?;
    Ok(desk.to(&at(&desk.which.activity)))
}

pub(super) async fn rename(desk: AtDesk<Which>) -> host::Result<Response> {
    match actions::rename(&desk.app, &desk.actor, &desk.here, &desk.which.activity, &desk.sent).await? {
        Ok(key) => Ok(desk.to(&at(key.as_str()))),
        Err(wrong) => {
            let kept = Kept::new(desk.sent.clone(), &wrong, "key");
            let forms = Forms { key: Some(kept.filled), ..Forms::default() };
            Ok(page(&desk, forms).await?.status(kept.status).into_response())
        }
    }
}

fn at(key: &str) -> String {
    format!("activities/{key}")
}

async fn page(desk: &AtDesk<Which>, forms: Forms) -> host::Result<Page> {
    let (reader, here, key) = (&desk.reader, &desk.here, desk.which.activity.as_str());
    desk.actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = desk.app.db.read().await?;
    let it = store::activity(&mut conn, here.edition.id, key).await?.found()?;
    let history = line::history(&mut conn, it.id).await?;
    let edited = Edited {
        room: "programme",
        path: here.desk(&at(key)),
        words: fields::words(&it).into(),
        has_past: before_last_change(&mut conn, &it).await?.is_some(),
    };
    let content = html! {
        p.label { a href=(reader.href(&here.desk("activities"))) { (reader.say("programme-activities")) } }
        h1 { (reader.words(&it.title)) }
        p { a href=(reader.href(&here.page(&format!("activities/{}", it.key)))) { (reader.say("programme-see-on-site")) } }
        @if desk.actor.can(Act::EditEdition(here.edition.id)) {
            (values_form(reader, &edited, forms.values))
            (edited.undo(reader))
            (key_form(reader, here, &it, forms.key))
        } @else {
            (values_table(reader, &edited))
        }
        (line::view_history(&desk.app, reader, here, &history))
    };
    Ok(Page::desk(here.edition.id, reader.text(&it.title), content))
}

fn values_form(reader: &Reader, edited: &Edited, kept: Option<Filled>) -> Markup {
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    let options = |prefix: &str, words: &[&str]| {
        words.iter().map(|word| ((*word).to_owned(), reader.say_key(&format!("{prefix}-{word}")))).collect::<Vec<_>>()
    };
    let name = |field: &str| edited.label(reader, field);
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
            (form::post(reader, &here.desk(&format!("{}/key", at(it.key.as_str()))), &filled, |form| html! {
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
                    tr { th scope="row" { (edited.label(reader, field)) } td dir="auto" { (value) } }
                }
            }
        }
    }
}
