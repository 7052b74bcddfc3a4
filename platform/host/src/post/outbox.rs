//! The outbox as rows.

use db::{Conn, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, mark};

use crate::{Clock, Result};

db::row! {
    /// A letter as the desk shows it.
    pub struct OutboxLetter {
        /// Its identity.
        pub id: Id<mark::Letter>,
        /// What kind of letter it is.
        pub kind: String,
        /// `decision`, `service` or `news`.
        pub purpose: String,
        /// To whom.
        pub to_address: String,
        /// By which name.
        pub to_name: String,
        /// From whom.
        pub sender: String,
        /// Where answers go.
        pub reply_to: Option<String>,
        /// In which language.
        pub language: kernel::Language,
        /// The subject.
        pub subject: String,
        /// The text.
        pub body: String,
        /// The calendar file.
        pub calendar: Option<String>,
        /// When it was written.
        pub written_at: Timestamp,
        /// When it left.
        pub sent_at: Option<Timestamp>,
        /// When it was kept instead, since no mail leaves this installation.
        pub kept_at: Option<Timestamp>,
        /// When it was given up.
        pub given_up_at: Option<Timestamp>,
        /// How often it was tried.
        pub attempts: i64,
        /// Why the last attempt failed.
        pub last_error: Option<String>,
        /// When its address bounced.
        pub bounced_at: Option<Timestamp>,
    }
}

db::row! {
    /// A letter that is due.
    pub struct Waiting {
        /// Its identity.
        pub id: Id<mark::Letter>,
        /// How often it was tried.
        pub attempts: i64,
    }
}

/// The newest letters of an edition, and those of none: at most `count`, from the `skip`-th on.
pub async fn outbox(conn: &mut Conn, edition: Id<mark::Edition>, skip: i64, count: i64) -> Result<Vec<OutboxLetter>> {
    Ok(conn
        .all(
            sql!(
                "select l.id, l.kind, l.purpose, l.to_address, l.to_name, l.sender, l.reply_to, l.language, l.subject, l.body,
                        l.calendar, l.written_at, l.sent_at, l.kept_at, l.given_up_at, l.attempts, l.last_error, a.bounced_at
                 from letters l left join addresses a on a.address = lower(l.to_address)
                 where l.edition_id = $1 or l.edition_id is null
                 order by l.written_at desc, l.id desc limit $2 offset $3"
            ),
            (&edition, &count, &skip),
        )
        .await?)
}

/// One letter.
pub async fn letter(conn: &mut Conn, id: Id<mark::Letter>) -> Result<Option<OutboxLetter>> {
    Ok(conn
        .first(
            sql!(
                "select l.id, l.kind, l.purpose, l.to_address, l.to_name, l.sender, l.reply_to, l.language, l.subject, l.body,
                        l.calendar, l.written_at, l.sent_at, l.kept_at, l.given_up_at, l.attempts, l.last_error, a.bounced_at
                 from letters l left join addresses a on a.address = lower(l.to_address) where l.id = $1"
            ),
            (&id,),
        )
        .await?)
}

/// The letters that are due, oldest first, a handful at a time.
pub async fn waiting(conn: &mut Conn, now: Timestamp) -> Result<Vec<Waiting>> {
    Ok(conn
        .all(
            sql!(
                "select id, attempts from letters
                 where sent_at is null and kept_at is null and given_up_at is null and send_after <= $1
                 order by send_after limit 20"
            ),
            (&now,),
        )
        .await?)
}

/// Lets a letter that was given up try again; 0 where it was not given up.
pub async fn retry(tx: &mut Tx, id: Id<mark::Letter>) -> Result<u64> {
    Ok(tx
        .run(
            sql!(
                "update letters set given_up_at = null, attempts = 0, last_error = null, send_after = $2
                 where id = $1 and given_up_at is not null"
            ),
            (&id, &Clock::real()),
        )
        .await?)
}
