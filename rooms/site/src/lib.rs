//! The site: gathers what the rooms show in public, and makes what stands around every page.
//!
//! Its words: a *frame* is the masthead and the footer, a *row* announces a session or an activity, a *find* is what a
//! search meets. Needs every earlier room; tells nobody. What is not yet so on the clock's day is not shown.

mod chronicle;
mod finds;
mod fold;
mod forwarding;
mod frame;
mod meta;
pub mod pages;
mod rows;
#[cfg(test)]
mod tests;
mod timeline;
mod zones;

pub use frame::frame;
