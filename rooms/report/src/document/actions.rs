//! The verbs about reports: may they, can it, do it, say it.
//!
//! What a form can mend comes back as the inner `Err`, everything at once; nothing is written then.

pub mod chapter;
pub mod chapters;
pub mod logo;
pub mod report;
pub mod target;
pub mod waiver;

use super::DocumentRefusal;

/// Done, or everything that must be mended first.
pub type Done<T = ()> = host::Result<Result<T, Vec<DocumentRefusal>>>;

#[allow(clippy::unnecessary_wraps, reason = "it stands where an action answers")]
fn refused<T>(refusal: DocumentRefusal) -> Done<T> {
    Ok(Err(vec![refusal]))
}
