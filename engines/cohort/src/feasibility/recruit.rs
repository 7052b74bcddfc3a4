//! Whom more of would have to apply so that the quotas can stay as they are.

use std::collections::BTreeMap;
use std::fmt;

use crate::model::{Instance, Kinds};
use crate::polytope::{Polytope, Row};
use crate::solver::{Column, Range, Solver, Want, Watch};

/// People who do not apply yet and whose joining would let all quotas be kept: the fewest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recruits {
    /// How many, and the value of each category that their quotas speak of.
    pub profiles: Vec<(u32, BTreeMap<String, String>)>,
}

impl Recruits {
    /// How many in all.
    pub fn count(&self) -> u32 {
        self.profiles.iter().map(|it| it.0).sum()
    }
}

impl fmt::Display for Recruits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (count, profile)) in self.profiles.iter().enumerate() {
            let values: Vec<String> = profile.iter().map(|(category, value)| format!("{category}: {value}")).collect();
            let people = if *count == 1 { "person" } else { "people" };
            let begin = if at == 0 { "Recruit" } else { ", and" };
            write!(f, "{begin} {count} more {people} ({})", values.join(", "))?;
        }
        write!(f, ".")
    }
}

/// Finds the fewest people, by the values of the categories that quotas of one condition speak of, whose joining lets all
/// quotas be kept. None if nobody's joining helps, nobody is needed, or it could not be told in time.
pub fn recruit(instance: &Instance, solver: &dyn Solver, watch: &mut Watch<'_>) -> Option<Recruits> {
    let kinds = Kinds::of(instance, &instance.standings(), None);
    let polytope = Polytope::of(instance, &kinds, None);
    let mut programme = polytope.programme;
    let size = i64::from(instance.size());
    let first = programme.columns.len();
    // The newcomers: how many, and for each category how many of each value, as many in every category.
    programme.columns.push(Column { least: 0, most: size, entries: vec![(0, 1)] });
    let mut values: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (at, quota) in instance.quotas().iter().enumerate() {
        if let [only] = quota.all_of.as_slice() {
            let row = polytope.rows.iter().position(|it| *it == Row::Quota(at));
            values.entry(&only.category).or_default().entry(&only.value).or_default().extend(row);
        }
    }
    let mut named = Vec::new();
    for (category, values) in &values {
        let row = programme.rows.len();
        programme.rows.push(Range { least: 0, most: 0 });
        programme.columns[first].entries.push((row, -1));
        for (value, rows) in values {
            let mut entries: Vec<(usize, i64)> = rows.iter().map(|it| (*it, 1)).collect();
            entries.sort_unstable();
            entries.push((row, 1));
            programme.columns.push(Column { least: 0, most: size, entries });
            named.push((*category, *value));
        }
    }
    let mut goal = vec![0; programme.columns.len()];
    goal[first] = -1;
    let outcome = solver.open(&programme).maximise(&goal, Want::default(), watch);
    let (point, _) = outcome.best.filter(|_| !outcome.is_open)?;
    let count = usize::try_from(point[first]).ok().filter(|it| *it > 0)?;
    let mut profiles = vec![BTreeMap::new(); count];
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    for ((category, value), many) in named.iter().zip(&point[first + 1..]) {
        let from = next.entry(category).or_default();
        for profile in &mut profiles[*from..*from + *many as usize] {
            profile.insert((*category).to_owned(), (*value).to_owned());
        }
        *from += *many as usize;
    }
    let mut counted: BTreeMap<BTreeMap<String, String>, u32> = BTreeMap::new();
    for it in profiles {
        *counted.entry(it).or_default() += 1;
    }
    Some(Recruits { profiles: counted.into_iter().map(|(profile, count)| (count, profile)).collect() })
}
