//! Events of others at which the programme was a guest, once they were held.

use axum::extract::State;
use host::{App, Ask, Page, Result};
use outreach::ExternalEvent;
use programme::Here;
use ui::{Markup, Reader, html};

use crate::{meta, rows};

/// The external events, the latest first.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let today = here.edition.today(reader.now);
    let mut held = outreach::external_events(&mut conn, here.edition.id).await?;
    held.retain(|it| it.held_on <= today);
    held.sort_by_key(|it| std::cmp::Reverse(it.held_on));
    let (title, description) = (reader.say("site-events"), reader.say("site-events-lede"));
    let content = html! {
        div.opening { h1 { (title) } p.lede { (description) } }
        @if held.is_empty() { p { (reader.say("site-events-none")) } }
        ul.rows { @for it in &held { (row(&reader, it)) } }
    };
    Ok(meta::page(&reader, &here, &here.page("events"), &title, &description, content))
}

fn row(reader: &Reader, it: &ExternalEvent) -> Markup {
    html! {
        li id=(it.key) {
            div { time datetime=(it.held_on) { (reader.day(it.held_on)) } }
            div.prose {
                h2.row-title { (reader.words(&it.title)) }
                p.meta {
                    (reader.say(rows::mode_label(it.mode))) " · " (reader.words(&it.place)) " · " (reader.words(&it.host))
                    @if let Some(audience) = it.audience {
                        " · " (reader.say_with("site-audience", [("count", reader.number(audience))]))
                    }
                }
                p { (reader.words(&it.summary)) }
                @if it.mode != it.mode_printed {
                    p.source { (reader.say_with("site-mode-printed", [("printed", reader.say(rows::mode_label(it.mode_printed)).to_lowercase())])) }
                }
            }
        }
    }
}
