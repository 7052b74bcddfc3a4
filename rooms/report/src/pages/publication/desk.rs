//! Publishing on the desk: what will be frozen, what stands in the way, and the button.

use std::collections::HashMap;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Found, Page, Result, redirect};
use programme::Here;
use ui::{Markup, Reader, form, heads, html};

use crate::{
    document::{self, Report},
    findings,
    publication::{self, Moments, Obstacle, Preview, preview},
};

async fn report(app: &App, here: &Here, names: &HashMap<String, String>) -> Result<Report> {
    let mut conn = app.db.read().await?;
    document::report(&mut conn, here.edition.id, names.get("report").found()?).await?.found()
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let report = report(&app, &here, &names).await?;
    let preview = preview(&app, &actor, &here, &report).await?;
    Ok(page(&reader, &actor, &here, &report, &preview))
}

pub(super) async fn publish(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> Result<Response> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let report = report(&app, &here, &names).await?;
    let moments = Moments::at(app.clock.now());
    match publication::publish(&app, Some(&actor), &here, &report, moments).await? {
        Ok(version) => Ok(redirect(&reader.href(&here.page(&format!("reports/{}/{version}", report.key))))),
        Err(obstacles) => {
            let preview = Preview { obstacles, ..preview(&app, &actor, &here, &report).await? };
            Ok(page(&reader, &actor, &here, &report, &preview).status(409).into_response())
        }
    }
}

fn page(reader: &Reader, actor: &Actor, here: &Here, report: &Report, preview: &Preview) -> Page {
    let title = reader.say_with("report-publish-title", [("report", reader.text(&report.title).to_owned())]);
    let back = here.desk(&format!("reports/{}", report.key));
    let action = here.desk(&format!("reports/{}/publish", report.key));
    let may = actor.can(Act::EditEdition(here.edition.id));
    let content = html! {
        p.meta { a href=(reader.href(&back)) { (reader.words(&report.title)) } }
        h1 { (title) }
        (in_the_way(reader, &preview.obstacles))
        @if preview.obstacles.is_empty() && may {
            section.block {
                p.prose { (reader.say_with("report-publish-what-happens", [("version", reader.number(preview.version))])) }
                (form::button(reader, &action, &reader.say("report-publish"), false))
            }
        }
        (frozen(reader, preview))
    };
    Page::desk(here.edition.id, title, content)
}

fn in_the_way(reader: &Reader, obstacles: &[Obstacle]) -> Markup {
    html! {
        section.block {
            h2 { (reader.say("report-publish-in-the-way-title")) }
            @if obstacles.is_empty() { p { (reader.say("report-publish-nothing-in-the-way")) } } @else {
                ul {
                    @for it in obstacles {
                        li {
                            @match &it.path {
                                Some(path) => { a href=(reader.href(path)) { (reader.said(&it.say)) } }
                                None => { (reader.said(&it.say)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn frozen(reader: &Reader, preview: &Preview) -> Markup {
    html! {
        @if !preview.changes.is_first() {
            section.block {
                h2 { (reader.say_with("report-changed-since", [("version", reader.number(preview.changes.since.unwrap_or_default()))])) }
                @let lines = preview.changes.lines(reader);
                @if lines.is_empty() { p { (reader.say("report-changed-nothing")) } } @else {
                    ul { @for line in &lines { li { (line) } } }
                }
            }
        }
        section.block {
            h2 { (reader.say("report-publish-figures")) }
            @if preview.figures.is_empty() { p { (reader.say("report-publish-no-figures")) } } @else {
                table.stack {
                    (heads([
                        reader.say("report-head-figure"),
                        reader.say("report-head-value"),
                        reader.say("report-head-rows"),
                    ]))
                    tbody {
                        @for it in &preview.figures {
                            tr {
                                th scope="row" { (reader.words(&it.title)) }
                                td data-label=(reader.say("report-head-value")) { (reader.text(&it.shown)) }
                                td data-label=(reader.say("report-head-rows")) { (reader.number(it.rows)) }
                            }
                        }
                    }
                }
            }
        }
        @if !preview.waived.is_empty() {
            section.block {
                h2 { (reader.say("report-publish-waived")) }
                dl {
                    @for it in &preview.waived {
                        dt { (findings::sentence(&it.finding, reader)) }
                        dd { (reader.words(&it.reason)) }
                    }
                }
            }
        }
    }
}
