//! The audit: what a reader can work out who has everything that is published, and paper.

use std::collections::BTreeMap;

use crate::integer::{Reach, System, Way};
use crate::published::{Care, Figure, Published, Shown};
use crate::simplex::{Stuck, Tableau};

/// The counts that a cell may have as far as a reader can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least count that fits everything published.
    pub least: u64,
    /// The greatest, if there is one.
    pub most: Option<u64>,
}

/// A cell that is not hidden although it is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The cell.
    pub key: String,
    /// What can be worked out; nothing if the numbers were too large to tell, which counts as exposed.
    pub interval: Option<Interval>,
}

/// What is published contradicts itself: no counts fit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no counts fit what is published")]
pub struct Contradiction;

/// Finds every cell of which more can be worked out than the rule allows.
pub fn audit(published: &Published) -> Result<Vec<Exposure>, Contradiction> {
    let mut exposures = Vec::new();
    for part in parts(published)? {
        part.audit(published, &mut exposures)?;
    }
    exposures.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(exposures)
}

/// What can be worked out of one cell; nothing for a cell that is not there or too hard to tell.
pub fn interval(published: &Published, key: &str) -> Result<Option<Interval>, Contradiction> {
    if let Some(Figure { shown: Shown::Exactly(count), .. }) = published.figures.get(key) {
        return Ok(Some(Interval { least: (*count).into(), most: Some((*count).into()) }));
    }
    for part in parts(published)? {
        if let Some(at) = part.keys.iter().position(|it| *it == key) {
            return match part.system.start().and_then(|mut start| part.interval(&mut start, at, &mut |_| ())) {
                Ok(interval) => Ok(Some(interval)),
                Err(Stuck::Impossible) => Err(Contradiction),
                Err(Stuck::TooLarge) => Ok(None),
            };
        }
    }
    Ok(None)
}

/// Unknown cells that hang together by sums.
struct Part<'a> {
    keys: Vec<&'a str>,
    system: System,
}

impl Part<'_> {
    fn audit(&self, published: &Published, exposures: &mut Vec<Exposure>) -> Result<(), Contradiction> {
        let mut start = match self.system.start() {
            Ok(start) => Some(start),
            Err(Stuck::Impossible) => return Err(Contradiction),
            Err(Stuck::TooLarge) => None,
        };
        // The extremes of one cell show how far others can go, which spares most of the questions.
        let mut seen: Vec<Option<(i128, i128)>> = vec![None; self.keys.len()];
        for (at, key) in self.keys.iter().enumerate() {
            let Some(needs) = published.figures.get(*key).and_then(|it| Needs::of(*it, published.threshold)) else {
                continue;
            };
            if seen[at].is_some_and(|(least, most)| needs.are_met_within(least, most)) {
                continue;
            }
            let mut watch = |point: &[i128]| {
                for (seen, value) in seen.iter_mut().zip(point) {
                    let (least, most) = seen.unwrap_or((*value, *value));
                    *seen = Some((least.min(*value), most.max(*value)));
                }
            };
            let interval = match &mut start {
                Some(start) => self.interval(start, at, &mut watch),
                None => Err(Stuck::TooLarge),
            };
            match interval {
                Ok(it) if needs.are_met_by(it.least.into(), it.most.map(Into::into)) => {}
                Ok(it) => exposures.push(Exposure { key: (*key).to_owned(), interval: Some(it) }),
                Err(Stuck::TooLarge) => exposures.push(Exposure { key: (*key).to_owned(), interval: None }),
                Err(Stuck::Impossible) => return Err(Contradiction),
            }
        }
        Ok(())
    }

    fn interval(&self, start: &mut Tableau, at: usize, watch: &mut dyn FnMut(&[i128])) -> Result<Interval, Stuck> {
        let mut ends = [Way::Down, Way::Up].into_iter().map(|way| {
            let (reach, point) = self.system.reach(start, at, way)?;
            watch(&point);
            Ok(reach)
        });
        let (least, most) = (ends.next().transpose()?, ends.next().transpose()?);
        let count = |reach: Option<Reach>| match reach {
            Some(Reach::To(it)) => u64::try_from(it).ok(),
            _ => None,
        };
        Ok(Interval { least: count(least).unwrap_or_default(), most: count(most) })
    }
}

/// How open a cell must be.
enum Needs {
    Width { threshold: i128, zero_may_be_known: bool },
    Whole { least: i128, most: i128 },
    Zero { unless_wide_as: i128 },
}

impl Needs {
    fn of(figure: Figure, threshold: u32) -> Option<Self> {
        match (figure.care, figure.shown) {
            (Care::Nothing, _) | (_, Shown::Exactly(_)) => None,
            (Care::Arrival, Shown::Hidden) => Some(Self::Zero { unless_wide_as: threshold.into() }),
            (care, Shown::Hidden) => {
                Some(Self::Width { threshold: threshold.into(), zero_may_be_known: care == Care::Small })
            }
            (_, Shown::Band(band)) => {
                let most = band.to.filter(|it| *it < threshold)?;
                Some(Self::Whole { least: band.from.into(), most: most.into() })
            }
        }
    }

    /// Whether a cell that is known to reach from here to there is open enough, however much further it reaches.
    fn are_met_within(&self, least: i128, most: i128) -> bool {
        match self {
            Self::Width { threshold, .. } => most - least >= *threshold,
            Self::Whole { least: from, most: to } => least <= *from && most >= *to,
            Self::Zero { unless_wide_as } => least == 0 || most - least >= *unless_wide_as,
        }
    }

    /// Whether a cell that reaches from here to there and no further is open enough.
    fn are_met_by(&self, least: i128, most: Option<i128>) -> bool {
        let Some(most) = most else { return true };
        let harmless = match self {
            Self::Width { threshold, zero_may_be_known } => least >= *threshold || (*zero_may_be_known && most == 0),
            Self::Whole { .. } => false,
            Self::Zero { unless_wide_as } => least >= *unless_wide_as,
        };
        harmless || self.are_met_within(least, most)
    }
}

/// The unknown cells, in parts that have no sum in common.
fn parts(published: &Published) -> Result<Vec<Part<'_>>, Contradiction> {
    let mut rows = Vec::new();
    let mut heads = Heads::default();
    for (key, figure) in &published.figures {
        if !matches!(figure.shown, Shown::Exactly(_)) {
            heads.head(key);
        }
    }
    for sum in &published.sums {
        let mut known = 0;
        let mut unknown: Vec<(&str, i8)> = Vec::new();
        let signed = std::iter::once((&sum.total, -1i8)).chain(sum.parts.iter().map(|it| (it, 1)));
        for (key, sign) in signed {
            match published.shown(key) {
                Shown::Exactly(count) => known += i128::from(sign) * i128::from(count),
                Shown::Band(_) | Shown::Hidden => unknown.push((key, sign)),
            }
        }
        match unknown.first() {
            None if known == 0 => {}
            None => return Err(Contradiction),
            Some((first, _)) => {
                for (key, _) in &unknown {
                    heads.join(first, key);
                }
                rows.push((unknown, -known));
            }
        }
    }
    Ok(heads.parts(published, rows))
}

/// Which unknown cells hang together: each points to another of its part, the head to itself.
#[derive(Default)]
struct Heads<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Heads<'a> {
    fn head(&mut self, key: &'a str) -> &'a str {
        let mut head = key;
        while let Some(next) = self.0.get(head).filter(|next| **next != head) {
            head = next;
        }
        self.0.insert(head, head);
        self.0.insert(key, head);
        head
    }

    fn join(&mut self, one: &'a str, other: &'a str) {
        let (one, other) = (self.head(one), self.head(other));
        self.0.insert(one.max(other), one.min(other));
    }

    fn parts(mut self, published: &Published, rows: Vec<(Vec<(&'a str, i8)>, i128)>) -> Vec<Part<'a>> {
        let keys: Vec<&str> = self.0.keys().copied().collect();
        let mut parts: BTreeMap<&str, Part<'a>> = BTreeMap::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for key in keys {
            let part =
                parts.entry(self.head(key)).or_insert_with(|| Part { keys: Vec::new(), system: System::default() });
            places.insert(key, part.keys.len());
            part.keys.push(key);
            part.system.bounds.push(match published.shown(key) {
                Shown::Band(band) => (band.from.into(), band.to.map(Into::into)),
                Shown::Exactly(_) | Shown::Hidden => (0, None),
            });
        }
        for (terms, sum) in rows {
            let head = terms.first().map(|(key, _)| self.head(key));
            if let Some(part) = head.and_then(|it| parts.get_mut(it)) {
                part.system.rows.push((terms.into_iter().map(|(key, sign)| (places[key], sign)).collect(), sum));
            }
        }
        parts.into_values().collect()
    }
}
