//! A whole page of HTML.

use kernel::Language;
use maud::{DOCTYPE, Markup, html};

use crate::{Reader, assets};

/// A page: what stands in its head, and what in its body.
#[derive(Default)]
pub struct Document {
    /// The title, without the name of the programme.
    pub title: String,
    /// The name of the programme or installation, set behind the title.
    pub site: String,
    /// One sentence for search engines and shared links.
    pub description: Option<String>,
    /// Further elements of the head: feeds, structured data, the canonical address.
    pub head: Option<Markup>,
    /// Whether search engines must stay away.
    pub unlisted: bool,
    /// The absolute address of the installation, for links that leave the page.
    pub origin: String,
    /// The page's one path, without language: what it is known and shared by. None for pages that nobody shares.
    pub path: Option<String>,
    /// Everything between the opening and the closing `body`.
    pub body: Option<Markup>,
}

impl Document {
    /// The page's one address, its other languages, and how a shared link looks (Open Graph).
    fn addresses(&self, reader: &Reader, path: &str) -> Markup {
        let address = |language| format!("{}{}", self.origin, reader.href_in(language, path));
        html! {
            link rel="canonical" href=(address(reader.language));
            @for &language in reader.languages() { link rel="alternate" hreflang=(language) href=(address(language)); }
            link rel="alternate" hreflang="x-default" href=(address(Language::ENGLISH));
            meta property="og:title" content=(self.title);
            @if let Some(words) = &self.description { meta property="og:description" content=(words); }
            meta property="og:type" content="website";
            meta property="og:url" content=(address(reader.language));
            meta property="og:site_name" content=(self.site);
            meta property="og:locale" content=(territory(reader.language));
            @for &language in reader.languages().iter().filter(|it| **it != reader.language) {
                meta property="og:locale:alternate" content=(territory(language));
            }
        }
    }

    /// The page as HTML.
    pub fn render(&self, reader: &Reader) -> Markup {
        let full_title =
            if self.site.is_empty() { self.title.clone() } else { format!("{} – {}", self.title, self.site) };
        html! {
            (DOCTYPE)
            html lang=(reader.language) dir=(reader.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width,initial-scale=1";
                    title { (full_title) }
                    @if let Some(words) = &self.description {
                        meta name="description" content=(words);
                    }
                    @if self.unlisted { meta name="robots" content="noindex"; }
                    link rel="preload" href=(assets::SERIF.path()) as="font" type="font/woff2" crossorigin;
                    link rel="preload" href=(assets::SANS.path()) as="font" type="font/woff2" crossorigin;
                    link rel="stylesheet" href=(assets::LOOK.path());
                    link rel="icon" href=(assets::ICON.path()) type="image/svg+xml";
                    script type="module" src=(assets::PAGE.path()) {}
                    @if let Some(path) = &self.path { (self.addresses(reader, path)) }
                    @if let Some(more) = &self.head { (more) }
                }
                body {
                    a.skip href="#main" { (reader.say("ui-skip")) }
                    @if let Some(body) = &self.body { (body) }
                }
            }
        }
    }
}

/// A language as Open Graph writes it, with a territory.
fn territory(language: Language) -> String {
    match language.tag() {
        "en" => "en_GB".to_owned(),
        "fr" => "fr_FR".to_owned(),
        other => other.replace('-', "_"),
    }
}
