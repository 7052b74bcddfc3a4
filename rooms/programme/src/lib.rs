//! What the edition is, and who answers for it.
//!
//! Its words: a [`Programme`] has [`Edition`]s, an edition has [`Activity`]s, [`Partnership`]s, prose and a
//! communiqué; a team holds roles. Needs the platform; tells nobody.

pub mod actions;
pub mod edition;
mod here;
pub mod model;
pub mod pages;
mod refusal;
pub mod store;
#[cfg(test)]
mod tests;

pub use here::Here;
pub use model::{Activity, ActivityKind, Aim, Communique, Edition, NamedDay, Organisation, Partnership, Pillar, Programme, Recommendation, Role, Source};
pub use refusal::ProgrammeRefusal;
