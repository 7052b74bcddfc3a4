//! What this room can count.

use std::collections::BTreeMap;

use host::{
    Result,
    figures::{Display, Indicator, Scope, Trace, Value},
};
use kernel::{Country, Language};

use crate::{
    model::{Activity, ActivityKind, Communique, Status},
    store,
};

/// The figures of this room.
pub fn indicators() -> Vec<Indicator> {
    vec![
        Indicator {
            key: "communique.count",
            title: "programme-figure-communiques",
            definition: "programme-figure-communiques-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(async move { Ok(presented(conn, scope).await?.map(|_| count(1))) }),
            rows: |conn, scope| Box::pin(async move { communique_rows(conn, scope).await }),
        },
        Indicator {
            key: "communique.recommendations",
            title: "programme-figure-recommendations",
            definition: "programme-figure-recommendations-definition",
            display: Display::Exact,
            compute: |conn, scope| {
                Box::pin(async move { Ok(some(recommendation_rows(conn, scope).await?.rows.len())) })
            },
            rows: |conn, scope| Box::pin(async move { recommendation_rows(conn, scope).await }),
        },
        Indicator {
            key: "reports.planned",
            title: "programme-figure-reports",
            definition: "programme-figure-reports-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(async move { Ok(some(report_rows(conn, scope).await?.rows.len())) }),
            rows: |conn, scope| Box::pin(async move { report_rows(conn, scope).await }),
        },
    ]
}

fn count(number: usize) -> Value {
    Value { number: i64::try_from(number).unwrap_or(i64::MAX), of: None }
}

/// Nothing to count is no figure, never a nought.
fn some(number: usize) -> Option<Value> {
    Some(number).filter(|it| *it > 0).map(count)
}

/// The communiqué, once it was presented.
async fn presented(conn: &mut db::Conn, scope: Scope) -> Result<Option<Communique>> {
    let Some(edition) = store::edition(conn, scope.edition).await? else { return Ok(None) };
    let today = edition.today(scope.as_of);
    Ok(store::communique(conn, scope.edition).await?.filter(|it| it.presented_on <= today))
}

async fn communique_rows(conn: &mut db::Conn, scope: Scope) -> Result<Trace> {
    let rows = presented(conn, scope).await?.into_iter();
    Ok(Trace {
        columns: vec!["programme-column-title", "programme-column-adopted", "programme-column-presented"],
        rows: rows
            .map(|it| {
                vec![
                    it.title.best(Language::ENGLISH).1.to_owned(),
                    it.adopted_on.to_string(),
                    it.presented_on.to_string(),
                ]
            })
            .collect(),
    })
}

async fn recommendation_rows(conn: &mut db::Conn, scope: Scope) -> Result<Trace> {
    let columns = vec!["programme-column-number", "programme-column-title"];
    if presented(conn, scope).await?.is_none() {
        return Ok(Trace { columns, rows: Vec::new() });
    }
    let rows = store::recommendations(conn, scope.edition).await?;
    let rows =
        rows.iter().map(|it| vec![it.number.to_string(), it.title.best(Language::ENGLISH).1.to_owned()]).collect();
    Ok(Trace { columns, rows })
}

/// One row for each country whose series has ended, if a study is announced that will report on them.
async fn report_rows(conn: &mut db::Conn, scope: Scope) -> Result<Trace> {
    let columns = vec!["programme-column-country", "programme-column-series"];
    let Some(edition) = store::edition(conn, scope.edition).await? else {
        return Ok(Trace { columns, rows: Vec::new() });
    };
    let activities = store::activities(conn, scope.edition).await?;
    let announced = activities.iter().any(|it| it.kind == ActivityKind::Research && it.status == Status::Planned);
    let held = |it: &&Activity| it.kind == ActivityKind::Series && it.ends_on <= edition.today(scope.as_of);
    let mut series: BTreeMap<Country, Vec<&str>> = BTreeMap::new();
    for it in activities.iter().filter(held).filter(|_| announced) {
        if let Some(country) = it.country {
            series.entry(country).or_default().push(it.title.best(Language::ENGLISH).1);
        }
    }
    Ok(Trace {
        columns,
        rows: series.into_iter().map(|(country, titles)| vec![country.to_string(), titles.join("; ")]).collect(),
    })
}
