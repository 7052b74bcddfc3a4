//! What an indicator is to reach, set by who may.

use ui::form::Filled;

use crate::{
    document::{self, DocumentRefusal, actions::target},
    tests::{AFTERWARDS, small},
};

#[tokio::test]
async fn a_target_is_set_changed_and_taken_away_by_the_secretariat_alone() {
    let (test, here) = small(AFTERWARDS).await;
    let (amina, edu) = super::actor_and_stranger(&test, &here).await;
    let key = "training.participants";
    let sent = Filled::default().with("target", "1,200").with("due_on", "2025-12-04");

    assert!(target::set(&test.app, &edu, &here, key, &sent).await.is_err());
    assert!(target::set(&test.app, &amina, &here, "weather.today", &sent).await.is_err());
    let wrong = Filled::default().with("target", "many").with("due_on", "soon");
    let wrong = target::set(&test.app, &amina, &here, key, &wrong).await.unwrap().unwrap_err();
    assert_eq!(wrong, [DocumentRefusal::NoNumber("target"), DocumentRefusal::NoDay("due_on")]);

    target::set(&test.app, &amina, &here, key, &sent).await.unwrap().unwrap();
    let targets = async || document::targets(&mut test.app.db.read().await.unwrap(), here.edition.id).await.unwrap();
    let set = targets().await;
    assert_eq!((set[0].target, set[0].source.as_str(), set.len()), (1200, "here", 1));
    assert!(target::remove(&test.app, &edu, &here, key).await.is_err());
    target::remove(&test.app, &amina, &here, key).await.unwrap();
    assert!(targets().await.is_empty());
}
