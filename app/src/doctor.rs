//! `convoke doctor`: what must hold of a living record, checked.

use std::path::Path;

use db::{Conn, Sql, sql};
use host::{App, files};

use crate::{installation, installation::Wishes};

/// Something that should not be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// What must hold.
    pub rule: &'static str,
    /// How many rows break it.
    pub count: i64,
}

/// What must hold, and how to count what breaks it.
const RULES: [(&str, Sql); 13] = [
    (
        "a session lies within the days of its activity",
        sql!(
            "select count(*) as value from sessions s join activities a on a.id = s.activity_id
             where s.held_on < a.starts_on or s.held_on > a.ends_on"
        ),
    ),
    ("a session ends after it starts", sql!("select count(*) as value from sessions where ends_at <= starts_at")),
    (
        "a registration was made before its session ended",
        sql!(
            "select count(*) as value from registrations r join sessions s on s.id = r.session_id where r.registered_at > s.ends_at"
        ),
    ),
    (
        "nobody who withdrew was present",
        sql!("select count(*) as value from registrations where withdrawn_at is not null and attended_minutes is not null"),
    ),
    (
        "a participation belongs to a person and an activity of the same edition",
        sql!(
            "select count(*) as value from participations p join people q on q.id = p.person_id join activities a on a.id = p.activity_id
             where q.edition_id <> p.edition_id or a.edition_id <> p.edition_id"
        ),
    ),
    (
        "a part of an activity is part of one that exists",
        sql!(
            "select count(*) as value from activities a where a.part_of is not null and not exists
             (select 1 from activities b where b.edition_id = a.edition_id and b.key = a.part_of)"
        ),
    ),
    (
        "an erased person has no address, no birthday and no motivation",
        sql!(
            "select count(*) as value from people p left join applications a on a.person_id = p.id
             where p.erased_at is not null and (p.email is not null or p.born_on is not null or coalesce(a.motivation, '') <> '')"
        ),
    ),
    (
        "an erased value of the journal is empty",
        sql!("select count(*) as value from journal_values where erased_at is not null and (was is not null or became is not null)"),
    ),
    (
        "an ended account holds no role and no open session",
        sql!(
            "select count(*) as value from accounts a where a.ended_at is not null and
             (exists (select 1 from grants g where g.account_id = a.id and g.ended_at is null)
              or exists (select 1 from web_sessions w where w.account_id = a.id and w.ended_at is null))"
        ),
    ),
    (
        "every edition has somebody of the secretariat",
        sql!(
            "select count(*) as value from editions e where exists (select 1 from accounts) and not exists
             (select 1 from grants g where g.role = 'secretariat' and g.ended_at is null
              and (g.edition_id = e.id or g.programme_id = e.programme_id or (g.edition_id is null and g.programme_id is null)))"
        ),
    ),
    (
        "a publication has its signed PDF and its manifest",
        sql!(
            "select count(*) as value from publications p where
             not exists (select 1 from publication_files f where f.publication_id = p.id and f.kind = 'pdf')
             or not exists (select 1 from publication_files f where f.publication_id = p.id and f.kind = 'manifest')"
        ),
    ),
    ("no later work was given up", sql!("select count(*) as value from jobs where given_up_at is not null")),
    (
        "an answer belongs to a survey that somebody was invited to",
        sql!(
            "select count(*) as value from (select i.survey_id, count(distinct a.respondent) as answered from answers a
             join survey_items i on i.id = a.item_id group by i.survey_id) x join surveys s on s.id = x.survey_id
             where x.answered > s.invited"
        ),
    ),
];

/// Checks an installation; what is wrong is printed, and makes the command fail.
pub(crate) async fn doctor(data: &Path, wishes: &Wishes) -> Result<(), String> {
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let complaints = examine(&app).await.map_err(|error| error.to_string());
    app.db.close().await;
    let complaints = complaints?;
    for it in &complaints {
        println!("{} times not so: {}", it.count, it.rule);
    }
    if complaints.is_empty() {
        println!("All {} rules hold.", RULES.len() + 3);
        Ok(())
    } else {
        Err("the record needs care; nothing was changed".to_owned())
    }
}

/// Everything that should not be so.
pub(crate) async fn examine(app: &App) -> host::Result<Vec<Complaint>> {
    let mut conn = app.db.read().await?;
    let mut complaints = Vec::new();
    for (rule, sql) in RULES {
        let count: i64 = conn.value(sql, ()).await?;
        if count > 0 {
            complaints.push(Complaint { rule, count });
        }
    }
    let misread = app.assembly.indicators.faults();
    if !misread.is_empty() {
        let count = i64::try_from(misread.len()).unwrap_or(i64::MAX);
        complaints.push(Complaint { rule: "every indicator of this program can be read", count });
    }
    let mut damaged = 0;
    for file in files::all(&mut conn).await? {
        damaged += i64::from(app.files.bytes(&file).await.is_err());
    }
    if damaged > 0 {
        complaints.push(Complaint { rule: "a stored file is there and is what was stored", count: damaged });
    }
    if !server_is_durable(&mut conn).await? {
        complaints.push(Complaint {
            rule: "the PostgreSQL server writes to the disk before it acknowledges (fsync, synchronous_commit)",
            count: 1,
        });
    }
    Ok(complaints)
}

async fn server_is_durable(conn: &mut Conn) -> host::Result<bool> {
    if !conn.is_postgres() {
        return Ok(true);
    }
    let fsync: String = conn.value(sql!("select current_setting('fsync') as value /* postgres */"), ()).await?;
    let commit: String =
        conn.value(sql!("select current_setting('synchronous_commit') as value /* postgres */"), ()).await?;
    Ok(fsync == "on" && commit != "off")
}
