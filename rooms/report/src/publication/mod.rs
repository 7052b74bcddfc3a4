//! A publication: a report frozen with its figures and their rows, signed, and verifiable by anybody afterwards.
//!
//! Its words: a [`Manifest`] says what was published and travels inside the PDF; a [`Recount`] holds a publication
//! against the record; an [`Answer`] tells whether a copy is genuine. The key that signs is the installation's own.

mod changes;
mod freezing;
mod iati;
pub mod keys;
pub mod manifest;
mod model;
mod obstacles;
mod package;
mod planned;
mod pressing;
mod publishing;
mod recount;
mod refusal;
mod rows;
mod store;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod verifying;

pub use changes::Changes;
pub use freezing::Moments;
pub use manifest::Manifest;
pub use model::{FileKind, Publication, PublishedFile};
pub use obstacles::{Obstacle, Preview, preview};
pub use planned::{PublishPlanned, is_under_way};
pub use publishing::{Outcome, publish};
pub use recount::{Recounted, State, recount};
pub use refusal::PublicationRefusal;
pub(crate) use store::tellings;
pub use store::{files, newest, newest_final, publication, publications, stored};
pub use verifying::{Answer, Copy, Verdict, check, open};
