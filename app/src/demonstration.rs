//! The demonstration: the 2025 edition in an empty folder, with four people to look through.

use std::{path::Path, sync::atomic::Ordering};

use host::{
    App, Clock, Error, Result, Role,
    access::{self, NewGrant},
    config::Config,
    folder::Folder,
    settings, sign_in,
};
use kernel::{EmailAddress, Id, Language, mark};
use serde::{Deserialize, Serialize};

use crate::{editions, installation};

const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/demonstration.rs"));

/// The setting that marks a folder as a demonstration.
const MARK: &str = "demonstration";

/// How far the demonstration has come: a process may be stopped at any moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Progress {
    /// The folder is a demonstration; nothing is in it.
    Marked,
    /// The edition stands; the people do not.
    Outlined,
    /// All is there.
    Complete,
}

/// Those whose eyes a visitor may borrow: nobody real, and none of them can be written to.
const CAST: [(&str, &str, Role); 4] = [
    ("Amina Okonjo-Lind", "amina@demonstration.example", Role::Secretariat),
    ("Bao Tranvik", "bao@demonstration.example", Role::Reviewer),
    ("Chidi Marklund", "chidi@demonstration.example", Role::Participant),
    ("Audra Venclova", "audra@demonstration.example", Role::Auditor),
];

/// Marks a folder as a demonstration that nobody configured and nothing was written to.
///
/// A record may stand there already, empty: a process that was stopped just as it began left it.
pub(crate) async fn begin(data: &Path, config: &Config) -> std::result::Result<(), String> {
    if data.join(host::config::FILE).exists() || !config.database.is_empty() {
        return Ok(());
    }
    let db = installation::record(config).await?;
    if installation::is_untouched(&db).await? {
        mark(&db).await.map_err(|error| error.to_string())?;
    }
    db.close().await;
    Ok(())
}

async fn mark(db: &db::Db) -> Result<()> {
    let mut tx = db.write().await?;
    settings::set(&mut tx, MARK, &Progress::Marked, Clock::real()).await?;
    Ok(tx.commit().await?)
}

/// Whether a folder is marked as a demonstration.
pub(crate) async fn is_marked(db: &db::Db) -> Result<bool> {
    let mut conn = db.read().await?;
    Ok(settings::get::<Progress>(&mut conn, MARK).await?.is_some())
}

/// The files of the demonstration edition.
pub(crate) fn folder() -> Folder {
    Folder(FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect())
}

/// Whether anything is still to be imported.
pub(crate) async fn is_incomplete(app: &App) -> Result<bool> {
    let mut conn = app.db.read().await?;
    Ok(settings::get::<Progress>(&mut conn, MARK).await?.is_some_and(|it| it != Progress::Complete))
}

/// Imports the demonstration edition, going on where a stopped process left off.
///
/// First what the edition is, so that its pages stand; then everybody. Until then figures read "being counted".
pub(crate) async fn complete(app: &App) -> Result<()> {
    app.counting.store(true, Ordering::SeqCst);
    let drafts = editions::read(&folder()).map_err(|findings| Error::fault(findings.to_string()))?;
    let edition = drafts.programme.names.edition();
    let mut conn = app.db.read().await?;
    let progress = settings::get::<Progress>(&mut conn, MARK).await?;
    drop(conn);
    let now = Clock::real();
    if progress == Some(Progress::Marked) {
        let mut tx = app.db.write().await?;
        editions::write_outline(&mut tx, &drafts).await?;
        cast(&mut tx, edition).await?;
        settings::set(&mut tx, MARK, &Progress::Outlined, now).await?;
        tx.commit().await?;
    }
    programme::restore_clock(app).await?;
    let mut tx = app.db.write().await?;
    editions::write_rest(app, &mut tx, &drafts).await?;
    editions::plan_publications(app, &mut tx, &drafts).await?;
    settings::set(&mut tx, MARK, &Progress::Complete, now).await?;
    tx.commit().await?;
    app.counting.store(false, Ordering::SeqCst);
    Ok(())
}

async fn cast(tx: &mut db::Tx, edition: Id<mark::Edition>) -> Result<()> {
    for (name, email, role) in CAST {
        let email: EmailAddress = email.parse().map_err(Error::fault)?;
        let now = Clock::real();
        let account = access::make_account(tx, &email, name, Language::ENGLISH, true, now).await?;
        let new = NewGrant {
            account,
            role,
            edition: Some(edition),
            programme: None,
            deputy_of: None,
            by: None,
            ends_at: None,
        };
        access::grant(tx, &new, now).await?;
    }
    Ok(())
}

/// Single-use sign-in links for the demonstration's roles: only for a marked folder on loopback.
pub(crate) async fn sign_in_links(app: &App) -> Result<Vec<(Role, String)>> {
    if !app.demonstration || !app.config.is_loopback() {
        return Ok(Vec::new());
    }
    let mut links = Vec::new();
    let mut tx = app.db.write().await?;
    for (_, email, role) in CAST {
        let email: EmailAddress = email.parse().map_err(Error::fault)?;
        if let Some(account) = access::account_by_email(&mut tx, &email).await?.filter(|it| it.ended_at.is_none()) {
            let next = if matches!(role, Role::Secretariat | Role::Auditor) { "/desk" } else { "/me" };
            let secrets = sign_in::prepare(&mut tx, account.id, next, Clock::real(), sign_in::OPERATOR_LIFE).await?;
            links.push((role, app.outside(&format!("/sign-in/{}", secrets.token))));
        }
    }
    tx.commit().await?;
    Ok(links)
}
