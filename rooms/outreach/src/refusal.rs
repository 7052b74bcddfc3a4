//! The ways in which this room says no.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why something about letters, observations or events could not be done.
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
    /// What stands there cannot be a key.
    #[error("no key")]
    NoKey,
    /// Something else that is observed has the key.
    #[error("the key is another's")]
    KeyTaken,
    /// A field of an observation is empty.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// What stands there is no number.
    #[error("{0} is no number")]
    NoNumber(&'static str),
    /// What stands there is no day.
    #[error("{0} is no day")]
    NoDay(&'static str),
    /// What stands there is no way in which people come together.
    #[error("{0} is no mode")]
    NoMode(&'static str),
    /// Another event has the key.
    #[error("the key is another event's")]
    EventKeyTaken,
    /// Somebody else changed it since the form was opened.
    #[error("somebody else changed it meanwhile")]
    ChangedMeanwhile,
    /// Nobody can have counted on a day that lies ahead.
    #[error("the day lies ahead")]
    DayAhead,
    /// The same thing was observed on this day already.
    #[error("observed on this day already")]
    DayTaken,
    /// Evidence on the web has an address of the web.
    #[error("no address of the web")]
    NoLink,
    /// There is no change that could be taken back.
    #[error("nothing to take back")]
    NothingToUndo,
}

impl Refusal for OutreachRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::NotGivenUp => "outreach-not-given-up",
            Self::NoNotification => "outreach-no-notification",
            Self::OnlyDelayed => "outreach-only-delayed",
            Self::NoKey => "outreach-no-key",
            Self::KeyTaken => "outreach-key-taken",
            Self::Missing(_) => "outreach-missing",
            Self::NoNumber(_) => "outreach-no-number",
            Self::NoDay(_) => "outreach-no-day",
            Self::NoMode(_) => "outreach-no-mode",
            Self::EventKeyTaken => "outreach-event-key-taken",
            Self::ChangedMeanwhile => "outreach-changed-meanwhile",
            Self::DayAhead => "outreach-day-ahead",
            Self::DayTaken => "outreach-day-taken",
            Self::NoLink => "outreach-no-link",
            Self::NothingToUndo => "outreach-nothing-to-undo",
        })
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::NotGivenUp | Self::ChangedMeanwhile | Self::NothingToUndo => RefusalKind::TooLate,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotGivenUp | Self::ChangedMeanwhile | Self::NothingToUndo => None,
            Self::NoNotification | Self::OnlyDelayed => Some("mail"),
            Self::NoKey | Self::KeyTaken | Self::EventKeyTaken => Some("key"),
            Self::Missing(field) | Self::NoNumber(field) | Self::NoDay(field) | Self::NoMode(field) => Some(field),
            Self::DayAhead | Self::DayTaken => Some("observed_on"),
            Self::NoLink => Some("link"),
        }
    }
}
