//! Reports, chapters, waivers and targets as rows.

use db::{Conn, Json, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, Key, Text, mark};

use super::model::{Chapter, Look, Report, Target, Waiver};

/// The reports of an edition, in its order.
pub async fn reports(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Report>> {
    conn.all(
        sql!(
            "select id, edition_id, key, title, purpose, languages, look, publishable, version, position
             from reports where edition_id = $1 order by position, key"
        ),
        (&edition,),
    )
    .await
}

/// The report of this key.
pub async fn report(conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Option<Report>> {
    conn.first(
        sql!(
            "select id, edition_id, key, title, purpose, languages, look, publishable, version, position
             from reports where edition_id = $1 and key = $2"
        ),
        (&edition, key),
    )
    .await
}

/// The chapters of a report, in its order.
pub async fn chapters(conn: &mut Conn, report: Id<Report>) -> Result<Vec<Chapter>> {
    conn.all(
        sql!(
            "select id, report_id, key, title, text, version, position
             from chapters where report_id = $1 order by position, key"
        ),
        (&report,),
    )
    .await
}

/// What was waived of a report and still is, in the order in which it was.
pub async fn waivers(conn: &mut Conn, report: Id<Report>) -> Result<Vec<Waiver>> {
    conn.all(
        sql!(
            "select id, report_id, finding, reason, waived_at, waived_by, ended_at, source
             from waivers where report_id = $1 and ended_at is null order by position, waived_at, id"
        ),
        (&report,),
    )
    .await
}

/// Every report of an edition with its chapters, both in their order: two statements, whatever their number.
pub async fn written(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<(Report, Vec<Chapter>)>> {
    let reports = reports(conn, edition).await?;
    let mut chapters: Vec<Chapter> = conn
        .all(
            sql!(
                "select c.id, c.report_id, c.key, c.title, c.text, c.version, c.position
                 from chapters c join reports r on r.id = c.report_id
                 where r.edition_id = $1 order by c.position, c.key"
            ),
            (&edition,),
        )
        .await?;
    let mut of = |report: &Report| {
        let (own, rest) = std::mem::take(&mut chapters).into_iter().partition(|it| it.report_id == report.id);
        chapters = rest;
        own
    };
    Ok(reports
        .into_iter()
        .map(|it| {
            let own = of(&it);
            (it, own)
        })
        .collect())
}

/// What was waived of the reports of an edition and still is, in the order in which it was.
pub async fn waivers_of_edition(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Waiver>> {
    conn.all(
        sql!(
            "select w.id, w.report_id, w.finding, w.reason, w.waived_at, w.waived_by, w.ended_at, w.source
             from waivers w join reports r on r.id = w.report_id
             where r.edition_id = $1 and w.ended_at is null order by w.position, w.waived_at, w.id"
        ),
        (&edition,),
    )
    .await
}

/// One waiver, whether it still is in force or not.
pub async fn waiver(conn: &mut Conn, id: Id<Waiver>) -> Result<Option<Waiver>> {
    conn.first(
        sql!(
            "select id, report_id, finding, reason, waived_at, waived_by, ended_at, source
             from waivers where id = $1"
        ),
        (&id,),
    )
    .await
}

/// The waiver of a finding that came last, whether it still is in force or not.
pub async fn newest_waiver(conn: &mut Conn, report: Id<Report>, finding: &str) -> Result<Option<Waiver>> {
    conn.first(
        sql!(
            "select id, report_id, finding, reason, waived_at, waived_by, ended_at, source
             from waivers where report_id = $1 and finding = $2 order by position desc, id desc limit 1"
        ),
        (&report, finding),
    )
    .await
}

/// What the indicators of an edition were to reach, in its order.
pub async fn targets(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Target>> {
    conn.all(
        sql!(
            "select indicator, baseline, baseline_on, target, due_on, source
             from targets where edition_id = $1 order by position, indicator"
        ),
        (&edition,),
    )
    .await
}

/// The newest published version of a report; none before the first.
pub async fn newest_version(conn: &mut Conn, report: Id<Report>) -> Result<Option<i64>> {
    conn.value(sql!("select max(version) as value from publications where report_id = $1"), (&report,)).await
}

db::row! {
    /// A report with its newest published version.
    pub struct PublishedVersion {
        /// The report.
        pub report_id: Id<Report>,
        /// The newest version.
        pub version: i64,
    }
}

/// The newest published version of every report of an edition that has one.
pub async fn newest_versions(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<PublishedVersion>> {
    conn.all(
        sql!("select report_id, max(version) as version from publications where edition_id = $1 group by report_id"),
        (&edition,),
    )
    .await
}

db::row! {
    /// A publication as the edition folder asks for it.
    pub struct PublicationRow {
        /// The report's key.
        pub report: Key,
        /// Its version.
        pub version: i64,
        /// When it was published.
        pub published_at: Timestamp,
        /// As of when its figures were counted.
        pub as_of: Timestamp,
    }
}

/// What was published of an edition, the oldest first.
pub async fn publications(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<PublicationRow>> {
    conn.all(
        sql!(
            "select r.key as report, p.version, p.published_at, p.as_of
             from publications p join reports r on r.id = p.report_id
             where p.edition_id = $1 order by p.published_at, r.position, p.version"
        ),
        (&edition,),
    )
    .await
}

/// Adds a report.
pub async fn add_report(tx: &mut Tx, it: &Report) -> Result<()> {
    tx.run(
        sql!(
            "insert into reports (id, edition_id, key, title, purpose, languages, look, publishable, version, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        (
            &it.id,
            &it.edition_id,
            &it.key,
            &it.title,
            &it.purpose,
            &it.languages,
            &it.look,
            &it.publishable,
            &it.version,
            &it.position,
        ),
    )
    .await?;
    Ok(())
}

/// Gives a report another title.
pub async fn set_title(tx: &mut Tx, report: Id<Report>, title: &Text) -> Result<()> {
    tx.run(sql!("update reports set title = $2, version = version + 1 where id = $1"), (&report, title)).await?;
    Ok(())
}

/// Gives a report another look.
pub async fn set_look(tx: &mut Tx, report: Id<Report>, look: &Look) -> Result<()> {
    tx.run(sql!("update reports set look = $2, version = version + 1 where id = $1"), (&report, &Json(look))).await?;
    Ok(())
}

/// Steps the version of a report whose chapters changed.
pub async fn step(tx: &mut Tx, report: Id<Report>) -> Result<()> {
    tx.run(sql!("update reports set version = version + 1 where id = $1"), (&report,)).await?;
    Ok(())
}

/// Takes a report away, with its chapters and waivers.
pub async fn remove_report(tx: &mut Tx, report: Id<Report>) -> Result<()> {
    tx.run(sql!("delete from waivers where report_id = $1"), (&report,)).await?;
    tx.run(sql!("delete from chapters where report_id = $1"), (&report,)).await?;
    tx.run(sql!("delete from reports where id = $1"), (&report,)).await?;
    Ok(())
}

/// Adds a chapter.
pub async fn add_chapter(tx: &mut Tx, it: &Chapter) -> Result<()> {
    tx.run(
        sql!(
            "insert into chapters (id, report_id, key, title, text, version, position)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        (&it.id, &it.report_id, &it.key, &it.title, &it.text, &it.version, &it.position),
    )
    .await?;
    Ok(())
}

/// Writes the heading and the text of a chapter.
pub async fn write_chapter(tx: &mut Tx, chapter: Id<Chapter>, title: &Text, text: &Text) -> Result<()> {
    tx.run(
        sql!("update chapters set title = $2, text = $3, version = version + 1 where id = $1"),
        (&chapter, title, text),
    )
    .await?;
    Ok(())
}

/// Puts a chapter in another place of its report.
pub async fn place_chapter(tx: &mut Tx, chapter: Id<Chapter>, position: i64) -> Result<()> {
    tx.run(sql!("update chapters set position = $2 where id = $1"), (&chapter, &position)).await?;
    Ok(())
}

/// Takes a chapter away.
pub async fn remove_chapter(tx: &mut Tx, chapter: Id<Chapter>) -> Result<()> {
    tx.run(sql!("delete from chapters where id = $1"), (&chapter,)).await?;
    Ok(())
}

/// Notes that a finding is lived with.
pub async fn add_waiver(tx: &mut Tx, it: &Waiver, position: i64) -> Result<()> {
    tx.run(
        sql!(
            "insert into waivers (id, report_id, finding, reason, waived_at, waived_by, ended_at, source, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        (
            &it.id,
            &it.report_id,
            &it.finding,
            &it.reason,
            &it.waived_at,
            &it.waived_by,
            &it.ended_at,
            &it.source,
            &position,
        ),
    )
    .await?;
    Ok(())
}

/// Ends a waiver, or puts it in force again where no end is named.
pub async fn end_waiver(tx: &mut Tx, waiver: Id<Waiver>, at: Option<Timestamp>) -> Result<()> {
    tx.run(sql!("update waivers set ended_at = $2 where id = $1"), (&waiver, &at)).await?;
    Ok(())
}

/// Sets what an indicator is to reach, at the end of the list or where it stands already.
pub async fn set_target(tx: &mut Tx, edition: Id<mark::Edition>, it: &Target, position: i64) -> Result<()> {
    tx.run(
        sql!(
            "insert into targets (edition_id, indicator, baseline, baseline_on, target, due_on, source, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (edition_id, indicator) do update set
                 baseline = excluded.baseline, baseline_on = excluded.baseline_on, target = excluded.target,
                 due_on = excluded.due_on, source = excluded.source"
        ),
        (&edition, &it.indicator, &it.baseline, &it.baseline_on, &it.target, &it.due_on, &it.source, &position),
    )
    .await?;
    Ok(())
}

/// Takes a target away.
pub async fn remove_target(tx: &mut Tx, edition: Id<mark::Edition>, indicator: &str) -> Result<()> {
    tx.run(sql!("delete from targets where edition_id = $1 and indicator = $2"), (&edition, indicator)).await?;
    Ok(())
}

/// The place after the last target of an edition.
pub async fn next_target(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<i64> {
    conn.value(sql!("select coalesce(max(position), 0) + 1 as value from targets where edition_id = $1"), (&edition,))
        .await
}

/// The place after the last waiver of a report.
pub async fn next_waiver(conn: &mut Conn, report: Id<Report>) -> Result<i64> {
    conn.value(sql!("select coalesce(max(position), 0) + 1 as value from waivers where report_id = $1"), (&report,))
        .await
}
