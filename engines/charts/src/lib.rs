//! Charts and maps as SVG: one drawing, painted with class names for a page and with plain colours for print.
//!
//! Its words: a *caption* tells what a chart shows, a *canvas* holds marks, a *pen* paints them.
//! It needs no other crate of ours; every text and every formatted number is the caller's.
//!
//! On a page the marks stand at shares of the width while text keeps its size, so a chart reads the same at 320 px
//! and at 4K. What is laid out for a narrow room cannot collide in a wider one, since texts only get relatively
//! smaller. `charts.css` gives the class names their colours and shows the wide or the narrow drawing.

mod canvas;
mod caption;
mod measure;
mod paint;
mod palette;

mod bars;
mod choropleth;
mod columns;
mod likert;
mod sparkline;
mod timeline;
mod world;

pub use bars::{Bar, Bars, Part};
pub use caption::Caption;
pub use choropleth::{Choropleth, Country};
pub use columns::{Column, Columns};
pub use likert::{Likert, Statement};
pub use palette::{Palette, Tone};
pub use sparkline::Sparkline;
pub use timeline::{Activity, Tick, Timeline};

/// The style sheet that goes with the class names.
pub const STYLE: &str = include_str!("../charts.css");

#[cfg(test)]
mod tests;
