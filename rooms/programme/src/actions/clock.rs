//! The demonstration's clock.

use host::{Act, Actor, App, Clock, Error, Result, journal, settings};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Here, ProgrammeRefusal, store};

/// The name under which the installation remembers the day that was set.
const SETTING: &str = "clock";

/// The day that was set, as it is remembered.
#[derive(Serialize, Deserialize)]
struct SetDay {
    day: String,
    at: Timestamp,
}

/// Sets the demonstration's clock to one of its named days.
pub async fn set(app: &App, actor: &Actor, here: &Here, day: &str) -> Result<()> {
    actor.may(Act::SetClock(here.edition.id))?;
    if !app.demonstration {
        return Err(Error::Hidden);
    }
    let mut tx = app.db.write().await?;
    let days = store::named_days(&mut tx, here.edition.id).await?;
    let chosen = days.iter().find(|it| it.key.as_str() == day).ok_or(ProgrammeRefusal::NoSuchDay)?;
    let before = days.iter().find(|it| it.at == app.clock.now());
    let before = before.map_or_else(|| app.clock.now().to_string(), |it| it.key.to_string());
    let remembered = SetDay { day: chosen.key.to_string(), at: chosen.at };
    settings::set(&mut tx, SETTING, &remembered, Clock::real()).await?;
    journal::Entry::by(actor, "journal-programme-clock-set", "edition", here.edition.id)
        .within(here.edition.id)
        .change("clock", before, &chosen.key)
        .write(&mut tx)
        .await?;
    tx.commit().await?;
    app.clock.set(Some(chosen.at));
    Ok(())
}

/// Sets a demonstration's clock at start: to the day that was set last, else to the usual one. Elsewhere it does nothing.
pub async fn restore(app: &App) -> Result<()> {
    if !app.demonstration {
        return Ok(());
    }
    let mut conn = app.db.read().await?;
    let remembered: Option<SetDay> = settings::get(&mut conn, SETTING).await?;
    drop(conn);
    let at = match remembered {
        Some(it) => Some(it.at),
        None => usual_day(app).await?,
    };
    if at.is_some() {
        app.clock.set(at);
    }
    Ok(())
}

async fn usual_day(app: &App) -> Result<Option<Timestamp>> {
    let Some(here) = Here::current(app).await? else { return Ok(None) };
    let mut conn = app.db.read().await?;
    let days = store::named_days(&mut conn, here.edition.id).await?;
    Ok(days.iter().find(|it| it.usual).or(days.last()).map(|it| it.at))
}
