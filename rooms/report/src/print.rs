//! Reports in print: set once for a state of the record and a day, handed out from memory until either changes.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use host::{App, Error, Found, Result};
use jiff::civil::Date;
use kernel::{Id, Language, Say, mark};
use press::{Finding, Manuscript, NotPrinted};
use programme::Here;
use tokio::sync::Mutex;
use ui::Reader;

use crate::{ReportRefusal, compose, document::Purpose};

/// A printed edition and what the press noticed.
#[derive(Clone)]
pub struct Edition {
    /// The document.
    pub pdf: Arc<Vec<u8>>,
    /// How many pages it has.
    pub pages: usize,
    /// What a person should look at.
    pub findings: Vec<Finding>,
    /// What was noticed before the press: a colour that was darkened, a page too many.
    pub remarks: Vec<Say>,
}

/// For which state of the record and which day a document was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    version: u64,
    day: Date,
}

/// Which document: the installation tells several of one test process apart.
type Which = (PathBuf, Id<mark::Edition>, String, Language);
type Shelf = BTreeMap<Which, (State, std::result::Result<Edition, NotPrinted>)>;

/// The last document in each language. Whoever asks while one is being set waits for it, so the press uses one core.
static SHELF: Mutex<Shelf> = Mutex::const_new(BTreeMap::new());

/// Counts the printings, so that the press rests only when nothing was printed meanwhile.
static PRINTINGS: AtomicU64 = AtomicU64::new(0);

/// How long the press remembers its layout: a correction and a second look come within this time.
const REST_AFTER: Duration = Duration::from_secs(40);

/// The draft of a report as a PDF, in the reader's language, as of the clock's day.
pub async fn print(app: &App, here: &Here, reader: &Reader, report: &str) -> Result<Arc<Vec<u8>>> {
    match proof(app, here, reader, report).await? {
        Ok(edition) => Ok(edition.pdf),
        Err(why) => Err(not_printed(&why)),
    }
}

/// The same, or everything that stands in its way: for the desk.
pub(crate) async fn proof(
    app: &App,
    here: &Here,
    reader: &Reader,
    report: &str,
) -> Result<std::result::Result<Edition, NotPrinted>> {
    if app.counting.load(Ordering::Relaxed) {
        return Err(ReportRefusal::StillCounting.into());
    }
    let which = (app.config.data.clone(), here.edition.id, report.to_owned(), reader.language);
    let mut shelf = SHELF.lock().await;
    let state = State { version: app.db.version(), day: here.edition.today(app.clock.now()) };
    if let Some((of, printed)) = shelf.get(&which)
        && *of == state
    {
        return Ok(printed.clone());
    }
    let composed = compose::draft(app, here, reader, report).await?.found()?;
    let printed = press(composed.manuscript(reader)?).await?.map(|it| {
        let mut remarks = composed.remarks.clone();
        if composed.report.purpose == Purpose::Brief && it.pages > 1 {
            remarks.push(Say::new("report-compose-runs-over").with("pages", it.pages));
        }
        Edition { pdf: Arc::new(it.pdf), pages: it.pages, findings: it.findings, remarks }
    });
    shelf.insert(which, (state, printed.clone()));
    Ok(printed)
}

/// Prints what somebody is about to publish, or says what stands in its way; nothing of it is kept here.
pub(crate) async fn set(manuscript: Manuscript) -> Result<std::result::Result<Vec<u8>, NotPrinted>> {
    let _one_at_a_time = SHELF.lock().await;
    Ok(press(manuscript).await?.map(|it| it.pdf))
}

async fn press(manuscript: Manuscript) -> Result<std::result::Result<press::Printed, NotPrinted>> {
    let printed =
        tokio::task::spawn_blocking(move || press::print(press::house(), &manuscript)).await.map_err(Error::fault)?;
    rest_later();
    Ok(printed)
}

fn not_printed(why: &NotPrinted) -> Error {
    tracing::error!(%why, "a report was not printed");
    ReportRefusal::NotPrinted.into()
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
