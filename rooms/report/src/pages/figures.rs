//! Figures in public: what each means, how it was rounded, and as of when.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use host::{
    Act, Actor, App, Ask, Found, Page, Visitor,
    figures::{Display, Scope, indicator},
};
use programme::Here;
use ui::{Markup, Reader, html};

use super::rows;
use crate::{
    Figure,
    figures::{figure, value},
    key_figures, model,
};

/// Whether somebody may see the rows behind the figures of an edition, and figures before they are published.
pub(super) fn may_read_rows(actor: Option<&Actor>, here: &Here) -> bool {
    actor.is_some_and(|it| it.can(Act::ReadRows(here.edition.id)))
}

/// The sentence that stands where figures will stand once they are published.
pub(super) fn expected(reader: &Reader, here: &Here, on: &'static str, some_day: &'static str) -> Markup {
    html! {
        p.said {
            @match here.edition.reported_on {
                Some(day) => { (reader.say_with(on, [("day", reader.day(day))])) }
                None => { (reader.say(some_day)) }
            }
        }
    }
}

pub(super) async fn list(
    State(app): State<App>,
    Ask(reader): Ask,
    Visitor(actor): Visitor,
    here: Here,
) -> host::Result<Page> {
    let now = app.clock.now();
    let inside = may_read_rows(actor.as_ref(), &here);
    let scope = Scope { edition: here.edition.id, as_of: now };
    let mut conn = app.db.read().await?;
    let mut figures = key_figures(&app, &mut conn, scope, &model::all()).await?;
    let all = figures.len();
    figures.retain(|it| inside || it.is_open(&here, now));
    let title = reader.say("report-figures");
    let content = html! {
        h1 { (title) }
        div.prose { p { (reader.say("report-how-we-know-text")) } }
        (definitions(&reader, &here, &figures))
        @if figures.len() < all { (expected(&reader, &here, "report-figures-expected-on", "report-figures-expected")) }
        p.meta { (reader.say_with("report-as-of", [("day", reader.day(here.edition.today(now)))])) }
    };
    Ok(Page::site(here.edition.id, title, content))
}

/// Every figure with its definition: what closes the report and fills the page of figures.
pub(super) fn definitions(reader: &Reader, here: &Here, figures: &[Figure]) -> Markup {
    let known: Vec<&Figure> = figures.iter().filter(|it| it.counting || it.value.is_some()).collect();
    html! {
        table.stack {
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-figure")) }
                    th scope="col" { (reader.say("report-head-value")) }
                    th scope="col" { (reader.say("report-head-definition")) }
                }
            }
            tbody {
                @for it in known {
                    tr {
                        th scope="row" { (reader.say(it.indicator.title)) }
                        td { (value(reader, here, it)) }
                        td {
                            (it.definition(reader)) " " (it.rule(reader)) " "
                            span.meta { (it.source(reader)) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    Visitor(actor): Visitor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
    Query(query): Query<HashMap<String, String>>,
) -> host::Result<Page> {
    let indicator = indicator(&app, names.get("key").found()?)?;
    let now = app.clock.now();
    let scope = Scope { edition: here.edition.id, as_of: now };
    let inside = may_read_rows(actor.as_ref(), &here);
    let mut conn = app.db.read().await?;
    let figure = figure(&app, &mut conn, scope, indicator).await?;
    let open = inside || figure.is_open(&here, now);
    let trace = if inside && !figure.counting { Some((indicator.rows)(&mut conn, scope).await?) } else { None };
    let title = reader.say(indicator.title);
    let content = html! {
        p.meta { a href=(reader.href(&here.page("figures"))) { (reader.say("report-figures")) } }
        h1 {
            @if let Some(shown) = figure.show(&reader).filter(|_| open) { (shown) " " }
            (title)
        }
        @if figure.counting {
            p.said { (reader.say("report-being-counted")) }
        } @else if !open {
            (expected(&reader, &here, "report-figures-expected-on", "report-figures-expected"))
        } @else if figure.value.is_none() {
            p { (reader.say("report-nothing-yet")) }
        }
        (told(&reader, &here, &figure, open, inside, now))
        section.block {
            h2 { (reader.say("report-rows-behind")) }
            @match &trace {
                Some(trace) => { (rows::table(&reader, &here, indicator.key, trace, rows::page_of(&query))) }
                None => { p { (reader.say("report-rows-not-for-all")) } }
            }
        }
    };
    Ok(Page::site(here.edition.id, title, content).describe(figure.definition(&reader)))
}

/// What is told of a figure: its definition, its rule, its day, who counted it; the exact value where it is no secret.
fn told(reader: &Reader, here: &Here, figure: &Figure, open: bool, inside: bool, now: jiff::Timestamp) -> Markup {
    let exact = figure.exact(reader).filter(|_| inside || (open && hides_nothing(figure)));
    let line = |label: &'static str, words: &str| {
        html! {
            tr { th scope="row" { (reader.say(label)) } td { (words) } }
        }
    };
    html! {
        table {
            tbody {
                (line("report-head-definition", &figure.definition(reader)))
                (line("report-head-rule", &figure.rule(reader)))
                @if let Some(exact) = exact { (line("report-head-exact", &exact)) }
                @if let Some(note) = figure.note(reader).filter(|_| open) { (line("report-head-answered", &note)) }
                (line("report-head-source", &figure.source(reader)))
                (line("report-head-as-of", &reader.moment_words(now, &here.edition.time_zone())))
            }
        }
    }
}

/// Whether the number itself is what the figure shows: nothing was rounded away.
fn hides_nothing(figure: &Figure) -> bool {
    matches!(figure.indicator.display, Display::Exact | Display::Percent)
}
