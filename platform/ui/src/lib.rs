//! The look and the voice: everything that a reader sees or hears is shaped here.
//!
//! Its words: a [`Reader`] has a language and a zone, [`Words`] is the message catalogue, a
//! [`Document`] is a whole page, [`form`] makes forms. Needs the kernel; tells nobody.

pub mod assets;
mod days;
mod document;
mod edited;
pub mod form;
mod frame;
mod markdown;
mod numbers;
mod reader;
mod table;
mod times;
mod words;

pub use document::Document;
pub use edited::{Edited, digest, is_as_opened};
pub use frame::{Frame, Link, RailItem, Section, dress_desk, dress_plain, dress_site};
pub use markdown::markdown;
pub use maud::{Markup, PreEscaped, Render, html};
pub use reader::Reader;
pub use table::{heads, heads_and_counts};
pub use words::{Words, catalogue};
