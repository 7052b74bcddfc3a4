//! Open data, from plain structs to files: results as IATI activities, tables as a Frictionless data package.
//!
//! Its words: an *activity* reports its *results*, each known by *indicators*; a *package* carries *tables*, described
//! *field* by field; a *flaw* is why something cannot be published as it stands.
//! It needs no other crate of ours. Every sentence in what it writes is the caller's, in the caller's languages; the
//! same structs always give the same bytes, and the only time in them is the one that was handed in.

mod flaw;
pub mod iati;
pub mod package;

pub use flaw::{Flaw, Unpublishable};
