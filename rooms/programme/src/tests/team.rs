//! Roles, people who leave, the journal and the clock.

use host::{Clock, Role, access, journal::Entry, post};
use kernel::Id;

use super::Desk;

#[tokio::test]
async fn a_deputy_gets_a_letter_and_a_last_day() {
    let desk = Desk::open().await;
    let amina = desk.amina.account.unwrap().to_string();
    let fields = [
        ("email", "Bao@Cast.example"),
        ("name", "Bao"),
        ("role", "secretariat"),
        ("language", "fr"),
        ("until", "2999-12-31"),
        ("deputy_of", amina.as_str()),
    ];
    desk.act("team", &fields).await;
    let page = desk.page("team").await;
    assert!(page.contains("stands in for Amina") && page.contains("31 December 2999"));

    let mut conn = desk.test.app.db.read().await.unwrap();
    let letters = post::outbox(&mut conn, desk.here.edition.id, 0, 10).await.unwrap();
    assert_eq!((letters.len(), letters[0].kind.as_str()), (1, "programme.welcome"));
    for words in ["Secrétariat", "Vous remplacez Amina", "31 décembre 2999", "/fr/sign-in", "Bao@cast.example"] {
        assert!(letters[0].body.contains(words), "{words} in {}", letters[0].body);
    }
    drop(conn);

    assert_eq!(desk.send("team", &fields).await.status, 422, "the same role twice");
    let bad = [("email", "nobody"), ("name", ""), ("role", "king"), ("until", "2001-01-01"), ("deputy_of", "")];
    let answer = desk.send("team", &bad).await;
    for field in ["email", "name", "role", "until"] {
        assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(answer.text.contains("value=\"nobody\""), "what was written is kept");
}

#[tokio::test]
async fn a_departing_member_is_asked_about_and_then_holds_nothing() {
    let desk = Desk::open().await;
    let edition = desk.here.edition.id;
    let dalia = desk.test.member("Dalia", Some(Role::Auditor), Some(edition)).await;
    let path = format!("team/people/{}/end", dalia.account.unwrap());
    assert_eq!(desk.test.get(&dalia, &desk.here.desk("team")).await.status, 200);

    let page = desk.page(&path).await;
    assert!(page.contains("Auditor") && page.contains("One signed-in browser"));
    desk.act(&path, &[]).await;

    assert_eq!(desk.test.get(&dalia, &desk.here.desk("team")).await.status, 303, "signed in no more");
    let mut conn = desk.test.app.db.read().await.unwrap();
    assert!(access::holdings(&mut conn, dalia.account.unwrap()).await.unwrap().is_empty());
    drop(conn);
    assert!(desk.page("journal").await.contains("ended the account of somebody who left"));
    let again = desk.send("team", &[("email", "dalia@cast.example"), ("name", "Dalia"), ("role", "auditor")]).await;
    assert!(again.status == 422 && again.text.contains("was ended and stays so"));
}

#[tokio::test]
async fn the_last_of_the_secretariat_stays_and_a_deputy_for_a_time_does_not_count() {
    let desk = Desk::open().await;
    let edition = desk.here.edition.id;
    let fields = [("email", "bao@cast.example"), ("name", "Bao"), ("role", "secretariat"), ("until", "2999-12-31")];
    desk.act("team", &fields).await;
    let role_of = |name: &'static str| {
        let (app, programme) = (desk.test.app.clone(), desk.here.programme.id);
        async move {
            let mut conn = app.db.read().await.unwrap();
            let grants = access::grants_of_edition(&mut conn, edition, programme).await.unwrap();
            grants.into_iter().find(|it| it.name == name && it.ended_at.is_none()).unwrap()
        }
    };
    let amina = role_of("Amina").await;
    let account = format!("team/people/{}/end", amina.account_id);
    let role = format!("team/roles/{}/end", amina.id);
    for path in [&account, &role] {
        let answer = desk.send(path, &[]).await;
        assert!(answer.status == 409 && answer.text.contains("Nobody would be left"), "{path}");
    }
    assert_eq!(role_of("Amina").await.id, amina.id, "nothing was ended");

    desk.test.member("Chidi", Some(Role::Secretariat), Some(edition)).await;
    desk.act(&role, &[]).await;
    assert_eq!(desk.test.get(&desk.amina, &desk.here.desk("team")).await.status, 404, "the role is over at once");
}

#[tokio::test]
async fn nobody_ends_a_role_that_reaches_into_an_edition_of_others() {
    let desk = Desk::open().await;
    let everywhere = desk.test.member("Bao", Some(Role::Secretariat), None).await;
    let mut tx = desk.test.app.db.write().await.unwrap();
    tx.run(
        db::sql!(
            "insert into editions (id, programme_id, key, title, lede, starts_on, ends_on, zone, languages, cofunding,
                                   contributors_as_of, reported_on, demonstration, imported_at)
             select $1, programme_id, '2024', title, lede, starts_on, ends_on, zone, languages, cofunding,
                    contributors_as_of, reported_on, demonstration, imported_at from editions"
        ),
        (&Id::<kernel::mark::Edition>::new(),),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let path = format!("team/people/{}/end", everywhere.account.unwrap());
    let answer = desk.send(&path, &[]).await;
    assert!(answer.status == 409 && answer.text.contains("for which you do not answer"));
}

#[tokio::test]
async fn the_journal_is_filtered_paged_and_says_what_was_erased() {
    let desk = Desk::open().await;
    let person: Id<kernel::mark::Person> = Id::new();
    let mut tx = desk.test.app.db.write().await.unwrap();
    Entry::by_nobody("journal-people-corrected", "person", person)
        .within(desk.here.edition.id)
        .personal("name", Some("Chidi".to_owned()), Some("Chidi O.".to_owned()), person)
        .write(&mut tx)
        .await
        .unwrap();
    host::journal::erase(&mut tx, person, Clock::real()).await.unwrap();
    tx.commit().await.unwrap();
    for day in ["before-training", "afterwards"].iter().cycle().take(52) {
        desk.act("clock", &[("day", day)]).await;
    }

    let first = desk.page("journal").await;
    assert_eq!(first.matches("set the demonstration’s clock").count(), 50);
    assert!(first.contains("rel=\"next\"") && !first.contains("rel=\"prev\""));
    let second = desk.page("journal?page=2").await;
    assert!(second.contains("rel=\"prev\"") && !second.contains("rel=\"next\""));
    assert!(second.contains("Nobody who was signed in") && second.contains("erased together with the person’s data"));

    let people = desk.page("journal?kind=person").await;
    assert!(!people.contains("set the demonstration’s clock") && !people.contains("Chidi"));
    let amina = desk.page(&format!("journal?who={}&page=2", desk.amina.account.unwrap())).await;
    assert_eq!(amina.matches("set the demonstration’s clock").count(), 2);
    assert!(desk.page("journal?day=2001-01-01").await.contains("No line fits"));
}

#[tokio::test]
async fn the_demonstrations_clock_is_set_and_found_again_at_the_next_start() {
    let desk = Desk::open().await;
    let at = |moment: &str| moment.parse::<jiff::Timestamp>().unwrap();
    crate::restore_clock(&desk.test.app).await.unwrap();
    assert_eq!(desk.test.app.clock.now(), at("2026-02-02T02:00:00Z"), "the usual day");

    desk.act("clock", &[("day", "before-training")]).await;
    assert_eq!(desk.test.app.clock.now(), at("2025-10-13T02:00:00Z"));
    assert!(desk.page("clock").await.contains("Shown now"));
    assert_eq!(desk.send("clock", &[("day", "doomsday")]).await.status, 422);

    desk.test.app.clock.set(None);
    crate::restore_clock(&desk.test.app).await.unwrap();
    assert_eq!(desk.test.app.clock.now(), at("2025-10-13T02:00:00Z"), "the day that was set");
}

#[tokio::test]
async fn outside_a_demonstration_nobody_sets_the_clock() {
    let desk = Desk::open_as(false).await;
    assert_eq!(desk.test.get(&desk.amina, &desk.here.desk("clock")).await.status, 404);
    assert_eq!(desk.send("clock", &[("day", "afterwards")]).await.status, 404);
    let before = desk.test.app.clock.now();
    crate::restore_clock(&desk.test.app).await.unwrap();
    assert_eq!(desk.test.app.clock.now(), before);
}
