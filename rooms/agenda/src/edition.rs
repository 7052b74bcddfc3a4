//! How sessions, speakers and registrations are read from an edition's folder, and written back.
//!
//! Carried into next year: nothing; an agenda is its year's own. What was entered here and cannot stand in the
//! folder (registrations that were withdrawn, who was reminded) stays in the record.

use std::collections::{HashMap, HashSet};

use db::{Args, Conn, Tx, sql};
use host::{
    Result,
    folder::{CsvOut, Findings, Folder, Known, Row, Rows, Thing, TomlOut, things},
};
use jiff::{Timestamp, civil::Date, civil::Time, tz::TimeZone};
use kernel::{Id, Key, Language, Text, mark};
use programme::{Source, edition::Names};

use crate::{
    model::{SessionKind, SpeakerRole, moment},
    store,
};

const SESSION_NAMES: &[&str] = &[
    "key",
    "activity",
    "kind",
    "title",
    "topic",
    "on",
    "starts",
    "ends",
    "public",
    "week",
    "date_source",
    "time_source",
    "host",
    "recording",
    "capacity",
    "joining",
    "cancelled_at",
];
const SPEAKER_COLUMNS: &[&str] = &["session", "activity", "person", "role", "position", "source"];
const REGISTRATION_COLUMNS: &[&str] = &["session", "person", "registered_at", "attended_minutes"];

/// What the files of this room say.
pub struct Draft {
    sessions: Vec<SessionDraft>,
    speakers: Vec<SpeakerDraft>,
    registrations: Vec<RegistrationDraft>,
    invented: bool,
}

struct SessionDraft {
    key: String,
    activity: String,
    kind: String,
    title: Text,
    topic: Option<Text>,
    held_on: Option<Date>,
    starts: Option<Time>,
    ends: Option<Time>,
    public: bool,
    week: Option<i64>,
    date_source: String,
    time_source: String,
    host: Option<Text>,
    recording: Option<Date>,
    capacity: Option<i64>,
    joining: Option<String>,
    cancelled_at: Option<Timestamp>,
}

struct SpeakerDraft {
    file: &'static str,
    session: Option<String>,
    activity: Option<String>,
    person: String,
    role: String,
    position: i64,
    source: String,
}

struct RegistrationDraft {
    session: String,
    person: String,
    registered_at: Option<Timestamp>,
    attended_minutes: Option<i64>,
}

/// Reads this room's files; what is wrong goes to `findings`, what they introduce to `known`.
pub fn read(folder: &Folder, _names: &Names, known: &mut Known, findings: &mut Findings) -> Draft {
    let sessions = things(folder, "sessions.toml", &["session"], findings)
        .iter()
        .map(|(_, it)| read_session(it, known, findings))
        .collect();
    let mut speakers = read_speakers(folder, "speakers.csv", "speakers", known, findings);
    speakers.extend(read_speakers(folder, "speakers-invented.csv", "speakers-invented", known, findings));
    let registrations = read_registrations(folder, known, findings);
    Draft { sessions, speakers, registrations, invented: programme::edition::is_demonstration(folder) }
}

fn read_session(it: &Thing<'_>, known: &mut Known, findings: &mut Findings) -> SessionDraft {
    it.expect(SESSION_NAMES, findings);
    let key = it.key("key", findings).map_or_else(String::new, String::from);
    known.add("session", &key, it.spot("key"), findings);
    let activity = it.required("activity", findings);
    known.check("activity", &activity, it.spot("activity"), findings);
    let (starts, ends) = (it.time("starts", findings), it.time("ends", findings));
    if let (Some(from), Some(to)) = (starts, ends)
        && to <= from
    {
        findings.add(
            it.spot("ends"),
            "it ends before it starts",
            "write a later time on the same day; split what runs over midnight",
        );
    }
    let joining = it.optional("joining", findings);
    if joining.as_deref().is_some_and(|it| !is_address(it)) {
        findings.add(it.spot("joining"), "this is no address of the web", "write it with https:// at its beginning");
    }
    SessionDraft {
        key,
        activity,
        kind: it.one_of("kind", SessionKind::WORDS, None, findings),
        title: it.text_in_languages("title", findings),
        topic: it.optional_text("topic", findings),
        held_on: it.day("on", findings),
        starts,
        ends,
        public: it.flag("public", findings),
        week: positive(it, "week", findings),
        date_source: it.one_of("date_source", Source::WORDS, Some("report"), findings),
        time_source: it.one_of("time_source", Source::WORDS, Some("report"), findings),
        host: it.optional_text("host", findings),
        recording: it.optional_day("recording", findings),
        capacity: positive(it, "capacity", findings),
        joining,
        cancelled_at: it.optional_parsed(
            "cancelled_at",
            "write an instant in UTC, like \"2025-08-20T02:00:00Z\"",
            findings,
        ),
    }
}

fn positive(it: &Thing<'_>, name: &str, findings: &mut Findings) -> Option<i64> {
    let number = it.number(name, findings)?;
    if number < 1 {
        findings.add(it.spot(name), format!("{name} is {number}"), "write a number from 1 on, or leave it out");
    }
    Some(number)
}

/// Whether these words are an address of the web that can stand in a link.
pub(super) fn is_address(words: &str) -> bool {
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
    rest.is_some_and(|it| !it.is_empty()) && !words.contains(char::is_whitespace) && words.len() <= 2000
}

fn read_speakers(
    folder: &Folder,
    name: &'static str,
    file: &'static str,
    known: &Known,
    findings: &mut Findings,
) -> Vec<SpeakerDraft> {
    let rows = Rows::read(folder, name, SPEAKER_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            let (session, activity) = (row.optional("session"), row.optional("activity"));
            if session.is_some() == activity.is_some() {
                findings.add(
                    row.spot("session"),
                    "a row is about a session or about an activity",
                    "fill exactly one of the two",
                );
            }
            if let Some(key) = &session {
                known.check("session", key, row.spot("session"), findings);
            }
            if let Some(key) = &activity {
                known.check("activity", key, row.spot("activity"), findings);
            }
            SpeakerDraft {
                file,
                session,
                activity,
                person: person(row, known, findings),
                role: row.one_of("role", SpeakerRole::WORDS, findings),
                position: row.number("position", findings).unwrap_or_default(),
                source: row.one_of("source", Source::WORDS, findings),
            }
        })
        .collect()
}

fn person(row: &Row, known: &Known, findings: &mut Findings) -> String {
    known.check("person", row.get("person"), row.spot("person"), findings);
    row.get("person").to_owned()
}

fn read_registrations(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<RegistrationDraft> {
    let rows = Rows::read(folder, "registrations.csv", REGISTRATION_COLUMNS, findings).rows;
    let mut seen = HashSet::new();
    rows.iter()
        .map(|row| {
            known.check("session", row.get("session"), row.spot("session"), findings);
            if !seen.insert((row.get("session"), row.get("person"))) {
                findings.add(
                    row.spot("person"),
                    "this person is registered for the session already",
                    "keep one of the two rows",
                );
            }
            let attended_minutes = row.number("attended_minutes", findings);
            if attended_minutes.is_some_and(|it| it < 0) {
                findings.add(
                    row.spot("attended_minutes"),
                    "nobody is present for less than no time",
                    "write minutes, or nothing for who did not come",
                );
            }
            RegistrationDraft {
                session: row.get("session").to_owned(),
                person: person(row, known, findings),
                registered_at: row.instant("registered_at", findings),
                attended_minutes,
            }
        })
        .collect()
}

/// Writes what was read; the programme's and the people's rows stand already.
pub async fn write(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    write_sessions(tx, names, draft).await?;
    for (number, it) in (0_i64..).zip(&draft.speakers) {
        tx.run(
            sql!(
                "insert into speakers (id, edition_id, session_id, activity_id, person_id, role, position, source, file, row_number)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            (
                &names.id::<()>("speaker", &number.to_string()),
                &names.edition(),
                &it.session.as_ref().map(|key| names.id::<mark::Session>("session", key)),
                &it.activity.as_ref().map(|key| names.id::<mark::Activity>("activity", key)),
                &names.id::<mark::Person>("person", &it.person),
                &it.role,
                &it.position,
                &it.source,
                it.file,
                &number,
            ),
        )
        .await?;
    }
    for (number, it) in (0_i64..).zip(&draft.registrations) {
        tx.run(
            sql!(
                "insert into registrations (id, edition_id, session_id, person_id, registered_at, withdrawn_at, reminded_at,
                                            attended_minutes, language, zone, invented, position)
                 values ($1, $2, $3, $4, $5, null, null, $6, $7, null, $8, $9)"
            ),
            (
                &names.id::<mark::Registration>("registration", &number.to_string()),
                &names.edition(),
                &names.id::<mark::Session>("session", &it.session),
                &names.id::<mark::Person>("person", &it.person),
                &it.registered_at,
                &it.attended_minutes,
                &Language::ENGLISH,
                &draft.invented,
                &number,
            ),
        )
        .await?;
    }
    Ok(())
}

async fn write_sessions(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    let zones = zones(tx, names.edition()).await?;
    for (position, it) in (0_i64..).zip(&draft.sessions) {
        let zone = zones.get(&it.activity).cloned().unwrap_or(TimeZone::UTC);
        let at = |time: Option<Time>| moment(it.held_on?, time?, &zone);
        let mut values = (
            &names.id::<mark::Session>("session", &it.key),
            &names.edition(),
            &names.id::<mark::Activity>("activity", &it.activity),
            &it.key,
            &it.kind,
            &it.title,
            &it.topic,
            &it.held_on,
            &it.starts,
            &it.ends,
            &at(it.starts),
            &at(it.ends),
            &it.public,
            &it.week,
            &it.date_source,
            &it.time_source,
        )
            .values();
        values.extend((&it.host, &it.recording, &it.capacity, &it.joining, &it.cancelled_at, &position).values());
        tx.run(
            sql!(
                "insert into sessions (id, edition_id, activity_id, key, kind, title, topic, held_on, starts, ends, starts_at, ends_at,
                                       public, week, date_source, time_source, host, recording, capacity, joining, cancelled_at,
                                       position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)"
            ),
            values,
        )
        .await?;
    }
    Ok(())
}

db::row! {
    struct Zone {
        key: String,
        zone: String,
    }
}

/// The zones in which the activities' sessions are announced.
async fn zones(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<HashMap<String, TimeZone>> {
    let rows: Vec<Zone> = conn.all(sql!("select key, zone from activities where edition_id = $1"), (&edition,)).await?;
    Ok(rows.into_iter().map(|it| (it.key, TimeZone::get(&it.zone).unwrap_or(TimeZone::UTC))).collect())
}

db::row! {
    struct SpeakerRow {
        session: Option<Key>,
        activity: Option<Key>,
        person: String,
        role: String,
        position: i64,
        source: String,
        file: String,
    }
}

db::row! {
    struct RegistrationRow {
        session: Key,
        person: String,
        registered_at: Timestamp,
        attended_minutes: Option<i64>,
    }
}

/// Writes this room's files of an edition into a folder.
pub async fn export(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    folder.put("sessions.toml", sessions_file(conn, edition).await?);
    let speakers: Vec<SpeakerRow> = conn
        .all(
            sql!(
                "select s.key as session, a.key as activity, p.key as person, k.role, k.position, k.source, k.file
                 from speakers k join people p on p.id = k.person_id
                 left join sessions s on s.id = k.session_id left join activities a on a.id = k.activity_id
                 where k.edition_id = $1 order by k.row_number"
            ),
            (&edition,),
        )
        .await?;
    for (name, file) in [("speakers.csv", "speakers"), ("speakers-invented.csv", "speakers-invented")] {
        let mut out = CsvOut::new(SPEAKER_COLUMNS);
        for it in speakers.iter().filter(|it| it.file == file) {
            let (session, activity) =
                (it.session.as_ref().map_or("", Key::as_str), it.activity.as_ref().map_or("", Key::as_str));
            out.row(&[session, activity, &it.person, &it.role, &it.position.to_string(), &it.source]);
        }
        folder.put(name, out.finish());
    }
    let registrations: Vec<RegistrationRow> = conn
        .all(
            sql!(
                "select s.key as session, p.key as person, r.registered_at, r.attended_minutes
                 from registrations r join sessions s on s.id = r.session_id join people p on p.id = r.person_id
                 where r.edition_id = $1 and r.withdrawn_at is null order by r.position, r.id"
            ),
            (&edition,),
        )
        .await?;
    let mut out = CsvOut::new(REGISTRATION_COLUMNS);
    for it in registrations {
        let minutes = it.attended_minutes.map(|it| it.to_string()).unwrap_or_default();
        out.row(&[it.session.as_str(), &it.person, &it.registered_at.to_string(), &minutes]);
    }
    folder.put("registrations.csv", out.finish());
    Ok(())
}

async fn sessions_file(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<String> {
    let order: Vec<Id<mark::Session>> = conn
        .values(sql!("select id as value from sessions where edition_id = $1 order by position"), (&edition,))
        .await?;
    let place: HashMap<_, _> = order.into_iter().enumerate().map(|(at, id)| (id, at)).collect();
    let mut sessions = store::sessions(conn, edition).await?;
    sessions.sort_by_key(|it| place.get(&it.id).copied());
    let mut out = TomlOut::default();
    for it in sessions {
        out.item("session")
            .words("key", &it.key)
            .words("activity", &it.activity)
            .words("kind", it.kind)
            .text("title", &it.title)
            .text("topic", &it.topic.unwrap_or_default())
            .words("on", it.held_on)
            .words("starts", it.starts.strftime("%H:%M"))
            .words("ends", it.ends.strftime("%H:%M"))
            .flag("public", it.public)
            .number("week", it.week)
            .words("date_source", it.date_source)
            .words("time_source", it.time_source)
            .text("host", &it.host.unwrap_or_default())
            .maybe("recording", it.recording)
            .number("capacity", it.capacity)
            .maybe("joining", it.joining)
            .maybe("cancelled_at", it.cancelled_at);
    }
    Ok(out.finish())
}
