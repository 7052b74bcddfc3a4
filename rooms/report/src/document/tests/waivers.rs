//! Findings that are lived with: for a reason, by who may, and taken back.

use host::Role;
use ui::form::Filled;

use super::{amina, begun, hidden};
use crate::{
    document::{self, actions::waiver},
    tests::{AFTERWARDS, edu, small},
};

#[tokio::test]
async fn a_waiver_needs_a_reason_and_a_secretariat_and_ends() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let (actor, stranger) = super::actor_and_stranger(&test, &here).await;
    let empty = Filled::default().with("finding", "f1");
    let reasoned = empty.clone().with("reason_en", "The place was confirmed by letter.");
    assert!(waiver::waive(&test.app, &stranger, &here, "final", &reasoned).await.is_err());
    assert_eq!(
        waiver::waive(&test.app, &actor, &here, "final", &empty).await.unwrap().unwrap_err(),
        [document::DocumentRefusal::NoReason]
    );
    waiver::waive(&test.app, &actor, &here, "final", &reasoned).await.unwrap().unwrap();
    assert_eq!(
        waiver::waive(&test.app, &actor, &here, "final", &reasoned).await.unwrap().unwrap_err(),
        [document::DocumentRefusal::WaivedAlready]
    );
    let mut conn = test.app.db.read().await.unwrap();
    let report = document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap();
    let standing = document::waivers(&mut conn, report.id).await.unwrap();
    assert_eq!(standing.len(), 1);
    assert!(waiver::end(&test.app, &stranger, &here, "final", standing[0].id).await.is_err());
    waiver::end(&test.app, &actor, &here, "final", standing[0].id).await.unwrap();
    assert!(document::waivers(&mut conn, report.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_waived_or_ended_last_is_taken_back_and_nothing_later_is_lost() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let findings = here.desk("reports/final/findings");
    let standing = async || {
        let mut conn = test.app.db.read().await.unwrap();
        let report = document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap();
        let waivers = document::waivers(&mut conn, report.id).await.unwrap();
        waivers.into_iter().map(|it| it.finding).collect::<Vec<_>>()
    };
    let waive = async |finding: &str| {
        let fields = [("finding", finding), ("reason_en", "Confirmed by letter."), ("reason_fr", "Confirmé.")];
        test.post(&amina, &format!("{findings}/waive"), &fields).await.status
    };
    let undo = async |was: &str| test.post(&amina, &format!("{findings}/undo"), &[("was", was)]).await;
    let seen = async || hidden(&test.get(&amina, &findings).await, "was");
    assert!(!test.get(&amina, &findings).await.text.contains("Undo the last change"));
    assert_eq!(undo("").await.status, 409);

    assert_eq!(waive("f1").await, 303);
    assert_eq!(undo(&seen().await).await.status, 303);
    assert!(standing().await.is_empty());
    assert_eq!(undo(&seen().await).await.status, 303, "undoing twice does it again");
    assert_eq!(standing().await, ["f1"]);

    let early = seen().await;
    assert_eq!(waive("f2").await, 303);
    let late = undo(&early).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Somebody else"), "{}", late.text);
    assert_eq!(standing().await, ["f1", "f2"]);

    let was = seen().await;
    let auditor = test.member("Gaia", Some(Role::Auditor), Some(here.edition.id)).await;
    let path = format!("{findings}/undo");
    assert_eq!(test.post(&edu(&test).await, &path, &[("was", &was)]).await.status, 404);
    assert_eq!(test.post(&auditor, &path, &[("was", &was)]).await.status, 403);
    assert_eq!(standing().await, ["f1", "f2"]);
    assert!(test.get(&amina, &here.desk("reports/final")).await.text.contains("waived a finding"));
}
