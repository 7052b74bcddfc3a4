//! Twenty seconds without an account.

use host::jobs::Job;
use kernel::{Id, mark};

use super::setting::{letters, link, open, registered};
use crate::jobs::Remind;

const REGISTER: &str = "/example/2025/sessions/science/register";
const CHIDI: [(&str, &str); 5] = [
    ("name", "Chidi"),
    ("email", "Chidi@post.example"),
    ("country", "DK"),
    ("organisation", ""),
    ("zone", "Europe/Copenhagen"),
];

#[tokio::test]
async fn a_guest_registers_and_is_told_everything_that_matters() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let anybody = test.anybody();
    let answer = test.post(&anybody, REGISTER, &CHIDI).await;
    assert_eq!((answer.status, answer.location.as_str()), (303, "/example/2025/sessions/science/registered"));
    let page = test.get(&anybody, &answer.location).await;
    assert!(page.text.contains("Look into your inbox") && !page.text.contains("Chidi"));

    let letters = letters(&test, &here).await;
    let [letter] = letters.as_slice() else { panic!("one letter, not {}", letters.len()) };
    assert_eq!(letter.to_address, "chidi@post.example");
    assert!(letter.subject.starts_with("Registered: Science"), "{}", letter.subject);
    for words in
        ["02:00–03:30 in Copenhagen", "09:00–10:30 in Singapore", "01:00–02:30 UTC", "/example/2025/sessions/science"]
    {
        assert!(letter.body.contains(words), "{words} is not in\n{}", letter.body);
    }
    let calendar = letter.calendar.as_deref().unwrap();
    assert!(calendar.contains("DTSTART:20251028T010000Z") && calendar.contains("METHOD:PUBLISH"));

    let holder = test.get(&anybody, &link(letter)).await;
    assert_eq!(holder.status, 200);
    assert!(holder.text.contains("Chidi") && holder.text.contains("/withdraw"));
    let calendar = test.get(&anybody, &format!("{}/calendar.ics", link(letter))).await;
    assert!(calendar.media_type.starts_with("text/calendar"));
}

#[tokio::test]
async fn what_was_written_is_kept_when_something_is_wrong() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let fields = [("name", ""), ("email", "chidi.at.post"), ("organisation", "A <b>lab</b>"), ("country", "DK")];
    let answer = test.post(&test.anybody(), &format!("/fr{REGISTER}"), &fields).await;
    assert_eq!(answer.status, 422);
    for words in
        ["chidi.at.post", "A &lt;b&gt;lab&lt;/b&gt;", "href=\"#name\"", "href=\"#email\"", "value=\"DK\" selected"]
    {
        assert!(answer.text.contains(words), "{words}");
    }
    assert_eq!((registered(&test, &here).await, letters(&test, &here).await.len()), (0, 0));
}

#[tokio::test]
async fn whoever_asks_for_other_clocks_beside_a_form_that_came_back_keeps_what_was_written() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let wrong = [("name", "Chidi"), ("email", "chidi.at.post"), ("country", "DK"), ("zone", "")];
    let answer = test.post(&test.anybody(), REGISTER, &wrong).await;
    assert_eq!(answer.status, 422);
    let zones = answer.text.split("<form").find(|it| it.contains("asking zones")).unwrap();
    assert!(zones.contains("method=\"post\"") && zones.contains("value=\"chidi.at.post\""), "{zones}");

    let mut asked = wrong;
    asked[3].1 = "Europe/Copenhagen";
    let fields = [asked.as_slice(), &[("show", "zone")]].concat();
    let answer = test.post(&test.anybody(), REGISTER, &fields).await;

    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("02:00–03:30") && answer.text.contains("Copenhagen"), "{}", answer.text);
    assert!(answer.text.matches("value=\"chidi.at.post\"").count() >= 2, "in the form, and beside it");
    assert_eq!((registered(&test, &here).await, letters(&test, &here).await.len()), (0, 0));
}

#[tokio::test]
async fn a_form_that_is_sent_twice_registers_once_and_tells_nobody() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let anybody = test.anybody();
    let (first, second) = tokio::join!(test.post(&anybody, REGISTER, &CHIDI), test.post(&anybody, REGISTER, &CHIDI));
    assert_eq!((first.status, first.location.clone()), (second.status, second.location));
    let other = test.post(&anybody, REGISTER, &[("name", "Somebody else"), ("email", "chidi@POST.example")]).await;
    assert_eq!((other.status, other.location), (303, first.location));
    assert_eq!((registered(&test, &here).await, letters(&test, &here).await.len()), (1, 1));
}

#[tokio::test]
async fn a_machine_that_fills_the_trap_registers_nobody() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let answer =
        test.post(&test.anybody(), REGISTER, &[("name", "X"), ("email", "x@y.example"), ("website", "z")]).await;
    assert_eq!((answer.status, registered(&test, &here).await), (303, 0));
}

#[tokio::test]
async fn the_last_place_is_given_once_and_a_withdrawal_frees_it() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let anybody = test.anybody();
    test.post(&anybody, REGISTER, &CHIDI).await;
    test.post(&anybody, REGISTER, &[("name", "Dalia"), ("email", "dalia@post.example")]).await;
    let late = test.post(&anybody, REGISTER, &[("name", "Bao"), ("email", "bao@post.example")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Every place in this session is taken"));

    let written = letters(&test, &here).await;
    let chidi = link(written.iter().find(|it| it.to_name == "Chidi").unwrap());
    let answer = test.post(&anybody, &format!("{chidi}/withdraw"), &[]).await;
    assert_eq!((answer.status, answer.location.as_str()), (303, chidi.as_str()));
    assert!(test.get(&anybody, &chidi).await.text.contains("You have withdrawn"));
    assert_eq!(test.post(&anybody, &format!("{chidi}/withdraw"), &[]).await.status, 303);
    assert_eq!(registered(&test, &here).await, 1);

    assert_eq!(test.post(&anybody, REGISTER, &CHIDI).await.status, 303);
    assert_eq!(registered(&test, &here).await, 2);
    assert_eq!(test.get(&anybody, "/registration/guessed").await.status, 404);
}

#[tokio::test]
async fn nobody_registers_for_what_has_begun_or_is_not_for_everybody() {
    let (test, here) = open("2025-11-05T02:00:00Z").await;
    let anybody = test.anybody();
    let answer = test.post(&anybody, REGISTER, &CHIDI).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("has begun or is over") && answer.text.contains("href=\"#recording\""));
    test.app.clock.set(Some("2025-10-13T02:00:00Z".parse().unwrap()));
    let answer = test.post(&anybody, "/example/2025/sessions/after-the-change/register", &CHIDI).await;
    assert_eq!(answer.status, 409);
    assert!(letters(&test, &here).await.is_empty());
}

#[tokio::test]
async fn a_guest_is_reminded_once_and_not_before_the_day() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    test.post(&test.anybody(), REGISTER, &CHIDI).await;
    let registration = the_registration(&test).await;
    Remind { registration }.run(&test.app).await.unwrap();
    assert_eq!(letters(&test, &here).await.len(), 1, "a fortnight early");
    test.app.clock.set(Some("2025-10-27T01:00:00Z".parse().unwrap()));
    for _ in 0..2 {
        Remind { registration }.run(&test.app).await.unwrap();
    }
    let written = letters(&test, &here).await;
    let kinds: Vec<&str> = written.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["agenda.reminder", "agenda.registered"]);
}

async fn the_registration(test: &host::testing::TestApp) -> Id<mark::Registration> {
    let mut conn = test.app.db.read().await.unwrap();
    let names = programme::sample::names();
    let session = names.id::<mark::Session>("session", "science");
    crate::store::registrations(&mut conn, session, test.app.clock.now()).await.unwrap()[0].id
}
