//! The unknown cells of a publication, in parts that have no sum in common: each can be looked at alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::audit::Contradiction;
use crate::integer::System;
use crate::published::{Figure, Shown};
use crate::view::Sum;

/// Unknown cells that hang together by sums.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part<'a> {
    pub(crate) keys: Vec<&'a str>,
    /// How they are published; nothing for a key that only sums tell of.
    pub(crate) figures: Vec<Option<Figure>>,
    pub(crate) system: System,
}

/// The unknown cells, in parts that have no sum in common.
pub(crate) fn parts<'a>(figures: &BTreeMap<&'a str, Figure>, sums: &[&'a Sum]) -> Result<Vec<Part<'a>>, Contradiction> {
    let shown: HashMap<&str, Shown> = figures.iter().map(|(key, it)| (*key, it.shown)).collect();
    let mut keys: BTreeSet<&'a str> =
        figures.iter().filter(|(_, it)| !matches!(it.shown, Shown::Exactly(_))).map(|(key, _)| *key).collect();
    let mut rows: Vec<(Vec<(&str, i8)>, i128)> = Vec::new();
    for sum in sums {
        let mut known = 0;
        let mut unknown: Vec<(&str, i8)> = Vec::new();
        let signed = std::iter::once((&sum.total, -1i8)).chain(sum.parts.iter().map(|it| (it, 1)));
        for (key, sign) in signed {
            match shown.get(key.as_str()) {
                Some(Shown::Exactly(count)) => known += i128::from(sign) * i128::from(*count),
                Some(Shown::Band(_) | Shown::Hidden) => unknown.push((key, sign)),
                None => {
                    keys.insert(key);
                    unknown.push((key, sign));
                }
            }
        }
        match unknown.is_empty() {
            true if known == 0 => {}
            true => return Err(Contradiction),
            false => rows.push((unknown, -known)),
        }
    }
    let numbers: HashMap<&str, usize> = keys.iter().enumerate().map(|(number, key)| (*key, number)).collect();
    let mut heads = Heads((0..keys.len()).collect());
    let mut numbered: Vec<Row> = Vec::new();
    for (terms, sum) in rows {
        let terms: Vec<(usize, i8)> = terms.into_iter().map(|(key, sign)| (numbers[key], sign)).collect();
        for (number, _) in &terms {
            heads.join(terms[0].0, *number);
        }
        numbered.push((terms, sum));
    }
    Ok(divided(figures, &keys, numbered, &mut heads))
}

/// Counts by the number of their key, with their signs, and what they come to.
type Row = (Vec<(usize, i8)>, i128);

/// Cells and sums, each in the part of its head.
fn divided<'a>(
    figures: &BTreeMap<&'a str, Figure>,
    keys: &BTreeSet<&'a str>,
    rows: Vec<Row>,
    heads: &mut Heads,
) -> Vec<Part<'a>> {
    let mut parts: BTreeMap<usize, Part<'a>> = BTreeMap::new();
    let mut places: Vec<usize> = Vec::new();
    for (number, key) in keys.iter().enumerate() {
        let part = parts.entry(heads.head(number)).or_default();
        let figure = figures.get(key).copied();
        places.push(part.keys.len());
        part.keys.push(key);
        part.figures.push(figure);
        part.system.bounds.push(match figure.map(|it| it.shown) {
            Some(Shown::Band(band)) => (band.from.into(), band.to.map(Into::into)),
            _ => (0, None),
        });
    }
    for (terms, sum) in rows {
        if let Some(part) = parts.get_mut(&heads.head(terms[0].0)) {
            part.system.rows.push((terms.into_iter().map(|(number, sign)| (places[number], sign)).collect(), sum));
        }
    }
    parts.into_values().collect()
}

/// Which unknown cells hang together: each points to another of its part, the head, which is the first, to itself.
struct Heads(Vec<usize>);

impl Heads {
    fn head(&mut self, number: usize) -> usize {
        let mut head = number;
        while self.0[head] != head {
            head = self.0[head];
        }
        self.0[number] = head;
        head
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.head(one), self.head(other));
        self.0[one.max(other)] = one.min(other);
    }
}
