//! Erasing: what is taken away for good, wherever it stands; that something was done, when and by whom stays.

use db::{Conn, Tx, sql};
use jiff::Timestamp;
use kernel::{EmailAddress, Id, Language, mark};

use crate::{Error, Result, access, access::Account, journal, post};

/// What stands where words were erased.
pub const ERASED: &str = "—";

/// Ends an account and erases what it tells about its holder: name, address, passkeys, signed-in browsers, letters, and
/// their values in the journal; 0 where that was done before.
///
/// The row stays, under an address that nobody can have and a name that is no name, so that whatever the journal says
/// they did is still done by one somebody.
pub async fn account(tx: &mut Tx, it: &Account, by: Id<mark::Account>, now: Timestamp) -> Result<u64> {
    access::end_account(tx, it.id, by, now).await?;
    let touched = tx
        .run(
            sql!(
                "update accounts set name = $2, email = $3, language = $4, zone = null, erased_at = $5
                 where id = $1 and erased_at is null"
            ),
            (&it.id, &nobody(it.id), &nowhere(it.id)?, &Language::ENGLISH, &now),
        )
        .await?;
    if touched == 0 {
        return Ok(0);
    }
    tx.run(sql!("delete from web_sessions where account_id = $1"), (&it.id,)).await?;
    tx.run(sql!("delete from sign_in_letters where account_id = $1"), (&it.id,)).await?;
    tx.run(sql!("delete from passkeys where account_id = $1"), (&it.id,)).await?;
    tx.run(sql!("delete from ceremonies where account_id = $1"), (&it.id,)).await?;
    letters(tx, &it.email, None, now).await?;
    post::forget_address(tx, &it.email).await?;
    journal::erase(tx, it.id, now).await?;
    Ok(touched)
}

/// How somebody is called whose name was erased: the same in every language, and not the same for two of them.
fn nobody(id: Id<mark::Account>) -> String {
    let digits = id.uuid().simple().to_string();
    format!("{ERASED} {}", &digits[digits.len() - 8..])
}

/// An address that reaches nobody, now or later (RFC 2606, section 2).
fn nowhere(id: Id<mark::Account>) -> Result<EmailAddress> {
    format!("{}@erased.invalid", id.uuid().simple()).parse().map_err(Error::fault)
}

/// Blanks the letters that went to an address, of one edition and of none, or of all; those that had not left yet never
/// will.
pub async fn letters(
    tx: &mut Tx,
    email: &EmailAddress,
    edition: Option<Id<mark::Edition>>,
    now: Timestamp,
) -> Result<u64> {
    Ok(tx
        .run(
            sql!(
                "update letters set to_address = $3, to_name = $3, subject = $3, body = $3, calendar = null, last_error = null,
                        given_up_at = case when sent_at is null and kept_at is null then $4 else given_up_at end
                 where lower(to_address) = $1 and (edition_id = $2 or edition_id is null or $2 is null)"
            ),
            (&email.folded(), &edition, ERASED, &now),
        )
        .await?)
}

/// How many letters that would blank.
pub async fn letters_to(conn: &mut Conn, email: &EmailAddress, edition: Option<Id<mark::Edition>>) -> Result<i64> {
    Ok(conn
        .value(
            sql!(
                "select count(*) as value from letters
                 where lower(to_address) = $1 and (edition_id = $2 or edition_id is null or $2 is null)"
            ),
            (&email.folded(), &edition),
        )
        .await?)
}
