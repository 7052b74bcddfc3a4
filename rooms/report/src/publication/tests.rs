//! Publications through their front door: frozen, signed, verified, corrected.

mod side_by_side;

use axum::{body::Body, http::Request};
use db::sql;
use host::{
    Role,
    folder::{Findings, Folder, Known},
    testing::{Answer, Member, TestApp},
};
use jiff::Timestamp;
use kernel::Id;
use programme::Here;

use super::{FileKind, Moments, PublishPlanned, Recounted, State, keys, publish, recount, store};
use crate::{
    document::{self, Report},
    tests::{AFTERWARDS, small},
};

const REPORT: &str = r#"
[report]
title = { en = "Final report", fr = "Rapport final" }
purpose = "final"
languages = ["en", "fr"]
publishable = true
position = 1

[[chapter]]
key = "training"
title = { en = "The training", fr = "La formation" }
"#;

const EVIDENCE: &str = r#"
[report]
title = { en = "As it was printed" }
purpose = "funder"
languages = ["en"]
publishable = false
position = 2

[[chapter]]
key = "only"
title = { en = "The only chapter" }
"#;

/// The small edition with a report that can be published and one that cannot.
async fn with_reports(now: &str) -> (TestApp, Here, Report) {
    let (test, here) = small(now).await;
    let mut folder = Folder::default();
    folder.put("reports/final/report.toml", REPORT);
    folder.put("reports/final/training.en.md", "In all, {{training.participants}} people took part.\n\n{{changes}}\n");
    folder.put(
        "reports/final/training.fr.md",
        "En tout, {{training.participants}} personnes ont participé.\n\n{{changes}}\n",
    );
    folder.put("reports/evidence/report.toml", EVIDENCE);
    folder.put("reports/evidence/only.en.md", "Nothing is counted here.\n");
    folder.put(
        "targets.csv",
        "indicator,baseline,baseline_on,target,due_on,source\ntraining.participants,,,2,,demonstration\n",
    );
    folder.put("waivers.toml", "");
    folder.put("publications.toml", "");
    let mut findings = Findings::default();
    let draft = document::edition::read(&folder, &mut Known::default(), &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let mut tx = test.app.db.write().await.unwrap();
    document::edition::write(&mut tx, &programme::sample::names(), &draft).await.unwrap();
    tx.commit().await.unwrap();
    // The sample's last webinar lies after its training: a finding of its own.
    run(&test, sql!("update activities set ends_on = '2025-12-17' where key = 'training'")).await;
    let report = report(&test, &here).await;
    (test, here, report)
}

async fn report(test: &TestApp, here: &Here) -> Report {
    let mut conn = test.app.db.read().await.unwrap();
    document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap()
}

async fn run(test: &TestApp, statement: db::Sql) {
    let mut tx = test.app.db.write().await.unwrap();
    assert!(tx.run(statement, ()).await.unwrap() > 0, "nothing was touched");
    tx.commit().await.unwrap();
}

/// Publishes the report as it stands; everything must be in order.
async fn published(test: &TestApp, here: &Here) -> i64 {
    let report = report(test, here).await;
    let moments = Moments::at(test.app.clock.now());
    let outcome = publish(&test.app, None, here, &report, moments).await.unwrap();
    let reader = test.app.reader(kernel::Language::ENGLISH);
    outcome.unwrap_or_else(|it| panic!("{:?}", it.iter().map(|it| reader.said(&it.say)).collect::<Vec<_>>()))
}

async fn amina(test: &TestApp, here: &Here) -> Member {
    test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await
}

async fn counted_again(test: &TestApp, here: &Here, version: i64) -> Vec<Recounted> {
    let report = report(test, here).await;
    let mut conn = test.app.db.read().await.unwrap();
    let it = store::publication(&mut conn, report.id, version).await.unwrap().unwrap();
    recount(&test.app, &mut conn, here, &it, test.app.clock.now()).await.unwrap()
}

async fn training(test: &TestApp, here: &Here, version: i64) -> State {
    let all = counted_again(test, here, version).await;
    all.iter().find(|it| it.key == "training.participants").unwrap().state
}

/// Sends a copy to the page that verifies.
async fn send(test: &TestApp, who: &Member, bytes: &[u8]) -> Answer {
    let mut body = b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.pdf\"\r\n\
        Content-Type: application/pdf\r\n\r\n"
        .to_vec();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let request = Request::post("/verify")
        .header("content-type", "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "same-origin");
    test.send(who, request, Body::from(body)).await
}

#[tokio::test]
async fn what_was_published_stays_as_it_was_and_verification_says_what_changed() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    let anybody = test.anybody();
    assert_eq!(published(&test, &here).await, 1);
    let page = test.get(&anybody, "/example/2025/reports/final/1").await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("In all,"), "{}", page.text);
    assert!(page.text.contains("still holds the same rows"), "{}", page.text);
    let pdf = test.get(&anybody, "/example/2025/reports/final/1/report-en.pdf").await;
    assert_eq!((pdf.status, pdf.media_type.as_str()), (200, "application/pdf"));

    run(&test, sql!("update chapters set title = '{\"en\": \"Another title\"}' where key = 'training'")).await;
    run(&test, sql!("update people set country = 'TH' where name like 'Chidi%'")).await;

    let later = test.get(&anybody, "/example/2025/reports/final/1").await;
    assert!(later.text.contains("The training") && !later.text.contains("Another title"), "{}", later.text);
    assert!(later.text.contains("1 row changed"), "{}", later.text);
    let again = test.get(&anybody, "/example/2025/reports/final/1/report-en.pdf").await;
    assert_eq!(again.bytes, pdf.bytes);
    let told = send(&test, &anybody, &pdf.bytes).await;
    assert_eq!(told.status, 200, "{}", told.text);
    assert!(told.text.contains("The copy is genuine") && told.text.contains("1 row changed"), "{}", told.text);
    assert!(told.cookie.is_none());
}

#[tokio::test]
async fn a_copy_with_one_changed_byte_is_not_genuine() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    let pdf = test.get(&test.anybody(), "/example/2025/reports/final/1/report-fr.pdf").await.bytes;
    assert!(super::open(&pdf).is_ok());
    for at in [pdf.len() / 3, pdf.len() / 2, pdf.len() - 4] {
        let mut changed = pdf.clone();
        changed[at] ^= 1;
        assert!(super::open(&changed).is_err(), "byte {at}");
        let told = send(&test, &test.anybody(), &changed).await;
        assert!(told.text.contains("The copy is not genuine"), "{}", told.text);
    }
    let none = send(&test, &test.anybody(), b"").await;
    assert_eq!(none.status, 422);
    assert!(none.text.contains("No file was sent"), "{}", none.text);
}

#[tokio::test]
async fn a_copy_signed_by_somebody_else_is_told_apart() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    let (other, there, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    published(&other, &there).await;
    let theirs = other.get(&other.anybody(), "/example/2025/reports/final/1/report-en.pdf").await.bytes;
    let told = send(&test, &test.anybody(), &theirs).await;
    assert!(told.text.contains("Somebody else signed this copy"), "{}", told.text);
}

#[tokio::test]
async fn a_person_who_is_erased_leaves_a_figure_that_holds() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    assert_eq!(training(&test, &here, 1).await, State::Holds { erased: 0 });
    run(
        &test,
        sql!("update people set name = '', gender = null, erased_at = '2026-02-01T00:00:00Z' where name like 'Chidi%'"),
    )
    .await;
    assert_eq!(training(&test, &here, 1).await, State::Holds { erased: 1 });
    let page = test.get(&test.anybody(), "/example/2025/reports/final/1").await;
    assert!(page.text.contains("holds; 1 row erased since"), "{}", page.text);
}

#[tokio::test]
async fn a_row_that_is_gone_is_missed() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    run(&test, sql!("delete from participations where person_id in (select id from people where name like 'Chidi%')"))
        .await;
    assert_eq!(training(&test, &here, 1).await, State::Differs { added: 0, removed: 1, changed: 0, erased: 0 });
}

#[tokio::test]
async fn a_correction_lists_what_changed() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    run(&test, sql!("delete from participations where person_id in (select id from people where name like 'Chidi%')"))
        .await;
    run(
        &test,
        sql!("update chapters set title = '{\"en\": \"The cohort\", \"fr\": \"La cohorte\"}' where key = 'training'"),
    )
    .await;
    assert_eq!(published(&test, &here).await, 2);
    let anybody = test.anybody();
    let first = test.get(&anybody, "/example/2025/reports/final/1").await.text;
    assert!(first.contains("There is a newer version: version 2"), "{first}");
    let page = test.get(&anybody, "/example/2025/report").await.text;
    assert!(page.contains("What changed since version 1"), "{page}");
    assert!(page.contains("The chapter “The cohort” was written anew in part."), "{page}");
    assert!(page.contains("2 became 1") || page.contains("became"), "{page}");
    let manifest = test.get(&anybody, "/example/2025/reports/final/2/manifest.json").await;
    let manifest = super::Manifest::read(&manifest.bytes).unwrap();
    assert_eq!((manifest.version, manifest.changes.since), (2, Some(1)));
    assert_eq!(manifest.previous.unwrap().version, 1);
}

#[tokio::test]
async fn what_the_press_cannot_print_stands_in_the_list_with_its_chapter_before_the_button() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    run(
        &test,
        sql!(
            "update chapters set text = '{\"en\": \"A tablet says 𒀀.\", \"fr\": \"Une tablette.\"}' where key = 'training'"
        ),
    )
    .await;

    let page = test.get(&amina, "/desk/example/2025/reports/final/publish").await;
    assert_eq!(page.status, 200);
    assert!(
        page.text.contains("Chapter “The training” (en) cannot be printed: no typeface has a form for"),
        "{}",
        page.text
    );
    assert!(page.text.contains("/desk/example/2025/reports/final/chapters/training/en"), "{}", page.text);
    assert!(!page.text.contains("Nothing stands in the way"), "{}", page.text);
    let pressed = test.post(&amina, "/desk/example/2025/reports/final/publish", &[]).await;
    assert_eq!(pressed.status, 409);
    assert!(pressed.text.contains("cannot be printed"), "{}", pressed.text);
}

#[tokio::test]
async fn what_waits_for_the_report_waits_for_its_publication_and_not_for_a_day() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    run(&test, sql!("update editions set reported_at = null where reported_at is not null")).await;
    let anybody = test.anybody();
    let figures = "/example/2025/figures";
    let before = test.get(&anybody, figures).await;
    assert!(before.text.contains("together with its report"), "{}", before.text);
    let report = test.get(&anybody, "/example/2025/report").await;
    assert!(report.text.contains("not yet published"), "{}", report.text);

    published(&test, &here).await;
    let after = test.get(&anybody, figures).await;
    assert!(!after.text.contains("together with its report"), "{}", after.text);
}

#[tokio::test]
async fn a_report_that_its_folder_says_was_published_reads_as_being_published_until_it_is() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    run(&test, sql!("update editions set reported_at = null where reported_at is not null")).await;
    let planned = PublishPlanned {
        edition: here.edition.id,
        report: "final".to_owned(),
        version: 1,
        published_at: "2026-01-30T01:00:00Z".parse().unwrap(),
        as_of: "2026-01-29T01:00:00Z".parse().unwrap(),
    };
    let mut tx = test.app.db.write().await.unwrap();
    host::jobs::later(&test.app, &mut tx, &planned).await.unwrap();
    tx.commit().await.unwrap();

    let page = test.get(&test.anybody(), "/example/2025/report").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("is being published"), "{}", page.text);
    assert_eq!(test.get(&test.anybody(), "/example/2025/report.pdf").await.status, 404);
}

#[tokio::test]
async fn nobody_publishes_over_a_fault_or_what_is_kept_as_evidence() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let evidence = test.post(&amina, "/desk/example/2025/reports/evidence/publish", &[]).await;
    assert_eq!(evidence.status, 409);
    assert!(evidence.text.contains("kept as evidence"), "{}", evidence.text);
    let wrong = "update chapters set text = '{\"en\": \"{{training.nobody}}\", \"fr\": \"{{training.nobody}}\"}' where key = 'training'";
    let mut tx = test.app.db.write().await.unwrap();
    tx.run(db::Sql(wrong), ()).await.unwrap();
    tx.commit().await.unwrap();
    let fault = test.post(&amina, "/desk/example/2025/reports/final/publish", &[]).await;
    assert_eq!(fault.status, 409);
    assert!(fault.text.contains("training (en), line 1"), "{}", fault.text);
    assert_eq!(test.get(&test.anybody(), "/example/2025/reports/final/1").await.status, 404);
}

#[tokio::test]
async fn nobody_publishes_over_an_open_finding() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    run(&test, sql!("update activities set ends_on = '2025-12-04' where key = 'training'")).await;
    let amina = amina(&test, &here).await;
    let answer = test.post(&amina, "/desk/example/2025/reports/final/publish", &[]).await;
    assert_eq!(answer.status, 409, "{}", answer.text);
    assert!(answer.text.contains("/desk/example/2025/reports/final/findings"), "{}", answer.text);
    assert_eq!(test.get(&test.anybody(), "/example/2025/report.pdf").await.status, 404);
}

#[tokio::test]
async fn an_officer_publishes_and_a_stranger_does_not() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    let path = "/desk/example/2025/reports/final/publish";
    let edu = test.member("Edu", Some(Role::Secretariat), Some(Id::new())).await;
    assert_eq!(test.get(&edu, path).await.status, 404);
    assert_eq!(test.post(&edu, path, &[]).await.status, 404);
    let audra = test.member("Audra", Some(Role::Auditor), Some(here.edition.id)).await;
    let seen = test.get(&audra, path).await;
    assert_eq!(seen.status, 200);
    assert!(
        !seen.text.contains("method=\"post\" action=\"/desk/example/2025/reports/final/publish\""),
        "{}",
        seen.text
    );
    assert_ne!(test.post(&audra, path, &[]).await.status, 303);
    let amina = amina(&test, &here).await;
    let offered = test.get(&amina, path).await;
    assert!(offered.text.contains("Nothing stands in the way"), "{}", offered.text);
    let done = test.post(&amina, path, &[]).await;
    assert_eq!((done.status, done.location.as_str()), (303, "/example/2025/reports/final/1"));
}

#[tokio::test]
async fn a_publication_is_hidden_until_its_moment() {
    let (test, here, report) = with_reports(AFTERWARDS).await;
    let tomorrow = Timestamp::from_second(test.app.clock.now().as_second() + 86_400).unwrap();
    let moments = Moments { published_at: tomorrow, as_of: test.app.clock.now() };
    publish(&test.app, None, &here, &report, moments).await.unwrap().unwrap();
    let anybody = test.anybody();
    for path in ["/example/2025/reports/final/1", "/example/2025/reports/final/1/data.zip", "/example/2025/report.pdf"]
    {
        assert_eq!(test.get(&anybody, path).await.status, 404, "{path}");
    }
    assert_eq!(test.get(&anybody, "/example/2025/report").await.status, 200);
    assert_eq!(test.get(&amina(&test, &here).await, "/example/2025/reports/final/1").await.status, 200);
}

#[tokio::test]
async fn what_a_folder_asks_for_is_published_once() {
    let (test, here, report) = with_reports(AFTERWARDS).await;
    let planned = || PublishPlanned {
        edition: here.edition.id,
        report: "final".to_owned(),
        version: 1,
        published_at: "2026-01-30T01:00:00Z".parse().unwrap(),
        as_of: "2026-01-29T01:00:00Z".parse().unwrap(),
    };
    let mut tx = test.app.db.write().await.unwrap();
    host::jobs::later(&test.app, &mut tx, &planned()).await.unwrap();
    host::jobs::later(&test.app, &mut tx, &planned()).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..2 {
        host::jobs::Job::run(planned(), &test.app).await.unwrap();
    }
    let mut conn = test.app.db.read().await.unwrap();
    assert_eq!(store::next_version(&mut conn, report.id).await.unwrap(), 2);
}

#[tokio::test]
async fn a_replaced_key_leaves_its_publications_genuine() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    let pdf = test.get(&test.anybody(), "/example/2025/reports/final/1/report-en.pdf").await.bytes;
    let before = keys::signing(&test.app).await.unwrap().fingerprint();
    let after = keys::replace(&test.app).await.unwrap().fingerprint();
    assert_ne!(before, after);
    assert!(keys::all(&test.app).await.unwrap().iter().any(|it| it.private_key.is_empty()));
    let told = send(&test, &test.anybody(), &pdf).await.text;
    assert!(told.contains("The copy is genuine") && told.contains(&before.to_string()), "{told}");
    let certificate = test.get(&test.anybody(), "/verify/certificate.pem").await;
    assert!(certificate.text.starts_with("-----BEGIN CERTIFICATE-----"), "{}", certificate.text);
}

#[tokio::test]
async fn the_manifest_travels_inside_and_tells_nothing_of_anybody() {
    let (test, here, report) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    let mut conn = test.app.db.read().await.unwrap();
    let it = store::publication(&mut conn, report.id, 1).await.unwrap().unwrap();
    let files = store::files(&mut conn, it.id).await.unwrap();
    assert_eq!(files.iter().filter(|it| it.kind == FileKind::Pdf).count(), 2);
    let pdf = test.get(&test.anybody(), "/example/2025/reports/final/1/report-en.pdf").await.bytes;
    let inside = super::open(&pdf).unwrap().manifest.unwrap();
    assert_eq!(inside, it.manifest.0);
    let text = String::from_utf8(inside.to_bytes().unwrap()).unwrap();
    let participants: Vec<(String,)> = conn
        .rows(sql!("select name, id from people where name <> ''"), Vec::new())
        .await
        .unwrap()
        .iter()
        .map(|row| (row.get::<String>("name").unwrap(),))
        .collect();
    for (name,) in participants {
        assert!(!text.contains(&name), "{name}");
    }
    assert!(!text.contains(&it.salt));
}

/// The published schema says whether a file is what it claims to be.
#[tokio::test]
#[ignore = "reference"]
async fn the_results_are_what_the_published_schema_asks_for() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    published(&test, &here).await;
    let xml = test.get(&test.anybody(), "/example/2025/reports/final/1/iati.xml").await;
    assert!(xml.text.contains("registered nowhere"), "{}", xml.text);
    let file = test.app.config.data.join("iati.xml");
    std::fs::write(&file, &xml.bytes).unwrap();
    let reference = std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder");
    let schema = std::path::Path::new(&reference).join("data/iati/iati-activities-schema.xsd");
    let said = std::process::Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema"])
        .args([&schema, &file])
        .output()
        .expect("xmllint is installed");
    assert!(said.status.success(), "{}\n{}", String::from_utf8_lossy(&said.stderr), xml.text);
}
