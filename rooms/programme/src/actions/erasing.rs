//! Erasing an account: by the secretariat once nothing is held any more, or by whoever signs in with it.

use db::{Conn, Tx};
use host::{
    Act, Actor, App, Clock, Fact, Found, Result, Role,
    access::{self, Account, Grant},
    erasing, journal, sessions,
};
use kernel::{Id, mark};

use super::team::{entry, is_held, somebody_stays};
use crate::{Here, ProgrammeRefusal, store::team};

/// What goes with an account.
pub struct Held {
    /// The account.
    pub account: Account,
    /// The roles that it holds now, in whatever edition.
    pub roles: Vec<Grant>,
    /// How many browsers are signed in with it.
    pub browsers: usize,
    /// How many letters went to its address.
    pub letters: i64,
    /// How many values of the journal name its holder.
    pub values: i64,
}

/// What would go with an account that is not erased yet.
pub async fn held_by(conn: &mut Conn, account: Id<mark::Account>) -> Result<Held> {
    let account = access::account(conn, account).await?.found()?;
    if account.erased_at.is_some() {
        return Err(ProgrammeRefusal::Erased.into());
    }
    let mut roles = access::holdings(conn, account.id).await?;
    roles.retain(|it| is_held(it, Clock::real()));
    let browsers = sessions::of_account(conn, account.id).await?.len();
    let letters = erasing::letters_to(conn, &account.email, None).await?;
    let values = journal::values_about(conn, account.id).await?;
    Ok(Held { account, roles, browsers, letters, values })
}

/// What would go with the account of somebody who once was of this edition's team, and holds nothing any more.
///
/// Their names stand in the journals of all editions in which they ever held a role: who erases them answers for these.
pub async fn held_by_former_member(
    conn: &mut Conn,
    actor: &Actor,
    here: &Here,
    account: Id<mark::Account>,
) -> Result<Held> {
    actor.may(Act::ErasePeople(here.edition.id))?;
    let grants = access::grants_of_edition(conn, here.edition.id, here.programme.id).await?;
    grants.iter().find(|it| it.account_id == account).found()?;
    let held = held_by(conn, account).await?;
    if !held.roles.is_empty() {
        return Err(ProgrammeRefusal::HoldsStill.into());
    }
    let editions = team::editions_ever_held(conn, account).await?;
    if editions.iter().any(|it| !actor.can(Act::ErasePeople(*it))) {
        return Err(ProgrammeRefusal::HeldBeyond.into());
    }
    Ok(held)
}

/// Erases the account of a former member of this edition's team.
pub async fn erase(app: &App, actor: &Actor, here: &Here, account: Id<mark::Account>) -> Result<()> {
    let mut tx = app.db.write().await?;
    let held = held_by_former_member(&mut tx, actor, here, account).await?;
    take_away(app, &mut tx, actor, &held.account).await?;
    entry(actor, here, "journal-programme-account-erased", account).write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Erases one's own account, with the roles that it holds; the secretariat of an edition must keep somebody.
pub async fn erase_oneself(app: &App, actor: &Actor) -> Result<()> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    let mut tx = app.db.write().await?;
    let held = held_by(&mut tx, actor.account).await?;
    let editions = team::editions_held(&mut tx, actor.account, Clock::real()).await?;
    take_away(app, &mut tx, actor, &held.account).await?;
    if held.roles.iter().any(|it| it.role == Role::Secretariat) {
        somebody_stays(&mut tx, &editions).await?;
    }
    journal::Entry::by(actor, "journal-programme-own-account-erased", "account", actor.account).write(&mut tx).await?;
    Ok(tx.commit().await?)
}

async fn take_away(app: &App, tx: &mut Tx, actor: &Actor, account: &Account) -> Result<()> {
    if erasing::account(tx, account, actor.account, Clock::real()).await? == 0 {
        return Err(ProgrammeRefusal::Erased.into());
    }
    if account.ended_at.is_none() {
        app.follow(tx, Fact::AccountEnded(account.id)).await?;
    }
    Ok(())
}
