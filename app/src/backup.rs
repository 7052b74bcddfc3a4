//! `convoke backup` and `restore`: the whole installation in one file, of either engine, for either engine.
//!
//! The file is gzip over lines of JSON: a head, a line a row, a line a file, and an end that counts them. A file
//! without its end is refused, so a copy that was cut short is never taken for whole.

use std::{
    io::{BufRead, BufReader, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use db::{Table, from_json, to_json};
use flate2::{Compression, read::MultiGzDecoder, write::GzEncoder};
use host::{App, files};
use serde_json::{Value, json};

use crate::{installation, installation::Wishes};

/// Writes a backup; the server may go on meanwhile.
pub(crate) async fn backup(data: &Path, wishes: &Wishes, target: &Path) -> Result<(), String> {
    if target.exists() {
        return Err(format!("{} exists already; nothing was written; name another file", target.display()));
    }
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let partial = target.with_extension("partial");
    let written = write(&app, &partial).await;
    app.db.close().await;
    let kept = written.and_then(|lines| match std::fs::rename(&partial, target) {
        Ok(()) => Ok(lines),
        Err(error) => Err(format!("{} cannot be written: {error}", target.display())),
    });
    if kept.is_err() {
        // What was begun is no backup, and holds what people told us: the error that stopped it is the one to tell.
        let _ = std::fs::remove_file(&partial);
    }
    let lines = kept?;
    println!("{lines} rows and files are in {}.", target.display());
    Ok(())
}

async fn write(app: &App, target: &Path) -> Result<u64, String> {
    let said = |error: &dyn std::fmt::Display| format!("the backup was not written: {error}");
    // For nobody else on this machine: the file holds everything that people told us.
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(target)
        .map_err(|error| said(&error))?;
    let mut out = GzEncoder::new(file, Compression::default());
    let mut line = |value: Value| writeln!(out, "{value}").map_err(|error| said(&error));
    let mut conn = app.db.read().await.map_err(|error| said(&error))?;
    conn.begin_snapshot().await.map_err(|error| said(&error))?;
    let pages: Vec<&str> = db::book().iter().map(|it| it.name).collect();
    line(json!({ "convoke": env!("CARGO_PKG_VERSION"), "book": pages }))?;
    let mut count = 0_u64;
    for table in db::tables(db::book()) {
        for row in conn.dump(&table).await.map_err(|error| said(&error))? {
            line(json!({ "table": table.name, "row": row.iter().map(to_json).collect::<Vec<_>>() }))?;
            count += 1;
        }
    }
    for file in files::all(&mut conn).await.map_err(|error| said(&error))? {
        let bytes = app.files.bytes(&file).await.map_err(|error| said(&error))?;
        line(json!({ "file": file.stored_as, "bytes": STANDARD.encode(bytes) }))?;
        count += 1;
    }
    conn.end_snapshot().await.map_err(|error| said(&error))?;
    line(json!({ "end": count }))?;
    let file = out.finish().map_err(|error| said(&error))?;
    file.sync_all().map_err(|error| said(&error))?;
    Ok(count)
}

/// Restores a backup into an empty folder or database.
pub(crate) async fn restore(data: &Path, wishes: &Wishes, source: &Path) -> Result<(), String> {
    if data.join("convoke.db").exists() && wishes.database.is_none() {
        return Err(format!(
            "{} holds a record already; nothing was changed; restore into a folder without one",
            data.display()
        ));
    }
    let lines = read(source)?;
    std::fs::create_dir_all(data).map_err(|error| format!("{} cannot be made: {error}", data.display()))?;
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let restored = load(&app, lines).await;
    app.db.close().await;
    println!("{} rows and files were restored.", restored?);
    Ok(())
}

fn read(source: &Path) -> Result<Vec<Value>, String> {
    let said = |error: &dyn std::fmt::Display| {
        format!("{} cannot be read as a backup: {error}; nothing was changed", source.display())
    };
    let file = std::fs::File::open(source).map_err(|error| said(&error))?;
    let mut lines = Vec::new();
    for line in BufReader::new(MultiGzDecoder::new(file)).lines() {
        let line = line.map_err(|error| said(&error))?;
        lines.push(serde_json::from_str(&line).map_err(|error| said(&error))?);
    }
    let count = lines.len().saturating_sub(2);
    let whole = lines.last().and_then(|it: &Value| it.get("end")?.as_u64()) == u64::try_from(count).ok();
    let ours = lines.first().is_some_and(|it| it.get("convoke").is_some());
    if ours && whole {
        Ok(lines)
    } else {
        Err(said(&"its end is missing, so it was cut short, or it is something else"))
    }
}

async fn load(app: &App, lines: Vec<Value>) -> Result<u64, String> {
    let said = |error: &dyn std::fmt::Display| format!("the backup was not restored: {error}; nothing was changed");
    let tables = db::tables(db::book());
    let mut tx = app.db.write().await.map_err(|error| said(&error))?;
    for table in &tables {
        if !tx.dump(table).await.map_err(|error| said(&error))?.is_empty() {
            return Err(said(&format!("the database has rows in {} already", table.name)));
        }
    }
    let mut count = 0;
    for line in lines {
        if let Some(name) = line.get("table").and_then(Value::as_str) {
            let table =
                tables.iter().find(|it| it.name == name).ok_or_else(|| said(&format!("there is no table {name}")))?;
            let row = row(table, &line).map_err(|error| said(&error))?;
            count += tx.load(table, vec![row]).await.map_err(|error| said(&error))?;
        } else if let (Some(name), Some(bytes)) =
            (line.get("file").and_then(Value::as_str), line.get("bytes").and_then(Value::as_str))
        {
            let bytes = STANDARD.decode(bytes).map_err(|error| said(&error))?;
            app.files.put_back(name, bytes).await.map_err(|error| said(&error))?;
            count += 1;
        }
    }
    tx.commit().await.map_err(|error| said(&error))?;
    Ok(count)
}

fn row(table: &Table, line: &Value) -> Result<Vec<db::Value>, String> {
    let values = line.get("row").and_then(Value::as_array).ok_or("a row has no values")?;
    if values.len() != table.columns.len() {
        return Err(format!(
            "a row of {} has {} values where {} are expected",
            table.name,
            values.len(),
            table.columns.len()
        ));
    }
    values
        .iter()
        .zip(&table.columns)
        .map(|(value, (_, kind))| from_json(value, *kind).map_err(|error| error.to_string()))
        .collect()
}
