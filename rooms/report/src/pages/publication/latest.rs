//! The edition's report: the newest publication of its final report, or that one is under way or expected.

use std::sync::atomic::Ordering;

use axum::extract::State;
use host::{App, Ask, Download, Found, Page, Result};
use programme::Here;
use ui::html;

use super::{files, shown};
use crate::publication::{self, FileKind};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    if let Some(publication) = publication::newest_final(&mut conn, here.edition.id, app.clock.now()).await? {
        let path = publication.path(&here);
        return Ok(shown::page(&app, &mut conn, &reader, &here, &publication).await?.at(path));
    }
    let title = reader.say_with("report-title", [("edition", here.edition.key.to_string())]);
    let under_way = app.counting.load(Ordering::Relaxed) || publication::is_under_way(&app, &mut conn, &here).await?;
    let content = html! {
        h1 { (title) }
        p.said {
            @match here.edition.expected_on(app.clock.now()) {
                Some(day) => { (reader.say_with("report-expected-on", [("day", reader.day(day))])) }
                None if under_way => { (reader.say("report-being-published")) }
                None => { (reader.say("report-expected")) }
            }
        }
        p { a href=(reader.href(&format!("{}/", here.path()))) { (reader.words(&here.edition.title)) } }
    };
    Ok(Page::site(here.edition.id, title, content))
}

pub(super) async fn download(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let publication = publication::newest_final(&mut conn, here.edition.id, app.clock.now()).await?.found()?;
    let files = publication::files(&mut conn, publication.id).await?;
    let pdfs: Vec<_> = files.into_iter().filter(|it| it.kind == FileKind::Pdf).collect();
    let first = publication.manifest.0.languages.first().copied();
    let of = |language| pdfs.iter().find(|it| it.language() == language);
    let file = of(Some(reader.language)).or_else(|| of(first)).or(pdfs.first()).found()?;
    let saved = format!("{}-{}-{}.pdf", here.edition.key, publication.manifest.0.report.key, publication.version);
    files::hand_out(&app, &mut conn, file, saved).await
}
