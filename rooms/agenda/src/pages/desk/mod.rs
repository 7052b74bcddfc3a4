//! The agenda on the desk: sessions, their registrations, and who came.

pub(super) mod cancel;
pub(super) mod export;
mod history;
pub(super) mod list;
pub(super) mod paste;
pub(super) mod registrations;
pub(super) mod session;
pub(super) mod withdraw;

use maud::{Markup, html};
use programme::Here;
use ui::Reader;

use crate::Session;

/// The path of a session on the desk, or of a page below it.
fn path(here: &Here, session: &Session, rest: &str) -> String {
    here.desk(&format!("sessions/{}{rest}", session.key))
}

/// What stands at the top of every page about one session.
fn heading(reader: &Reader, here: &Here, session: &Session, title: &str) -> Markup {
    html! {
        p.label { a href=(reader.href(&here.desk("sessions"))) { (reader.say("agenda-rail-sessions")) } " · " (reader.words(&session.activity_title)) }
        h1 { (title) }
        p { (reader.span(session.starts_at, session.ends_at, &session.time_zone())) }
    }
}
