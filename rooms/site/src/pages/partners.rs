//! Who carries the edition: organisers, partners and funders, by tier; then the hosts of each activity.

use axum::extract::State;
use host::{App, Ask, Page, Result};
use programme::{Activity, Here, Partnership, Role};
use ui::{Markup, Reader, html};

use crate::{meta, rows};

/// The partners and funders of the edition.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let partnerships = programme::partnerships(&mut conn, here.edition.id).await?;
    let activities = programme::activities(&mut conn, here.edition.id).await?;
    let title = reader.say("site-partners");
    let description = reader.say("site-partners-lede");
    let content = view(&reader, &here, &partnerships, &activities);
    Ok(meta::page(&reader, &here, &here.page("partners"), &title, &description, content))
}

fn view(reader: &Reader, here: &Here, partnerships: &[Partnership], activities: &[Activity]) -> Markup {
    html! {
        div.opening {
            h1 { (reader.say("site-partners")) }
            p.lede { (reader.say("site-partners-lede")) }
        }
        @for &role in Role::ALL { (tier(reader, role, partnerships)) }
        @if !here.edition.cofunding.is_empty() { p.prose.block { (reader.words(&here.edition.cofunding)) } }
        @if let Some(day) = here.edition.contributors_as_of {
            p.source { (reader.say_with("site-contributors-as-of", [("day", reader.day(day))])) }
        }
        section.block aria-labelledby="by-activity" {
            h2 #by-activity { (reader.say("site-by-activity")) }
            ul.rows { @for it in activities { (of_activity(reader, here, it, partnerships)) } }
        }
    }
}

fn tier(reader: &Reader, role: Role, partnerships: &[Partnership]) -> Markup {
    let of_role: Vec<&Partnership> =
        partnerships.iter().filter(|it| it.activity_id.is_none() && it.role == role).collect();
    html! {
        @if !of_role.is_empty() {
            section.block {
                h2 { (reader.say(role_label(role))) }
                ul.marks { @for it in of_role { li { (name(reader, it)) } } }
            }
        }
    }
}

fn of_activity(reader: &Reader, here: &Here, it: &Activity, partnerships: &[Partnership]) -> Markup {
    let theirs: Vec<&Partnership> = partnerships.iter().filter(|known| known.activity_id == Some(it.id)).collect();
    html! {
        @if !theirs.is_empty() {
            li {
                div { (rows::when(reader, it)) }
                div {
                    h3 { a href=(reader.href(&rows::activity_path(here, it))) { (reader.words(&it.title)) } }
                    (by_role(reader, &theirs))
                }
            }
        }
    }
}

/// Who is what to an activity, in the order of acknowledgement.
pub(super) fn by_role(reader: &Reader, partnerships: &[&Partnership]) -> Markup {
    html! {
        dl.particulars {
            @for &role in Role::ALL {
                @let of_role: Vec<&Partnership> = partnerships.iter().copied().filter(|it| it.role == role).collect();
                @if !of_role.is_empty() {
                    div {
                        dt { (reader.say(role_label(role))) }
                        @for it in of_role { dd { (name(reader, it)) } }
                    }
                }
            }
        }
    }
}

/// An organisation's name, typeset where a logo would stand, with what is to be said beside it.
pub(super) fn name(reader: &Reader, it: &Partnership) -> Markup {
    html! {
        @if it.organisation_id.is_some() {
            bdi.mark { (it.name_in(reader.language)) }
            @if !it.note.is_empty() { " " span.meta { (reader.words(&it.note)) } }
        } @else {
            span.meta { (it.name_in(reader.language)) }
        }
    }
}

/// The message that names what an organisation is to an edition.
pub(super) fn role_label(role: Role) -> &'static str {
    match role {
        Role::Organiser => "site-role-organiser",
        Role::CoOrganiser => "site-role-co-organiser",
        Role::Host => "site-role-host",
        Role::Partner => "site-role-partner",
        Role::EarmarkedFunder => "site-role-earmarked-funder",
        Role::GeneralFunder => "site-role-general-funder",
        Role::Supporter => "site-role-supporter",
        Role::Project => "site-role-project",
    }
}
