//! The whole record, table by table: for backups, restores and moves from one engine to the other.

use serde_json::{Value as Document, json};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::{Column, Conn, Error, Json, Kind, Migration, Result, Row, Tx, Value, conn};

/// A table of the record, as the migration book declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in order, with their kinds.
    pub columns: Vec<(String, Kind)>,
}

/// The tables that the book declares, each after those that it refers to.
pub fn tables(pages: &[Migration]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for statement in pages.iter().flat_map(|page| page.text.split(';')) {
        let words = without_comments(statement);
        if let Some(rest) = words.trim().strip_prefix("create table ") {
            tables.extend(declared(rest));
        } else if let Some(rest) = words.trim().strip_prefix("alter table ") {
            widen(&mut tables, rest);
        }
    }
    tables
}

fn without_comments(statement: &str) -> String {
    statement.lines().filter(|it| !it.trim_start().starts_with("--")).collect::<Vec<_>>().join("\n")
}

fn declared(rest: &str) -> Option<Table> {
    let (name, body) = rest.split_once('(')?;
    let columns = body.lines().filter_map(column).collect();
    Some(Table { name: name.trim().to_owned(), columns })
}

/// `alter table t add column c kind`: the only way in which a later page widens a table.
fn widen(tables: &mut [Table], rest: &str) {
    if let Some((name, line)) = rest.split_once(" add column ")
        && let Some(table) = tables.iter_mut().find(|it| it.name == name.trim())
    {
        table.columns.extend(column(line));
    }
}

fn column(line: &str) -> Option<(String, Kind)> {
    let mut words = line.split_whitespace();
    let (name, kind) = (words.next()?, words.next()?);
    let kind = match kind.trim_end_matches(',') {
        "{uuid}" => Kind::Uuid,
        "{instant}" => Kind::Instant,
        "{json}" => Kind::Json,
        "{bytes}" => Kind::Bytes,
        "text" => Kind::Text,
        "bigint" => Kind::Int,
        "boolean" => Kind::Bool,
        "double" => Kind::Real,
        _ => return None,
    };
    Some((name.to_owned(), kind))
}

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Conn {
    /// Begins to read everything as it is at one moment, until [`Conn::end_snapshot`].
    pub async fn begin_snapshot(&mut self) -> Result<()> {
        let words = if self.is_postgres() { "begin isolation level repeatable read read only" } else { "begin" };
        self.script(words).await
    }

    /// Ends a snapshot.
    pub async fn end_snapshot(&mut self) -> Result<()> {
        self.script("rollback").await
    }

    /// Every row of a table, as values.
    pub async fn dump(&mut self, table: &Table) -> Result<Vec<Vec<Value>>> {
        let text = AssertSqlSafe(format!("select {} from {}", table.names(), table.name)).into_sql_str();
        let rows = self.raw_rows(text).await?;
        rows.iter().map(|row| table.columns.iter().map(|(name, kind)| value(row, name, *kind)).collect()).collect()
    }
}

impl Tx {
    /// Writes rows into a table that has none of them.
    pub async fn load(&mut self, table: &Table, rows: Vec<Vec<Value>>) -> Result<u64> {
        let places: Vec<String> = (1..=table.columns.len()).map(|it| format!("${it}")).collect();
        let text = format!("insert into {} ({}) values ({})", table.name, table.names(), places.join(", "));
        let text = AssertSqlSafe(text).into_sql_str();
        let mut count = 0;
        for row in rows {
            count += self.conn.raw_run(text.clone(), row).await?;
        }
        Ok(count)
    }

    /// Empties a table.
    pub async fn clear(&mut self, table: &Table) -> Result<()> {
        let text = AssertSqlSafe(format!("delete from {}", table.name)).into_sql_str();
        self.conn.raw_run(text, Vec::new()).await?;
        Ok(())
    }
}

fn value(row: &Row, name: &str, kind: Kind) -> Result<Value> {
    fn of<T: Column>(row: &Row, name: &str, kind: Kind, wrap: fn(T) -> Value) -> Result<Value> {
        Ok(T::read_option(row, name)?.map_or(Value::Null(kind), wrap))
    }
    match kind {
        Kind::Bool => of(row, name, kind, Value::Bool),
        Kind::Int => of(row, name, kind, Value::Int),
        Kind::Real => of(row, name, kind, Value::Real),
        Kind::Text => of(row, name, kind, Value::Text),
        Kind::Bytes => of(row, name, kind, Value::Bytes),
        Kind::Uuid => of(row, name, kind, Value::Uuid),
        Kind::Instant => of(row, name, kind, Value::Instant),
        Kind::Json => of::<Json<Document>>(row, name, kind, |it| Value::Json(it.0)),
    }
}

/// A value as JSON; its column's kind tells how to read it back.
pub fn to_json(value: &Value) -> Document {
    match value {
        Value::Null(_) => Document::Null,
        Value::Bool(it) => json!(it),
        Value::Int(it) => json!(it),
        Value::Real(it) => json!(it),
        Value::Text(it) => json!(it),
        Value::Bytes(it) => json!(it.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        Value::Uuid(it) => json!(it.to_string()),
        Value::Instant(it) => json!(conn::fixed_width(*it)),
        // Wrapped, so that a stored JSON null is told from no value.
        Value::Json(it) => json!([it]),
    }
}

/// Reads a value back from what [`to_json`] wrote.
pub fn from_json(document: &Document, kind: Kind) -> Result<Value> {
    let unreadable = || Error::Unreadable { column: format!("{kind:?}"), reason: document.to_string() };
    let text = || document.as_str().ok_or_else(unreadable);
    if document.is_null() {
        return Ok(Value::Null(kind));
    }
    Ok(match kind {
        Kind::Bool => Value::Bool(document.as_bool().ok_or_else(unreadable)?),
        Kind::Int => Value::Int(document.as_i64().ok_or_else(unreadable)?),
        Kind::Real => Value::Real(document.as_f64().ok_or_else(unreadable)?),
        Kind::Text => Value::Text(text()?.to_owned()),
        Kind::Bytes => Value::Bytes(bytes(text()?).ok_or_else(unreadable)?),
        Kind::Uuid => Value::Uuid(text()?.parse().map_err(|_| unreadable())?),
        Kind::Instant => Value::Instant(text()?.parse().map_err(|_| unreadable())?),
        Kind::Json => Value::Json(document.get(0).cloned().ok_or_else(unreadable)?),
    })
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_tells_every_table_with_its_columns() {
        let tables = tables(crate::book());
        let settings = tables.iter().find(|it| it.name == "settings").unwrap();
        let names: Vec<&str> = settings.columns.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["name", "value", "changed_at"]);
        assert!(tables.iter().all(|it| !it.columns.is_empty()));
    }

    #[test]
    fn values_survive_their_journey_through_json() {
        let values = [
            (Value::Null(Kind::Uuid), Kind::Uuid),
            (Value::Json(Document::Null), Kind::Json),
            (Value::Bytes(vec![0, 171, 255]), Kind::Bytes),
            (Value::Instant("2025-10-26T01:00:00.123456Z".parse().unwrap()), Kind::Instant),
            (Value::Text("“ងៃ”\n".to_owned()), Kind::Text),
        ];
        for (value, kind) in values {
            assert_eq!(from_json(&to_json(&value), kind).unwrap(), value);
        }
    }
}
