//! Partners, hosts and funders by tier.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Page, Sent, redirect};
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Reader,
    form::{self, Filled},
    heads,
};

use super::{mark, status};
use crate::{
    Here,
    actions::partnership as actions,
    model::{Activity, Organisation, Partnership, Role, Source},
    store,
};

#[derive(Deserialize)]
pub(super) struct Which {
    partnership: Id<()>,
}

/// What the page shows.
struct Shown {
    partnerships: Vec<Partnership>,
    removed: Vec<Partnership>,
    activities: Vec<Activity>,
    organisations: Vec<Organisation>,
    can_edit: bool,
}

pub(super) async fn list(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, Filled::default()).await
}

pub(super) async fn add(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::add(&app, &actor, &here, &sent).await? {
        Ok(()) => Ok(back(&reader, &here)),
        Err(wrong) => {
            let kept = mark(sent, &wrong, "organisation");
            Ok(page(&app, &reader, &actor, &here, kept).await?.status(status(&wrong)).into_response())
        }
    }
}

pub(super) async fn up(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Response> {
    actions::shift(&app, &actor, &here, which.partnership, true).await?;
    Ok(back(&reader, &here))
}

pub(super) async fn down(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Response> {
    actions::shift(&app, &actor, &here, which.partnership, false).await?;
    Ok(back(&reader, &here))
}

pub(super) async fn remove(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Response> {
    actions::remove(&app, &actor, &here, which.partnership).await?;
    Ok(back(&reader, &here))
}

pub(super) async fn restore(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Response> {
    actions::restore(&app, &actor, &here, which.partnership).await?;
    Ok(back(&reader, &here))
}

fn back(reader: &Reader, here: &Here) -> Response {
    redirect(&reader.href(&here.desk("partnerships")))
}

async fn page(app: &App, reader: &Reader, actor: &Actor, here: &Here, kept: Filled) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let shown = Shown {
        partnerships: store::partnerships(&mut conn, here.edition.id).await?,
        removed: store::removed_partnerships(&mut conn, here.edition.id).await?,
        activities: store::activities(&mut conn, here.edition.id).await?,
        organisations: store::organisations(&mut conn, here.edition.id).await?,
        can_edit: actor.can(Act::EditEdition(here.edition.id)),
    };
    let content = html! {
        h1 { (reader.say("programme-partnerships")) }
        @for role in Role::ALL { (tier(reader, here, &shown, *role)) }
        @if shown.can_edit {
            (add_form(reader, here, &shown, &kept))
            @if !shown.removed.is_empty() { (taken_away(reader, here, &shown)) }
        }
    };
    Ok(Page::desk(here.edition.id, reader.say("programme-partnerships"), content))
}

fn role_name(reader: &Reader, role: Role) -> String {
    reader.say_key(&format!("programme-role-{role}"))
}

/// One tier: what is of the whole edition first, then by activity in the edition's order.
fn tier(reader: &Reader, here: &Here, shown: &Shown, role: Role) -> Markup {
    let place = |it: &Partnership| it.activity_id.map(|id| shown.activities.iter().position(|known| known.id == id));
    let mut rows: Vec<&Partnership> = shown.partnerships.iter().filter(|it| it.role == role).collect();
    rows.sort_by_key(|it| (place(it), it.position));
    html! {
        @if !rows.is_empty() {
            section.block {
                h2 { (role_name(reader, role)) }
                table.stack {
                    (heads([
                        reader.say("programme-column-organisation"),
                        reader.say("programme-column-activity"),
                    ].into_iter().chain(shown.can_edit.then(|| reader.say("programme-column-acts")))))
                    tbody { @for it in rows { (row(reader, here, shown, it)) } }
                }
            }
        }
    }
}

fn row(reader: &Reader, here: &Here, shown: &Shown, it: &Partnership) -> Markup {
    let name = it.name_in(reader.language);
    let activity = shown.activities.iter().find(|known| Some(known.id) == it.activity_id);
    let at = |act: &str| here.desk(&format!("partnerships/{}/{act}", it.id));
    let label = |key: &'static str| reader.say_with(key, [("name", name.clone())]);
    html! {
        tr {
            th scope="row" {
                bdi { (name) }
                @if it.name.is_some() && !it.note.is_empty() { p.meta { (reader.words(&it.note)) } }
                @if it.source != Source::Report { p.meta { (reader.say_key(&format!("programme-source-{}", it.source))) } }
            }
            td {
                @match activity {
                    Some(activity) => (reader.words(&activity.title)),
                    None => (reader.say("programme-whole-edition")),
                }
            }
            @if shown.can_edit {
                td {
                    div.buttons {
                        (form::button(reader, &at("up"), &label("programme-move-up"), true))
                        (form::button(reader, &at("down"), &label("programme-move-down"), true))
                        (form::button(reader, &at("remove"), &label("programme-remove"), true))
                    }
                }
            }
        }
    }
}

fn taken_away(reader: &Reader, here: &Here, shown: &Shown) -> Markup {
    html! {
        details.block {
            summary { (reader.say("programme-removed-partnerships")) }
            ul.rows {
                @for it in &shown.removed {
                    @let name = it.name_in(reader.language);
                    @let activity = shown.activities.iter().find(|known| Some(known.id) == it.activity_id);
                    li {
                        div {
                            p { strong { bdi { (name) } } " · " (role_name(reader, it.role)) }
                            @if let Some(activity) = activity { p.meta { (reader.words(&activity.title)) } }
                        }
                        (form::button(
                            reader,
                            &here.desk(&format!("partnerships/{}/restore", it.id)),
                            &reader.say_with("programme-put-back", [("name", name.clone())]),
                            true,
                        ))
                    }
                }
            }
        }
    }
}

fn add_form(reader: &Reader, here: &Here, shown: &Shown, kept: &Filled) -> Markup {
    let first = |key: &'static str| [(String::new(), reader.say(key))].into_iter();
    let organisations: Vec<_> = first("programme-no-organisation")
        .chain(shown.organisations.iter().map(|it| (it.key.to_string(), it.name.clone())))
        .collect();
    let activities: Vec<_> = first("programme-whole-edition")
        .chain(shown.activities.iter().map(|it| (it.key.to_string(), reader.text(&it.title).to_owned())))
        .collect();
    let roles: Vec<_> = Role::ALL.iter().map(|it| (it.to_string(), role_name(reader, *it))).collect();
    html! {
        section.block {
            h2 { (reader.say("programme-add-partnership")) }
            (form::post(reader, &here.desk("partnerships"), kept, |form| html! {
                (form.choice("organisation", &reader.say("programme-field-organisation"), Some(&reader.say("programme-organisation-hint")), &organisations))
                (form.choice("role", &reader.say("programme-field-role"), None, &roles))
                (form.choice("activity", &reader.say("programme-field-activity"), None, &activities))
                (form.line("note_en", &reader.say("programme-field-note-en"), Some(&reader.say("programme-note-hint")), "text", None))
                (form.line("note_fr", &reader.say("programme-field-note-fr"), None, "text", None))
                (form.submit(&reader.say("programme-add")))
            }))
        }
    }
}
