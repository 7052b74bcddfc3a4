//! The seal signs a finished PDF with an installation's key, inside the file, so that any viewer can check it.
//! Its words: a key has a fingerprint and a certificate; a statement says who signs, why and when; a copy is genuine or it says in which way not.
//! It needs bytes, the moment and the randomness handed in, and answers the same input with the same bytes.

mod attached;
mod certificate;
mod envelope;
mod fingerprint;
mod key;
mod pdf;
mod refusal;
mod revision;
mod signing;
mod statement;
mod verifying;

pub use fingerprint::{Fingerprint, NotAFingerprint};
pub use key::{Key, Secret};
pub use refusal::{NotGenuine, SealError};
pub use signing::sign;
pub use statement::Statement;
pub use verifying::{MANIFEST, Verified, verify};

#[cfg(test)]
mod tests;
