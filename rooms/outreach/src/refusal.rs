//! The ways in which this room says no.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why something about letters could not be done.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutreachRefusal {
    /// Only a letter that was given up can be tried again.
    #[error("the letter was not given up")]
    NotGivenUp,
    /// What was pasted is no delivery status notification.
    #[error("no delivery status notification")]
    NoNotification,
    /// The notification names only addresses that may be reached later.
    #[error("nobody is unreachable for good")]
    OnlyDelayed,
}

impl Refusal for OutreachRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::NotGivenUp => "outreach-not-given-up",
            Self::NoNotification => "outreach-no-notification",
            Self::OnlyDelayed => "outreach-only-delayed",
        })
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::NotGivenUp => RefusalKind::TooLate,
            Self::NoNotification | Self::OnlyDelayed => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        (*self != Self::NotGivenUp).then_some("mail")
    }
}
