//! What is drawn, before anybody decides how: marks at shares of the width or at pixels.

use crate::measure;
use crate::palette::Tone;

/// The width of a phone's column, in pixels: 320 less the margins.
pub const NARROW: f64 = 288.0;
/// The container from which the wide drawing is shown (`charts.css` says 36rem).
pub const WIDE: f64 = 560.0;
/// The width of a printed chart in its own units; at 480 pt its text has the size of the page's.
pub const PRINT: f64 = 640.0;

/// A place or a length across.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Along {
    /// A share of the whole width, 0 to 1.
    Share(f64),
    /// Pixels, whatever the width.
    Px(f64),
}

impl Along {
    pub fn within(self, room: f64) -> f64 {
        match self {
            Along::Share(share) => share * room,
            Along::Px(px) => px,
        }
    }
}

/// Which end of a text its place is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub text: String,
    pub x: Along,
    /// Pixels to add to the place across.
    pub dx: f64,
    pub y: f64,
    pub size: f64,
    pub strong: bool,
    pub anchor: Anchor,
    pub tone: Tone,
    /// Whether lines behind the text are to be hidden by a rim in the colour of the paper.
    pub rimmed: bool,
}

impl Label {
    pub fn new(text: impl Into<String>, x: Along, y: f64) -> Self {
        Self {
            text: text.into(),
            x,
            dx: 0.0,
            y,
            size: 14.0,
            strong: false,
            anchor: Anchor::Start,
            tone: Tone::Ink,
            rimmed: false,
        }
    }

    pub fn quiet(self) -> Self {
        Self { size: 12.5, tone: Tone::Quiet, ..self }
    }

    pub fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub fn shifted(self, dx: f64) -> Self {
        Self { dx, ..self }
    }

    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// From where to where it reaches across.
    pub fn reach(&self, room: f64) -> (f64, f64) {
        let width = measure::width(&self.text, self.size, self.strong);
        let at = self.x.within(room) + self.dx;
        match self.anchor {
            Anchor::Start => (at, at + width),
            Anchor::Middle => (at - width / 2.0, at + width / 2.0),
            Anchor::End => (at - width, at),
        }
    }
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Label(Label),
    Rect {
        x: Along,
        y: f64,
        width: Along,
        height: f64,
        tone: Tone,
    },
    Line {
        from: (Along, f64),
        to: (Along, f64),
        tone: Tone,
    },
    /// The land of a country, with what the pointer is told.
    Area {
        path: String,
        tone: Tone,
        hint: Option<String>,
    },
    /// A line through points.
    Stroke {
        path: String,
        tone: Tone,
    },
    /// A round mark that keeps its size when the drawing is scaled.
    Dot {
        x: f64,
        y: f64,
        tone: Tone,
        hint: Option<String>,
    },
    /// A small round mark.
    Point {
        x: f64,
        y: f64,
        tone: Tone,
    },
    /// Marks that lead somewhere.
    Link {
        href: String,
        marks: Vec<Mark>,
    },
}

impl From<Label> for Mark {
    fn from(label: Label) -> Self {
        Mark::Label(label)
    }
}

/// How a canvas takes the width it is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// Shares stretch, text keeps its size.
    Flows,
    /// All is scaled from this window: left, top, width, height.
    Scales([f64; 4]),
    /// Nothing changes: this many pixels wide.
    Fixed(f64),
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Canvas {
    /// The narrowest width that it was laid out for.
    pub room: f64,
    pub height: f64,
    pub fit: Fit,
    pub marks: Vec<Mark>,
}

impl Canvas {
    pub fn flowing(room: f64) -> Self {
        Self { room, height: 0.0, fit: Fit::Flows, marks: Vec::new() }
    }

    pub fn add(&mut self, mark: impl Into<Mark>) {
        self.marks.push(mark.into());
    }

    /// A text in as many lines as it needs; returns the height they take.
    pub fn add_lines(&mut self, lines: Vec<String>, like: &Label) -> f64 {
        let leading = (like.size * 1.3).round();
        let count = lines.len();
        for (at, text) in lines.into_iter().enumerate() {
            self.add(Label { text, y: like.y + leading * at as f64, ..like.clone() });
        }
        leading * count as f64
    }

    pub fn has_links(&self) -> bool {
        self.marks.iter().any(|mark| matches!(mark, Mark::Link { .. }))
    }
}
