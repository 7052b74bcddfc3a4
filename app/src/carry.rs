//! `convoke move`: carries an installation's record to another database.

use std::path::Path;

use db::{Db, Durability};

use crate::{installation, installation::Wishes};

/// Carries every row of the record to an empty database; the old one is left as it is.
pub(crate) async fn carry(data: &Path, wishes: &Wishes, to: &str) -> Result<(), String> {
    let config = installation::configuration(data, wishes)?;
    let from = installation::record(&config).await?;
    let target = Db::open(to, Durability::Full).await.map_err(|error| format!("{to} could not be opened: {error}"))?;
    target.migrate(db::book()).await.map_err(|error| error.to_string())?;
    let carried = copy(&from, &target).await.map_err(|error| format!("{error}; the target was left as it was"));
    from.close().await;
    target.close().await;
    println!("{} rows were carried. Set database = \"…\" in {} to use them.", carried?, host::config::FILE);
    Ok(())
}

/// Copies all rows in one transaction, and refuses a target that has rows already.
pub(crate) async fn copy(from: &Db, target: &Db) -> db::Result<u64> {
    let tables = db::tables(db::book());
    let mut conn = from.read().await?;
    conn.begin_snapshot().await?;
    let mut tx = target.write().await?;
    let mut count = 0;
    for table in &tables {
        if !tx.dump(table).await?.is_empty() {
            return Err(db::Error::Book(format!("the target has rows in {} already", table.name)));
        }
        count += tx.load(table, conn.dump(table).await?).await?;
    }
    conn.end_snapshot().await?;
    tx.commit().await?;
    Ok(count)
}
