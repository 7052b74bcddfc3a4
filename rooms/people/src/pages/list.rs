//! The people of the edition, as a list that can be narrowed by its address.

use std::collections::{BTreeMap, HashMap};

use axum::extract::State;
use db::Conn;
use host::{Act, Actor, App, Ask, Page, Result, Sent};
use kernel::{Country, Id, mark};
use programme::{Activity, Here};
use ui::{
    Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use crate::{
    model::File,
    store::{self, Listed},
};

/// How many people a page shows.
const A_PAGE: usize = 50;

/// The people who were asked for, and in what each takes part.
pub(super) struct Found {
    /// By name.
    pub(super) people: Vec<Listed>,
    /// The activities of each.
    pub(super) parts: HashMap<Id<mark::Person>, Vec<Id<mark::Activity>>>,
    /// The edition's activities.
    pub(super) activities: Vec<Activity>,
}

impl Found {
    /// The names of the activities in which somebody takes part.
    pub(super) fn parts_of(&self, reader: &Reader, person: Id<mark::Person>) -> String {
        let parts = self.parts.get(&person).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<&str> =
            self.activities.iter().filter(|it| parts.contains(&it.id)).map(|it| reader.text(&it.title)).collect();
        names.join(", ")
    }
}

/// Finds the people that an address asks for: by name or address, country, activity and door.
pub(super) async fn find(conn: &mut Conn, here: &Here, asked: &Filled) -> Result<Found> {
    let activities = programme::activities(conn, here.edition.id).await?;
    let mut parts: HashMap<_, Vec<_>> = HashMap::new();
    for it in store::participations(conn, here.edition.id).await? {
        parts.entry(it.person_id).or_default().push(it.activity_id);
    }
    let mut people = store::listed(conn, here.edition.id, asked.value("country"), asked.value("file")).await?;
    let wanted = asked.value("activity");
    let activity = activities.iter().find(|it| it.key.as_str() == wanted).map(|it| it.id);
    if !wanted.is_empty() {
        people.retain(|it| parts.get(&it.id).is_some_and(|all| activity.is_some_and(|one| all.contains(&one))));
    }
    let name = asked.value("name").to_lowercase();
    if !name.is_empty() {
        people.retain(|it| {
            let email = it.email.as_ref().map_or("", kernel::EmailAddress::as_str);
            [it.name.as_str(), &it.printed, email, it.key.as_str()]
                .iter()
                .any(|words| words.to_lowercase().contains(&name))
        });
    }
    people.sort_by_cached_key(|it| (it.name.to_lowercase(), it.key.clone()));
    Ok(Found { people, parts, activities })
}

/// The list.
pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(asked): Sent,
) -> Result<Page> {
    actor.may(Act::ReadPeople(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let found = find(&mut conn, &here, &asked).await?;
    let countries = programme::countries(&mut conn, here.edition.id).await?;
    let pages = found.people.len().div_ceil(A_PAGE).max(1);
    let page = asked.value("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let shown = found.people.iter().skip((page - 1) * A_PAGE).take(A_PAGE);
    let count = i64::try_from(found.people.len()).unwrap_or(i64::MAX);
    let content = html! {
        h1 { (reader.say("people-rail")) }
        (questions(&reader, &here, &asked, &found.activities, countries.iter().map(|it| it.code)))
        p role="status" {
            (reader.said(&kernel::Say::new("people-count").with("count", count).with("shown", reader.number(count))))
            @if count > 0 {
                " " a href=(reader.href(&address(&here, "people.csv", &asked, None))) { (reader.say("people-export")) }
            }
        }
        @if count == 0 { p { (reader.say("people-none-found")) } } @else { (table(&reader, &here, &found, shown)) }
        @if pages > 1 { (turn(&reader, &here, &asked, page, pages)) }
    };
    Ok(Page::desk(here.edition.id, reader.say("people-rail"), content))
}

fn questions(
    reader: &Reader,
    here: &Here,
    asked: &Filled,
    activities: &[Activity],
    countries: impl Iterator<Item = Country>,
) -> Markup {
    let any = |key| vec![(String::new(), reader.say(key))];
    let by_name: BTreeMap<String, String> = countries.map(|it| (reader.country(it), it.to_string())).collect();
    let countries: Vec<_> =
        any("people-any-country").into_iter().chain(by_name.into_iter().map(|(name, code)| (code, name))).collect();
    let activities: Vec<_> = any("people-any-activity")
        .into_iter()
        .chain(activities.iter().map(|it| (it.key.to_string(), reader.text(&it.title).to_owned())))
        .collect();
    let files: Vec<_> = any("people-any-file")
        .into_iter()
        .chain(File::ALL.iter().map(|it| (it.to_string(), reader.say(it.label()))))
        .collect();
    form::get(reader, &here.desk("people"), asked, |form| {
        html! {
            (form.line("name", &reader.say("people-name-or-email"), None, "search", None))
            (form.choice("country", &reader.say("people-column-country"), None, &countries))
            (form.choice("activity", &reader.say("people-takes-part"), None, &activities))
            (form.choice("file", &reader.say("people-door"), None, &files))
            (form.submit(&reader.say("people-narrow")))
        }
    })
}

fn table<'a>(reader: &Reader, here: &Here, found: &Found, shown: impl Iterator<Item = &'a Listed>) -> Markup {
    html! {
        table.stack {
            (heads([
                reader.say("people-column-name"),
                reader.say("people-column-country"),
                reader.say("people-organisation"),
                reader.say("people-door"),
                reader.say("people-takes-part"),
            ]))
            tbody {
                @for it in shown {
                    tr {
                        th scope="row" {
                            a href=(reader.href(&here.desk(&format!("people/{}", it.key)))) { (name(reader, it)) }
                            @if it.invented { " " (invented(reader)) }
                        }
                        td { @if let Some(country) = it.country { (reader.country(country)) } }
                        td dir="auto" { (it.organisation) }
                        td { (reader.say(it.file.label())) }
                        td { (found.parts_of(reader, it.id)) }
                    }
                }
            }
        }
    }
}

fn name(reader: &Reader, it: &Listed) -> Markup {
    html! { @if it.erased_at.is_some() { (reader.say("people-erased")) " " (it.key) } @else { bdi { (it.name) } } }
}

/// The mark beside whoever a demonstration made up.
pub(super) fn invented(reader: &Reader) -> Markup {
    html! { span.tag.invented { (reader.say("programme-invented")) } }
}

fn turn(reader: &Reader, here: &Here, asked: &Filled, page: usize, pages: usize) -> Markup {
    let link = |page: usize| reader.href(&address(here, "people", asked, Some(page)));
    let place = reader.say_with("people-page-of", [("page", page.to_string()), ("pages", pages.to_string())]);
    html! {
        nav.pages aria-label=(reader.say("people-pages")) {
            @if page > 1 { a href=(link(page - 1)) rel="prev" { (reader.say("people-page-before")) } }
            span { (place) }
            @if page < pages { a href=(link(page + 1)) rel="next" { (reader.say("people-page-after")) } }
        }
    }
}

/// The address of a page of the same list.
fn address(here: &Here, what: &str, asked: &Filled, page: Option<usize>) -> String {
    let mut parts: Vec<String> = ["name", "country", "activity", "file"]
        .into_iter()
        .filter(|it| !asked.value(it).is_empty())
        .map(|it| format!("{it}={}", encoded(asked.value(it))))
        .collect();
    parts.extend(page.map(|it| format!("page={it}")));
    let path = here.desk(what);
    if parts.is_empty() { path } else { format!("{path}?{}", parts.join("&")) }
}

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
