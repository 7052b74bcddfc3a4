//! `cargo xtask bench`: the release build under load on this machine, and one table of what came out.

mod finder;
mod form;
mod indicators;
mod load;
mod printing;
mod process;
mod server;
mod table;

use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use form::Form;
use process::Process;
use scenarios::{House, Line};
use table::Table;

use crate::{check, tree};

/// How long a server rests before its memory is read.
const REST: Duration = Duration::from_mins(1);

/// Reading: requests, and readers at once.
const PAGES: (usize, usize) = (5_000, 8);

/// Registering: registrations, and people at once. The seats of the sessions that lie ahead suffice for them.
const REGISTRATIONS: (usize, usize) = (2_000, 16);

/// The day on which public sessions still lie ahead.
const BEFORE: &str = "before-training";

/// What lifts the limit on what one address may write.
const MEASURED: [(&str, &str); 1] = [("CONVOKE_BENCH", "1")];

/// Names another program to measure.
const NAMED: &str = "CONVOKE_BIN";

/// Builds, measures, prints.
pub fn run(words: &[String]) -> Result<(), String> {
    if !words.is_empty() {
        return Err("cargo xtask bench".to_owned());
    }
    if std::env::var_os(NAMED).is_none() {
        check::cargo(&["build", "--release", "--package", "convoke"], &[])?;
    }
    let mut table = Table::default();
    finder::prove(&mut table)?;
    indicators::compute(&mut table)?;
    let mut house = start(&mut table);
    rest(&mut table, &house, "memory one minute after the start", "≤ 60 MiB");
    printing::print(&mut table, &house, BEFORE)?;
    rest(&mut table, &house, "memory one minute after a PDF", "≤ 150 MiB");
    read_pages(&mut table, &house, "")?;
    register(&mut table, &house, "")?;
    house.restart(&MEASURED);
    house.wait_for_the_first_page();
    house.is_sound();
    drop(house);
    server::measure(&mut table)?;
    println!("\n{table}");
    Ok(())
}

/// The release build, unless another program is named.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os(NAMED) {
        return named.into();
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| tree::root().join("target"), PathBuf::from);
    target.join("release/convoke")
}

/// The start over an empty folder, then over the filled one.
fn start(table: &mut Table) -> House {
    println!("starting over an empty folder …");
    let begun = Instant::now();
    let mut house = House::begin(&program(), &MEASURED);
    house.wait_for_the_first_page();
    table.seconds("first page, empty folder", begun.elapsed(), "≤ 1 s", "1.3–7 s");
    house.wait_until_furnished();
    table.seconds("the demonstration is imported", begun.elapsed(), "", "");
    // What is planned is published by the worker, which would be measured along with everything else.
    house.wait_until_published();
    let begun = Instant::now();
    house.restart(&MEASURED);
    house.wait_for_the_first_page();
    table.seconds("first page, filled folder", begun.elapsed(), "≤ 0.3 s", "1.3–7 s");
    house.wait_until_furnished();
    house
}

fn rest(table: &mut Table, house: &House, what: &str, target: &str) {
    println!("resting for a minute …");
    sleep(REST);
    table.row(what, format!("{:.0} MiB", Process::of(house).mebibytes()), target, "210–520 MiB");
}

/// Anonymous readers: what the server keeps for them, and pages that nobody asked for before.
fn read_pages(table: &mut Table, house: &House, on: &str) -> Result<(), String> {
    let mut paths = vec!["/".to_owned()];
    paths.extend(["", "sessions", "people", "partners", "communique", "about"].map(|it| house.page(it)));
    paths.retain(|path| house.line().get(path).is_ok_and(|it| it.status == 200));
    for (what, fresh) in [("an anonymous page", false), ("… that is not kept ready", true)] {
        let what = &format!("{on}{what}");
        println!("reading {} pages: {what} …", PAGES.0);
        let process = Process::of(house);
        let before = process.busy();
        let ask = |line: &mut Line, number: usize| {
            let path = &paths[number % paths.len()];
            let path = if fresh { format!("{path}?n={number}") } else { path.clone() };
            line.get(&path).is_ok_and(|it| it.status == 200)
        };
        let load = load::put(house.address(), PAGES, &ask)?;
        let each = process.busy().saturating_sub(before).as_secs_f64() * 1000.0 / PAGES.0 as f64;
        table.row(&format!("{what}: CPU"), format!("{each:.2} ms"), "≤ 0.6 ms", "16–43 ms");
        table.row(&format!("{what}: pages a second"), format!("{:.0}", load.rate()), "", "41–110");
        table.row(&format!("{what}: p50 / p99"), load.shares(), "", "");
    }
    Ok(())
}

/// People who register for a public session, each with an answer that leaves after the commit.
fn register(table: &mut Table, house: &House, on: &str) -> Result<(), String> {
    let forms = Form::of_open_sessions(house)?;
    println!("registering {} people for {} sessions …", REGISTRATIONS.0, forms.len());
    let process = Process::of(house);
    let before = process.busy();
    let ask = |line: &mut Line, number: usize| {
        let form = &forms[number % forms.len()];
        let fields = form.filled_by(number);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        line.post(form.action(), &fields).is_ok_and(|it| (200..400).contains(&it.status))
    };
    let load = load::put(house.address(), REGISTRATIONS, &ask)?;
    let each = process.busy().saturating_sub(before).as_secs_f64() * 1000.0 / REGISTRATIONS.0 as f64;
    table.row(&format!("{on}a registration: CPU"), format!("{each:.2} ms"), "≤ 3 ms", "");
    table.row(&format!("{on}registrations a minute, durable"), format!("{:.0}", load.rate() * 60.0), "", "180–1,085");
    table.row(&format!("{on}registrations a second, durable"), format!("{:.0}", load.rate()), "", "3–18");
    table.row(&format!("{on}a registration: p50 / p99"), load.shares(), "", "");
    Ok(())
}
