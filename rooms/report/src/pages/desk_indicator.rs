//! An indicator on the desk: all that its page tells, and the form that says what it is to reach.

use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use host::{Act, Kept, Page};
use programme::{AtDesk, Here};
use serde::Deserialize;
use ui::{
    Edited, Markup, Reader,
    form::{self, Filled},
    html,
};

use super::indicator::Told;
use crate::document::actions::target as actions;

#[derive(Deserialize)]
pub(super) struct Which {
    key: String,
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    let query = desk.sent.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    page(&desk, &query, None).await
}

pub(super) async fn set(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = actions::set(&desk.app, &desk.actor, &desk.here, &desk.which.key, &desk.sent).await?;
    let Err(wrong) = done else { return Ok(back(&desk)) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "target");
    Ok(page(&desk, &HashMap::new(), Some(kept.filled)).await?.status(kept.status).into_response())
}

pub(super) async fn remove(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::remove(&desk.app, &desk.actor, &desk.here, &desk.which.key).await?;
    Ok(back(&desk))
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::undo(&desk.app, &desk.actor, &desk.here, &desk.which.key, &desk.sent).await?;
    Ok(back(&desk))
}

fn back(desk: &AtDesk<Which>) -> Response {
    desk.to(&format!("figures/{}", desk.which.key))
}

/// The page of an indicator on the desk.
pub(super) fn at(here: &Here, key: &str) -> String {
    here.desk(&format!("figures/{key}"))
}

async fn page(desk: &AtDesk<Which>, query: &HashMap<String, String>, kept: Option<Filled>) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
    let (edition, key) = (here.edition.id, desk.which.key.as_str());
    actor.may(Act::ReadRows(edition))?;
    let told = Told::read(app, reader, here, key, true).await?;
    let mut conn = app.db.read().await?;
    let edited = Edited {
        room: "report",
        path: format!("{}/target", at(here, key)),
        words: actions::words(told.target.as_ref()).into(),
        has_past: actions::has_past(&mut conn, here, key, told.target.as_ref()).await?,
    };
    let refused = kept.is_some();
    let form = actor.can(Act::EditEdition(edition)).then(|| target(reader, &told, &edited, kept));
    let content = html! {
        p.meta {
            a href=(reader.href(&here.desk("figures"))) { (reader.say("report-figures")) }
            " · " a href=(reader.href(&told.figure.path(here))) { (reader.say("report-public-page")) }
            @if told.figure.indicator.is_observed() {
                @let observed = key.split_once('.').map_or(key, |it| it.1);
                " · " a href=(reader.href(&here.desk(&format!("observations/{observed}")))) { (reader.say("report-observe")) }
            }
        }
        @if let Some(form) = form.as_ref().filter(|_| refused) { (form) }
        (told.view(reader, here, query))
        @if let Some(form) = form.as_ref().filter(|_| !refused) { (form) }
    };
    Ok(Page::desk(edition, told.figure.title(reader), content))
}

fn target(reader: &Reader, told: &Told, edited: &Edited, kept: Option<Filled>) -> Markup {
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    let hint = if told.figure.indicator.display.is_share() { "report-target-hint-share" } else { "report-target-hint" };
    html! {
        section.block {
            h2 { (reader.say(if told.target.is_some() { "report-target-change" } else { "report-target-set" })) }
            (overtaken)
            (form::post(reader, &edited.path, &filled, |form| html! {
                (form.hidden("was", &edited.digest()))
                (form.line("target", &reader.say("report-head-target"), Some(&reader.say(hint)), "text", None))
                (form.line("due_on", &reader.say("report-field-due-on"), None, "date", None))
                (form.line("baseline", &reader.say("report-field-baseline"), Some(&reader.say("report-baseline-hint")), "text", None))
                (form.line("baseline_on", &reader.say("report-field-baseline-on"), None, "date", None))
                (form.submit(&reader.say("report-target-save")))
            }))
            @if told.target.is_some() {
                (form::button(reader, &format!("{}/remove", edited.path), &reader.say("report-target-remove"), true))
            }
            (edited.undo(reader))
        }
    }
}
