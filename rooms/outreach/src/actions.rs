//! The verbs: try a letter again, take in what came back, stop and start the news; observe; tell of events of others.
//!
//! What a form can mend comes back as the inner `Err`, everything at once; nothing is written then.

pub mod event;
pub mod observation;

use db::Tx;
use host::{Act, Actor, App, Clock, Error, Result, journal::Entry, links, post};
use kernel::{EmailAddress, Id, mark};

use crate::{OutreachRefusal, letters, store};

/// Done, or everything that must be mended first.
pub type Done<T = ()> = Result<std::result::Result<T, Vec<OutreachRefusal>>>;

#[allow(clippy::unnecessary_wraps, reason = "it stands where an action answers")]
fn refused<T>(refusal: OutreachRefusal) -> Done<T> {
    Ok(Err(vec![refusal]))
}

/// Lets a letter that was given up try again.
pub async fn retry(app: &App, actor: &Actor, edition: Id<mark::Edition>, letter: Id<mark::Letter>) -> Result<()> {
    actor.may(Act::EditOutbox(edition))?;
    let mut tx = app.db.write().await?;
    if !store::is_letter_of(&mut tx, edition, letter).await? {
        return Err(Error::Hidden);
    }
    if post::retry(&mut tx, letter).await? == 0 {
        return Err(OutreachRefusal::NotGivenUp.into());
    }
    Entry::by(actor, "journal-outreach-letter-retried", "letter", letter).within(edition).write(&mut tx).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Marks the addresses that a delivery status notification calls unreachable for good; how many.
pub async fn take_in(app: &App, actor: &Actor, edition: Id<mark::Edition>, mail: &str) -> Result<u64> {
    actor.may(Act::EditOutbox(edition))?;
    let bounces = post::read_bounce(mail.trim_start().as_bytes()).unwrap_or_default();
    if bounces.is_empty() {
        return Err(OutreachRefusal::NoNotification.into());
    }
    let mut tx = app.db.write().await?;
    let marked = post::take_in(&mut tx, &bounces).await?;
    if marked == 0 {
        return Err(OutreachRefusal::OnlyDelayed.into());
    }
    // How many, not which: the journal outlives the people whose addresses these are.
    Entry::by(actor, "journal-outreach-bounces-taken-in", "edition", edition)
        .within(edition)
        .note("addresses", marked)
        .write(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(marked)
}

/// Stops or starts the news to the address behind a link.
pub async fn choose_news(app: &App, token: &str, wanted: bool) -> Result<()> {
    let mut tx = app.db.write().await?;
    let (person, address) = holder(&mut tx, token).await?;
    let act = if wanted {
        post::opt_in(&mut tx, &address).await?;
        "journal-outreach-opted-in"
    } else {
        post::opt_out(&mut tx, &address).await?;
        "journal-outreach-opted-out"
    };
    Entry::by_nobody(act, "person", person).write(&mut tx).await?;
    Ok(tx.commit().await?)
}

async fn holder(tx: &mut Tx, token: &str) -> Result<(Id<mark::Person>, EmailAddress)> {
    let person = links::object(tx, letters::NEWS, token, Clock::real()).await?;
    let address = letters::address_of(tx, person).await?.ok_or(Error::LinkEnded)?;
    Ok((person, address))
}
