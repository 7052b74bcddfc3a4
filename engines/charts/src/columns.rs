//! Columns over time: one a day, a week or a month.

use maud::Markup;

use crate::canvas::{Along, Anchor, Canvas, Label, Mark};
use crate::caption::{self, Caption, Key};
use crate::palette::{Palette, Tone};

/// Amounts one after another.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Heads: the time, the amount.
    pub caption: Caption,
    /// In the order of time, without gaps.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The time in full, as the table says it.
    pub label: String,
    /// The time as it stands on the axis, where it does.
    pub tick: Option<String>,
    /// Its height, from 0.
    pub value: f64,
    /// Its height as it is to be read.
    pub shown: String,
}

const TALL: f64 = 120.0;
const TOP: f64 = 20.0;

impl Columns {
    /// The figure for a page.
    pub fn draw(&self) -> Markup {
        caption::figure(&self.caption, &Key::none(), |room| self.lay(room), &self.table())
    }

    /// The drawing as a document of its own, without title and source line.
    pub fn draw_for_print(&self, palette: &Palette) -> String {
        caption::print(&self.caption, &Key::none(), |room| self.lay(room), palette)
    }

    /// The rows behind the columns.
    pub fn table(&self) -> Markup {
        let rows = self.columns.iter().map(|it| vec![it.label.as_str(), it.shown.as_str()]);
        caption::table(&self.caption, rows)
    }

    pub(crate) fn lay(&self, room: f64) -> Canvas {
        let mut canvas = Canvas::flowing(room);
        let slot = 1.0 / self.columns.len().max(1) as f64;
        let most = self.columns.iter().map(|it| it.value).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        let floor = TOP + TALL;
        for (at, column) in self.columns.iter().enumerate() {
            let height = column.value.max(0.0) / most * TALL;
            let (x, width) = (Along::Share((at as f64 + 0.12) * slot), Along::Share(0.76 * slot));
            if height > 0.0 {
                canvas.add(Mark::Rect { x, y: floor - height, width, height, tone: Tone::Ink });
            }
        }
        canvas.add(Mark::Line { from: (Along::Px(0.0), floor), to: (Along::Share(1.0), floor), tone: Tone::Rule });
        self.lay_figures(&mut canvas, slot, most);
        self.lay_ticks(&mut canvas, slot);
        canvas.height = floor + 22.0;
        canvas
    }

    /// Says the height of every column if there is room for all, otherwise of the tallest.
    fn lay_figures(&self, canvas: &mut Canvas, slot: f64, most: f64) {
        let figure = |at: usize, column: &Column| {
            let y = TOP + TALL - column.value.max(0.0) / most * TALL - 5.0;
            let label = Label::new(&column.shown, Along::Share((at as f64 + 0.5) * slot), y).anchored(Anchor::Middle);
            Label { size: 12.5, strong: true, ..label }
        };
        let fits = |label: &Label| {
            let (from, to) = label.reach(canvas.room);
            to - from + 4.0 < slot * canvas.room
        };
        let all: Vec<Label> = self.columns.iter().enumerate().map(|(at, it)| figure(at, it)).collect();
        if all.iter().all(fits) {
            canvas.marks.extend(all.into_iter().map(Mark::from));
        } else if let Some(tallest) = self.columns.iter().position(|it| it.value >= most) {
            canvas.add(inside(all[tallest].clone(), canvas.room, tallest as f64 * slot, slot));
        }
    }

    fn lay_ticks(&self, canvas: &mut Canvas, slot: f64) {
        let mut free = 0.0;
        for (at, column) in self.columns.iter().enumerate() {
            let Some(tick) = &column.tick else { continue };
            let middle = Along::Share((at as f64 + 0.5) * slot);
            let label = Label::new(tick, middle, TOP + TALL + 17.0).quiet().anchored(Anchor::Middle);
            let label = inside(label, canvas.room, at as f64 * slot, slot);
            let (from, to) = label.reach(canvas.room);
            if from >= free && to <= canvas.room {
                free = to + 8.0;
                canvas.add(label);
            }
        }
    }
}

/// A label centred over its slot, or held at the slot's outer side where it would leave the canvas.
fn inside(label: Label, room: f64, begin: f64, slot: f64) -> Label {
    let (from, to) = label.reach(room);
    if from < 0.0 {
        Label { x: Along::Share(begin), anchor: Anchor::Start, ..label }
    } else if to > room {
        Label { x: Along::Share(begin + slot), anchor: Anchor::End, ..label }
    } else {
        label
    }
}
