//! Signed-in browsers: each has a secret in a cookie, can be listed, and can be ended.

use db::{Conn, Tx, sql};
use jiff::{SignedDuration, Timestamp};
use kernel::{Id, mark};

use crate::{Actor, Clock, Result, access, secrets};

/// How long a browser stays signed in after it was last seen.
pub const REST: SignedDuration = SignedDuration::from_hours(24 * 14);

/// How stale the "last seen" of a session may become before it is written again.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(10);

db::row! {
    /// A signed-in browser.
    pub struct WebSession {
        /// Its identity.
        pub id: Id<mark::WebSession>,
        /// Whose it is.
        pub account_id: Id<mark::Account>,
        /// What the browser said of itself.
        pub device: String,
        /// Since when.
        pub created_at: Timestamp,
        /// When it was last seen.
        pub seen_at: Timestamp,
        /// When it ends by itself.
        pub expires_at: Timestamp,
    }
}

/// Signs a browser in; the secret for its cookie.
pub async fn begin(tx: &mut Tx, account: Id<mark::Account>, device: &str, now: Timestamp) -> Result<String> {
    let token = secrets::token()?;
    let device: String = device.chars().filter(|it| !it.is_control()).take(200).collect();
    tx.run(
        sql!(
            "insert into web_sessions (id, account_id, token_hash, device, created_at, seen_at, expires_at, ended_at)
             values ($1, $2, $3, $4, $5, $5, $6, null)"
        ),
        (&Id::<mark::WebSession>::new(), &account, &secrets::hash(&token), &device, &now, &(now + REST)),
    )
    .await?;
    Ok(token)
}

/// Who acts with this secret; nobody where the session ended or its account did.
pub async fn actor(db: &db::Db, token: &str) -> Result<Option<Actor>> {
    let now = Clock::real();
    let mut conn = db.read().await?;
    let session: Option<WebSession> = conn
        .first(
            sql!(
                "select id, account_id, device, created_at, seen_at, expires_at from web_sessions
                 where token_hash = $1 and ended_at is null and expires_at > $2"
            ),
            (&secrets::hash(token), &now),
        )
        .await?;
    let Some(session) = session else { return Ok(None) };
    let Some(account) = access::account(&mut conn, session.account_id).await?.filter(|it| it.ended_at.is_none()) else {
        return Ok(None);
    };
    let actor = access::actor(&mut conn, account, session.id, now).await?;
    drop(conn);
    if now.duration_since(session.seen_at) > SEEN_EVERY {
        let mut tx = db.write().await?;
        tx.run(
            sql!("update web_sessions set seen_at = $2, expires_at = $3 where id = $1"),
            (&session.id, &now, &(now + REST)),
        )
        .await?;
        tx.commit().await?;
    }
    Ok(Some(actor))
}

/// The signed-in browsers of an account, last seen first.
pub async fn of_account(conn: &mut Conn, account: Id<mark::Account>) -> Result<Vec<WebSession>> {
    Ok(conn
        .all(
            sql!(
                "select id, account_id, device, created_at, seen_at, expires_at from web_sessions
                 where account_id = $1 and ended_at is null and expires_at > $2 order by seen_at desc"
            ),
            (&account, &Clock::real()),
        )
        .await?)
}

/// Whose a signed-in browser is.
pub async fn owner(conn: &mut Conn, session: Id<mark::WebSession>) -> Result<Option<Id<mark::Account>>> {
    let found: Vec<Id<mark::Account>> =
        conn.values(sql!("select account_id as value from web_sessions where id = $1"), (&session,)).await?;
    Ok(found.into_iter().next())
}

/// Ends one signed-in browser of an account; 0 where it has none such.
pub async fn end(tx: &mut Tx, account: Id<mark::Account>, session: Id<mark::WebSession>) -> Result<u64> {
    Ok(tx
        .run(
            sql!("update web_sessions set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null"),
            (&session, &account, &Clock::real()),
        )
        .await?)
}

/// Ends all signed-in browsers of an account but one.
pub async fn end_others(tx: &mut Tx, account: Id<mark::Account>, keep: Id<mark::WebSession>) -> Result<u64> {
    Ok(tx
        .run(
            sql!("update web_sessions set ended_at = $3 where account_id = $1 and id <> $2 and ended_at is null"),
            (&account, &keep, &Clock::real()),
        )
        .await?)
}
