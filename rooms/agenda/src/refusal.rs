//! The ways in which this room says no.

use host::{Refusal, RefusalKind};
use kernel::Say;

/// Why something about a session or a registration could not be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgendaRefusal {
    /// Nobody can be greeted without a name.
    #[error("a name is missing")]
    NoName,
    /// What stands in a field is longer than anybody's name.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// A name or organisation holds a web address.
    #[error("{0} holds a web address")]
    HoldsAddress(&'static str),
    /// This is no email address.
    #[error("no email address")]
    NoAddress,
    /// This is no country of the list.
    #[error("no country of the list")]
    NoCountry,
    /// Every place is taken.
    #[error("every place is taken")]
    Full,
    /// The session has begun.
    #[error("the session has begun")]
    Begun,
    /// The session was called off.
    #[error("the session was called off")]
    Cancelled,
    /// The session is for participants only.
    #[error("for participants only")]
    ParticipantsOnly,
    /// A title is missing.
    #[error("a title is missing")]
    NoTitle,
    /// What stands in a field is no day.
    #[error("{0} is no day")]
    NoDay(&'static str),
    /// What stands in a field is no time.
    #[error("{0} is no time")]
    NoTime(&'static str),
    /// The session would end before it starts.
    #[error("it would end before it starts")]
    EndsBeforeItStarts,
    /// This is no number of people.
    #[error("no number of people")]
    NoCapacity,
    /// This is no address of the web.
    #[error("no address of the web")]
    NoLink,
    /// Somebody else changed it since the form was opened.
    #[error("somebody else changed it meanwhile")]
    ChangedMeanwhile,
    /// There is no change that could be taken back.
    #[error("nothing to take back")]
    NothingToUndo,
    /// Nobody can have been present before a session begins.
    #[error("the session has not begun")]
    NotBegun,
    /// This is no number of minutes.
    #[error("no number of minutes")]
    NoMinutes,
    /// A line of a pasted list cannot be read.
    #[error("line {0} cannot be read")]
    NoLine(usize),
    /// A line of a pasted list names an address that is not registered.
    #[error("line {0} names nobody who is registered")]
    NobodyRegistered(usize, String),
}

impl Refusal for AgendaRefusal {
    fn say(&self) -> Say {
        let key = match self {
            Self::NoName => "agenda-no-name",
            Self::TooLong(_) => "agenda-too-long",
            Self::HoldsAddress(_) => "agenda-holds-address",
            Self::NoAddress => "agenda-no-address",
            Self::NoCountry => "agenda-no-country",
            Self::Full => "agenda-full-why",
            Self::Begun => "agenda-begun-why",
            Self::Cancelled => "agenda-cancelled-why",
            Self::ParticipantsOnly => "agenda-participants-only-why",
            Self::NoTitle => "agenda-no-title",
            Self::NoDay(_) => "agenda-no-day",
            Self::NoTime(_) => "agenda-no-time",
            Self::EndsBeforeItStarts => "agenda-ends-before-it-starts",
            Self::NoCapacity => "agenda-no-capacity",
            Self::NoLink => "agenda-no-link",
            Self::ChangedMeanwhile => "agenda-changed-meanwhile",
            Self::NothingToUndo => "agenda-nothing-to-undo",
            Self::NotBegun => "agenda-not-begun",
            Self::NoMinutes => "agenda-no-minutes",
            Self::NoLine(line) => return Say::new("agenda-no-line").with("line", line.to_string()),
            Self::NobodyRegistered(line, address) => {
                return Say::new("agenda-nobody-registered")
                    .with("line", line.to_string())
                    .with("address", address.as_str());
            }
        };
        Say::new(key)
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Full
            | Self::Begun
            | Self::Cancelled
            | Self::ParticipantsOnly
            | Self::ChangedMeanwhile
            | Self::NothingToUndo
            | Self::NotBegun => RefusalKind::TooLate,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoName => "name",
            Self::TooLong(field) | Self::HoldsAddress(field) | Self::NoDay(field) | Self::NoTime(field) => field,
            Self::NoAddress => "email",
            Self::NoCountry => "country",
            Self::NoTitle => "title_en",
            Self::EndsBeforeItStarts => "ends",
            Self::NoCapacity => "capacity",
            Self::NoLink => "joining",
            Self::NoLine(_) | Self::NobodyRegistered(..) => "lines",
            _ => return None,
        })
    }
}
