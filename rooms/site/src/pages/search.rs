//! The search over the public texts of an edition.

use axum::extract::State;
use host::{App, Ask, Page, Result, Sent};
use kernel::Say;
use programme::Here;
use ui::{Markup, Reader, form, form::Filled, html};

use crate::{
    finds::{self, Found},
    meta,
};

/// How many letters a search may have.
const LONGEST: usize = 200;

/// The form, and what was found.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here, Sent(filled): Sent) -> Result<Page> {
    let words: String = filled.value("q").chars().take(LONGEST).collect();
    let found = if words.is_empty() {
        Vec::new()
    } else {
        let mut conn = app.db.read().await?;
        finds::search(finds::all(&mut conn, &reader, &here).await?, &words)
    };
    let title = if words.is_empty() {
        reader.say("ui-search")
    } else {
        reader.say_with("site-search-for", [("words", words.clone())])
    };
    let description = reader.say("site-search-what");
    let content = view(&reader, &here, &filled, &words, &found);
    Ok(meta::page(&reader, &here, &here.page("search"), &title, &description, content).unlisted())
}

fn view(reader: &Reader, here: &Here, filled: &Filled, words: &str, found: &[Found]) -> Markup {
    html! {
        div.opening { h1 { (reader.say("ui-search")) } }
        search {
            (form::get(reader, &here.page("search"), filled, |form| html! {
                (form.line("q", &reader.say("site-search-label"), None, "search", None))
                (form.submit(&reader.say("ui-search")))
            }))
        }
        @if words.is_empty() {
            p.block.meta { (reader.say("site-search-what")) }
        } @else {
            section.block aria-labelledby="found" {
                h2 #found { (reader.said(&Say::new("site-search-count").with("count", found.len()).with("words", words))) }
                @if found.is_empty() { p { (reader.say("site-search-none")) } }
                ol.rows { @for it in found { (row(reader, it)) } }
            }
        }
    }
}

fn row(reader: &Reader, it: &Found) -> Markup {
    html! {
        li {
            span.meta { (it.find.kind) }
            div {
                h3 { a href=(reader.href(&it.find.path)) { bdi { (it.find.title) } } }
                p { @for (is_word, words) in &it.excerpt { @if *is_word { mark { (words) } } @else { (words) } } }
            }
            @if it.find.invented { span.tag.invented { (reader.say("programme-invented")) } }
        }
    }
}
