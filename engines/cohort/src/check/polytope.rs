//! The panels that may be, computed again from the certificate.

use num_bigint::BigInt;

use crate::certificate::{Certificate, Group};
use crate::polytope::Row;

/// How many there are.
pub(super) fn number_of(members: &[String]) -> i64 {
    i64::try_from(members.len()).unwrap_or(i64::MAX)
}

/// The panels that may be: for each row the least and the most, for each kind its bounds and what one adds to a row.
#[derive(Clone, Debug)]
pub struct Polytope {
    /// What each row counts.
    pub rows: Vec<Row>,
    /// Least and most of each row.
    pub ranges: Vec<(i64, i64)>,
    /// Least and most of each kind.
    pub bounds: Vec<(i64, i64)>,
    /// For each kind the rows that one of it adds to, and how much.
    pub entries: Vec<Vec<(usize, i64)>>,
}

impl Polytope {
    pub(super) fn of(kinds: &[Group], certificate: &Certificate) -> Self {
        let size = i64::from(certificate.size);
        let mut rows = vec![Row::Size];
        let mut ranges = vec![(size, size)];
        for (at, quota) in certificate.quotas.iter().enumerate() {
            rows.push(Row::Quota(at));
            ranges.push((quota.least.into(), i64::from(quota.most).min(size)));
        }
        for key in kinds.iter().filter_map(|it| it.exclusive.as_ref()) {
            let row = Row::Exclusive(key.clone());
            if !rows.contains(&row) {
                rows.push(row);
                ranges.push((0, 1));
            }
        }
        if let Some(least) = certificate.least_merit.filter(|_| kinds.iter().any(|it| it.merit.is_some())) {
            rows.push(Row::Merit);
            ranges.push((least, i64::MAX));
        }
        let bounds = kinds
            .iter()
            .map(|it| {
                let members = number_of(&it.members);
                if it.is_in { (members, members) } else { (0, members.min(size)) }
            })
            .collect();
        let entries = kinds
            .iter()
            .map(|kind| {
                let adds = |row: &Row| match row {
                    Row::Size => 1,
                    Row::Quota(at) => i64::from(kind.quotas.contains(at)),
                    Row::Exclusive(key) => i64::from(kind.exclusive.as_ref() == Some(key)),
                    Row::Merit => kind.merit.unwrap_or(0),
                };
                rows.iter().enumerate().map(|(at, row)| (at, adds(row))).filter(|it| it.1 != 0).collect()
            })
            .collect();
        Self { rows, ranges, bounds, entries }
    }

    /// The same panels without regard to their merit.
    pub(super) fn without_merit(mut self) -> Self {
        if let Some(at) = self.rows.iter().position(|it| *it == Row::Merit) {
            self.ranges[at] = (i64::MIN, i64::MAX);
        }
        self
    }

    /// What a panel breaks, in words.
    pub(super) fn breach(&self, counts: &[i64]) -> Option<String> {
        if counts.len() != self.bounds.len() {
            return Some("it does not say how many of every kind".into());
        }
        let mut sums = vec![BigInt::from(0); self.rows.len()];
        for (kind, count) in counts.iter().enumerate() {
            let (least, most) = self.bounds[kind];
            if *count < least || *count > most {
                return Some(format!("{count} of kind {kind}, which allows {least} to {most}"));
            }
            for (row, adds) in &self.entries[kind] {
                sums[*row] += BigInt::from(*adds) * *count;
            }
        }
        let wrong = sums
            .iter()
            .zip(&self.ranges)
            .position(|(sum, (least, most))| *sum < BigInt::from(*least) || *sum > BigInt::from(*most))?;
        let (least, most) = self.ranges[wrong];
        Some(format!("{:?} has {}, allowed are {least} to {most}", self.rows[wrong], sums[wrong]))
    }
}
