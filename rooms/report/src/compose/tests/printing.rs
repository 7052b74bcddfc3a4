//! The report in print: its pages, its look, and what it costs to set it again.

use super::*;
use crate::print;

const WORDS: &str = "The edition had {{training.participants}} participants from {{training.countries}} countries, \
    chosen from {{call.applicants}} applicants. **{{survey.understanding}}** say that they understand more.\n\n\
    {{figures:training.participants training.countries survey.understanding survey.knowledge}}\n\n\
    ## What it was\n\nIt ran {{dates:training}}; see [the site](/figures).\n\n- one\n- two\n\n> Said so.\n\n\
    | Week | Topic |\n|---|---|\n| 1 | {{series.count}} series |\n\n{{chart:outcomes}}\n\n{{timetable:training}}";

async fn printed(test: &TestApp, here: &Here, purpose: Purpose, look: Look, text: &str) -> press::Printed {
    let report = report(here, purpose, look);
    let chapters = [
        chapter(&report, "about", "About", text),
        chapter(&report, "how", "How we know", "Each figure is computed.\n\n{{definitions}}"),
    ];
    let reader = test.app.reader(Language::ENGLISH);
    let composed = compose(&test.app, here, &reader, &report, &chapters).await.unwrap();
    assert_eq!(written(test, &composed.faults.iter().map(|it| it.1.clone()).collect::<Vec<_>>()), "");
    press::print(press::house(), &composed.manuscript(&reader).unwrap()).unwrap_or_else(|it| panic!("{it}"))
}

#[tokio::test]
async fn a_report_of_each_purpose_is_printed_without_a_finding() {
    let (test, here) = demonstration(AFTERWARDS).await;
    for purpose in [Purpose::Final, Purpose::Funder, Purpose::Series, Purpose::Brief] {
        let printed = printed(&test, &here, purpose, Look::default(), WORDS).await;
        assert!(printed.findings.is_empty(), "{purpose}: {:?}", printed.findings);
        keep(&format!("small-{purpose}.pdf"), &printed.pdf);
    }
}

#[tokio::test]
async fn a_dark_cover_and_a_mark_are_printed() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let look = Look {
        accent: Some("#ffd400".into()),
        cover: Some("#123a5c".into()),
        logo: Some("mark".into()),
        ..Look::default()
    };
    let printed = printed(&test, &here, Purpose::Final, look, WORDS).await;
    keep("dark.pdf", &printed.pdf);
}

#[tokio::test]
async fn a_draft_is_printed_once_for_a_state_of_the_record() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let (english, french) = (test.app.reader(Language::ENGLISH), test.app.reader(Language::FRENCH));
    let first = print(&test.app, &here, &english, "final").await.unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    let again = print(&test.app, &here, &english, "final").await.unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again), "handed out from memory");
    assert_ne!(*print(&test.app, &here, &french, "final").await.unwrap(), *first);

    let mut tx = test.app.db.write().await.unwrap();
    let odd = Text::one(Language::ENGLISH, "ꙮ is no letter of ours.");
    tx.run(db::sql!("update quotations set text = $1"), (&odd,)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(print(&test.app, &here, &english, "final").await.is_err(), "a missing form is found before it is printed");
}

#[tokio::test]
async fn every_report_of_the_demonstration_is_printed() {
    let (test, here) = demonstration(AFTERWARDS).await;
    for key in ["final", "funder", "series", "brief"] {
        for language in [Language::ENGLISH, Language::FRENCH] {
            let reader = test.app.reader(language);
            let Some(composed) = crate::compose::draft(&test.app, &here, &reader, key).await.unwrap() else { continue };
            let faults =
                composed.faults.iter().map(|(at, it)| format!("{at} {}", written(&test, std::slice::from_ref(it))));
            assert_eq!(faults.collect::<String>(), "", "{key} {language}");
            let printed = press::print(press::house(), &composed.manuscript(&reader).unwrap());
            let printed = printed.unwrap_or_else(|it| panic!("{key} {language}: {it}"));
            assert!(printed.findings.is_empty(), "{key} {language}: {:?}", printed.findings);
            keep(&format!("{key}-{language}.pdf"), &printed.pdf);
        }
    }
}

/// Keeps a document for somebody to look at, where they say in which folder.
fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("CONVOKE_PRINTED") {
        std::fs::write(std::path::Path::new(&folder).join(name), pdf).unwrap();
    }
}
