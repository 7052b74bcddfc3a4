//! Later work of this room.

use db::Tx;
use host::{App, Clock, Result, jobs, jobs::Job};
use jiff::SignedDuration;
use kernel::{Id, mark};
use serde::{Deserialize, Serialize};

use crate::{
    letters::{self, Kind},
    model::Session,
    store,
};

/// Reminds one guest of a session, a day before it starts.
#[derive(Debug, Serialize, Deserialize)]
pub struct Remind {
    /// The registration.
    pub registration: Id<mark::Registration>,
}

/// How early a reminder may be.
const EARLY: SignedDuration = SignedDuration::from_mins(5);

impl Job for Remind {
    const NAME: &'static str = "agenda.remind";

    async fn run(self, app: &App) -> Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        let Some(guest) = store::guest(&mut tx, self.registration).await? else { return Ok(()) };
        let Some(session) = store::session_by_id(&mut tx, guest.session_id).await? else { return Ok(()) };
        let void = guest.withdrawn_at.is_some() || guest.reminded_at.is_some();
        if void || session.is_cancelled() || session.has_begun(now) {
            return Ok(());
        }
        if session.reminder_at() > now + EARLY {
            remind_in_time(app, &mut tx, &session, self.registration).await?;
        } else if store::remind(&mut tx, guest.id, now).await? > 0 {
            letters::write(app, &mut tx, Kind::Reminder, session, &guest).await?;
        }
        Ok(tx.commit().await?)
    }
}

/// Puts off a reminder until a day before the session; none where that day has come, since a letter has just told it.
///
/// Work waits by the real clock: in a demonstration it waits as long as the clock that is shown would take.
pub(super) async fn remind_in_time(
    app: &App,
    tx: &mut Tx,
    session: &Session,
    registration: Id<mark::Registration>,
) -> Result<()> {
    let wait = session.reminder_at().duration_since(app.clock.now());
    if wait.is_positive() {
        jobs::at(app, tx, &Remind { registration }, Clock::real() + wait).await?;
    }
    Ok(())
}
