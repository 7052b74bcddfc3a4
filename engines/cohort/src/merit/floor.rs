//! Whom the readings leave in, and how wide a tie is.

use crate::model::{Flaw, Flaws, Floor, Instance, MeritRule, Standing, TieBand, merit_units};

/// Who may be chosen once merit counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    /// How each applicant stands.
    pub standings: Vec<Standing>,
    /// The merit of each, in units.
    pub merits: Vec<i64>,
    /// Those below the floor who stay in because a quota cannot be met without them.
    pub exceptions: Vec<usize>,
    /// The least merit that passes the floor, in units, where the floor is one of merit alone.
    pub passing_from: Option<i64>,
}

/// Applies the floor. Where a quota would have fewer than its least, its best applicants stay in.
pub fn admit(instance: &Instance, rule: &MeritRule) -> Result<Admission, Flaws> {
    let mut standings = instance.standings();
    let mut flaws = Vec::new();
    let mut merits = vec![0; standings.len()];
    for (at, it) in instance.applicants().iter().enumerate() {
        match it.merit {
            Some(merit) => merits[at] = merit_units(merit.mean),
            None if standings[at] == Standing::Free => flaws.push(Flaw::NoMerit { id: it.id.clone() }),
            None => {}
        }
    }
    of_rule(rule, &mut flaws);
    if !flaws.is_empty() {
        return Err(Flaws(flaws));
    }
    let before = standings.clone();
    if let Some(floor) = rule.floor {
        let passes = passing(instance, floor, &merits, &standings);
        for (standing, passes) in standings.iter_mut().zip(passes) {
            if *standing == Standing::Free && !passes {
                *standing = Standing::Out;
            }
        }
    }
    let exceptions = exceptions(instance, &before, &merits, &mut standings);
    let passing_from = match rule.floor {
        None => Some(i64::MIN),
        Some(Floor::Points(points)) => Some(merit_units(points)),
        Some(Floor::BestShare(share)) => Some(least_of_best(share, &merits, &before)),
        Some(Floor::Probably { .. }) => None,
    };
    Ok(Admission { standings, merits, exceptions, passing_from })
}

fn of_rule(rule: &MeritRule, flaws: &mut Vec<Flaw>) {
    let mut must = |what: &str, value: f64, fits: bool, remedy: &str| {
        if !fits || !value.is_finite() {
            flaws.push(Flaw::RuleIsNoNumber { what: what.into(), value, remedy: remedy.into() });
        }
    };
    let points = "Write a number of points between 0 and 1,000,000.";
    let share = "Write a number between 0 and 1.";
    match rule.floor {
        None => {}
        Some(Floor::Points(it)) => must("The merit floor", it, it.abs() <= 1e6, "Write a number of points."),
        Some(Floor::BestShare(it)) => must("The best share", it, (0.0..=1.0).contains(&it), share),
        Some(Floor::Probably { reaches, probability }) => {
            must("The merit to be reached", reaches, reaches.abs() <= 1e6, "Write a number of points.");
            must("The probability", probability, (0.0..=1.0).contains(&probability), share);
        }
    }
    match rule.tie_band {
        TieBand::Points(it) => must("The tie band", it, (0.0..=1e6).contains(&it), points),
        TieBand::StandardErrors(it) => {
            must("The tie band", it, (0.0..=1e3).contains(&it), "Write a number of standard errors, such as 1.");
        }
    }
    if let Some(it) = rule.budget {
        must("The merit budget", it, (0.0..=1e6).contains(&it), points);
    }
}

fn passing(instance: &Instance, floor: Floor, merits: &[i64], standings: &[Standing]) -> Vec<bool> {
    match floor {
        Floor::Points(points) => merits.iter().map(|it| *it >= merit_units(points)).collect(),
        Floor::BestShare(share) => {
            let least = least_of_best(share, merits, standings);
            merits.iter().map(|it| *it >= least).collect()
        }
        Floor::Probably { reaches, probability } => instance
            .applicants()
            .iter()
            .map(|it| it.merit.is_some_and(|it| probability_of(it.mean, it.error, reaches) >= probability))
            .collect(),
    }
}

/// The merit of the last who is among the best share. Those who tie with them pass too.
fn least_of_best(share: f64, merits: &[i64], standings: &[Standing]) -> i64 {
    let free = (0..merits.len()).filter(|it| standings[*it] == Standing::Free);
    let mut order: Vec<i64> = free.map(|it| merits[it]).collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    let kept = (share * order.len() as f64).ceil() as usize;
    kept.checked_sub(1).and_then(|it| order.get(it)).copied().unwrap_or(i64::MAX)
}

/// P(true merit ≥ reaches), the true merit being normal about the mean with this standard error.
fn probability_of(mean: f64, error: f64, reaches: f64) -> f64 {
    if error <= 0.0 {
        return if mean >= reaches { 1.0 } else { 0.0 };
    }
    0.5 * libm::erfc((reaches - mean) / (error * std::f64::consts::SQRT_2))
}

/// Lets the best of those below the floor back in where a quota would otherwise lack people.
fn exceptions(instance: &Instance, before: &[Standing], merits: &[i64], standings: &mut [Standing]) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, quota) in instance.quotas().iter().enumerate() {
        let meets = |it: &usize| instance.met(*it).contains(&at);
        let there = (0..standings.len()).filter(meets).filter(|it| standings[*it] != Standing::Out).count();
        let lacking = (quota.least as usize).saturating_sub(there);
        let mut below: Vec<usize> = (0..standings.len())
            .filter(meets)
            .filter(|it| standings[*it] == Standing::Out && before[*it] == Standing::Free)
            .collect();
        let id = |it: usize| &instance.applicants()[it].id;
        below.sort_by(|a, b| merits[*b].cmp(&merits[*a]).then_with(|| id(*a).cmp(id(*b))));
        for it in below.into_iter().take(lacking) {
            standings[it] = Standing::Free;
            found.push(it);
        }
    }
    found.sort_unstable();
    found
}

/// The tie band in merit units: the given points, or so many median standard errors of those who may be chosen.
pub fn tie_band(instance: &Instance, standings: &[Standing], band: TieBand) -> i64 {
    match band {
        TieBand::Points(points) => merit_units(points),
        TieBand::StandardErrors(times) => {
            let free = instance.applicants().iter().zip(standings).filter(|it| *it.1 == Standing::Free);
            let mut errors: Vec<f64> = free.filter_map(|it| it.0.merit).map(|it| it.error).collect();
            errors.sort_by(f64::total_cmp);
            errors.get(errors.len() / 2).map_or(0, |it| merit_units(it * times))
        }
    }
}
