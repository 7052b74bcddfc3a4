//! The files of a publication: signed PDFs, open data, results, manifest.

use std::collections::HashMap;

use axum::extract::{Path, State};
use db::Conn;
use host::{Act, Actor, App, Download, Found, Result, Visitor};
use programme::Here;

use crate::{
    document,
    publication::{self, FileKind, Publication, PublishedFile},
};

/// The publication that an address names; hidden before its moment has come, except to the desk.
pub(super) async fn named(
    app: &App,
    conn: &mut Conn,
    actor: Option<&Actor>,
    here: &Here,
    names: &HashMap<String, String>,
) -> Result<Publication> {
    let report = document::report(conn, here.edition.id, names.get("report").found()?).await?.found()?;
    let version: i64 = names.get("version").and_then(|it| it.parse().ok()).found()?;
    let publication = publication::publication(conn, report.id, version).await?.found()?;
    let inside = actor.is_some_and(|it| it.can(Act::OpenDesk(here.edition.id)));
    let out = publication.published_at <= app.clock.now();
    (out || inside).then_some(publication).found()
}

pub(super) async fn download(
    State(app): State<App>,
    Visitor(actor): Visitor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let publication = named(&app, &mut conn, actor.as_ref(), &here, &names).await?;
    let asked = names.get("file").found()?;
    let files = publication::files(&mut conn, publication.id).await?;
    let file = files.into_iter().find(|it| it.name().as_ref() == Some(asked)).found()?;
    let saved = format!("{}-{}-{}-{asked}", here.edition.key, publication.manifest.0.report.key, publication.version);
    hand_out(&app, &mut conn, &file, saved).await
}

/// A file as it was published; a PDF, a manifest and results are shown in place.
pub(super) async fn hand_out(app: &App, conn: &mut Conn, file: &PublishedFile, saved: String) -> Result<Download> {
    let stored = publication::stored(conn, file).await?.found()?;
    let bytes = app.files.bytes(&stored).await?;
    let name = (file.kind == FileKind::Package).then_some(saved);
    Ok(Download { media_type: file.kind.media_type(), name, bytes })
}
