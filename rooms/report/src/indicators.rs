//! The figure that joins the other rooms': everybody whom the edition engaged.

use db::Conn;
use host::{
    Result,
    figures::{Display, Indicator, Scope, Trace, Value},
};

/// The figures that are added up: participants, people present at webinars, speakers and resource persons.
const ADDED: [&str; 3] = ["people.engaged-participants", "webinars.people", "speakers.count"];

/// What can be counted here.
pub fn indicators() -> Vec<Indicator> {
    vec![Indicator {
        key: "edition.engaged",
        title: "report-engaged",
        definition: "report-engaged-definition",
        display: Display::AtLeast(10),
        compute: |conn, scope| Box::pin(engaged(conn, scope)),
        rows: |conn, scope| Box::pin(engaged_rows(conn, scope)),
    }]
}

fn added() -> impl Iterator<Item = Indicator> {
    let known = people::indicators().into_iter().chain(agenda::indicators());
    known.filter(|it| ADDED.contains(&it.key))
}

/// The sum; a person who stands in two groups counts in both, and the definition says so.
async fn engaged(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let mut number = 0;
    for it in added() {
        number += (it.compute)(conn, scope).await?.map_or(0, |it| it.number);
    }
    Ok(Some(Value { number, of: None }).filter(|it| it.number > 0))
}

/// The rows of each group, with the key of the figure that counts it before them.
async fn engaged_rows(conn: &mut Conn, scope: Scope) -> Result<Trace> {
    let mut rows = Vec::new();
    for it in added() {
        let group = (it.rows)(conn, scope).await?.rows.into_iter();
        rows.extend(group.map(|row| vec![it.key.to_owned(), row.first().cloned().unwrap_or_default()]));
    }
    Ok(Trace { columns: vec!["report-column-figure", "report-column-counted"], rows })
}
