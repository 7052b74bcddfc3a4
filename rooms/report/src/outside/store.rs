//! What was answered at addresses, and when an edition's were asked for, as rows.

use db::{Conn, Json, Result, Tx, sql};
use jiff::{Timestamp, civil::Date};
use kernel::{Id, Text, mark};

use super::standing::Check;

/// What was answered last, at every address.
pub(super) async fn checks(conn: &mut Conn) -> Result<Vec<Check>> {
    conn.all(
        sql!(
            "select url, asked_at, outcome, status, moved_to, reason, failures, failed_on, by_hand
             from link_checks order by url"
        ),
        (),
    )
    .await
}

/// Keeps what was answered.
pub(super) async fn keep(tx: &mut Tx, it: &Check) -> Result<()> {
    tx.run(
        sql!(
            "insert into link_checks (url, asked_at, outcome, status, moved_to, reason, failures, failed_on, by_hand)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (url) do update set
                 asked_at = excluded.asked_at, outcome = excluded.outcome, status = excluded.status,
                 moved_to = excluded.moved_to, reason = excluded.reason, failures = excluded.failures,
                 failed_on = excluded.failed_on, by_hand = excluded.by_hand"
        ),
        (
            &it.url,
            &it.asked_at,
            &it.outcome,
            &it.status,
            &it.moved_to,
            &it.reason,
            &it.failures,
            &it.failed_on,
            &it.by_hand,
        ),
    )
    .await?;
    Ok(())
}

/// Forgets the answers of addresses that nobody has asked for since.
pub(super) async fn forget(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    tx.run(sql!("delete from link_checks where asked_at < $1"), (&before,)).await
}

db::row! {
    /// When an edition's addresses were asked for.
    pub(super) struct Round {
        /// The last night in which they were.
        pub night: Option<Date>,
        /// When an officer asked.
        pub asked_for_at: Option<Timestamp>,
        /// When the last round ended.
        pub ended_at: Option<Timestamp>,
    }
}

/// When an edition's addresses were asked for; none before the first time.
pub(super) async fn round(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Option<Round>> {
    conn.first(sql!("select night, asked_for_at, ended_at from link_rounds where edition_id = $1"), (&edition,)).await
}

/// Notes that an officer wants them asked for.
pub(super) async fn ask_for(tx: &mut Tx, edition: Id<mark::Edition>, at: Timestamp) -> Result<()> {
    tx.run(
        sql!(
            "insert into link_rounds (edition_id, night, asked_for_at, ended_at) values ($1, null, $2, null)
             on conflict (edition_id) do update set asked_for_at = excluded.asked_for_at"
        ),
        (&edition, &at),
    )
    .await?;
    Ok(())
}

/// Notes that all of them were asked for.
pub(super) async fn end(tx: &mut Tx, edition: Id<mark::Edition>, at: Timestamp) -> Result<()> {
    tx.run(
        sql!(
            "insert into link_rounds (edition_id, night, asked_for_at, ended_at) values ($1, null, null, $2)
             on conflict (edition_id) do update set ended_at = excluded.ended_at"
        ),
        (&edition, &at),
    )
    .await?;
    Ok(())
}

/// Takes a night for an edition: whether it was still to be had. Of several nodes one gets it.
pub(super) async fn take_night(tx: &mut Tx, edition: Id<mark::Edition>, night: Date) -> Result<bool> {
    let taken = tx
        .run(
            sql!(
                "insert into link_rounds (edition_id, night, asked_for_at, ended_at) values ($1, $2, null, null)
                 on conflict (edition_id) do update set night = excluded.night
                 where link_rounds.night is null or link_rounds.night < excluded.night"
            ),
            (&edition, &night),
        )
        .await?;
    Ok(taken > 0)
}

db::row! {
    /// The words of a chapter, in all languages.
    pub(super) struct Words {
        /// Its text.
        pub text: Text,
        /// The languages of its report.
        pub languages: Json<Vec<kernel::Language>>,
    }
}

/// The chapters of all reports of an edition.
pub(super) async fn chapters(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Words>> {
    conn.all(
        sql!(
            "select c.text, r.languages from chapters c join reports r on r.id = c.report_id
             where r.edition_id = $1 order by r.position, r.key, c.position, c.key"
        ),
        (&edition,),
    )
    .await
}
