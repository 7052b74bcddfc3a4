//! The rows behind a figure: paged on the page, whole as CSV, for those who may see them.

use std::collections::HashMap;

use axum::extract::{Path, State};
use host::{
    Act, Actor, App, Download, Error, Found,
    figures::{Trace, indicator, trace},
    folder::CsvOut,
};
use programme::Here;
use ui::{Markup, Reader, html};

use crate::{ReportRefusal, figures::count};

/// How many rows stand on one page.
const PAGE: usize = 100;

/// The page that an address asks for, from 1.
pub(super) fn page_of(query: &HashMap<String, String>) -> usize {
    query.get("page").and_then(|it| it.parse().ok()).unwrap_or(1).max(1)
}

pub(super) fn table(reader: &Reader, here: &Here, key: &str, trace: &Trace, page: usize) -> Markup {
    let path = here.page(&format!("figures/{key}"));
    let last = trace.rows.len().div_ceil(PAGE).max(1);
    let page = page.min(last);
    let label = reader.say("report-rows-behind");
    html! {
        p {
            (reader.say_with("report-rows-count", [("count", reader.number(count(trace.rows.len())))]))
            " "
            @if here.edition.demonstration { span.tag.invented { (reader.say("report-rows-invented")) } }
        }
        @if !trace.rows.is_empty() {
            div.scroll tabindex="0" role="region" aria-label=(label) {
                table {
                    thead { tr { @for column in &trace.columns { th scope="col" { (reader.say(column.title)) } } } }
                    tbody {
                        @for row in trace.rows.iter().skip((page - 1) * PAGE).take(PAGE) {
                            tr { @for cell in &row.cells { td dir="auto" { (cell.show(reader)) } } }
                        }
                    }
                }
            }
            nav.pages aria-label=(reader.say("report-pages")) {
                @if page > 1 {
                    a rel="prev" href=(reader.href(&format!("{path}?page={}", page - 1))) { (reader.say("report-earlier-rows")) }
                }
                @if page < last {
                    a rel="next" href=(reader.href(&format!("{path}?page={}", page + 1))) { (reader.say("report-later-rows")) }
                }
                a href=(reader.href(&format!("{path}/rows.csv"))) { (reader.say("report-rows-csv")) }
            }
        }
    }
}

pub(super) async fn download(
    State(app): State<App>,
    host::Ask(reader): host::Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> host::Result<Download> {
    // Whoever may not see the rows is told nothing of them: the figure's page says who may.
    if !actor.can(Act::ReadRows(here.edition.id)) {
        return Err(Error::Hidden);
    }
    if app.counting.load(std::sync::atomic::Ordering::Relaxed) {
        return Err(ReportRefusal::StillCounting.into());
    }
    let mut conn = app.db.read().await?;
    let indicator = indicator(&app, &mut conn, here.edition.id, names.get("key").found()?).await?;
    let trace = trace(&app, &mut conn, here.scope(app.clock.now()), &indicator).await?;
    let heads: Vec<String> = trace.columns.iter().map(|it| reader.say(it.title)).collect();
    let mut out = CsvOut::new(&heads.iter().map(String::as_str).collect::<Vec<_>>());
    for row in &trace.rows {
        let cells: Vec<String> = row.cells.iter().map(|it| harmless(&it.plain())).collect();
        out.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    }
    Ok(Download {
        media_type: "text/csv; charset=utf-8",
        name: Some(format!("{}-{}.csv", here.edition.key, indicator.key)),
        bytes: out.finish().into_bytes(),
    })
}

/// A cell that a spreadsheet does not take for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.to_owned() }
}
