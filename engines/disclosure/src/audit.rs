//! The audit: what a reader can work out who has everything that is published, and paper.

use crate::integer::{Reach, Way};
use crate::parts::{Part, parts};
use crate::published::{Care, Figure, Published, Shown};
use crate::simplex::{Stuck, Tableau};
use crate::witness::{Sight, Witnesses};

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
    for part in parts_of(published)? {
        exposures.extend(part.exposures(published.threshold, &mut Witnesses::default())?);
    }
    exposures.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(exposures)
}

fn parts_of(published: &Published) -> Result<Vec<Part<'_>>, Contradiction> {
    let figures = published.figures.iter().map(|(key, it)| (key.as_str(), *it)).collect();
    parts(&figures, &published.sums.iter().collect::<Vec<_>>())
}

/// What can be worked out of one cell; nothing for a cell that is not there or too hard to tell.
pub fn interval(published: &Published, key: &str) -> Result<Option<Interval>, Contradiction> {
    if let Some(Figure { shown: Shown::Exactly(count), .. }) = published.figures.get(key) {
        return Ok(Some(Interval { least: (*count).into(), most: Some((*count).into()) }));
    }
    for part in parts_of(published)? {
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

impl Part<'_> {
    /// Its cells of which more can be worked out than the rule allows.
    pub(crate) fn exposures(&self, threshold: u32, witnesses: &mut Witnesses) -> Result<Vec<Exposure>, Contradiction> {
        let needs = self.figures.iter().map(|it| it.and_then(|it| Needs::of(it, threshold))).collect();
        let mut seen = Seen { needs, ends: vec![None; self.keys.len()] };
        let fits = witnesses.show(self, |point| seen.add(point));
        if fits && seen.is_enough() {
            return Ok(Vec::new());
        }
        let mut start = match self.system.start() {
            Ok(start) => Some(start),
            Err(Stuck::Impossible) => return Err(Contradiction),
            Err(Stuck::TooLarge) => None,
        };
        let mut exposures = Vec::new();
        for (at, key) in self.keys.iter().enumerate() {
            if seen.is_enough_of(at) {
                continue;
            }
            // The extremes of one cell show how far others can go, which spares most of the questions.
            let mut watch = |point: &[i128]| {
                seen.add(point);
                witnesses.keep(self, at, point);
            };
            let interval = match &mut start {
                Some(start) => self.interval(start, at, &mut watch),
                None => Err(Stuck::TooLarge),
            };
            match interval {
                Ok(it) if seen.needs[at].as_ref().is_none_or(|needs| needs.are_met_by(it)) => {}
                Ok(it) => exposures.push(Exposure { key: (*key).to_owned(), interval: Some(it) }),
                Err(Stuck::TooLarge) => exposures.push(Exposure { key: (*key).to_owned(), interval: None }),
                Err(Stuck::Impossible) => return Err(Contradiction),
            }
        }
        Ok(exposures)
    }

    fn interval(&self, start: &mut Tableau, at: usize, watch: &mut dyn FnMut(&[i128])) -> Result<Interval, Stuck> {
        let mut ends = [Way::Down, Way::Up].into_iter().map(|way| {
            let (reach, point) = self.system.reach(start, at, way)?;
            if !point.is_empty() {
                watch(&point);
            }
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

/// How far the cells of a part are known to reach, by counts that fit.
struct Seen {
    needs: Vec<Option<Needs>>,
    ends: Vec<Option<(i128, i128)>>,
}

impl Seen {
    fn add(&mut self, point: &[i128]) -> Sight {
        let mut sight = Sight::Nothing;
        for (at, count) in point.iter().enumerate() {
            let (least, most) = self.ends[at].unwrap_or((*count, *count));
            let wider = (least.min(*count), most.max(*count));
            if self.needs[at].is_some() && self.ends[at] != Some(wider) {
                sight = Sight::Something;
            }
            self.ends[at] = Some(wider);
        }
        if self.is_enough() { Sight::Enough } else { sight }
    }

    fn is_enough(&self) -> bool {
        (0..self.ends.len()).all(|at| self.is_enough_of(at))
    }

    fn is_enough_of(&self, at: usize) -> bool {
        let Some(needs) = &self.needs[at] else { return true };
        self.ends[at].is_some_and(|(least, most)| needs.are_met_within(least, most))
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
    fn are_met_by(&self, interval: Interval) -> bool {
        let Some(most) = interval.most.map(i128::from) else { return true };
        let least = i128::from(interval.least);
        let harmless = match self {
            Self::Width { threshold, zero_may_be_known } => least >= *threshold || (*zero_may_be_known && most == 0),
            Self::Whole { .. } => false,
            Self::Zero { unless_wide_as } => least >= *unless_wide_as,
        };
        harmless || self.are_met_within(least, most)
    }
}
