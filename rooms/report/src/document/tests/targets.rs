//! What an indicator is to reach: set by who may, and set back.

use host::Role;
use ui::form::Filled;

use super::{amina, hidden};
use crate::{
    document::{self, DocumentRefusal, actions::target},
    tests::{AFTERWARDS, edu, small},
};

#[tokio::test]
async fn a_target_is_set_changed_and_taken_away_by_the_secretariat_alone() {
    let (test, here) = small(AFTERWARDS).await;
    let (amina, edu) = super::actor_and_stranger(&test, &here).await;
    let key = "training.participants";
    let unset = ui::digest(&target::words(None));
    let sent = Filled::default().with("target", "1,200").with("due_on", "2025-12-04").with("was", unset);

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

#[tokio::test]
async fn a_target_is_set_back_to_what_it_was_and_never_over_a_later_one() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let page = here.desk("figures/training.participants");
    let path = format!("{page}/target");
    let standing = async || {
        let targets = document::targets(&mut test.app.db.read().await.unwrap(), here.edition.id).await.unwrap();
        targets.first().map(|it| it.target)
    };
    let seen = async || hidden(&test.get(&amina, &page).await, "was");
    let set = async |was: &str, target: &str| test.post(&amina, &path, &[("was", was), ("target", target)]).await;
    let undo = async |was: &str| test.post(&amina, &format!("{path}/undo"), &[("was", was)]).await.status;
    assert!(!test.get(&amina, &page).await.text.contains("Undo the last change"));
    assert_eq!(undo(&seen().await).await, 409, "nothing has been set yet");

    let unset = seen().await;
    assert_eq!(set(&unset, "100").await.status, 303);
    let slow = set(&unset, "90").await;
    assert_eq!(slow.status, 409);
    assert!(slow.text.contains("On record now") && slow.text.contains("value=\"90\""), "{}", slow.text);
    assert_eq!(set(&seen().await, "120").await.status, 303);
    assert_eq!(undo(&seen().await).await, 303);
    assert_eq!(standing().await, Some(100));
    assert_eq!(test.post(&amina, &format!("{path}/remove"), &[]).await.status, 303);
    assert_eq!((standing().await, undo(&seen().await).await, standing().await), (None, 303, Some(100)));

    let early = seen().await;
    assert_eq!(set(&early, "130").await.status, 303);
    assert_eq!((undo(&early).await, standing().await), (409, Some(130)));
    let was = seen().await;
    let auditor = test.member("Gaia", Some(Role::Auditor), Some(here.edition.id)).await;
    let path = format!("{path}/undo");
    assert_eq!(test.post(&edu(&test).await, &path, &[("was", &was)]).await.status, 404);
    assert_eq!(test.post(&auditor, &path, &[("was", &was)]).await.status, 403);
    assert_eq!(standing().await, Some(130));
}
