//! The ways in which this room says no.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why a report is not handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportRefusal {
    /// The edition is still being imported.
    #[error("the record is still being counted")]
    StillCounting,
    /// Something in the manuscript must be mended first; the desk says what.
    #[error("the report cannot be printed as it stands")]
    NotPrinted,
}

impl Refusal for ReportRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::StillCounting => "report-still-counting",
            Self::NotPrinted => "report-not-printed",
        })
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::TooLate
    }
}
