//! Feeds, calendars and maps of the site: what programs read is well formed, and says that it is a demonstration.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::told;

#[test]
fn feeds_calendars_and_the_map_of_the_site_are_well_formed() {
    told(|house| {
        let mut line = house.line();
        for path in [house.page("feed.xml"), "/sitemap.xml".to_owned()] {
            let answer = line.get(&path).expect("a feed");
            assert_eq!(answer.status, 200, "{path}");
            is_well_formed(&path, &answer.body);
        }
        let feed = line.get(&house.page("feed.xml")).expect("the feed").text();
        let calendar = line.get(&house.page("calendar.ics")).expect("the calendar").text();
        for (what, text) in [("the feed", &feed), ("the calendar", &calendar)] {
            assert!(
                text.replace("\r\n ", "").contains("Demonstration"),
                "{what} does not say that it is a demonstration"
            );
        }
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.trim_end().ends_with("END:VCALENDAR"));
        let robots = line.get("/robots.txt").expect("the robots' file").text();
        assert!(robots.contains("Disallow: /"), "a demonstration invites robots: {robots}");
    });
}

/// As Debian's own reader of such files sees it.
fn is_well_formed(path: &str, body: &[u8]) {
    let mut reader = Command::new("xmllint")
        .args(["--noout", "--nonet", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint, of the package libxml2-utils");
    reader.stdin.take().expect("a pipe").write_all(body).expect("the body in the pipe");
    let said = reader.wait_with_output().expect("an opinion");
    assert!(said.status.success(), "{path}: {}", String::from_utf8_lossy(&said.stderr));
}
