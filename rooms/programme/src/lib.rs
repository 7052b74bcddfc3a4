//! What the edition is, and who answers for it.
//!
//! Its words: a [`Programme`] has [`Edition`]s, an edition has [`Activity`]s, [`Partnership`]s, prose and a
//! communiqué; a team holds roles. Needs the platform; tells [`host::Fact::AccountEnded`].

pub mod actions;
mod at_desk;
pub mod edition;
pub mod fields;
mod here;
mod letters;
pub mod model;
pub mod pages;
mod refusal;
pub mod sample;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    clock::restore as restore_clock,
    erasing::{Held, erase_oneself, held_by},
};
pub use at_desk::AtDesk;
pub use here::Here;
pub use model::{
    Activity, ActivityKind, Aim, Communique, Edition, NamedDay, Organisation, Partnership, Pillar, Programme,
    Recommendation, Role, Source,
};
pub use refusal::ProgrammeRefusal;
pub use store::{
    KeyedProse, activities, activity, add_redirect, aims, all_prose, communique, countries, edition, editions,
    institutions, named_days, organisations, partnerships, pillars, programme, programme_by_key, programmes, prose,
    recommendations, redirect, set_reported,
};
