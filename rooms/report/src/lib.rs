//! What an edition came to: its figures, each with its definition and its rows, and its report on the web and in print.
//!
//! Its words: a [`Figure`] is an indicator that was computed as of a moment; a report is gathered once and shown twice.
//! Needs every earlier room and the engines charts and press; tells nobody.

mod compose;
pub mod document;
mod drawings;
mod elements;
mod figures;
pub mod findings;
mod gather;
mod history;
mod manuscript;
pub mod model;
pub mod outside;
pub mod pages;
mod print;
pub mod protected;
pub mod publication;
mod refusal;
#[cfg(test)]
mod tests;

pub use figures::{Figure, all_figures, facts, figure, key_figures, sourced};
pub use print::{Edition as PrintedEdition, print};
pub use refusal::ReportRefusal;
