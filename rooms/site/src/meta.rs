//! What a page tells programs about itself: its one address, its other languages, and how a shared link looks.

use host::{App, Page};
use kernel::Language;
use programme::Here;
use ui::{Markup, Reader, html};

/// A public page of an edition with its description, canonical address, languages and Open Graph.
pub(crate) fn page(
    app: &App,
    reader: &Reader,
    here: &Here,
    path: &str,
    title: &str,
    description: &str,
    content: Markup,
) -> Page {
    let description = shortened(description);
    let head = head(app, reader, here, path, title, &description);
    Page::site(here.edition.id, title, content).describe(description).head(head)
}

/// The elements of the head.
pub(crate) fn head(app: &App, reader: &Reader, here: &Here, path: &str, title: &str, description: &str) -> Markup {
    let address = |language: Language| app.outside(&reader.href_in(language, path));
    html! {
        link rel="canonical" href=(address(reader.language));
        @for &language in reader.languages() { link rel="alternate" hreflang=(language) href=(address(language)); }
        link rel="alternate" hreflang="x-default" href=(address(Language::ENGLISH));
        link rel="alternate" type="application/atom+xml" title=(reader.say("site-feed"))
            href=(reader.href_in(reader.language, &here.page("feed.xml")));
        meta property="og:title" content=(title);
        meta property="og:description" content=(description);
        meta property="og:type" content=(if path == here.path() { "website" } else { "article" });
        meta property="og:url" content=(address(reader.language));
        meta property="og:site_name" content=(reader.text(&here.programme.short_title));
        meta property="og:locale" content=(locale(reader.language));
        @for &language in reader.languages().iter().filter(|it| **it != reader.language) {
            meta property="og:locale:alternate" content=(locale(language));
        }
    }
}

/// A language as Open Graph writes it, with a territory.
fn locale(language: Language) -> String {
    match language.tag() {
        "en" => "en_GB".to_owned(),
        "fr" => "fr_FR".to_owned(),
        other => other.replace('-', "_"),
    }
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
