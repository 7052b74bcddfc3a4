//! A composed report as a page: its contents, its chapters, their words.

mod pieces;

use ui::{Markup, Reader, html};

use super::{
    Composed, Told,
    matter::{Block, Inline, Placed},
    pieces::{Drawing, Laid},
    setting::Shown,
};
use crate::{Figure, elements::Element, facts, pages::definitions};

/// From how many chapters on a page begins with a list of them.
const MANY: usize = 4;

impl Composed {
    /// The chapters as a page's content, below a heading that is the page's own.
    pub fn page(&self, reader: &Reader) -> Markup {
        html! {
            @if let (Some(logo), Some(_)) = (&self.logo, self.report.look.0.picture()) { (logo.view(&self.logo_text)) }
            @if self.chapters.len() >= MANY {
                nav aria-label=(reader.say("report-contents")) {
                    ol.columns {
                        @for it in self.chapters.iter() { li { a href=(format!("#{}", it.key)) { (it.title) } } }
                    }
                }
            }
            @if !self.owed.is_empty() {
                section.block { h2 { (reader.say("report-compose-targets")) } (pieces::targets(reader, &self.owed)) }
            }
            div.chapters { @for it in self.chapters.iter() { (self.chapter(reader, it)) } }
            p.meta { (reader.say_with("report-as-of", [("day", reader.day(self.today))])) }
        }
    }

    fn chapter(&self, reader: &Reader, it: &Told) -> Markup {
        html! {
            section.chapter id=(it.key) {
                h2 { (it.title) }
                div.block {
                    @if let Some(subject) = subject(&it.blocks) { (pieces::particulars(reader, subject)) }
                    @for stretch in it.blocks.chunk_by(|a, b| is_prose(a) && is_prose(b)) {
                        @if stretch.first().is_some_and(is_prose) {
                            div.prose { @for block in stretch { (prose(reader, &block.block)) } }
                        } @else {
                            @for block in stretch {
                                @if let Block::Piece(piece) = &block.block { (self.piece(reader, piece)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn piece(&self, reader: &Reader, piece: &Laid) -> Markup {
        let these = |keys: &[String]| keys.iter().filter_map(|it| self.figure(it)).cloned().collect::<Vec<Figure>>();
        match piece {
            Laid::Aims(aims) => html! {
                dl { @for (title, text) in aims { dt { (title) } dd { (text) } } }
            },
            Laid::Activities(all) => pieces::activities(reader, all),
            Laid::Figures(keys) | Laid::Highlights(keys) => facts(reader, &self.here, &these(keys)),
            Laid::Drawing(it) => match it.as_ref() {
                Drawing::Timeline(it) => it.draw(),
                Drawing::Answers(it) => it.draw(),
                Drawing::Groups(it) => it.draw(),
                Drawing::Map(it, _) => it.draw(),
            },
            Laid::Timetable(it) => pieces::timetable(reader, it),
            Laid::Element(it, headed) => pieces::element(reader, it, *headed),
            Laid::Tiers(all) => html! { @for it in all { (pieces::tier(reader, it)) } },
            Laid::Quotations(all) => pieces::quotations(reader, all),
            Laid::Events(all) => pieces::events(reader, all),
            Laid::Communique(it) => pieces::communique(reader, it, &self.here.page("communique")),
            Laid::Recommendations(all) => pieces::recommendations(all),
            Laid::Targets(lines) => pieces::targets(reader, lines),
            Laid::Definitions => definitions(reader, &self.here, &self.figures),
            Laid::Waivers(all) => pieces::waivers(reader, all),
            Laid::Changes(all) => html! {
                @if all.is_empty() { p { (reader.say("report-compose-no-changes")) } } @else {
                    ul { @for it in all { li { (it) } } }
                }
            },
            Laid::Missing(mark) => html! { p { mark { (mark) } } },
        }
    }
}

/// The activity that gives a chapter its name, if one does.
fn subject(blocks: &[Placed<Shown, Laid>]) -> Option<&Element> {
    blocks.iter().find_map(|it| match &it.block {
        Block::Piece(Laid::Element(it, false)) => Some(it.as_ref()),
        _ => None,
    })
}

fn is_prose(it: &Placed<Shown, Laid>) -> bool {
    !matches!(it.block, Block::Piece(_))
}

fn prose(reader: &Reader, block: &Block<Shown, Laid>) -> Markup {
    let all = |blocks: &[Placed<Shown, Laid>]| html! { @for it in blocks { (prose(reader, &it.block)) } };
    // A list of single lines needs no paragraphs.
    let item = |blocks: &[Placed<Shown, Laid>]| match blocks {
        [Placed { block: Block::Paragraph(words), .. }] => line(reader, words),
        more => all(more),
    };
    match block {
        Block::Heading { depth: 0, words } => html! { h3 { (line(reader, words)) } },
        Block::Heading { depth: 1, words } => html! { h4 { (line(reader, words)) } },
        Block::Heading { words, .. } => html! { h5 { (line(reader, words)) } },
        Block::Paragraph(words) => html! { p { (line(reader, words)) } },
        Block::List { first: None, items } => html! { ul { @for it in items { li { (item(it)) } } } },
        Block::List { first: Some(first), items } => html! {
            ol start=[(*first != 1).then_some(first)] { @for it in items { li { (item(it)) } } }
        },
        Block::Quote(blocks) => html! { blockquote { (all(blocks)) } },
        Block::Code(words) => html! { pre { code { (words) } } },
        Block::Table { head, rows } => html! {
            table {
                thead { tr { @for it in head { th scope="col" { (line(reader, it)) } } } }
                tbody { @for row in rows { tr { @for it in row { td { (line(reader, it)) } } } } }
            }
        },
        Block::Piece(_) => html! {},
    }
}

fn line(reader: &Reader, words: &[Inline<Shown>]) -> Markup {
    html! { @for it in words { (inline(reader, it)) } }
}

fn inline(reader: &Reader, it: &Inline<Shown>) -> Markup {
    html! {
        @match it {
            Inline::Words(words) => { (words) }
            Inline::Code(words) => { code { (words) } }
            Inline::Strong(words) => { strong { (line(reader, words)) } }
            Inline::Emphasis(words) => { em { (line(reader, words)) } }
            Inline::Link { to, words } => { a href=(address(reader, to)) { (line(reader, words)) } }
            Inline::Break => { br; }
            Inline::Value(Shown::Figure { words, path, .. } | Shown::Fact { words, path: Some(path) }, _) => {
                a href=(reader.href(path)) { (words) }
            }
            Inline::Value(Shown::Fact { words, path: None }, _) => { (words) }
            Inline::Value(Shown::Missing(words), _) => { mark { (words) } }
        }
    }
}

/// Where a link of prose leads: the web, mail, a page of this site; nothing else.
fn address(reader: &Reader, to: &str) -> String {
    if to.starts_with('/') && !to.starts_with("//") {
        reader.href(to)
    } else if ["https://", "http://", "mailto:", "#"].iter().any(|it| to.starts_with(it)) {
        to.to_owned()
    } else {
        "#".to_owned()
    }
}
