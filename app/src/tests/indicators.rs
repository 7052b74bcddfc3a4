//! Indicators over the whole house: how they fall apart in public, that nobody can be told by it, and that each equals
//! an independent count of what the edition's folder holds.

use std::sync::Arc;

use host::{
    figures::{Dimension, Scope},
    testing::TestApp,
};
use kernel::{Id, mark};
use report::protected::{Protected, protected};

use super::{AFTERWARDS, furnished};

mod recount;

async fn scope(test: &TestApp, edition: Id<mark::Edition>) -> Scope {
    let mut conn = test.app.db.read().await.unwrap();
    let zone = programme::edition(&mut conn, edition).await.unwrap().unwrap().time_zone();
    Scope::new(edition, test.app.clock.now(), &zone)
}

async fn shown(test: &TestApp, edition: Id<mark::Edition>) -> Arc<Protected> {
    let scope = scope(test, edition).await;
    protected(&test.app, scope).await.unwrap()
}

#[tokio::test]
async fn what_is_public_of_the_demonstration_exposes_nobody() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let shown = shown(&test, edition).await;
    assert!(shown.exposed().is_empty(), "{:?}", shown.exposed());
    let by = |key, dimension| {
        shown.by(key, dimension).map(|lines| lines.into_iter().map(|it| format!("{:?}", it.1)).collect::<Vec<_>>())
    };
    for key in ["training.participants", "summit.participants", "call.applicants"] {
        let countries = by(key, Dimension::Country).expect("countries are public in bands");
        assert!(countries.iter().all(|it| !it.starts_with("Exactly")), "{key}: {countries:?}");
        assert!(by(key, Dimension::Region).unwrap().iter().all(|it| it.starts_with("Exactly")), "{key}");
    }
    let gender = by("training.participants", Dimension::Gender).unwrap();
    assert!(
        gender.iter().filter(|it| *it == "Hidden").count() > 1,
        "one that is small is not kept back alone: {gender:?}"
    );
}
