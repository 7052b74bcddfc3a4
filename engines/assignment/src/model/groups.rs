//! Groups of reviewers that rules speak of, apart or nested.

use std::collections::{BTreeMap, BTreeSet};

use super::flaw::Flaw;
use super::sheets::{GroupRule, Reviewer};

/// A set of reviewers, and how many of them read one application.
///
/// Groups are *laminar*: any two are apart, or one lies within the other. That keeps every assignment whole without
/// rounding, since the rules then form a network (E. Budish et al. 2013, American Economic Review 103, section III).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is called: `institution: CNRS`.
    pub label: String,
    /// Its reviewers, in rising order.
    pub members: Vec<u32>,
    /// The smallest group that it lies within.
    pub parent: Option<u32>,
    /// The fewest of them that read an application.
    pub at_least: u32,
    /// The most of them that read an application.
    pub at_most: u32,
    /// The trait whose rule sets `at_least`.
    pub floored_by: Trait,
    /// The trait whose rule sets `at_most`.
    pub capped_by: Trait,
}

/// A trait and a value of it: `institution`, `CNRS`.
pub type Trait = (String, String);

/// The groups that rules make of reviewers, the greater before those within them.
pub(super) fn of(rules: &[GroupRule], reviewers: &[Reviewer], flaws: &mut Vec<Flaw>) -> Vec<Group> {
    let mut by_members: BTreeMap<Vec<u32>, Group> = BTreeMap::new();
    for (at, rule) in rules.iter().enumerate() {
        let row = at + 1;
        let at_most = rule.at_most.unwrap_or(u32::MAX);
        if rule.at_least > at_most {
            flaws.push(Flaw::CrossedRule { row, at_least: rule.at_least, at_most });
            continue;
        }
        let sets = sets(rule, reviewers);
        if sets.is_empty() {
            let of = rule.value.as_ref().map_or_else(|| rule.of.clone(), |it| format!("{}: {it}", rule.of));
            flaws.push(Flaw::EmptyRule { row, of });
        }
        for (value, members) in sets {
            let (label, by) = (format!("{}: {value}", rule.of), (rule.of.clone(), value));
            let (at_least, members_too) = (rule.at_least, members.clone());
            let (floored_by, capped_by) = (by.clone(), by);
            let group = Group { label, members: members_too, parent: None, at_least, at_most, floored_by, capped_by };
            match by_members.get_mut(&members) {
                None => {
                    by_members.insert(members, group);
                }
                Some(same) => {
                    if group.at_least > same.at_least {
                        (same.at_least, same.floored_by) = (group.at_least, group.floored_by);
                    }
                    if group.at_most < same.at_most {
                        (same.at_most, same.capped_by) = (group.at_most, group.capped_by);
                    }
                    if same.label != group.label {
                        same.label = format!("{}, {}", same.label, group.label);
                    }
                    if same.at_least > same.at_most {
                        flaws.push(Flaw::CrossedRule { row, at_least: same.at_least, at_most: same.at_most });
                    }
                }
            }
        }
    }
    let mut groups: Vec<Group> = by_members.into_values().collect();
    groups.sort_by_key(|it| std::cmp::Reverse(it.members.len()));
    nest(&mut groups, reviewers, flaws);
    groups
}

/// The sets that one rule speaks of, by the value that their members share.
fn sets(rule: &GroupRule, reviewers: &[Reviewer]) -> BTreeMap<String, Vec<u32>> {
    let mut sets: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (at, reviewer) in reviewers.iter().enumerate() {
        let Some(value) = reviewer.traits.get(&rule.of) else { continue };
        if rule.value.as_ref().is_none_or(|it| it == value) {
            sets.entry(value.clone()).or_default().push(at as u32);
        }
    }
    sets
}

/// Finds for each group the smallest one around it, the greater groups first.
fn nest(groups: &mut [Group], reviewers: &[Reviewer], flaws: &mut Vec<Flaw>) {
    let mut innermost: Vec<Option<u32>> = vec![None; reviewers.len()];
    let mut told: BTreeSet<(u32, u32)> = BTreeSet::new();
    for at in 0..groups.len() {
        let around: BTreeSet<Option<u32>> = groups[at].members.iter().map(|it| innermost[*it as usize]).collect();
        groups[at].parent = around.iter().next().copied().flatten();
        if around.len() > 1 {
            for outer in around.into_iter().flatten() {
                let both: Vec<u32> = groups[at]
                    .members
                    .iter()
                    .copied()
                    .filter(|it| groups[outer as usize].members.contains(it))
                    .collect();
                if both.len() < groups[at].members.len() && told.insert((outer, at as u32)) {
                    flaws.push(Flaw::Overlap {
                        one: groups[outer as usize].label.clone(),
                        other: groups[at].label.clone(),
                        both: reviewers[both[0] as usize].id.clone(),
                    });
                }
            }
        }
        for member in &groups[at].members {
            innermost[*member as usize] = Some(at as u32);
        }
    }
}
