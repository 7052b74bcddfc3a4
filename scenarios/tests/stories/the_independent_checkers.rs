//! Checkers that nobody here wrote look at every page: accessibility, validity, keyboard, headers.
//!
//! They stand in the reference folder and bring their own tools; `cargo xtask check` says so when they are not there.

use std::path::PathBuf;
use std::process::Command;

use scenarios::{House, Role};

use crate::{WEBINAR, told};

/// How many pages a checker walks to, from link to link.
const PAGES: &str = "40";

#[test]
#[ignore = "reference"]
fn every_public_page_is_accessible_and_valid() {
    told(|house| {
        let more = ["/sign-in", "/fr/", "/ar-XB/", "/nothing-here"];
        check(house, "node", "axe_crawl.js", &[PAGES], &more, None);
        check(house, "bash", "html_check.sh", &[PAGES], &more, None);
    });
}

#[test]
#[ignore = "reference"]
fn every_page_of_the_desk_is_accessible_and_valid() {
    told(|house| {
        let officer = house.cookie_of(Role::Secretariat);
        let more =
            [house.desk(""), house.desk("sessions"), house.desk(&format!("sessions/{WEBINAR}")), house.desk("people")];
        let more: Vec<&str> = more.iter().map(String::as_str).chain(["/me"]).collect();
        check(house, "node", "axe_crawl.js", &[PAGES], &more, Some(&officer));
        check(house, "bash", "html_check.sh", &[PAGES], &more, Some(&officer));
    });
}

#[test]
#[ignore = "reference"]
fn the_keyboard_reaches_everything_and_the_headers_are_safe() {
    told(|house| {
        let paths = [
            "/".to_owned(),
            house.page("sessions"),
            house.page(&format!("sessions/{WEBINAR}")),
            house.page("report"),
            "/sign-in".to_owned(),
        ];
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        check(house, "node", "keyboard.js", &[], &paths, None);
        check(house, "python3", "headers_check.py", &[], &paths, None);
    });
}

/// Runs a checker against a house.
fn check(house: &House, interpreter: &str, script: &str, how: &[&str], paths: &[&str], cookie: Option<&str>) {
    let folder =
        PathBuf::from(std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder"))
            .join("checks");
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let python = home.join(".cache/checks/pytools/bin/python");
    let interpreter = if interpreter == "python3" && python.is_file() { python } else { interpreter.into() };
    let mut command = Command::new(interpreter);
    command.arg(folder.join(script)).arg(house.url("")).args(how).args(paths).env("VERBOSE", "1");
    if let Some(cookie) = cookie {
        command.env("COOKIE", cookie);
    }
    let said = command.output().expect("the checker");
    let words = String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{script} found:\n{words}");
}
