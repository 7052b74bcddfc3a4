//! The headlines of the report, out of rows; and the register itself.

use std::{collections::HashSet, fmt::Write as _};

use expect_test::expect_file;
use host::{
    figures::{Scope, Trace, trace},
    testing::TestApp,
};
use kernel::{Id, Language, mark};
use report::{all_figures, key_figures};

use super::{AFTERWARDS, furnished};
use crate::assembly;

/// What the published report prints.
const PRINTED: [(&str, &str); 20] = [
    ("call.applicants", "2,200+"),
    ("training.participants", "107"),
    ("training.countries", "41"),
    ("summit.participants", "40"),
    ("summit.countries", "29"),
    ("workshop.participants", "12"),
    ("people.participants", "119"),
    ("webinars.registrations", "2,000+"),
    ("webinars.people", "535"),
    ("webinars.sessions", "12"),
    ("series.count", "4"),
    ("speakers.count", "80+"),
    ("survey.knowledge", "99%"),
    ("survey.connections", "90%"),
    ("survey.continued-engagement", "91%"),
    ("survey.understanding", "96%"),
    ("outreach.social-media-reach", "234,000+"),
    ("outreach.website-visitors", "57,000+"),
    ("outreach.external-audience", "450+"),
    ("edition.engaged", "730+"),
];

/// The edition as of the clock's moment.
async fn scope(test: &TestApp, edition: Id<mark::Edition>) -> Scope {
    let mut conn = test.app.db.read().await.unwrap();
    let zone = programme::edition(&mut conn, edition).await.unwrap().unwrap().time_zone();
    Scope::new(edition, test.app.clock.now(), &zone)
}

#[tokio::test]
async fn every_headline_of_the_report_comes_out_of_rows() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let scope = scope(&test, edition).await;
    let mut conn = test.app.db.read().await.unwrap();
    let reader = test.app.reader(Language::ENGLISH);
    let figures = key_figures(&test.app, &mut conn, scope, &PRINTED.map(|(key, _)| key)).await.unwrap();
    assert_eq!(figures.len(), PRINTED.len());
    for (figure, (key, printed)) in figures.iter().zip(PRINTED) {
        assert_eq!((figure.key(), figure.show(&reader).as_deref()), (key, Some(printed)));
    }
}

/// What the rows come to, folded without the database: their number, and what they add.
fn folded(trace: &Trace) -> (i64, i64) {
    (i64::try_from(trace.rows.len()).unwrap(), trace.rows.iter().map(|it| it.adds).sum())
}

#[tokio::test]
async fn every_figure_is_what_its_rows_come_to() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let scope = scope(&test, edition).await;
    let mut conn = test.app.db.read().await.unwrap();
    let mut table = String::new();
    for it in all_figures(&test.app, &mut conn, scope).await.unwrap() {
        let trace = trace(&test.app, &mut conn, scope, &it.indicator).await.unwrap();
        let key = it.key();
        assert!(trace.rows.iter().all(|row| row.cells.len() == trace.columns.len()), "{key}");
        let told: HashSet<_> = trace.rows.iter().map(|row| &row.id).collect();
        assert_eq!(told.len(), trace.rows.len(), "{key}: every row is another");
        for dimension in &trace.dimensions {
            assert_eq!(trace.by(*dimension).values().sum::<i64>(), folded(&trace).0, "{key} by {dimension:?}");
        }
        let Some(value) = it.value else {
            assert!(trace.rows.is_empty(), "{key}");
            continue;
        };
        let (rows, sum) = folded(&trace);
        match value.of {
            Some(all) => assert_eq!((value.number, all), (sum, rows), "{key}"),
            None if it.indicator.is_observed() => assert_eq!(value.number, trace.rows[0].adds, "{key}"),
            None => assert_eq!((value.number, value.number), (rows, sum), "{key}"),
        }
        let of = value.of.map(|of| format!(" of {of}")).unwrap_or_default();
        let _ = writeln!(table, "{:32} {:>14}   {rows:>5} rows", key, format!("{}{of}", value.number));
    }
    expect_file!["../../golden/figures.txt"].assert_eq(&table);
}

#[tokio::test]
async fn before_the_training_nobody_has_taken_part() {
    let (test, edition) = furnished("2025-08-20T02:00:00Z").await;
    let scope = scope(&test, edition).await;
    let mut conn = test.app.db.read().await.unwrap();
    let keys = ["training.participants", "summit.participants", "survey.understanding", "communique.count"];
    for it in key_figures(&test.app, &mut conn, scope, &keys).await.unwrap() {
        assert_eq!(it.value, None, "{}", it.key());
    }
}

#[tokio::test]
async fn the_figures_of_the_first_page_take_one_statement_and_one_a_family() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let scope = scope(&test, edition).await;
    let mut conn = test.app.db.read().await.unwrap();
    let keys =
        ["call.applicants", "training.participants", "webinars.registrations", "speakers.count", "survey.knowledge"];
    let before = test.app.db.statements();
    key_figures(&test.app, &mut conn, scope, &keys).await.unwrap();
    assert_eq!(test.app.db.statements() - before, 2);
}

#[tokio::test]
async fn the_register_is_sound_and_names_each_indicator_once() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let indicators = assembly().indicators;
    assert!(indicators.faults().is_empty(), "{:?}", indicators.faults());
    let mut conn = test.app.db.read().await.unwrap();
    let all = indicators.all(&mut conn, edition).await.unwrap();
    let keys: HashSet<_> = all.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys.len(), all.len());
    for it in &all {
        let found = indicators.find(&mut conn, edition, &it.key).await.unwrap();
        assert_eq!(found.map(|it| it.key).as_deref(), Some(it.key.as_str()));
    }
}

#[tokio::test]
async fn every_message_of_the_register_exists_in_every_language() {
    let test = TestApp::start(assembly(), crate::routes(), AFTERWARDS).await;
    for language in [Language::ENGLISH, Language::FRENCH] {
        let reader = test.app.reader(language);
        for key in assembly().indicators.messages() {
            assert!(!reader.say(key).contains('⟦'), "{key} in {language}");
        }
    }
}
