//! What this room does when it hears of a fact.

use db::Tx;
use host::{App, Found, Result};
use kernel::{Id, mark};

use crate::{
    jobs,
    letters::{self, Desk, Kind},
    store,
};

/// Tells everybody who is registered that a session moved, and reminds them of the new day.
pub async fn told_of_move(app: &App, tx: &mut Tx, session: Id<mark::Session>) -> Result<()> {
    let session = store::session_by_id(tx, session).await?.found()?;
    if session.is_over(app.clock.now()) || session.is_cancelled() {
        return Ok(());
    }
    store::forget_reminders(tx, session.id).await?;
    let guests = store::guests(tx, session.id).await?;
    for guest in &guests {
        jobs::remind_in_time(app, tx, &session, guest.id).await?;
    }
    let desk = Desk::lay(tx, session).await?;
    for guest in &guests {
        desk.write(app, tx, Kind::Moved, guest).await?;
    }
    Ok(())
}

/// Tells everybody who is registered that a session was called off.
pub async fn told_of_cancellation(app: &App, tx: &mut Tx, session: Id<mark::Session>) -> Result<()> {
    let session = store::session_by_id(tx, session).await?.found()?;
    if session.is_over(app.clock.now()) {
        return Ok(());
    }
    let guests = store::guests(tx, session.id).await?;
    let desk = Desk::lay(tx, session).await?;
    for guest in &guests {
        desk.write(app, tx, Kind::Cancelled, guest).await?;
    }
    Ok(())
}

/// Withdraws somebody whose data were erased from what is yet to come, and ends their links.
pub async fn told_of_erasure(app: &App, tx: &mut Tx, person: Id<mark::Person>) -> Result<()> {
    for registration in store::registrations_of(tx, person).await? {
        letters::end_links(tx, registration).await?;
    }
    store::let_go(tx, person, app.clock.now()).await?;
    Ok(())
}
