//! Photographs of the real thing: pages of the demonstration, wide and narrow, light and dark, written as PNG.

use std::fs;
use std::path::Path;

use scenarios::{Browser, House, Role};

use crate::tree;

/// The pages: the name of the picture, where it is taken, who looks. `E` stands for the edition's path.
const PAGES: [(&str, &str, Option<Role>); 14] = [
    ("home", "E/", None),
    ("activity", "E/activities/training", None),
    ("sessions", "E/sessions", None),
    ("people", "E/people", None),
    ("partners", "E/partners", None),
    ("communique", "E/communique", None),
    ("report", "E/report", None),
    ("figures", "E/figures", None),
    ("figure", "E/figures/training.participants", Some(Role::Secretariat)),
    ("home-fr", "/frE/", None),
    ("desk", "/deskE", Some(Role::Secretariat)),
    ("desk-sessions", "/deskE/sessions", Some(Role::Secretariat)),
    ("desk-people", "/deskE/people", Some(Role::Secretariat)),
    ("desk-journal", "/deskE/journal", Some(Role::Secretariat)),
];

/// A desk's screen and a phone.
const WIDTHS: [(u32, u32); 2] = [(1440, 900), (360, 740)];

/// Longer pages are cut: a picture is for looking at.
const DOWN_TO: u32 = 2400;

/// `cargo xtask shots FOLDER [NAME…]`: all pages, or those named.
pub fn run(words: &[String]) -> Result<(), String> {
    let [folder, wanted @ ..] = words else { return Err("cargo xtask shots FOLDER [NAME…]".to_owned()) };
    let folder = Path::new(folder);
    fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    crate::check::build_the_program()?;
    let mut house = House::begin(&crate::check::program(), &[]);
    house.wait_until_furnished();
    let edition = house.edition();
    let officer = house.cookie_of(Role::Secretariat);
    for (name, path, who) in PAGES.iter().filter(|it| wanted.is_empty() || wanted.iter().any(|name| name == it.0)) {
        let mut browser = Browser::start();
        if who.is_some() {
            browser.carry(&house.url("/"), &officer);
        }
        for (width, height) in WIDTHS {
            for dark in [false, true] {
                browser.resize(width, height);
                browser.prefer_dark(dark);
                browser.go(&house.url(&path.replacen('E', &edition, 1)));
                let light = if dark { "dark" } else { "light" };
                let file = folder.join(format!("{name}-{width}-{light}.png"));
                fs::write(&file, browser.picture(Some(DOWN_TO))).map_err(|why| format!("{}: {why}", file.display()))?;
                println!("{}", file.strip_prefix(tree::root()).unwrap_or(&file).display());
            }
        }
    }
    Ok(())
}
