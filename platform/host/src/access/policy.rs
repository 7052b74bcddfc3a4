//! The policy: one match that a person who does not program can read.

use kernel::{Id, mark};

use super::{Actor, Role};

/// Something that somebody would like to do, with the facts that decide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// See the edition's desk.
    OpenDesk(Id<mark::Edition>),
    /// Change activities, sessions, partnerships and texts.
    EditEdition(Id<mark::Edition>),
    /// See the people of the edition with what they told us.
    ReadPeople(Id<mark::Edition>),
    /// Correct what stands there about a person.
    EditPeople(Id<mark::Edition>),
    /// Erase what a person told us, for good.
    ErasePeople(Id<mark::Edition>),
    /// See who registered.
    ReadRegistrations(Id<mark::Edition>),
    /// Register, withdraw or mark others as present.
    EditRegistrations(Id<mark::Edition>),
    /// See the rows behind a figure.
    ReadRows(Id<mark::Edition>),
    /// See the letters that were written.
    ReadOutbox(Id<mark::Edition>),
    /// Send, stop or correct letters, and take in bounces.
    EditOutbox(Id<mark::Edition>),
    /// See who did what and when.
    ReadJournal(Id<mark::Edition>),
    /// See the team.
    ReadTeam(Id<mark::Edition>),
    /// Give and end roles.
    EditTeam(Id<mark::Edition>),
    /// Set the demonstration's clock.
    SetClock(Id<mark::Edition>),
    /// See and end one's own signed-in browsers and passkeys.
    EditOwnAccount(Id<mark::Account>),
}

impl Act {
    /// Every act on an edition, for the golden table.
    pub fn on_edition(edition: Id<mark::Edition>) -> [Self; 14] {
        [
            Self::OpenDesk(edition),
            Self::EditEdition(edition),
            Self::ReadPeople(edition),
            Self::EditPeople(edition),
            Self::ErasePeople(edition),
            Self::ReadRegistrations(edition),
            Self::EditRegistrations(edition),
            Self::ReadRows(edition),
            Self::ReadOutbox(edition),
            Self::EditOutbox(edition),
            Self::ReadJournal(edition),
            Self::ReadTeam(edition),
            Self::EditTeam(edition),
            Self::SetClock(edition),
        ]
    }

    /// The edition in which it would be done.
    pub fn edition(self) -> Option<Id<mark::Edition>> {
        match self {
            Self::OpenDesk(it)
            | Self::EditEdition(it)
            | Self::ReadPeople(it)
            | Self::EditPeople(it)
            | Self::ErasePeople(it)
            | Self::ReadRegistrations(it)
            | Self::EditRegistrations(it)
            | Self::ReadRows(it)
            | Self::ReadOutbox(it)
            | Self::EditOutbox(it)
            | Self::ReadJournal(it)
            | Self::ReadTeam(it)
            | Self::EditTeam(it)
            | Self::SetClock(it) => Some(it),
            Self::EditOwnAccount(_) => None,
        }
    }
}

/// Whether an actor may do something.
pub fn allows(actor: &Actor, act: Act) -> bool {
    let secretariat = |edition| actor.is(Role::Secretariat, edition);
    let auditor = |edition| actor.is(Role::Auditor, edition);
    match act {
        Act::OpenDesk(it)
        | Act::ReadPeople(it)
        | Act::ReadRegistrations(it)
        | Act::ReadRows(it)
        | Act::ReadOutbox(it)
        | Act::ReadJournal(it)
        | Act::ReadTeam(it) => secretariat(it) || auditor(it),

        Act::EditEdition(it)
        | Act::EditPeople(it)
        | Act::ErasePeople(it)
        | Act::EditRegistrations(it)
        | Act::EditOutbox(it)
        | Act::EditTeam(it)
        | Act::SetClock(it) => secretariat(it),

        Act::EditOwnAccount(account) => actor.account == account,
    }
}
