//! What erasing somebody touches, as rows.

use db::{Conn, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{EmailAddress, Id, mark};

use crate::model::ERASED;

/// Takes away what a person told us; 0 where that was done before.
pub(crate) async fn erase_person(tx: &mut Tx, id: Id<mark::Person>, now: Timestamp) -> Result<u64> {
    let touched = tx
        .run(
            sql!(
                "update people set name = $2, printed = $2, email = null, office = $3, organisation_id = null, organisation = '',
                                   gender = null, born_on = null, language = null, consent = null, account_id = null, erased_at = $4
                 where id = $1 and erased_at is null"
            ),
            (&id, ERASED, &kernel::Text::default(), &now),
        )
        .await?;
    tx.run(sql!("update applications set motivation = '' where person_id = $1"), (&id,)).await?;
    Ok(touched)
}

/// Blanks the letters that reached an address; those that had not left yet never will.
pub(crate) async fn blank_letters(
    tx: &mut Tx,
    edition: Id<mark::Edition>,
    email: &EmailAddress,
    now: Timestamp,
) -> Result<u64> {
    let touched = tx
        .run(
            sql!(
                "update letters set to_address = $3, to_name = $3, subject = $3, body = $3, calendar = null, last_error = null,
                        given_up_at = case when sent_at is null and kept_at is null then $4 else given_up_at end
                 where lower(to_address) = $1 and (edition_id = $2 or edition_id is null)"
            ),
            (&email.folded(), &edition, ERASED, &now),
        )
        .await?;
    tx.run(sql!("delete from addresses where address = $1 and opted_out_at is null"), (&email.folded(),)).await?;
    Ok(touched)
}

/// How many letters reached an address.
pub(crate) async fn letters_to(conn: &mut Conn, edition: Id<mark::Edition>, email: &EmailAddress) -> Result<i64> {
    conn.value(
        sql!("select count(*) as value from letters where lower(to_address) = $1 and (edition_id = $2 or edition_id is null)"),
        (&email.folded(), &edition),
    )
    .await
}

/// How many values of the journal tell something about a person.
pub(crate) async fn journal_values_about(conn: &mut Conn, person: Id<mark::Person>) -> Result<i64> {
    conn.value(
        sql!("select count(*) as value from journal_values where about_id = $1 and erased_at is null"),
        (&person,),
    )
    .await
}
