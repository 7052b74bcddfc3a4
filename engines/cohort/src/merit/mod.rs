//! Merit: the best panel under the quotas, and what each applicant's place would cost it.

mod best;
mod floor;
#[cfg(test)]
mod tests;
mod tiers;

pub use best::{Best, best_panel};
pub use floor::{Admission, admit, tie_band};
pub use tiers::{Loss, Tier, Tiered, tiers};
