//! The agenda as rows.

use db::{Conn, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, Language, mark};

use crate::model::{Counts, Guest, Registered, Revision, Session, Speaker};

/// The sessions of an edition, by time.
pub async fn sessions(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Session>> {
    conn.all(
        sql!(
            "select s.id, s.edition_id, s.activity_id, a.key as activity, a.title as activity_title, a.mode, a.place, a.zone,
                    s.key, s.kind, s.title, s.topic, s.held_on, s.starts, s.ends, s.starts_at, s.ends_at, s.public, s.week,
                    s.date_source, s.time_source, s.host, s.recording, s.capacity, s.joining, s.cancelled_at
             from sessions s join activities a on a.id = s.activity_id
             where s.edition_id = $1 order by s.starts_at, s.position"
        ),
        (&edition,),
    )
    .await
}

/// The sessions of an activity, by time.
pub async fn sessions_of(conn: &mut Conn, activity: Id<mark::Activity>) -> Result<Vec<Session>> {
    conn.all(
        sql!(
            "select s.id, s.edition_id, s.activity_id, a.key as activity, a.title as activity_title, a.mode, a.place, a.zone,
                    s.key, s.kind, s.title, s.topic, s.held_on, s.starts, s.ends, s.starts_at, s.ends_at, s.public, s.week,
                    s.date_source, s.time_source, s.host, s.recording, s.capacity, s.joining, s.cancelled_at
             from sessions s join activities a on a.id = s.activity_id
             where s.activity_id = $1 order by s.starts_at, s.position"
        ),
        (&activity,),
    )
    .await
}

/// One session by its key.
pub async fn session(conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Option<Session>> {
    conn.first(
        sql!(
            "select s.id, s.edition_id, s.activity_id, a.key as activity, a.title as activity_title, a.mode, a.place, a.zone,
                    s.key, s.kind, s.title, s.topic, s.held_on, s.starts, s.ends, s.starts_at, s.ends_at, s.public, s.week,
                    s.date_source, s.time_source, s.host, s.recording, s.capacity, s.joining, s.cancelled_at
             from sessions s join activities a on a.id = s.activity_id
             where s.edition_id = $1 and s.key = $2"
        ),
        (&edition, key),
    )
    .await
}

/// One session by its identity.
pub async fn session_by_id(conn: &mut Conn, id: Id<mark::Session>) -> Result<Option<Session>> {
    conn.first(
        sql!(
            "select s.id, s.edition_id, s.activity_id, a.key as activity, a.title as activity_title, a.mode, a.place, a.zone,
                    s.key, s.kind, s.title, s.topic, s.held_on, s.starts, s.ends, s.starts_at, s.ends_at, s.public, s.week,
                    s.date_source, s.time_source, s.host, s.recording, s.capacity, s.joining, s.cancelled_at
             from sessions s join activities a on a.id = s.activity_id
             where s.id = $1"
        ),
        (&id,),
    )
    .await
}

/// Who speaks in an edition, in the order of its files.
pub async fn speakers(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Speaker>> {
    conn.all(
        sql!(
            "select k.person_id, p.name, p.printed, p.office, coalesce(o.name, nullif(p.organisation, '')) as organisation,
                    p.country, k.role, k.session_id, k.activity_id, k.source, p.invented
             from speakers k join people p on p.id = k.person_id left join organisations o on o.id = p.organisation_id
             where k.edition_id = $1 and p.erased_at is null order by k.file, k.row_number"
        ),
        (&edition,),
    )
    .await
}

/// Who speaks in a session, in the order of its programme.
pub async fn speakers_of_session(conn: &mut Conn, session: Id<mark::Session>) -> Result<Vec<Speaker>> {
    conn.all(
        sql!(
            "select k.person_id, p.name, p.printed, p.office, coalesce(o.name, nullif(p.organisation, '')) as organisation,
                    p.country, k.role, k.session_id, k.activity_id, k.source, p.invented
             from speakers k join people p on p.id = k.person_id left join organisations o on o.id = p.organisation_id
             where k.session_id = $1 and p.erased_at is null order by k.position, k.row_number"
        ),
        (&session,),
    )
    .await
}

/// Who speaks for a whole activity, in the order of its programme.
pub async fn speakers_of_activity(conn: &mut Conn, activity: Id<mark::Activity>) -> Result<Vec<Speaker>> {
    conn.all(
        sql!(
            "select k.person_id, p.name, p.printed, p.office, coalesce(o.name, nullif(p.organisation, '')) as organisation,
                    p.country, k.role, k.session_id, k.activity_id, k.source, p.invented
             from speakers k join people p on p.id = k.person_id left join organisations o on o.id = p.organisation_id
             where k.activity_id = $1 and p.erased_at is null order by k.position, k.row_number"
        ),
        (&activity,),
    )
    .await
}

/// How many are registered for each session of an edition at a moment, and how many were present.
pub async fn counts(conn: &mut Conn, edition: Id<mark::Edition>, now: Timestamp) -> Result<Vec<Counts>> {
    conn.all(
        sql!(
            "select r.session_id,
                    sum(case when r.withdrawn_at is null then 1 else 0 end) as registered,
                    sum(case when r.attended_minutes is not null and s.ends_at <= $2 then 1 else 0 end) as present
             from registrations r join sessions s on s.id = r.session_id
             where r.edition_id = $1 and r.registered_at <= $2 group by r.session_id"
        ),
        (&edition, &now),
    )
    .await
}

/// How many are registered for a session at a moment.
pub async fn registered_count(conn: &mut Conn, session: Id<mark::Session>, now: Timestamp) -> Result<i64> {
    conn.value(
        sql!("select count(*) as value from registrations where session_id = $1 and withdrawn_at is null and registered_at <= $2"),
        (&session, &now),
    )
    .await
}

/// Holds a session for the rest of the transaction, so that its last place is given away once.
pub(super) async fn hold(tx: &mut Tx, session: Id<mark::Session>) -> Result<u64> {
    tx.run(sql!("update sessions set position = position where id = $1"), (&session,)).await
}

/// A registration with the person whose it is.
pub async fn guest(conn: &mut Conn, id: Id<mark::Registration>) -> Result<Option<Guest>> {
    conn.first(
        sql!(
            "select r.id, r.session_id, r.person_id, p.name, p.email, r.language, r.zone, r.registered_at, r.withdrawn_at, r.reminded_at
             from registrations r join people p on p.id = r.person_id where r.id = $1"
        ),
        (&id,),
    )
    .await
}

/// The registration of a person for a session, withdrawn or not.
pub(super) async fn guest_of(
    conn: &mut Conn,
    session: Id<mark::Session>,
    person: Id<mark::Person>,
) -> Result<Option<Guest>> {
    conn.first(
        sql!(
            "select r.id, r.session_id, r.person_id, p.name, p.email, r.language, r.zone, r.registered_at, r.withdrawn_at, r.reminded_at
             from registrations r join people p on p.id = r.person_id where r.session_id = $1 and r.person_id = $2"
        ),
        (&session, &person),
    )
    .await
}

/// Everybody who is registered for a session and can be written to.
pub(super) async fn guests(conn: &mut Conn, session: Id<mark::Session>) -> Result<Vec<Guest>> {
    conn.all(
        sql!(
            "select r.id, r.session_id, r.person_id, p.name, p.email, r.language, r.zone, r.registered_at, r.withdrawn_at, r.reminded_at
             from registrations r join people p on p.id = r.person_id
             where r.session_id = $1 and r.withdrawn_at is null and p.email is not null order by r.position, r.registered_at"
        ),
        (&session,),
    )
    .await
}

/// What the desk lists: the registrations of a session that were made by a moment.
pub(super) async fn registrations(
    conn: &mut Conn,
    session: Id<mark::Session>,
    now: Timestamp,
) -> Result<Vec<Registered>> {
    conn.all(
        sql!(
            "select r.id, r.person_id, p.name, p.email, coalesce(o.name, p.organisation) as organisation, p.country,
                    r.registered_at, r.withdrawn_at, r.attended_minutes, r.invented
             from registrations r join people p on p.id = r.person_id left join organisations o on o.id = p.organisation_id
             where r.session_id = $1 and r.registered_at <= $2 order by r.registered_at, r.position"
        ),
        (&session, &now),
    )
    .await
}

/// A registration about to be written down.
pub(super) struct NewRegistration<'a> {
    pub id: Id<mark::Registration>,
    pub session: &'a Session,
    pub person: Id<mark::Person>,
    pub language: Language,
    pub zone: Option<String>,
    pub invented: bool,
    pub now: Timestamp,
}

/// Writes a registration down, or takes back that it was withdrawn; 0 where it stands already.
pub(super) async fn register(tx: &mut Tx, it: &NewRegistration<'_>) -> Result<u64> {
    tx.run(
        sql!(
            "insert into registrations (id, edition_id, session_id, person_id, registered_at, withdrawn_at, reminded_at,
                                        attended_minutes, language, zone, invented, position)
             values ($1, $2, $3, $4, $5, null, null, null, $6, $7, $8, $9)
             on conflict (session_id, person_id) do update
             set registered_at = excluded.registered_at, withdrawn_at = null, reminded_at = null,
                 language = excluded.language, zone = excluded.zone
             where registrations.withdrawn_at is not null"
        ),
        (
            &it.id,
            &it.session.edition_id,
            &it.session.id,
            &it.person,
            &it.now,
            &it.language,
            &it.zone,
            &it.invented,
            // Behind every row of a file, and in the order of time, without having to count the rows.
            &it.now.as_microsecond(),
        ),
    )
    .await
}

/// Notes that somebody withdrew; 0 where they had.
pub(super) async fn withdraw(tx: &mut Tx, id: Id<mark::Registration>, now: Timestamp) -> Result<u64> {
    tx.run(sql!("update registrations set withdrawn_at = $2 where id = $1 and withdrawn_at is null"), (&id, &now)).await
}

/// Notes that somebody was reminded; 0 where they were.
pub(super) async fn remind(tx: &mut Tx, id: Id<mark::Registration>, now: Timestamp) -> Result<u64> {
    tx.run(sql!("update registrations set reminded_at = $2 where id = $1 and reminded_at is null"), (&id, &now)).await
}

/// Forgets who was reminded: a session that moved is reminded of anew.
pub(super) async fn forget_reminders(tx: &mut Tx, session: Id<mark::Session>) -> Result<u64> {
    tx.run(sql!("update registrations set reminded_at = null where session_id = $1"), (&session,)).await
}

/// Notes how many minutes somebody was present; `None` where they did not come.
pub(super) async fn attend(tx: &mut Tx, id: Id<mark::Registration>, minutes: Option<i64>) -> Result<u64> {
    tx.run(sql!("update registrations set attended_minutes = $2 where id = $1"), (&id, &minutes)).await
}

/// Withdraws a person from all that has not begun, and forgets their zone; how many registrations were touched.
pub(super) async fn let_go(tx: &mut Tx, person: Id<mark::Person>, now: Timestamp) -> Result<u64> {
    tx.run(
        sql!(
            "update registrations set zone = null, withdrawn_at = case
                 when withdrawn_at is null and exists (select 1 from sessions s where s.id = registrations.session_id and s.starts_at > $2)
                 then $2 else withdrawn_at end
             where person_id = $1"
        ),
        (&person, &now),
    )
    .await
}

/// The registrations of a person.
pub(super) async fn registrations_of(conn: &mut Conn, person: Id<mark::Person>) -> Result<Vec<Id<mark::Registration>>> {
    conn.values(sql!("select id as value from registrations where person_id = $1"), (&person,)).await
}

/// Changes what a session says of itself.
pub(super) async fn change(tx: &mut Tx, it: &Session) -> Result<u64> {
    tx.run(
        sql!(
            "update sessions set title = $2, topic = $3, held_on = $4, starts = $5, ends = $6, starts_at = $7, ends_at = $8,
                    capacity = $9, joining = $10, recording = $11, date_source = $12, time_source = $13 where id = $1"
        ),
        (
            &it.id, &it.title, &it.topic, &it.held_on, &it.starts, &it.ends, &it.starts_at, &it.ends_at, &it.capacity,
            &it.joining, &it.recording, &it.date_source, &it.time_source,
        ),
    )
    .await
}

/// Notes that a session was called off; 0 where it was.
pub(super) async fn cancel(tx: &mut Tx, id: Id<mark::Session>, now: Timestamp) -> Result<u64> {
    tx.run(sql!("update sessions set cancelled_at = $2 where id = $1 and cancelled_at is null"), (&id, &now)).await
}

/// How often each session of an edition was changed, and when last.
pub async fn revisions(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Revision>> {
    conn.all(
        sql!(
            "select s.id as session_id, count(j.id) as sequence, coalesce(max(j.at), max(e.imported_at)) as changed_at
             from sessions s join editions e on e.id = s.edition_id
             left join journal j on j.subject_id = s.id
                  and j.act in ('journal-agenda-session-changed', 'journal-agenda-session-undone', 'journal-agenda-session-cancelled')
             where s.edition_id = $1 group by s.id"
        ),
        (&edition,),
    )
    .await
}

/// When a letter about a registration was last written.
pub(super) async fn last_letter(conn: &mut Conn, registration: Id<mark::Registration>) -> Result<Option<Timestamp>> {
    db::row! {
        struct Written { written_at: Option<Timestamp> }
    }
    let row: Option<Written> = conn
        .first(sql!("select max(written_at) as written_at from letters where about_id = $1"), (&registration,))
        .await?;
    Ok(row.and_then(|it| it.written_at))
}
