//! The present.

use std::sync::{Arc, RwLock};

use jiff::Timestamp;

/// Tells the present of the programme. A demonstration's and a test's can be set; everywhere else it is the real one.
#[derive(Clone, Default)]
pub struct Clock {
    set: Arc<RwLock<Option<Timestamp>>>,
}

impl Clock {
    /// A clock that stands still: for tests.
    pub fn standing_at(at: Timestamp) -> Self {
        Self { set: Arc::new(RwLock::new(Some(at))) }
    }

    /// The present of the programme: what is not yet so is not shown.
    pub fn now(&self) -> Timestamp {
        self.set.read().ok().and_then(|it| *it).unwrap_or_else(Self::real)
    }

    /// The real present, whatever the demonstration shows: for secrets that expire, letters and the journal.
    #[allow(clippy::disallowed_methods, reason = "the one place where time enters")]
    pub fn real() -> Timestamp {
        Timestamp::now()
    }

    /// Sets the clock, or lets it run again.
    pub fn set(&self, at: Option<Timestamp>) {
        if let Ok(mut set) = self.set.write() {
            *set = at;
        }
    }

    /// Whether it shows another time than the real one.
    pub fn is_set(&self) -> bool {
        self.set.read().is_ok_and(|it| it.is_some())
    }
}
