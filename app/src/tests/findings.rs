//! What the finder says of the demonstration's reports.

use std::fmt::Write as _;

use expect_test::expect_file;
use host::testing::TestApp;
use kernel::{Id, Language, mark};
use programme::Here;
use report::{
    document,
    findings::{self, Findings, Told},
};

use super::{AFTERWARDS, furnished};

async fn found(test: &TestApp, edition: Id<mark::Edition>, key: &str) -> Findings {
    let here = Here::current(&test.app).await.unwrap().unwrap();
    let mut conn = test.app.db.read().await.unwrap();
    let report = document::report(&mut conn, edition, key).await.unwrap().unwrap();
    let chapters = document::chapters(&mut conn, report.id).await.unwrap();
    drop(conn);
    let reader = test.app.reader(Language::ENGLISH);
    findings::of(&test.app, &here, &reader, &report, &chapters, test.app.clock.now()).await.unwrap()
}

/// A finding as the finder, a reader of English and the button of the desk tell it.
fn told(test: &TestApp, it: &Told) -> String {
    let reader = test.app.reader(Language::ENGLISH);
    let mut lines = format!("{}\n", it.finding);
    for say in [&it.say, &it.proposal] {
        writeln!(lines, "    {}", reader.said(say)).unwrap();
    }
    if let Some(mending) = &it.mending {
        writeln!(lines, "    [{} -> {}]", mending.words, mending.with).unwrap();
    }
    lines
}

#[tokio::test]
async fn the_report_as_printed_is_found_out_and_nothing_false_is_said_of_it() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let found = found(&test, edition, "as-printed").await;
    let lines: String = found.open.iter().map(|it| told(&test, it)).collect();
    expect_file!["../../golden/findings-as-printed.txt"].assert_eq(&lines);
}

#[tokio::test]
async fn nothing_stands_open_in_a_report_that_is_to_be_published() {
    let (test, edition) = furnished(AFTERWARDS).await;
    for key in ["final", "funder", "series", "brief"] {
        let found = found(&test, edition, key).await;
        let open: Vec<String> = found.open.iter().map(|it| told(&test, it)).collect();
        assert!(open.is_empty(), "{key}: {open:#?}");
        assert!(found.spent.is_empty(), "{key}: every waiver answers a finding");
    }
}
