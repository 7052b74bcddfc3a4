//! Opening an installation: its configuration, its record, its files.

use std::{collections::BTreeMap, path::Path};

use db::{Db, Durability};
use host::{App, Clock, config::Config, files::Files};

use crate::{assembly, demonstration};

/// What the command line lays over the configuration.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    pub(crate) listen: Option<std::net::SocketAddr>,
    pub(crate) database: Option<String>,
}

/// Reads the configuration of a data folder, with the command line's wishes over it.
pub(crate) fn configuration(data: &Path, wishes: &Wishes) -> Result<Config, String> {
    let environment: BTreeMap<String, String> =
        std::env::vars().filter(|(name, _)| name.starts_with("CONVOKE_")).collect();
    let mut config = Config::read(data, &environment)?;
    if let Some(listen) = wishes.listen {
        config.listen = listen;
    }
    if let Some(database) = &wishes.database {
        database.clone_into(&mut config.database);
    }
    Ok(config)
}

/// Opens the record of an installation and brings it up to this version.
pub(crate) async fn record(config: &Config) -> Result<Db, String> {
    let db = Db::open(&config.database_address(), Durability::Full)
        .await
        .map_err(|error| format!("the record could not be opened: {error}"))?;
    db.migrate(db::book()).await.map_err(|error| error.to_string())?;
    Ok(db)
}

/// Opens an installation.
pub(crate) async fn open(config: Config) -> Result<App, String> {
    let db = record(&config).await?;
    let files = Files::open(&config).map_err(|error| format!("the files could not be opened: {error}"))?;
    let is_demonstration = demonstration::is_marked(&db).await.map_err(|error| error.to_string())?;
    let app = App::new(db, Clock::default(), files, config, is_demonstration, assembly::assembly());
    if app.demonstration {
        programme::restore_clock(&app).await.map_err(|error| error.to_string())?;
    }
    Ok(app)
}

/// Whether a folder holds nothing yet: no record, no configuration.
pub(crate) fn is_empty(data: &Path) -> bool {
    !data.join("convoke.db").exists() && !data.join(host::config::FILE).exists()
}

/// Whether a record was opened but never written to: what a process leaves that was stopped as it began.
pub(crate) async fn is_untouched(db: &Db) -> Result<bool, String> {
    let mut conn = db.read().await.map_err(|error| error.to_string())?;
    for table in db::tables(db::book()) {
        if !conn.dump(&table).await.map_err(|error| error.to_string())?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}
