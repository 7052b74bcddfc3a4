//! The team: who holds which role, who held one, and giving one.

use axum::response::{IntoResponse, Response};
use host::{
    Act, Actor, Clock, Kept, Page, Role,
    access::{self, Grant},
};
use jiff::Timestamp;
use kernel::{Id, Language, mark as kinds};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Reader,
    form::{self, Filled},
    heads,
};

use crate::{
    AtDesk, Here,
    actions::team::{self as actions, is_held},
};

#[derive(Deserialize)]
pub(super) struct Which {
    grant: Id<kinds::Grant>,
}

pub(super) async fn list(desk: AtDesk) -> host::Result<Page> {
    page(&desk, Filled::default()).await
}

pub(super) async fn give(desk: AtDesk) -> host::Result<Response> {
    let done = actions::give(&desk.app, &desk.actor, &desk.here, &desk.sent).await?;
    let Err(wrong) = done else { return Ok(desk.to("team")) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "email");
    Ok(page(&desk, kept.filled).await?.status(kept.status).into_response())
}

pub(super) async fn end(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::end_role(&desk.app, &desk.actor, &desk.here, desk.which.grant).await?;
    Ok(desk.to("team"))
}

async fn page(desk: &AtDesk, kept: Filled) -> host::Result<Page> {
    let (reader, here, actor) = (&desk.reader, &desk.here, &desk.actor);
    actor.may(Act::ReadTeam(here.edition.id))?;
    let mut conn = desk.app.db.read().await?;
    let grants = access::grants_of_edition(&mut conn, here.edition.id, here.programme.id).await?;
    let now = Clock::real();
    let (present, past): (Vec<&Grant>, Vec<&Grant>) = grants.iter().partition(|it| is_held(it, now));
    let can_edit = actor.can(Act::EditTeam(here.edition.id));
    let content = html! {
        h1 { (reader.say("programme-team")) }
        (present_table(reader, here, &present, can_edit))
        @if can_edit { (give_form(reader, here, &present, &kept)) }
        @if !past.is_empty() { (past_table(reader, here, &past, &erasable(actor, here, &present, &past))) }
    };
    Ok(Page::desk(here.edition.id, reader.say("programme-team"), content))
}

fn head(reader: &Reader, last: Option<&'static str>) -> Markup {
    html! {
        (heads([
            reader.say("programme-column-name"),
            reader.say("programme-column-role"),
            reader.say("programme-column-since"),
            reader.say("programme-column-until"),
        ].into_iter().chain(last.map(|it| reader.say(it)))))
    }
}

fn who(reader: &Reader, it: &Grant) -> Markup {
    html! {
        th scope="row" {
            bdi { (it.name) }
            p.meta { @if it.erased_at.is_some() { (reader.say("programme-account-was-erased")) } @else { (it.email) } }
        }
        td {
            (reader.say(it.role.label()))
            @if let Some(name) = &it.deputy_for {
                p.meta { (reader.say_with("programme-deputy-for", [("name", name.clone())])) }
            }
        }
    }
}

/// The last whole day before a role ends by itself, where the edition is at home.
fn last_day(reader: &Reader, here: &Here, at: Timestamp) -> String {
    let day = at.to_zoned_datetime(here.edition.time_zone()).date();
    reader.day(day.yesterday().unwrap_or(day))
}

fn present_table(reader: &Reader, here: &Here, present: &[&Grant], can_edit: bool) -> Markup {
    let zone = here.edition.time_zone();
    html! {
        table.stack {
            (head(reader, can_edit.then_some("programme-column-acts")))
            tbody { @for it in present { tr {
                (who(reader, it))
                td { (reader.stamp(it.granted_at, &zone)) }
                td {
                    @match it.ends_at {
                        Some(at) => (last_day(reader, here, at)),
                        None => (reader.say("programme-no-end")),
                    }
                }
                @if can_edit { td { (acts(reader, here, it)) } }
            } } }
        }
    }
}

fn acts(reader: &Reader, here: &Here, it: &Grant) -> Markup {
    let end = here.desk(&format!("team/roles/{}/end", it.id));
    let leave = here.desk(&format!("team/people/{}/end", it.account_id));
    let with = || [("name", it.name.clone()), ("role", reader.say(it.role.label()))];
    html! {
        div.buttons {
            (form::button(reader, &end, &reader.say_with("programme-end-role", with()), true))
            a href=(reader.href(&leave)) { (reader.say_with("programme-they-leave", with())) }
        }
    }
}

/// The accounts that hold nothing here any more and can be erased, each with the role that stands first.
fn erasable(actor: &Actor, here: &Here, present: &[&Grant], past: &[&Grant]) -> Vec<Id<kinds::Grant>> {
    let mut seen: Vec<_> = present.iter().map(|it| it.account_id).collect();
    let mut first = Vec::new();
    for it in past.iter().filter(|it| it.erased_at.is_none() && actor.can(Act::ErasePeople(here.edition.id))) {
        if !seen.contains(&it.account_id) {
            seen.push(it.account_id);
            first.push(it.id);
        }
    }
    first
}

fn past_table(reader: &Reader, here: &Here, past: &[&Grant], erasable: &[Id<kinds::Grant>]) -> Markup {
    let zone = here.edition.time_zone();
    html! {
        details.block {
            summary { (reader.say("programme-past-roles")) }
            table.stack {
                (head(reader, (!erasable.is_empty()).then_some("programme-column-acts")))
                tbody { @for it in past { tr {
                    (who(reader, it))
                    td { (reader.stamp(it.granted_at, &zone)) }
                    td { @if let Some(at) = it.ended_at.or(it.ends_at) { (reader.stamp(at, &zone)) } }
                    @if !erasable.is_empty() { td { @if erasable.contains(&it.id) { (erase(reader, here, it)) } } }
                } } }
            }
        }
    }
}

fn erase(reader: &Reader, here: &Here, it: &Grant) -> Markup {
    let path = here.desk(&format!("team/people/{}/erase", it.account_id));
    html! {
        a href=(reader.href(&path)) { (reader.say_with("programme-erase-account", [("name", it.name.clone())])) }
    }
}

fn give_form(reader: &Reader, here: &Here, present: &[&Grant], kept: &Filled) -> Markup {
    let roles: Vec<_> = Role::ALL.iter().map(|it| (it.to_string(), reader.say(it.label()))).collect();
    let mut deputies = vec![(String::new(), reader.say("programme-no-deputy"))];
    for it in present {
        let option = (it.account_id.to_string(), it.name.clone());
        if !deputies.contains(&option) {
            deputies.push(option);
        }
    }
    let languages: Vec<_> = reader
        .languages()
        .iter()
        .filter(|it| **it != Language::MIRRORED)
        .map(|it| (it.to_string(), reader.speaking(*it).say("ui-this-language")))
        .collect();
    html! {
        section.block {
            h2 { (reader.say("programme-give-role")) }
            p { (reader.say("programme-give-role-why")) }
            (form::post(reader, &here.desk("team"), kept, |form| html! {
                (form.line("email", &reader.say("programme-field-email"), None, "email", Some("off")))
                (form.line("name", &reader.say("programme-field-name"), Some(&reader.say("programme-name-hint")), "text", Some("off")))
                (form.choice("role", &reader.say("programme-field-role"), None, &roles))
                (form.choice("language", &reader.say("programme-field-language"), None, &languages))
                (form.line("until", &reader.say("programme-field-until"), Some(&reader.say("programme-until-hint")), "date", None))
                (form.choice("deputy_of", &reader.say("programme-field-deputy-of"), Some(&reader.say("programme-deputy-hint")), &deputies))
                (form.submit(&reader.say("programme-give-role-button")))
            }))
        }
    }
}
