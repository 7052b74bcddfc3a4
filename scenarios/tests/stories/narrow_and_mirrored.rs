//! The smallest window, and a language that runs from right to left: no page is wider than its window.

use scenarios::{Manner, Role, Visitor};

use crate::{WEBINAR, told};

/// The pages of the site, and those of the desk.
const SITE: [&str; 12] = [
    "",
    "sessions",
    "activities/training",
    "people",
    "partners",
    "communique",
    "report",
    "figures",
    "about",
    "events",
    "search?q=science",
    "recordings",
];
const DESK: [&str; 9] = ["", "activities", "sessions", "people", "partnerships", "texts", "team", "journal", "outbox"];

#[test]
fn no_page_is_wider_than_the_smallest_window_in_either_direction() {
    told(|house| {
        house.wait_until_published();
        let mut reader = Visitor::with(house, Manner { width: 320, ..Manner::default() });
        let session = house.page(&format!("sessions/{WEBINAR}"));
        let site = SITE.iter().map(|it| house.page(it)).chain([
            session,
            "/".to_owned(),
            "/sign-in".to_owned(),
            "/privacy".to_owned(),
        ]);
        let mut wide = Vec::new();
        for path in site {
            for language in ["", "/fr", "/ar-XB"] {
                let path = format!("{language}{path}");
                note(&mut reader, &path, &mut wide);
            }
        }
        reader.signs_in_as(Role::Secretariat);
        for path in DESK.iter().map(|it| house.desk(it)).chain(["/me".to_owned()]) {
            for language in ["", "/ar-XB"] {
                note(&mut reader, &format!("{language}{path}"), &mut wide);
            }
        }
        assert!(wide.is_empty(), "wider than 320 px:\n{}", wide.join("\n"));
    });
}

fn note(reader: &mut Visitor, path: &str, wide: &mut Vec<String>) {
    let overflow = reader.opens(path).overflow();
    if overflow > 0 {
        wide.push(format!("{path} by {overflow} px: {}", reader.asks_the_page(WIDEST)));
    }
    let mirrored = reader.asks_the_page("return document.documentElement.dir").as_str() == Some("rtl");
    assert_eq!(mirrored, path.starts_with("/ar-XB"), "{path} runs in the wrong direction");
}

/// What sticks out, for whoever mends it.
const WIDEST: &str = "
    const width = document.documentElement.clientWidth;
    const out = [...document.body.querySelectorAll('*')].filter(it => {
        const box = it.getBoundingClientRect();
        return box.right > width + 1 || box.left < -1;
    });
    return out.slice(0, 3).map(it => it.outerHTML.slice(0, 90)).join(' … ');";
