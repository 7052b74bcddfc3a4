//! The report in print: set once for a state of the record and a day, handed out from memory until either changes.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use host::{App, Error, Result};
use jiff::civil::Date;
use kernel::{Id, Language, mark};
use press::{Finding, NotPrinted};
use programme::Here;
use tokio::sync::Mutex;
use ui::Reader;

use crate::{ReportRefusal, gather::Gathered, manuscript};

/// A printed edition and what the press noticed.
#[derive(Clone)]
pub struct Edition {
    /// The document.
    pub pdf: Arc<Vec<u8>>,
    /// How many pages it has.
    pub pages: usize,
    /// What a person should look at.
    pub findings: Vec<Finding>,
}

/// For which state of the record and which day a document was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    version: u64,
    day: Date,
}

/// By installation, edition and language; the first tells several installations of one test process apart.
type Shelf = BTreeMap<(PathBuf, Id<mark::Edition>, Language), (State, std::result::Result<Edition, NotPrinted>)>;

/// The last document in each language. Whoever asks while one is being set waits for it, so the press uses one core.
static SHELF: Mutex<Shelf> = Mutex::const_new(BTreeMap::new());

/// Counts the printings, so that the press rests only when nothing was printed meanwhile.
static PRINTINGS: AtomicU64 = AtomicU64::new(0);

/// How long the press remembers its layout: a correction and a second look come within this time.
const REST_AFTER: Duration = Duration::from_secs(40);

/// The report of an edition as a PDF, in the reader's language, as of the clock's day.
pub async fn print(app: &App, here: &Here, reader: &Reader) -> Result<Arc<Vec<u8>>> {
    match proof(app, here, reader).await? {
        Ok(edition) => Ok(edition.pdf),
        Err(why) => {
            tracing::error!(%why, "the report was not printed");
            Err(ReportRefusal::NotPrinted.into())
        }
    }
}

/// The same, or everything that stands in its way: for the desk.
pub(crate) async fn proof(app: &App, here: &Here, reader: &Reader) -> Result<std::result::Result<Edition, NotPrinted>> {
    if app.counting.load(Ordering::Relaxed) {
        return Err(ReportRefusal::StillCounting.into());
    }
    let now = app.clock.now();
    let key = (app.config.data.clone(), here.edition.id, reader.language);
    let mut shelf = SHELF.lock().await;
    let state = State { version: app.db.version(), day: here.edition.today(now) };
    if let Some((of, printed)) = shelf.get(&key)
        && *of == state
    {
        return Ok(printed.clone());
    }
    let gathered = Gathered::read(app, here, now).await?;
    let manuscript = manuscript::manuscript(app, &gathered, reader)?;
    let printed =
        tokio::task::spawn_blocking(move || press::print(press::house(), &manuscript)).await.map_err(Error::fault)?;
    rest_later();
    let printed = printed.map(|it| Edition { pdf: Arc::new(it.pdf), pages: it.pages, findings: it.findings });
    shelf.insert(key, (state, printed.clone()));
    Ok(printed)
}

/// Gives the memory of the press back once nobody prints any more.
fn rest_later() {
    let mine = PRINTINGS.fetch_add(1, Ordering::SeqCst) + 1;
    tokio::spawn(async move {
        tokio::time::sleep(REST_AFTER).await;
        if PRINTINGS.load(Ordering::SeqCst) == mine {
            let _ = tokio::task::spawn_blocking(press::rest).await;
        }
    });
}
