//! The three answers that are not the wished-for one: refused, hidden, and our own fault.

use std::fmt::Debug;

use kernel::Say;

/// What an action or a page gives, or why it does not.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an action or a page did not give what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The reader can mend it.
    #[error("refused: {0}")]
    Refused(Box<dyn Refusal>),
    /// There is no such thing, or none that this reader may know of.
    #[error("hidden")]
    Hidden,
    /// The reader knows that it exists, and may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// Only somebody who is signed in may go on.
    #[error("not signed in")]
    SignInFirst,
    /// The link that was followed is no longer good.
    #[error("a link that has ended")]
    LinkEnded,
    /// Too many at once from the same place.
    #[error("too many at once")]
    TooMany,
    /// Ours: logged once, with a number that the page repeats.
    #[error("fault: {0}")]
    Fault(String),
}

/// A way in which a room says no.
pub trait Refusal: Debug + std::fmt::Display + Send + Sync + 'static {
    /// The sentence for the reader.
    fn say(&self) -> Say;

    /// What kind of no it is.
    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    /// The field of the form that it is about.
    fn field(&self) -> Option<&'static str> {
        None
    }
}

/// What kind of no a refusal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// What was sent must be mended.
    Invalid,
    /// The moment has passed, or somebody else was first.
    TooLate,
}

impl<R: Refusal> From<R> for Error {
    fn from(refusal: R) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Self::Fault(error.to_string())
    }
}

impl Error {
    /// A fault of ours, for the log.
    pub fn fault(what: impl std::fmt::Display) -> Self {
        Self::Fault(what.to_string())
    }
}

/// Turns what is not there into the hidden answer.
pub trait Found<T> {
    /// The thing, or [`Error::Hidden`].
    fn found(self) -> Result<T>;
}

impl<T> Found<T> for Option<T> {
    fn found(self) -> Result<T> {
        self.ok_or(Error::Hidden)
    }
}
