//! Every figure on the desk: as it is published and counted, against what it was to reach, and how it grew.

use std::collections::HashMap;

use axum::extract::{Query, State};
use charts::Sparkline;
use db::Conn;
use host::{
    Act, Actor, App, Ask, Page,
    figures::{Indicator, Known, Level, traces},
};
use programme::Here;
use ui::{Markup, Reader, html};

use super::{desk_indicator, indicator};
use crate::{
    Figure,
    document::{self, Target},
    figures::{all_figures, value},
    history,
};

const LEVELS: [Level; 3] = [Level::Output, Level::Outcome, Level::Impact];

/// A figure with how it grew and what it was to reach.
struct Line {
    figure: Figure,
    target: Option<Target>,
    growth: Vec<f64>,
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Query(query): Query<HashMap<String, String>>,
) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::ReadRows(edition))?;
    let mut conn = app.db.read().await?;
    let chosen = query.get("level").and_then(|it| LEVELS.into_iter().find(|level| level.to_string() == *it));
    let lines = lines(&app, &mut conn, &here).await?;
    let title = reader.say("report-figures");
    let content = html! {
        h1 { (title) }
        p.lede { (reader.say("report-figures-lede")) }
        (choice(&reader, &here, &lines, chosen))
        @for level in LEVELS.into_iter().filter(|it| chosen.is_none_or(|chosen| chosen == *it)) {
            @let of: Vec<&Line> = lines.iter().filter(|it| it.figure.indicator.level == level).collect();
            @if !of.is_empty() {
                section.block {
                    h2 { (reader.say_key(&format!("report-results-{level}"))) }
                    (register(&reader, &here, &of))
                }
            }
        }
        p.meta { (reader.say_with("report-as-of", [("day", reader.day(here.edition.today(app.clock.now())))])) }
    };
    Ok(Page::desk(edition, title, content))
}

/// Every figure; its growth takes one statement for each query, and none for what was counted elsewhere.
async fn lines(app: &App, conn: &mut Conn, here: &Here) -> host::Result<Vec<Line>> {
    let now = app.clock.now();
    let figures = all_figures(app, conn, here.scope(now)).await?;
    let grows = |it: &&Figure| it.value.is_some() && !it.indicator.is_observed();
    let growing: Vec<Indicator> = figures.iter().filter(grows).map(|it| it.indicator.clone()).collect();
    let mut rows = traces(app, conn, here.scope(now), &growing).await?.into_iter();
    let mut targets = document::targets(conn, here.edition.id).await?;
    let mut lines = Vec::new();
    for figure in figures {
        let rows = if grows(&&figure) { rows.next() } else { None };
        let growth = rows.map(|it| history::growth(figure.indicator.display, &it, here, now)).unwrap_or_default();
        let target = targets.iter().position(|it| it.indicator == figure.key()).map(|at| targets.remove(at));
        lines.push(Line { figure, target, growth });
    }
    Ok(lines)
}

/// The levels to choose from, each with how many figures stand on it.
fn choice(reader: &Reader, here: &Here, lines: &[Line], chosen: Option<Level>) -> Markup {
    let of = |level: Option<Level>| {
        let many = lines.iter().filter(|it| level.is_none_or(|level| it.figure.indicator.level == level)).count();
        crate::figures::count(many)
    };
    let path = |level: Option<Level>| match level {
        Some(level) => here.desk(&format!("figures?level={level}")),
        None => here.desk("figures"),
    };
    html! {
        nav aria-label=(reader.say("report-by-level")) {
            ul.buttons {
                @for level in std::iter::once(None).chain(LEVELS.map(Some)).filter(|it| of(*it) > 0) {
                    li {
                        a href=(reader.href(&path(level))) aria-current=[(level == chosen).then_some("true")] {
                            (level.map_or_else(|| reader.say("report-all-levels"), |it| reader.say_key(&format!("report-results-{it}"))))
                            " " span.count { (reader.number(of(level))) }
                        }
                    }
                }
            }
        }
    }
}

fn register(reader: &Reader, here: &Here, lines: &[&Line]) -> Markup {
    html! {
        table.stack {
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-figure")) }
                    th scope="col" { (reader.say("report-head-state")) }
                    th.end scope="col" { (reader.say("report-head-value")) }
                    th.end scope="col" { (reader.say("report-head-exact")) }
                    th scope="col" { (reader.say("report-head-target")) }
                    th scope="col" { (reader.say("report-head-growth")) }
                    th scope="col" { (reader.say("report-head-known")) }
                }
            }
            tbody { @for it in lines { (row(reader, here, it)) } }
        }
    }
}

fn row(reader: &Reader, here: &Here, it: &Line) -> Markup {
    let figure = &it.figure;
    let title = figure.title(reader);
    html! {
        tr {
            th scope="row" { a href=(reader.href(&desk_indicator::at(here, figure.key()))) { (title) } }
            td { (reader.say(indicator::state(figure))) }
            td.end { (value(reader, here, figure)) }
            td.end { (figure.exact(reader).unwrap_or_default()) }
            td { @if let Some(target) = &it.target { (indicator::reached(reader, figure, target, true)) } }
            td { (growth(reader, it, title.clone())) }
            td { (reader.say(known(figure))) }
        }
    }
}

fn growth(reader: &Reader, it: &Line, title: String) -> Markup {
    if it.growth.is_empty() {
        return html! {};
    }
    let id = format!("growth-{}", it.figure.key().replace('.', "-"));
    let title =
        reader.say_with("report-growth", [("title", title), ("shown", it.figure.show(reader).unwrap_or_default())]);
    Sparkline { id, title, values: it.growth.clone() }.draw()
}

/// The message that says how a figure is known.
fn known(figure: &Figure) -> &'static str {
    match figure.indicator.known {
        Known::Computed(_) => "report-known-computed",
        Known::Composed(_) => "report-known-composed",
        Known::Observed(_) => "report-known-observed",
    }
}

/// Figures as published and as counted, in brief.
pub(super) fn table(reader: &Reader, here: &Here, figures: &[Figure]) -> Markup {
    html! {
        table.stack {
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-figure")) }
                    th.end scope="col" { (reader.say("report-head-value")) }
                    th.end scope="col" { (reader.say("report-head-exact")) }
                }
            }
            tbody {
                @for it in figures {
                    tr {
                        th scope="row" { (it.title(reader)) }
                        td.end { (value(reader, here, it)) }
                        td.end { (it.exact(reader).unwrap_or_default()) }
                    }
                }
            }
        }
    }
}
