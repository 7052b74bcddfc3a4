//! Links to other sites: asked from time to time whether they still answer; what was answered is a fact of the record.
//!
//! Its words: an *address* stands in prose or behind a figure; a [`Check`] is what was answered there last; a *round* asks
//! for all addresses of an edition. A demonstration asks nobody, and neither does an installation that nobody could reach.

mod addresses;
mod answer;
mod asking;
mod gathered;
mod night;
mod public;
mod questions;
mod refusal;
mod round;
mod shown;
mod standing;
mod store;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub use answer::{Answer, Outcome, Why};
pub use night::nightly;
pub use refusal::{OutsideRefusal, Silence};
pub use round::{CheckLinks, check_now};
pub use standing::{Asked, Check};

pub(crate) use addresses::addresses;
pub(crate) use shown::{Links, told};
pub(crate) use standing::Standing;
