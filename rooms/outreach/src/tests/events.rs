//! Events of others on the desk.

use host::{
    Role,
    folder::Folder,
    testing::{Answer, TestApp},
};
use programme::Here;

use super::{AFTERWARDS, edu, hidden, start};
use crate::sample;

/// An event, as the form sends it.
const FORUM: [(&str, &str); 12] = [
    ("key", "forum"),
    ("held_on", "2026-01-20"),
    ("mode", "hybrid"),
    ("mode_printed", ""),
    ("title_en", "A forum of others"),
    ("title_fr", "Un forum de tiers"),
    ("place_en", "Seoul"),
    ("place_fr", "Séoul"),
    ("host_en", "The academy"),
    ("host_fr", "L’académie"),
    ("summary_en", "We listened."),
    ("summary_fr", "Nous avons écouté."),
];

fn forum<'a>(but: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let changed = |name: &str| but.iter().any(|(it, _)| *it == name);
    FORUM.into_iter().filter(|(name, _)| !changed(name)).chain(but.iter().copied()).collect()
}

/// The names of the events, in the edition's order.
async fn names(test: &TestApp, here: &Here) -> Vec<String> {
    let mut conn = test.app.db.read().await.unwrap();
    let all = crate::external_events(&mut conn, here.edition.id).await.unwrap();
    all.into_iter().map(|it| it.title.get(kernel::Language::ENGLISH).unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_event_is_added_changed_and_taken_away_and_each_is_taken_back() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let (list, one) = (here.desk("events"), here.desk("events/forum"));
    let seen = async || hidden(&test.get(&amina, &one).await, "was");
    let act = async |rest: &str, was: &str| test.post(&amina, &format!("{one}{rest}"), &[("was", was)]).await.status;
    let (conference, workshop) = ("A conference of others", "A workshop of others");

    let added = test.post(&amina, &list, &FORUM).await;
    assert!(added.status == 303 && added.location.ends_with("/events/forum"), "{}", added.text);
    assert_eq!(names(&test, &here).await, [conference, workshop, "A forum of others"]);
    assert_eq!(act("/undo", &seen().await).await, 303);
    assert_eq!(names(&test, &here).await, [conference, workshop]);
    assert!(test.get(&amina, &one).await.text.contains("It can still be brought back"));
    assert_eq!(act("/undo", &seen().await).await, 303);

    let was = seen().await;
    let changed = forum(&[("was", &was), ("title_en", "A great forum"), ("audience", "1,200")]);
    assert_eq!(test.post(&amina, &one, &changed).await.status, 303);
    assert!(test.get(&amina, &one).await.text.contains("value=\"1200\""));
    assert_eq!(act("/undo", &seen().await).await, 303);
    assert_eq!(names(&test, &here).await, [conference, workshop, "A forum of others"]);

    assert_eq!(act("/remove", &seen().await).await, 303);
    assert_eq!(act("/undo", &seen().await).await, 303);
    assert_eq!(names(&test, &here).await, [conference, workshop, "A forum of others"]);
    for page in [&list, &one] {
        assert!(!test.get(&amina, page).await.text.contains('⟦'));
        assert!(!test.get(&amina, &format!("/fr{page}")).await.text.contains('⟦'));
    }
    let mut conn = test.app.db.read().await.unwrap();
    let subject = crate::actions::event::identity(here.edition.id, "forum");
    assert_eq!(host::journal::history(&mut conn, subject).await.unwrap().len(), 7);
}

#[tokio::test]
async fn an_event_of_the_folder_that_is_taken_away_and_brought_back_stands_where_it_stood() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let one = here.desk("events/conference");
    for act in ["remove", "undo"] {
        let was = hidden(&test.get(&amina, &one).await, "was");
        assert_eq!(test.post(&amina, &format!("{one}/{act}"), &[("was", &was)]).await.status, 303, "{act}");
    }
    let mut out = Folder::default();
    crate::edition::export(&mut test.app.db.read().await.unwrap(), here.edition.id, &mut out).await.unwrap();
    assert_eq!(out, sample::folder());
}

#[tokio::test]
async fn who_changes_an_event_second_sees_both_and_overwrites_nothing() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let one = here.desk("events/conference");
    let was = hidden(&test.get(&amina, &one).await, "was");
    let fast = forum(&[("was", &was), ("title_en", "Amina’s title")]);
    assert_eq!(test.post(&amina, &one, &fast).await.status, 303);

    let slow: Answer = test.post(&amina, &one, &forum(&[("was", &was), ("title_en", "Another title")])).await;
    assert_eq!(slow.status, 409);
    assert!(slow.text.contains("Amina’s title") && slow.text.contains("Another title"), "{}", slow.text);
    for act in ["undo", "remove"] {
        assert_eq!(test.post(&amina, &format!("{one}/{act}"), &[("was", &was)]).await.status, 409, "{act}");
    }
    assert_eq!(names(&test, &here).await[0], "Amina’s title");
}

#[tokio::test]
async fn an_event_that_cannot_stand_is_refused_in_a_sentence_and_kept() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    for (field, words, said) in [
        ("key", "The forum", "This is no short name"),
        ("key", "conference", "Another event has this short name already"),
        ("held_on", "soon", "This is no day"),
        ("mode", "by pigeon", "Choose how people came together"),
        ("mode_printed", "by pigeon", "Choose how people came together"),
        ("audience", "many", "This is no number"),
        ("summary_fr", "", "needed in every language"),
    ] {
        let answer = test.post(&amina, &here.desk("events"), &forum(&[(field, words)])).await;
        assert_eq!(answer.status, 422, "{field} = {words}");
        assert!(answer.text.contains(said) && answer.text.contains("We listened."), "{field} = {words}");
    }
    assert_eq!(names(&test, &here).await.len(), 2);
}

#[tokio::test]
async fn a_stranger_tells_of_no_event_for_an_edition() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let (edu, auditor) = (edu(&test).await, test.member("Bao", Some(Role::Auditor), Some(here.edition.id)).await);
    let was = hidden(&test.get(&amina, &here.desk("events/conference")).await, "was");
    for path in ["events", "events/conference"] {
        assert_eq!(test.get(&edu, &here.desk(path)).await.status, 404, "{path}");
        let read = test.get(&auditor, &here.desk(path)).await;
        assert!(read.status == 200 && !read.text.contains("method=\"post\" action=\"/desk"), "{path}");
    }
    for path in ["events", "events/conference", "events/conference/undo", "events/conference/remove"] {
        let fields = forum(&[("was", &was)]);
        assert_eq!(test.post(&edu, &here.desk(path), &fields).await.status, 404, "{path}");
        assert_eq!(test.post(&auditor, &here.desk(path), &fields).await.status, 403, "{path}");
    }
    assert_eq!(names(&test, &here).await, ["A conference of others", "A workshop of others"]);
}
