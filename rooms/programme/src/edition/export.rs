//! The record, as this room's files of an edition folder.

use db::{Conn, sql};
use host::{
    Found, Result,
    folder::{CsvOut, Folder, TomlOut},
};
use kernel::{Id, Language, Text, mark};

use super::{COUNTRY_COLUMNS, INSTITUTION_COLUMNS, ORGANISATION_COLUMNS, PARTNERSHIP_COLUMNS};
use crate::store;

/// Writes this room's files of an edition into a folder.
pub async fn export(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let it = store::edition(conn, edition).await?.found()?;
    let programme = store::programme(conn, it.programme_id).await?.found()?;
    let mut out = TomlOut::default();
    out.table("programme")
        .words("key", &programme.key)
        .text("title", &programme.title)
        .text("short_title", &programme.short_title)
        .words("host", &programme.host)
        .words("contact", &programme.contact);
    for aim in store::aims(conn, programme.id).await? {
        out.item("aim").words("key", &aim.key).text("title", &aim.title).text("text", &aim.text);
    }
    let languages: Vec<String> = it.languages.0.iter().map(ToString::to_string).collect();
    out.table("edition")
        .words("key", &it.key)
        .text("title", &it.title)
        .text("lede", &it.lede)
        .words("starts_on", it.starts_on)
        .words("ends_on", it.ends_on)
        .words("zone", &it.zone)
        .list("languages", &languages)
        .text("cofunding", &it.cofunding)
        .maybe("contributors_as_of", it.contributors_as_of)
        .maybe("reported_on", it.reported_on)
        .flag("demonstration", it.demonstration);
    for day in store::named_days(conn, edition).await? {
        out.item("day").words("key", &day.key).words("at", day.at).text("name", &day.name);
        if day.usual {
            out.flag("default", true);
        }
    }
    folder.put("edition.toml", out.finish());
    export_lists(conn, edition, folder).await?;
    export_activities(conn, edition, folder).await?;
    export_communique(conn, edition, folder).await?;
    for prose in store::all_prose(conn, edition).await? {
        for (language, words) in prose.text.iter() {
            folder.put(format!("texts/{}.{language}.md", prose.key), words);
        }
    }
    Ok(())
}

async fn export_lists(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let mut out = CsvOut::new(COUNTRY_COLUMNS);
    for it in store::countries(conn, edition).await? {
        out.row(&[it.code.code(), it.region.as_str()]);
    }
    folder.put("countries.csv", out.finish());

    let organisations = store::organisations(conn, edition).await?;
    let mut out = CsvOut::new(ORGANISATION_COLUMNS);
    for it in &organisations {
        let country = it.country.map(|it| it.to_string()).unwrap_or_default();
        out.row(&[it.key.as_str(), &it.name, &it.name_fr, &it.short, &country, &it.kind, &it.source.to_string()]);
    }
    folder.put("organisations.csv", out.finish());

    let activities = store::activities(conn, edition).await?;
    let mut rows = partnership_rows(conn, edition).await?;
    rows.sort_by_key(|it| it.row_number);
    let mut out = CsvOut::new(PARTNERSHIP_COLUMNS);
    for it in rows {
        let activity =
            activities.iter().find(|known| Some(known.id) == it.activity_id).map_or("", |it| it.key.as_str());
        let organisation =
            organisations.iter().find(|known| Some(known.id) == it.organisation_id).map_or("", |it| it.key.as_str());
        let note = |language| it.note.get(language).unwrap_or_default();
        out.row(&[
            activity,
            organisation,
            &it.role,
            &it.position.to_string(),
            &it.source,
            note(Language::ENGLISH),
            note(Language::FRENCH),
        ]);
    }
    folder.put("partnerships.csv", out.finish());

    let mut out = CsvOut::new(INSTITUTION_COLUMNS);
    for (position, it) in (1..).zip(store::institutions(conn, edition).await?) {
        out.row(&[it.key.as_str(), &format!("{position}"), &it.source.to_string()]);
    }
    folder.put("institutions.csv", out.finish());
    Ok(())
}

db::row! {
    struct PartnershipRow {
        activity_id: Option<Id<mark::Activity>>,
        organisation_id: Option<Id<mark::Organisation>>,
        role: String,
        position: i64,
        source: String,
        note: Text,
        row_number: i64,
    }
}

async fn partnership_rows(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<PartnershipRow>> {
    Ok(conn
        .all(
            sql!(
                "select activity_id, organisation_id, role, position, source, note, row_number
                 from partnerships where edition_id = $1 and removed_at is null"
            ),
            (&edition,),
        )
        .await?)
}

async fn export_activities(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let mut out = TomlOut::default();
    for it in store::activities(conn, edition).await? {
        out.item("activity")
            .words("key", &it.key)
            .words("kind", it.kind)
            .text("title", &it.title)
            .maybe("theme", it.theme.as_ref())
            .maybe("country", it.country)
            .words("starts_on", it.starts_on)
            .words("ends_on", it.ends_on)
            .words("mode", it.mode)
            .text("place", &it.place.clone().unwrap_or_default())
            .maybe("zone", Some(&it.zone).filter(|it| !it.is_empty()))
            .maybe("part_of", it.part_of.as_ref())
            .text("summary", &it.summary)
            .words("status", it.status)
            .words("source", it.source);
    }
    folder.put("activities.toml", out.finish());
    Ok(())
}

async fn export_communique(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let mut out = TomlOut::default();
    if let Some(it) = store::communique(conn, edition).await? {
        out.table("communique")
            .text("title", &it.title)
            .words("adopted_on", it.adopted_on)
            .words("presented_on", it.presented_on)
            .text("presented_at", &it.presented_at)
            .text("preamble", &it.preamble)
            .words("source", it.source);
    }
    let pillars = store::pillars(conn, edition).await?;
    for it in &pillars {
        out.item("pillar").words("key", &it.key).text("title", &it.title).words("source", it.source);
    }
    for it in store::recommendations(conn, edition).await? {
        let pillar = pillars.iter().find(|known| known.id == it.pillar_id).map_or("", |it| it.key.as_str());
        out.item("recommendation")
            .words("pillar", pillar)
            .number("number", Some(it.number))
            .text("title", &it.title)
            .text("text", &it.text);
    }
    folder.put("communique.toml", out.finish());
    Ok(())
}
