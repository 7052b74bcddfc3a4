//! Later work: a row in the acting transaction, done at least once, whatever happens to the process.

use std::{sync::Arc, time::Duration};

use db::{Conn, Json, Tx, sql};
use jiff::{SignedDuration, Timestamp};
use kernel::{Id, mark};
use serde::{Serialize, de::DeserializeOwned};
use tokio::sync::Notify;

use crate::{App, Clock, Error, Result, app::Boxed};

/// A piece of later work. Its fields are ids; it looks again before it acts, and does no more than once.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// The name under which it waits, like `agenda.remind`.
    const NAME: &'static str;

    /// Does it.
    fn run(self, app: &App) -> impl Future<Output = Result<()>> + Send;
}

/// Runs a job of one kind from its arguments.
pub type Runner = for<'a> fn(&'a App, serde_json::Value) -> Boxed<'a, Result<()>>;

/// The runner of a job, for the assembly.
pub fn runner<J: Job>() -> (&'static str, Runner) {
    (J::NAME, |app, args| {
        Box::pin(async move { serde_json::from_value::<J>(args).map_err(Error::fault)?.run(app).await })
    })
}

/// Rings when there is work, so that nobody has to look all the time.
#[derive(Clone, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Says that there is work.
    pub fn ring(&self) {
        self.0.notify_one();
    }
}

/// How often a job is tried before it is left for a person: over most of a day.
const MOST_ATTEMPTS: i64 = 12;

/// How long a worker holds a job before another may take it for dead.
const HOLD: SignedDuration = SignedDuration::from_mins(5);

/// How long a worker sleeps when nobody rings.
const NAP: Duration = Duration::from_secs(5);

/// Puts work off until after the commit.
pub async fn later<J: Job>(app: &App, tx: &mut Tx, job: &J) -> Result<()> {
    at(app, tx, job, Clock::real()).await
}

/// Puts work off until a moment.
pub async fn at<J: Job>(app: &App, tx: &mut Tx, job: &J, when: Timestamp) -> Result<()> {
    tx.run(
        sql!(
            "insert into jobs (id, name, args, run_at, attempts, held_until, done_at, given_up_at, last_error)
             values ($1, $2, $3, $4, 0, null, null, null, null)"
        ),
        (&Id::<mark::Job>::new(), J::NAME, &Json(job), &when),
    )
    .await?;
    app.bell.ring();
    Ok(())
}

db::row! {
    struct Waiting {
        id: Id<mark::Job>,
        name: String,
        args: Json<serde_json::Value>,
        attempts: i64,
    }
}

db::row! {
    struct Argued {
        args: Json<serde_json::Value>,
    }
}

/// The work of one kind that is neither done nor given up, in the order in which it is due.
pub async fn waiting<J: Job>(conn: &mut Conn) -> Result<Vec<J>> {
    let all: Vec<Argued> = conn
        .all(
            sql!(
                "select args from jobs where name = $1 and done_at is null and given_up_at is null
                 order by run_at, id"
            ),
            (J::NAME,),
        )
        .await?;
    all.into_iter().map(|it| serde_json::from_value(it.args.0).map_err(Error::fault)).collect()
}

/// Works until the process ends.
pub async fn work(app: App) {
    loop {
        match work_off(&app).await {
            Ok(0) => {
                let _ = tokio::time::timeout(NAP, app.bell.0.notified()).await;
            }
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "later work could not be looked for");
                tokio::time::sleep(NAP).await;
            }
        }
    }
}

/// Does everything that is due now; how many pieces of work were tried.
pub async fn work_off(app: &App) -> Result<usize> {
    let mut tried = 0;
    while let Some(job) = take(app).await? {
        tried += 1;
        let result = match app.assembly.jobs.get(job.name.as_str()) {
            Some(run) => apart(app, *run, job.args.0.clone()).await,
            None => Err(Error::fault(format!("no room knows the work {}", job.name))),
        };
        put_back(app, &job, result).await?;
    }
    Ok(tried + crate::post::send_waiting(app).await?)
}

/// Runs a job in a task of its own: a panic in it is a failure like others, and the worker goes on.
async fn apart(app: &App, run: Runner, args: serde_json::Value) -> Result<()> {
    let app = app.clone();
    tokio::spawn(async move { run(&app, args).await }).await.unwrap_or_else(|panic| Err(Error::fault(panic)))
}

async fn take(app: &App) -> Result<Option<Waiting>> {
    let now = Clock::real();
    let mut conn = app.db.read().await?;
    let due: i64 = conn
        .value(
            sql!(
                "select count(*) as value from jobs where done_at is null and given_up_at is null
                 and run_at <= $1 and (held_until is null or held_until < $1)"
            ),
            (&now,),
        )
        .await?;
    let postgres = conn.is_postgres();
    drop(conn);
    if due == 0 {
        return Ok(None);
    }
    let mut tx = app.db.write().await?;
    let held = now + HOLD;
    // The one fork: PostgreSQL lets several workers pass each other, SQLite has one writer anyway.
    let job: Option<Waiting> = if postgres {
        tx.first(
            sql!(
                "update jobs set held_until = $2, attempts = attempts + 1 where id =
                 (select id from jobs where done_at is null and given_up_at is null and run_at <= $1
                  and (held_until is null or held_until < $1) order by run_at limit 1 for update skip locked)
                 returning id, name, args, attempts /* postgres */"
            ),
            (&now, &held),
        )
        .await?
    } else {
        tx.first(
            sql!(
                "update jobs set held_until = $2, attempts = attempts + 1 where id =
                 (select id from jobs where done_at is null and given_up_at is null and run_at <= $1
                  and (held_until is null or held_until < $1) order by run_at limit 1)
                 returning id, name, args, attempts"
            ),
            (&now, &held),
        )
        .await?
    };
    tx.commit().await?;
    Ok(job)
}

async fn put_back(app: &App, job: &Waiting, result: Result<()>) -> Result<()> {
    let now = Clock::real();
    let mut tx = app.db.write().await?;
    match result {
        Ok(()) => {
            tx.run(
                sql!("update jobs set done_at = $2, held_until = null, last_error = null where id = $1"),
                (&job.id, &now),
            )
            .await?;
        }
        Err(error) => {
            tracing::warn!(job = job.name, attempts = job.attempts, %error, "later work failed");
            let given_up = (job.attempts >= MOST_ATTEMPTS).then_some(now);
            tx.run(
                sql!("update jobs set held_until = null, run_at = $2, given_up_at = $3, last_error = $4 where id = $1"),
                (&job.id, &(now + pause(job.attempts)), &given_up, &error.to_string()),
            )
            .await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// The pause before the next attempt: doubles from ten seconds.
pub(crate) fn pause(attempts: i64) -> SignedDuration {
    SignedDuration::from_secs(10 << attempts.clamp(0, 13))
}
