//! Reports as documents: chosen chapters with placeholders, in some languages, with a look.
//!
//! Its words: a [`Report`] is made of [`Chapter`]s; a [`Waiver`] is a finding one lives with, and why; a [`Target`] is
//! what an indicator was to reach.

pub mod actions;
pub mod edition;
pub mod fields;
pub mod logo;
pub mod model;
mod refusal;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Chapter, Look, Purpose, Report, Target, Waiver};
pub use refusal::DocumentRefusal;
pub use store::{
    PublicationRow, PublishedVersion, chapters, newest_version, newest_versions, publications, report, reports,
    targets, waivers, waivers_of_edition, written,
};
