//! Every night, once an edition, its links are asked for.

use host::{App, Result, jobs};
use jiff::SignedDuration;

use super::{refusal::Silence, round::CheckLinks, store};

/// From which hour on, where the edition is held: others' servers have least to do then.
const HOUR: i8 = 3;

/// After how long the answer of an address that nobody asks for any more is forgotten.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(60 * 24);

/// Puts off this night's rounds; called every few minutes, it writes once a night.
pub async fn nightly(app: &App) -> Result<()> {
    if Silence::of(app).is_some() {
        return Ok(());
    }
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let mut due = Vec::new();
    for it in programme::editions(&mut conn).await? {
        let local = now.to_zoned_datetime(it.time_zone());
        let had = store::round(&mut conn, it.id).await?.and_then(|it| it.night);
        if local.hour() >= HOUR && had.is_none_or(|it| it < local.date()) {
            due.push((it.id, local.date()));
        }
    }
    drop(conn);
    if due.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    for (edition, night) in due {
        // Of several nodes one takes the night.
        if store::take_night(&mut tx, edition, night).await? {
            jobs::later(app, &mut tx, &CheckLinks { edition }).await?;
        }
    }
    store::forget(&mut tx, now - FORGOTTEN).await?;
    Ok(tx.commit().await?)
}
