//! Versions side by side: what somebody learns who has both.

use db::sql;
use disclosure::{Published, Shown};
use host::testing::TestApp;
use kernel::Id;
use programme::Here;

use super::{published, run, with_reports};
use crate::{publication::store, tests::AFTERWARDS};

/// Somebody takes part in the training.
async fn takes_part(test: &TestApp, here: &Here, party: &str, country: &str) {
    let person: Id<kernel::mark::Person> = Id::new();
    let mut tx = test.app.db.write().await.unwrap();
    tx.run(
        sql!(
            "insert into people (id, edition_id, key, file, name, printed, office, organisation, country, invented,
                                 position)
             values ($1, $2, $3, 'here', 'Somebody', 'SOMEBODY', '{}', '', $4, true, 1)"
        ),
        (&person, &here.edition.id, &person.to_string(), country),
    )
    .await
    .unwrap();
    tx.run(
        sql!(
            "insert into participations (id, edition_id, activity_id, person_id, role, party, since, position)
             select $1, edition_id, id, $2, 'participant', $3, '2025-10-06T03:04:59Z', 1
             from activities where key = 'training'"
        ),
        (&Id::<kernel::mark::Person>::new(), &person, party),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn two_versions_side_by_side_do_not_tell_who_came_between_them() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    for (party, country, people) in
        [("civil-society", "MY", 12), ("civil-society", "DK", 10), ("government", "MY", 9), ("government", "DK", 20)]
    {
        for _ in 0..people {
            takes_part(&test, &here, party, country).await;
        }
    }
    published(&test, &here).await;
    takes_part(&test, &here, "civil-society", "MY").await;
    published(&test, &here).await;

    let mut conn = test.app.db.read().await.unwrap();
    let told: Vec<Published> =
        store::tellings(&mut conn, here.edition.id).await.unwrap().into_iter().map(|it| it.told.0).collect();
    let told_of = |key: &str| [told[0].shown(key), told[1].shown(key)];
    // With Chidi and Dalia: everybody may know that one came, and nobody of which group or from where.
    assert_eq!(told_of("training.participants"), [Shown::Exactly(53), Shown::Exactly(54)]);
    assert_eq!(told_of("training.participants/party=civil-society"), [Shown::Exactly(23), Shown::Hidden]);
    assert_ne!(told_of("training.participants/region=asia")[1], Shown::Exactly(23));
    let page = test.get(&test.anybody(), "/example/2025/figures/training.participants").await;
    assert_eq!(page.status, 200);
    assert!(!page.text.contains(">24<"), "{}", page.text);
}

#[tokio::test]
async fn a_correction_of_words_alone_tells_of_groups_what_was_told_before() {
    let (test, here, _) = with_reports(AFTERWARDS).await;
    for _ in 0..12 {
        takes_part(&test, &here, "civil-society", "MY").await;
        takes_part(&test, &here, "government", "DK").await;
    }
    published(&test, &here).await;
    run(
        &test,
        sql!("update chapters set title = '{\"en\": \"The cohort\", \"fr\": \"La cohorte\"}' where key = 'training'"),
    )
    .await;
    published(&test, &here).await;
    let mut conn = test.app.db.read().await.unwrap();
    let told = store::tellings(&mut conn, here.edition.id).await.unwrap();
    assert_eq!(told[0].told.0, told[1].told.0);
    assert_eq!(told[1].told.0.shown("training.participants/party=government"), Shown::Exactly(13));
}
