//! What follows from what: read this once, and you know the programme.

use db::Tx;
use host::{App, Fact, Result};

type Followed<'a> = std::pin::Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Follows a fact through the rooms, in the transaction in which it happened.
pub(crate) fn follow<'a>(app: &'a App, tx: &'a mut Tx, fact: Fact) -> Followed<'a> {
    Box::pin(async move {
        match fact {
            Fact::SessionMoved(session) => agenda::told_of_move(app, tx, session).await,
            Fact::SessionCancelled(session) => agenda::told_of_cancellation(app, tx, session).await,
            Fact::PersonErased(person) => agenda::told_of_erasure(app, tx, person).await,
            // Nothing follows yet; the line is here so that whoever adds a consequence finds its place.
            Fact::Registered(_) | Fact::Withdrawn(_) | Fact::AccountEnded(_) => Ok(()),
        }
    })
}
