//! What others counted: the newest number of each thing, its history, and the form that writes one down.

use std::collections::HashMap;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Found, Page, Refusal as _, Sent, redirect};
use kernel::{Key, Language};
use programme::Here;
use ui::{
    Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use crate::{Observation, OutreachRefusal, actions::observation as actions, store};

type Names = HashMap<String, String>;

pub(super) async fn list(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    all(&app, &reader, &actor, &here, Filled::default()).await
}

pub(super) async fn add(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::add(&app, &actor, &here, None, &sent).await? {
        Ok(()) => Ok(redirect(&reader.href(&here.desk("observations")))),
        Err(wrong) => Ok(all(&app, &reader, &actor, &here, mark(sent, &wrong)).await?.status(422).into_response()),
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
) -> host::Result<Page> {
    one(&app, &reader, &actor, &here, named(&names)?, Filled::default()).await
}

pub(super) async fn again(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    let key = named(&names)?;
    match actions::add(&app, &actor, &here, Some(key.as_str()), &sent).await? {
        Ok(()) => Ok(redirect(&reader.href(&at(&here, &key)))),
        Err(wrong) => Ok(one(&app, &reader, &actor, &here, key, mark(sent, &wrong)).await?.status(422).into_response()),
    }
}

pub(super) async fn remove(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
) -> host::Result<Response> {
    let key = named(&names)?;
    let day = names.get("day").and_then(|it| it.parse().ok()).found()?;
    actions::remove(&app, &actor, &here, key.as_str(), day).await?;
    Ok(redirect(&reader.href(&at(&here, &key))))
}

pub(super) async fn undo(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<Names>,
) -> host::Result<Response> {
    let key = named(&names)?;
    actions::undo(&app, &actor, &here, &key).await?;
    Ok(redirect(&reader.href(&at(&here, &key))))
}

fn named(names: &Names) -> host::Result<Key> {
    names.get("key").and_then(|it| it.parse().ok()).found()
}

fn at(here: &Here, key: &Key) -> String {
    here.desk(&format!("observations/{key}"))
}

/// A form as it was sent, with everything that is wrong with it.
fn mark(mut sent: Filled, wrong: &[OutreachRefusal]) -> Filled {
    for refusal in wrong {
        sent.wrong(refusal.field().unwrap_or("value"), refusal.say());
    }
    sent
}

async fn all(app: &App, reader: &Reader, actor: &Actor, here: &Here, filled: Filled) -> host::Result<Page> {
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

async fn one(app: &App, reader: &Reader, actor: &Actor, here: &Here, key: Key, filled: Filled) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let mut known = store::observations(&mut conn, edition).await?;
    known.retain(|it| it.key == key);
    known.sort_by_key(|it| std::cmp::Reverse(it.observed_on));
    let has_past = actions::has_past(&mut conn, here, &key).await?;
    // All of it may have been taken away; then the page stays, so that it can be taken back.
    let newest = if has_past { known.first() } else { Some(known.first().found()?) };
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
            @if has_past {
                (form::button(reader, &format!("{}/undo", at(here, &key)), &reader.say("outreach-undo"), true))
            }
            @if let Some(it) = newest {
                section.block {
                    h2 { (reader.say("outreach-observe-again")) }
                    @let filled = prefilled(filled, it, here.edition.today(app.clock.now()).to_string());
                    (form::post(reader, &at(here, &key), &filled, |form| fields(reader, form, true)))
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
