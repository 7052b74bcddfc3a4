//! When and where: webinars and on-site days alike, who speaks in them, who registered, who came.
//!
//! Its words: a [`Session`] has [`Speaker`]s and registrations; a registration is withdrawn by link, and becomes an
//! attendance; a recording is put online. Needs programme and people; tells of registrations and of sessions that move.

pub mod actions;
mod attendance;
mod calendar;
mod consequences;
pub mod edition;
mod fields;
pub mod jobs;
mod letters;
pub mod model;
pub mod pages;
mod place;
mod refusal;
mod store;
#[cfg(test)]
mod tests;

pub use consequences::{told_of_cancellation, told_of_erasure, told_of_move};
pub use model::{Session, SessionKind, Speaker, SpeakerRole};
pub use place::REGISTRATION;
pub use refusal::AgendaRefusal;
pub use store::{
    counts, session, session_by_id, sessions, sessions_of, speakers, speakers_of_activity, speakers_of_session,
};
