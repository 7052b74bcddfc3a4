//! What stands around a page: the masthead and footer of the site, the rail of the desk.

use kernel::Language;
use maud::{Markup, html};

use crate::Reader;

/// A link with its words.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is called, already in the reader's language.
    pub label: String,
    /// The path that it leads to, without language or zone.
    pub path: String,
}

impl Link {
    /// A link.
    pub fn new(label: impl Into<String>, path: impl Into<String>) -> Self {
        Self { label: label.into(), path: path.into() }
    }
}

/// The parts of the desk, in the order of its rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What the edition is.
    Edition,
    /// Who is chosen.
    Choosing,
    /// What is shown to the world.
    Publishing,
    /// How the installation is kept.
    House,
}

impl Section {
    fn key(self) -> &'static str {
        match self {
            Self::Edition => "ui-section-edition",
            Self::Choosing => "ui-section-choosing",
            Self::Publishing => "ui-section-publishing",
            Self::House => "ui-section-house",
        }
    }
}

/// A capability on the desk's rail.
#[derive(Clone, Copy, Debug)]
pub struct RailItem {
    /// Where on the rail it stands.
    pub section: Section,
    /// The message that names it.
    pub label: &'static str,
    /// Its path below the edition's desk, like `/sessions`; empty for the desk itself.
    pub path: &'static str,
}

/// What a page's surroundings need to know.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The name of the programme, or of the product where there is none.
    pub brand: String,
    /// Where the brand leads.
    pub home: String,
    /// The main navigation.
    pub menu: Vec<Link>,
    /// Where searches go, if the place can be searched.
    pub search: Option<String>,
    /// The name of whoever is signed in.
    pub signed_in: Option<String>,
    /// Whether a desk is open to the reader, and where.
    pub desk: Option<String>,
    /// The band of a demonstration: what it is and which day it shows.
    pub band: Option<Markup>,
    /// The columns of the footer: a label and what stands under it.
    pub footer: Vec<(String, Markup)>,
    /// The rail of the desk.
    pub rail: Vec<RailItem>,
    /// The address under which the rail's paths stand.
    pub desk_base: String,
}

fn is_here(reader: &Reader, path: &str) -> bool {
    reader.path.trim_end_matches('/') == path.trim_end_matches('/')
}

fn is_within(reader: &Reader, path: &str) -> bool {
    is_here(reader, path) || reader.path.starts_with(&format!("{}/", path.trim_end_matches('/')))
}

fn band(frame: &Frame) -> Markup {
    html! { @if let Some(band) = &frame.band { aside.band { div.page { (band) } } } }
}

fn language_links(reader: &Reader) -> Markup {
    html! {
        @for &language in reader.languages() {
            @if language != reader.language && language != Language::MIRRORED {
                a lang=(language) hreflang=(language) href=(reader.here_in(language)) {
                    (reader.speaking(language).say("ui-this-language"))
                }
            }
        }
    }
}

fn account_links(reader: &Reader, frame: &Frame) -> Markup {
    html! {
        @match &frame.signed_in {
            Some(name) => {
                @if let Some(desk) = &frame.desk { a href=(reader.href(desk)) { (reader.say("ui-desk")) } }
                a href=(reader.href("/me")) { bdi { (name) } }
            }
            None => { a href=(reader.href("/sign-in")) { (reader.say("ui-sign-in")) } }
        }
    }
}

/// The site around a page.
pub fn dress_site(reader: &Reader, frame: &Frame, content: &Markup) -> Markup {
    html! {
        (band(frame))
        header.masthead {
            div.page {
                a.brand href=(reader.href(&frame.home)) { (frame.brand) }
                nav aria-label=(reader.say("ui-main-menu")) {
                    @for link in &frame.menu {
                        a href=(reader.href(&link.path)) aria-current=[is_here(reader, &link.path).then_some("page")] { (link.label) }
                    }
                }
                div.tools {
                    @if let Some(search) = &frame.search { a href=(reader.href(search)) { (reader.say("ui-search")) } }
                    (language_links(reader))
                    (account_links(reader, frame))
                }
            }
        }
        main #main.page tabindex="-1" { (content) }
        footer.colophon {
            div.page {
                @for (label, what) in &frame.footer {
                    section { h2.label { (label) } (what) }
                }
            }
        }
    }
}

/// The desk around a page.
pub fn dress_desk(reader: &Reader, frame: &Frame, content: &Markup) -> Markup {
    let mut sections: Vec<Section> = frame.rail.iter().map(|it| it.section).collect();
    sections.sort();
    sections.dedup();
    html! {
        (band(frame))
        div.desk {
            header.rail {
                a.brand href=(reader.href(&frame.home)) { (frame.brand) }
                details.rail-menu open {
                    summary { (reader.say("ui-menu")) }
                    nav aria-label=(reader.say("ui-desk")) {
                        @for section in sections {
                            h2.label { (reader.say(section.key())) }
                            ul {
                                @for item in frame.rail.iter().filter(|it| it.section == section) {
                                    @let path = format!("{}{}", frame.desk_base, item.path);
                                    @let current = if item.path.is_empty() { is_here(reader, &path) } else { is_within(reader, &path) };
                                    li { a href=(reader.href(&path)) aria-current=[current.then_some("page")] { (reader.say(item.label)) } }
                                }
                            }
                        }
                    }
                    div.tools { (language_links(reader)) (account_links(reader, &Frame { desk: None, ..frame.clone() })) }
                }
            }
            main #main tabindex="-1" { (content) }
        }
    }
}

/// A page that belongs to no edition: signing in, an error before anything is known.
pub fn dress_plain(reader: &Reader, frame: &Frame, content: &Markup) -> Markup {
    html! {
        (band(frame))
        header.masthead {
            div.page {
                a.brand href=(reader.href(&frame.home)) { (frame.brand) }
                div.tools { (language_links(reader)) (account_links(reader, frame)) }
            }
        }
        main #main.page.narrow tabindex="-1" { (content) }
    }
}
