//! Which further cells to hide so that a cell cannot be worked out: those that cost the fewest people.
//!
//! If counts can be moved along the sums so that the cell grows by the threshold while every shown cell stays as it
//! is, a reader cannot tell it. The cheapest such movement, in which moving a shown cell costs its people, passes the cells
//! that must be hidden.

use std::collections::{BTreeMap, BTreeSet};

use crate::protect::Held;
use crate::published::{Care, Shown};
use crate::ratio::Ratio;
use crate::simplex::{Answer, Programme, Tableau};
use crate::view::Sum;

/// How much dearer it is to hide the total of a sum than a part.
const OF_A_TOTAL: i128 = 1000;

/// A cell on the move: which variable, which way, at what price.
struct Move<'a> {
    key: &'a str,
    sign: i128,
    price: i128,
}

/// The cells to hide for the sake of this one; nothing if no movement frees it.
pub(crate) fn cheapest<'a>(
    cells: &'a BTreeMap<String, Held>,
    sums: &'a [Sum],
    exposed: &str,
    threshold: u32,
) -> Option<BTreeSet<&'a str>> {
    let held = cells.get(exposed)?;
    let (up, down) = match (held.shown, held.count) {
        (Shown::Band(band), Some(count)) => (band.to? - count, count - band.from),
        (_, Some(count)) if held.care == Care::Arrival => (0, count),
        _ => (threshold, 0),
    };
    let near = neighbours(cells, sums, exposed);
    let mut hidden = BTreeSet::new();
    for push in [i128::from(up), -i128::from(down)].into_iter().filter(|it| *it != 0) {
        hidden.extend(passed(cells, &near, exposed, push)?);
    }
    Some(hidden)
}

/// The sums that a movement could pass: a cell that is never hidden and always shown stops it.
fn neighbours<'a>(cells: &BTreeMap<String, Held>, sums: &'a [Sum], exposed: &str) -> Vec<&'a Sum> {
    let moves = |key: &str| cells.get(key).is_some_and(|it| it.may_hide || !matches!(it.shown, Shown::Exactly(_)));
    let mut reached = BTreeSet::from([exposed]);
    let mut taken = vec![false; sums.len()];
    loop {
        let mut grown = false;
        for (sum, taken) in sums.iter().zip(&mut taken).filter(|(_, taken)| !**taken) {
            let keys = || sum.parts.iter().chain([&sum.total]).map(String::as_str);
            if keys().any(|it| reached.contains(it)) {
                reached.extend(keys().filter(|it| moves(it)));
                (*taken, grown) = (true, true);
            }
        }
        if !grown {
            return sums.iter().zip(taken).filter(|(_, taken)| *taken).map(|(sum, _)| sum).collect();
        }
    }
}

/// The shown cells that the cheapest movement passes.
fn passed<'a>(
    cells: &'a BTreeMap<String, Held>,
    sums: &[&'a Sum],
    exposed: &str,
    push: i128,
) -> Option<BTreeSet<&'a str>> {
    let totals: BTreeSet<&str> = sums.iter().map(|it| it.total.as_str()).collect();
    let keys: BTreeSet<&str> =
        sums.iter().flat_map(|sum| sum.parts.iter().chain([&sum.total])).map(String::as_str).collect();
    let mut programme = Programme::default();
    let mut moves: Vec<Move<'a>> = Vec::new();
    let mut of_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for key in keys.into_iter().filter(|it| *it != exposed) {
        let (key, held) = cells.get_key_value(key)?;
        let times = if totals.contains(key.as_str()) { OF_A_TOTAL } else { 1 };
        for (sign, price, room) in ways(held) {
            let variable = programme.variable(room);
            of_key.entry(key).or_default().push(variable);
            moves.push(Move { key, sign, price: price * times });
        }
    }
    for sum in sums {
        let signed = std::iter::once((&sum.total, -1)).chain(sum.parts.iter().map(|it| (it, 1)));
        let (mut terms, mut right) = (Vec::new(), 0);
        for (key, sign) in signed {
            if key == exposed {
                right -= sign * push;
            }
            for variable in of_key.get(key.as_str()).into_iter().flatten() {
                terms.push((*variable, Ratio::whole(sign * moves[*variable].sign)));
            }
        }
        programme.equation(terms, Ratio::whole(right));
    }
    let mut tableau = Tableau::of(&programme).ok()?;
    let price: Vec<(usize, Ratio)> = moves.iter().enumerate().map(|(at, it)| (at, Ratio::whole(-it.price))).collect();
    let Ok(Answer::Greatest(_, point)) = tableau.greatest(&price) else { return None };
    let paid = moves.iter().zip(point).filter(|(it, moved)| it.price > 0 && !moved.is_zero());
    Some(paid.map(|(it, _)| it.key).collect())
}

/// The ways a cell can move: its sign, its price for each person, and how far.
fn ways(held: &Held) -> Vec<(i128, i128, Option<u64>)> {
    let count = u64::from(held.count.unwrap_or_default());
    let price = i128::from(count) + 1;
    let mut ways = match held.shown {
        Shown::Hidden => return vec![(1, 0, None), (-1, 0, Some(count))],
        Shown::Band(band) => {
            let above = band.to.map(|to| u64::from(to).saturating_sub(count));
            vec![(1, 0, above), (-1, 0, Some(count.saturating_sub(band.from.into())))]
        }
        Shown::Exactly(_) => Vec::new(),
    };
    if held.may_hide {
        ways.extend([(1, price, None), (-1, price, Some(count))]);
    }
    ways
}
