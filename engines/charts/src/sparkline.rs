//! A line as small as a word.

use maud::Markup;

use crate::canvas::{Canvas, Fit, Mark};
use crate::caption::{Caption, Key};
use crate::paint;
use crate::palette::{Palette, Tone};

/// A course of values; stands within text or a cell, so it has no figure and no table of its own.
#[derive(Clone, Debug)]
pub struct Sparkline {
    /// An identifier that no other part of the page uses.
    pub id: String,
    /// The finding, as a sentence.
    pub title: String,
    /// In the order of time.
    pub values: Vec<f64>,
}

const LONG: f64 = 120.0;
const TALL: f64 = 28.0;
const EDGE: f64 = 4.0;

impl Sparkline {
    /// The drawing for a page.
    pub fn draw(&self) -> Markup {
        paint::for_page(&self.lay(), &self.caption(), "", "sparkline")
    }

    /// The drawing as a document of its own.
    pub fn draw_for_print(&self, palette: &Palette) -> String {
        paint::for_print(&self.lay(), &self.caption(), &Key::none(), palette)
    }

    fn caption(&self) -> Caption {
        Caption { id: self.id.clone(), title: self.title.clone(), ..Caption::default() }
    }

    pub(crate) fn lay(&self) -> Canvas {
        let low = self.values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = self.values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let rise = (TALL - 2.0 * EDGE) / (high - low).max(f64::MIN_POSITIVE);
        let step = (LONG - 2.0 * EDGE) / (self.values.len().max(2) - 1) as f64;
        let place = |(at, value): (usize, &f64)| {
            let share = if high > low { (value - low) * rise } else { TALL / 2.0 - EDGE };
            (EDGE + at as f64 * step, TALL - EDGE - share)
        };
        let points: Vec<(f64, f64)> = self.values.iter().enumerate().map(place).collect();
        let pairs: Vec<String> =
            points.iter().map(|it| format!("{} {}", paint::number(it.0), paint::number(it.1))).collect();
        let mut marks = Vec::new();
        if let Some(&(x, y)) = points.last() {
            marks.push(Mark::Stroke { path: format!("M{}", pairs.join("L")), tone: Tone::Ink });
            marks.push(Mark::Point { x, y, tone: Tone::Ink });
        }
        Canvas { room: LONG, height: TALL, fit: Fit::Fixed(LONG), marks }
    }
}
