//! Calendar files: one session, an activity, the whole edition.

use axum::extract::State;
use host::{App, Ask, Download, Found, Result};
use programme::Here;
use ui::Reader;

use super::{Parts, part, session_at};
use crate::{
    Session,
    calendar::{self, Method},
    place, store,
};

/// The media type of calendar files (RFC 5545, section 8.1).
pub(super) const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

pub(super) async fn session(State(app): State<App>, Ask(reader): Ask, here: Here, parts: Parts) -> Result<Download> {
    let session = session_at(&app, &here, &parts).await?;
    let name = reader.text(&session.title).to_owned();
    let file_name = format!("{}.ics", session.key);
    file(&app, &reader, &here, &name, Some(file_name), &[session]).await
}

pub(super) async fn activity(State(app): State<App>, Ask(reader): Ask, here: Here, parts: Parts) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let activity = programme::activity(&mut conn, here.edition.id, part(&parts, "activity")).await?.found()?;
    let sessions = store::sessions_of(&mut conn, activity.id).await?;
    drop(conn);
    file(&app, &reader, &here, reader.text(&activity.title), None, &sessions).await
}

pub(super) async fn edition(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let sessions = store::sessions(&mut conn, here.edition.id).await?;
    drop(conn);
    let name = format!("{} {}", reader.text(&here.programme.short_title), here.edition.key);
    file(&app, &reader, &here, &name, None, &sessions).await
}

async fn file(
    app: &App,
    reader: &Reader,
    here: &Here,
    name: &str,
    file_name: Option<String>,
    sessions: &[Session],
) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let organiser = place::organiser(&mut conn, here).await?;
    let revisions = store::revisions(&mut conn, here.edition.id).await?;
    let publisher = place::publisher(app, organiser.as_ref(), here, reader);
    let dated: Vec<_> = sessions.iter().map(|it| place::dated(app, reader, here, it, &revisions)).collect();
    let text = calendar::file(&publisher, name, Method::Publish, &dated);
    Ok(Download { media_type: MEDIA_TYPE, name: file_name, bytes: text.into_bytes() })
}
