//! `cargo xtask check`: every test there is, on both databases and in the browser. Nothing is left out in silence.

mod cluster;
mod provide;
mod reference;
mod suite;
mod tally;

use std::path::PathBuf;

use cluster::Cluster;
use reference::Reference;
use suite::Suite;
use tally::Tally;

pub use suite::cargo;

use crate::{tidy, tree};

/// Runs everything, or the lints and tests of one crate.
pub fn run(words: &[String]) -> Result<(), String> {
    match words {
        [] => everything(),
        [room] => one(room),
        _ => Err("cargo xtask check [ROOM]".to_owned()),
    }
}

/// What a change must pass. A step that fails does not hide the steps after it.
fn everything() -> Result<(), String> {
    let mut tally = Tally::default();
    let reference = Reference::look()?;
    if !tally.step("what the checks stand on", provide::everything) {
        return Err("Nothing was checked.".to_owned());
    }
    tally.step("the walls", tidy::hold);
    tally.step("formatting", || suite::cargo(&["fmt", "--all", "--check"], &[]));
    if tally.step("build with lints", || suite::build("--workspace")) {
        tally.tests("tests on SQLite", || Suite::of_the_program().with(&reference).run());
        tally.tests("tests on PostgreSQL", on_postgres);
        tally.tests("stories in the browser", || Suite::of_the_browser(&program()).with(&reference).run());
    }
    for line in reference.left_out() {
        println!("{line}");
    }
    tally.close()
}

/// The inner loop: one crate, on SQLite.
fn one(room: &str) -> Result<(), String> {
    let mut tally = Tally::default();
    tally.step("the walls", tidy::hold);
    if tally.step("build with lints", || suite::build_one(room)) {
        tally.tests("tests on SQLite", || Suite::of_one(room).run());
    }
    tally.close()
}

/// The same tests on a server that is there for them alone, and gone afterwards whatever happens.
fn on_postgres() -> Result<suite::Count, String> {
    let cluster = Cluster::start()?;
    Suite::of_the_record().knowing("CONVOKE_TEST_DATABASE", cluster.address()).run()
}

/// A server of its own for a measurement, where PostgreSQL is installed.
pub fn durable_cluster() -> Result<Cluster, String> {
    Cluster::durable()
}

/// Builds the program for whoever needs to look at it.
pub fn build_the_program() -> Result<(), String> {
    suite::cargo(&["build", "--package", "convoke"], &[])
}

/// The program as it was built last.
pub fn program() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| tree::root().join("target"), PathBuf::from);
    target.join("debug/convoke")
}
