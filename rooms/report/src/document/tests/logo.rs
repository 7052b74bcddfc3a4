//! A picture of one's own on the cover: sent, shown, printed, taken off, set back, carried in a folder.

use axum::{body::Body, http::Request};
use host::{
    Role,
    folder::{Findings, Folder, Known},
    testing::{Answer, Member, TestApp},
};
use kernel::Id;
use programme::Here;

use super::{amina, begun, hidden};
use crate::{
    document::{self, Look, edition},
    tests::{AFTERWARDS, small},
};

const PLAIN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\"><rect width=\"40\" height=\"10\" fill=\"#123a5c\"/></svg>\n";

/// Sends a form with a file, as a browser does.
async fn send(test: &TestApp, who: &Member, path: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    body.extend_from_slice(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.svg\"\r\n\r\n");
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let request = Request::post(path)
        .header("content-type", "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "same-origin");
    test.send(who, request, Body::from(body)).await
}

/// Puts a picture on the cover of the report as its page stands.
async fn put(test: &TestApp, here: &Here, who: &Member, file: &[u8]) -> Answer {
    let was = hidden(&test.get(who, &here.desk("reports/final")).await, "was");
    let fields = [("was", was.as_str()), ("logo_text_en", "The house of examples"), ("logo_text_fr", "La maison")];
    send(test, who, &here.desk("reports/final/logo"), &fields, file).await
}

async fn look(test: &TestApp, here: &Here) -> Look {
    let mut conn = test.app.db.read().await.unwrap();
    document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap().look.0
}

#[tokio::test]
async fn a_picture_is_put_on_the_cover_and_stands_in_the_page_and_in_print() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;

    let sent = put(&test, &here, &amina, PLAIN.as_bytes()).await;
    assert_eq!(sent.status, 303, "{}", sent.text);

    let preview = test.get(&amina, &here.desk("reports/final/preview/fr")).await.text;
    assert!(preview.contains("src=\"data:image/svg+xml;base64,") && preview.contains("alt=\"La maison\""), "{preview}");
    let printed = test.get(&amina, &here.desk("reports/final/draft/en")).await;
    assert_eq!((printed.status, printed.media_type.as_str()), (200, "application/pdf"));
    let page = test.get(&amina, &here.desk("reports/final")).await;
    assert!(page.text.contains("The house of examples") && page.text.contains("Take the picture off"), "{}", page.text);
}

#[tokio::test]
async fn a_picture_is_taken_off_and_taking_that_back_brings_it_again() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    put(&test, &here, &amina, PLAIN.as_bytes()).await;
    let with_picture = look(&test, &here).await;
    assert!(with_picture.picture().is_some());
    let path = here.desk("reports/final");

    let was = hidden(&test.get(&amina, &path).await, "was");
    assert_eq!(test.post(&amina, &format!("{path}/logo/remove"), &[("was", &was)]).await.status, 303);
    assert_eq!(look(&test, &here).await.logo.as_deref(), Some("wordmark"));

    let was = hidden(&test.get(&amina, &path).await, "was");
    assert_eq!(test.post(&amina, &format!("{path}/undo"), &[("was", &was)]).await.status, 303);
    assert_eq!(look(&test, &here).await, with_picture);
}

#[tokio::test]
async fn what_cannot_stand_on_a_cover_is_refused_with_a_sentence_and_its_words_are_kept() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let large = vec![b' '; document::logo::LARGEST + 1];
    let script = PLAIN.replace("<rect", "<script>1</script><rect");
    let outside = PLAIN.replace("<rect", "<image href=\"https://elsewhere.example/a.png\"/><rect");
    for (file, sentence) in [
        (script.as_bytes(), "holds a script"),
        (outside.as_bytes(), "fetches something from outside"),
        (b"words".as_slice(), "neither a PNG nor an SVG"),
        (large.as_slice(), "larger than a megabyte"),
        (b"".as_slice(), "Choose the picture"),
    ] {
        let answer = put(&test, &here, &amina, file).await;
        assert_eq!(answer.status, 422, "{sentence}");
        assert!(answer.text.contains(sentence), "{sentence}: {}", answer.text);
        assert!(answer.text.contains("value=\"La maison\"") || file.len() > document::logo::LARGEST, "{sentence}");
    }
    let was = hidden(&test.get(&amina, &here.desk("reports/final")).await, "was");
    let silent = send(&test, &amina, &here.desk("reports/final/logo"), &[("was", &was)], PLAIN.as_bytes()).await;
    assert_eq!(silent.status, 422);
    assert!(silent.text.contains("what the picture shows"), "{}", silent.text);
    assert_eq!(look(&test, &here).await.picture(), None);
}

#[tokio::test]
async fn a_stranger_puts_nothing_on_a_cover_and_nobody_names_another_file() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let was = hidden(&test.get(&amina, &here.desk("reports/final")).await, "was");
    let fields = [("was", was.as_str()), ("logo_text_en", "The house of examples")];
    let path = here.desk("reports/final/logo");
    let edu = test.member("Edu", Some(Role::Secretariat), Some(Id::new())).await;
    assert_eq!(send(&test, &edu, &path, &fields, PLAIN.as_bytes()).await.status, 404);
    let audra = test.member("Audra", Some(Role::Auditor), Some(here.edition.id)).await;
    assert_ne!(send(&test, &audra, &path, &fields, PLAIN.as_bytes()).await.status, 303);
    assert_eq!(test.post(&edu, &format!("{path}/remove"), &[("was", &was)]).await.status, 404);
    assert_eq!(look(&test, &here).await.picture(), None);

    let other = document::logo::word(Id::named(&["an application's letter"]), document::logo::Picture::Png);
    let fields = [("was", was.as_str()), ("title_en", "Final report"), ("logo", &other), ("logo_text_en", "A letter")];
    let named = test.post(&amina, &here.desk("reports/final"), &fields).await;
    assert_eq!(named.status, 422, "{}", named.text);
    assert_eq!(look(&test, &here).await.picture(), None);
}

#[tokio::test]
async fn a_picture_travels_in_the_folder_byte_for_byte() {
    let (test, here) = small(AFTERWARDS).await;
    let mut folder = Folder::default();
    let report = "[report]\ntitle = { en = \"Final report\" }\npurpose = \"final\"\nlanguages = [\"en\"]\npublishable = true\nposition = 1\n\n\
        [look]\nlogo = \"logo.svg\"\nlogo_text = { en = \"The house of examples\" }\ncover_figures = []\n";
    folder.put("reports/final/report.toml", report);
    folder.put("reports/final/logo.svg", PLAIN);
    folder.put("targets.csv", "indicator,baseline,baseline_on,target,due_on,source\n");
    folder.put("waivers.toml", "");
    folder.put("publications.toml", "");
    let mut findings = Findings::default();
    let draft = edition::read(&folder, &mut Known::default(), &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let names = programme::sample::names();
    let mut tx = test.app.db.write().await.unwrap();
    edition::write(&mut tx, &names, &draft).await.unwrap();
    edition::keep_logos(&test.app, &mut tx, &names, &draft).await.unwrap();
    tx.commit().await.unwrap();

    let mut exported = Folder::default();
    let mut conn = test.app.db.read().await.unwrap();
    edition::export(&mut conn, here.edition.id, &mut exported).await.unwrap();
    edition::export_logos(&test.app, &mut conn, here.edition.id, &mut exported).await.unwrap();
    for name in ["reports/final/report.toml", "reports/final/logo.svg"] {
        assert_eq!(String::from_utf8_lossy(&exported.0[name]), String::from_utf8_lossy(&folder.0[name]), "{name}");
    }

    let mut wrong = folder.clone();
    wrong.put("reports/final/logo.svg", PLAIN.replace("<rect", "<script/><rect"));
    let mut findings = Findings::default();
    edition::read(&wrong, &mut Known::default(), &mut findings);
    assert!(findings.to_string().contains("reports/final/logo.svg: it holds a script"), "{findings}");
}
