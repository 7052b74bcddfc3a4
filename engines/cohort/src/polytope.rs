//! The panels that may be, as a whole-number programme over kinds.

use std::collections::BTreeMap;

use crate::model::{Instance, Kinds};
use crate::solver::{Column, Programme, Range};

/// What a row of the programme counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// Everybody.
    Size,
    /// Those of a quota.
    Quota(usize),
    /// Those who share a key.
    Exclusive(String),
    /// The merit of the panel, in units.
    Merit,
}

/// The panels that may be.
#[derive(Clone, Debug)]
pub struct Polytope {
    /// Columns are kinds.
    pub programme: Programme,
    /// What each row counts.
    pub rows: Vec<Row>,
}

impl Polytope {
    /// Panels of these kinds that keep the quotas and, where one is given, reach a merit.
    pub fn of(instance: &Instance, kinds: &Kinds, least_merit: Option<i64>) -> Self {
        let size = i64::from(instance.size());
        let mut rows = vec![(Row::Size, Range { least: size, most: size })];
        let mut of_quota = Vec::new();
        for (at, quota) in instance.quotas().iter().enumerate() {
            let inside = kinds.0.iter().filter(|it| it.quotas.contains(&at));
            let available: i64 = inside.map(crate::model::Kind::count).sum();
            // A quota that nothing can break is no row.
            let says_nothing = quota.least == 0 && i64::from(quota.most) >= available.min(size);
            of_quota.push((!says_nothing).then_some(rows.len()));
            if !says_nothing {
                let range =
                    Range { least: quota.least.into(), most: i64::from(quota.most).min(size).max(quota.least.into()) };
                rows.push((Row::Quota(at), range));
            }
        }
        let mut of_key: BTreeMap<&str, usize> = BTreeMap::new();
        for key in kinds.0.iter().filter_map(|it| it.exclusive.as_deref()) {
            of_key.entry(key).or_insert_with(|| {
                rows.push((Row::Exclusive(key.to_owned()), Range { least: 0, most: 1 }));
                rows.len() - 1
            });
        }
        let merit = least_merit.map(|least| {
            let most = kinds
                .0
                .iter()
                .fold(0_i64, |sum, it| sum.saturating_add(it.merit.unwrap_or(0).max(0).saturating_mul(it.count())));
            rows.push((Row::Merit, Range { least, most }));
            rows.len() - 1
        });
        let column = |kind: &crate::model::Kind| {
            let members = kind.count();
            let mut entries = vec![(0, 1)];
            entries.extend(kind.quotas.iter().filter_map(|it| of_quota[*it]).map(|row| (row, 1)));
            entries.extend(kind.exclusive.as_deref().map(|key| (of_key[key], 1)));
            entries.extend(merit.zip(kind.merit).filter(|it| it.1 != 0));
            let most = if kind.is_in { members } else { members.min(size) };
            Column { least: if kind.is_in { members } else { 0 }, most, entries }
        };
        let columns = kinds.0.iter().map(column).collect();
        let (rows, ranges) = rows.into_iter().unzip();
        Self { programme: Programme { rows: ranges, columns }, rows }
    }
}
