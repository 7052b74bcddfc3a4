//! An indicator on the desk: all that its page tells, and the form that says what it is to reach.

use std::collections::HashMap;

use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Found, Page, Refusal as _, Sent, redirect};
use programme::Here;
use ui::{
    Markup, Reader,
    form::{self, Filled},
    html,
};

use super::indicator::Told;
use crate::document::actions::target as actions;

type Names = HashMap<String, String>;

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
    Query(query): Query<HashMap<String, String>>,
) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, names.get("key").found()?, &query, Filled::default()).await
}

pub(super) async fn set(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
    Sent(mut sent): Sent,
) -> host::Result<Response> {
    let key = names.get("key").found()?;
    match actions::set(&app, &actor, &here, key, &sent).await? {
        Ok(()) => Ok(redirect(&reader.href(&at(&here, key)))),
        Err(wrong) => {
            for refusal in &wrong {
                sent.wrong(refusal.field().unwrap_or("target"), refusal.say());
            }
            let page = page(&app, &reader, &actor, &here, key, &HashMap::new(), sent).await?;
            Ok(page.status(422).into_response())
        }
    }
}

pub(super) async fn remove(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
) -> host::Result<Response> {
    let key = names.get("key").found()?;
    actions::remove(&app, &actor, &here, key).await?;
    Ok(redirect(&reader.href(&at(&here, key))))
}

/// The page of an indicator on the desk.
pub(super) fn at(here: &Here, key: &str) -> String {
    here.desk(&format!("figures/{key}"))
}

async fn page(
    app: &App,
    reader: &Reader,
    actor: &Actor,
    here: &Here,
    key: &str,
    query: &HashMap<String, String>,
    filled: Filled,
) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::ReadRows(edition))?;
    let mut conn = app.db.read().await?;
    let told = Told::read(app, &mut conn, reader, here, key, true).await?;
    let content = html! {
        p.meta {
            a href=(reader.href(&here.desk("figures"))) { (reader.say("report-figures")) }
            " · " a href=(reader.href(&told.figure.path(here))) { (reader.say("report-public-page")) }
            @if told.figure.indicator.is_observed() {
                @let observed = key.split_once('.').map_or(key, |it| it.1);
                " · " a href=(reader.href(&here.desk(&format!("observations/{observed}")))) { (reader.say("report-observe")) }
            }
        }
        @if filled.is_wrong() { (target(reader, here, &told, filled.clone())) }
        (told.view(reader, here, query))
        @if actor.can(Act::EditEdition(edition)) && !filled.is_wrong() { (target(reader, here, &told, filled)) }
    };
    Ok(Page::desk(edition, told.figure.title(reader), content))
}

fn target(reader: &Reader, here: &Here, told: &Told, filled: Filled) -> Markup {
    let path = format!("{}/target", at(here, told.figure.key()));
    // A target that is not set yet is an empty form, not one of noughts.
    let words = told.target.as_ref().map(|it| actions::words(Some(it)));
    let filled = words.into_iter().flatten().fold(filled, |filled, (field, words)| filled.with(field, words));
    let hint = if told.figure.indicator.display.is_share() { "report-target-hint-share" } else { "report-target-hint" };
    html! {
        section.block {
            h2 { (reader.say(if told.target.is_some() { "report-target-change" } else { "report-target-set" })) }
            (form::post(reader, &path, &filled, |form| html! {
                (form.line("target", &reader.say("report-head-target"), Some(&reader.say(hint)), "text", None))
                (form.line("due_on", &reader.say("report-field-due-on"), None, "date", None))
                (form.line("baseline", &reader.say("report-field-baseline"), Some(&reader.say("report-baseline-hint")), "text", None))
                (form.line("baseline_on", &reader.say("report-field-baseline-on"), None, "date", None))
                (form.submit(&reader.say("report-target-save")))
            }))
            @if told.target.is_some() {
                (form::button(reader, &format!("{path}/remove"), &reader.say("report-target-remove"), true))
            }
        }
    }
}
