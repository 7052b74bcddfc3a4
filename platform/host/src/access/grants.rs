//! Accounts and the roles that they hold, as rows.

use db::{Conn, Tx, sql};
use jiff::Timestamp;
use kernel::{EmailAddress, Id, Language, mark};

use super::{Actor, Role};
use crate::Result;

db::row! {
    /// Somebody who may sign in.
    pub struct Account {
        /// Its identity.
        pub id: Id<mark::Account>,
        /// Where letters reach them.
        pub email: EmailAddress,
        /// The name by which people know them.
        pub name: String,
        /// The language that they chose.
        pub language: Language,
        /// Whether a demonstration made it up.
        pub invented: bool,
        /// Since when.
        pub created_at: Timestamp,
        /// When they left.
        pub ended_at: Option<Timestamp>,
        /// When what it told about its holder was erased.
        pub erased_at: Option<Timestamp>,
    }
}

db::row! {
    /// A role that somebody holds or held.
    pub struct Grant {
        /// Its identity.
        pub id: Id<mark::Grant>,
        /// Who holds it.
        pub account_id: Id<mark::Account>,
        /// Their name.
        pub name: String,
        /// Their address.
        pub email: EmailAddress,
        /// What they are.
        pub role: Role,
        /// For whom they stand in.
        pub deputy_for: Option<String>,
        /// Since when.
        pub granted_at: Timestamp,
        /// Until when, if that was agreed beforehand.
        pub ends_at: Option<Timestamp>,
        /// When it was ended.
        pub ended_at: Option<Timestamp>,
        /// When what the account told about them was erased.
        pub erased_at: Option<Timestamp>,
    }
}

db::row! {
    struct Held {
        role: Role,
        edition_id: Option<Id<mark::Edition>>,
        programme_id: Option<Id<mark::Programme>>,
        of_programme: Option<Id<mark::Edition>>,
    }
}

/// A role to be given.
pub struct NewGrant {
    /// To whom.
    pub account: Id<mark::Account>,
    /// What.
    pub role: Role,
    /// In which edition; in every one where it is `None` and no programme is named.
    pub edition: Option<Id<mark::Edition>>,
    /// In which programme, over all its editions.
    pub programme: Option<Id<mark::Programme>>,
    /// For whom they stand in.
    pub deputy_of: Option<Id<mark::Account>>,
    /// By whom; `None` is the operator of the machine.
    pub by: Option<Id<mark::Account>>,
    /// Until when.
    pub ends_at: Option<Timestamp>,
}

/// The account of an address, whatever its letters' case.
pub async fn account_by_email(conn: &mut Conn, email: &EmailAddress) -> Result<Option<Account>> {
    Ok(conn
        .first(
            sql!(
                "select id, email, name, language, invented, created_at, ended_at, erased_at from accounts where lower(email) = $1"
            ),
            (&email.folded(),),
        )
        .await?)
}

/// The account of this identity.
pub async fn account(conn: &mut Conn, id: Id<mark::Account>) -> Result<Option<Account>> {
    Ok(conn
        .first(
            sql!("select id, email, name, language, invented, created_at, ended_at, erased_at from accounts where id = $1"),
            (&id,),
        )
        .await?)
}

/// Every account, by address.
pub async fn accounts(conn: &mut Conn) -> Result<Vec<Account>> {
    Ok(conn
        .all(sql!("select id, email, name, language, invented, created_at, ended_at, erased_at from accounts order by email"), ())
        .await?)
}

/// Opens an account, or finds the one that the address has.
pub async fn make_account(
    tx: &mut Tx,
    email: &EmailAddress,
    name: &str,
    language: Language,
    invented: bool,
    now: Timestamp,
) -> Result<Id<mark::Account>> {
    if let Some(known) = account_by_email(tx, email).await? {
        return Ok(known.id);
    }
    let id = Id::new();
    tx.run(
        sql!(
            "insert into accounts (id, email, name, language, zone, invented, created_at, ended_at)
             values ($1, $2, $3, $4, null, $5, $6, null)"
        ),
        (&id, email, name, &language, &invented, &now),
    )
    .await?;
    Ok(id)
}

/// Gives a role.
pub async fn grant(tx: &mut Tx, new: &NewGrant, now: Timestamp) -> Result<Id<mark::Grant>> {
    let id = Id::new();
    tx.run(
        sql!(
            "insert into grants (id, account_id, role, programme_id, edition_id, deputy_of, granted_by, granted_at, ends_at, ended_at, ended_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null)"
        ),
        (&id, &new.account, &new.role, &new.programme, &new.edition, &new.deputy_of, &new.by, &now, &new.ends_at),
    )
    .await?;
    Ok(id)
}

/// Ends one role; the number of roles that were still held.
pub async fn end_grant(tx: &mut Tx, id: Id<mark::Grant>, by: Id<mark::Account>, now: Timestamp) -> Result<u64> {
    Ok(tx
        .run(
            sql!("update grants set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null"),
            (&id, &now, &by),
        )
        .await?)
}

/// Ends an account: no sign-in, no role, no signed-in browser, no open sign-in letter.
pub async fn end_account(tx: &mut Tx, account: Id<mark::Account>, by: Id<mark::Account>, now: Timestamp) -> Result<()> {
    tx.run(sql!("update accounts set ended_at = $2 where id = $1 and ended_at is null"), (&account, &now)).await?;
    tx.run(
        sql!("update grants set ended_at = $2, ended_by = $3 where account_id = $1 and ended_at is null"),
        (&account, &now, &by),
    )
    .await?;
    tx.run(sql!("update web_sessions set ended_at = $2 where account_id = $1 and ended_at is null"), (&account, &now))
        .await?;
    tx.run(
        sql!("update sign_in_letters set expires_at = $2 where account_id = $1 and used_at is null"),
        (&account, &now),
    )
    .await?;
    Ok(())
}

/// The roles in an edition, present ones first.
pub async fn grants_of_edition(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    programme: Id<mark::Programme>,
) -> Result<Vec<Grant>> {
    Ok(conn
        .all(
            sql!(
                "select g.id, g.account_id, a.name, a.email, g.role, d.name as deputy_for, g.granted_at, g.ends_at, g.ended_at, a.erased_at
                 from grants g join accounts a on a.id = g.account_id left join accounts d on d.id = g.deputy_of
                 where g.edition_id = $1 or g.programme_id = $2 or (g.edition_id is null and g.programme_id is null)
                 order by case when g.ended_at is null then 0 else 1 end, g.role, a.name"
            ),
            (&edition, &programme),
        )
        .await?)
}

/// What somebody holds: the roles that end with them, as a list for whoever takes over.
pub async fn holdings(conn: &mut Conn, account: Id<mark::Account>) -> Result<Vec<Grant>> {
    Ok(conn
        .all(
            sql!(
                "select g.id, g.account_id, a.name, a.email, g.role, d.name as deputy_for, g.granted_at, g.ends_at, g.ended_at, a.erased_at
                 from grants g join accounts a on a.id = g.account_id left join accounts d on d.id = g.deputy_of
                 where g.account_id = $1 and g.ended_at is null order by g.role"
            ),
            (&account,),
        )
        .await?)
}

/// Somebody who acts from a signed-in browser, with the roles that they hold at this moment.
pub async fn actor(conn: &mut Conn, account: Account, session: Id<mark::WebSession>, now: Timestamp) -> Result<Actor> {
    let held: Vec<Held> = conn
        .all(
            sql!(
                "select g.role, g.edition_id, g.programme_id, e.id as of_programme
                 from grants g left join editions e on e.programme_id = g.programme_id
                 where g.account_id = $1 and g.ended_at is null and (g.ends_at is null or g.ends_at > $2)"
            ),
            (&account.id, &now),
        )
        .await?;
    let roles = held
        .into_iter()
        .filter(|it| it.programme_id.is_none() || it.of_programme.is_some())
        .map(|it| (it.role, it.edition_id.or(it.of_programme)))
        .collect();
    Ok(Actor {
        account: account.id,
        name: account.name,
        email: account.email,
        language: account.language,
        session,
        roles,
    })
}
