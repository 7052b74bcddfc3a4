//! The nouns: what is filled in, what is wrong with it, and the round that is left when nothing is.

mod affinity;
mod checking;
mod flaw;
mod groups;
mod round;
mod sheets;

pub use affinity::{Affinity, NoAffinity};
pub use flaw::{Flaw, Sheet};
pub use groups::{Group, Trait};
pub use round::{Pair, Round};
pub use sheets::{Application, Fit, GroupRule, Pairing, Reviewer, Sheets, Unlisted};
