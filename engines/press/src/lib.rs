//! The press turns a manuscript into a tagged, archivable PDF.
//! Its words: a manuscript is a typst source with its files; faces are fonts; a finding is something a person must mend.
//! It needs everything handed in, the day included, and answers the same input with the same bytes.

mod faces;
mod finding;
mod house;
mod manuscript;
mod printing;
mod world;

pub use faces::Fonts;
pub use finding::{Finding, Matter, NotPrinted, Place};
pub use house::house;
pub use manuscript::Manuscript;
pub use printing::{Printed, print, rest};

#[cfg(test)]
mod tests;
