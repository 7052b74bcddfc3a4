//! What every room stands on: the application, the web, who may do what, the journal, later work, the post, files.
//!
//! Its words: an [`App`] holds the installation, an [`Actor`] acts, a [`Gate`] stands before every route,
//! an [`Act`] is asked of the policy. Needs db and ui; tells the rooms nothing, and hears of them by [`Fact`]s.

pub mod access;
mod app;
mod clock;
pub mod config;
pub mod erasing;
mod error;
mod fact;
pub mod figures;
pub mod files;
pub mod folder;
pub mod jobs;
pub mod journal;
pub mod links;
pub mod post;
pub mod readings;
pub mod secrets;
pub mod sessions;
pub mod settings;
pub mod sign_in;
pub mod testing;
pub mod web;

pub use access::{Act, Actor, Role};
pub use app::{App, Assembly, FrameFor};
pub use clock::Clock;
pub use error::{Error, Found, Refusal, RefusalKind, Result};
pub use fact::Fact;
pub use web::{Ask, Download, Gate, Kept, Page, Routes, Sent, Visitor, redirect};
