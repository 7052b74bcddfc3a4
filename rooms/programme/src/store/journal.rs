//! The journal as this room's pages ask for it.

use db::{Conn, Result, sql};
use host::journal::Line;
use jiff::Timestamp;
use kernel::{Id, mark};

/// Which lines are asked for.
pub struct Wanted {
    /// Of which edition, or of none.
    pub edition: Id<mark::Edition>,
    /// From this moment on.
    pub from: Timestamp,
    /// Before this moment.
    pub until: Timestamp,
    /// By whom.
    pub who: Option<Id<mark::Account>>,
    /// About which kind of thing.
    pub kind: Option<String>,
}

/// The newest of the lines that are wanted: at most `count`, from the `skip`-th on.
pub async fn lines(conn: &mut Conn, wanted: &Wanted, skip: i64, count: i64) -> Result<Vec<Line>> {
    conn.all(
        sql!(
            "select j.id, j.at, a.name as actor, j.act, j.subject_kind, j.subject_id
             from journal j left join accounts a on a.id = j.actor_id
             where (j.edition_id = $1 or j.edition_id is null) and j.at >= $2 and j.at < $3
               and (j.actor_id = $4 or $4 is null) and (j.subject_kind = $5 or $5 is null)
             order by j.at desc, j.id desc limit $6 offset $7"
        ),
        (&wanted.edition, &wanted.from, &wanted.until, &wanted.who, &wanted.kind, &count, &skip),
    )
    .await
}

db::row! {
    /// Somebody who stands in the journal.
    pub struct Somebody {
        /// Their account.
        pub id: Id<mark::Account>,
        /// Their name.
        pub name: String,
    }
}

/// Everybody who did something in an edition, by name.
pub async fn everybody(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Somebody>> {
    conn.all(
        sql!(
            "select a.id, a.name from accounts a
             where exists (select 1 from journal j
                           where j.actor_id = a.id and (j.edition_id = $1 or j.edition_id is null))
             order by a.name"
        ),
        (&edition,),
    )
    .await
}

/// The kinds of things to which something was done, by their words.
pub async fn kinds(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<String>> {
    conn.values(
        sql!(
            "select distinct subject_kind as value from journal where edition_id = $1 or edition_id is null
             order by subject_kind"
        ),
        (&edition,),
    )
    .await
}
