//! What has happened, told to the rooms that follow.

use kernel::{Id, mark};

/// Something that happened; what follows from it stands in the app's `consequences.rs`. Ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Somebody registered for a session.
    Registered(Id<mark::Registration>),
    /// Somebody withdrew from a session.
    Withdrawn(Id<mark::Registration>),
    /// The date, the time or the place of a session changed.
    SessionMoved(Id<mark::Session>),
    /// A session was called off.
    SessionCancelled(Id<mark::Session>),
    /// Somebody left: the account signs in no more.
    AccountEnded(Id<mark::Account>),
    /// A person's data were erased.
    PersonErased(Id<mark::Person>),
}
