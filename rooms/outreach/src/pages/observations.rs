//! What others counted: the newest number of each thing, its history, and the form that writes one down.

use axum::response::{IntoResponse, Response};
use host::{Act, Found, Kept, Page};
use jiff::civil::Date;
use kernel::{Key, Language};
use programme::{AtDesk, Here};
use serde::Deserialize;
use ui::{
    Edited, Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use crate::{Observation, actions::observation as actions, store};

#[derive(Deserialize)]
pub(super) struct Which {
    key: Key,
}

#[derive(Deserialize)]
pub(super) struct WhichDay {
    key: Key,
    day: Date,
}

pub(super) async fn list(desk: AtDesk) -> host::Result<Page> {
    all(&desk, Filled::default()).await
}

pub(super) async fn add(desk: AtDesk) -> host::Result<Response> {
    match actions::add(&desk.app, &desk.actor, &desk.here, None, &desk.sent).await? {
        Ok(key) => Ok(to(&desk, &key)),
        Err(wrong) => {
            let kept = Kept::new(desk.sent.clone(), &wrong, "value");
            Ok(all(&desk, kept.filled).await?.status(kept.status).into_response())
        }
    }
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    one(&desk, Filled::default()).await
}

pub(super) async fn again(desk: AtDesk<Which>) -> host::Result<Response> {
    let key = &desk.which.key;
    let done = actions::add(&desk.app, &desk.actor, &desk.here, Some(key.as_str()), &desk.sent).await?;
    let Err(wrong) = done else { return Ok(to(&desk, key)) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "value");
    Ok(one(&desk, kept.filled).await?.status(kept.status).into_response())
}

pub(super) async fn remove(desk: AtDesk<WhichDay>) -> host::Result<Response> {
    let WhichDay { key, day } = &desk.which;
    actions::remove(&desk.app, &desk.actor, &desk.here, key.as_str(), *day).await?;
    Ok(to(&desk, key))
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::undo(&desk.app, &desk.actor, &desk.here, &desk.which.key, &desk.sent).await?;
    Ok(to(&desk, &desk.which.key))
}

fn to<W>(desk: &AtDesk<W>, key: &Key) -> Response {
    desk.to(&format!("observations/{key}"))
}

fn at(here: &Here, key: &Key) -> String {
    here.desk(&format!("observations/{key}"))
}

async fn all(desk: &AtDesk, filled: Filled) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let scope = here.scope(app.clock.now());
    let newest = store::newest_observations(&mut conn, scope).await?;
    let filled = filled.with("display", "at-least").with("observed_on", scope.today.to_string());
    let title = reader.say("outreach-observations");
    let content = html! {
        h1 { (title) }
        p.lede { (reader.say("outreach-observations-lede")) }
        @if newest.is_empty() { p { (reader.say("outreach-no-observations")) } } @else { (table(reader, here, &newest)) }
        @if actor.can(Act::EditEdition(edition)) {
            section.block {
                h2 { (reader.say("outreach-observe")) }
                (form::post(reader, &here.desk("observations"), &filled, |form| html! {
                    (form.line("key", &reader.say("outreach-field-key"), Some(&reader.say("outreach-key-hint")), "text", None))
                    (fields(reader, form, false))
                }))
            }
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn table(reader: &Reader, here: &Here, newest: &[Observation]) -> Markup {
    html! {
        table.stack {
            (heads([
                reader.say("outreach-observed-thing"),
                reader.say("outreach-column-number"),
                reader.say("outreach-column-observer"),
                reader.say("outreach-column-observed-on"),
            ]))
            tbody {
                @for it in newest {
                    tr {
                        th scope="row" { a href=(reader.href(&at(here, &it.key))) { (reader.words(&it.label)) } }
                        td { (number(reader, it)) }
                        td { (reader.words(&it.observer)) }
                        td { (reader.day(it.observed_on)) }
                    }
                }
            }
        }
    }
}

fn number(reader: &Reader, it: &Observation) -> String {
    let number = reader.number(it.value);
    if it.display == "at-least" { format!("{number}+") } else { number }
}

async fn one(desk: &AtDesk<Which>, filled: Filled) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, which: Which { key }, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let mut known = store::observations(&mut conn, edition).await?;
    known.retain(|it| it.key == *key);
    known.sort_by_key(|it| std::cmp::Reverse(it.observed_on));
    let last = actions::last(&mut conn, here, key).await?;
    let edited = Edited {
        room: "outreach",
        path: at(here, key),
        has_past: last.is_some(),
        words: last.map(|it| it.words()).unwrap_or_default(),
    };
    // All of it may have been taken away; then the page stays, so that it can be taken back.
    let newest = if edited.has_past { known.first() } else { Some(known.first().found()?) };
    let title = newest.map_or_else(|| key.to_string(), |it| reader.text(&it.label).to_owned());
    let may_edit = actor.can(Act::EditEdition(edition));
    let content = html! {
        p.meta { a href=(reader.href(&here.desk("observations"))) { (reader.say("outreach-observations")) } }
        h1 { (title) }
        @if let Some(it) = newest {
            p { (reader.words(&it.definition)) }
            p.meta { a href=(reader.href(&here.page(&format!("figures/{}", it.indicator())))) { (reader.say("outreach-figure-page")) } }
        }
        (history(reader, here, &known, may_edit))
        @if may_edit {
            (edited.undo(reader))
            @if let Some(it) = newest {
                section.block {
                    h2 { (reader.say("outreach-observe-again")) }
                    @let filled = prefilled(filled, it, here.edition.today(app.clock.now()).to_string());
                    (form::post(reader, &edited.path, &filled, |form| fields(reader, form, true)))
                }
            }
        }
    };
    Ok(Page::desk(edition, title, content))
}

/// What was said last of a thing stands in the form for the next time; the number and the day do not.
fn prefilled(filled: Filled, it: &Observation, today: String) -> Filled {
    let words = actions::words(it).into_iter().filter(|(field, _)| !["value", "observed_on", "link"].contains(field));
    words.fold(filled, |filled, (field, words)| filled.with(field, words)).with("observed_on", today)
}

fn history(reader: &Reader, here: &Here, known: &[Observation], may_edit: bool) -> Markup {
    let columns = ["observed-on", "number", "observer", "evidence"];
    let names = columns.map(|it| reader.say_key(&format!("outreach-column-{it}")));
    html! {
        @if known.is_empty() { p { (reader.say("outreach-all-taken-away")) } } @else {
            table.stack {
                (heads(names.into_iter().chain(may_edit.then(|| reader.say("outreach-column-acts")))))
                tbody {
                    @for it in known {
                        tr {
                            th scope="row" { (reader.day(it.observed_on)) }
                            td { (number(reader, it)) }
                            td { (reader.words(&it.observer)) }
                            td {
                                @match &it.link {
                                    Some(link) => a href=(link) rel="noopener" { (reader.words(&it.evidence)) },
                                    None => (reader.words(&it.evidence)),
                                }
                            }
                            @if may_edit {
                                td {
                                    (form::button(
                                        reader,
                                        &format!("{}/{}/remove", at(here, &it.key), it.observed_on),
                                        &reader.say_with("outreach-take-away", [("day", reader.day(it.observed_on))]),
                                        true,
                                    ))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn fields(reader: &Reader, form: &form::Form<'_>, again: bool) -> Markup {
    let displays = ["at-least", "exact"].map(|it| (it.to_owned(), reader.say_key(&format!("outreach-display-{it}"))));
    let text = |name: &'static str, language: Language, field: &str| {
        let label = reader.say_key(&format!("outreach-field-{name}-{language}"));
        let hint = (language == Language::ENGLISH).then(|| reader.say_key(&format!("outreach-{name}-hint")));
        if name == "definition" {
            form.long_text(field, &label, hint.as_deref(), 3)
        } else {
            form.line(field, &label, hint.as_deref(), "text", None)
        }
    };
    html! {
        (form.line("value", &reader.say("outreach-column-number"), None, "text", None))
        (form.choice("display", &reader.say("outreach-field-display"), None, &displays))
        (form.line("observed_on", &reader.say("outreach-column-observed-on"), Some(&reader.say("outreach-observed-on-hint")), "date", None))
        @for (name, fields) in actions::TEXTS {
            @for (language, field) in fields { (text(name, language, field)) }
        }
        (form.line("link", &reader.say("outreach-field-link"), Some(&reader.say("outreach-link-hint")), "url", None))
        (form.submit(&reader.say(if again { "outreach-observe-again" } else { "outreach-observe" })))
    }
}
