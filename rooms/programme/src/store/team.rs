//! What the team's rules need to know of the roles, beyond what the platform lists.

use db::{Conn, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, mark};

/// The editions in which somebody holds a role now, whether for that edition, its programme or all of them.
pub async fn editions_held(
    conn: &mut Conn,
    account: Id<mark::Account>,
    now: Timestamp,
) -> Result<Vec<Id<mark::Edition>>> {
    conn.values(
        sql!(
            "select e.id as value from editions e
             where exists (select 1 from grants g
                           where g.account_id = $1 and g.ended_at is null and (g.ends_at is null or g.ends_at > $2)
                             and (g.edition_id = e.id or g.programme_id = e.programme_id
                                  or (g.edition_id is null and g.programme_id is null)))
             order by e.key"
        ),
        (&account, &now),
    )
    .await
}

/// The editions in which somebody ever held a role.
pub async fn editions_ever_held(conn: &mut Conn, account: Id<mark::Account>) -> Result<Vec<Id<mark::Edition>>> {
    conn.values(
        sql!(
            "select e.id as value from editions e
             where exists (select 1 from grants g
                           where g.account_id = $1
                             and (g.edition_id = e.id or g.programme_id = e.programme_id
                                  or (g.edition_id is null and g.programme_id is null)))
             order by e.key"
        ),
        (&account,),
    )
    .await
}

/// The editions that a role covers.
pub async fn editions_of_grant(conn: &mut Conn, grant: Id<mark::Grant>) -> Result<Vec<Id<mark::Edition>>> {
    conn.values(
        sql!(
            "select e.id as value from editions e
             join grants g on g.edition_id = e.id or g.programme_id = e.programme_id
                           or (g.edition_id is null and g.programme_id is null)
             where g.id = $1 order by e.key"
        ),
        (&grant,),
    )
    .await
}

/// How many people run an edition with no end in sight: deputies for a time are not counted.
pub async fn lasting_secretariat(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<i64> {
    conn.value(
        sql!(
            "select count(distinct g.account_id) as value from grants g
             join editions e on g.edition_id = e.id or g.programme_id = e.programme_id
                             or (g.edition_id is null and g.programme_id is null)
             where e.id = $1 and g.role = 'secretariat' and g.ended_at is null and g.ends_at is null"
        ),
        (&edition,),
    )
    .await
}

/// Lets nobody else change the team of an edition until the transaction ends: two who end each other at once must not
/// both succeed.
pub async fn hold_team(tx: &mut Tx, edition: Id<mark::Edition>) -> Result<()> {
    tx.run(sql!("update editions set key = key where id = $1"), (&edition,)).await?;
    Ok(())
}
