//! From Markdown to blocks, with placeholders understood and every place kept.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use kernel::Say;

use super::{
    fault::Fault,
    matter::{Block, Inline, Placed, Spot},
    placeholder::{Piece, Placeholder, Value},
    run::Run,
};

/// A chapter as it was read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Its blocks.
    pub blocks: Vec<Placed<Value, Piece>>,
    /// What cannot be understood in it.
    pub faults: Vec<Fault>,
}

/// Deeper than this, lists and quotations are read as if they stood one level higher.
const DEEPEST: usize = 10;

type Line = Vec<Inline<Placeholder>>;
type Blocks = Vec<Placed<Value, Piece>>;

/// Something begun and not yet ended.
enum Open {
    Blocks(Around, Blocks),
    List(Option<u64>, Vec<Blocks>),
    Table(Vec<Vec<Inline<Value>>>, Vec<Vec<Vec<Inline<Value>>>>),
    Row(Vec<Vec<Inline<Value>>>),
    Line(Kind, Line),
    Code(String),
}

/// What holds blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Chapter,
    Quote,
    Item,
    /// Nothing of its own: its blocks belong to what stands around it.
    Nothing,
}

/// What holds words.
#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Paragraph,
    /// The words of a list item that has no paragraphs.
    Bare,
    Heading(usize),
    Cell,
    Strong,
    Emphasis,
    Link(String),
    Nothing,
}

struct Reading<'a> {
    source: &'a str,
    open: Vec<(Spot, Open)>,
    run: Run,
    faults: Vec<Fault>,
}

/// Reads a chapter.
pub fn read(source: &str) -> Draft {
    let root = (Spot { line: 1, column: 1 }, Open::Blocks(Around::Chapter, Vec::new()));
    let mut reading = Reading { source, open: vec![root], run: Run::default(), faults: Vec::new() };
    for (event, range) in Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter() {
        reading.take(event, range.start);
    }
    reading.flush();
    while reading.open.len() > 1 {
        reading.close();
    }
    let mut faults = reading.faults;
    faults.sort_by_key(|it| (it.line, it.column));
    match reading.open.pop() {
        Some((_, Open::Blocks(_, mut blocks))) => {
            level_headings(&mut blocks);
            Draft { blocks, faults }
        }
        _ => Draft { blocks: Vec::new(), faults },
    }
}

/// The highest heading of a chapter comes right below its title.
fn level_headings(blocks: &mut Blocks) {
    let depth = |it: &Placed<Value, Piece>| match it.block {
        Block::Heading { depth, .. } => Some(depth),
        _ => None,
    };
    let top = blocks.iter().filter_map(depth).min().unwrap_or_default();
    // No level is skipped on the way down: a screen reader would miss it.
    let mut deepest = 0;
    for it in blocks {
        if let Block::Heading { depth, .. } = &mut it.block {
            *depth = (*depth - top).min(deepest).min(2);
            deepest = *depth + 1;
        }
    }
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Text(words) if matches!(self.open.last(), Some((_, Open::Code(_)))) => {
                if let Some((_, Open::Code(code))) = self.open.last_mut() {
                    code.push_str(&words);
                }
            }
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.line(at);
                self.run.add(&words, at);
            }
            Event::SoftBreak => self.run.add("\n", at),
            Event::HardBreak => self.inline(at, Inline::Break),
            Event::Code(words) => self.inline(at, Inline::Code(words.into_string())),
            Event::Start(tag) => {
                self.flush();
                self.begin(tag, at);
            }
            Event::End(tag) => {
                self.flush();
                self.end(tag);
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, at: usize) {
        let deep = self.open.len() > DEEPEST;
        let open = match tag {
            Tag::Paragraph | Tag::HtmlBlock => Open::Line(Kind::Paragraph, Vec::new()),
            Tag::Heading { level, .. } => Open::Line(Kind::Heading(level as usize), Vec::new()),
            Tag::BlockQuote(_) if !deep => Open::Blocks(Around::Quote, Vec::new()),
            Tag::CodeBlock(_) => Open::Code(String::new()),
            Tag::List(first) if !deep => Open::List(first, Vec::new()),
            Tag::Item if !deep => Open::Blocks(Around::Item, Vec::new()),
            Tag::Table(_) => Open::Table(Vec::new(), Vec::new()),
            Tag::TableHead | Tag::TableRow => Open::Row(Vec::new()),
            Tag::TableCell => Open::Line(Kind::Cell, Vec::new()),
            Tag::Strong if !deep => Open::Line(Kind::Strong, Vec::new()),
            Tag::Emphasis if !deep => Open::Line(Kind::Emphasis, Vec::new()),
            Tag::Link { dest_url, .. } if !deep => Open::Line(Kind::Link(dest_url.into_string()), Vec::new()),
            Tag::Image { .. } => {
                self.faults.push(Fault::at(self.spot(at), Say::new("report-compose-no-picture")));
                Open::Line(Kind::Nothing, Vec::new())
            }
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } => Open::Line(Kind::Nothing, Vec::new()),
            _ => Open::Blocks(Around::Nothing, Vec::new()),
        };
        let within_a_line =
            matches!(&open, Open::Line(it, _) if !matches!(it, Kind::Paragraph | Kind::Heading(_) | Kind::Cell));
        if within_a_line {
            self.line(at);
        } else {
            self.end_bare();
        }
        self.open.push((self.spot(at), open));
    }

    fn end(&mut self, tag: TagEnd) {
        let inside_a_line = matches!(tag, TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image);
        if !inside_a_line {
            self.end_bare();
        }
        if self.open.len() > 1 {
            self.close();
        }
    }

    /// The words of an item without paragraphs end where anything else begins.
    fn end_bare(&mut self) {
        if matches!(self.open.last(), Some((_, Open::Line(Kind::Bare, _)))) {
            self.close();
        }
    }

    /// Sees to it that words have a line to stand in.
    fn line(&mut self, at: usize) {
        if !matches!(self.open.last(), Some((_, Open::Line(..) | Open::Code(_)))) {
            self.open.push((self.spot(at), Open::Line(Kind::Bare, Vec::new())));
        }
    }

    fn inline(&mut self, at: usize, it: Inline<Placeholder>) {
        self.flush();
        self.line(at);
        if let Some((_, Open::Line(_, line))) = self.open.last_mut() {
            line.push(it);
        }
    }

    /// Turns the words gathered so far into inline pieces.
    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        let pieces = run.cut(self.source, |at| spot(self.source, at), &mut self.faults);
        if let Some((_, Open::Line(_, line))) = self.open.last_mut() {
            line.extend(pieces);
        }
    }

    /// Ends what was begun last and gives it to what stands around it.
    fn close(&mut self) {
        let Some((spot, open)) = self.open.pop() else { return };
        match open {
            Open::Line(kind, line) => self.close_line(spot, kind, line),
            Open::Blocks(Around::Item, blocks) => match self.open.last_mut() {
                Some((_, Open::List(_, items))) => items.push(blocks),
                _ => self.give_all(blocks),
            },
            Open::Blocks(Around::Quote, blocks) => self.give(spot, Block::Quote(blocks)),
            Open::Blocks(Around::Chapter | Around::Nothing, blocks) => self.give_all(blocks),
            Open::List(first, items) => self.give(spot, Block::List { first, items }),
            Open::Code(code) => self.give(spot, Block::Code(code)),
            Open::Table(head, rows) => self.give(spot, Block::Table { head, rows }),
            Open::Row(cells) => {
                if let Some((_, Open::Table(head, rows))) = self.open.last_mut() {
                    if head.is_empty() {
                        *head = cells;
                    } else {
                        rows.push(cells);
                    }
                }
            }
        }
    }

    fn close_line(&mut self, spot: Spot, kind: Kind, line: Line) {
        match kind {
            Kind::Strong => self.inner(vec![Inline::Strong(line)]),
            Kind::Emphasis => self.inner(vec![Inline::Emphasis(line)]),
            Kind::Link(to) => self.inner(vec![Inline::Link { to, words: line }]),
            Kind::Nothing => self.inner(line),
            Kind::Cell => {
                let cell = self.sentence(line);
                if let Some((_, Open::Row(cells))) = self.open.last_mut() {
                    cells.push(cell);
                }
            }
            Kind::Heading(level) => {
                let words = self.sentence(line);
                self.give(spot, Block::Heading { depth: level, words });
            }
            Kind::Paragraph if matches!(self.open.last(), Some((_, Open::Blocks(Around::Chapter, _)))) => {
                self.paragraph(spot, line);
            }
            Kind::Paragraph | Kind::Bare => {
                let words = self.sentence(line);
                self.give(spot, Block::Paragraph(words));
            }
        }
    }

    fn inner(&mut self, pieces: Line) {
        match self.open.last_mut() {
            Some((_, Open::Line(_, line))) => line.extend(pieces),
            _ => {
                let words = self.sentence(pieces);
                self.give(Spot { line: 1, column: 1 }, Block::Paragraph(words));
            }
        }
    }

    /// A paragraph of the chapter itself: words, or pieces alone.
    fn paragraph(&mut self, spot: Spot, line: Line) {
        let nothing = |it: &Inline<Placeholder>| matches!(it, Inline::Words(it) if it.trim().is_empty());
        let piece = |it: &Inline<Placeholder>| matches!(it, Inline::Value(Placeholder::Piece(_), _));
        let told: Vec<&Inline<Placeholder>> = line.iter().filter(|it| !nothing(it)).collect();
        if !told.is_empty() && told.iter().all(|it| piece(it)) {
            for it in line {
                if let Inline::Value(Placeholder::Piece(piece), spot) = it {
                    self.give(spot, Block::Piece(piece));
                }
            }
            return;
        }
        if let [Inline::Value(Placeholder::Value(Value::Figure { key, .. }), spot)] = told.as_slice() {
            let say = Say::new("report-compose-figure-alone").with("word", key.as_str());
            self.faults.push(Fault::at(*spot, say));
        }
        let words = self.sentence(line);
        self.give(spot, Block::Paragraph(words));
    }

    /// Words in which only values may stand.
    fn sentence(&mut self, line: Line) -> Vec<Inline<Value>> {
        let (source, faults) = (self.source, &mut self.faults);
        super::matter::set_all(line, &mut |it, spot| match it {
            Placeholder::Value(it) => it,
            Placeholder::Piece(_) => {
                let written = written_at(source, spot);
                faults.push(Fault::at(spot, Say::new("report-compose-piece-inside").with("word", written.as_str())));
                Value::Broken(written)
            }
        })
    }

    fn give(&mut self, spot: Spot, block: Block<Value, Piece>) {
        self.give_all(vec![Placed { spot, block }]);
    }

    fn give_all(&mut self, blocks: Blocks) {
        let around = self.open.iter_mut().rev().find_map(|(_, it)| match it {
            Open::Blocks(_, around) => Some(around),
            _ => None,
        });
        if let Some(around) = around {
            around.extend(blocks);
        }
    }

    fn spot(&self, at: usize) -> Spot {
        spot(self.source, at)
    }
}

/// The line and column of a byte.
fn spot(source: &str, at: usize) -> Spot {
    let before = source.get(..at).unwrap_or(source);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Spot { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

/// The placeholder that begins at a place, as it is written.
fn written_at(source: &str, spot: Spot) -> String {
    let line = source.lines().nth(spot.line - 1).unwrap_or_default();
    let rest: String = line.chars().skip(spot.column - 1).collect();
    rest.find("}}").map_or(rest.clone(), |end| rest[..end + 2].to_owned())
}
