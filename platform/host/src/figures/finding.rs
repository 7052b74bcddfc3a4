//! Which: the rows behind figures, since when each counts, and how they fall apart.

use std::collections::BTreeMap;

use db::{Conn, Row};
use jiff::{Timestamp, civil::Date};
use kernel::Text;
use uuid::Uuid;

use super::{
    Dimension, Indicator, Scope,
    counting::{Query, all_parts},
    trace::{Cell, Column, Kind, Trace, TraceRow},
};
use crate::{App, Result};

/// The rows behind a figure; for a composed one those of its parts, each with the key of its part before it.
pub async fn trace(app: &App, conn: &mut Conn, scope: Scope, of: &Indicator) -> Result<Trace> {
    Ok(traces(app, conn, scope, std::slice::from_ref(of)).await?.pop().unwrap_or_default())
}

/// The rows behind figures, in their order: a statement for each query, however many figures are composed of it.
pub async fn traces(app: &App, conn: &mut Conn, scope: Scope, of: &[Indicator]) -> Result<Vec<Trace>> {
    let parts = all_parts(&app.assembly.indicators, conn, scope.edition, of).await?;
    let mut known: BTreeMap<&str, Trace> = BTreeMap::new();
    for it in of.iter().chain(&parts) {
        if let Some(query) = it.query() {
            known.insert(&it.key, rows(conn, scope, it, query).await?);
        }
    }
    for it in of.iter().chain(&parts) {
        gather(it, of, &parts, &mut known);
    }
    Ok(of.iter().map(|it| known.get(it.key.as_str()).cloned().unwrap_or_default()).collect())
}

async fn rows(conn: &mut Conn, scope: Scope, of: &Indicator, query: &Query) -> Result<Trace> {
    let rows = conn.rows(query.rows, query.bound(scope)).await?;
    let observed = of.is_observed();
    Ok(Trace {
        columns: query.columns.clone(),
        dimensions: of.dimensions.clone(),
        rows: rows.iter().map(|it| read(it, query, &of.dimensions, observed)).collect::<Result<_>>()?,
    })
}

const COMPOSED: [Column; 2] = [
    Column { name: "figure", title: "ui-column-figure", kind: Kind::Words },
    Column { name: "counted", title: "ui-column-counted", kind: Kind::Words },
];

/// Puts the rows of a composed figure together from those of its parts, the parts first.
fn gather<'a>(it: &'a Indicator, of: &'a [Indicator], parts: &'a [Indicator], known: &mut BTreeMap<&'a str, Trace>) {
    let Some(formula) = it.formula().filter(|_| !known.contains_key(it.key.as_str())) else { return };
    let mut gathered = Trace { columns: COMPOSED.to_vec(), ..Trace::default() };
    for part in formula.keys().into_iter().filter_map(|key| of.iter().chain(parts).find(|it| it.key == key)) {
        gather(part, of, parts, known);
        let rows = known.get(part.key.as_str()).map(|it| it.rows.as_slice()).unwrap_or_default();
        gathered.rows.extend(rows.iter().map(|row| TraceRow {
            id: format!("{}/{}", part.key, row.id),
            told_apart: Vec::new(),
            cells: vec![Cell::Words(part.key.clone()), row.cells.first().cloned().unwrap_or(Cell::Nothing)],
            ..row.clone()
        }));
    }
    known.insert(&it.key, gathered);
}

fn read(row: &Row, query: &Query, dimensions: &[Dimension], observed: bool) -> Result<TraceRow> {
    let adds = match (observed, query.share) {
        (true, _) => row.get("number")?,
        (false, true) => row.get("agrees")?,
        (false, false) => 1,
    };
    Ok(TraceRow {
        id: identity(row)?,
        since: row.get::<Option<Timestamp>>("since").ok().flatten(),
        adds,
        erased: row.get::<Option<Timestamp>>("erased_at").ok().flatten().is_some(),
        told_apart: dimensions.iter().map(|it| row.get::<Option<String>>(it.column())).collect::<db::Result<_>>()?,
        cells: query.columns.iter().map(|it| cell(row, *it)).collect::<Result<_>>()?,
    })
}

/// A row is named by the identity of what it counts, or by words.
fn identity(row: &Row) -> Result<String> {
    match row.get::<Uuid>("row") {
        Ok(it) => Ok(it.to_string()),
        Err(_) => Ok(row.get::<String>("row")?),
    }
}

fn cell(row: &Row, column: Column) -> Result<Cell> {
    let name = column.name;
    Ok(match column.kind {
        Kind::Words => filled(row.get::<Option<String>>(name)?.map(Cell::Words)),
        Kind::Text => filled(row.get::<Option<Text>>(name)?.map(Cell::Text)),
        Kind::Country => filled(row.get::<Option<kernel::Country>>(name)?.map(Cell::Country)),
        Kind::Day => filled(row.get::<Option<Date>>(name)?.map(Cell::Day)),
        Kind::Moment => filled(row.get::<Option<Timestamp>>(name)?.map(Cell::Moment)),
        Kind::Number => filled(row.get::<Option<i64>>(name)?.map(Cell::Number)),
        Kind::Invented => {
            if row.get::<bool>(name)? {
                Cell::Invented
            } else {
                Cell::Nothing
            }
        }
        Kind::Choice(prefix) => filled(row.get::<Option<String>>(name)?.map(|it| Cell::Choice(prefix, it))),
    })
}

fn filled(cell: Option<Cell>) -> Cell {
    cell.unwrap_or(Cell::Nothing)
}
