//! The ways in which this room says no.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why something about a person or an account could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeopleRefusal {
    /// What was typed is no email address.
    #[error("no email address")]
    NoAddress,
    /// A name is missing.
    #[error("a name is missing")]
    NoName(&'static str),
    /// The person was erased already.
    #[error("erased already")]
    Erased,
    /// The box that confirms an erasure is not ticked.
    #[error("not confirmed")]
    NotConfirmed,
    /// The language is none that the program speaks.
    #[error("no language of the program")]
    NoLanguage,
    /// The passkey could not be verified, or its ceremony took too long.
    #[error("the passkey could not be verified")]
    Passkey,
}

impl Refusal for PeopleRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::NoAddress => "people-no-address",
            Self::NoName(_) => "people-no-name",
            Self::Erased => "people-erased-already",
            Self::NotConfirmed => "people-not-confirmed",
            Self::NoLanguage => "people-no-language",
            Self::Passkey => "people-passkey-failed",
        })
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Erased => RefusalKind::TooLate,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoAddress => Some("email"),
            Self::NoName(field) => Some(field),
            Self::NotConfirmed => Some("confirmed"),
            Self::NoLanguage => Some("language"),
            Self::Erased | Self::Passkey => None,
        }
    }
}
