//! The verbs of the agenda: may they, can it, do it, say it.

use db::Tx;
use host::{Act, Actor, App, Clock, Fact, Found, Result, journal};
use jiff::{SignedDuration, Timestamp};
use kernel::{Country, EmailAddress, Id, Language, mark};
use people::NewPerson;
use ui::form::Filled;

use crate::{
    fields, jobs,
    letters::{self, Kind},
    model::{Guest, Session},
    refusal::AgendaRefusal,
    store,
};

/// What somebody tells us when they register.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The name by which people know them.
    pub name: String,
    /// Where letters reach them.
    pub email: EmailAddress,
    /// Their country, if they say it.
    pub country: Option<Country>,
    /// Where they come from, if they say it.
    pub organisation: String,
    /// The language in which they read.
    pub language: Language,
    /// Their zone, where their browser told it.
    pub zone: Option<String>,
}

/// How long nobody gets the same letter again, however often a form is sent.
const PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// Registers somebody for a session: the person, the registration, the letter, the reminder.
///
/// The answer is the same whether they were registered already, so that nobody learns that of another. That is
/// also why fullness is asked before the address is looked at.
pub async fn register(app: &App, tx: &mut Tx, session: Id<mark::Session>, asked: &Asked) -> Result<()> {
    let now = app.clock.now();
    store::hold(tx, session).await?;
    let session = store::session_by_id(tx, session).await?.found()?;
    open_for_registration(&session, now)?;
    if let Some(capacity) = session.capacity
        && store::registered_count(tx, session.id, now).await? >= capacity
    {
        return Err(AgendaRefusal::Full.into());
    }
    let new = NewPerson {
        name: asked.name.clone(),
        email: asked.email.clone(),
        country: asked.country,
        organisation: asked.organisation.clone(),
        language: asked.language,
        invented: false,
    };
    let person = people::find_or_make(tx, session.edition_id, &new).await?;
    let row = store::NewRegistration {
        id: Id::new(),
        session: &session,
        person,
        language: asked.language,
        zone: asked.zone.clone(),
        invented: false,
        now,
    };
    let is_new = store::register(tx, &row).await? > 0;
    let guest = store::guest_of(tx, session.id, person).await?.found()?;
    if is_new { welcome(app, tx, session, &guest).await } else { remind_of_letter(app, tx, session, &guest).await }
}

/// Whether anybody may register at a moment.
pub(super) fn open_for_registration(session: &Session, now: Timestamp) -> std::result::Result<(), AgendaRefusal> {
    if session.is_cancelled() {
        Err(AgendaRefusal::Cancelled)
    } else if session.has_begun(now) {
        Err(AgendaRefusal::Begun)
    } else if session.public {
        Ok(())
    } else {
        Err(AgendaRefusal::ParticipantsOnly)
    }
}

async fn welcome(app: &App, tx: &mut Tx, session: Session, guest: &Guest) -> Result<()> {
    journal::Entry::by_nobody("journal-agenda-registered", "registration", guest.id)
        .within(session.edition_id)
        .note("session", &session.key)
        .personal("name", None, Some(guest.name.clone()), guest.person_id)
        .write(tx)
        .await?;
    jobs::remind_in_time(app, tx, &session, guest.id).await?;
    letters::write(app, tx, Kind::Registered, session, guest).await?;
    app.follow(tx, Fact::Registered(guest.id)).await
}

/// Whoever registers again has perhaps lost the letter: it goes to the address once more, but not twice in a row.
async fn remind_of_letter(app: &App, tx: &mut Tx, session: Session, guest: &Guest) -> Result<()> {
    let last = store::last_letter(tx, guest.id).await?;
    if last.is_none_or(|it| it + PAUSE < Clock::real()) {
        letters::write(app, tx, Kind::Registered, session, guest).await?;
    }
    Ok(())
}

/// Withdraws a registration, as the holder of its link asks.
pub async fn withdraw(app: &App, tx: &mut Tx, registration: Id<mark::Registration>) -> Result<()> {
    let guest = store::guest(tx, registration).await?.found()?;
    let session = store::session_by_id(tx, guest.session_id).await?.found()?;
    if session.has_begun(app.clock.now()) {
        return Err(AgendaRefusal::Begun.into());
    }
    if store::withdraw(tx, registration, app.clock.now()).await? == 0 {
        return Ok(());
    }
    journal::Entry::by_nobody("journal-agenda-withdrawn", "registration", registration)
        .within(session.edition_id)
        .note("session", &session.key)
        .personal("name", Some(guest.name.clone()), None, guest.person_id)
        .write(tx)
        .await?;
    app.follow(tx, Fact::Withdrawn(registration)).await
}

/// Withdraws somebody at the desk, and tells them.
pub async fn withdraw_for(app: &App, tx: &mut Tx, actor: &Actor, registration: Id<mark::Registration>) -> Result<()> {
    let guest = store::guest(tx, registration).await?.found()?;
    let session = store::session_by_id(tx, guest.session_id).await?.found()?;
    actor.may(Act::EditRegistrations(session.edition_id))?;
    let now = app.clock.now();
    if store::withdraw(tx, registration, now).await? == 0 {
        return Ok(());
    }
    journal::Entry::by(actor, "journal-agenda-withdrawn", "registration", registration)
        .within(session.edition_id)
        .note("session", &session.key)
        .personal("name", Some(guest.name.clone()), None, guest.person_id)
        .write(tx)
        .await?;
    if !session.has_begun(now) {
        letters::write(app, tx, Kind::Withdrawn, session, &guest).await?;
    }
    app.follow(tx, Fact::Withdrawn(registration)).await
}

/// Changes a session as a form asks; whoever is registered hears of it where its time or its place changed.
///
/// The form says what it showed (`seen`). What is returned is all that is wrong with it: nothing, where it was done.
pub async fn change(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    session: Id<mark::Session>,
    form: &Filled,
) -> Result<Vec<AgendaRefusal>> {
    store::hold(tx, session).await?;
    let before = store::session_by_id(tx, session).await?.found()?;
    actor.may(Act::EditEdition(before.edition_id))?;
    let after = match fields::read(&before, form) {
        Err(wrong) => return Ok(wrong),
        Ok(_) if fields::digest(&before) != form.value("seen") => return Ok(vec![AgendaRefusal::ChangedMeanwhile]),
        Ok(after) => after,
    };
    write_change(app, tx, actor, "journal-agenda-session-changed", &before, &after).await?;
    Ok(Vec::new())
}

async fn write_change(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    before: &Session,
    after: &Session,
) -> Result<()> {
    let entry = journal::Entry::by(actor, act, "session", after.id).within(after.edition_id);
    let values = fields::words(before).into_iter().zip(fields::words(after));
    let entry =
        fields::NAMES.iter().zip(values).fold(entry, |entry, (name, (was, became))| entry.change(name, was, became));
    if !entry.has_changes() {
        return Ok(());
    }
    store::change(tx, after).await?;
    entry.write(tx).await?;
    if fields::has_moved(before, after) && !before.is_cancelled() {
        app.follow(tx, Fact::SessionMoved(after.id)).await?;
    }
    Ok(())
}

/// The last change of a session that can be taken back: the values that stood there before.
pub(super) async fn last_change(
    conn: &mut db::Conn,
    session: Id<mark::Session>,
) -> Result<Option<Vec<(String, Option<String>)>>> {
    let lines = journal::history(conn, session).await?;
    let acts = ["journal-agenda-session-changed", "journal-agenda-session-undone"];
    let Some(line) = lines.iter().find(|it| acts.contains(&it.act.as_str())) else { return Ok(None) };
    let values = journal::values_between(conn, line.at, line.at).await?;
    Ok(Some(values.into_iter().filter(|it| it.entry_id == line.id).map(|it| (it.field, it.was)).collect()))
}

/// Takes the last change back: writes the earlier values, as a change of its own.
pub async fn undo(app: &App, tx: &mut Tx, actor: &Actor, session: Id<mark::Session>, seen: &str) -> Result<()> {
    store::hold(tx, session).await?;
    let now = store::session_by_id(tx, session).await?.found()?;
    actor.may(Act::EditEdition(now.edition_id))?;
    if fields::digest(&now) != seen {
        return Err(AgendaRefusal::ChangedMeanwhile.into());
    }
    let values = last_change(tx, session).await?.ok_or(AgendaRefusal::NothingToUndo)?;
    let then = fields::before_change(&now, &values).map_err(|_| AgendaRefusal::NothingToUndo)?;
    write_change(app, tx, actor, "journal-agenda-session-undone", &now, &then).await
}

/// Calls a session off; whoever is registered hears of it.
pub async fn cancel(app: &App, tx: &mut Tx, actor: &Actor, session: &Session) -> Result<()> {
    actor.may(Act::EditEdition(session.edition_id))?;
    let now = app.clock.now();
    if session.is_over(now) {
        return Err(AgendaRefusal::Begun.into());
    }
    if store::cancel(tx, session.id, now).await? == 0 {
        return Ok(());
    }
    journal::Entry::by(actor, "journal-agenda-session-cancelled", "session", session.id)
        .within(session.edition_id)
        .note("session", &session.key)
        .write(tx)
        .await?;
    app.follow(tx, Fact::SessionCancelled(session.id)).await
}
