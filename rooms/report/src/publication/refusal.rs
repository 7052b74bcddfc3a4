//! The ways in which a report is not published, and a copy not looked at.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why nothing was published, or nothing verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicationRefusal {
    /// Something stands in the way; the page lists it.
    #[error("something stands in the way of the publication")]
    InTheWay,
    /// The record kept changing while the report was printed.
    #[error("the record changed while the report was printed")]
    ChangedMeanwhile,
    /// No file was sent.
    #[error("no file was sent")]
    NoFile,
    /// The file is larger than can be taken.
    #[error("the file is too large")]
    TooLarge,
}

impl Refusal for PublicationRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::InTheWay => "report-publish-in-the-way",
            Self::ChangedMeanwhile => "report-publish-changed-meanwhile",
            Self::NoFile => "report-verify-no-file",
            Self::TooLarge => "report-verify-too-large",
        })
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::NoFile | Self::TooLarge => RefusalKind::Invalid,
            Self::InTheWay | Self::ChangedMeanwhile => RefusalKind::TooLate,
        }
    }

    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::NoFile | Self::TooLarge).then_some("file")
    }
}
