//! Who may do what: Edu, a participant, an auditor, Amina.

use host::{Role, access, testing::Member};

use super::{Desk, value};
use crate::store;

/// Every act of this room with what would make it succeed.
async fn acts(desk: &Desk) -> Vec<(String, Vec<(&'static str, String)>)> {
    let mut conn = desk.test.app.db.read().await.unwrap();
    let summit = store::activity(&mut conn, desk.here.edition.id, "summit").await.unwrap().unwrap();
    let partnership = store::partnerships(&mut conn, desk.here.edition.id).await.unwrap()[0].id;
    let grants = access::grants_of_edition(&mut conn, desk.here.edition.id, desk.here.programme.id).await.unwrap();
    let dalia = grants.iter().find(|it| it.name == "Dalia").unwrap();
    drop(conn);
    let was = value(&desk.page("activities/summit").await, "was");
    let mut values: Vec<(&str, String)> = crate::fields::words(&summit).into_iter().collect();
    values.push(("was", was.clone()));
    let words =
        |fields: &[(&'static str, &str)]| fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let text_was = value(&desk.page("texts/about").await, "was");
    vec![
        ("activities/summit".to_owned(), values),
        ("activities/summit/undo".to_owned(), words(&[("was", &was)])),
        ("activities/summit/key".to_owned(), words(&[("key", "finale")])),
        ("partnerships".to_owned(), words(&[("organisation", "ministry"), ("role", "partner")])),
        (format!("partnerships/{partnership}/up"), Vec::new()),
        (format!("partnerships/{partnership}/down"), Vec::new()),
        (format!("partnerships/{partnership}/remove"), Vec::new()),
        ("texts/about".to_owned(), words(&[("was", &text_was), ("text_en", "x")])),
        ("texts/about".to_owned(), words(&[("do", "preview"), ("was", &text_was), ("text_en", "x")])),
        ("texts/about/undo".to_owned(), words(&[("was", &text_was)])),
        ("team".to_owned(), words(&[("email", "x@cast.example"), ("name", "X"), ("role", "auditor")])),
        (format!("team/roles/{}/end", dalia.id), Vec::new()),
        (format!("team/people/{}/end", dalia.account_id), Vec::new()),
        ("clock".to_owned(), words(&[("day", "afterwards")])),
    ]
}

const READ: [&str; 8] =
    ["activities", "activities/summit", "partnerships", "texts", "texts/about", "team", "journal", "clock"];

/// Sends every act as somebody and expects the same answer to each, and that nothing was done.
async fn nothing_is_done(desk: &Desk, who: &Member, status: u16) {
    let lines = desk.journal_lines().await;
    for (path, fields) in acts(desk).await {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = desk.test.post(who, &desk.here.desk(&path), &fields).await;
        assert_eq!(answer.status, status, "{} sends {path}", who.name);
    }
    assert_eq!(desk.journal_lines().await, lines, "nothing was done");
}

/// A desk on which there is something to undo, and Dalia, whose role could be ended.
async fn busy_desk() -> Desk {
    let desk = Desk::open().await;
    desk.test.member("Dalia", Some(Role::Auditor), Some(desk.here.edition.id)).await;
    let was = value(&desk.page("texts/about").await, "was");
    desk.act("texts/about", &[("was", &was), ("text_en", "Anew."), ("text_fr", "")]).await;
    let mut conn = desk.test.app.db.read().await.unwrap();
    let summit = store::activity(&mut conn, desk.here.edition.id, "summit").await.unwrap().unwrap();
    drop(conn);
    let was = value(&desk.page("activities/summit").await, "was");
    let mut fields: Vec<(&str, String)> = crate::fields::words(&summit).into_iter().collect();
    fields[0].1 = "Another summit".to_owned();
    fields.push(("was", was));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    desk.act("activities/summit", &fields).await;
    desk
}

#[tokio::test]
async fn edu_meets_nothing_and_changes_nothing() {
    let desk = busy_desk().await;
    let edu = desk.edu().await;
    for path in READ {
        assert_eq!(desk.test.get(&edu, &desk.here.desk(path)).await.status, 404, "{path}");
    }
    nothing_is_done(&desk, &edu, 404).await;
}

#[tokio::test]
async fn a_participant_is_not_told_that_there_is_a_desk() {
    let desk = busy_desk().await;
    let chidi = desk.test.member("Chidi", Some(Role::Participant), Some(desk.here.edition.id)).await;
    for path in READ {
        assert_eq!(desk.test.get(&chidi, &desk.here.desk(path)).await.status, 404, "{path}");
    }
    nothing_is_done(&desk, &chidi, 404).await;
}

#[tokio::test]
async fn an_auditor_sees_everything_and_changes_nothing() {
    let desk = busy_desk().await;
    let bao = desk.test.member("Bao", Some(Role::Auditor), Some(desk.here.edition.id)).await;
    for path in &READ[..7] {
        let answer = desk.test.get(&bao, &desk.here.desk(path)).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.text.contains("method=\"post\""), "{path} offers nothing to change");
    }
    nothing_is_done(&desk, &bao, 403).await;
}

#[tokio::test]
async fn amina_can_do_each_of_these_acts() {
    for at in 0..14 {
        let desk = busy_desk().await;
        let (path, fields) = acts(&desk).await.swap_remove(at);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let status = desk.send(&path, &fields).await.status;
        assert!(matches!(status, 200 | 303), "{path}: {status}");
    }
}
