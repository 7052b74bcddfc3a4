//! Connections that read and transactions that write.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use jiff::Timestamp;
use sqlx::{
    AssertSqlSafe, Executor, Postgres, SqlSafeStr, SqlStr, Sqlite, SqliteConnection, Transaction,
    encode::IsNull,
    error::BoxDynError,
    pool::PoolConnection,
    postgres::{PgArgumentBuffer, PgArguments, PgTypeInfo, PgValueRef},
    query::Query,
    sqlite::SqliteArguments,
};

use crate::{
    Args, Column, FromRow, Kind, Result, Row, Sql, Value,
    lane::{Lane, Turn},
};

/// A connection that reads.
pub struct Conn(pub(crate) Line, pub(crate) Count);

/// Counts statements, so that a test can see that a list takes as many for three rows as for one.
#[derive(Clone, Default)]
pub(crate) struct Count(Arc<AtomicU64>);

impl Count {
    pub(crate) fn so_far(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

pub(crate) enum Line {
    Reader(PoolConnection<Sqlite>),
    Writer(Turn),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

/// A transaction that writes; dropped without [`Tx::commit`], it leaves no trace.
pub struct Tx {
    pub(crate) conn: Conn,
    pub(crate) lane: Option<Lane>,
    pub(crate) version: crate::store::Version,
}

impl Deref for Tx {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl fmt::Debug for Conn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Conn")
    }
}

enum Wire<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut sqlx::PgConnection),
}

impl Conn {
    fn wire(&mut self) -> Wire<'_> {
        self.1.0.fetch_add(1, Ordering::Relaxed);
        match &mut self.0 {
            Line::Reader(it) => Wire::Sqlite(it),
            Line::Writer(it) => Wire::Sqlite(it.connection()),
            Line::Postgres(it) => Wire::Postgres(it),
            Line::PostgresTx(it) => Wire::Postgres(it),
        }
    }

    /// Whether this is PostgreSQL; for the few statements that must differ (full-text search, job locks).
    pub fn is_postgres(&self) -> bool {
        matches!(self.0, Line::Postgres(_) | Line::PostgresTx(_))
    }

    /// Every row of the answer.
    pub async fn all<T: FromRow>(&mut self, sql: Sql, args: impl Args) -> Result<Vec<T>> {
        self.rows(sql, args.values()).await?.iter().map(T::from_row).collect()
    }

    /// The first row of the answer, if there is one.
    pub async fn first<T: FromRow>(&mut self, sql: Sql, args: impl Args) -> Result<Option<T>> {
        self.rows(sql, args.values()).await?.first().map(T::from_row).transpose()
    }

    /// The column `value` of the only row: for counts and sums.
    pub async fn value<T: Column>(&mut self, sql: Sql, args: impl Args) -> Result<T> {
        let rows = self.rows(sql, args.values()).await?;
        rows.first().ok_or(crate::Error::Engine(sqlx::Error::RowNotFound))?.get("value")
    }

    /// The column `value` of every row.
    pub async fn values<T: Column>(&mut self, sql: Sql, args: impl Args) -> Result<Vec<T>> {
        self.rows(sql, args.values()).await?.iter().map(|row| row.get("value")).collect()
    }

    /// The raw rows of the answer.
    pub async fn rows(&mut self, sql: Sql, values: Vec<Value>) -> Result<Vec<Row>> {
        Ok(match self.wire() {
            Wire::Sqlite(it) => {
                let rows = for_sqlite(sql.0, values).fetch_all(it).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Wire::Postgres(it) => {
                let rows = for_postgres(sql.0, values).fetch_all(it).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The raw rows of a statement that was put together from others: figures are counted many at a time.
    pub async fn rows_of(&mut self, text: String, values: Vec<Value>) -> Result<Vec<Row>> {
        let text = AssertSqlSafe(text).into_sql_str();
        Ok(match self.wire() {
            Wire::Sqlite(it) => for_sqlite(text, values).fetch_all(it).await?.into_iter().map(Row::Sqlite).collect(),
            Wire::Postgres(it) => {
                for_postgres(text, values).fetch_all(it).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// Has the engine parse and plan a statement without running it.
    pub async fn prepare(&mut self, text: &str) -> Result<()> {
        let text = AssertSqlSafe(text.to_owned()).into_sql_str();
        match self.wire() {
            Wire::Sqlite(it) => it.prepare(text).await.map(|_| ())?,
            Wire::Postgres(it) => it.prepare(text).await.map(|_| ())?,
        }
        Ok(())
    }

    pub(crate) async fn execute(&mut self, text: &'static str, values: Vec<Value>) -> Result<u64> {
        Ok(match self.wire() {
            Wire::Sqlite(it) => for_sqlite(text, values).execute(it).await?.rows_affected(),
            Wire::Postgres(it) => for_postgres(text, values).execute(it).await?.rows_affected(),
        })
    }

    /// Every row of a statement that was put together from the book's own names.
    pub(crate) async fn raw_rows(&mut self, text: SqlStr) -> Result<Vec<Row>> {
        Ok(match self.wire() {
            Wire::Sqlite(it) => sqlx::query(text).fetch_all(it).await?.into_iter().map(Row::Sqlite).collect(),
            Wire::Postgres(it) => sqlx::query(text).fetch_all(it).await?.into_iter().map(Row::Postgres).collect(),
        })
    }

    /// Carries out a statement that was put together from the book's own names.
    pub(crate) async fn raw_run(&mut self, text: SqlStr, values: Vec<Value>) -> Result<u64> {
        Ok(match self.wire() {
            Wire::Sqlite(it) => for_sqlite(text, values).execute(it).await?.rows_affected(),
            Wire::Postgres(it) => for_postgres(text, values).execute(it).await?.rows_affected(),
        })
    }

    /// Runs a script of several statements as it stands: migrations and maintenance only.
    pub(crate) async fn script(&mut self, text: &str) -> Result<()> {
        let text = AssertSqlSafe(text.to_owned()).into_sql_str();
        match self.wire() {
            Wire::Sqlite(it) => it.execute(sqlx::raw_sql(text)).await.map(|_| ())?,
            Wire::Postgres(it) => it.execute(sqlx::raw_sql(text)).await.map(|_| ())?,
        }
        Ok(())
    }
}

impl Tx {
    /// Carries out a statement; the number of rows that it touched.
    pub async fn run(&mut self, sql: Sql, args: impl Args) -> Result<u64> {
        self.conn.execute(sql.0, args.values()).await
    }

    /// Makes everything since the beginning durable, and returns only then.
    pub async fn commit(self) -> Result<()> {
        match (self.conn.0, self.lane) {
            (Line::Writer(turn), Some(lane)) => lane.commit(turn).await?,
            (Line::PostgresTx(mut tx), _) => {
                sqlx::query("select pg_notify('record_' || current_schema(), $1)")
                    .bind(self.version.announcement())
                    .execute(&mut *tx)
                    .await?;
                tx.commit().await?;
            }
            _ => {}
        }
        self.version.step();
        Ok(())
    }
}

fn for_sqlite(text: impl SqlSafeStr, values: Vec<Value>) -> Query<'static, Sqlite, SqliteArguments> {
    values.into_iter().fold(sqlx::query(text), |query, value| match value {
        Value::Null(_) => query.bind(None::<String>),
        Value::Bool(it) => query.bind(it),
        Value::Int(it) => query.bind(it),
        Value::Real(it) => query.bind(it),
        Value::Text(it) => query.bind(it),
        Value::Bytes(it) => query.bind(it),
        Value::Uuid(it) => query.bind(it),
        Value::Instant(it) => query.bind(fixed_width(it)),
        Value::Json(it) => query.bind(it.to_string()),
    })
}

fn for_postgres(text: impl SqlSafeStr, values: Vec<Value>) -> Query<'static, Postgres, PgArguments> {
    values.into_iter().fold(sqlx::query(text), |query, value| match value {
        Value::Null(Kind::Bool) => query.bind(None::<bool>),
        Value::Null(Kind::Int) => query.bind(None::<i64>),
        Value::Null(Kind::Real) => query.bind(None::<f64>),
        Value::Null(Kind::Text) => query.bind(None::<String>),
        Value::Null(Kind::Bytes) => query.bind(None::<Vec<u8>>),
        Value::Null(Kind::Uuid) => query.bind(None::<uuid::Uuid>),
        Value::Null(Kind::Instant) => query.bind(None::<PgInstant>),
        Value::Null(Kind::Json) => query.bind(None::<sqlx::types::Json<serde_json::Value>>),
        Value::Bool(it) => query.bind(it),
        Value::Int(it) => query.bind(it),
        Value::Real(it) => query.bind(it),
        Value::Text(it) => query.bind(it),
        Value::Bytes(it) => query.bind(it),
        Value::Uuid(it) => query.bind(it),
        Value::Instant(it) => query.bind(PgInstant(it)),
        Value::Json(it) => query.bind(sqlx::types::Json(it)),
    })
}

/// An instant as SQLite keeps it: always as many letters, so that words sort as time does.
pub(crate) fn fixed_width(instant: Timestamp) -> String {
    format!("{instant:.6}")
}

/// An instant as PostgreSQL sends it: microseconds since the first of January 2000.
pub(crate) struct PgInstant(pub(crate) Timestamp);

const EPOCH_2000: i64 = 946_684_800_000_000;

impl sqlx::Type<Postgres> for PgInstant {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("timestamptz")
    }
}

impl sqlx::Encode<'_, Postgres> for PgInstant {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> std::result::Result<IsNull, BoxDynError> {
        sqlx::Encode::<Postgres>::encode_by_ref(&(self.0.as_microsecond() - EPOCH_2000), buffer)
    }
}

impl sqlx::Decode<'_, Postgres> for PgInstant {
    fn decode(value: PgValueRef<'_>) -> std::result::Result<Self, BoxDynError> {
        let since = <i64 as sqlx::Decode<Postgres>>::decode(value)?;
        Ok(Self(Timestamp::from_microsecond(since + EPOCH_2000)?))
    }
}
