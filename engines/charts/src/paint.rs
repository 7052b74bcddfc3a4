//! How marks become SVG: with class names on a page, with plain colours in print.

use maud::{Markup, PreEscaped, html};

use crate::canvas::{Along, Anchor, Canvas, Fit, Label, Mark, PRINT};
use crate::caption::{Caption, Key};
use crate::palette::{Palette, Tone};

/// The family that printed charts ask for.
const FAMILY: &str = "'Source Sans 3'";

/// What a drawing is painted with.
#[derive(Clone, Copy)]
enum Pen<'a> {
    Classes,
    Colours(&'a Palette),
}

/// The drawing for a page. `part` tells apart the identifiers of two drawings of one chart.
pub fn for_page(canvas: &Canvas, caption: &Caption, part: &str, class: &str) -> Markup {
    let (title, words) = (format!("{}-{part}t", caption.id), format!("{}-{part}d", caption.id));
    let named = if caption.description.is_empty() { title.clone() } else { format!("{title} {words}") };
    let (width, height, window) = match &canvas.fit {
        Fit::Flows => (Some("100%".to_owned()), Some(number(canvas.height)), None),
        Fit::Scales(window) => (None, None, Some(spaced(window))),
        Fit::Fixed(width) => (Some(number(*width)), Some(number(canvas.height)), None),
    };
    // A drawing with links must not be an image, whose parts a screen reader may not enter.
    let role = if canvas.has_links() { "group" } else { "img" };
    html! {
        svg class=(class) width=[width] height=[height] viewBox=[window] role=(role) aria-labelledby=(named) {
            title id=(title) { (caption.title) }
            @if !caption.description.is_empty() {
                desc id=(words) { (caption.description) }
            }
            @for mark in &canvas.marks { (Pen::Classes.mark(mark)) }
        }
    }
}

/// A swatch in running text.
pub fn swatch(tone: Tone) -> Markup {
    html! { svg class="swatch" width="14" height="14" aria-hidden="true" { rect class=(tone.fill()) width="14" height="14" {} } }
}

/// A document of its own: the key, if there is one, and the drawing below it.
pub fn for_print(canvas: &Canvas, caption: &Caption, key: &Key, palette: &Palette) -> String {
    let pen = Pen::Colours(palette);
    let key = key.laid(PRINT);
    let (width, height, window) = match &canvas.fit {
        Fit::Flows => (PRINT, canvas.height, [0.0, 0.0, PRINT, canvas.height]),
        Fit::Scales(window) => (PRINT, PRINT * window[3] / window[2], *window),
        Fit::Fixed(width) => (*width, canvas.height, [0.0, 0.0, *width, canvas.height]),
    };
    let total = key.height + height;
    let whole = spaced(&[0.0, 0.0, width, total]);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(number(width)) height=(number(total)) viewBox=(whole) {
            title { (caption.title) }
            desc { (caption.description) }
            @for mark in &key.marks { (pen.mark(mark)) }
            svg x="0" y=(number(key.height)) width=(number(width)) height=(number(height)) viewBox=(spaced(&window)) {
                @for mark in &canvas.marks { (pen.mark(mark)) }
            }
        }
    }
    .into_string()
}

impl Pen<'_> {
    fn mark(self, mark: &Mark) -> Markup {
        match mark {
            Mark::Label(label) => self.label(label),
            Mark::Rect { x, y, width, height, tone } => html! {
                rect class=[self.class(tone.fill())] fill=[self.colour(*tone)]
                    x=(self.along(*x)) y=(number(*y)) width=(self.along(*width)) height=(number(*height)) {}
            },
            Mark::Line { from, to, tone } => html! {
                line class=[self.class(tone.stroke())] stroke=[self.colour(*tone)]
                    x1=(self.along(from.0)) y1=(number(from.1)) x2=(self.along(to.0)) y2=(number(to.1)) {}
            },
            Mark::Area { path, tone, hint } => html! {
                path class=[self.class(tone.fill())] fill=[self.colour(*tone)] stroke=[self.colour(Tone::Paper)]
                    stroke-width=[self.only_print("5")] d=(path) { (self.hint(hint.as_deref())) }
            },
            Mark::Stroke { path, tone } => html! {
                path class=[self.class(tone.stroke())] stroke=[self.colour(*tone)] fill="none" stroke-width="1.5" d=(path) {}
            },
            Mark::Dot { x, y, tone, hint } => self.dot((*x, *y), *tone, hint.as_deref()),
            Mark::Point { x, y, tone } => html! {
                circle class=[self.class(tone.fill())] fill=[self.colour(*tone)] cx=(number(*x)) cy=(number(*y)) r="2.5" {}
            },
            Mark::Link { href, marks } => html! {
                @match self {
                    Pen::Classes => a href=(href) { @for mark in marks { (self.mark(mark)) } },
                    Pen::Colours(_) => @for mark in marks { (self.mark(mark)) },
                }
            },
        }
    }

    /// On a page a line without length and with round ends keeps its thickness at any scale; print knows its scale.
    fn dot(self, at: (f64, f64), tone: Tone, hint: Option<&str>) -> Markup {
        let (x, y) = (number(at.0), number(at.1));
        let path = format!("M{x} {y}h0");
        let dot = format!("dot {}", tone.fill());
        html! {
            @match self {
                Pen::Classes => {
                    path class="dot rim" d=(path) {}
                    path class=(dot) d=(path) { (self.hint(hint)) }
                },
                Pen::Colours(_) => circle cx=(x) cy=(y) r="36" fill=[self.colour(tone)]
                    stroke=[self.colour(Tone::Paper)] stroke-width="9" {},
            }
        }
    }

    fn label(self, label: &Label) -> Markup {
        let class = if label.rimmed { format!("{} rim", label.tone.fill()) } else { label.tone.fill().to_owned() };
        let rim = if label.rimmed { self.colour(Tone::Paper) } else { None };
        let thick = rim.is_some().then_some("4");
        let anchor = match label.anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        html! {
            text class=[self.class(&class)] fill=[self.colour(label.tone)] stroke=[rim] stroke-width=[thick]
                paint-order=[thick.map(|_| "stroke")] stroke-linejoin=[thick.map(|_| "round")]
                font-family=[self.only_print(FAMILY)] font-size=(number(label.size))
                font-weight=[label.strong.then_some("600")] text-anchor=[anchor]
                x=(self.along(label.x)) y=(number(label.y)) dx=[(label.dx != 0.0).then(|| number(label.dx))] { (label.text) }
        }
    }

    fn hint(self, hint: Option<&str>) -> Markup {
        match (self, hint) {
            (Pen::Classes, Some(hint)) => html! { title { (hint) } },
            _ => PreEscaped(String::new()),
        }
    }

    fn class(self, name: &str) -> Option<String> {
        matches!(self, Pen::Classes).then(|| name.to_owned())
    }

    fn colour(&self, tone: Tone) -> Option<&str> {
        match self {
            Pen::Classes => None,
            Pen::Colours(palette) => Some(palette.colour(tone)),
        }
    }

    fn only_print(self, value: &'static str) -> Option<&'static str> {
        matches!(self, Pen::Colours(_)).then_some(value)
    }

    fn along(self, along: Along) -> String {
        match (self, along) {
            (Pen::Classes, Along::Share(share)) => number(share * 100.0) + "%",
            _ => number(along.within(PRINT)),
        }
    }
}

fn spaced(numbers: &[f64; 4]) -> String {
    numbers.map(number).join(" ")
}

/// At most two decimals, and none that say nothing.
pub fn number(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}
