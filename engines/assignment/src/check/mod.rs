//! The checker: counts an assignment and its proof again, from the sheets and by ids, for anybody who doubts them.
//!
//! It shares the words of the model and no arithmetic with what found the assignment: it knows no network and no flow. Every
//! claim is a sentence that holds or does not; what holds was proved by adding and comparing whole numbers.

mod certificate;
mod counting;
mod prices;

pub use certificate::{Certificate, Claim, Doubt, Verdict, verify};
pub use counting::{Breach, Counted, count};
pub use prices::{Unpriced, bound_above_floor, bound_of_total, is_out_of_reach};
