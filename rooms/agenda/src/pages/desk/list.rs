//! The sessions of an edition with how many registered and came, as a table.

use std::collections::HashMap;

use axum::extract::State;
use host::{Act, Actor, App, Ask, Page, Result, Sent};
use jiff::Timestamp;
use kernel::{Id, mark};
use maud::{Markup, html};
use programme::Here;
use ui::{Reader, form, form::Filled, heads_and_counts};

use super::super::list::tag;
use crate::{Session, model::Counts, store};

pub(in crate::pages) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(asked): Sent,
) -> Result<Page> {
    actor.may(Act::ReadRegistrations(here.edition.id))?;
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let all = store::sessions(&mut conn, here.edition.id).await?;
    let counts: HashMap<_, _> =
        store::counts(&mut conn, here.edition.id, now).await?.into_iter().map(|it| (it.session_id, it)).collect();
    let content = view(&reader, &here, &all, &counts, &asked, now);
    Ok(Page::desk(here.edition.id, reader.say("agenda-rail-sessions"), content))
}

fn view(
    reader: &Reader,
    here: &Here,
    all: &[Session],
    counts: &HashMap<Id<mark::Session>, Counts>,
    asked: &Filled,
    now: Timestamp,
) -> Markup {
    let wanted = asked.value("activity");
    let shown: Vec<&Session> = all.iter().filter(|it| wanted.is_empty() || it.activity.as_str() == wanted).collect();
    html! {
        h1 { (reader.say("agenda-rail-sessions")) }
        (filter(reader, here, all, asked))
        @if shown.is_empty() { p { (reader.say("agenda-no-sessions")) } } @else {
            div.scroll tabindex="0" role="region" aria-label=(reader.say("agenda-rail-sessions")) {
                table.stack {
                    (heads_and_counts(
                        [
                            reader.say("agenda-column-day"),
                            reader.say("agenda-column-session"),
                            reader.say("agenda-column-state"),
                        ],
                        [reader.say("agenda-column-registered-people"), reader.say("agenda-column-present")],
                    ))
                    tbody { @for it in shown { (row(reader, here, it, counts.get(&it.id), now)) } }
                }
            }
        }
    }
}

fn filter(reader: &Reader, here: &Here, all: &[Session], asked: &Filled) -> Markup {
    let mut options = vec![(String::new(), reader.say("agenda-every-activity"))];
    for it in all {
        let value = it.activity.to_string();
        if !options.iter().any(|(known, _)| *known == value) {
            options.push((value, reader.text(&it.activity_title).to_owned()));
        }
    }
    form::get(reader, &here.desk("sessions"), asked, |it| {
        html! {
            (it.choice("activity", &reader.say("agenda-activity"), None, &options))
            (it.submit(&reader.say("agenda-filter")))
        }
    })
}

fn row(reader: &Reader, here: &Here, it: &Session, counts: Option<&Counts>, now: Timestamp) -> Markup {
    let registered = counts.map_or(0, |it| it.registered);
    let present = counts.map_or(0, |it| it.present);
    let people = reader.href(&super::path(here, it, "/registrations"));
    html! {
        tr {
            td { (reader.stamp(it.starts_at, &it.time_zone())) }
            th scope="row" {
                a href=(reader.href(&super::path(here, it, ""))) { (reader.words(&it.title)) }
                br; span.meta { (reader.words(&it.activity_title)) @if let Some(topic) = &it.topic { " · " (reader.words(topic)) } }
            }
            td { (tag(reader, it, now)) }
            td.end {
                a href=(people) aria-label=(reader.say_with("agenda-people-of", [("count", reader.number(registered)), ("session", reader.text(&it.title).to_owned())])) {
                    (reader.number(registered))
                }
                @if let Some(capacity) = it.capacity { span.meta { " / " (reader.number(capacity)) } }
            }
            td.end { @if it.is_over(now) { (reader.number(present)) } @else { "–" } }
        }
    }
}
