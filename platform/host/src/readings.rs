//! What was read of the record once and holds until the next commit: the surroundings of pages, above all.
//!
//! Every page names its edition, its partners and its menu. They change a few times a year and are read with every
//! look; so each is read once for a state of the record, as the [shelf](crate::web::Shelf) keeps whole pages.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock},
    time::{Duration, Instant},
};

use db::Db;

use crate::Result;

/// How long a reading holds at most: another process, the operator's command line, may have written meanwhile.
const HOLDS: Duration = Duration::from_secs(5);

/// How many readings are kept; an installation has a few for each edition.
const MOST: usize = 500;

/// What a reading is of: its type, and words that tell it from others of that type.
type Key = (TypeId, String);

struct Kept {
    version: u64,
    read_at: Instant,
    what: Arc<dyn Any + Send + Sync>,
}

/// Readings that still hold.
#[derive(Default)]
pub struct Readings {
    known: Mutex<HashMap<Key, Kept>>,
    holds: OnceLock<Duration>,
}

impl Readings {
    /// Holds readings for as long as nothing is committed here: for a test, beside which no other process writes and
    /// which counts statements however slow the machine is.
    pub fn hold_until_a_commit(&self) {
        let _ = self.holds.set(Duration::MAX);
    }

    /// What was read under these words since the last commit; what is not there is read now.
    pub async fn of<T: Send + Sync + 'static>(
        &self,
        db: &Db,
        words: impl Into<String>,
        reading: impl Future<Output = Result<T>> + Send,
    ) -> Result<Arc<T>> {
        // Before anything is read: what is committed meanwhile makes the reading stale at once.
        let (version, read_at) = (db.version(), Instant::now());
        let key = (TypeId::of::<T>(), words.into());
        if let Some(known) = self.find(&key, version) {
            return Ok(known);
        }
        let what = Arc::new(reading.await?);
        self.keep(key, Kept { version, read_at, what: what.clone() });
        Ok(what)
    }

    fn find<T: Send + Sync + 'static>(&self, key: &Key, version: u64) -> Option<Arc<T>> {
        let known = self.known.lock().ok()?;
        let kept = known
            .get(key)
            .filter(|it| it.version == version && it.read_at.elapsed() < *self.holds.get().unwrap_or(&HOLDS))?;
        kept.what.clone().downcast().ok()
    }

    fn keep(&self, key: Key, kept: Kept) {
        let Ok(mut known) = self.known.lock() else { return };
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestApp;
    use crate::{Assembly, Routes, settings};

    #[tokio::test]
    async fn a_reading_is_done_once_and_again_after_a_commit() {
        let test = TestApp::start(Assembly::default(), Routes::default(), "2025-10-13T02:00:00Z").await;
        let app = &test.app;
        let read = async || app.readings.of(&app.db, "a", async { Ok(app.db.version()) }).await.unwrap();

        let first = read().await;
        let again = read().await;
        let mut tx = app.db.write().await.unwrap();
        settings::set(&mut tx, "reading", &"again", app.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        let later = read().await;

        assert!(Arc::ptr_eq(&first, &again));
        assert_eq!(*later, *first + 1);
    }

    #[tokio::test]
    async fn what_could_not_be_read_is_not_kept() {
        let test = TestApp::start(Assembly::default(), Routes::default(), "2025-10-13T02:00:00Z").await;
        let app = &test.app;
        let hidden = app.readings.of::<u64>(&app.db, "a", async { Err(crate::Error::Hidden) }).await;
        assert!(hidden.is_err());
        assert_eq!(*app.readings.of(&app.db, "a", async { Ok(7_u64) }).await.unwrap(), 7);
    }
}
