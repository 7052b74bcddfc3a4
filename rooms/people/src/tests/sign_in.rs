//! Stories of signing in by letter.

use host::{
    Clock,
    testing::{Answer, Member, TestApp},
};
use jiff::SignedDuration;
use programme::Here;

use super::{AFTERWARDS, start};

/// The newest letter to an address: its link's path and its code.
async fn letter(test: &TestApp, here: &Here, to: &str) -> Option<(String, String)> {
    let mut conn = test.app.db.read().await.unwrap();
    let letters = host::post::outbox(&mut conn, here.edition.id, 0, 50).await.unwrap();
    let body = letters.into_iter().find(|it| it.to_address == to)?.body;
    let path = body.lines().find_map(|it| it.split_once("/sign-in/")).map(|(_, token)| format!("/sign-in/{token}"))?;
    let code = body.split_once("asked: ")?.1.lines().next()?.to_owned();
    Some((path, code))
}

async fn count_letters(test: &TestApp, here: &Here) -> usize {
    let mut conn = test.app.db.read().await.unwrap();
    host::post::outbox(&mut conn, here.edition.id, 0, 50).await.unwrap().len()
}

/// Asks for a letter; the identity of the attempt.
async fn ask(test: &TestApp, email: &str, next: &str) -> String {
    let answer = test.post(&test.anybody(), "/sign-in", &[("email", email), ("next", next)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location.rsplit('=').next().unwrap().to_owned()
}

fn signs_in(answer: &Answer) -> bool {
    answer
        .cookie
        .as_deref()
        .is_some_and(|it| it.starts_with("session=") && it.contains("HttpOnly") && it.contains("SameSite=Lax"))
}

async fn chidi(test: &TestApp) -> Member {
    test.member("Chidi", None, None).await
}

#[tokio::test]
async fn a_link_shows_one_button_and_the_button_signs_in_once() {
    let (test, here) = start(AFTERWARDS).await;
    chidi(&test).await;
    let nobody = test.anybody();
    ask(&test, "chidi@CAST.example", "/fr/me").await;
    let (path, _) = letter(&test, &here, "chidi@cast.example").await.unwrap();
    for _ in 0..3 {
        let page = test.get(&nobody, &path).await;
        assert_eq!((page.status, page.cookie.clone()), (200, None), "a mail scanner changes nothing");
        assert_eq!(page.text.matches("<button").count(), 1, "{}", page.text);
    }
    let answer = test.post(&nobody, &path, &[]).await;
    assert_eq!((answer.status, answer.location.as_str()), (303, "/fr/me"));
    assert!(signs_in(&answer));
    let again = test.post(&nobody, &path, &[]).await;
    assert_eq!((again.status, again.cookie), (410, None));
    assert_eq!(test.get(&nobody, "/sign-in/guessed").await.status, 410);
    assert_eq!(test.post(&nobody, "/sign-in/guessed", &[]).await.status, 410);
}

#[tokio::test]
async fn an_expired_link_offers_a_new_letter_in_one_click() {
    let (test, here) = start(AFTERWARDS).await;
    let account = chidi(&test).await.account.unwrap();
    let mut tx = test.app.db.write().await.unwrap();
    let yesterday = Clock::real() - SignedDuration::from_hours(24);
    let old = host::sign_in::prepare(&mut tx, account, "/me", yesterday, host::sign_in::LIFE).await.unwrap();
    tx.commit().await.unwrap();
    let path = crate::sign_in_path(&old.token);
    let nobody = test.anybody();
    assert_eq!(test.post(&nobody, &path, &[]).await.status, 410);
    let page = test.get(&nobody, &path).await;
    assert_eq!(page.status, 410);
    assert!(page.text.contains(&format!("{path}/again")), "{}", page.text);
    let answer = test.post(&nobody, &format!("{path}/again"), &[]).await;
    assert!(answer.location.starts_with("/sign-in/sent?attempt="));
    assert_eq!(test.get(&nobody, &answer.location).await.status, 200);
    let (new, _) = letter(&test, &here, "chidi@cast.example").await.unwrap();
    assert!(signs_in(&test.post(&nobody, &new, &[]).await));
}

#[tokio::test]
async fn a_code_signs_in_once_and_bears_five_mistakes() {
    let (test, here) = start(AFTERWARDS).await;
    chidi(&test).await;
    let nobody = test.anybody();
    let attempt = ask(&test, "chidi@cast.example", "").await;
    let wrong = test.post(&nobody, "/sign-in/code", &[("attempt", &attempt), ("code", "1234")]).await;
    assert_eq!((wrong.status, wrong.cookie), (422, None));
    let (_, code) = letter(&test, &here, "chidi@cast.example").await.unwrap();
    let right = test.post(&nobody, "/sign-in/code", &[("attempt", &attempt), ("code", &code)]).await;
    assert_eq!((right.status, right.location.as_str()), (303, "/me"));
    assert!(signs_in(&right));
    assert_eq!(test.post(&nobody, "/sign-in/code", &[("attempt", &attempt), ("code", &code)]).await.status, 409);

    let attempt = ask(&test, "chidi@cast.example", "").await;
    for _ in 0..5 {
        assert_eq!(test.post(&nobody, "/sign-in/code", &[("attempt", &attempt), ("code", "0")]).await.status, 422);
    }
    let (_, code) = letter(&test, &here, "chidi@cast.example").await.unwrap();
    let over = test.post(&nobody, "/sign-in/code", &[("attempt", &attempt), ("code", &code)]).await;
    assert_eq!((over.status, over.cookie), (409, None));
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answers_and_no_letter() {
    let (test, here) = start(AFTERWARDS).await;
    chidi(&test).await;
    let nobody = test.anybody();
    let mut pages = Vec::new();
    for email in ["chidi@cast.example", "edu@cast.example"] {
        let attempt = ask(&test, email, "").await;
        let page = test.get(&nobody, &format!("/sign-in/sent?attempt={attempt}")).await;
        let mut said = vec![page.text];
        for _ in 0..6 {
            let answer = test.post(&nobody, "/sign-in/code", &[("attempt", &attempt), ("code", "00000000")]).await;
            said.push(format!("{} {}", answer.status, answer.text));
        }
        pages.push(said.join("\n").replace(email, "X").replace(&attempt, "Y"));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(count_letters(&test, &here).await, 1);
}

#[tokio::test]
async fn nobody_can_fill_a_box_with_letters_or_send_a_reader_elsewhere() {
    let (test, here) = start(AFTERWARDS).await;
    chidi(&test).await;
    for _ in 0..8 {
        ask(&test, "chidi@cast.example", "//elsewhere.example").await;
    }
    assert_eq!(count_letters(&test, &here).await, 5);
    let (path, _) = letter(&test, &here, "chidi@cast.example").await.unwrap();
    assert_eq!(test.post(&test.anybody(), &path, &[]).await.location, "/me");
    assert_eq!(test.post(&test.anybody(), "/sign-in", &[("email", "chidi")]).await.status, 422);
}

#[tokio::test]
async fn whoever_left_signs_in_no_more() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(host::Role::Secretariat), Some(here.edition.id)).await.account.unwrap();
    let account = chidi(&test).await.account.unwrap();
    ask(&test, "chidi@cast.example", "").await;
    let (path, _) = letter(&test, &here, "chidi@cast.example").await.unwrap();
    let mut tx = test.app.db.write().await.unwrap();
    host::access::end_account(&mut tx, account, amina, Clock::real()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!signs_in(&test.post(&test.anybody(), &path, &[]).await));
    assert_eq!(test.post(&test.anybody(), &format!("{path}/again"), &[]).await.status, 410);
    ask(&test, "chidi@cast.example", "").await;
    assert_eq!(count_letters(&test, &here).await, 1);
}

#[tokio::test]
async fn whoever_asks_for_it_is_erased_and_signed_out_everywhere() {
    let (test, here) = start(AFTERWARDS).await;
    test.member("Amina", Some(host::Role::Secretariat), Some(here.edition.id)).await;
    let bao = test.member("Bao", Some(host::Role::Secretariat), Some(here.edition.id)).await;
    let elsewhere = test.member("Bao", None, None).await;
    ask(&test, "bao@cast.example", "").await;
    assert!(test.get(&bao, "/me").await.text.contains("/me/erase"));
    let asked = test.get(&bao, "/me/erase").await;
    assert!(asked.text.contains("the role Secretariat") && asked.text.contains("one letter"), "{}", asked.text);
    assert_eq!(test.post(&bao, "/me/erase", &[]).await.status, 422);

    let done = test.post(&bao, "/me/erase", &[("confirmed", "yes")]).await;

    assert_eq!(done.status, 200, "{}", done.text);
    assert!(done.cookie.is_some_and(|it| it.contains("Max-Age=0")) && done.text.contains("Your account is erased"));
    for browser in [&bao, &elsewhere] {
        assert_eq!(test.get(browser, "/me").await.status, 303, "signed in no more");
    }
    assert!(letter(&test, &here, "bao@cast.example").await.is_none(), "no letter names them");
    ask(&test, "bao@cast.example", "").await;
    assert!(letter(&test, &here, "bao@cast.example").await.is_none(), "and none is written");
    assert!(test.get(&test.anybody(), "/me/erase").await.location.starts_with("/sign-in?next="));
}

#[tokio::test]
async fn the_last_of_the_secretariat_cannot_erase_themselves() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(host::Role::Secretariat), Some(here.edition.id)).await;
    let refused = test.post(&amina, "/me/erase", &[("confirmed", "yes")]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains("Nobody would be left in the secretariat"), "{}", refused.text);
    assert!(test.get(&amina, "/me").await.text.contains("amina@cast.example"), "nothing was erased");
}

#[tokio::test]
async fn my_account_lists_my_browsers_and_ends_them_and_nobody_elses() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(host::Role::Secretariat), Some(here.edition.id)).await;
    let elsewhere = test.member("Amina", None, None).await;
    let edu = test.member("Edu", None, None).await;
    let page = test.get(&amina, "/me").await;
    assert!(page.text.contains("/desk/example/2025"), "{}", page.text);
    let end =
        page.text.split("action=\"").filter_map(|it| it.split('"').next()).find(|it| it.ends_with("/end")).unwrap();
    assert_eq!(test.post(&edu, end, &[]).await.status, 404, "Edu ends no browser but his own");
    assert_eq!(test.get(&elsewhere, "/me").await.status, 200);
    assert_eq!(test.post(&amina, end, &[]).await.status, 303);
    assert_eq!(test.get(&elsewhere, "/me").await.status, 303, "that browser must sign in again");

    let third = test.member("Amina", None, None).await;
    assert_eq!(test.post(&amina, "/me/sessions/end-others", &[]).await.status, 303);
    assert_eq!(test.get(&third, "/me").await.status, 303);
    assert_eq!(test.post(&amina, "/me/language", &[("language", "xx")]).await.status, 422);
    assert_eq!(test.post(&amina, "/me/language", &[("language", "fr")]).await.location, "/fr/me");
    let out = test.post(&amina, "/sign-out", &[]).await;
    assert!(out.cookie.is_some_and(|it| it.contains("Max-Age=0")));
    assert_eq!(test.get(&amina, "/me").await.status, 303);
    assert_eq!(test.get(&edu, "/me").await.status, 200, "Edu stays signed in");
    assert!(test.get(&test.anybody(), "/me").await.location.starts_with("/sign-in?next="));
}
