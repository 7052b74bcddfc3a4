//! A chapter as data for the press: its blocks in stretches, and where it may begin and break.

use serde_json::{Value, json};

use super::{Writing, id};
use crate::{
    compose::{Block, Inline, Laid, Placed, Shown, Told, words_of},
    document::Purpose,
};

/// An activity with no more guests and sessions than this shares its page with others.
const SHORT: usize = 5;

/// A chapter with no more letters than this is far shorter than a page.
const FEW_LETTERS: usize = 1200;

/// The blocks of a chapter in stretches: prose for the wide column, or what goes across both. A heading that stands
/// right above such a piece goes with it.
fn stretches(blocks: &[Placed<Shown, Laid>]) -> Vec<&[Placed<Shown, Laid>]> {
    let wide = |at: usize| match blocks.get(at).map(|it| &it.block) {
        Some(Block::Piece(piece)) => !matches!(piece, Laid::Missing(_)),
        Some(Block::Table { .. }) => true,
        Some(Block::Heading { .. }) => {
            matches!(blocks.get(at + 1).map(|it| &it.block), Some(Block::Piece(it)) if goes_across(it))
        }
        _ => false,
    };
    let mut found = Vec::new();
    let mut begins = 0;
    for at in 1..=blocks.len() {
        if at == blocks.len() || wide(at) != wide(at - 1) {
            found.push(&blocks[begins..at]);
            begins = at;
        }
    }
    found
}

/// Whether a piece begins at the left margin; the others keep to the wide column, or have a heading of their own.
fn goes_across(piece: &Laid) -> bool {
    !matches!(piece, Laid::Element(..) | Laid::Quotations(_) | Laid::Waivers(_) | Laid::Changes(_) | Laid::Missing(_))
}

impl Writing<'_> {
    pub(super) fn chapter(&mut self, it: &Told) -> Value {
        let stretches: Vec<Vec<Value>> = stretches(&it.blocks)
            .into_iter()
            .map(|stretch| stretch.iter().map(|it| self.block(&it.block)).collect())
            .collect();
        json!({
            "title": it.title, "opens_a_page": self.opens_a_page(it), "together": self.stays_together(it),
            "stretches": stretches,
        })
    }

    /// A chapter that shows more than words and lists begins on a page of its own.
    fn opens_a_page(&self, it: &Told) -> bool {
        let whole = matches!(self.of.report.purpose, Purpose::Final | Purpose::Funder);
        let large = |it: &Placed<Shown, Laid>| match &it.block {
            Block::Piece(Laid::Figures(_) | Laid::Highlights(_) | Laid::Drawing(_) | Laid::Timetable(_)) => true,
            Block::Piece(Laid::Element(it, _)) => it.guests.len() + it.sessions.len() > SHORT || !it.parts.is_empty(),
            _ => false,
        };
        whole && it.blocks.iter().any(large)
    }

    /// A short chapter of words and one small piece is not torn apart. It must be shorter than a page by far, since
    /// what is not torn apart and longer than a page would run over its end.
    fn stays_together(&self, it: &Told) -> bool {
        let letters = |it: &Placed<Shown, Laid>| match &it.block {
            Block::Paragraph(words) => Some(words_of(words, &|it: &Shown| it.words().to_owned()).chars().count()),
            Block::Piece(Laid::Aims(aims)) if aims.len() <= 3 => {
                Some(aims.iter().map(|(title, text)| title.len() + text.len()).sum())
            }
            Block::Piece(Laid::Element(it, _))
                if it.parts.is_empty()
                    && it.institutions.is_empty()
                    && it.guests.len() + it.sessions.len() <= SHORT =>
            {
                Some(it.summary.iter().map(|it| it.chars().count()).sum())
            }
            _ => None,
        };
        let pieces = it.blocks.iter().filter(|it| matches!(it.block, Block::Piece(_))).count();
        let all: Option<usize> = it.blocks.iter().map(letters).sum();
        !self.opens_a_page(it) && pieces == 1 && all.is_some_and(|it| it <= FEW_LETTERS)
    }

    fn block(&mut self, block: &Block<Shown, Laid>) -> Value {
        match block {
            Block::Heading { depth, words } => {
                json!({ "kind": "heading", "depth": depth, "runs": self.runs(words) })
            }
            Block::Paragraph(words) => json!({ "kind": "paragraph", "runs": self.runs(words) }),
            Block::List { first, items } => {
                let items: Vec<Vec<Value>> =
                    items.iter().map(|it| it.iter().map(|it| self.block(&it.block)).collect()).collect();
                json!({ "kind": "list", "first": first, "items": items })
            }
            Block::Quote(blocks) => {
                let blocks: Vec<Value> = blocks.iter().map(|it| self.block(&it.block)).collect();
                json!({ "kind": "quote", "blocks": blocks })
            }
            Block::Code(text) => json!({ "kind": "code", "text": text }),
            Block::Table { head, rows } => json!({
                "kind": "words-table",
                "head": head.iter().map(|it| self.runs(it)).collect::<Vec<_>>(),
                "rows": rows.iter().map(|row| row.iter().map(|it| json!({ "runs": self.runs(it) })).collect::<Vec<_>>()).collect::<Vec<_>>(),
            }),
            Block::Piece(piece) => self.piece(piece),
        }
    }

    fn runs(&self, words: &[Inline<Shown>]) -> Vec<Value> {
        let run = |it: &Inline<Shown>| match it {
            Inline::Words(words) | Inline::Value(Shown::Fact { words, path: None }, _) => {
                json!({ "t": "w", "s": words })
            }
            Inline::Code(words) => json!({ "t": "c", "s": words }),
            Inline::Strong(words) => json!({ "t": "b", "runs": self.runs(words) }),
            Inline::Emphasis(words) => json!({ "t": "i", "runs": self.runs(words) }),
            Inline::Link { to, words } => json!({ "t": "a", "url": self.address(to), "runs": self.runs(words) }),
            Inline::Break => json!({ "t": "n" }),
            Inline::Value(Shown::Figure { key, words, path }, _) => {
                json!({ "t": "f", "s": words, "id": id(key), "url": self.url(path) })
            }
            Inline::Value(Shown::Fact { words, path: Some(path) }, _) => {
                json!({ "t": "a", "url": self.url(path), "runs": [{ "t": "w", "s": words }] })
            }
            Inline::Value(Shown::Missing(words), _) => json!({ "t": "x", "s": words }),
        };
        words.iter().map(run).collect()
    }

    /// A link of prose as it works on paper: none within the page.
    fn address(&self, to: &str) -> String {
        match to {
            it if it.starts_with('/') && !it.starts_with("//") => self.url(it),
            it if ["https://", "http://", "mailto:"].iter().any(|start| it.starts_with(start)) => it.to_owned(),
            _ => String::new(),
        }
    }
}
