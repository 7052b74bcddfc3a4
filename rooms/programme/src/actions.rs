//! The verbs of this room: may they, can it, do it, say it.
//!
//! What a form can mend comes back as the inner `Err`, everything at once; nothing is written then.

pub mod activity;
pub mod clock;
pub mod erasing;
pub mod organisation;
pub mod partnership;
pub mod team;
pub mod text;

use crate::ProgrammeRefusal;

/// Done, or everything that must be mended first.
pub type Done<T = ()> = host::Result<Result<T, Vec<ProgrammeRefusal>>>;

#[allow(clippy::unnecessary_wraps, reason = "it stands where an action answers")]
fn refused<T>(refusal: ProgrammeRefusal) -> Done<T> {
    Ok(Err(vec![refusal]))
}
