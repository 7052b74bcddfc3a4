//! The edition folder and the calendars.

use std::path::Path;

use host::{
    figures::{Register, trace, value},
    folder::{Findings, Folder},
};

use super::setting::{folder, open};
use crate::edition;

#[tokio::test]
async fn what_was_imported_is_exported_byte_for_byte() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let (mut out, mut conn) = (Folder::default(), test.app.db.read().await.unwrap());
    edition::export(&mut conn, here.edition.id, &mut out).await.unwrap();
    let given = folder();
    for (name, bytes) in &out.0 {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        assert_eq!(text(bytes), text(&given.0[name]), "{name}");
    }
    assert_eq!(out.0.len(), 4);
}

#[test]
fn every_mistake_is_found_with_its_place() {
    let mut folder = folder();
    folder.put(
        "sessions.toml",
        "[[session]]\nkey = \"x\"\nactivity = \"nort\"\nkind = \"webinar\"\ntitle = { en = \"X\" }\non = \"2025-02-30\"\nstarts = \"10:00\"\nends = \"09:00\"\ncapacity = 0\n",
    );
    folder.put("speakers.csv", "session,activity,person,role,position,source\nx,north,nobody,singer,1,report\n");
    folder.put("speakers-invented.csv", "session,activity,person,role,position,source\n");
    folder.put("registrations.csv", "session,person,registered_at,attended_minutes\nx,g1,today,-5\n");
    let mut findings = Findings::default();
    edition::read(&folder, &programme::sample::names(), &mut programme::sample::known(), &mut findings);
    let found: Vec<String> = findings.sorted().0.iter().map(|it| format!("{}: {}", it.spot, it.wrong)).collect();
    expect_test::expect![[r"
        registrations.csv:2:3: there is no person “g1”
        registrations.csv:2:6: registered_at is “today”
        registrations.csv:2:12: nobody is present for less than no time
        sessions.toml:3:12: there is no activity “nort”
        sessions.toml:6:6: on is “2025-02-30”
        sessions.toml:8:8: it ends before it starts
        sessions.toml:9:12: capacity is 0
        speakers.csv:2:1: a row is about a session or about an activity
        speakers.csv:2:9: there is no person “nobody”
        speakers.csv:2:16: role is “singer”"]]
    .assert_eq(&found.join("\n"));
}

#[tokio::test]
async fn calendars_name_each_session_by_one_lasting_name_and_in_utc() {
    let (test, _) = open("2025-10-13T02:00:00Z").await;
    let anybody = test.anybody();
    let edition = test.get(&anybody, "/example/2025/calendar.ics").await;
    assert!(edition.media_type.starts_with("text/calendar"));
    assert_eq!(edition.text.matches("BEGIN:VEVENT").count(), 4);
    assert!(edition.text.contains("DTSTART:20251023T070000Z") && edition.text.contains("DTSTART:20251028T080000Z"));
    assert!(edition.text.contains("Demonstration\\, not published by"));
    let one = test.get(&anybody, "/example/2025/sessions/science/calendar.ics").await.text;
    let uid = one.lines().find(|it| it.starts_with("UID:")).unwrap();
    assert!(edition.text.contains(uid));
    assert!(one.split("\r\n").all(|it| it.len() <= 75) && !one.replace("\r\n", "").contains('\n'));
    let unfolded = one.replace("\r\n ", "");
    assert!(unfolded.contains("SUMMARY:Science\\, impacting\\; \"diplomacy\" & <peace>"), "{unfolded}");
    assert!(unfolded.contains("X-WR-CALNAME:Science\\, impacting\\;"), "{unfolded}");
    let activity = test.get(&anybody, "/example/2025/activities/summit/calendar.ics").await;
    assert_eq!(activity.text.matches("BEGIN:VEVENT").count(), 2);
    assert!(!activity.text.contains("meet.example"), "a joining link is for those who registered");
}

#[tokio::test]
async fn figures_count_what_is_so_on_the_day_and_show_their_rows() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let mut conn = test.app.db.read().await.unwrap();
    let mut seen = Vec::new();
    let indicators = Register::of_room(Path::new(env!("CARGO_MANIFEST_DIR")));
    let indicators = indicators.all(&mut conn, here.edition.id).await.unwrap();
    for (day, as_of) in [("early", "2025-04-01T10:00:00Z"), ("late", "2025-10-29T00:00:00Z")] {
        let scope = here.scope(as_of.parse().unwrap());
        for it in &indicators {
            let value = value(&test.app, &mut conn, scope, it).await.unwrap().map_or(0, |it| it.number);
            let rows = trace(&test.app, &mut conn, scope, it).await.unwrap();
            assert_eq!(i64::try_from(rows.rows.len()).unwrap(), value, "{} {day}", it.key);
            assert!(rows.rows.iter().all(|row| row.cells.len() == rows.columns.len()));
            seen.push(format!("{day} {} {value}", it.key));
        }
    }
    expect_test::expect![[r"
        early series.count 0
        early speakers.count 0
        early webinars.attendances 0
        early webinars.people 0
        early webinars.registrations 1
        early webinars.sessions 0
        late series.count 1
        late speakers.count 2
        late webinars.attendances 1
        late webinars.people 1
        late webinars.registrations 2
        late webinars.sessions 1"]]
    .assert_eq(&seen.join("\n"));
}
