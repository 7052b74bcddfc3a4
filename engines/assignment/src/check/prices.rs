//! What prices prove, counted from the sheets.

use std::collections::{BTreeMap, BTreeSet};

use crate::exact::{Priced, Prices};
use crate::model::{Affinity, Pairing, Sheets, Unlisted};

/// Why prices prove nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpriced {
    /// A price of something that does not exist, or a second price.
    #[error("there is no “{0}” to be priced, or it has two prices")]
    Unknown(String),
    /// A price above zero on a group without a greatest number.
    #[error("the group {of}: {value} has no greatest number, so that a price above zero proves nothing")]
    Boundless {
        /// The trait.
        of: String,
        /// Its value.
        value: String,
    },
    /// Sums beyond what can be counted.
    #[error("the prices are too great to be added up")]
    TooGreat,
}

/// What no assignment's total exceeds, at these prices: the readings at the prices of their applications, the loads at the
/// bound that the price of the reviewer points to, the groups likewise, and on top for every possible pair what its affinity
/// is beyond the prices. Weak duality of linear programmes (D. Gale, H. W. Kuhn and A. W. Tucker 1951); in millionths, exact.
///
/// # Errors
/// [`Unpriced`].
pub fn bound_of_total(sheets: &Sheets, prices: &Prices) -> Result<Affinity, Unpriced> {
    let of_application = named(&prices.applications, sheets.applications.iter().map(|it| it.id.as_str()))?;
    let of_reviewer = named(&prices.reviewers, sheets.reviewers.iter().map(|it| it.id.as_str()))?;
    let mut sum = 0_i128;
    for it in &sheets.applications {
        sum += i128::from(it.readings) * of_application.get(it.id.as_str()).copied().unwrap_or(0);
    }
    for it in &sheets.reviewers {
        let price = of_reviewer.get(it.id.as_str()).copied().unwrap_or(0);
        sum += price * i128::from(if price > 0 { it.at_most } else { it.at_least });
    }
    // What a reader with some trait pays for their group at an application.
    let mut of_group: BTreeMap<&str, Vec<(&str, &str, i128)>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for it in &prices.groups {
        if !seen.insert((&it.application, &it.of, &it.value)) {
            return Err(Unpriced::Unknown(it.application.clone()));
        }
        let (least, most) = bounds(sheets, &it.of, &it.value).ok_or_else(|| Unpriced::Unknown(it.value.clone()))?;
        let price = i128::from(it.price.in_millionths());
        sum += price
            * match (price > 0, most) {
                (false, _) => i128::from(least),
                (true, Some(most)) => i128::from(most),
                (true, None) => return Err(Unpriced::Boundless { of: it.of.clone(), value: it.value.clone() }),
            };
        of_group.entry(&it.application).or_default().push((&it.of, &it.value, price));
    }
    let traits: BTreeMap<&str, &BTreeMap<String, String>> =
        sheets.reviewers.iter().map(|it| (it.id.as_str(), &it.traits)).collect();
    for (application, reviewer, affinity, is_frozen) in possible(sheets) {
        let groups = of_group.get(application).map_or(0, |priced| {
            let own = traits.get(reviewer);
            let paid = priced.iter().filter(|it| own.and_then(|own| own.get(it.0)).is_some_and(|value| value == it.1));
            paid.map(|it| it.2).sum::<i128>()
        });
        let price = |of: &BTreeMap<&str, i128>, id: &str| of.get(id).copied().unwrap_or(0);
        let beyond = affinity - price(&of_application, application) - price(&of_reviewer, reviewer) - groups;
        sum += if is_frozen { beyond } else { beyond.max(0) };
    }
    i64::try_from(sum).map(Affinity::millionths).map_err(|_| Unpriced::TooGreat)
}

/// What no total exceeds whose every application has at least the score `floor`, at these prices of reviewers: each
/// application takes its best readers above the floor, and the loads are paid for at the bound that each price points to
/// (M. L. Fisher 1981, Management Science 27). Nothing, if some application has no readers above the floor.
///
/// # Errors
/// [`Unpriced`].
pub fn bound_above_floor(sheets: &Sheets, floor: Affinity, prices: &[Priced]) -> Result<Option<Affinity>, Unpriced> {
    above(sheets, floor, prices, true)
}

/// Whether prices prove that no assignment gives every application the score `floor`: if every reading costs its reviewer's
/// price and affinities count nothing, whatever reaches the floor would come to less than nothing, which cannot be (the
/// lemma of J. Farkas 1902, Journal für die reine und angewandte Mathematik 124).
///
/// # Errors
/// [`Unpriced`].
pub fn is_out_of_reach(sheets: &Sheets, floor: Affinity, prices: &[Priced]) -> Result<bool, Unpriced> {
    Ok(above(sheets, floor, prices, false)?.is_none_or(|it| it < Affinity::ZERO))
}

fn above(
    sheets: &Sheets,
    floor: Affinity,
    prices: &[Priced],
    affinities_count: bool,
) -> Result<Option<Affinity>, Unpriced> {
    let of_reviewer = named(prices, sheets.reviewers.iter().map(|it| it.id.as_str()))?;
    let mut sum = 0_i128;
    for it in &sheets.reviewers {
        let price = of_reviewer.get(it.id.as_str()).copied().unwrap_or(0);
        sum += price * i128::from(if price > 0 { it.at_most } else { it.at_least });
    }
    let mut offers: BTreeMap<&str, Vec<Offer<'_>>> = BTreeMap::new();
    for (application, reviewer, worth, is_frozen) in possible(sheets) {
        let counted = if affinities_count { worth } else { 0 };
        let left = counted - of_reviewer.get(reviewer).copied().unwrap_or(0);
        offers.entry(application).or_default().push(Offer { reviewer, worth, left, is_frozen });
    }
    for it in &sheets.applications {
        let mut of = offers.remove(it.id.as_str()).unwrap_or_default();
        of.sort_by_key(|it| std::cmp::Reverse(it.left));
        let mut best = None;
        let wanted = Wanted { sheets, readings: it.readings as usize, floor: i128::from(floor.in_millionths()) };
        wanted.look(&of, &mut Vec::new(), 0, 0, &mut best);
        let Some(best) = best else { return Ok(None) };
        sum += best;
    }
    i64::try_from(sum).map(|it| Some(Affinity::millionths(it))).map_err(|_| Unpriced::TooGreat)
}

/// A reader for an application, and what they are worth after their price.
struct Offer<'a> {
    reviewer: &'a str,
    worth: i128,
    left: i128,
    is_frozen: bool,
}

/// What a set of readers must be.
struct Wanted<'a> {
    sheets: &'a Sheets,
    readings: usize,
    floor: i128,
}

impl Wanted<'_> {
    /// Looks at all sets, best offers first, and passes over those that cannot beat the best so far.
    fn look<'o>(
        &self,
        offers: &'o [Offer<'o>],
        taken: &mut Vec<&'o Offer<'o>>,
        worth: i128,
        left: i128,
        best: &mut Option<i128>,
    ) {
        let missing = self.readings - taken.len();
        if missing == 0 {
            let sound = worth >= self.floor && offers.iter().all(|it| !it.is_frozen) && self.keeps_rules(taken);
            if sound && best.is_none_or(|it| left > it) {
                *best = Some(left);
            }
            return;
        }
        for at in 0..offers.len() {
            let Some(next) = offers.get(at..at + missing) else { return };
            let hope = left + next.iter().map(|it| it.left).sum::<i128>();
            if best.is_some_and(|it| hope <= it) {
                return;
            }
            let it = &offers[at];
            taken.push(it);
            self.look(&offers[at + 1..], taken, worth + it.worth, left + it.left, best);
            taken.pop();
            if it.is_frozen {
                return;
            }
        }
    }

    fn keeps_rules(&self, taken: &[&Offer<'_>]) -> bool {
        if self.sheets.rules.is_empty() {
            return true;
        }
        let of = |it: &Offer<'_>| self.sheets.reviewers.iter().find(|reviewer| reviewer.id == it.reviewer);
        self.sheets.rules.iter().all(|rule| {
            let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
            let values = self.sheets.reviewers.iter().filter_map(|it| it.traits.get(&rule.of));
            for value in values.filter(|it| rule.value.as_ref().is_none_or(|wanted| wanted == *it)) {
                counts.insert(value, 0);
            }
            for reviewer in taken.iter().filter_map(|it| of(it)) {
                if let Some(count) = reviewer.traits.get(&rule.of).and_then(|it| counts.get_mut(it.as_str())) {
                    *count += 1;
                }
            }
            counts.values().all(|it| rule.at_least <= *it && rule.at_most.is_none_or(|most| *it <= most))
        })
    }
}

/// Prices by id, each of something that exists, and only one.
fn named<'a>(prices: &'a [Priced], known: impl Iterator<Item = &'a str>) -> Result<BTreeMap<&'a str, i128>, Unpriced> {
    let known: BTreeSet<&str> = known.collect();
    let mut found = BTreeMap::new();
    for it in prices {
        let twice = found.insert(it.id.as_str(), i128::from(it.price.in_millionths())).is_some();
        if twice || !known.contains(it.id.as_str()) {
            return Err(Unpriced::Unknown(it.id.clone()));
        }
    }
    Ok(found)
}

/// The least and greatest number that the rules set for readers with a trait.
fn bounds(sheets: &Sheets, of: &str, value: &str) -> Option<(u32, Option<u32>)> {
    let known = sheets.reviewers.iter().any(|it| it.traits.get(of).is_some_and(|it| it == value));
    let rules = sheets.rules.iter().filter(|it| it.of == of && it.value.as_ref().is_none_or(|it| it == value));
    let bounds = rules.map(|it| (it.at_least, it.at_most)).reduce(|one, other| {
        let most = [one.1, other.1].into_iter().flatten().min();
        (one.0.max(other.0), most)
    });
    bounds.filter(|_| known)
}

/// Every pair that may be assigned: application, reviewer, affinity, and whether it is frozen.
fn possible(sheets: &Sheets) -> Vec<(&str, &str, i128, bool)> {
    let conflicts: BTreeSet<&Pairing> = sheets.conflicts.iter().collect();
    let frozen: BTreeSet<&Pairing> = sheets.frozen.iter().collect();
    let mut found: BTreeMap<(&str, &str), (i128, bool)> = BTreeMap::new();
    if let Unlisted::Worth(affinity) = sheets.unlisted {
        for application in &sheets.applications {
            for reviewer in &sheets.reviewers {
                found.insert((&application.id, &reviewer.id), (affinity.in_millionths().into(), false));
            }
        }
    }
    for it in &sheets.affinities {
        found.insert((&it.pair.application, &it.pair.reviewer), (it.affinity.in_millionths().into(), false));
    }
    for it in frozen {
        found.entry((&it.application, &it.reviewer)).or_insert((0, true)).1 = true;
    }
    for it in conflicts {
        found.remove(&(it.application.as_str(), it.reviewer.as_str()));
    }
    found
        .into_iter()
        .map(|((application, reviewer), (worth, is_frozen))| (application, reviewer, worth, is_frozen))
        .collect()
}
