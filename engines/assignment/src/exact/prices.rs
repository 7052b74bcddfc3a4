//! Prices: the proof that a total cannot be beaten, for anybody to recount.

use serde::{Deserialize, Serialize};

use super::layout::Layout;
use crate::model::{Affinity, Round};

/// What a reading by, or of, somebody is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priced {
    /// The application or reviewer.
    pub id: String,
    /// The price of one reading.
    pub price: Affinity,
}

/// What a group's place among the readers of an application is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPrice {
    /// The application.
    pub application: String,
    /// The trait of the rule.
    pub of: String,
    /// The value of the trait.
    pub value: String,
    /// The price: above zero where the rule's greatest number binds, below where its least does.
    pub price: Affinity,
}

/// The prices of everything that is scarce. What is not named has the price zero.
///
/// If every pair's affinity is at most the sum of the prices of its application, its reviewer and their groups (or else the
/// rest is counted on top), no assignment can be worth more than what the prices come to at the bounds: weak duality of
/// linear programmes (J. von Neumann 1947; D. Gale, H. W. Kuhn and A. W. Tucker 1951). Where that equals the total, the
/// total is proved to be the best. [`crate::check`] counts it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prices {
    /// Of a reading of each application.
    pub applications: Vec<Priced>,
    /// Of a reading by each reviewer: above zero where the greatest load binds, below where the least does.
    pub reviewers: Vec<Priced>,
    /// Of groups.
    pub groups: Vec<GroupPrice>,
}

impl Prices {
    /// Reads the potentials of the network's nodes as prices.
    pub(super) fn of(round: &Round, layout: &Layout, potentials: &[i64]) -> Self {
        let zero = potentials[layout.spare as usize];
        let at = |node: u32| potentials[node as usize].saturating_sub(zero);
        let named = |id: &str, price: i64| {
            (price != 0).then(|| Priced { id: id.to_owned(), price: Affinity::millionths(price) })
        };
        let applications =
            round.applications().iter().enumerate().filter_map(|(number, it)| named(&it.id, at(number as u32)));
        let reviewers = round.reviewers().iter().enumerate().filter_map(|(number, it)| {
            let price = -at(layout.reviewer(number as u32));
            // A least load that frozen readings exceed binds nobody.
            let idle = price < 0 && layout.frozen_of_reviewer[number] > i64::from(it.at_least);
            named(&it.id, if idle { 0 } else { price })
        });
        Self {
            applications: applications.collect(),
            reviewers: reviewers.collect(),
            groups: of_groups(round, layout, &at),
        }
    }
}

/// The prices of the groups. Where a group gets more than its own least because of the groups within it, or because of
/// frozen readings, its price below zero belongs to the groups within.
fn of_groups(round: &Round, layout: &Layout, at: &dyn Fn(u32) -> i64) -> Vec<GroupPrice> {
    let mut prices: Vec<i64> = layout.knots.iter().map(|it| at(it.node) - at(it.around)).collect();
    let mut found = Vec::new();
    for number in 0..layout.knots.len() {
        let knot = layout.knots[number];
        let group = &round.groups()[knot.group as usize];
        if prices[number] < 0 && i64::from(group.at_least) - knot.frozen < knot.at_least {
            let handed = std::mem::take(&mut prices[number]);
            let within =
                layout.knots.iter().enumerate().skip(number).take_while(|it| it.1.application == knot.application);
            for inner in within.filter(|it| it.1.around == knot.node).map(|it| it.0).collect::<Vec<_>>() {
                prices[inner] += handed;
            }
        }
        if prices[number] != 0 {
            let (of, value) = if prices[number] < 0 { &group.floored_by } else { &group.capped_by }.clone();
            let application = round.applications()[knot.application as usize].id.clone();
            found.push(GroupPrice { application, of, value, price: Affinity::millionths(prices[number]) });
        }
    }
    found
}
