//! What a public page tells programs about itself: a sentence, its one address, and the feed of news.

use host::Page;
use programme::Here;
use ui::{Markup, Reader, html};

/// A public page of an edition with its description, its one address, and the feed of news.
pub(crate) fn page(reader: &Reader, here: &Here, path: &str, title: &str, description: &str, content: Markup) -> Page {
    let head = html! {
        link rel="alternate" type="application/atom+xml" title=(reader.say("site-feed"))
            href=(reader.href_in(reader.language, &here.page("feed.xml")));
    };
    Page::site(here.edition.id, title, content).describe(shortened(description)).at(path).head(head)
}

/// At most about two hundred letters, cut between words.
fn shortened(words: &str) -> String {
    const ENOUGH: usize = 200;
    if words.chars().count() <= ENOUGH {
        return words.to_owned();
    }
    let cut: String = words.chars().take(ENOUGH).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.', ' ']))
}
