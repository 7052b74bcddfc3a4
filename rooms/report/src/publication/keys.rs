//! The installation's signing key: made at the first publication, kept in the record, replaced on the operator's word.
//!
//! A key that is replaced keeps its certificate: what it signed stays genuine. Its private half is wiped.

use db::Tx;
use host::{App, Clock, Error, Result, journal::Entry};
use jiff::Timestamp;
use kernel::Id;
use seal::Key;

use super::store;

db::row! {
    /// A key of the installation.
    pub struct KeptKey {
        /// Its identity.
        pub id: Id<KeptKey>,
        /// What it is known by.
        pub fingerprint: String,
        /// The private half and the certificate, as PEM; empty once it was replaced.
        pub private_key: Vec<u8>,
        /// The certificate, as PEM.
        pub certificate: Vec<u8>,
        /// When it was made.
        pub made_at: Timestamp,
        /// When it was replaced.
        pub retired_at: Option<Timestamp>,
    }
}

/// Every key of the installation, the newest first.
pub async fn all(app: &App) -> Result<Vec<KeptKey>> {
    let mut conn = app.db.read().await?;
    Ok(store::keys(&mut conn).await?)
}

/// The key that signs; made where there is none.
pub async fn signing(app: &App) -> Result<Key> {
    if let Some(key) = active(app).await? {
        return Ok(key);
    }
    let mut tx = app.db.write().await?;
    make(app, &mut tx).await?;
    tx.commit().await?;
    // Of two nodes that make one at once the first one's stays, so it is read and not remembered.
    active(app).await?.ok_or_else(|| Error::fault("no signing key was kept"))
}

/// Replaces the key that signs by a new one; what the old one signed stays genuine.
pub async fn replace(app: &App) -> Result<Key> {
    let mut tx = app.db.write().await?;
    store::retire_key(&mut tx, Clock::real()).await?;
    make(app, &mut tx).await?;
    tx.commit().await?;
    active(app).await?.ok_or_else(|| Error::fault("no signing key was kept"))
}

async fn active(app: &App) -> Result<Option<Key>> {
    let mut conn = app.db.read().await?;
    let Some(kept) = store::keys(&mut conn).await?.into_iter().find(|it| it.retired_at.is_none()) else {
        return Ok(None);
    };
    let pem = std::str::from_utf8(&kept.private_key).map_err(Error::fault)?;
    Ok(Some(Key::from_pem(pem).map_err(Error::fault)?))
}

async fn make(app: &App, tx: &mut Tx) -> Result<()> {
    let now = Clock::real();
    let mut randomness = [0; 32];
    getrandom::fill(&mut randomness).map_err(Error::fault)?;
    let key = Key::generate(&holder(app), now, &randomness.into()).map_err(Error::fault)?;
    let id = Id::new();
    let kept = KeptKey {
        id,
        fingerprint: key.fingerprint().to_string(),
        private_key: key.to_pem().map_err(Error::fault)?.as_bytes().to_vec(),
        certificate: key.certificate_pem().map_err(Error::fault)?.into_bytes(),
        made_at: now,
        retired_at: None,
    };
    if store::add_key(tx, &kept).await? > 0 {
        Entry::by_nobody("journal-report-key-made", "key", id).note("fingerprint", &kept.fingerprint).write(tx).await?;
    }
    Ok(())
}

/// Who holds the key: the installation, by the address under which readers know it.
fn holder(app: &App) -> String {
    let host = app.config.origin();
    let host = host.split_once("://").map_or(host.as_str(), |(_, it)| it);
    if app.demonstration { format!("Convoke, demonstration, {host}") } else { format!("Convoke, {host}") }
}
