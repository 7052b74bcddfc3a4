//! How long it takes to compute every indicator: of the demonstration edition, and of one ten times as large.
//!
//! Prints a line each, as `cargo xtask bench` reads it: how many times as large, how many indicators, milliseconds.

use std::{
    error::Error,
    path::Path,
    time::{Duration, Instant},
};

use host::{figures::Scope, folder::Folder, testing::TestApp};
use jiff::tz::TimeZone;

/// After everything happened.
const AFTERWARDS: &str = "2026-02-02T02:00:00Z";

/// What grows with an edition, and which of its cells name somebody.
const GROWING: [(&str, &[&str]); 5] = [
    ("applicants.csv", &["key", "email"]),
    ("guests.csv", &["key", "email"]),
    ("participations.csv", &["person"]),
    ("registrations.csv", &["person"]),
    ("answers.csv", &["respondent"]),
];

/// How often each is measured; the fastest counts, since nothing else then stood in the way.
const TIMES: usize = 7;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = Folder::read(Path::new("editions/asef-2025"))?;
    for times in [1, 10] {
        let (indicators, took) = measured(&grown(&folder, times)?).await?;
        println!("{times} {indicators} {:.1}", took.as_secs_f64() * 1000.0);
    }
    Ok(())
}

async fn measured(folder: &Folder) -> Result<(usize, Duration), Box<dyn Error>> {
    let test = TestApp::start_as(convoke::assembly(), convoke::routes(), AFTERWARDS, true).await;
    let edition = convoke::import(&test.app, folder).await?.map_err(|findings| findings.to_string())?;
    let scope = Scope::new(edition, test.app.clock.now(), &TimeZone::get("Asia/Singapore")?);
    let mut conn = test.app.db.read().await?;
    let (mut indicators, mut fastest) = (0, Duration::MAX);
    for _ in 0..TIMES {
        let began = Instant::now();
        indicators = report::all_figures(&test.app, &mut conn, scope).await?.len();
        fastest = fastest.min(began.elapsed());
    }
    Ok((indicators, fastest))
}

/// The folder with so many of everybody, each of whom did what the first did.
fn grown(folder: &Folder, times: usize) -> Result<Folder, Box<dyn Error>> {
    let mut grown = folder.clone();
    for (name, naming) in GROWING {
        let bytes = folder.0.get(name).ok_or("a file is missing")?;
        let mut rows = csv::Reader::from_reader(bytes.as_slice());
        let heads = rows.headers()?.clone();
        let records = rows.records().collect::<Result<Vec<_>, _>>()?;
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
        out.write_record(&heads)?;
        for again in 0..times {
            for record in &records {
                let cells = heads.iter().zip(record).map(|(head, cell)| {
                    if again == 0 || !naming.contains(&head) {
                        cell.to_owned()
                    } else if head == "email" {
                        format!("of{again}.{cell}")
                    } else {
                        format!("{cell}-of{again}")
                    }
                });
                out.write_record(cells)?;
            }
        }
        grown.put(name, String::from_utf8(out.into_inner()?)?);
    }
    Ok(grown)
}
