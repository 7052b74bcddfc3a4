//! The demonstration edition as a folder: in, out, and what happens when something in it is wrong.

use expect_test::expect_file;
use host::testing::TestApp;

use super::{AFTERWARDS, furnished};
use crate::{assembly, demonstration, editions as whole, routes};

#[tokio::test]
async fn what_is_exported_is_what_was_imported_byte_for_byte() {
    let (test, _) = furnished(AFTERWARDS).await;
    // What the folder asks to be published is published by later work.
    test.work_off().await;
    let before = demonstration::folder();

    let after = whole::export(&test.app, Some(("science-diplomacy", "2025"))).await.unwrap();

    let names: Vec<&String> = before.0.keys().collect();
    assert_eq!(after.0.keys().collect::<Vec<_>>(), names);
    for (name, bytes) in &before.0 {
        assert!(after.0[name] == *bytes, "{name} came out otherwise than it went in");
    }
}

#[tokio::test]
async fn everything_wrong_is_said_at_once_and_nothing_is_imported() {
    let test = TestApp::start(assembly(), routes(), AFTERWARDS).await;
    let mut folder = demonstration::folder();
    let mut mend = |file: &str, from: &str, to: &str| {
        let text = String::from_utf8(folder.0[file].clone()).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        folder.put(file, text.replacen(from, to, 1));
    };
    mend("edition.toml", "zone = \"Asia/Singapore\"", "zone = \"Asia/Singapur\"");
    mend("activities.toml", "starts_on = \"2025-04-15\"", "starts_on = \"15 April\"");
    mend("sessions.toml", "activity = \"malaysia\"", "activity = \"malysia\"");
    mend("partnerships.csv", ",partner,", ",freind,");
    mend("applicants.csv", "a0001,", "a0002,");
    mend("registrations.csv", "malaysia-government,", "malaysia-goverment,");
    mend("observations.toml", "value = 234000", "value = \"many\"");

    let findings = whole::import(&test.app, &folder).await.unwrap().unwrap_err();

    expect_file!["../../golden/broken-edition.txt"].assert_eq(&findings.to_string());
    let mut conn = test.app.db.read().await.unwrap();
    assert!(programme::editions(&mut conn).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_edition_that_is_here_already_is_left_as_it_is() {
    let (test, _) = furnished(AFTERWARDS).await;
    let findings = whole::import(&test.app, &demonstration::folder()).await.unwrap().unwrap_err();
    assert!(findings.to_string().contains("is in the record already"), "{findings}");
}

#[tokio::test]
async fn the_record_is_carried_whole_to_a_file_and_back_to_the_engine() {
    let (test, _) = furnished(AFTERWARDS).await;
    let target = TestApp::start(assembly(), routes(), AFTERWARDS).await;
    let file = test.app.config.data.join("carried.db");
    let between = db::Db::open(&format!("sqlite:{}", file.display()), db::Durability::Relaxed).await.unwrap();
    between.migrate(db::book()).await.unwrap();

    let rows = crate::carry::copy(&test.app.db, &between).await.unwrap();
    assert_eq!(crate::carry::copy(&between, &target.app.db).await.unwrap(), rows);

    assert!(rows > 8_000, "{rows}");
    let here = whole::export(&test.app, None).await.unwrap();
    let there = whole::export(&target.app, None).await.unwrap();
    assert!(here == there);
    let again = crate::carry::copy(&test.app.db, &target.app.db).await.unwrap_err().to_string();
    assert!(again.contains("has rows in"), "{again}");
}

#[tokio::test]
async fn the_doctor_finds_nothing_in_the_demonstration() {
    let (test, edition) = furnished(AFTERWARDS).await;
    test.member("Amina", Some(host::Role::Secretariat), Some(edition)).await;
    let complaints = crate::doctor::examine(&test.app).await.unwrap();
    let durable = complaints.into_iter().filter(|it| !it.rule.contains("PostgreSQL server")).collect::<Vec<_>>();
    assert_eq!(durable, []);
}
