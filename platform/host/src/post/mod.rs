//! The post: letters are rows of the acting transaction, and leave after the commit.

mod address;
mod bounce;
mod outbox;
mod send;

use db::{Tx, sql};
use jiff::Timestamp;
use kernel::{EmailAddress, Id, Language, mark};

pub use address::{Address, address, forget_address, opt_in, opt_out};
pub use bounce::{Bounce, read_bounce, take_in};
pub use outbox::{OutboxLetter, Waiting, letter, outbox, retry, waiting};
pub use send::send_waiting;

use crate::{App, Clock, Result};

/// Why a letter is written; decides whether somebody can opt out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Tells somebody what was decided about them: nobody can opt out.
    Decision,
    /// Part of what somebody asked for: a confirmation, a reminder, a sign-in.
    Service,
    /// News: carries a link to opt out, and is not sent to who did.
    News,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Service => "service",
            Self::News => "news",
        }
    }
}

/// A letter about to be written. Subject and body are in the reader's language already.
pub struct Draft {
    /// What kind of letter it is, like `agenda.thanks`.
    pub kind: &'static str,
    /// Why it is written.
    pub purpose: Purpose,
    /// To whom.
    pub to: EmailAddress,
    /// By which name.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// A calendar file to go with it.
    pub calendar: Option<String>,
    /// What it is about: a registration, an account.
    pub about: Option<Id<()>>,
    /// In which edition.
    pub edition: Option<Id<mark::Edition>>,
    /// Not before this moment.
    pub send_after: Option<Timestamp>,
}

/// Puts a letter in the outbox, in the transaction of what it tells.
///
/// News to somebody who opted out is not written; `None` says so.
pub async fn write(app: &App, tx: &mut Tx, draft: Draft) -> Result<Option<Id<mark::Letter>>> {
    if draft.purpose == Purpose::News && address(tx, &draft.to).await?.is_some_and(|it| it.opted_out_at.is_some()) {
        return Ok(None);
    }
    let (id, now) = (Id::new(), Clock::real());
    let smtp = app.config.smtp.as_ref();
    let sender = smtp.map_or("Convoke <convoke@localhost>", |it| &it.sender);
    let reply_to = smtp.and_then(|it| it.reply_to.clone());
    tx.run(
        sql!(
            "insert into letters (id, kind, purpose, to_address, to_name, sender, reply_to, language, subject, body, calendar,
                                  about_id, edition_id, written_at, send_after, attempts, sent_at, kept_at, given_up_at, last_error)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, null, null, null, null)"
        ),
        (
            &id,
            draft.kind,
            draft.purpose.word(),
            &draft.to,
            &draft.name,
            sender,
            &reply_to,
            &draft.language,
            &draft.subject,
            &draft.body,
            &draft.calendar,
            &draft.about,
            &draft.edition,
            &now,
            &draft.send_after.unwrap_or(now),
        ),
    )
    .await?;
    app.bell.ring();
    Ok(Some(id))
}
