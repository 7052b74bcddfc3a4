//! The room through its front door.

use db::sql;
use host::{
    Assembly, Clock, Role,
    figures::Scope,
    folder::Folder,
    post::{Draft, Purpose, write},
    testing::{Member, TestApp},
};
use jiff::Timestamp;
use kernel::{Id, Language, mark};
use programme::Here;

use crate::{indicators, letters, pages, sample};

const AFTERWARDS: &str = "2026-02-02T02:00:00Z";

const NOTIFICATION: &str = "From: postmaster@mail.example\nContent-Type: multipart/report; boundary=\"b\"\n\n\
    --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n\
    Final-Recipient: rfc822; chidi@cast.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n";

async fn start(now: &str) -> (TestApp, Here) {
    let assembly = Assembly { indicators: indicators::indicators(), ..Assembly::default() };
    let test = TestApp::start(assembly, pages::routes(), now).await;
    let here = programme::sample::open(&test.app).await.unwrap();
    sample::import(&test.app).await.unwrap();
    (test, here)
}

fn scope(now: &str) -> Scope {
    Scope { edition: programme::sample::names().edition(), as_of: now.parse().unwrap() }
}

/// A letter to Chidi that was tried in vain.
async fn given_a_letter_given_up(test: &TestApp, here: &Here) -> Id<mark::Letter> {
    let mut tx = test.app.db.write().await.unwrap();
    let draft = Draft {
        kind: "agenda.thanks",
        purpose: Purpose::Service,
        to: "chidi@cast.example".parse().unwrap(),
        name: "Chidi".to_owned(),
        language: Language::ENGLISH,
        subject: "You are registered".to_owned(),
        body: "Dear Chidi,\n\nwe expect you.".to_owned(),
        calendar: Some("BEGIN:VCALENDAR".to_owned()),
        about: None,
        edition: Some(here.edition.id),
        send_after: None,
    };
    let id = write(&test.app, &mut tx, draft).await.unwrap().unwrap();
    let given_up = sql!("update letters set given_up_at = $2, attempts = 12, last_error = 'no route' where id = $1");
    tx.run(given_up, (&id, &Clock::real())).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Edu runs the desk of another edition: he passes the gate, and no further.
async fn edu(test: &TestApp) -> Member {
    test.member("Edu", Some(Role::Secretariat), Some(Id::new())).await
}

#[tokio::test]
async fn what_was_read_is_written_back_byte_for_byte() {
    let (test, here) = start(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let mut out = Folder::default();
    crate::edition::export(&mut conn, here.edition.id, &mut out).await.unwrap();
    assert_eq!(out, sample::folder());
}

#[tokio::test]
async fn the_rows_behind_a_figure_are_as_many_as_it_counts() {
    let (test, _) = start(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let mut seen = Vec::new();
    for it in indicators::indicators() {
        let value = (it.compute)(&mut conn, scope(AFTERWARDS)).await.unwrap();
        let trace = (it.rows)(&mut conn, scope(AFTERWARDS)).await.unwrap();
        if let Some(value) = value {
            match value.of {
                Some(all) => {
                    let agree = trace.rows.iter().filter(|row| row[1].parse::<i64>().unwrap() >= 4).count();
                    assert_eq!(
                        [trace.rows.len(), agree].map(|it| i64::try_from(it).unwrap()),
                        [all, value.number],
                        "{}",
                        it.key
                    );
                }
                None => assert_eq!(trace.rows[0][0], value.number.to_string(), "{}", it.key),
            }
            seen.push(it.key);
        } else {
            assert!(trace.rows.is_empty(), "{}", it.key);
        }
    }
    assert_eq!(seen, ["survey.understanding", "survey.knowledge", "outreach.social-media"]);
}

#[tokio::test]
async fn an_answer_counts_from_the_moment_it_was_given() {
    let (test, _) = start(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let understanding = indicators::indicators()[0];
    let mut values = Vec::new();
    for now in ["2025-12-01T00:00:00Z", "2025-12-06T12:00:00Z", AFTERWARDS] {
        let value = (understanding.compute)(&mut conn, scope(now)).await.unwrap();
        values.push(value.map(|it| (it.number, it.of.unwrap())));
    }
    assert_eq!(values, [None, Some((2, 3)), Some((4, 5))]);
}

#[tokio::test]
async fn the_secretariat_lets_a_letter_try_again() {
    let (test, here) = start(AFTERWARDS).await;
    let letter = given_a_letter_given_up(&test, &here).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;

    let list = test.get(&amina, &here.desk("outbox?state=given-up")).await;
    let page = test.get(&amina, &here.desk(&format!("outbox/{letter}"))).await;
    assert!(list.text.contains("You are registered") && page.text.contains("BEGIN:VCALENDAR"));
    let retry = here.desk(&format!("outbox/{letter}/retry"));
    assert_eq!(test.post(&amina, &retry, &[]).await.status, 303);
    assert_eq!(test.post(&amina, &retry, &[]).await.status, 409);

    test.work_off().await;
    let list = test.get(&amina, &here.desk("outbox?state=kept")).await;
    assert!(list.text.contains("You are registered"));
}

#[tokio::test]
async fn a_notification_marks_the_address_that_cannot_be_reached() {
    let (test, here) = start(AFTERWARDS).await;
    given_a_letter_given_up(&test, &here).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let bounces = here.desk("outbox/bounces");

    let refused = test.post(&amina, &bounces, &[("mail", "Subject: hello\n\nGood morning.")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Good morning."), "what was pasted is kept");
    assert_eq!(test.post(&amina, &bounces, &[("mail", NOTIFICATION)]).await.status, 303);
    assert!(test.get(&amina, &bounces).await.text.contains("chidi@cast.example"));
}

#[tokio::test]
async fn a_stranger_neither_reads_nor_moves_the_letters_of_an_edition() {
    let (test, here) = start(AFTERWARDS).await;
    let letter = given_a_letter_given_up(&test, &here).await;
    let (edu, auditor) = (edu(&test).await, test.member("Bao", Some(Role::Auditor), Some(here.edition.id)).await);
    for path in ["outbox", "outbox/bounces", &format!("outbox/{letter}")] {
        assert_eq!(test.get(&edu, &here.desk(path)).await.status, 404, "{path}");
        assert_eq!(test.get(&auditor, &here.desk(path)).await.status, 200, "{path}");
    }
    for (path, fields) in
        [(format!("outbox/{letter}/retry"), vec![]), ("outbox/bounces".to_owned(), vec![("mail", NOTIFICATION)])]
    {
        assert_eq!(test.post(&edu, &here.desk(&path), &fields).await.status, 404, "{path}");
        assert_eq!(test.post(&auditor, &here.desk(&path), &fields).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn a_letter_of_another_edition_is_hidden_from_this_desk() {
    let (test, here) = start(AFTERWARDS).await;
    let letter = given_a_letter_given_up(&test, &here).await;
    let mut tx = test.app.db.write().await.unwrap();
    tx.run(sql!("update letters set edition_id = $2 where id = $1"), (&letter, &Id::<mark::Edition>::new()))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    assert_eq!(test.get(&amina, &here.desk(&format!("outbox/{letter}"))).await.status, 404);
    assert_eq!(test.post(&amina, &here.desk(&format!("outbox/{letter}/retry")), &[]).await.status, 404);
}

#[tokio::test]
async fn news_is_declined_by_its_link_and_by_no_other() {
    let (test, here) = start(AFTERWARDS).await;
    let mut tx = test.app.db.write().await.unwrap();
    let dalia = people::NewPerson {
        name: "Dalia".to_owned(),
        email: "dalia@cast.example".parse().unwrap(),
        country: None,
        organisation: String::new(),
        language: Language::ENGLISH,
        invented: true,
    };
    let person = people::find_or_make(&mut tx, here.edition.id, &dalia).await.unwrap();
    let first = letters::news(&test.app, &mut tx, here.edition.id, person, "News", "Something is new.").await.unwrap();
    tx.commit().await.unwrap();
    let mut conn = test.app.db.read().await.unwrap();
    let body = host::post::letter(&mut conn, first.unwrap()).await.unwrap().unwrap().body;
    let path = format!("/news/{}", body.rsplit("/news/").next().unwrap());

    let nobody = test.anybody();
    assert_eq!(test.get(&nobody, &path).await.status, 200, "looking changes nothing");
    assert_eq!(test.post(&nobody, "/news/guessed", &[]).await.status, 404);
    let mut tx = test.app.db.write().await.unwrap();
    assert!(letters::news(&test.app, &mut tx, here.edition.id, person, "News", "Newer.").await.unwrap().is_some());
    tx.commit().await.unwrap();
    assert_eq!(test.post(&nobody, &path, &[("wish", "stop")]).await.status, 303);
    let mut tx = test.app.db.write().await.unwrap();
    assert!(letters::news(&test.app, &mut tx, here.edition.id, person, "News", "Newest.").await.unwrap().is_none());
    drop(tx);
    let now: Timestamp = Clock::real();
    assert!(
        host::post::address(&mut conn, &"dalia@cast.example".parse().unwrap()).await.unwrap().unwrap().opted_out_at
            <= Some(now)
    );
}
