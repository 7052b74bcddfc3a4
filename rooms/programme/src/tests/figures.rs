//! What this room counts, and from when on.

use host::figures::Scope;

use super::Desk;
use crate::indicators;

async fn figures(desk: &Desk, as_of: &str) -> Vec<(&'static str, Option<i64>, usize)> {
    let scope = Scope { edition: desk.here.edition.id, as_of: as_of.parse().unwrap() };
    let mut conn = desk.test.app.db.read().await.unwrap();
    let mut figures = Vec::new();
    for it in indicators() {
        let value = (it.compute)(&mut conn, scope).await.unwrap().map(|it| it.number);
        figures.push((it.key, value, (it.rows)(&mut conn, scope).await.unwrap().rows.len()));
    }
    figures
}

#[tokio::test]
async fn the_communique_is_counted_once_it_was_presented() {
    let desk = Desk::open().await;
    let before = figures(&desk, "2025-12-16T02:00:00Z").await;
    assert_eq!(before[..2], [("communique.count", None, 0), ("communique.recommendations", None, 0)]);
    let after = figures(&desk, "2025-12-17T02:00:00Z").await;
    assert_eq!(after[..2], [("communique.count", Some(1), 1), ("communique.recommendations", Some(2), 2)]);
}

#[tokio::test]
async fn a_report_is_planned_for_each_series_while_the_study_is_announced() {
    let desk = Desk::open().await;
    assert_eq!(figures(&desk, "2026-02-02T02:00:00Z").await[2], ("reports.planned", None, 0), "nothing is announced");
    let mut tx = desk.test.app.db.write().await.unwrap();
    tx.run(
        db::sql!(
            "update activities set kind = 'research', status = 'planned' where edition_id = $1 and key = 'training'"
        ),
        (&desk.here.edition.id,),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(figures(&desk, "2026-02-02T02:00:00Z").await[2], ("reports.planned", Some(1), 1));
    assert_eq!(figures(&desk, "2025-04-20T02:00:00Z").await[2], ("reports.planned", None, 0), "the series is not over");
}
