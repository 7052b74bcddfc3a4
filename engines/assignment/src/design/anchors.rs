//! Anchors: a few applications that many read, so that all reviewers can be compared by them.

use std::collections::BTreeSet;

use crate::model::{Affinity, Pairing, Round, Sheets};

/// Who reads an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorReaders {
    /// Everybody who is not in conflict.
    Everyone,
    /// Two neighbouring parts of the panel each, in the order of ids, so that the anchors form a ring through all.
    Chain,
}

/// Applications that would serve as anchors: those that most reviewers may read; among equals the ones that fit the panel
/// best, then the order of ids. Numbers of [`Round::applications`].
pub fn propose_anchors(round: &Round, count: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..round.applications().len()).collect();
    let fit = |it: usize| round.pairs()[round.pairs_of(it)].iter().map(|it| it.affinity).sum::<Affinity>();
    all.sort_by_key(|it| (std::cmp::Reverse((round.pairs_of(*it).len(), fit(*it))), *it));
    all.truncate(count);
    all
}

/// The sheets with these applications as anchors: their readers are frozen, their readings are as many as that needs, and
/// where `on_top` is set, the loads of those who read them rise by as much. Ids that are unknown are passed over.
pub fn with_anchors(sheets: &Sheets, anchors: &[String], readers: AnchorReaders, on_top: bool) -> Sheets {
    let mut sheets = sheets.clone();
    let conflicts: BTreeSet<Pairing> = sheets.conflicts.iter().cloned().collect();
    let mut people: Vec<String> = sheets.reviewers.iter().map(|it| it.id.clone()).collect();
    people.sort_unstable();
    for (number, anchor) in anchors.iter().enumerate() {
        let Some(application) = sheets.applications.iter_mut().find(|it| it.id == *anchor) else { continue };
        let part = |at: usize| at * anchors.len() / people.len();
        let reads = |at: usize| match readers {
            AnchorReaders::Everyone => true,
            AnchorReaders::Chain => part(at) == number || part(at) == (number + 1) % anchors.len(),
        };
        let chosen = (0..people.len()).filter(|at| reads(*at)).map(|at| Pairing::new(anchor, &people[at]));
        let chosen: Vec<Pairing> = chosen.filter(|it| !conflicts.contains(it)).collect();
        application.readings = application.readings.max(chosen.len() as u32);
        for pair in chosen {
            if on_top && let Some(reviewer) = sheets.reviewers.iter_mut().find(|it| it.id == pair.reviewer) {
                reviewer.at_most += 1;
            }
            if !sheets.frozen.contains(&pair) {
                sheets.frozen.push(pair);
            }
        }
    }
    sheets
}
