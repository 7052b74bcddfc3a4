//! How many: what the queries of figures come to, as of one moment or several, in one statement.

use std::{collections::BTreeMap, fmt::Write as _};

use db::{AsValue as _, Conn, Row, Sql, Value as Bound};
use kernel::{Id, mark};

use super::{Formula, Indicator, Known, Register, Scope, Value, trace::Column};
use crate::{App, Result};

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

    pub(super) fn bound(&self, scope: Scope) -> Vec<Bound> {
        let bind = |it: &Bind| match it {
            Bind::Edition => scope.edition.value(),
            Bind::AsOf => Bound::Instant(scope.as_of),
            Bind::Today => Bound::Text(scope.today.to_string()),
            Bind::Member => Bound::Text(self.member.clone().unwrap_or_default()),
        };
        self.binds.iter().map(bind).collect()
    }
}

impl Indicator {
    /// The query that finds its rows, unless it is composed of others.
    pub(super) fn query(&self) -> Option<&Query> {
        match &self.known {
            Known::Computed(query) | Known::Observed(query) => Some(query),
            Known::Composed(_) => None,
        }
    }

    /// What it is composed of, if it is.
    pub(super) fn formula(&self) -> Option<&Formula> {
        match &self.known {
            Known::Composed(formula) => Some(formula),
            Known::Computed(_) | Known::Observed(_) => None,
        }
    }
}

/// Computes a figure: by one statement, whether it is counted or composed of others.
pub async fn value(app: &App, conn: &mut Conn, scope: Scope, of: &Indicator) -> Result<Option<Value>> {
    Ok(values(app, conn, scope, std::slice::from_ref(of)).await?.pop().flatten())
}

/// Computes figures, in their order, by one statement for all of them.
pub async fn values(app: &App, conn: &mut Conn, scope: Scope, of: &[Indicator]) -> Result<Vec<Option<Value>>> {
    Ok(over_time(app, conn, &[scope], of).await?.pop().unwrap_or_default())
}

/// Computes figures as of several moments of one edition: a row for each moment, by one statement for all of them.
pub async fn over_time(
    app: &App,
    conn: &mut Conn,
    moments: &[Scope],
    of: &[Indicator],
) -> Result<Vec<Vec<Option<Value>>>> {
    let Some(first) = moments.first() else { return Ok(Vec::new()) };
    let parts = all_parts(&app.assembly.indicators, conn, first.edition, of).await?;
    let mut asked: Vec<(Scope, &Indicator, &Query)> = Vec::new();
    for scope in moments {
        asked.extend(of.iter().chain(&parts).filter_map(|it| Some((*scope, it, it.query()?))));
    }
    let counted = together(conn, &asked).await?;
    let known = |scope: Scope| {
        let of_moment = asked.iter().zip(&counted).filter(move |((at, ..), _)| *at == scope);
        let mut known: BTreeMap<&str, Option<Value>> =
            of_moment.map(|((_, it, _), value)| (it.key.as_str(), *value)).collect();
        // A part may be composed itself; the register has seen to it that none is a part of itself.
        for it in of.iter().chain(&parts) {
            compose(it, of, &parts, &mut known);
        }
        of.iter().map(|it| known.get(it.key.as_str()).copied().flatten()).collect()
    };
    Ok(moments.iter().map(|it| known(*it)).collect())
}

/// What figures are composed of, down to what is counted, where it is not among them already.
pub(super) async fn all_parts(
    register: &Register,
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    of: &[Indicator],
) -> Result<Vec<Indicator>> {
    let mut parts: Vec<Indicator> = Vec::new();
    loop {
        let known = || of.iter().chain(&parts);
        let mut missing: Vec<&str> = known().filter_map(Indicator::formula).flat_map(Formula::keys).collect();
        missing.retain(|key| !known().any(|it| it.key == *key));
        missing.sort_unstable();
        missing.dedup();
        let found = register.of(conn, edition, &missing).await?;
        if found.is_empty() {
            return Ok(parts);
        }
        parts.extend(found);
    }
}

/// Puts a composed figure together from what is known, its parts first.
fn compose<'a>(
    it: &'a Indicator,
    of: &'a [Indicator],
    parts: &'a [Indicator],
    known: &mut BTreeMap<&'a str, Option<Value>>,
) -> Option<Value> {
    if let Some(value) = known.get(it.key.as_str()) {
        return *value;
    }
    let formula = it.formula()?;
    let mut values = Vec::new();
    for key in formula.keys() {
        let part = of.iter().chain(parts).find(|it| it.key == key);
        values.push(part.and_then(|it| compose(it, of, parts, known)));
    }
    let value = formula.value(&values);
    known.insert(&it.key, value);
    value
}

/// How many queries one statement asks at most; SQLite takes five hundred.
const TOGETHER: usize = 200;

/// What queries come to, in their order: as one statement, since each that is sent costs as much as a small count.
async fn together(conn: &mut Conn, asked: &[(Scope, &Indicator, &Query)]) -> Result<Vec<Option<Value>>> {
    let mut values = vec![None; asked.len()];
    for (chunk, values) in asked.chunks(TOGETHER).zip(values.chunks_mut(TOGETHER)) {
        let (mut text, mut bound) = (String::new(), Vec::new());
        for (place, (scope, _, query)) in chunk.iter().enumerate() {
            let numbers: Vec<usize> = query.bound(*scope).into_iter().map(|it| number(&mut bound, it)).collect();
            let union = if place > 0 { "\nunion all\n" } else { "" };
            let count = renumbered(query.count.0, &numbers);
            let _ = write!(
                text,
                "{union}select cast({place} as bigint) as place, counted, agreed from ({count}) as of_{place}"
            );
        }
        for row in conn.rows_of(text, bound).await? {
            let place = usize::try_from(row.get::<i64>("place")?).unwrap_or(usize::MAX);
            if let (Some((_, of, query)), Some(value)) = (chunk.get(place), values.get_mut(place)) {
                *value = counted(&row, of, query)?;
            }
        }
    }
    Ok(values)
}

fn counted(row: &Row, of: &Indicator, query: &Query) -> Result<Option<Value>> {
    let number: i64 = row.get("counted")?;
    Ok(match row.get::<Option<i64>>("agreed")? {
        _ if of.is_observed() => Some(Value::number(number)),
        _ if number == 0 => None,
        Some(agreed) if query.share => Some(Value { number: agreed, of: Some(number), asked: of.asked }),
        _ => Some(Value::number(number)),
    })
}

/// The number of a parameter among those of the whole statement.
fn number(bound: &mut Vec<Bound>, it: Bound) -> usize {
    let known = bound.iter().position(|other| *other == it);
    known.unwrap_or_else(|| {
        bound.push(it);
        bound.len() - 1
    }) + 1
}

/// A statement with other numbers for its parameters.
fn renumbered(text: &str, numbers: &[usize]) -> String {
    let mut parts = text.split('$');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.len() - part.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        let number = part[..digits].parse::<usize>().ok().and_then(|it| numbers.get(it.checked_sub(1)?));
        match number {
            Some(number) => {
                let _ = write!(whole, "${number}");
            }
            None => {
                whole.push('$');
                whole.push_str(&part[..digits]);
            }
        }
        whole.push_str(&part[digits..]);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_several_queries_ask_with_becomes_one_list_of_parameters() {
        let mut bound = Vec::new();
        let words = |it: &str| Bound::Text(it.to_owned());
        let first: Vec<usize> = ["edition", "today"].map(|it| number(&mut bound, words(it))).to_vec();
        let second: Vec<usize> = ["edition", "member"].map(|it| number(&mut bound, words(it))).to_vec();
        assert_eq!(renumbered("a = $1 and b <= $2 or c = $1", &first), "a = $1 and b <= $2 or c = $1");
        assert_eq!(renumbered("a = $1 and b = $2", &second), "a = $1 and b = $3");
        assert_eq!(bound, ["edition", "today", "member"].map(words));
    }
}
