//! Ceremonies, passkeys and the language of an account, as rows.

use db::{Conn, Json, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, mark};
use webauthn_rs::prelude::Passkey;

use crate::ceremony::Ceremony;

db::row! {
    /// A ceremony under way.
    pub(crate) struct KeptCeremony {
        /// Whose, where that is known.
        pub account_id: Option<Id<mark::Account>>,
        /// What stands between its two halves.
        pub state: Json<Ceremony>,
    }
}

/// Keeps a ceremony.
pub(crate) async fn keep_ceremony(
    tx: &mut Tx,
    id: Id<Ceremony>,
    account: Option<Id<mark::Account>>,
    state: &Json<&Ceremony>,
    expires_at: Timestamp,
) -> Result<()> {
    tx.run(
        sql!("insert into ceremonies (id, account_id, state, expires_at) values ($1, $2, $3, $4)"),
        (&id, &account, state, &expires_at),
    )
    .await?;
    Ok(())
}

/// Changes what stands between the halves of a ceremony.
pub(crate) async fn change_ceremony(tx: &mut Tx, id: Id<Ceremony>, state: &Json<&Ceremony>) -> Result<()> {
    tx.run(sql!("update ceremonies set state = $2 where id = $1"), (&id, state)).await?;
    Ok(())
}

/// A ceremony that is still under way.
pub(crate) async fn ceremony(conn: &mut Conn, id: Id<Ceremony>, now: Timestamp) -> Result<Option<KeptCeremony>> {
    let rows: Vec<KeptCeremony> = conn
        .all(sql!("select account_id, state from ceremonies where id = $1 and expires_at > $2"), (&id, &now))
        .await?;
    Ok(rows.into_iter().next())
}

/// Ends a ceremony: it can be finished once.
pub(crate) async fn end_ceremony(tx: &mut Tx, id: Id<Ceremony>) -> Result<()> {
    tx.run(sql!("delete from ceremonies where id = $1"), (&id,)).await?;
    Ok(())
}

/// Forgets the ceremonies that nobody finished.
pub(crate) async fn forget_ceremonies(tx: &mut Tx, now: Timestamp) -> Result<()> {
    tx.run(sql!("delete from ceremonies where expires_at <= $1"), (&now,)).await?;
    Ok(())
}

/// How many ceremonies of an account are under way.
pub(crate) async fn open_ceremonies(conn: &mut Conn, account: Id<mark::Account>, now: Timestamp) -> Result<i64> {
    conn.value(
        sql!("select count(*) as value from ceremonies where account_id = $1 and expires_at > $2"),
        (&account, &now),
    )
    .await
}

db::row! {
    /// A passkey of an account.
    pub(crate) struct KeptPasskey {
        /// Its identity.
        pub id: Id<KeptPasskey>,
        /// Whose it is.
        pub account_id: Id<mark::Account>,
        /// The browser with which it was made.
        pub name: String,
        /// What verifies it.
        pub credential: Json<Passkey>,
        /// Since when.
        pub created_at: Timestamp,
        /// When it last signed somebody in.
        pub used_at: Option<Timestamp>,
    }
}

/// The passkeys of an account, oldest first.
pub(crate) async fn passkeys(conn: &mut Conn, account: Id<mark::Account>) -> Result<Vec<KeptPasskey>> {
    conn.all(
        sql!("select id, account_id, name, credential, created_at, used_at from passkeys where account_id = $1 order by created_at"),
        (&account,),
    )
    .await
}

/// The passkey that a browser answered with.
pub(crate) async fn passkey_of_credential(conn: &mut Conn, credential: &str) -> Result<Option<KeptPasskey>> {
    conn.first(
        sql!("select id, account_id, name, credential, created_at, used_at from passkeys where credential_id = $1"),
        (credential,),
    )
    .await
}

/// Keeps a passkey.
pub(crate) async fn add_passkey(
    tx: &mut Tx,
    id: Id<KeptPasskey>,
    account: Id<mark::Account>,
    credential_id: &str,
    name: &str,
    credential: &Json<&Passkey>,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        sql!(
            "insert into passkeys (id, account_id, credential_id, name, credential, created_at, used_at)
             values ($1, $2, $3, $4, $5, $6, null)"
        ),
        (&id, &account, credential_id, name, credential, &now),
    )
    .await?;
    Ok(())
}

/// Notes that a passkey was used.
pub(crate) async fn use_passkey(
    tx: &mut Tx,
    id: Id<KeptPasskey>,
    credential: &Json<&Passkey>,
    now: Timestamp,
) -> Result<()> {
    tx.run(sql!("update passkeys set credential = $2, used_at = $3 where id = $1"), (&id, credential, &now)).await?;
    Ok(())
}

/// Takes a passkey of an account away; 0 where it has none such.
pub(crate) async fn remove_passkey(tx: &mut Tx, account: Id<mark::Account>, id: Id<KeptPasskey>) -> Result<u64> {
    tx.run(sql!("delete from passkeys where id = $1 and account_id = $2"), (&id, &account)).await
}

/// Sets the language in which an account is written to.
pub(crate) async fn speak(tx: &mut Tx, account: Id<mark::Account>, language: kernel::Language) -> Result<()> {
    tx.run(sql!("update accounts set language = $2 where id = $1"), (&account, &language)).await?;
    Ok(())
}
