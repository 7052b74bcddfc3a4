//! What this room counts, and from when on.

use std::path::Path;

use host::figures::{Register, trace, value};

use super::Desk;

async fn figures(desk: &Desk, as_of: &str) -> Vec<(String, Option<i64>, usize)> {
    let (app, scope) = (&desk.test.app, desk.here.scope(as_of.parse().unwrap()));
    let mut conn = app.db.read().await.unwrap();
    let mut figures = Vec::new();
    let indicators = Register::of_room(Path::new(env!("CARGO_MANIFEST_DIR")));
    for it in indicators.all(&mut conn, scope.edition).await.unwrap() {
        let value = value(app, &mut conn, scope, &it).await.unwrap().map(|it| it.number);
        let rows = trace(app, &mut conn, scope, &it).await.unwrap().rows.len();
        figures.push((it.key, value, rows));
    }
    figures
}

fn figure(key: &str, value: Option<i64>, rows: usize) -> (String, Option<i64>, usize) {
    (key.to_owned(), value, rows)
}

#[tokio::test]
async fn the_communique_is_counted_once_it_was_presented() {
    let desk = Desk::open().await;
    let before = figures(&desk, "2025-12-16T02:00:00Z").await;
    assert_eq!(before[..2], [figure("communique.count", None, 0), figure("communique.recommendations", None, 0)]);
    let after = figures(&desk, "2025-12-17T02:00:00Z").await;
    assert_eq!(after[..2], [figure("communique.count", Some(1), 1), figure("communique.recommendations", Some(2), 2)]);
}

#[tokio::test]
async fn a_report_is_planned_for_each_series_while_the_study_is_announced() {
    let desk = Desk::open().await;
    assert_eq!(
        figures(&desk, "2026-02-02T02:00:00Z").await[2],
        figure("reports.planned", None, 0),
        "nothing is announced"
    );
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
    assert_eq!(figures(&desk, "2026-02-02T02:00:00Z").await[2], figure("reports.planned", Some(1), 1));
    assert_eq!(
        figures(&desk, "2025-04-20T02:00:00Z").await[2],
        figure("reports.planned", None, 0),
        "the series is not over"
    );
}
