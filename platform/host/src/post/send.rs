//! Carrying letters out.

use db::sql;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Attachment, Mailbox, MultiPart, SinglePart, header::ContentType},
};

use super::{OutboxLetter, Waiting, letter, waiting};
use crate::{App, Clock, Error, Result, jobs::pause};

/// How often a letter is tried: over most of a day.
const MOST_ATTEMPTS: i64 = 12;

/// Sends what is due; how many letters were taken in hand.
///
/// Without a mail server, and always in a demonstration, a letter is kept where the desk shows it.
pub async fn send_waiting(app: &App) -> Result<usize> {
    let mut conn = app.db.read().await?;
    let due = waiting(&mut conn, Clock::real()).await?;
    drop(conn);
    for it in &due {
        send_one(app, it).await?;
    }
    Ok(due.len())
}

async fn send_one(app: &App, due: &Waiting) -> Result<()> {
    let now = Clock::real();
    let smtp = app.config.smtp.as_ref().filter(|_| !app.demonstration);
    let Some(smtp) = smtp else {
        let mut tx = app.db.write().await?;
        tx.run(sql!("update letters set kept_at = $2 where id = $1"), (&due.id, &now)).await?;
        return Ok(tx.commit().await?);
    };
    // Taken in hand before it is sent: a node that dies in between sends it again rather than never.
    let mut tx = app.db.write().await?;
    let taken = tx
        .run(
            sql!("update letters set attempts = attempts + 1, send_after = $2 where id = $1 and attempts = $3 and sent_at is null"),
            (&due.id, &(now + pause(due.attempts)), &due.attempts),
        )
        .await?;
    tx.commit().await?;
    if taken == 0 {
        return Ok(());
    }
    let mut conn = app.db.read().await?;
    let Some(letter) = letter(&mut conn, due.id).await? else { return Ok(()) };
    drop(conn);
    let sent = match compose(&letter) {
        Ok(message) => deliver(&smtp.server, message).await,
        Err(error) => Err(error),
    };
    let mut tx = app.db.write().await?;
    match sent {
        Ok(()) => {
            tx.run(sql!("update letters set sent_at = $2, last_error = null where id = $1"), (&due.id, &now)).await?;
        }
        Err(error) => {
            let given_up = (due.attempts + 1 >= MOST_ATTEMPTS).then_some(now);
            tracing::warn!(letter = %due.id, %error, "a letter was not taken");
            tx.run(
                sql!("update letters set last_error = $2, given_up_at = $3 where id = $1"),
                (&due.id, &error.to_string(), &given_up),
            )
            .await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn deliver(server: &str, message: Message) -> Result<()> {
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server).map_err(Error::fault)?.build();
    transport.send(message).await.map_err(Error::fault)?;
    Ok(())
}

/// The letter as mail: plain text, and the calendar file where there is one.
pub(crate) fn compose(letter: &OutboxLetter) -> Result<Message> {
    let to = Mailbox::new(Some(letter.to_name.clone()), letter.to_address.parse().map_err(Error::fault)?);
    let sender: Mailbox = letter.sender.parse().map_err(Error::fault)?;
    let domain = sender.email.domain().to_owned();
    let mut builder = Message::builder()
        .from(sender)
        .to(to)
        .subject(&letter.subject)
        .message_id(Some(format!("<{}@{domain}>", letter.id)));
    if let Some(reply_to) = &letter.reply_to {
        builder = builder.reply_to(reply_to.parse().map_err(Error::fault)?);
    }
    let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(letter.body.clone());
    match &letter.calendar {
        None => builder.singlepart(text),
        Some(calendar) => {
            let kind = ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH").map_err(Error::fault)?;
            let file = Attachment::new("session.ics".to_owned()).body(calendar.clone(), kind);
            builder.multipart(MultiPart::mixed().singlepart(text).singlepart(file))
        }
    }
    .map_err(Error::fault)
}
