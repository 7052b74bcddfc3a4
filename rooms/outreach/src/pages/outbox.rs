//! The outbox: every letter, by where it stands.

use std::collections::HashMap;

use axum::extract::{Query, State};
use host::{Act, Actor, App, Ask, Page};
use jiff::tz::TimeZone;
use programme::Here;
use ui::{Markup, Reader, heads, html};

use crate::{
    LetterState,
    model::OutboxLine,
    store::{self, StateCount},
};

/// How many letters stand on one page.
const PAGE: i64 = 50;

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Query(query): Query<HashMap<String, String>>,
) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::ReadOutbox(edition))?;
    let state = query.get("state").and_then(|it| it.parse().ok());
    let page = query.get("page").and_then(|it| it.parse().ok()).unwrap_or(1).clamp(1, 100_000);
    let mut conn = app.db.read().await?;
    let counts = store::letters_by_state(&mut conn, edition).await?;
    let mut lines = store::outbox(&mut conn, edition, state, (page - 1) * PAGE, PAGE + 1).await?;
    let more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    let title = reader.say("outreach-outbox");
    let content = html! {
        h1 { (title) }
        @if app.demonstration || app.config.smtp.is_none() { p.said { (reader.say("outreach-nothing-leaves")) } }
        (filters(&reader, &here, state, &counts))
        @if lines.is_empty() { p { (reader.say("outreach-no-letters")) } } @else { (table(&reader, &here, &lines)) }
        (pages(&reader, &here, state, page, more))
        div.buttons {
            a href=(reader.href(&here.desk("outbox/bounces"))) { (reader.say("outreach-bounces")) }
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn address(here: &Here, state: Option<LetterState>, page: i64) -> String {
    let state = state.map(|it| format!("state={it}"));
    let page = (page > 1).then(|| format!("page={page}"));
    let query: Vec<String> = [state, page].into_iter().flatten().collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{}", here.desk("outbox"), query.join("&"))
}

fn filters(reader: &Reader, here: &Here, chosen: Option<LetterState>, counts: &[StateCount]) -> Markup {
    let all: i64 = counts.iter().map(|it| it.letters).sum();
    let of = |state| counts.iter().find(|it| it.state == state).map_or(0, |it| it.letters);
    let choices = std::iter::once((None, "outreach-state-any", all));
    let choices = choices.chain(LetterState::ALL.map(|it| (Some(it), it.label(), of(it))));
    html! {
        nav aria-label=(reader.say("outreach-by-state")) {
            ul.buttons {
                @for (state, label, count) in choices {
                    li {
                        a href=(reader.href(&address(here, state, 1))) aria-current=[(state == chosen).then_some("true")] {
                            (reader.say(label)) " " span.count { (reader.number(count)) }
                        }
                    }
                }
            }
        }
    }
}

fn table(reader: &Reader, here: &Here, lines: &[OutboxLine]) -> Markup {
    let zone: TimeZone = here.edition.time_zone();
    html! {
        table.stack {
            (heads([
                reader.say("outreach-subject"),
                reader.say("outreach-to"),
                reader.say("outreach-written"),
                reader.say("outreach-state"),
            ]))
            tbody {
                @for it in lines {
                    tr {
                        th scope="row" dir="auto" {
                            a href=(reader.href(&here.desk(&format!("outbox/{}", it.id)))) { (it.subject) }
                        }
                        td { bdi { (it.to_name) } " " span.meta { (it.to_address) } }
                        td { (reader.stamp(it.written_at, &zone)) }
                        td {
                            (reader.say(it.state.label()))
                            @if it.bounced_at.is_some() { " · " strong { (reader.say("outreach-bounced")) } }
                        }
                    }
                }
            }
        }
    }
}

fn pages(reader: &Reader, here: &Here, state: Option<LetterState>, page: i64, more: bool) -> Markup {
    html! {
        @if page > 1 || more {
            nav.pages aria-label=(reader.say("outreach-pages")) {
                @if page > 1 {
                    a rel="prev" href=(reader.href(&address(here, state, page - 1))) { (reader.say("outreach-newer")) }
                }
                @if more {
                    a rel="next" href=(reader.href(&address(here, state, page + 1))) { (reader.say("outreach-older")) }
                }
            }
        }
    }
}
