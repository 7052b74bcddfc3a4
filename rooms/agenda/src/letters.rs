//! What this room writes to people: confirmations, reminders, and news of sessions that moved or were called off.

use db::{Conn, Tx};
use host::{App, Clock, Result, links, post};
use jiff::{SignedDuration, tz::TimeZone};
use kernel::{Id, Text};
use programme::{Here, Organisation};
use ui::Reader;

use crate::{
    calendar::{self, Method},
    model::{Guest, Revision, Session},
    place, store,
};

/// The letters of this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody registered.
    Registered,
    /// The session is tomorrow.
    Reminder,
    /// Its time or place changed.
    Moved,
    /// It was called off.
    Cancelled,
    /// The secretariat withdrew somebody.
    Withdrawn,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Registered => "agenda.registered",
            Self::Reminder => "agenda.reminder",
            Self::Moved => "agenda.moved",
            Self::Cancelled => "agenda.cancelled",
            Self::Withdrawn => "agenda.withdrawn",
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Registered => ("agenda-letter-registered", "agenda-letter-registered-body"),
            Self::Reminder => ("agenda-letter-reminder", "agenda-letter-reminder-body"),
            Self::Moved => ("agenda-letter-moved", "agenda-letter-moved-body"),
            Self::Cancelled => ("agenda-letter-cancelled", "agenda-letter-cancelled-body"),
            Self::Withdrawn => ("agenda-letter-withdrawn", "agenda-letter-withdrawn-body"),
        }
    }

    /// Whether the reader still takes part, and so gets links of their own.
    fn goes_on(self) -> bool {
        matches!(self, Self::Registered | Self::Reminder | Self::Moved)
    }
}

/// How long after a session its letters' links still work.
const AFTERWARDS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A session with what every letter about it needs; looked up once, however many are written.
pub(super) struct Desk {
    here: Here,
    organiser: Option<Organisation>,
    session: Session,
    revisions: Vec<Revision>,
}

impl Desk {
    /// Lays out what letters about a session need.
    pub(super) async fn lay(conn: &mut Conn, session: Session) -> Result<Self> {
        let here = place::here_of(conn, session.edition_id).await?;
        let organiser = place::organiser(conn, &here).await?;
        let revisions = store::revisions(conn, session.edition_id).await?;
        Ok(Self { here, organiser, session, revisions })
    }

    /// Writes one letter to one guest; nothing to somebody whose address was erased.
    pub(super) async fn write(&self, app: &App, tx: &mut Tx, kind: Kind, guest: &Guest) -> Result<()> {
        let Some(email) = guest.email.clone() else { return Ok(()) };
        let (session, here) = (&self.session, &self.here);
        let reader = app.reader(guest.language);
        let link = if kind.goes_on() { self.link(app, tx, &reader, guest).await? } else { String::new() };
        let joining = place::joining_of(app, &reader, here, session);
        let publisher = place::publisher(app, self.organiser.as_ref(), here, &reader);
        let mut dated = place::dated(app, &reader, here, session, &self.revisions);
        dated.joining = kind.goes_on().then_some(joining.as_str());
        let method = if kind.goes_on() { Method::Publish } else { Method::Cancel };
        let title = reader.text(&session.title).to_owned();
        let (subject, body) = kind.words();
        let body = reader.say_with(
            body,
            [
                ("name", guest.name.clone()),
                ("title", title.clone()),
                ("activity", reader.text(&session.activity_title).to_owned()),
                ("when", when(&reader, session, guest)),
                (
                    "place",
                    session
                        .place
                        .as_ref()
                        .filter(|it| !Text::is_empty(it))
                        .map_or(joining.clone(), |it| reader.text(it).to_owned()),
                ),
                ("joining", joining.clone()),
                ("page", dated.page.clone()),
                ("link", link),
                ("programme", reader.text(&here.programme.short_title).to_owned()),
                ("contact", here.programme.contact.clone()),
            ],
        );
        let body = [Some(body), publisher.demonstration.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        let draft = post::Draft {
            kind: kind.name(),
            purpose: post::Purpose::Service,
            to: email,
            name: guest.name.clone(),
            language: guest.language,
            subject: reader.say_with(subject, [("title", title.clone())]),
            body,
            calendar: Some(calendar::file(&publisher, &title, method, &[dated])),
            about: Some(guest.id.cast()),
            edition: Some(here.edition.id),
            send_after: None,
        };
        post::write(app, tx, draft).await?;
        Ok(())
    }

    /// A link of the guest's own: to see the registration, and to withdraw it.
    async fn link(&self, app: &App, tx: &mut Tx, reader: &Reader, guest: &Guest) -> Result<String> {
        // Never shorter than the time after the session, also where a demonstration's clock shows a day long past.
        let now = Clock::real();
        let expires_at = self.session.ends_at.max(now) + AFTERWARDS;
        let token = links::make(tx, place::REGISTRATION, guest.id, now, expires_at).await?;
        Ok(app.outside(&reader.href_in(reader.language, &format!("/registration/{token}"))))
    }
}

/// When a session takes place: by the guest's own clock where it is known, by its place's, and in UTC.
fn when(reader: &Reader, session: &Session, guest: &Guest) -> String {
    let host = session.time_zone();
    let mut zones: Vec<TimeZone> = guest.time_zone().into_iter().collect();
    for zone in [host, TimeZone::UTC] {
        if !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    let lines: Vec<String> =
        zones.iter().map(|zone| reader.span_words(session.starts_at, session.ends_at, zone)).collect();
    lines.join("\n")
}

/// Writes one letter about a session.
pub(super) async fn write(app: &App, tx: &mut Tx, kind: Kind, session: Session, guest: &Guest) -> Result<()> {
    Desk::lay(tx, session).await?.write(app, tx, kind, guest).await
}

/// Ends the links of a registration.
pub(super) async fn end_links(tx: &mut Tx, registration: Id<kernel::mark::Registration>) -> Result<u64> {
    links::revoke(tx, registration, Clock::real()).await
}
