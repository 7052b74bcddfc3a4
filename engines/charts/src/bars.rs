//! Horizontal bars, each labelled where it ends; split by region if wanted.

use maud::Markup;

use crate::canvas::{Along, Canvas, Label, Mark, WIDE};
use crate::caption::{self, Caption, Key};
use crate::measure;
use crate::palette::{Palette, Tone};

/// Amounts side by side.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Heads: the name, one per part if there are several, the whole.
    pub caption: Caption,
    /// What the tones of the parts stand for; empty if the bars are not split.
    pub key: Vec<(Tone, String)>,
    /// From top to bottom.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// The whole as it is to be read, such as "41".
    pub shown: String,
    /// Its parts from the start; one for a plain bar.
    pub parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its colour.
    pub tone: Tone,
    /// Its length, from 0.
    pub value: f64,
    /// Its length as it is to be read.
    pub shown: String,
}

const THICK: f64 = 14.0;
/// Where bars begin that have their names beside them.
const ASIDE: f64 = 0.38;

impl Bars {
    /// The figure for a page.
    pub fn draw(&self) -> Markup {
        caption::figure(&self.caption, &self.keys(), |room| self.lay(room), &self.table())
    }

    /// The drawing as a document of its own, without title and source line.
    pub fn draw_for_print(&self, palette: &Palette) -> String {
        caption::print(&self.caption, &self.keys(), |room| self.lay(room), palette)
    }

    /// The rows behind the bars.
    pub fn table(&self) -> Markup {
        caption::table(
            &self.caption,
            self.bars.iter().map(|bar| {
                let parts = bar.parts.iter().map(|part| part.shown.as_str()).filter(|_| bar.parts.len() > 1);
                std::iter::once(bar.label.as_str()).chain(parts).chain([bar.shown.as_str()]).collect()
            }),
        )
    }

    fn keys(&self) -> Key {
        Key(self.key.clone())
    }

    pub(crate) fn lay(&self, room: f64) -> Canvas {
        let mut canvas = Canvas::flowing(room);
        let begin = if room >= WIDE { ASIDE } else { 0.0 };
        let reach = 1.0 - begin - (self.widest_figure() + 10.0) / room;
        let most = self.bars.iter().map(Bar::whole).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        for bar in &self.bars {
            let top = canvas.height;
            let below = if begin > 0.0 {
                let lines = measure::wrapped(&bar.label, 14.0, false, begin * room - 16.0);
                canvas.add_lines(lines, &Label::new("", Along::Px(0.0), top + 14.0))
            } else {
                let lines = measure::wrapped(&bar.label, 14.0, false, room);
                canvas.height += canvas.add_lines(lines, &Label::new("", Along::Px(0.0), top + 13.0)) + 1.0;
                0.0
            };
            bar.lay(&mut canvas, begin, reach / most);
            canvas.height = canvas.height.max(top + below) + if begin > 0.0 { 9.0 } else { 12.0 };
        }
        canvas
    }

    fn widest_figure(&self) -> f64 {
        self.bars.iter().map(|bar| measure::width(&bar.shown, 14.0, true)).fold(0.0, f64::max)
    }
}

impl Bar {
    fn whole(&self) -> f64 {
        self.parts.iter().map(|part| part.value.max(0.0)).sum()
    }

    /// Draws the bar at the canvas's height; `share` is the share of the width that one unit takes.
    fn lay(&self, canvas: &mut Canvas, begin: f64, share: f64) {
        let y = canvas.height + 2.0;
        let mut x = begin;
        let mut free = 0.0;
        for part in &self.parts {
            let width = part.value.max(0.0) * share;
            canvas.add(Mark::Rect {
                x: Along::Share(x),
                y,
                width: Along::Share(width),
                height: THICK,
                tone: part.tone,
            });
            if x > begin {
                canvas.add(Mark::Line {
                    from: (Along::Share(x), y),
                    to: (Along::Share(x), y + THICK),
                    tone: Tone::Paper,
                });
            }
            if self.parts.len() > 1 && part.value > 0.0 {
                let label = Label::new(&part.shown, Along::Share(x), y + THICK + 13.0).quiet();
                let label = label.shifted((free - x * canvas.room).max(0.0));
                free = label.reach(canvas.room).1 + 6.0;
                canvas.add(label);
            }
            x += width;
        }
        canvas.add(Label::new(&self.shown, Along::Share(x), y + THICK - 2.0).strong().shifted(7.0));
        canvas.height = y + THICK + if self.parts.len() > 1 { 16.0 } else { 2.0 };
    }
}
