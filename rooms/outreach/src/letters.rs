//! News: the only letters that somebody can decline, each with the link to do so.

use db::{Conn, Tx};
use host::{
    App, Clock, Found, Result,
    links::{self, Purpose},
    post::{self, Draft},
};
use jiff::ToSpan;
use kernel::{EmailAddress, Id, mark};

/// A link by which somebody stops the news to their address, or starts it again.
pub const NEWS: Purpose = Purpose("stop the news");

/// How long the link in a letter works.
const DAYS: i64 = 730;

/// The address of a person, while there is one.
pub(crate) async fn address_of(conn: &mut Conn, person: Id<mark::Person>) -> Result<Option<EmailAddress>> {
    Ok(people::person(conn, person).await?.and_then(|it| it.email))
}

/// Writes news to a person, closed by the way to decline the next; `None` where they have done so already.
pub async fn news(
    app: &App,
    tx: &mut Tx,
    edition: Id<mark::Edition>,
    person: Id<mark::Person>,
    subject: &str,
    body: &str,
) -> Result<Option<Id<mark::Letter>>> {
    let it = people::person(tx, person).await?.found()?;
    let Some(to) = it.email else { return Ok(None) };
    let reader = app.reader(it.language.unwrap_or(kernel::Language::ENGLISH));
    let now = Clock::real();
    let until = now.checked_add((DAYS * 24).hours()).map_err(host::Error::fault)?;
    let token = links::make(tx, NEWS, person, now, until).await?;
    let link = app.outside(&reader.href(&format!("/news/{token}")));
    let draft = Draft {
        kind: "outreach.news",
        purpose: post::Purpose::News,
        to,
        name: it.name,
        language: reader.language,
        subject: subject.to_owned(),
        body: format!("{}\n\n{}", body.trim_end(), reader.say_with("outreach-news-stop-by", [("link", link)])),
        calendar: None,
        about: Some(person.cast()),
        edition: Some(edition),
        send_after: None,
    };
    post::write(app, tx, draft).await
}
