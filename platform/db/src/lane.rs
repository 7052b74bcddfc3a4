//! The one lane on which everything is written to SQLite, and its shared commits.
//!
//! A disk makes a few hundred commits durable in a second, whoever asks. So transactions that come
//! close together share one: each is a savepoint of its own, the last of them commits for all, and
//! every one is acknowledged only after that commit has returned.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use sqlx::{Connection, Executor, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::{Error, Result};

/// How many transactions may share one commit.
const MOST: usize = 64;

/// How long a transaction waits for the next one to commit for it, before it does so itself.
const PATIENCE: Duration = Duration::from_millis(4);

/// The lane; cheap to clone.
#[derive(Clone)]
pub(crate) struct Lane {
    state: Arc<Mutex<State>>,
    queue: Arc<AtomicUsize>,
}

struct State {
    connection: SqliteConnection,
    /// Whether `begin` was said and `commit` not yet.
    begun: bool,
    /// Whether a savepoint is open; still so when the next one comes, its owner was dropped.
    open: bool,
    /// Those whose savepoints are released and who wait for the commit.
    waiting: Vec<oneshot::Sender<std::result::Result<(), String>>>,
}

/// A transaction's turn on the lane.
pub(crate) struct Turn {
    guard: Option<OwnedMutexGuard<State>>,
    lane: Lane,
}

impl Turn {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        match &mut self.guard {
            Some(guard) => &mut guard.connection,
            None => unreachable!("a turn keeps its guard until it is dropped"),
        }
    }
}

impl Drop for Turn {
    /// Whoever gives up a turn must not keep those waiting who wrote before.
    fn drop(&mut self) {
        let abandoned = self.guard.take().is_some_and(|guard| guard.open);
        if let (true, Ok(runtime)) = (abandoned, tokio::runtime::Handle::try_current()) {
            let lane = self.lane.clone();
            runtime.spawn(async move { lane.flush().await });
        }
    }
}

/// Counts as queueing for as long as it lives.
struct Queueing<'a>(&'a AtomicUsize);

impl Drop for Queueing<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Lane {
    pub(crate) fn new(connection: SqliteConnection) -> Self {
        let state = State { connection, begun: false, open: false, waiting: Vec::new() };
        Self { state: Arc::new(Mutex::new(state)), queue: Arc::default() }
    }

    /// Waits for a turn and opens a savepoint.
    pub(crate) async fn turn(&self) -> Result<Turn> {
        self.queue.fetch_add(1, Ordering::SeqCst);
        let queueing = Queueing(&self.queue);
        let mut guard = self.state.clone().lock_owned().await;
        drop(queueing);
        guard.undo_abandoned().await?;
        if !guard.begun {
            guard.say("begin immediate").await?;
            guard.begun = true;
        }
        guard.say("savepoint turn").await?;
        guard.open = true;
        Ok(Turn { guard: Some(guard), lane: self.clone() })
    }

    /// Ends a turn and returns once its work is on the disk.
    pub(crate) async fn commit(&self, mut turn: Turn) -> Result<()> {
        let Some(mut guard) = turn.guard.take() else { return Ok(()) };
        guard.say("release turn").await?;
        guard.open = false;
        let (sender, mut receiver) = oneshot::channel();
        guard.waiting.push(sender);
        if self.queue.load(Ordering::SeqCst) == 0 || guard.waiting.len() >= MOST {
            guard.make_durable().await;
        }
        drop(guard);
        loop {
            tokio::select! {
                biased;
                answer = &mut receiver => {
                    return answer.unwrap_or_else(|_| Err("the writer stopped".to_owned())).map_err(Error::NotDurable);
                }
                () = tokio::time::sleep(PATIENCE) => self.flush().await,
            }
        }
    }

    /// Commits for those who wait, if nobody has done so.
    async fn flush(&self) {
        let mut state = self.state.lock().await;
        if let Err(error) = state.undo_abandoned().await {
            tracing::error!(%error, "an abandoned transaction could not be undone");
        }
        if state.begun {
            state.make_durable().await;
        }
    }

    /// Ends the lane in order: commits, and closes the connection's file.
    pub(crate) async fn close(&self) {
        self.flush().await;
        let mut state = self.state.lock().await;
        if let Ok(memory) = SqliteConnection::connect("sqlite::memory:").await {
            let connection = std::mem::replace(&mut state.connection, memory);
            if let Err(error) = connection.close().await {
                tracing::error!(%error, "the database file was not closed in order");
            }
        }
    }
}

impl State {
    async fn say(&mut self, words: &'static str) -> Result<()> {
        self.connection.execute(words).await?;
        Ok(())
    }

    async fn undo_abandoned(&mut self) -> Result<()> {
        if !self.open {
            return Ok(());
        }
        self.open = false;
        let undone = match self.say("rollback to turn").await {
            Ok(()) => self.say("release turn").await,
            gone => gone,
        };
        if let Err(error) = undone {
            self.begin_anew(&error).await;
        }
        Ok(())
    }

    /// A full disk makes the engine itself roll everything back: the savepoint is gone, and with it those who wait.
    async fn begin_anew(&mut self, error: &Error) {
        tracing::error!(%error, "the engine rolled a shared transaction back");
        let _ = self.say("rollback").await;
        self.begun = false;
        for sender in self.waiting.drain(..) {
            let _ = sender.send(Err(error.to_string()));
        }
    }

    async fn make_durable(&mut self) {
        let result = self.say("commit").await.map_err(|error| error.to_string());
        if result.is_err() {
            // A commit that failed leaves the transaction open; nobody was acknowledged, so it goes.
            let _ = self.say("rollback").await;
        }
        self.begun = false;
        for sender in self.waiting.drain(..) {
            // One who no longer listens has left; the work is done all the same.
            let _ = sender.send(result.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn lane() -> Lane {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        connection.execute("create table things (name text)").await.unwrap();
        Lane::new(connection)
    }

    async fn put(turn: &mut Turn) {
        turn.connection().execute("insert into things values ('thing')").await.unwrap();
    }

    #[tokio::test]
    async fn an_engine_that_rolls_back_by_itself_is_written_to_again_and_nobody_is_told_a_lie() {
        let lane = lane().await;
        let mut first = lane.turn().await.unwrap();
        put(&mut first).await;
        let second = tokio::spawn({
            let lane = lane.clone();
            async move {
                let mut turn = lane.turn().await.unwrap();
                // As SQLite does it when the disk is full.
                turn.connection().execute("rollback").await.unwrap();
                drop(turn);
            }
        });
        while lane.queue.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }

        assert!(matches!(lane.commit(first).await, Err(Error::NotDurable(_))));
        second.await.unwrap();

        let mut third = lane.turn().await.unwrap();
        put(&mut third).await;
        lane.commit(third).await.unwrap();
        let mut fourth = lane.turn().await.unwrap();
        let rows = sqlx::query("select * from things").fetch_all(fourth.connection()).await.unwrap();
        assert_eq!(rows.len(), 1);
    }
}
