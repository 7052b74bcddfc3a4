//! The figures of this room: how many registered, how many different people came, who spoke.

use db::{Conn, sql};
use host::{
    Result,
    figures::{Display, Indicator, Scope, Trace, Value},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{Language, Text};

/// What this room can count.
pub fn indicators() -> Vec<Indicator> {
    vec![
        Indicator {
            key: "webinars.registrations",
            title: "agenda-webinars-registrations",
            definition: "agenda-webinars-registrations-definition",
            display: Display::AtLeast(1000),
            compute: |conn, scope| Box::pin(registrations(conn, scope)),
            rows: |conn, scope| Box::pin(registration_rows(conn, scope)),
        },
        Indicator {
            key: "webinars.people",
            title: "agenda-webinars-people",
            definition: "agenda-webinars-people-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(people(conn, scope)),
            rows: |conn, scope| Box::pin(people_rows(conn, scope)),
        },
        Indicator {
            key: "webinars.sessions",
            title: "agenda-webinars-sessions",
            definition: "agenda-webinars-sessions-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(webinars(conn, scope)),
            rows: |conn, scope| Box::pin(webinar_rows(conn, scope)),
        },
        Indicator {
            key: "series.count",
            title: "agenda-series-count",
            definition: "agenda-series-count-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(series(conn, scope)),
            rows: |conn, scope| Box::pin(series_rows(conn, scope)),
        },
        Indicator {
            key: "speakers.count",
            title: "agenda-speakers-count",
            definition: "agenda-speakers-count-definition",
            display: Display::AtLeast(10),
            compute: |conn, scope| Box::pin(speakers(conn, scope)),
            rows: |conn, scope| Box::pin(speaker_rows(conn, scope)),
        },
    ]
}

/// A count as a figure; nothing to count yet is no zero.
fn some(number: i64) -> Option<Value> {
    (number > 0).then_some(Value { number, of: None })
}

/// The civil day of a moment, in UTC: what has ended by it, has ended for everybody but the far west.
fn day(scope: Scope) -> Date {
    scope.as_of.to_zoned_datetime(TimeZone::UTC).date()
}

fn words(text: &Text) -> String {
    text.best(Language::ENGLISH).1.to_owned()
}

async fn registrations(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let number = conn
        .value(
            sql!(
                "select count(*) as value from registrations r join sessions s on s.id = r.session_id
                 join activities a on a.id = s.activity_id
                 where r.edition_id = $1 and a.kind = 'series' and s.kind = 'webinar' and r.registered_at <= $2
                   and (r.withdrawn_at is null or r.withdrawn_at > $2)"
            ),
            (&scope.edition, &scope.as_of),
        )
        .await?;
    Ok(some(number))
}

db::row! {
    struct RegistrationRow {
        title: Text,
        name: String,
        country: Option<String>,
        registered_at: Timestamp,
        invented: bool,
    }
}

async fn registration_rows(conn: &mut Conn, scope: Scope) -> Result<Trace> {
    let rows: Vec<RegistrationRow> = conn
        .all(
            sql!(
                "select s.title, p.name, p.country, r.registered_at, r.invented
                 from registrations r join sessions s on s.id = r.session_id join people p on p.id = r.person_id
                 join activities a on a.id = s.activity_id
                 where r.edition_id = $1 and a.kind = 'series' and s.kind = 'webinar' and r.registered_at <= $2
                   and (r.withdrawn_at is null or r.withdrawn_at > $2)
                 order by s.starts_at, r.registered_at, r.position"
            ),
            (&scope.edition, &scope.as_of),
        )
        .await?;
    Ok(Trace {
        columns: vec![
            "agenda-column-session",
            "agenda-column-name",
            "agenda-column-country",
            "agenda-column-registered",
            "agenda-column-note",
        ],
        rows: rows
            .into_iter()
            .map(|it| {
                vec![
                    words(&it.title),
                    it.name,
                    it.country.unwrap_or_default(),
                    it.registered_at.to_string(),
                    note(it.invented),
                ]
            })
            .collect(),
    })
}

/// How a file marks what the demonstration made up; the word of the folder's format.
fn note(invented: bool) -> String {
    if invented { "demonstration".to_owned() } else { String::new() }
}

async fn people(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let number = conn
        .value(
            sql!(
                "select count(distinct r.person_id) as value from registrations r join sessions s on s.id = r.session_id
                 join activities a on a.id = s.activity_id
                 where r.edition_id = $1 and a.kind = 'series' and s.kind = 'webinar' and s.ends_at <= $2
                   and s.cancelled_at is null and r.attended_minutes is not null"
            ),
            (&scope.edition, &scope.as_of),
        )
        .await?;
    Ok(some(number))
}

db::row! {
    struct PersonRow {
        name: String,
        country: Option<String>,
        sessions: i64,
        minutes: i64,
        invented: bool,
    }
}

async fn people_rows(conn: &mut Conn, scope: Scope) -> Result<Trace> {
    let rows: Vec<PersonRow> = conn
        .all(
            sql!(
                "select p.name, p.country, p.invented, count(*) as sessions, cast(sum(r.attended_minutes) as bigint) as minutes
                 from registrations r join sessions s on s.id = r.session_id join people p on p.id = r.person_id
                 join activities a on a.id = s.activity_id
                 where r.edition_id = $1 and a.kind = 'series' and s.kind = 'webinar' and s.ends_at <= $2
                   and s.cancelled_at is null and r.attended_minutes is not null
                 group by p.id, p.name, p.country, p.invented, p.position order by p.name, p.position"
            ),
            (&scope.edition, &scope.as_of),
        )
        .await?;
    Ok(Trace {
        columns: vec![
            "agenda-column-name",
            "agenda-column-country",
            "agenda-column-sessions",
            "agenda-column-minutes",
            "agenda-column-note",
        ],
        rows: rows
            .into_iter()
            .map(|it| {
                vec![
                    it.name,
                    it.country.unwrap_or_default(),
                    it.sessions.to_string(),
                    it.minutes.to_string(),
                    note(it.invented),
                ]
            })
            .collect(),
    })
}

async fn webinars(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let number = conn
        .value(
            sql!(
                "select count(*) as value from sessions s join activities a on a.id = s.activity_id
                 where s.edition_id = $1 and a.kind = 'series' and s.kind = 'webinar' and s.ends_at <= $2 and s.cancelled_at is null"
            ),
            (&scope.edition, &scope.as_of),
        )
        .await?;
    Ok(some(number))
}

db::row! {
    struct SessionRow {
        title: Text,
        activity: Text,
        held_on: String,
        date_source: String,
    }
}

async fn webinar_rows(conn: &mut Conn, scope: Scope) -> Result<Trace> {
    let rows: Vec<SessionRow> = conn
        .all(
            sql!(
                "select s.title, a.title as activity, s.held_on, s.date_source
                 from sessions s join activities a on a.id = s.activity_id
                 where s.edition_id = $1 and a.kind = 'series' and s.kind = 'webinar' and s.ends_at <= $2 and s.cancelled_at is null
                 order by s.starts_at, s.position"
            ),
            (&scope.edition, &scope.as_of),
        )
        .await?;
    Ok(Trace {
        columns: vec!["agenda-column-session", "agenda-column-activity", "agenda-column-day", "agenda-column-source"],
        rows: rows
            .into_iter()
            .map(|it| vec![words(&it.title), words(&it.activity), it.held_on, it.date_source])
            .collect(),
    })
}

async fn series(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let number = conn
        .value(
            sql!(
                "select count(*) as value from activities where edition_id = $1 and kind = 'series' and ends_on <= $2"
            ),
            (&scope.edition, &day(scope)),
        )
        .await?;
    Ok(some(number))
}

db::row! {
    struct SeriesRow {
        title: Text,
        country: Option<String>,
        starts_on: String,
        ends_on: String,
    }
}

async fn series_rows(conn: &mut Conn, scope: Scope) -> Result<Trace> {
    let rows: Vec<SeriesRow> = conn
        .all(
            sql!(
                "select title, country, starts_on, ends_on from activities
                 where edition_id = $1 and kind = 'series' and ends_on <= $2 order by starts_on, position"
            ),
            (&scope.edition, &day(scope)),
        )
        .await?;
    Ok(Trace {
        columns: vec![
            "agenda-column-activity",
            "agenda-column-country",
            "agenda-column-first-day",
            "agenda-column-last-day",
        ],
        rows: rows
            .into_iter()
            .map(|it| vec![words(&it.title), it.country.unwrap_or_default(), it.starts_on, it.ends_on])
            .collect(),
    })
}

async fn speakers(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let number = conn
        .value(
            sql!(
                "select count(distinct k.person_id) as value from speakers k
                 left join sessions s on s.id = k.session_id left join activities a on a.id = k.activity_id
                 where k.edition_id = $1 and ((s.ends_at <= $2 and s.cancelled_at is null) or a.ends_on <= $3)"
            ),
            (&scope.edition, &scope.as_of, &day(scope)),
        )
        .await?;
    Ok(some(number))
}

db::row! {
    struct SpeakerRow {
        printed: String,
        organisation: Option<String>,
        appearances: i64,
        invented: bool,
    }
}

async fn speaker_rows(conn: &mut Conn, scope: Scope) -> Result<Trace> {
    let rows: Vec<SpeakerRow> = conn
        .all(
            sql!(
                "select p.printed, coalesce(o.name, nullif(p.organisation, '')) as organisation, p.invented, count(*) as appearances
                 from speakers k join people p on p.id = k.person_id left join organisations o on o.id = p.organisation_id
                 left join sessions s on s.id = k.session_id left join activities a on a.id = k.activity_id
                 where k.edition_id = $1 and ((s.ends_at <= $2 and s.cancelled_at is null) or a.ends_on <= $3)
                 group by p.id, p.printed, o.name, p.organisation, p.invented, p.file, p.position order by p.file, p.position"
            ),
            (&scope.edition, &scope.as_of, &day(scope)),
        )
        .await?;
    Ok(Trace {
        columns: vec![
            "agenda-column-name",
            "agenda-column-organisation",
            "agenda-column-appearances",
            "agenda-column-note",
        ],
        rows: rows
            .into_iter()
            .map(|it| {
                vec![it.printed, it.organisation.unwrap_or_default(), it.appearances.to_string(), note(it.invented)]
            })
            .collect(),
    })
}
