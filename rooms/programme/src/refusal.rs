//! The ways in which this room says no.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why something about an edition could not be changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProgrammeRefusal {
    /// The last day lies before the first.
    #[error("the last day lies before the first")]
    EndsBeforeItStarts,
    /// A title is missing.
    #[error("a title is missing")]
    NoTitle,
    /// What stands in a field is no day.
    #[error("{0} is no day")]
    NoDay(&'static str),
    /// Somebody else changed it since the form was opened.
    #[error("somebody else changed it meanwhile")]
    ChangedMeanwhile,
    /// The last person of the secretariat cannot be taken away.
    #[error("the last person of the secretariat")]
    LastOfSecretariat,
    /// This is no email address.
    #[error("no email address")]
    NoAddress,
    /// There is no such day on the demonstration's clock.
    #[error("no such day")]
    NoSuchDay,
}

impl Refusal for ProgrammeRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::EndsBeforeItStarts => "programme-ends-before-it-starts",
            Self::NoTitle => "programme-no-title",
            Self::NoDay(_) => "programme-no-day",
            Self::ChangedMeanwhile => "programme-changed-meanwhile",
            Self::LastOfSecretariat => "programme-last-of-secretariat",
            Self::NoAddress => "programme-no-address",
            Self::NoSuchDay => "programme-no-such-day",
        })
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::ChangedMeanwhile | Self::LastOfSecretariat => RefusalKind::TooLate,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::EndsBeforeItStarts => Some("ends_on"),
            Self::NoTitle => Some("title_en"),
            Self::NoDay(field) => Some(field),
            Self::NoAddress => Some("email"),
            Self::NoSuchDay => Some("day"),
            Self::ChangedMeanwhile | Self::LastOfSecretariat => None,
        }
    }
}
