//! A form that was not taken, on its way back to whoever sent it.

use ui::form::Filled;

use crate::{Refusal, RefusalKind};

/// A form that was not taken: as it was sent, with everything that is wrong with it, and the status of its answer.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The form.
    pub filled: Filled,
    /// 422 where it can be mended, 409 where somebody was faster or the moment has passed.
    pub status: u16,
}

impl Kept {
    /// Marks what is wrong at its fields; what is about no field stands at `first`.
    pub fn new<R: Refusal>(mut sent: Filled, wrong: &[R], first: &str) -> Self {
        for refusal in wrong {
            sent.wrong(refusal.field().unwrap_or(first), refusal.say());
        }
        let late = wrong.iter().any(|it| it.kind() == RefusalKind::TooLate);
        Self { filled: sent, status: if late { 409 } else { 422 } }
    }
}
