//! What is told of groups: answers of a few together, and a correction beside the version before.

use db::sql;

use super::*;
use crate::tests::{AFTERWARDS, demonstration};

#[tokio::test]
async fn a_correction_of_a_whole_edition_is_decided_beside_the_version_before() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let scope = here.scope(test.app.clock.now());
    let decide = async |told: &[Published]| {
        let mut conn = test.app.db.read().await.unwrap();
        let counted = counted(&test.app, &mut conn, scope).await.unwrap();
        let owned = owned(&counted);
        Protected::decide(&counted, owned, told)
    };
    let before = decide(&[]).await;
    let told = before.told().unwrap().clone();
    let same = decide(std::slice::from_ref(&told)).await;
    assert_eq!(same.told(), Some(&told), "where nobody came or left, nothing else is told");

    let mut tx = test.app.db.write().await.unwrap();
    let one = sql!(
        "delete from participations where id in (select p.id from participations p
         join activities a on a.id = p.activity_id where a.kind = 'training' and p.role = 'participant'
         order by p.position limit 1)"
    );
    assert_eq!(tx.run(one, ()).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let after = decide(std::slice::from_ref(&told)).await;
    let key = |it: &str| format!("training.participants/party={it}");
    let exactly = |of: &Protected, it: &str| matches!(of.shown(&key(it)), Shown::Exactly(_));
    assert!(exactly(&before, "government") && exactly(&before, "civil-society"));
    assert!(!exactly(&after, "government") && !exactly(&after, "civil-society"));
}

#[tokio::test]
async fn readers_who_wait_for_a_decision_hold_no_connection() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let scope = here.scope(test.app.clock.now());
    let deciding = DECIDING.lock().await;
    let waiting: Vec<_> = (0..12)
        .map(|_| {
            let app = test.app.clone();
            tokio::spawn(async move { protected(&app, scope).await.unwrap().told().is_some() })
        })
        .collect();
    // Twelve readers wait, which is more than there are connections; other pages are served all the same.
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let mut others = Vec::new();
    for _ in 0..4 {
        let one = tokio::time::timeout(std::time::Duration::from_secs(2), test.app.db.read());
        others.push(one.await.expect("a connection is free").unwrap());
    }
    drop((deciding, others));
    for it in waiting {
        assert!(it.await.unwrap());
    }
}

#[test]
fn answers_of_a_few_are_told_together() {
    assert_eq!(answers([6, 7, 8, 40, 50]), [Some(6), Some(7), Some(8), Some(40), Some(50)]);
    assert_eq!(answers([0, 1, 3, 40, 57]), [None, None, None, Some(40), Some(57)]);
    assert_eq!(answers([9, 9, 9, 2, 7]), [Some(9), Some(9), Some(9), None, None]);
}
