//! The edition folder in and out, and its mistakes.

use std::path::Path;

use expect_test::expect;
use host::{
    Assembly,
    folder::{Findings, Folder, Known},
    testing::TestApp,
};

use super::Desk;
use crate::{edition, pages, sample};

#[tokio::test]
async fn import_and_export_are_inverse_to_each_other() {
    let desk = Desk::open().await;
    let mut conn = desk.test.app.db.read().await.unwrap();
    let mut out = Folder::default();
    edition::export(&mut conn, desk.here.edition.id, &mut out).await.unwrap();
    for (name, bytes) in &sample::folder().0 {
        assert_eq!(String::from_utf8_lossy(&out.0[name]), String::from_utf8_lossy(bytes), "{name}");
    }
    assert_eq!(out, sample::folder());
}

#[tokio::test]
async fn the_demonstration_edition_is_written_in_canonical_form() {
    let committed = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editions/asef-2025")).unwrap();
    let test = TestApp::start(Assembly::default(), pages::routes(), "2025-10-13T02:00:00Z").await;
    let mut findings = Findings::default();
    let draft = edition::read(&committed, &mut Known::default(), &mut findings);
    assert_eq!(findings.to_string(), "");
    let mut tx = test.app.db.write().await.unwrap();
    let id = edition::write(&mut tx, &draft).await.unwrap();
    let mut out = Folder::default();
    edition::export(&mut tx, id, &mut out).await.unwrap();
    for (name, bytes) in &out.0 {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&committed.0[name]), "{name}");
    }
}

#[test]
fn every_mistake_is_found_at_once_with_its_place_and_what_would_be_right() {
    let mut folder = sample::folder();
    let spoil = |folder: &mut Folder, name: &str, from: &str, to: &str| {
        let text = String::from_utf8(folder.0[name].clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        folder.put(name, text.replacen(from, to, 1));
    };
    spoil(&mut folder, "edition.toml", "zone = \"Asia/Singapore\"", "zone = \"Asia/Singapur\"\nmotto = \"onwards\"");
    spoil(&mut folder, "activities.toml", "kind = \"series\"", "kind = \"serie\"");
    spoil(&mut folder, "activities.toml", "ends_on = \"2025-12-04\"", "ends_on = \"2025-10-04\"");
    spoil(&mut folder, "activities.toml", "part_of = \"training\"", "part_of = \"trainings\"");
    spoil(&mut folder, "countries.csv", "MY,asia", "MY,oceania");
    spoil(&mut folder, "partnerships.csv", "summit,university", "sumit,university");
    spoil(&mut folder, "partnerships.csv", ",ministry,organiser,1,report,,", ",ministry,organiser,first,report,");
    spoil(&mut folder, "communique.toml", "number = 2", "number = \"two\"");
    folder.0.remove("institutions.csv");
    folder.put("texts/about.md", "No language.\n");

    let mut findings = Findings::default();
    edition::read(&folder, &mut Known::default(), &mut findings);
    expect![[r#"
        activities.toml:3:8: kind is “serie”; write one of: series, workshop, training, simulation, summit, research
        activities.toml:20:11: it ends on 2025-10-04, before it starts on 2025-10-23; write the last day, not an earlier one
        activities.toml:37:11: there is no activity “trainings”; did you mean “training”?
        communique.toml:22:10: number is no whole number; write it without quotation marks
        countries.csv:3:4: region is “oceania”; write asia or europe
        edition.toml:19:8: no zone is called “Asia/Singapur”; write a zone like "Asia/Singapore"
        edition.toml:20:1: nothing is known of motto; the names are key, title, lede, starts_on, ends_on, zone, languages, cofunding, contributors_as_of, reported_on, demonstration
        institutions.csv: this file is missing; every edition folder has one; an empty list is a file with its header line alone
        partnerships.csv:2: this row has 6 fields; write 7 fields: activity,organisation,role,position,source,note_en,note_fr; put a field with commas between quotation marks
        partnerships.csv:3:1: there is no activity “sumit”; did you mean “summit”?
        texts/about.md: the name is not understood; call it texts/KEY.LANGUAGE.md, like texts/about.en.md
    "#]].assert_eq(&findings.sorted().to_string());
}
