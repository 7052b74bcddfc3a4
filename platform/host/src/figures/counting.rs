//! One query, four answers: how many, which rows, since when, and how they fall apart.

use db::{AsValue as _, Conn, Row, Sql, Value as Bound};
use jiff::{Timestamp, civil::Date};
use kernel::Text;
use uuid::Uuid;

use super::{
    Dimension, Formula, Indicator, Known, Register, Scope, Value,
    trace::{Cell, Column, Kind, Trace, TraceRow},
};
use crate::{App, Result, app::Boxed};

/// A query that finds the rows behind a figure, and the same query counted by the database.
#[derive(Clone, Debug)]
pub struct Query {
    pub(super) rows: Sql,
    pub(super) count: Sql,
    pub(super) binds: Vec<Bind>,
    pub(super) columns: Vec<Column>,
    /// Of which member of its family it speaks.
    pub(super) member: Option<String>,
    /// Whether its rows say whether they agree.
    pub(super) share: bool,
}

/// What a query is asked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bind {
    Edition,
    AsOf,
    Today,
    Member,
}

impl Bind {
    pub(super) const ALL: [(&'static str, Self); 4] =
        [("edition", Self::Edition), ("as_of", Self::AsOf), ("today", Self::Today), ("member", Self::Member)];
}

impl Query {
    /// The two statements, so that a test can have both engines prepare them.
    pub fn statements(&self) -> [&'static str; 2] {
        [self.rows.0, self.count.0]
    }

    fn bound(&self, scope: Scope) -> Vec<Bound> {
        let bind = |it: &Bind| match it {
            Bind::Edition => scope.edition.value(),
            Bind::AsOf => Bound::Instant(scope.as_of),
            Bind::Today => Bound::Text(scope.today.to_string()),
            Bind::Member => Bound::Text(self.member.clone().unwrap_or_default()),
        };
        self.binds.iter().map(bind).collect()
    }
}

/// Computes a figure: by one statement, or by one for each part of a composed one.
pub async fn value(app: &App, conn: &mut Conn, scope: Scope, of: &Indicator) -> Result<Option<Value>> {
    match &of.known {
        Known::Computed(query) => counted(conn, scope, query, of.asked).await,
        Known::Observed(query) => {
            let rows = conn.rows(query.count, query.bound(scope)).await?;
            rows.first().map(|it| Ok(Value::number(it.get("number")?))).transpose()
        }
        Known::Composed(formula) => composed(app, conn, scope, formula).await,
    }
}

async fn counted(conn: &mut Conn, scope: Scope, query: &Query, asked: Option<i64>) -> Result<Option<Value>> {
    let rows = conn.rows(query.count, query.bound(scope)).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let all: i64 = row.get("counted")?;
    if all == 0 {
        return Ok(None);
    }
    Ok(Some(if query.share { Value { number: row.get("agreed")?, of: Some(all), asked } } else { Value::number(all) }))
}

/// Boxed, since a part may be composed itself; the register has seen to it that no figure is a part of itself.
fn composed<'a>(
    app: &'a App,
    conn: &'a mut Conn,
    scope: Scope,
    formula: &'a Formula,
) -> Boxed<'a, Result<Option<Value>>> {
    Box::pin(async move {
        let mut values = Vec::new();
        for part in parts(&app.assembly.indicators, conn, scope, formula).await? {
            values.push(match part {
                Some(it) => value(app, conn, scope, &it).await?,
                None => None,
            });
        }
        Ok(formula.value(&values))
    })
}

async fn parts(register: &Register, conn: &mut Conn, scope: Scope, of: &Formula) -> Result<Vec<Option<Indicator>>> {
    let mut parts = Vec::new();
    for key in of.keys() {
        parts.push(register.find(conn, scope.edition, key).await?);
    }
    Ok(parts)
}

/// The rows behind a figure; for a composed one those of its parts, each with the key of its part before it.
pub async fn trace(app: &App, conn: &mut Conn, scope: Scope, of: &Indicator) -> Result<Trace> {
    match &of.known {
        Known::Computed(query) | Known::Observed(query) => {
            let rows = conn.rows(query.rows, query.bound(scope)).await?;
            let observed = of.is_observed();
            Ok(Trace {
                columns: query.columns.clone(),
                dimensions: of.dimensions.clone(),
                rows: rows.iter().map(|it| read(it, query, &of.dimensions, observed)).collect::<Result<_>>()?,
            })
        }
        Known::Composed(formula) => composed_trace(app, conn, scope, formula).await,
    }
}

const COMPOSED: [Column; 2] = [
    Column { name: "figure", title: "ui-column-figure", kind: Kind::Words },
    Column { name: "counted", title: "ui-column-counted", kind: Kind::Words },
];

fn composed_trace<'a>(
    app: &'a App,
    conn: &'a mut Conn,
    scope: Scope,
    formula: &'a Formula,
) -> Boxed<'a, Result<Trace>> {
    Box::pin(async move {
        let mut gathered = Trace { columns: COMPOSED.to_vec(), ..Trace::default() };
        for part in parts(&app.assembly.indicators, conn, scope, formula).await?.into_iter().flatten() {
            let rows = trace(app, conn, scope, &part).await?.rows;
            gathered.rows.extend(rows.into_iter().map(|row| TraceRow {
                id: format!("{}/{}", part.key, row.id),
                told_apart: Vec::new(),
                cells: vec![Cell::Words(part.key.clone()), row.cells.first().cloned().unwrap_or(Cell::Nothing)],
                ..row
            }));
        }
        Ok(gathered)
    })
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
