//! Stories told in a real browser, against the real program in a folder of its own.
//!
//! Its words: a [`House`] is a running demonstration, a [`Visitor`] sits before it with a browser, a [`Line`] asks it
//! over plain HTTP. Needs the built program, Debian's chromium and chromium-driver; knows nothing of the program's inside.

mod browser;
mod house;
mod http;
mod visitor;
mod webdriver;

pub use browser::Browser;
pub use house::{House, Role};
pub use http::{Answer, Line, encoded};
pub use visitor::{Manner, Visitor};
