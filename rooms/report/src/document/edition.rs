//! How reports, targets, waivers and publications are read from an edition's folder, and written back.
//!
//! Carried into next year: reports with their chapters are copied as templates, targets are reset; waivers and
//! publications are dropped, since they are that year's own. What the folder says was published is only asked for:
//! whoever imports has it published again, from the record that was imported.

mod logos;
mod read;

use db::{Conn, Json, Tx};
use host::{
    Result,
    folder::{CsvOut, Folder, TomlOut},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Id, Text, mark};
use programme::edition::Names;

use super::logo::Picture;
use super::{Chapter, Look, PublicationRow, Purpose, Report, Target, Waiver, store};

pub use logos::{export_logos, keep_logos};
pub use read::read;

const TARGET_COLUMNS: &[&str] = &["indicator", "baseline", "baseline_on", "target", "due_on", "source"];

/// What the files about reports say.
#[derive(Default)]
pub struct Draft {
    reports: Vec<ReportDraft>,
    targets: Vec<Target>,
    waivers: Vec<WaiverDraft>,
    publications: Vec<PublicationRow>,
}

struct ReportDraft {
    key: String,
    title: Text,
    purpose: Option<Purpose>,
    languages: Vec<kernel::Language>,
    publishable: bool,
    position: i64,
    look: Look,
    /// A picture of one's own on the cover.
    logo: Option<(Picture, Vec<u8>)>,
    chapters: Vec<ChapterDraft>,
}

struct ChapterDraft {
    key: String,
    title: Text,
    text: Text,
}

struct WaiverDraft {
    report: String,
    finding: String,
    reason: Text,
    waived_at: Option<Timestamp>,
    source: String,
}

impl Draft {
    /// What the folder says was published, the oldest first: to be published again once everything is imported.
    pub fn publications(&self) -> &[PublicationRow] {
        &self.publications
    }
}

/// Writes what was read, publications excepted. The folder must have been found right.
pub async fn write(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    for it in &draft.reports {
        write_report(tx, names, it).await?;
    }
    for (position, it) in (1_i64..).zip(&draft.targets) {
        store::set_target(tx, names.edition(), it, position).await?;
    }
    for (position, it) in (1_i64..).zip(&draft.waivers) {
        let waiver = Waiver {
            id: names.id("waiver", &format!("{}/{}", it.report, it.finding)),
            report_id: names.id("report", &it.report),
            finding: it.finding.clone(),
            reason: it.reason.clone(),
            waived_at: it.waived_at.unwrap_or_default(),
            waived_by: None,
            ended_at: None,
            source: it.source.clone(),
        };
        store::add_waiver(tx, &waiver, position).await?;
    }
    Ok(())
}

async fn write_report(tx: &mut Tx, names: &Names, it: &ReportDraft) -> Result<()> {
    let (Ok(key), Some(purpose)) = (it.key.parse(), it.purpose) else { return Ok(()) };
    let id: Id<Report> = names.id("report", &it.key);
    let report = Report {
        id,
        edition_id: names.edition(),
        key,
        title: it.title.clone(),
        purpose,
        languages: Json(it.languages.clone()),
        look: Json(it.look.clone()),
        publishable: it.publishable,
        version: 1,
        position: it.position,
    };
    store::add_report(tx, &report).await?;
    for (position, chapter) in (1_i64..).zip(&it.chapters) {
        let Ok(key) = chapter.key.parse() else { continue };
        let chapter = Chapter {
            id: names.id("chapter", &format!("{}/{}", it.key, chapter.key)),
            report_id: id,
            key,
            title: chapter.title.clone(),
            text: chapter.text.clone(),
            version: 1,
            position,
        };
        store::add_chapter(tx, &chapter).await?;
    }
    Ok(())
}

/// Writes the files about reports of an edition into a folder.
pub async fn export(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let reports = store::reports(conn, edition).await?;
    let mut waived = TomlOut::default();
    for it in &reports {
        export_report(conn, it, folder).await?;
        for waiver in store::waivers(conn, it.id).await? {
            waived
                .item("waiver")
                .words("report", &it.key)
                .words("finding", &waiver.finding)
                .text("reason", &waiver.reason)
                .words("waived_at", waiver.waived_at)
                .words("source", &waiver.source);
        }
    }
    folder.put("waivers.toml", waived.finish());
    let mut targets = CsvOut::new(TARGET_COLUMNS);
    let number = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
    let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    for it in store::targets(conn, edition).await? {
        targets.row(&[
            &it.indicator,
            &number(it.baseline),
            &day(it.baseline_on),
            &it.target.to_string(),
            &day(it.due_on),
            &it.source,
        ]);
    }
    folder.put("targets.csv", targets.finish());
    let mut published = TomlOut::default();
    for it in store::publications(conn, edition).await? {
        published
            .item("publication")
            .words("report", &it.report)
            .number("version", Some(it.version))
            .words("published_at", it.published_at)
            .words("as_of", it.as_of);
    }
    folder.put("publications.toml", published.finish());
    Ok(())
}

async fn export_report(conn: &mut Conn, it: &Report, folder: &mut Folder) -> Result<()> {
    let mut out = TomlOut::default();
    let languages: Vec<String> = it.languages.0.iter().map(ToString::to_string).collect();
    out.table("report")
        .text("title", &it.title)
        .words("purpose", it.purpose)
        .list("languages", &languages)
        .flag("publishable", it.publishable)
        .number("position", Some(it.position));
    let look = &it.look.0;
    out.table("look")
        .maybe("accent", look.accent.as_ref())
        .maybe("cover", look.cover.as_ref())
        .maybe("logo", look.picture().map(|(_, it)| it.file().to_owned()).or_else(|| look.logo.clone()))
        .text("logo_text", &look.logo_text)
        .list("cover_figures", &look.cover_figures);
    for chapter in store::chapters(conn, it.id).await? {
        out.item("chapter").words("key", &chapter.key).text("title", &chapter.title);
        for (language, words) in chapter.text.iter() {
            folder.put(format!("reports/{}/{}.{language}.md", it.key, chapter.key), words);
        }
    }
    folder.put(format!("reports/{}/report.toml", it.key), out.finish());
    Ok(())
}
