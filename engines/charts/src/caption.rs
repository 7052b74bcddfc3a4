//! What stands around a drawing: its finding, its key, its source, and the rows behind it.

use maud::{Markup, html};

use crate::canvas::{Along, Canvas, Label, Mark, NARROW, PRINT, WIDE};
use crate::measure;
use crate::paint;
use crate::palette::{Palette, Tone};

/// The words around a chart, all of them the caller's.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// An identifier that no other part of the page uses.
    pub id: String,
    /// The finding, as a sentence.
    pub title: String,
    /// What somebody hears who cannot see the drawing.
    pub description: String,
    /// Where the figures come from and of which day they are; empty leaves the line out.
    pub source: String,
    /// What opens the table of rows.
    pub rows: String,
    /// The heads of the table's columns; each chart says which it needs.
    pub heads: Vec<String>,
}

/// Colours and what they stand for.
pub(crate) struct Key(pub Vec<(Tone, String)>);

impl Key {
    pub fn none() -> Self {
        Self(Vec::new())
    }

    fn list(&self) -> Markup {
        html! {
            @if !self.0.is_empty() {
                ul class="chart-key" { @for (tone, label) in &self.0 { li { (paint::swatch(*tone)) (label) } } }
            }
        }
    }

    /// The key as marks in rows, for print.
    pub fn laid(&self, room: f64) -> Canvas {
        let mut canvas = Canvas::flowing(room);
        let (mut x, mut y) = (0.0, 0.0);
        for (tone, label) in &self.0 {
            let wide = 18.0 + measure::width(label, 12.5, false);
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, y + 20.0);
            }
            canvas.add(Mark::Rect { x: Along::Px(x), y: y + 1.0, width: Along::Px(12.0), height: 12.0, tone: *tone });
            canvas.add(Label { size: 12.5, ..Label::new(label, Along::Px(x + 18.0), y + 11.5) });
            x += wide + 18.0;
        }
        canvas.height = if self.0.is_empty() { 0.0 } else { y + 26.0 };
        canvas
    }
}

/// The whole figure of a chart that lays itself out for the room it has.
pub(crate) fn figure(caption: &Caption, key: &Key, lay: impl Fn(f64) -> Canvas, table: &Markup) -> Markup {
    let (narrow, wide) = (lay(NARROW), lay(WIDE));
    let drawing = html! {
        @if narrow.marks == wide.marks {
            (paint::for_page(&narrow, caption, "", "drawing"))
        } @else {
            (paint::for_page(&narrow, caption, "", "drawing narrow"))
            (paint::for_page(&wide, caption, "w", "drawing wide"))
        }
    };
    framed(caption, key, &drawing, table)
}

/// A drawing with its title, key, source and rows.
pub(crate) fn framed(caption: &Caption, key: &Key, drawing: &Markup, table: &Markup) -> Markup {
    html! {
        figure class="chart" {
            figcaption { (caption.title) }
            (key.list())
            (drawing)
            @if !caption.source.is_empty() { p class="chart-source" { (caption.source) } }
            details { summary { (caption.rows) } (table) }
        }
    }
}

/// The rows behind a drawing. The first cell of each is its name.
pub(crate) fn table<'a>(caption: &Caption, rows: impl IntoIterator<Item = Vec<&'a str>>) -> Markup {
    html! {
        div class="chart-rows" {
            table {
                thead { tr { @for head in &caption.heads { th scope="col" { (head) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn print(caption: &Caption, key: &Key, lay: impl Fn(f64) -> Canvas, palette: &Palette) -> String {
    paint::for_print(&lay(PRINT), caption, key, palette)
}
