//! Where a session stands on the web, and who publishes it.

use db::Conn;
use host::{App, Found, Result, links::Purpose};
use kernel::{Id, Language, mark};
use programme::{Here, Organisation};
use ui::Reader;

use crate::{
    calendar::{Dated, Publisher},
    model::{Revision, Session},
};

/// What the holder of a registration's link may do: see the registration, and withdraw it.
pub const REGISTRATION: Purpose = Purpose("registration");

/// The edition in which a session stands.
pub(super) async fn here_of(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Here> {
    let edition = programme::edition(conn, edition).await?.found()?;
    let programme = programme::programme(conn, edition.programme_id).await?.found()?;
    Ok(Here { programme, edition })
}

/// The path of a session's page.
pub(super) fn page_of(here: &Here, session: &Session) -> String {
    here.page(&format!("sessions/{}", session.key))
}

/// The address of a session's page, in the reader's language, from outside.
pub(super) fn address_of(app: &App, reader: &Reader, here: &Here, session: &Session) -> String {
    app.outside(&reader.href_in(reader.language, &page_of(here, session)))
}

/// Where people join a session: what was agreed, else its own page.
pub(super) fn joining_of(app: &App, reader: &Reader, here: &Here, session: &Session) -> String {
    session.joining.clone().unwrap_or_else(|| address_of(app, reader, here, session))
}

/// The organisation that runs the programme.
pub(super) async fn organiser(conn: &mut Conn, here: &Here) -> Result<Option<Organisation>> {
    let all = programme::organisations(conn, here.edition.id).await?;
    Ok(all.into_iter().find(|it| it.key.as_str() == here.programme.host))
}

/// The organiser's name for readers of a language; the programme's where the record names none.
pub(super) fn name_of(organiser: Option<&Organisation>, here: &Here, reader: &Reader) -> String {
    match organiser {
        Some(it) if reader.language == Language::FRENCH && !it.name_fr.is_empty() => it.name_fr.clone(),
        Some(it) => it.name.clone(),
        None => reader.text(&here.programme.short_title).to_owned(),
    }
}

/// Who publishes an edition's calendars.
pub(super) fn publisher<'a>(
    app: &App,
    organiser: Option<&Organisation>,
    here: &'a Here,
    reader: &'a Reader,
) -> Publisher<'a> {
    let short = organiser.map_or_else(|| reader.text(&here.programme.short_title).to_owned(), |it| it.short.clone());
    let demonstration = app.demonstration.then(|| reader.say_with("agenda-demonstration", [("host", short)]));
    Publisher { reader, organiser: name_of(organiser, here, reader), contact: &here.programme.contact, demonstration }
}

/// A session with all that a calendar says of it.
pub(super) fn dated<'a>(
    app: &App,
    reader: &Reader,
    here: &Here,
    session: &'a Session,
    revisions: &'a [Revision],
) -> Dated<'a> {
    let revision = revisions.iter().find(|it| it.session_id == session.id);
    Dated { session, revision, page: address_of(app, reader, here, session), joining: None }
}
