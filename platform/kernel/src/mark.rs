//! What the identities that cross rooms identify. The rooms hold the things; these are only their names.

/// A person or service that may sign in.
pub enum Account {}
/// A role that an account holds.
pub enum Grant {}
/// A signed-in browser.
pub enum WebSession {}
/// A letter that was written to somebody.
pub enum Letter {}
/// A programme, over all its years.
pub enum Programme {}
/// One year of a programme.
pub enum Edition {}
/// A part of an edition: a series, a training, a summit.
pub enum Activity {}
/// A session of an activity.
pub enum Session {}
/// An organisation.
pub enum Organisation {}
/// A person of an edition.
pub enum Person {}
/// A registration of a person for a session.
pub enum Registration {}
/// A stored file.
pub enum File {}
/// A line of the journal.
pub enum Entry {}
/// Later work.
pub enum Job {}
