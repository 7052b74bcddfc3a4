//! Every figure on the desk: as it is published, as it is counted, and what it means.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Page, figures::Scope};
use programme::Here;
use ui::{Markup, Reader, html};

use crate::{
    Figure,
    figures::{key_figures, value},
};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::ReadRows(edition))?;
    let keys: Vec<&str> = app.assembly.indicators.iter().map(|it| it.key).collect();
    let mut conn = app.db.read().await?;
    let figures = key_figures(&app, &mut conn, Scope { edition, as_of: app.clock.now() }, &keys).await?;
    let title = reader.say("report-figures");
    let content = html! {
        h1 { (title) }
        (table(&reader, &here, &figures, true))
        p.meta { (reader.say_with("report-as-of", [("day", reader.day(here.edition.today(app.clock.now())))])) }
    };
    Ok(Page::desk(edition, title, content))
}

/// Figures as published and as counted, with their definitions where there is room.
pub(super) fn table(reader: &Reader, here: &Here, figures: &[Figure], with_definitions: bool) -> Markup {
    html! {
        table.stack {
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-figure")) }
                    th.end scope="col" { (reader.say("report-head-value")) }
                    th.end scope="col" { (reader.say("report-head-exact")) }
                    @if with_definitions { th scope="col" { (reader.say("report-head-definition")) } }
                }
            }
            tbody {
                @for it in figures {
                    tr {
                        th scope="row" { (reader.say(it.indicator.title)) }
                        td.end { (value(reader, here, it)) }
                        td.end { (it.exact(reader).unwrap_or_default()) }
                        @if with_definitions { td { (it.definition(reader)) " " (it.rule(reader)) } }
                    }
                }
            }
        }
    }
}
