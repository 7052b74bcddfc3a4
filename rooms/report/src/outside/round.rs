//! A round: all addresses of an edition are asked for, and what they answer is kept.

use std::time::Duration;

use host::{
    Act, Actor, App, Error, Found, Result,
    jobs::{self, Job},
    journal,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Id, mark};
use programme::Here;
use serde::{Deserialize, Serialize};

use super::{
    asking::Asking,
    gathered,
    questions::ask_all,
    refusal::{OutsideRefusal, Silence},
    standing::{Asked, Check},
    store,
};

/// How long an answer is good enough for the night.
const FRESH: SignedDuration = SignedDuration::from_hours(20);

/// How long one piece of later work asks: less than its worker is given before another takes it for dead.
const AT_A_STRETCH: Duration = Duration::from_mins(4);

/// For how long a round that an officer asked for is taken to be under way.
const UNDER_WAY: SignedDuration = SignedDuration::from_mins(15);

/// Later work: asks for the addresses of an edition that an officer wants, or that nobody asked for lately.
#[derive(Debug, Serialize, Deserialize)]
pub struct CheckLinks {
    /// The edition.
    pub edition: Id<mark::Edition>,
}

impl Job for CheckLinks {
    const NAME: &'static str = "report.check_links";

    async fn run(self, app: &App) -> Result<()> {
        // It may have been switched off since.
        let (None, Some(contact)) = (Silence::of(app), app.config.contact()) else { return Ok(()) };
        let asking = Asking::on_behalf_of(&contact).map_err(Error::fault)?;
        ask(app, self.edition, &asking, app.clock.now()).await
    }
}

/// Has an edition's links asked for now, by the officer's wish.
pub async fn check_now(app: &App, actor: &Actor, here: &Here) -> Result<()> {
    let edition = here.edition.id;
    actor.may(Act::EditEdition(edition))?;
    if let Some(silence) = Silence::of(app) {
        return Err(OutsideRefusal::Silent(silence).into());
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if store::round(&mut tx, edition).await?.is_some_and(|it| it.is_under_way(now)) {
        return Err(OutsideRefusal::UnderWay.into());
    }
    store::ask_for(&mut tx, edition, now).await?;
    journal::Entry::by(actor, "journal-report-links-asked", "edition", edition).within(edition).write(&mut tx).await?;
    jobs::later(app, &mut tx, &CheckLinks { edition }).await?;
    Ok(tx.commit().await?)
}

impl store::Round {
    /// When an officer asked for what has not been asked for since.
    fn wanted_at(&self) -> Option<Timestamp> {
        self.asked_for_at.filter(|it| self.ended_at.is_none_or(|ended| ended < *it))
    }

    /// Whether a round that an officer asked for is under way.
    pub(super) fn is_under_way(&self, now: Timestamp) -> bool {
        self.wanted_at().is_some_and(|it| now.duration_since(it) < UNDER_WAY)
    }
}

/// Asks for what is due and keeps the answers; what there was no time for is left to another piece of later work.
pub(super) async fn ask(app: &App, id: Id<mark::Edition>, asking: &Asking, now: Timestamp) -> Result<()> {
    let mut conn = app.db.read().await?;
    let edition = programme::edition(&mut conn, id).await?.found()?;
    let addresses = gathered::of_edition(&mut conn, id, &edition.languages.0).await?;
    let asked = Asked::read(&mut conn).await?;
    let wanted = store::round(&mut conn, id).await?.and_then(|it| it.wanted_at());
    drop(conn);
    let by_hand = |it: Option<&Check>| wanted.is_some_and(|at| it.is_none_or(|it| it.asked_at < at));
    let stale = |it: Option<&Check>| it.is_none_or(|it| now.duration_since(it.asked_at) > FRESH);
    let due: Vec<String> = addresses.into_iter().filter(|it| by_hand(asked.of(it)) || stale(asked.of(it))).collect();
    let answers = ask_all(asking, &due, AT_A_STRETCH).await;
    let mut tx = app.db.write().await?;
    for (url, answer) in &answers {
        let before = asked.of(url);
        store::keep(&mut tx, &Check::after(before, url, answer, now, by_hand(before))).await?;
    }
    if answers.len() < due.len() {
        jobs::later(app, &mut tx, &CheckLinks { edition: id }).await?;
    } else {
        store::end(&mut tx, id, now).await?;
    }
    Ok(tx.commit().await?)
}
