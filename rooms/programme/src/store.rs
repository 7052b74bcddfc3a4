//! The edition as rows.

pub mod journal;
pub mod team;

use db::{Conn, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, Text, mark};

use crate::model::{
    Activity, Aim, Communique, Edition, NamedDay, Organisation, Partnership, Pillar, Programme, ProgrammeCountry,
    Recommendation,
};

/// Every programme.
pub async fn programmes(conn: &mut Conn) -> Result<Vec<Programme>> {
    conn.all(sql!("select id, key, title, short_title, host, contact from programmes order by key"), ()).await
}

/// The programme of this identity.
pub async fn programme(conn: &mut Conn, id: Id<mark::Programme>) -> Result<Option<Programme>> {
    conn.first(sql!("select id, key, title, short_title, host, contact from programmes where id = $1"), (&id,)).await
}

/// The programme of this key.
pub async fn programme_by_key(conn: &mut Conn, key: &str) -> Result<Option<Programme>> {
    conn.first(sql!("select id, key, title, short_title, host, contact from programmes where key = $1"), (key,)).await
}

/// The edition of this key.
pub async fn edition_by_key(conn: &mut Conn, programme: Id<mark::Programme>, key: &str) -> Result<Option<Edition>> {
    conn.first(
        sql!(
            "select id, programme_id, key, title, lede, starts_on, ends_on, zone, languages, cofunding,
                    contributors_as_of, reported_on, reported_at, demonstration
             from editions where programme_id = $1 and key = $2"
        ),
        (&programme, key),
    )
    .await
}

/// The edition of this identity.
pub async fn edition(conn: &mut Conn, id: Id<mark::Edition>) -> Result<Option<Edition>> {
    conn.first(
        sql!(
            "select id, programme_id, key, title, lede, starts_on, ends_on, zone, languages, cofunding,
                    contributors_as_of, reported_on, reported_at, demonstration
             from editions where id = $1"
        ),
        (&id,),
    )
    .await
}

/// Every edition, the newest first.
pub async fn editions(conn: &mut Conn) -> Result<Vec<Edition>> {
    conn.all(
        sql!(
            "select id, programme_id, key, title, lede, starts_on, ends_on, zone, languages, cofunding,
                    contributors_as_of, reported_on, reported_at, demonstration
             from editions order by starts_on desc, key desc"
        ),
        (),
    )
    .await
}

/// Writes down that the final report of an edition is out since a moment; the first one counts.
pub async fn set_reported(tx: &mut Tx, edition: Id<mark::Edition>, at: Timestamp) -> Result<()> {
    tx.run(
        sql!("update editions set reported_at = $2 where id = $1 and (reported_at is null or reported_at > $2)"),
        (&edition, &at),
    )
    .await?;
    Ok(())
}

/// What a programme is for, in its order.
pub async fn aims(conn: &mut Conn, programme: Id<mark::Programme>) -> Result<Vec<Aim>> {
    conn.all(sql!("select key, title, text from aims where programme_id = $1 order by position"), (&programme,)).await
}

/// The named days of a demonstration, in walking order.
pub async fn named_days(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<NamedDay>> {
    conn.all(sql!("select key, at, name, usual from named_days where edition_id = $1 order by position"), (&edition,))
        .await
}

/// The countries that the edition works with, in its order.
pub async fn countries(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<ProgrammeCountry>> {
    conn.all(sql!("select code, region from countries where edition_id = $1 order by position"), (&edition,)).await
}

/// A piece of prose; empty where nobody wrote it.
pub async fn prose(conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Text> {
    db::row! {
        struct Prose { text: Text }
    }
    let row: Option<Prose> =
        conn.first(sql!("select text from prose where edition_id = $1 and key = $2"), (&edition, key)).await?;
    Ok(row.map(|it| it.text).unwrap_or_default())
}

/// Writes a piece of prose.
pub async fn set_prose(tx: &mut Tx, edition: Id<mark::Edition>, key: &str, text: &Text) -> Result<()> {
    tx.run(
        sql!(
            "insert into prose (edition_id, key, text) values ($1, $2, $3)
             on conflict (edition_id, key) do update set text = excluded.text"
        ),
        (&edition, key, text),
    )
    .await?;
    Ok(())
}

/// Takes a piece of prose away.
pub async fn remove_prose(tx: &mut Tx, edition: Id<mark::Edition>, key: &str) -> Result<()> {
    tx.run(sql!("delete from prose where edition_id = $1 and key = $2"), (&edition, key)).await?;
    Ok(())
}

db::row! {
    /// A piece of prose with its key.
    pub struct KeyedProse {
        /// Its key.
        pub key: String,
        /// Its words.
        pub text: Text,
    }
}

/// All prose of an edition, by key.
pub async fn all_prose(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<KeyedProse>> {
    conn.all(sql!("select key, text from prose where edition_id = $1 order by key"), (&edition,)).await
}

/// The activities of an edition, in its order.
pub async fn activities(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Activity>> {
    conn.all(
        sql!(
            "select id, edition_id, key, kind, title, theme, country, starts_on, ends_on, mode, place, zone, part_of,
                    summary, status, source
             from activities where edition_id = $1 order by position"
        ),
        (&edition,),
    )
    .await
}

/// One activity by its key.
pub async fn activity(conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Option<Activity>> {
    conn.first(
        sql!(
            "select id, edition_id, key, kind, title, theme, country, starts_on, ends_on, mode, place, zone, part_of,
                    summary, status, source
             from activities where edition_id = $1 and key = $2"
        ),
        (&edition, key),
    )
    .await
}

/// Changes what an activity says of itself.
pub async fn change_activity(tx: &mut Tx, it: &Activity) -> Result<()> {
    tx.run(
        sql!(
            "update activities set title = $2, starts_on = $3, ends_on = $4, mode = $5, place = $6, zone = $7,
                    summary = $8, status = $9 where id = $1"
        ),
        (&it.id, &it.title, &it.starts_on, &it.ends_on, &it.mode, &it.place, &it.zone, &it.summary, &it.status),
    )
    .await?;
    Ok(())
}

/// Gives an activity another key, and what names it by its key follows.
pub async fn rename_activity(tx: &mut Tx, it: &Activity, key: &kernel::Key) -> Result<()> {
    tx.run(sql!("update activities set key = $2 where id = $1"), (&it.id, key)).await?;
    tx.run(
        sql!("update activities set part_of = $3 where edition_id = $1 and part_of = $2"),
        (&it.edition_id, &it.key, key),
    )
    .await?;
    tx.run(
        sql!(
            "update prose set key = $3 where edition_id = $1 and key = $2
             and not exists (select 1 from prose other where other.edition_id = $1 and other.key = $3)"
        ),
        (&it.edition_id, &format!("activity-{}", it.key), &format!("activity-{key}")),
    )
    .await?;
    Ok(())
}

/// The organisations of an edition, in its order.
pub async fn organisations(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Organisation>> {
    conn.all(
        sql!("select id, key, name, name_fr, short, country, kind, source from organisations where edition_id = $1 order by position"),
        (&edition,),
    )
    .await
}

/// Adds an organisation behind the others.
pub async fn add_organisation(tx: &mut Tx, edition: Id<mark::Edition>, it: &Organisation) -> Result<()> {
    tx.run(
        sql!(
            "insert into organisations (id, edition_id, key, name, name_fr, short, country, kind, source, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                     (select coalesce(max(position), -1) + 1 from organisations where edition_id = $2))"
        ),
        (&it.id, &edition, &it.key, &it.name, &it.name_fr, &it.short, &it.country, &it.kind, &it.source),
    )
    .await?;
    Ok(())
}

/// How many partnerships and institutions name an organisation, taken away or not.
pub async fn references_to_organisation(conn: &mut Conn, id: Id<mark::Organisation>) -> Result<i64> {
    conn.value(
        sql!(
            "select (select count(*) from partnerships where organisation_id = $1)
                  + (select count(*) from institutions where organisation_id = $1) as value"
        ),
        (&id,),
    )
    .await
}

/// Takes an organisation away to which nothing refers.
pub async fn remove_organisation(tx: &mut Tx, id: Id<mark::Organisation>) -> Result<()> {
    tx.run(sql!("delete from organisations where id = $1"), (&id,)).await?;
    Ok(())
}

/// The institutions that speakers came from, as listed.
pub async fn institutions(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Organisation>> {
    conn.all(
        sql!(
            "select o.id, o.key, o.name, o.name_fr, o.short, o.country, o.kind, i.source
             from institutions i join organisations o on o.id = i.organisation_id
             where i.edition_id = $1 order by i.position"
        ),
        (&edition,),
    )
    .await
}

/// Who is partner, host or funder of what, in the order of acknowledgement.
pub async fn partnerships(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Partnership>> {
    partnerships_that(conn, edition, true).await
}

/// Those that were taken away and can be put back.
pub async fn removed_partnerships(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Partnership>> {
    partnerships_that(conn, edition, false).await
}

async fn partnerships_that(conn: &mut Conn, edition: Id<mark::Edition>, stand: bool) -> Result<Vec<Partnership>> {
    conn.all(
        sql!(
            "select p.id, p.activity_id, p.organisation_id, o.name, o.name_fr, o.short, p.role, p.position, p.source, p.note
             from partnerships p left join organisations o on o.id = p.organisation_id
             where p.edition_id = $1 and (p.removed_at is null) = $2 order by p.role, p.position, p.row_number"
        ),
        (&edition, &stand),
    )
    .await
}

/// Adds a partnership behind the others.
pub async fn add_partnership(tx: &mut Tx, edition: Id<mark::Edition>, it: &Partnership) -> Result<()> {
    tx.run(
        sql!(
            "insert into partnerships (id, edition_id, activity_id, organisation_id, role, position, source, note, row_number)
             values ($1, $2, $3, $4, $5, $6, $7, $8,
                     (select coalesce(max(row_number), 0) + 1 from partnerships where edition_id = $2))"
        ),
        (&it.id, &edition, &it.activity_id, &it.organisation_id, &it.role, &it.position, &it.source, &it.note),
    )
    .await?;
    Ok(())
}

/// Gives a partnership another place among those of the same role.
pub async fn place_partnership(tx: &mut Tx, id: Id<()>, position: i64) -> Result<()> {
    tx.run(sql!("update partnerships set position = $2 where id = $1"), (&id, &position)).await?;
    Ok(())
}

/// Takes a partnership away, or puts it back where no moment is given.
pub async fn remove_partnership(tx: &mut Tx, id: Id<()>, at: Option<Timestamp>) -> Result<()> {
    tx.run(sql!("update partnerships set removed_at = $2 where id = $1"), (&id, &at)).await?;
    Ok(())
}

/// The communiqué, if there is one.
pub async fn communique(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Option<Communique>> {
    conn.first(
        sql!("select title, adopted_on, presented_on, presented_at, preamble, source from communiques where edition_id = $1"),
        (&edition,),
    )
    .await
}

/// The pillars of the communiqué, in its order.
pub async fn pillars(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Pillar>> {
    conn.all(sql!("select id, key, title, source from pillars where edition_id = $1 order by position"), (&edition,))
        .await
}

/// The recommendations of the communiqué, by number.
pub async fn recommendations(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Recommendation>> {
    conn.all(
        sql!("select pillar_id, number, title, text from recommendations where edition_id = $1 order by number"),
        (&edition,),
    )
    .await
}

/// Where an address that was given up leads now.
pub async fn redirect(conn: &mut Conn, path: &str) -> Result<Option<String>> {
    let found: Vec<String> =
        conn.values(sql!("select target as value from redirects where path = $1"), (path,)).await?;
    Ok(found.into_iter().next())
}

/// Keeps an address that was given up leading to what it meant, also through a later change.
pub async fn add_redirect(tx: &mut Tx, path: &str, target: &str, now: Timestamp) -> Result<()> {
    tx.run(sql!("update redirects set target = $2 where target = $1"), (path, target)).await?;
    tx.run(sql!("delete from redirects where path = $1"), (target,)).await?;
    tx.run(
        sql!(
            "insert into redirects (path, target, made_at) values ($1, $2, $3)
             on conflict (path) do update set target = excluded.target"
        ),
        (path, target, &now),
    )
    .await?;
    Ok(())
}
