//! Accounts that are erased, and who may do it.

use host::{Role, access, journal::Entry, post, testing::Member};
use kernel::Id;

use super::Desk;

/// Dalia, whose account the secretariat opened and whose role has ended, with a letter and a signed-in browser.
async fn former_member(desk: &Desk) -> Member {
    let amina = desk.amina.account.unwrap().to_string();
    let role = [("email", "dalia@cast.example"), ("name", "Dalia"), ("role", "auditor"), ("deputy_of", "")];
    desk.act("team", &role).await;
    let dalia = desk.test.member("Dalia", None, None).await;
    let (account, edition) = (dalia.account.unwrap(), desk.here.edition.id);
    let bao = [("email", "bao@cast.example"), ("name", "Bao"), ("role", "secretariat"), ("deputy_of", amina.as_str())];
    desk.act("team", &bao).await;
    let mut tx = desk.test.app.db.write().await.unwrap();
    let grants = access::grants_of_edition(&mut tx, edition, desk.here.programme.id).await.unwrap();
    let grant = grants.iter().find(|it| it.account_id == account).unwrap().id;
    post::opt_out(&mut tx, &"dalia@cast.example".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    desk.act(&format!("team/roles/{grant}/end"), &[]).await;
    dalia
}

fn path(who: &Member) -> String {
    format!("team/people/{}/erase", who.account.unwrap())
}

const YES: [(&str, &str); 1] = [("confirmed", "yes")];

#[tokio::test]
async fn an_erased_account_leaves_one_somebody_without_name_or_address() {
    let desk = Desk::open().await;
    let dalia = former_member(&desk).await;
    let (account, edition) = (dalia.account.unwrap(), desk.here.edition.id);
    let mut tx = desk.test.app.db.write().await.unwrap();
    Entry::by_account(account, "journal-programme-clock-set").within(edition).write(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(desk.page("team").await.contains(&desk.here.desk(&path(&dalia))));

    let asked = desk.page(&path(&dalia)).await;
    for words in ["dalia@cast.example", "one letter", "2 names in the journal"] {
        assert!(asked.contains(words), "{words} in {asked}");
    }
    assert_eq!(desk.send(&path(&dalia), &[]).await.status, 422, "it must be confirmed");
    desk.act(&path(&dalia), &YES).await;

    for page in ["team", "journal", "journal?kind=account"] {
        let shown = desk.page(page).await;
        assert!(!shown.to_lowercase().contains("dalia"), "{page}: {shown}");
    }
    let journal = desk.page("journal").await;
    assert_eq!(journal.matches("<strong><bdi>— ").count(), 1, "what was done is done by one somebody: {journal}");
    assert!(journal.contains("erased the account of somebody who left"));
    let mut conn = desk.test.app.db.read().await.unwrap();
    let letters = post::outbox(&mut conn, edition, 0, 50).await.unwrap();
    assert!(letters.iter().all(|it| !format!("{}{}{}", it.to_address, it.to_name, it.body).contains("alia")));
    let row = access::account(&mut conn, account).await.unwrap().unwrap();
    assert!(row.email.as_str().ends_with("@erased.invalid") && row.ended_at.is_some());
    drop(conn);
    assert_eq!(desk.test.get(&dalia, &desk.here.desk("team")).await.status, 303, "signed in no more");
    let again = desk.send(&path(&dalia), &YES).await;
    assert!(again.status == 409 && again.text.contains("erased already"), "{}", again.text);
}

#[tokio::test]
async fn what_an_erased_address_declined_stays_declined_and_cannot_be_read() {
    let desk = Desk::open().await;
    let dalia = former_member(&desk).await;
    desk.act(&path(&dalia), &YES).await;

    let mut conn = desk.test.app.db.read().await.unwrap();
    let kept: Vec<String> = conn.values(db::sql!("select address as value from addresses"), ()).await.unwrap();
    assert!(kept.len() == 1 && kept[0].starts_with("hmac:"), "{kept:?}");
    let known = post::address(&mut conn, &"Dalia@cast.example".parse().unwrap()).await.unwrap();
    assert!(known.is_some_and(|it| it.opted_out_at.is_some()));
    drop(conn);

    let mut tx = desk.test.app.db.write().await.unwrap();
    post::opt_in(&mut tx, &"dalia@cast.example".parse().unwrap()).await.unwrap();
    let known = post::address(&mut tx, &"dalia@cast.example".parse().unwrap()).await.unwrap();
    assert!(known.is_some_and(|it| it.opted_out_at.is_none()), "they may ask for news again");
}

#[tokio::test]
async fn whoever_holds_a_role_or_was_of_another_edition_is_not_erased_here() {
    let desk = Desk::open().await;
    let chidi = desk.test.member("Chidi", Some(Role::Participant), Some(desk.here.edition.id)).await;
    let answer = desk.send(&path(&chidi), &YES).await;
    assert!(answer.status == 409 && answer.text.contains("still hold a role"), "{}", answer.text);

    let edu = desk.edu().await;
    assert_eq!(desk.send(&path(&edu), &YES).await.status, 404, "nobody of this team");
    let nobody = format!("team/people/{}/erase", Id::<kernel::mark::Account>::new());
    assert_eq!(desk.send(&nobody, &YES).await.status, 404);
}

#[tokio::test]
async fn only_the_secretariat_erases_an_account() {
    let desk = Desk::open().await;
    let dalia = former_member(&desk).await;
    let edu = desk.edu().await;
    let auditor = desk.test.member("Chidi", Some(Role::Auditor), Some(desk.here.edition.id)).await;
    let at = desk.here.desk(&path(&dalia));

    for (who, status) in [(&edu, 404), (&auditor, 403)] {
        assert_eq!(desk.test.get(who, &at).await.status, status, "{}", who.name);
        assert_eq!(desk.test.post(who, &at, &YES).await.status, status, "{}", who.name);
    }
    assert!(!desk.test.get(&auditor, &desk.here.desk("team")).await.text.contains("/erase"));

    assert!(desk.page("team").await.contains("dalia@cast.example"), "nothing was erased");
}
