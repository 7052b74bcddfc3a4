//! What can go wrong between a statement and the disk.

/// The result of a statement.
pub type Result<T> = std::result::Result<T, Error>;

/// A statement that the database did not carry out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine refused or could not be reached.
    #[error("the database answered: {0}")]
    Engine(#[from] sqlx::Error),
    /// A stored value is not what its column should hold.
    #[error("column {column} holds what cannot be read: {reason}")]
    Unreadable {
        /// The column's name.
        column: String,
        /// What its type said.
        reason: String,
    },
    /// A migration of the book has changed since it was applied, or a newer program has been here.
    #[error("{0}")]
    Book(String),
    /// The batch in which this transaction was to be made durable was lost.
    #[error("the change could not be made durable: {0}")]
    NotDurable(String),
    /// The address does not name a database that Convoke can use.
    #[error("{0}")]
    Address(String),
}

impl Error {
    /// Whether the statement failed since a row with the same unique values exists already.
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Database(it)) => it.is_unique_violation(),
            _ => false,
        }
    }
}
