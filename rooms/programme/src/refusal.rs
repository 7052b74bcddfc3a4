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
    /// A day that must be yet to come has passed.
    #[error("{0} has passed")]
    DayPassed(&'static str),
    /// What stands in a field is none of its choices.
    #[error("{0} is none of the choices")]
    NoChoice(&'static str),
    /// Nobody knows this zone.
    #[error("no zone of this name")]
    NoZone,
    /// What stands in a field cannot be a key.
    #[error("no key")]
    NoKey,
    /// The key belongs to another thing, or did once: its address still leads there.
    #[error("the key is or was another's")]
    KeyTaken,
    /// Neither an organisation nor a note was given.
    #[error("neither an organisation nor a note")]
    NobodyNamed,
    /// An organisation has a name.
    #[error("an organisation without a name")]
    NoOrganisationName,
    /// An organisation of this key or name is known already.
    #[error("known already by its {0}")]
    OrganisationKnown(&'static str),
    /// Something refers to the organisation.
    #[error("something refers to the organisation")]
    OrganisationInUse,
    /// The organisation has this role already.
    #[error("it has this role already")]
    PartnerAlready,
    /// Somebody else changed it since the form was opened.
    #[error("somebody else changed it meanwhile")]
    ChangedMeanwhile,
    /// There is no change that could be taken back.
    #[error("nothing to take back")]
    NothingToUndo,
    /// The last person of the secretariat cannot be taken away.
    #[error("the last person of the secretariat")]
    LastOfSecretariat,
    /// The role reaches further than the role of whoever would end it.
    #[error("held beyond what the actor may end")]
    HeldBeyond,
    /// They hold this role already.
    #[error("they hold this role already")]
    HoldsAlready,
    /// The account was ended and signs in no more.
    #[error("the account has ended")]
    AccountEnded,
    /// They still hold a role, here or elsewhere.
    #[error("they still hold a role")]
    HoldsStill,
    /// What the account told about its holder was erased already.
    #[error("erased already")]
    Erased,
    /// The box that confirms an erasure is not ticked.
    #[error("not confirmed")]
    NotConfirmed,
    /// A name is missing.
    #[error("a name is missing")]
    NoName,
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
            Self::DayPassed(_) => "programme-day-passed",
            Self::NoChoice(_) => "programme-no-choice",
            Self::NoZone => "programme-no-zone",
            Self::NoKey => "programme-no-key",
            Self::KeyTaken => "programme-key-taken",
            Self::NobodyNamed => "programme-nobody-named",
            Self::NoOrganisationName => "programme-no-organisation-name",
            Self::OrganisationKnown(_) => "programme-organisation-known",
            Self::OrganisationInUse => "programme-organisation-in-use",
            Self::PartnerAlready => "programme-partner-already",
            Self::ChangedMeanwhile => "programme-changed-meanwhile",
            Self::NothingToUndo => "programme-nothing-to-undo",
            Self::LastOfSecretariat => "programme-last-of-secretariat",
            Self::HeldBeyond => "programme-held-beyond",
            Self::HoldsAlready => "programme-holds-already",
            Self::AccountEnded => "programme-account-ended",
            Self::HoldsStill => "programme-holds-still",
            Self::Erased => "programme-erased-already",
            Self::NotConfirmed => "programme-not-confirmed",
            Self::NoName => "programme-no-name",
            Self::NoAddress => "programme-no-address",
            Self::NoSuchDay => "programme-no-such-day",
        })
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::ChangedMeanwhile
            | Self::NothingToUndo
            | Self::OrganisationInUse
            | Self::LastOfSecretariat
            | Self::HeldBeyond
            | Self::HoldsStill
            | Self::Erased => RefusalKind::TooLate,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::EndsBeforeItStarts => Some("ends_on"),
            Self::NoTitle => Some("title_en"),
            Self::NoDay(field) | Self::DayPassed(field) | Self::NoChoice(field) | Self::OrganisationKnown(field) => {
                Some(field)
            }
            Self::NoZone => Some("zone"),
            Self::NoKey | Self::KeyTaken => Some("key"),
            Self::NobodyNamed | Self::PartnerAlready => Some("organisation"),
            Self::HoldsAlready => Some("role"),
            Self::NoName | Self::NoOrganisationName => Some("name"),
            Self::AccountEnded | Self::NoAddress => Some("email"),
            Self::NoSuchDay => Some("day"),
            Self::NotConfirmed => Some("confirmed"),
            Self::ChangedMeanwhile
            | Self::NothingToUndo
            | Self::OrganisationInUse
            | Self::LastOfSecretariat
            | Self::HeldBeyond
            | Self::HoldsStill
            | Self::Erased => None,
        }
    }
}
