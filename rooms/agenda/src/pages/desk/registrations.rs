//! Who registered for a session and who came: a list to filter, to mark, and to take away as a file.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Page, Refusal, Result, Sent, redirect};
use maud::{Markup, html};
use programme::Here;
use ui::{Reader, form, form::Filled, heads};

use super::{heading, path};
use crate::{
    Session,
    attendance::{self, Minutes, Wrong},
    model::Registered,
    pages::{Parts, session_at},
    store,
};

/// How many rows a page of the list holds.
const A_PAGE: usize = 50;

const STATES: [(&str, &str); 4] = [
    ("", "agenda-state-all"),
    ("registered", "agenda-state-registered"),
    ("present", "agenda-state-present"),
    ("withdrawn", "agenda-state-withdrawn"),
];

/// The rows that were asked for.
pub(super) fn filtered<'a>(rows: &'a [Registered], asked: &Filled) -> Vec<&'a Registered> {
    let words = asked.value("q").to_lowercase();
    let has = |it: &Registered| {
        let whole = [it.name.as_str(), it.email.as_deref().unwrap_or_default(), it.organisation.as_str()]
            .join("\n")
            .to_lowercase();
        words.is_empty() || whole.contains(&words)
    };
    let is = |it: &Registered| match asked.value("state") {
        "registered" => it.withdrawn_at.is_none(),
        "present" => it.attended_minutes.is_some(),
        "withdrawn" => it.withdrawn_at.is_some(),
        _ => true,
    };
    rows.iter().filter(|it| has(it) && is(it)).collect()
}

pub(in crate::pages) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
    Sent(asked): Sent,
) -> Result<Page> {
    actor.may(Act::ReadRegistrations(here.edition.id))?;
    let session = session_at(&app, &here, &parts).await?;
    page(&app, &reader, &actor, &here, &session, &asked, Filled::default()).await
}

pub(in crate::pages) async fn mark(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let session = session_at(&app, &here, &parts).await?;
    let mut tx = app.db.write().await?;
    let wrong = attendance::mark(&app, &mut tx, &actor, &session, |rows| read(&sent, rows)).await?;
    if wrong.is_empty() {
        tx.commit().await?;
        let back = format!("{}?page={}", path(&here, &session, "/registrations"), number(sent.value("page")));
        return Ok(redirect(&reader.href(&back)));
    }
    drop(tx);
    for (field, refusal) in &wrong {
        sent.wrong(field, refusal.say());
    }
    let asked = Filled::default().with("page", sent.value("page"));
    Ok(page(&app, &reader, &actor, &here, &session, &asked, sent).await?.status(422).into_response())
}

/// The minutes that a form has for these registrations; who does not stand in it stays as they are.
fn read(sent: &Filled, rows: &[Registered]) -> std::result::Result<Vec<Minutes>, Wrong> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for it in rows {
        let field = field(it);
        if sent.ticked(&field) {
            match attendance::minutes(sent.value(&field)) {
                Ok(minutes) => found.push((it.id, minutes)),
                Err(refusal) => wrong.push((field, refusal)),
            }
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

fn field(it: &Registered) -> String {
    format!("minutes-{}", it.id)
}

fn number(words: &str) -> usize {
    words.parse().unwrap_or(1).max(1)
}

async fn page(
    app: &App,
    reader: &Reader,
    actor: &Actor,
    here: &Here,
    session: &Session,
    asked: &Filled,
    sent: Filled,
) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let rows = store::registrations(&mut conn, session.id, app.clock.now()).await?;
    let found = filtered(&rows, asked);
    let pages = found.len().div_ceil(A_PAGE).max(1);
    let at = number(asked.value("page")).min(pages);
    let shown: Vec<&Registered> = found.iter().skip((at - 1) * A_PAGE).take(A_PAGE).copied().collect();
    let may_mark = actor.can(Act::EditRegistrations(here.edition.id)) && session.has_begun(app.clock.now());
    let filled = shown.iter().fold(sent, |filled, it| {
        filled.with(&field(it), it.attended_minutes.map(|it| it.to_string()).unwrap_or_default())
    });
    let title = reader.say_with("agenda-registrations-of", [("session", reader.text(&session.title).to_owned())]);
    let query = format!("q={}&state={}", encoded(asked.value("q")), encoded(asked.value("state")));
    let table = table(reader, here, session, actor, &shown, may_mark, &filled);
    let content = html! {
        (heading(reader, here, session, &title))
        (filter(reader, here, session, asked))
        p.buttons {
            a href=(reader.href(&path(here, session, &format!("/registrations.csv?{query}")))) { (reader.say("agenda-export")) }
            @if may_mark { a href=(reader.href(&path(here, session, "/attendance"))) { (reader.say("agenda-paste")) } }
        }
        p.meta { (reader.say_with("agenda-rows", [("shown", reader.number(shown.len().try_into().unwrap_or(0))), ("count", reader.number(found.len().try_into().unwrap_or(0)))])) }
        @if found.is_empty() { p { (reader.say("agenda-no-registrations")) } }
        @else if may_mark {
            (form::post(reader, &path(here, session, "/registrations"), &filled, |it| html! {
                (it.hidden("page", &at.to_string())) (table) (it.submit(&reader.say("agenda-save-attendance")))
            }))
        } @else { (table) }
        @if pages > 1 {
            nav.pages aria-label=(reader.say("agenda-pages")) {
                @for number in 1..=pages {
                    @let target = path(here, session, &format!("/registrations?{query}&page={number}"));
                    a href=(reader.href(&target)) aria-current=[(number == at).then_some("page")] { (number) }
                }
            }
        }
    };
    Ok(Page::desk(here.edition.id, title, content))
}

/// A word of a query, with the signs encoded that would end it.
fn encoded(words: &str) -> String {
    use std::fmt::Write as _;
    words.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

fn filter(reader: &Reader, here: &Here, session: &Session, asked: &Filled) -> Markup {
    let states: Vec<(String, String)> =
        STATES.iter().map(|(value, key)| ((*value).to_owned(), reader.say(key))).collect();
    form::get(reader, &path(here, session, "/registrations"), asked, |it| {
        html! {
            (it.line("q", &reader.say("agenda-search"), None, "search", None))
            (it.choice("state", &reader.say("agenda-column-state"), None, &states))
            (it.submit(&reader.say("agenda-filter")))
        }
    })
}

fn table(
    reader: &Reader,
    here: &Here,
    session: &Session,
    actor: &Actor,
    shown: &[&Registered],
    may_mark: bool,
    filled: &Filled,
) -> Markup {
    let may_edit = actor.can(Act::EditRegistrations(here.edition.id));
    html! {
        div.scroll tabindex="0" role="region" aria-label=(reader.say("agenda-registration")) {
            table.stack {
                (heads([
                    reader.say("agenda-column-name"),
                    reader.say("agenda-column-organisation"),
                    reader.say("agenda-column-registered"),
                    reader.say("agenda-column-minutes"),
                ].into_iter().chain(may_edit.then(|| reader.say("agenda-withdraw")))))
                tbody { @for it in shown { (row(reader, here, session, it, may_edit, may_mark, filled)) } }
            }
        }
    }
}

fn row(
    reader: &Reader,
    here: &Here,
    session: &Session,
    it: &Registered,
    may_edit: bool,
    may_mark: bool,
    filled: &Filled,
) -> Markup {
    let field = field(it);
    let withdraw = path(here, session, &format!("/registrations/{}/withdraw", it.id));
    html! {
        tr {
            th scope="row" {
                bdi { (it.name) } @if it.invented { " " span.tag.invented { (reader.say("programme-invented")) } }
                @if let Some(email) = &it.email { br; span.meta { bdi { (email) } } }
            }
            td { bdi { (it.organisation) } @if let Some(country) = it.country { " " span.meta { (reader.country(country)) } } }
            td { (reader.stamp(it.registered_at, &here.edition.time_zone())) }
            td {
                @if may_mark && it.withdrawn_at.is_none() {
                    input type="text" inputmode="numeric" size="4" id=(field) name=(field) value=(filled.raw(&field))
                        aria-label=(reader.say_with("agenda-minutes-of", [("name", it.name.clone())]));
                } @else { (it.attended_minutes.map_or_else(|| "–".to_owned(), |it| reader.number(it))) }
            }
            @if may_edit {
                td {
                    @if let Some(at) = it.withdrawn_at { (reader.say("agenda-state-withdrawn")) " " (reader.stamp(at, &here.edition.time_zone())) }
                    @else { a href=(reader.href(&withdraw)) aria-label=(reader.say_with("agenda-withdraw-name", [("name", it.name.clone())])) { (reader.say("agenda-withdraw")) } }
                }
            }
        }
    }
}
