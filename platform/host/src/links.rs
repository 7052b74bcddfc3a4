//! Links that let their holder do one thing to one object, for a time.

use db::{Conn, Tx, sql};
use jiff::Timestamp;
use kernel::Id;

use crate::{Error, Result, secrets};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose(pub &'static str);

db::row! {
    struct Row {
        object_id: Id<()>,
        expires_at: Timestamp,
        revoked_at: Option<Timestamp>,
    }
}

/// Makes a link to an object; the secret is returned once and kept only as its hash.
pub async fn make<T>(
    tx: &mut Tx,
    purpose: Purpose,
    object: Id<T>,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<String> {
    let token = secrets::token()?;
    tx.run(
        sql!(
            "insert into links (id, purpose, object_id, token_hash, created_at, expires_at, revoked_at)
             values ($1, $2, $3, $4, $5, $6, null)"
        ),
        (&Id::<()>::new(), purpose.0, &object, &secrets::hash(&token), &now, &expires_at),
    )
    .await?;
    Ok(token)
}

/// The object that a link leads to; an unknown link is hidden, an expired or revoked one has ended.
pub async fn object<T>(conn: &mut Conn, purpose: Purpose, token: &str, now: Timestamp) -> Result<Id<T>> {
    let row: Option<Row> = conn
        .first(
            sql!("select object_id, expires_at, revoked_at from links where token_hash = $1 and purpose = $2"),
            (&secrets::hash(token), purpose.0),
        )
        .await?;
    match row {
        None => Err(Error::Hidden),
        Some(row) if row.revoked_at.is_some() || row.expires_at <= now => Err(Error::LinkEnded),
        Some(row) => Ok(row.object_id.cast()),
    }
}

/// Ends every link to an object.
pub async fn revoke<T>(tx: &mut Tx, object: Id<T>, now: Timestamp) -> Result<u64> {
    Ok(tx
        .run(sql!("update links set revoked_at = $2 where object_id = $1 and revoked_at is null"), (&object, &now))
        .await?)
}
