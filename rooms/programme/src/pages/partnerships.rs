//! Partners, hosts and funders by tier.

use axum::response::{IntoResponse, Response};
use host::{Act, Kept, Page};
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Edited, Reader,
    form::{self, Filled},
    heads,
};

use crate::{
    AtDesk, Here,
    actions::{
        organisation::{self, KINDS},
        partnership as actions,
    },
    model::{Activity, Organisation, Partnership, ProgrammeCountry, Role, Source},
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
    countries: Vec<ProgrammeCountry>,
    can_edit: bool,
}

/// The forms of the page; one that was not taken comes back as it was sent.
#[derive(Default)]
struct Forms {
    partnership: Filled,
    organisation: Filled,
}

pub(super) async fn list(desk: AtDesk) -> host::Result<Page> {
    page(&desk, Forms::default()).await
}

pub(super) async fn add(desk: AtDesk) -> host::Result<Response> {
    let done = actions::add(&desk.app, &desk.actor, &desk.here, &desk.sent).await?;
    let Err(wrong) = done else { return Ok(desk.to("partnerships")) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "organisation");
    let forms = Forms { partnership: kept.filled, ..Forms::default() };
    Ok(page(&desk, forms).await?.status(kept.status).into_response())
}

pub(super) async fn add_organisation(desk: AtDesk) -> host::Result<Response> {
    let done = organisation::add(&desk.app, &desk.actor, &desk.here, &desk.sent).await?;
    let Err(wrong) = done else { return Ok(desk.to("partnerships")) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "name");
    let forms = Forms { organisation: kept.filled, ..Forms::default() };
    Ok(page(&desk, forms).await?.status(kept.status).into_response())
}

pub(super) async fn undo_organisation(desk: AtDesk) -> host::Result<Response> {
    organisation::undo(&desk.app, &desk.actor, &desk.here, &desk.sent).await?;
    Ok(desk.to("partnerships"))
}

pub(super) async fn up(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::shift(&desk.app, &desk.actor, &desk.here, desk.which.partnership, true).await?;
    Ok(desk.to("partnerships"))
}

pub(super) async fn down(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::shift(&desk.app, &desk.actor, &desk.here, desk.which.partnership, false).await?;
    Ok(desk.to("partnerships"))
}

pub(super) async fn remove(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::remove(&desk.app, &desk.actor, &desk.here, desk.which.partnership).await?;
    Ok(desk.to("partnerships"))
}

pub(super) async fn restore(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::restore(&desk.app, &desk.actor, &desk.here, desk.which.partnership).await?;
    Ok(desk.to("partnerships"))
}

async fn page(desk: &AtDesk, forms: Forms) -> host::Result<Page> {
    let (reader, here, actor) = (&desk.reader, &desk.here, &desk.actor);
    actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = desk.app.db.read().await?;
    let shown = Shown {
        partnerships: store::partnerships(&mut conn, here.edition.id).await?,
        removed: store::removed_partnerships(&mut conn, here.edition.id).await?,
        activities: store::activities(&mut conn, here.edition.id).await?,
        organisations: store::organisations(&mut conn, here.edition.id).await?,
        countries: store::countries(&mut conn, here.edition.id).await?,
        can_edit: actor.can(Act::EditEdition(here.edition.id)),
    };
    let last = organisation::last(&mut conn, here).await?;
    let added = Edited {
        room: "programme",
        path: here.desk("partnerships/organisations"),
        has_past: last.is_some(),
        words: last.map(|it| it.words()).unwrap_or_default(),
    };
    let content = html! {
        h1 { (reader.say("programme-partnerships")) }
        @for role in Role::ALL { (tier(reader, here, &shown, *role)) }
        @if shown.can_edit {
            (add_form(reader, here, &shown, &forms.partnership))
            (organisation_form(reader, &shown, &added, &forms.organisation))
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

/// An organisation that is not listed yet, with the way to take the last one back.
fn organisation_form(reader: &Reader, shown: &Shown, added: &Edited, kept: &Filled) -> Markup {
    let nowhere = [(String::new(), reader.say("programme-no-country"))].into_iter();
    let mut countries: Vec<_> =
        shown.countries.iter().map(|it| (it.code.to_string(), reader.country(it.code))).collect();
    countries.sort_by(|one, other| one.1.cmp(&other.1));
    let countries: Vec<_> = nowhere.chain(countries).collect();
    let kinds = KINDS.map(|it| (it.to_owned(), reader.say_key(&format!("programme-organisation-{it}"))));
    html! {
        section.block {
            h2 { (reader.say("programme-add-organisation")) }
            (form::post(reader, &added.path, kept, |form| html! {
                (form.line("name", &reader.say("programme-field-organisation-name"), Some(&reader.say("programme-organisation-name-hint")), "text", Some("off")))
                (form.line("name_fr", &reader.say("programme-field-organisation-name-fr"), None, "text", Some("off")))
                (form.line("short", &reader.say("programme-field-short"), None, "text", Some("off")))
                (form.line("key", &reader.say("programme-field-organisation-key"), Some(&reader.say("programme-organisation-key-hint")), "text", Some("off")))
                (form.choice("kind", &reader.say("programme-field-organisation-kind"), None, &kinds))
                (form.choice("country", &reader.say("programme-field-country"), None, &countries))
                (form.submit(&reader.say("programme-add-organisation")))
            }))
            (added.undo(reader))
        }
    }
}
