//! The headlines of the report, out of rows.

use std::fmt::Write as _;

use expect_test::expect_file;
use host::figures::{Scope, figure};
use kernel::Language;

use super::{AFTERWARDS, furnished};

/// What the published report prints.
const PRINTED: [(&str, &str); 20] = [
    ("call.applicants", "2,200+"),
    ("training.participants", "107"),
    ("training.countries", "41"),
    ("summit.participants", "40"),
    ("summit.countries", "29"),
    ("workshop.participants", "12"),
    ("people.engaged-participants", "119"),
    ("webinars.registrations", "2,000+"),
    ("webinars.people", "535"),
    ("webinars.sessions", "12"),
    ("series.count", "4"),
    ("speakers.count", "80+"),
    ("survey.knowledge", "99%"),
    ("survey.connections", "90%"),
    ("survey.continued-engagement", "91%"),
    ("survey.understanding", "96%"),
    ("outreach.social-media", "234,000+"),
    ("outreach.website", "57,000+"),
    ("outreach.external-audience", "450+"),
    ("edition.engaged", "730+"),
];

#[tokio::test]
async fn every_headline_of_the_report_comes_out_of_rows() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let scope = Scope { edition, as_of: test.app.clock.now() };
    let reader = test.app.reader(Language::ENGLISH);
    for (key, printed) in PRINTED {
        let shown = figure(&test.app, &mut conn, key, scope).await.unwrap().show(&reader);
        assert_eq!(shown.as_deref(), Some(printed), "{key}");
    }
}

#[tokio::test]
async fn every_figure_counts_the_rows_that_it_shows() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let scope = Scope { edition, as_of: test.app.clock.now() };
    let mut table = String::new();
    for indicator in &test.app.assembly.indicators {
        let value = (indicator.compute)(&mut conn, scope).await.unwrap();
        let trace = (indicator.rows)(&mut conn, scope).await.unwrap();
        assert!(trace.rows.iter().all(|row| row.len() == trace.columns.len()), "{}", indicator.key);
        let value = value.map_or_else(
            || "nothing to count".to_owned(),
            |it| format!("{}{}", it.number, it.of.map(|of| format!(" of {of}")).unwrap_or_default()),
        );
        let _ = writeln!(table, "{:32} {value:>14}   {:>5} rows", indicator.key, trace.rows.len());
    }
    expect_file!["../../golden/figures.txt"].assert_eq(&table);
}

#[tokio::test]
async fn before_the_training_nobody_has_taken_part() {
    let (test, edition) = furnished("2025-08-20T02:00:00Z").await;
    let mut conn = test.app.db.read().await.unwrap();
    let scope = Scope { edition, as_of: test.app.clock.now() };
    let reader = test.app.reader(Language::ENGLISH);
    for key in ["training.participants", "summit.participants", "survey.understanding", "communique.count"] {
        let shown = figure(&test.app, &mut conn, key, scope).await.unwrap().show(&reader);
        assert_eq!(shown, None, "{key}");
    }
}
