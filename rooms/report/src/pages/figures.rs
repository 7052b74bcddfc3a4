//! Figures in public: what each means, how it was rounded, and as of when.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Page, Visitor};
use programme::Here;
use ui::{Markup, Reader, html};

use crate::{
    Figure,
    figures::{sourced, value},
    model,
};

/// Whether somebody may see the rows behind the figures of an edition, and figures before they are published.
pub(super) fn may_read_rows(actor: Option<&Actor>, here: &Here) -> bool {
    actor.is_some_and(|it| it.can(Act::ReadRows(here.edition.id)))
}

/// The sentence that stands where figures will stand once they are published.
pub(super) fn expected(reader: &Reader, here: &Here, on: &'static str, some_day: &'static str) -> Markup {
    html! {
        p.said {
            @match here.edition.expected_on(reader.now) {
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
    let mut conn = app.db.read().await?;
    let mut figures = sourced(&app, &mut conn, here.scope(now), &model::all()).await?;
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
pub(crate) fn definitions(reader: &Reader, here: &Here, figures: &[Figure]) -> Markup {
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
                        th scope="row" { (it.title(reader)) }
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
