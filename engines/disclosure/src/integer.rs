//! The least and greatest whole number that still fits everything.

use crate::ratio::Ratio;
use crate::simplex::{Answer, Programme, Stuck, Tableau};

/// How many parts a question is split into at most before we say that we do not know.
const PARTS: usize = 200;

/// Unknown counts that hang together: bounds, and equations with factors of one or minus one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct System {
    pub(crate) bounds: Vec<(u64, Option<u64>)>,
    pub(crate) rows: Vec<(Vec<(usize, i8)>, i128)>,
}

/// How far a count can go one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// To this number and no further.
    To(i128),
    /// Without end.
    Endless,
}

/// The way a count is pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
}

impl System {
    /// Whether whole numbers fit every bound and equation.
    pub(crate) fn fits(&self, point: &[i128]) -> bool {
        let within = |(value, (low, high)): (&i128, &(u64, Option<u64>))| {
            *value >= i128::from(*low) && high.is_none_or(|it| *value <= i128::from(it))
        };
        let comes_out = |(terms, sum): &(Vec<(usize, i8)>, i128)| {
            terms.iter().map(|(at, factor)| i128::from(*factor) * point[*at]).sum::<i128>() == *sum
        };
        point.len() == self.bounds.len()
            && point.iter().zip(&self.bounds).all(within)
            && self.rows.iter().all(comes_out)
    }

    /// A point of fractions that fits; whole points are looked for from there.
    pub(crate) fn start(&self) -> Result<Tableau, Stuck> {
        Tableau::of(&programme(self, &self.bounds))
    }

    /// How far an unknown can go, and a whole point where it does. The bounds of a network are whole by themselves; in
    /// linked tables a fraction is split into the whole numbers beside it (A. H. Land and A. G. Doig, 1960).
    pub(crate) fn reach(&self, start: &mut Tableau, unknown: usize, way: Way) -> Result<(Reach, Vec<i128>), Stuck> {
        let mut best: Option<(i128, Vec<i128>)> = None;
        let mut waiting: Vec<Vec<(u64, Option<u64>)>> = Vec::new();
        match relaxed(start, &self.bounds, unknown, way)? {
            None => return Ok((Reach::Endless, Vec::new())),
            Some(found) => take(found, &self.bounds, &mut best, &mut waiting),
        }
        let mut parts = 0;
        while let Some(bounds) = waiting.pop() {
            parts += 1;
            if parts > PARTS {
                return Err(Stuck::TooLarge);
            }
            let mut tableau = match Tableau::of(&programme(self, &bounds)) {
                Ok(tableau) => tableau,
                Err(Stuck::Impossible) => continue,
                Err(stuck) => return Err(stuck),
            };
            if let Some(found) = relaxed(&mut tableau, &bounds, unknown, way)? {
                take(found, &bounds, &mut best, &mut waiting);
            }
        }
        let (value, point) = best.ok_or(Stuck::Impossible)?;
        Ok((Reach::To(if way == Way::Up { value } else { -value }), point))
    }
}

/// The furthest value and where it is reached.
struct Found {
    value: Ratio,
    point: Vec<Ratio>,
}

/// The furthest value in fractions (downwards with its sign turned), and the point; nothing if there is no end.
fn relaxed(
    tableau: &mut Tableau,
    bounds: &[(u64, Option<u64>)],
    unknown: usize,
    way: Way,
) -> Result<Option<Found>, Stuck> {
    let factor = if way == Way::Up { Ratio::ONE } else { Ratio::ONE.negative() };
    match tableau.greatest(&[(unknown, factor)])? {
        Answer::Endless => Ok(None),
        Answer::Greatest(value, point) => {
            let shift = |at: usize, it: Ratio| it.plus(Ratio::whole(bounds[at].0.into())).ok_or(Stuck::TooLarge);
            let point = point.into_iter().enumerate().map(|(at, it)| shift(at, it)).collect::<Result<_, _>>()?;
            let low = Ratio::whole(bounds[unknown].0.into()).times(factor).ok_or(Stuck::TooLarge)?;
            Ok(Some(Found { value: value.plus(low).ok_or(Stuck::TooLarge)?, point }))
        }
    }
}

/// Keeps a whole point that goes further, or splits at the first fraction.
fn take(
    found: Found,
    bounds: &[(u64, Option<u64>)],
    best: &mut Option<(i128, Vec<i128>)>,
    waiting: &mut Vec<Vec<(u64, Option<u64>)>>,
) {
    if best.as_ref().is_some_and(|(value, _)| found.value.floor() <= *value) {
        return;
    }
    let Some(at) = found.point.iter().position(|it| !it.is_whole()) else {
        *best = Some((found.value.floor(), found.point.iter().map(|it| it.floor()).collect()));
        return;
    };
    let below = u64::try_from(found.point[at].floor()).unwrap_or_default();
    let (mut low, mut high) = (bounds.to_vec(), bounds.to_vec());
    low[at].1 = Some(below);
    high[at].0 = below + 1;
    waiting.extend([low, high]);
}

/// The programme whose variables are the distances of the unknowns from their lower bounds.
fn programme(system: &System, bounds: &[(u64, Option<u64>)]) -> Programme {
    let mut programme = Programme::default();
    for (low, high) in bounds {
        programme.variable(high.map(|high| high.saturating_sub(*low)));
    }
    for (terms, sum) in &system.rows {
        let shift: i128 = terms.iter().map(|(at, factor)| i128::from(*factor) * i128::from(bounds[*at].0)).sum();
        let terms = terms.iter().map(|(at, factor)| (*at, Ratio::whole((*factor).into()))).collect();
        programme.equation(terms, Ratio::whole(sum - shift));
    }
    programme
}
