//! Stories of the people on the desk.

use host::{
    Role,
    testing::{Member, TestApp},
};
use kernel::{Id, mark};
use programme::Here;

use super::{AFTERWARDS, start};

/// Amina of the secretariat, an auditor of this edition, and Edu, who runs another one.
async fn cast(test: &TestApp, here: &Here) -> (Member, Member, Member) {
    let here = here.edition.id;
    (
        test.member("Amina", Some(Role::Secretariat), Some(here)).await,
        test.member("Bao", Some(Role::Auditor), Some(here)).await,
        test.member("Edu", Some(Role::Secretariat), Some(Id::named(&["another"]))).await,
    )
}

#[tokio::test]
async fn the_list_is_narrowed_by_its_address_and_saved_as_it_stands() {
    let (test, here) = start(AFTERWARDS).await;
    let (amina, auditor, edu) = cast(&test, &here).await;
    let page = test.get(&amina, &here.desk("people")).await;
    assert_eq!(page.text.matches("<tr>").count(), 1 + 7);
    assert_eq!(page.text.matches("tag invented").count(), 6, "all but the person of the report");
    let narrowed =
        test.get(&auditor, &here.desk("people?country=DK&activity=training&file=applicants&name=S%C3%B8R")).await;
    assert!(narrowed.text.contains("Dalia") && !narrowed.text.contains("Chidi"), "{}", narrowed.text);
    let file = test.get(&amina, &here.desk("people.csv?file=guests")).await;
    assert_eq!(file.text.lines().count(), 3);
    assert!(file.text.contains(",Mr Rui ALVES,") && file.text.contains("g0002,'=Rui Alves"), "{}", file.text);
    for path in ["people", "people.csv", "people/a0001", "people/a0001/edit", "people/a0001/erase"] {
        assert_eq!(test.get(&edu, &here.desk(path)).await.status, 404, "{path}");
        assert!(test.get(&test.anybody(), &here.desk(path)).await.location.starts_with("/sign-in"), "{path}");
    }
}

#[tokio::test]
async fn a_correction_is_checked_and_leaves_its_history() {
    let (test, here) = start(AFTERWARDS).await;
    let (amina, auditor, edu) = cast(&test, &here).await;
    let (page, form) = (here.desk("people/s01"), here.desk("people/s01/edit"));
    let fields = [
        ("name", "Maisarah H."),
        ("printed", "Dr MAISARAH Hashim"),
        ("office_en", "Dean"),
        ("office_fr", "Doyenne"),
        ("organisation", ""),
    ];
    assert_eq!(test.post(&edu, &form, &fields).await.status, 404);
    assert_eq!(test.post(&auditor, &form, &fields).await.status, 403);
    let wrong = test.post(&amina, &form, &[("name", " "), ("printed", "kept words")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("kept words"));
    assert_eq!(test.post(&amina, &form, &fields).await.location, page);
    let shown = test.get(&auditor, &page).await;
    for words in ["Maisarah H.", "Ms MAISARAH Hashim", "Dr MAISARAH Hashim", "Amina"] {
        assert!(shown.text.contains(words), "{words} in {}", shown.text);
    }
    assert!(!shown.text.contains("/edit"), "who may not correct is shown no button");
}

#[tokio::test]
async fn erasing_takes_what_was_told_and_keeps_what_was_counted() {
    let (test, here) = start(AFTERWARDS).await;
    let (amina, auditor, edu) = cast(&test, &here).await;
    test.member("Chidi", None, None).await;
    test.post(&test.anybody(), "/sign-in", &[("email", "chidi@cast.example")]).await;
    test.post(&amina, &here.desk("people/a0001/edit"), &[("name", "Chidi O."), ("printed", "Mr Chidi O.")]).await;
    let (page, form) = (here.desk("people/a0001"), here.desk("people/a0001/erase"));
    let yes = [("confirmed", "yes")];
    assert_eq!(test.post(&edu, &form, &yes).await.status, 404);
    assert_eq!(test.post(&auditor, &form, &yes).await.status, 403);
    assert_eq!(test.get(&auditor, &form).await.status, 403);
    let asked = test.get(&amina, &form).await;
    assert!(asked.text.contains("There is an account with this address"), "{}", asked.text);
    assert!(asked.text.contains("one letter") && asked.text.contains("values in the journal"), "{}", asked.text);
    assert_eq!(test.post(&amina, &form, &[]).await.status, 422);
    assert_eq!(test.post(&amina, &form, &yes).await.location, page);
    assert_eq!(test.post(&amina, &form, &yes).await.status, 409, "once is enough");

    let shown = test.get(&amina, &page).await;
    for words in ["Chidi", "chidi@cast.example", "Lim Laboratory", "I measure rivers", "1997"] {
        assert!(!shown.text.contains(words), "{words} in {}", shown.text);
    }
    let mut conn = test.app.db.read().await.unwrap();
    let letters = host::post::outbox(&mut conn, here.edition.id, 0, 50).await.unwrap();
    assert!(letters.iter().all(|it| !it.body.contains("Chidi") && it.to_address != "chidi@cast.example"));
    let training: Id<mark::Activity> = programme::sample::names().id("activity", "training");
    let now = test.app.clock.now();
    assert_eq!(crate::participants(&mut conn, training, now).await.unwrap().len(), 2);
    let countries = crate::countries_of_participants(&mut conn, training, now).await.unwrap();
    assert!(countries.iter().any(|(country, _)| country.code() == "MY"));
}
