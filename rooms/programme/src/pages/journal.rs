//! The journal of an edition: who did what, when, from what to what.

use std::{collections::BTreeMap, fmt::Write as _};

use axum::extract::State;
use db::Conn;
use host::{
    Act, Actor, App, Ask, Page, Sent, access,
    journal::{self, Line, LineValue},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Id, mark};
use maud::{Markup, html};
use ui::{
    Reader,
    form::{self, Filled},
    heads,
};

use super::line;
use crate::{
    Here,
    actions::text,
    store::{self, journal as record},
};

/// How many lines stand on a page.
const A_PAGE: i64 = 50;

/// What the reader asks for, as far as it is understood; the rest is left out.
struct Asked {
    day: Option<Date>,
    who: Option<Id<mark::Account>>,
    kind: Option<String>,
    page: i64,
}

impl Asked {
    fn read(sent: &Filled, kinds: &[String]) -> Self {
        Self {
            day: sent.value("day").parse().ok(),
            who: sent.value("who").parse().ok(),
            kind: kinds.iter().find(|it| *it == sent.value("kind")).cloned(),
            page: sent.value("page").parse().ok().filter(|it| (1..100_000).contains(it)).unwrap_or(1),
        }
    }

    /// The address of another page of the same lines.
    fn path(&self, here: &Here, page: i64) -> String {
        let mut path = format!("{}?page={page}", here.desk("journal"));
        for (name, value) in [
            ("day", self.day.map(|it| it.to_string())),
            ("who", self.who.map(|it| it.to_string())),
            ("kind", self.kind.clone()),
        ] {
            if let Some(value) = value {
                let _ = write!(path, "&{name}={value}");
            }
        }
        path
    }

    fn wanted(&self, here: &Here) -> record::Wanted {
        let zone = here.edition.time_zone();
        let midnight = |day: Date| day.to_zoned_datetime(zone.clone()).ok().map(|it| it.timestamp());
        let from = self.day.and_then(midnight);
        let until = self.day.and_then(|it| it.tomorrow().ok()).and_then(midnight);
        record::Wanted {
            edition: here.edition.id,
            from: from.unwrap_or(Timestamp::UNIX_EPOCH),
            until: until.unwrap_or(FAR),
            who: self.who,
            kind: self.kind.clone(),
        }
    }
}

/// Later than anything that is written down: the year 9000.
const FAR: Timestamp = Timestamp::constant(221_845_392_000, 0);

/// What a page of the journal shows.
struct Shown {
    lines: Vec<Line>,
    values: Vec<LineValue>,
    names: BTreeMap<Id<()>, (String, Option<String>)>,
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(sent): Sent,
) -> host::Result<Page> {
    actor.may(Act::ReadJournal(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let everybody = record::everybody(&mut conn, here.edition.id).await?;
    let kinds = record::kinds(&mut conn, here.edition.id).await?;
    let asked = Asked::read(&sent, &kinds);
    let mut lines = record::lines(&mut conn, &asked.wanted(&here), (asked.page - 1) * A_PAGE, A_PAGE + 1).await?;
    let more = lines.len() > usize::try_from(A_PAGE).unwrap_or(0);
    lines.truncate(usize::try_from(A_PAGE).unwrap_or(0));
    let values = match (lines.last(), lines.first()) {
        (Some(oldest), Some(newest)) => journal::values_between(&mut conn, oldest.at, newest.at).await?,
        _ => Vec::new(),
    };
    let names = names(&mut conn, &reader, &here).await?;
    let shown = Shown { lines, values, names };
    let content = html! {
        h1 { (reader.say("programme-journal")) }
        (filter(&reader, &here, &sent, &everybody, &kinds))
        (table(&app, &reader, &here, &shown))
        (pager(&reader, &here, &asked, more))
    };
    Ok(Page::desk(here.edition.id, reader.say("programme-journal"), content))
}

/// The things that this room can name, with their desk pages.
async fn names(
    conn: &mut Conn,
    reader: &Reader,
    here: &Here,
) -> host::Result<BTreeMap<Id<()>, (String, Option<String>)>> {
    let mut names = BTreeMap::new();
    for it in store::activities(conn, here.edition.id).await? {
        let page = here.desk(&format!("activities/{}", it.key));
        names.insert(it.id.cast(), (reader.text(&it.title).to_owned(), Some(page)));
    }
    for it in store::all_prose(conn, here.edition.id).await? {
        let page = here.desk(&format!("texts/{}", it.key));
        names.insert(text::identity(here.edition.id, &it.key).cast(), (it.key, Some(page)));
    }
    for it in access::accounts(conn).await? {
        names.insert(it.id.cast(), (it.name, None));
    }
    Ok(names)
}

fn filter(reader: &Reader, here: &Here, sent: &Filled, everybody: &[record::Somebody], kinds: &[String]) -> Markup {
    let any = || (String::new(), reader.say("programme-any"));
    let people: Vec<_> =
        [any()].into_iter().chain(everybody.iter().map(|it| (it.id.to_string(), it.name.clone()))).collect();
    let things: Vec<_> =
        [any()].into_iter().chain(kinds.iter().map(|it| (it.clone(), kind_name(reader, it)))).collect();
    form::get(reader, &here.desk("journal"), sent, |form| {
        html! {
            (form.line("day", &reader.say("programme-field-day"), None, "date", None))
            (form.choice("who", &reader.say("programme-field-who"), None, &people))
            (form.choice("kind", &reader.say("programme-field-kind"), None, &things))
            (form.submit(&reader.say("programme-show")))
        }
    })
}

/// What a kind of thing is called: the message `journal-kind-…`, which the room that has the thing brings.
fn kind_name(reader: &Reader, kind: &str) -> String {
    let key = format!("journal-kind-{kind}");
    let words = reader.say_key(&key);
    if words.contains(&key) { kind.replace('-', " ") } else { words }
}

fn table(app: &App, reader: &Reader, here: &Here, page: &Shown) -> Markup {
    if page.lines.is_empty() {
        return html! { p { (reader.say("programme-journal-empty")) } };
    }
    html! {
        table.stack {
            (heads([
                reader.say("programme-column-when"),
                reader.say("programme-column-what"),
                reader.say("programme-column-about"),
            ]))
            tbody { @for it in &page.lines { tr {
                td { (line::when(reader, here, it)) }
                td { (line::who_did(reader, it)) (line::values(app, reader, it, &page.values)) }
                td { (about(reader, page, it)) }
            } } }
        }
    }
}

fn about(reader: &Reader, page: &Shown, it: &Line) -> Markup {
    html! {
        (kind_name(reader, &it.subject_kind))
        @if let Some((name, path)) = page.names.get(&it.subject_id) {
            ": "
            @match path {
                Some(path) => a href=(reader.href(path)) { bdi { (name) } },
                None => bdi { (name) },
            }
        }
    }
}

fn pager(reader: &Reader, here: &Here, asked: &Asked, more: bool) -> Markup {
    html! {
        @if more || asked.page > 1 {
            nav.pages aria-label=(reader.say("programme-pages")) {
                @if asked.page > 1 {
                    a rel="prev" href=(reader.href(&asked.path(here, asked.page - 1))) { (reader.say("programme-newer")) }
                }
                @if more { a rel="next" href=(reader.href(&asked.path(here, asked.page + 1))) { (reader.say("programme-older")) } }
            }
        }
    }
}
