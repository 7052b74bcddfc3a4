//! Opening a database, and handing out its connections.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{
    ConnectOptions, PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    Conn, Error, Result, Tx,
    conn::{Count, Line},
    lane::Lane,
};

/// Where an installation's record lives.
#[derive(Clone)]
pub struct Db {
    engine: Arc<Inner>,
    version: Version,
    statements: Count,
}

enum Inner {
    Sqlite { readers: SqlitePool, lane: Lane, path: PathBuf },
    Postgres { pool: PgPool },
}

/// Which of the two engines keeps the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, for several nodes.
    Postgres,
}

/// Whether a commit waits for the disk.
///
/// `Relaxed` exists so that the proof of durability can be shown to fail; no configuration sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Every commit reaches the disk before it returns.
    Full,
    /// The operating system writes when it likes.
    Relaxed,
}

/// Counts the changes of the record, so that what was made from it knows when it is stale.
#[derive(Clone)]
pub(crate) struct Version {
    count: Arc<AtomicU64>,
    /// Tells this node's own announcements from those of others.
    node: uuid::Uuid,
}

impl Default for Version {
    fn default() -> Self {
        Self { count: Arc::default(), node: uuid::Uuid::new_v4() }
    }
}

impl Version {
    pub(crate) fn step(&self) {
        self.count.fetch_add(1, Ordering::SeqCst);
    }

    /// What this node announces to the others when it has changed the record.
    pub(crate) fn announcement(&self) -> String {
        self.node.to_string()
    }
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`; a SQLite file that is not there is made.
    pub async fn open(address: &str, durability: Durability) -> Result<Self> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            Self::open_sqlite(Path::new(path.trim_start_matches("//")), durability).await
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Self::open_postgres(address).await
        } else {
            Err(Error::Address(
                "a database is given as sqlite:PATH or postgres://USER@HOST/NAME; this address is neither".to_owned(),
            ))
        }
    }

    async fn open_sqlite(path: &Path, durability: Durability) -> Result<Self> {
        let synchronous = match durability {
            Durability::Full => SqliteSynchronous::Full,
            Durability::Relaxed => SqliteSynchronous::Off,
        };
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(200)
            .pragma("cache_size", "-8000")
            // What was erased is overwritten in the file as well, not only let go of.
            .pragma("secure_delete", "on");
        let lane = Lane::new(options.connect().await?);
        let readers = SqlitePoolOptions::new()
            .min_connections(1)
            .max_connections(4)
            .test_before_acquire(false)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await?;
        let engine = Inner::Sqlite { readers, lane, path: path.to_owned() };
        Ok(Self { engine: Arc::new(engine), version: Version::default(), statements: Count::default() })
    }

    async fn open_postgres(address: &str) -> Result<Self> {
        let options: PgConnectOptions = address.parse()?;
        let options = options.options([("synchronous_commit", "on"), ("TimeZone", "UTC")]);
        let pool = PgPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options)
            .await?;
        let db = Self {
            engine: Arc::new(Inner::Postgres { pool: pool.clone() }),
            version: Version::default(),
            statements: Count::default(),
        };
        // One server may keep several installations, each in a schema of its own; they are not each other's news.
        let schema: String = sqlx::query_scalar("select current_schema()::text").fetch_one(&pool).await?;
        let channel = format!("record_{schema}");
        let version = db.version.clone();
        tokio::spawn(async move {
            loop {
                if let Ok(mut listener) = PgListener::connect_with(&pool).await
                    && listener.listen(&channel).await.is_ok()
                {
                    version.step();
                    // `None` is a connection that was lost and found: what was said meanwhile was not heard.
                    while let Ok(heard) = listener.try_recv().await {
                        if heard.is_none_or(|it| it.payload() != version.announcement()) {
                            version.step();
                        }
                    }
                }
                // Changes of other nodes may have been missed: what was kept is stale until we listen again.
                version.step();
                if pool.is_closed() {
                    return;
                }
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
        Ok(db)
    }

    /// A connection that reads.
    pub async fn read(&self) -> Result<Conn> {
        let line = match &*self.engine {
            Inner::Sqlite { readers, .. } => Line::Reader(readers.acquire().await?),
            Inner::Postgres { pool } => Line::Postgres(pool.acquire().await?),
        };
        Ok(Conn(line, self.statements.clone()))
    }

    /// A transaction that writes.
    pub async fn write(&self) -> Result<Tx> {
        let (line, lane) = match &*self.engine {
            Inner::Sqlite { lane, .. } => (Line::Writer(lane.turn().await?), Some(lane.clone())),
            Inner::Postgres { pool } => (Line::PostgresTx(pool.begin().await?), None),
        };
        Ok(Tx { conn: Conn(line, self.statements.clone()), lane, version: self.version.clone() })
    }

    /// How many changes this node knows of: what was made from an older version is stale.
    pub fn version(&self) -> u64 {
        self.version.count.load(Ordering::SeqCst)
    }

    /// How many statements were sent through this handle: for the tests that hold lists to a fixed number.
    pub fn statements(&self) -> u64 {
        self.statements.so_far()
    }

    /// Which engine keeps the record.
    pub fn engine(&self) -> Engine {
        match &*self.engine {
            Inner::Sqlite { .. } => Engine::Sqlite,
            Inner::Postgres { .. } => Engine::Postgres,
        }
    }

    /// Writes a consistent copy of an embedded database to a new file; `false` where the engine is a server.
    pub async fn copy_to(&self, target: &Path) -> Result<bool> {
        let Inner::Sqlite { readers, .. } = &*self.engine else { return Ok(false) };
        sqlx::query("vacuum into $1").bind(target.to_string_lossy().into_owned()).execute(readers).await?;
        Ok(true)
    }

    /// The file of an embedded database.
    pub fn path(&self) -> Option<&Path> {
        match &*self.engine {
            Inner::Sqlite { path, .. } => Some(path),
            Inner::Postgres { .. } => None,
        }
    }

    /// Lets everything under way end, and closes the files.
    pub async fn close(&self) {
        match &*self.engine {
            Inner::Sqlite { readers, lane, .. } => {
                // Readers first: the last connection to close folds the write-ahead log into the file.
                readers.close().await;
                lane.close().await;
            }
            Inner::Postgres { pool } => pool.close().await,
        }
    }
}

impl Db {
    /// Makes a schema on a PostgreSQL server: tests live side by side, each in its own.
    pub async fn make_schema(server: &str, name: &str) -> Result<()> {
        use sqlx::{Connection, Executor};
        let mut connection = sqlx::PgConnection::connect(server).await?;
        let text = format!("create schema if not exists {name}");
        connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(text))).await?;
        connection.close().await?;
        Ok(())
    }
}
