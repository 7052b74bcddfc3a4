//! Checkers that nobody here wrote look at every page: accessibility, validity, keyboard, headers.
//!
//! They stand in the reference folder and bring their own tools; `cargo xtask check` says so when they are not there.

use std::path::PathBuf;
use std::process::Command;

use scenarios::{House, Role};

use crate::{WEBINAR, told};

/// How many pages a checker walks to, from link to link.
const PAGES: &str = "40";

/// Pages of the desk's reports and figures, and the public ones that nobody walks to first.
const REPORTS: [&str; 9] = [
    "reports",
    "reports/final",
    "reports/brief/chapters/brief/en",
    "reports/as-printed/findings",
    "reports/final/publish",
    "reports/final/preview/fr",
    "figures",
    "figures/training.participants",
    "observations",
];
const PUBLISHED: [&str; 4] = ["report", "reports/final/1", "figures", "figures/training.participants"];

#[test]
#[ignore = "reference"]
fn every_public_page_is_accessible_and_valid() {
    told(|house| {
        house.wait_until_published();
        let published = PUBLISHED.map(|it| house.page(it));
        let more = published.iter().map(String::as_str);
        let more: Vec<&str> = more.chain(["/sign-in", "/verify", "/fr/", "/ar-XB/", "/nothing-here"]).collect();
        check(house, "node", "axe_crawl.js", &[PAGES], &more, None);
        check(house, "bash", "html_check.sh", &[PAGES], &more, None);
    });
}

#[test]
#[ignore = "reference"]
fn every_page_of_the_desk_is_accessible_and_valid() {
    told(|house| {
        let officer = house.cookie_of(Role::Secretariat);
        let session = format!("sessions/{WEBINAR}");
        let more = ["", "sessions", &session, "people"].into_iter().chain(REPORTS).map(|it| house.desk(it));
        let more: Vec<String> = more.chain(["/me".to_owned()]).collect();
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        check(house, "node", "axe_crawl.js", &[PAGES], &more, Some(&officer));
        check(house, "bash", "html_check.sh", &[PAGES], &more, Some(&officer));
    });
}

#[test]
#[ignore = "reference"]
fn the_keyboard_reaches_everything_and_the_headers_are_safe() {
    told(|house| {
        house.wait_until_published();
        let paths = [
            "/".to_owned(),
            house.page("sessions"),
            house.page(&format!("sessions/{WEBINAR}")),
            house.page("report"),
            house.page("figures/training.participants"),
            "/verify".to_owned(),
            "/sign-in".to_owned(),
        ];
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        check(house, "node", "keyboard.js", &[], &paths, None);
        check(house, "python3", "headers_check.py", &[], &paths, None);
    });
}

#[test]
#[ignore = "reference"]
fn the_published_documents_are_accessible() {
    told(|house| {
        house.wait_until_published();
        let files = ["report.pdf", "reports/final/1/report-en.pdf", "reports/final/1/report-fr.pdf"];
        let urls: Vec<String> = files.iter().map(|it| house.url(&house.page(it))).collect();
        run("python3", "pdf_check.py", &urls, None);
    });
}

/// Runs a checker against a house.
fn check(house: &House, interpreter: &str, script: &str, how: &[&str], paths: &[&str], cookie: Option<&str>) {
    let words = [house.url("")].into_iter().chain([how, paths].concat().into_iter().map(str::to_owned));
    run(interpreter, script, &words.collect::<Vec<_>>(), cookie);
}

/// Runs a checker with these words.
fn run(interpreter: &str, script: &str, words: &[String], cookie: Option<&str>) {
    let folder =
        PathBuf::from(std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder"))
            .join("checks");
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let python = home.join(".cache/checks/pytools/bin/python");
    let interpreter = if interpreter == "python3" && python.is_file() { python } else { interpreter.into() };
    let mut command = Command::new(interpreter);
    command.arg(folder.join(script)).args(words).env("VERBOSE", "1");
    if let Some(cookie) = cookie {
        command.env("COOKIE", cookie);
    }
    let said = command.output().expect("the checker");
    let words = String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{script} found:\n{words}");
}
