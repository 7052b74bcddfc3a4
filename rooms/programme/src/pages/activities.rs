//! The activities of an edition, as a table.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Page};
use maud::{Markup, html};
use ui::{Reader, heads};

use crate::{Here, model::Activity, store};

pub(super) async fn list(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let activities = store::activities(&mut conn, here.edition.id).await?;
    Ok(Page::desk(here.edition.id, reader.say("programme-activities"), view(&reader, &here, &activities)))
}

fn view(reader: &Reader, here: &Here, activities: &[Activity]) -> Markup {
    html! {
        h1 { (reader.say("programme-activities")) }
        @if activities.is_empty() {
            p { (reader.say("programme-no-activities")) }
        } @else {
            table.stack {
                (heads([
                    reader.say("programme-column-title"),
                    reader.say("programme-column-days"),
                    reader.say("programme-column-kind"),
                    reader.say("programme-column-mode"),
                    reader.say("programme-column-status"),
                ]))
                tbody { @for it in activities { (row(reader, here, it)) } }
            }
        }
    }
}

fn row(reader: &Reader, here: &Here, it: &Activity) -> Markup {
    html! {
        tr {
            th scope="row" {
                a href=(reader.href(&here.desk(&format!("activities/{}", it.key)))) { (reader.words(&it.title)) }
            }
            td { (reader.days(it.starts_on, it.ends_on)) }
            td { (reader.say_key(&format!("programme-kind-{}", it.kind))) }
            td { (reader.say_key(&format!("programme-mode-{}", it.mode))) }
            td { (reader.say_key(&format!("programme-status-{}", it.status))) }
        }
    }
}
