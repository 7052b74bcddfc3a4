//! The room as files.

use host::{
    figures::{indicator, trace, value},
    folder::{Findings, Folder, Known},
    testing::TestApp,
};

use super::{AFTERWARDS, BEFORE_THE_CALL, start};

#[tokio::test]
async fn what_was_imported_is_exported_byte_for_byte() {
    let (test, here) = start(AFTERWARDS).await;
    let mut folder = Folder::default();
    crate::edition::export(&mut test.app.db.read().await.unwrap(), here.edition.id, &mut folder).await.unwrap();
    let given = crate::sample::folder();
    assert_eq!(folder.0.len(), 5);
    for (name, bytes) in &folder.0 {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&given.0[name]), "{name}");
    }
}

#[tokio::test]
async fn two_forms_of_one_stranger_at_once_make_one_person() {
    let (test, here) = start(AFTERWARDS).await;
    let new = || crate::NewPerson {
        name: "Noor".to_owned(),
        email: "noor@mail.example".parse().unwrap(),
        country: None,
        organisation: String::new(),
        language: kernel::Language::ENGLISH,
        invented: false,
    };
    let edition = here.edition.id;
    let mut tx = test.app.db.write().await.unwrap();
    let first = crate::find_or_make(&mut tx, edition, &new()).await.unwrap();
    let second = tokio::spawn({
        let (app, new) = (test.app.clone(), new());
        async move {
            let mut tx = app.db.write().await.unwrap();
            let found = crate::find_or_make(&mut tx, edition, &new).await.unwrap();
            tx.commit().await.unwrap();
            found
        }
    });
    // Time enough for the second to look, where nothing makes it wait for the first.
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    tx.commit().await.unwrap();

    assert_eq!(second.await.unwrap(), first);
}

#[tokio::test]
async fn whoever_registered_here_stands_among_the_guests_and_is_found_again() {
    let (test, here) = start(AFTERWARDS).await;
    let mut tx = test.app.db.write().await.unwrap();
    let new = |name: &str, email: &str| crate::NewPerson {
        name: name.to_owned(),
        email: email.parse().unwrap(),
        country: "DK".parse().ok(),
        organisation: String::new(),
        language: kernel::Language::ENGLISH,
        invented: false,
    };
    let first = crate::find_or_make(&mut tx, here.edition.id, &new("Noor", "Noor@Mail.example")).await.unwrap();
    let again = crate::find_or_make(&mut tx, here.edition.id, &new("N.", "noor@mail.example")).await.unwrap();
    let known = crate::find_or_make(&mut tx, here.edition.id, &new("C.", "CHIDI@cast.example")).await.unwrap();
    tx.commit().await.unwrap();
    let mut conn = test.app.db.read().await.unwrap();
    assert_eq!(first, again);
    assert_eq!(crate::person(&mut conn, first).await.unwrap().unwrap().name, "Noor");
    assert_eq!(crate::person(&mut conn, known).await.unwrap().unwrap().key.as_str(), "a0001");
    let mut folder = Folder::default();
    crate::edition::export(&mut conn, here.edition.id, &mut folder).await.unwrap();
    let guests = String::from_utf8_lossy(&folder.0["guests.csv"]).into_owned();
    assert!(guests.ends_with(",Noor,Noor,noor@mail.example,DK,,\n"), "{guests}");
}

#[test]
fn every_mistake_is_found_at_once_with_its_place() {
    let mut folder = crate::sample::folder();
    folder.put("guests.csv", "key,name,printed,email,country,organisation,post\nG 1,,X,Y@Z.example,XX,,\n");
    folder.put("participations.csv", "activity,person,role,group,since,until\nnowhere,nobody,guest,both,today,\n");
    let mut findings = Findings::default();
    let names = programme::sample::names();
    crate::edition::read(&folder, &names, &mut programme::sample::known(), &mut findings);
    let findings = findings.sorted().to_string();
    for place in [
        "guests.csv:2:1",
        "guests.csv:2:5",
        "guests.csv:2:8",
        "guests.csv:2:20",
        "participations.csv:2:1",
        "participations.csv:2:9",
    ] {
        assert!(findings.contains(place), "{place} in\n{findings}");
    }
}

#[tokio::test]
async fn figures_count_what_is_so_on_the_day_and_nothing_before() {
    let (test, here) = start(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let scope = |at: &str| here.scope(at.parse().unwrap());
    let cases = [
        ("call.applicants", 3),
        ("training.participants", 2),
        ("training.countries", 2),
        ("summit.participants", 1),
        ("summit.countries", 1),
        ("people.participants", 2),
    ];
    for (key, number) in cases {
        let indicator = indicator(&test.app, &mut conn, here.edition.id, key).await.unwrap();
        let later = value(&test.app, &mut conn, scope(AFTERWARDS), &indicator).await.unwrap();
        assert_eq!(later.map(|it| it.number), Some(number), "{key}");
        let trace = trace(&test.app, &mut conn, scope(AFTERWARDS), &indicator).await.unwrap();
        assert_eq!(i64::try_from(trace.rows.len()).unwrap(), number, "{key}");
        assert!(trace.rows.iter().all(|row| row.cells.len() == trace.columns.len()), "{key}");
        let earlier = value(&test.app, &mut conn, scope(BEFORE_THE_CALL), &indicator).await.unwrap();
        assert_eq!(earlier, None, "{key}");
    }
}

#[tokio::test]
async fn the_demonstration_has_the_numbers_of_the_report_and_comes_out_as_it_went_in() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editions/asef-2025");
    let folder = Folder::read(&path).unwrap();
    let test = TestApp::start_as(super::assembly(), crate::pages::routes(), AFTERWARDS, true).await;
    let (mut known, mut findings) = (Known::default(), Findings::default());
    let programme = programme::edition::read(&folder, &mut known, &mut findings);
    let people = crate::edition::read(&folder, &programme.names, &mut known, &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let mut tx = test.app.db.write().await.unwrap();
    let edition = programme::edition::write(&mut tx, &programme).await.unwrap();
    crate::edition::write(&mut tx, &programme.names, &people).await.unwrap();
    tx.commit().await.unwrap();

    let mut conn = test.app.db.read().await.unwrap();
    let here = programme::Here::current(&test.app).await.unwrap().unwrap();
    let scope = here.scope(AFTERWARDS.parse().unwrap());
    let cases = [
        ("training.participants", 107),
        ("training.countries", 41),
        ("summit.participants", 40),
        ("summit.countries", 29),
        ("workshop.participants", 12),
        ("people.participants", 119),
    ];
    for (key, number) in cases {
        let indicator = indicator(&test.app, &mut conn, edition, key).await.unwrap();
        let value = value(&test.app, &mut conn, scope, &indicator).await.unwrap();
        assert_eq!(value.map(|it| it.number), Some(number), "{key}");
    }
    let mut out = Folder::default();
    crate::edition::export(&mut conn, edition, &mut out).await.unwrap();
    for (name, bytes) in &out.0 {
        assert!(folder.0[name] == *bytes, "{name} changed on its way through the record");
    }
}
