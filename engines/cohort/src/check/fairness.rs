//! Whether no lottery is fairer.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::polytope::Polytope;
use super::{Claim, Holds, Searcher, no, proof, yes};
use crate::certificate::{Certificate, StageClaim};
use crate::model::Objective;

/// By how much a chance may fall short of what is proved possible, and still count as the greatest: one in a million.
const FINE: u32 = 1_000_000;

pub(super) fn check(certificate: &Certificate, search: &mut Searcher<'_>) -> Vec<Claim> {
    let chances = chances(certificate);
    let polytope = Polytope::of(&certificate.kinds, certificate);
    let mut claims = Vec::new();
    let free: Vec<usize> = (0..certificate.kinds.len()).filter(|it| !certificate.kinds[*it].is_in).collect();
    let mut unsettled = free.clone();
    for (at, stage) in certificate.stages.iter().enumerate() {
        let name = format!("stage {}", at + 1);
        let bound = bound(&name, stage, &polytope, search);
        let is_false = bound.holds == Holds::No;
        claims.push(bound);
        if is_false {
            break;
        }
        let claim = match certificate.objective {
            // Before any other measure, those who are in no panel are set aside.
            Objective::Goldilocks { .. } | Objective::Nash if at == 0 && !stage.settled.is_empty() => {
                level(&name, stage, certificate, &chances, &mut unsettled)
            }
            Objective::Leximin | Objective::Maximin => level(&name, stage, certificate, &chances, &mut unsettled),
            Objective::Goldilocks { gamma_thousandths } => {
                goldilocks(&name, stage, certificate, &chances, (&unsettled, gamma_thousandths))
            }
            Objective::Nash => nash(&name, stage, certificate, &chances, &unsettled),
        };
        let ends = claim.holds == Holds::No;
        claims.push(claim);
        if ends {
            break;
        }
    }
    claims.push(whole(certificate, &free, &unsettled));
    claims
}

/// The exact chance of one member of each kind.
fn chances(certificate: &Certificate) -> Vec<BigRational> {
    (0..certificate.kinds.len())
        .map(|kind| {
            let drawn: BigInt = certificate.panels.iter().map(|it| BigInt::from(it.counts[kind]) * it.weight).sum();
            BigRational::new(drawn, BigInt::from(certificate.whole) * certificate.kinds[kind].members.len())
        })
        .collect()
}

/// Whether no panel is worth more than the stage says.
fn bound(name: &str, stage: &StageClaim, polytope: &Polytope, search: &mut Searcher<'_>) -> Claim {
    let name = format!("{name}: bound");
    let Ok(bound) = stage.bound.parse::<BigInt>() else { return no(&name, "the bound is no whole number".into()) };
    if stage.prices.len() != polytope.bounds.len() {
        return no(&name, "not every kind has a price".into());
    }
    match &stage.proof {
        Some(it) if proof::holds(polytope, &stage.prices, &bound, it) => {
            yes(&name, format!("no panel is worth more than {bound}, by the rows alone"))
        }
        Some(_) => no(&name, format!("the proof does not show that no panel is worth more than {bound}")),
        None => match search(polytope, &stage.prices) {
            Some(most) if most <= bound => yes(&name, format!("a search found no panel worth more than {bound}")),
            Some(most) => no(&name, format!("a search found a panel worth {most}, more than {bound}")),
            None => Claim { name, holds: Holds::Unproved, says: "carries no proof; search to check it".into() },
        },
    }
}

/// Whether the least chance of the unsettled is the greatest possible, and nobody settled here could have more.
fn level(
    name: &str,
    stage: &StageClaim,
    certificate: &Certificate,
    chances: &[BigRational],
    unsettled: &mut Vec<usize>,
) -> Claim {
    if stage.unsettled != *unsettled || stage.settled.iter().any(|it| !unsettled.contains(it)) {
        return no(name, "the list of those who are not yet settled is wrong".into());
    }
    if stage.prices.iter().any(Signed::is_negative) {
        return no(name, "a price is below zero".into());
    }
    let price =
        |kind: usize| BigRational::from(BigInt::from(stage.prices[kind]) * certificate.kinds[kind].members.len());
    let Ok(bound) = stage.bound.parse::<BigInt>() else { return no(name, "the bound is no whole number".into()) };
    let of_unsettled: BigRational = unsettled.iter().map(|it| price(*it)).sum();
    if !of_unsettled.is_positive() {
        return no(name, "nobody unsettled has a price".into());
    }
    let of_settled: BigRational =
        (0..chances.len()).filter(|it| !unsettled.contains(it)).map(|it| price(it) * &chances[it]).sum();
    let most = (BigRational::from(bound) - of_settled) / &of_unsettled;
    let Some(least) = unsettled.iter().map(|it| &chances[*it]).min().cloned() else {
        return no(name, "nobody is left to settle".into());
    };
    let gap = &most - &least;
    if gap.is_negative() {
        return no(name, "the bound is below what the lottery reaches".into());
    }
    for kind in &stage.settled {
        // With the others at the level, this is the most that one of this kind can have.
        let own = price(*kind);
        let is_settled = own.is_positive() && {
            let cap = &least + &gap * &of_unsettled / own;
            cap - &chances[*kind] <= fine() * BigRational::from(BigInt::from(10))
        };
        if !is_settled {
            return no(name, format!("kind {kind} is said to be settled, and could have more"));
        }
    }
    unsettled.retain(|it| !stage.settled.contains(it));
    let says = format!("the least chance is {}, no lottery can pass {}", percent(&least), percent(&most));
    reaches(name, stage, gap <= fine(), says)
}

/// `n/k · greatest + γ · k/n / least` against what any lottery must have.
///
/// Prices split into those of the least (above zero) and of the greatest (below): for every lottery
/// `A · least − B · greatest ≤ bound` (the lift, which says `least ≤ greatest`, adds to both), hence by the inequality of means at least `2 √(γ A/B) − n/k · bound / B`.
fn goldilocks(
    name: &str,
    stage: &StageClaim,
    certificate: &Certificate,
    chances: &[BigRational],
    (free, gamma): (&[usize], u32),
) -> Claim {
    if let Some(wrong) = others(name, stage, certificate, chances, free) {
        return wrong;
    }
    let count = |it: &usize| BigInt::from(certificate.kinds[*it].members.len());
    let people: BigInt = free.iter().map(count).sum();
    let places: BigRational = free.iter().map(|it| &chances[*it] * count(it)).sum();
    let (Some(least), Some(most)) =
        (free.iter().map(|it| &chances[*it]).min(), free.iter().map(|it| &chances[*it]).max())
    else {
        return yes(name, "nobody's chance is open".into());
    };
    if !least.is_positive() || !places.is_positive() {
        return no(name, "somebody has no chance".into());
    }
    let share = BigRational::from(people) / places;
    let gamma = BigRational::new(gamma.into(), 1_000.into());
    let value = &share * most + &gamma / (&share * least);
    let Ok(bound) = stage.bound.parse::<BigInt>() else { return no(name, "the bound is no whole number".into()) };
    let fixed: BigRational = (0..chances.len())
        .filter(|it| certificate.kinds[*it].is_in)
        .map(|it| BigRational::from(BigInt::from(stage.prices[it]) * count(&it)))
        .sum();
    let bound = BigRational::from(bound) - fixed;
    let of = |sign: i64| -> BigRational {
        free.iter()
            .filter(|it| stage.prices[**it].signum() == sign)
            .map(|it| BigRational::from(BigInt::from(stage.prices[*it].abs()) * count(it)))
            .sum()
    };
    let Some(lift) = stage.lift.parse::<BigInt>().ok().filter(|it| !it.is_negative()) else {
        return no(name, "the lift is no whole number from zero up".into());
    };
    let lift = BigRational::new(lift, 1_000_000_000.into());
    let (for_least, for_most) = (of(1) + &lift, of(-1) + &lift);
    if !for_most.is_positive() {
        return no(name, "no price holds the greatest chance down".into());
    }
    let root = root_below(&(&gamma * &for_least / &for_most));
    let floor = root * BigRational::from(BigInt::from(2)) - &share * bound / &for_most;
    let gap = &value - &floor;
    let says = format!("the measure is {:.6}, no lottery is below {:.6}", number(&value), number(&floor));
    reaches(
        name,
        stage,
        gap <= fine() * BigRational::from(BigInt::from(100)) * (&value + BigRational::from(BigInt::from(1))),
        says,
    )
}

/// Nash welfare against what any lottery can gain: prices must be one over the chances, and the bound near the number of
/// people (the duality gap of `Σ log p`: `max Σ x/p − n`).
fn nash(name: &str, stage: &StageClaim, certificate: &Certificate, chances: &[BigRational], free: &[usize]) -> Claim {
    if let Some(wrong) = others(name, stage, certificate, chances, free) {
        return wrong;
    }
    let count = |it: &usize| BigRational::from(BigInt::from(certificate.kinds[*it].members.len()));
    let Some(scale) = free.iter().map(|it| BigRational::from(BigInt::from(stage.prices[*it])) * &chances[*it]).max()
    else {
        return yes(name, "nobody's chance is open".into());
    };
    if !scale.is_positive() || (0..chances.len()).any(|it| certificate.kinds[it].is_in && stage.prices[it] != 0) {
        return no(name, "the prices are not those of the chances".into());
    }
    let Ok(bound) = stage.bound.parse::<BigInt>() else { return no(name, "the bound is no whole number".into()) };
    // For every lottery q: Σ m (q/p) ≤ bound / scale + what the prices fall short of scale/p, so the mean of the
    // logarithms can rise by at most the logarithm of it: at most the gap over the number of people.
    let short = free
        .iter()
        .map(|it| {
            if chances[*it].is_zero() {
                return None;
            }
            let wanted = &scale / &chances[*it];
            Some((wanted - BigRational::from(BigInt::from(stage.prices[*it]))) * count(it))
        })
        .sum::<Option<BigRational>>();
    let Some(short) = short else { return no(name, "somebody has no chance".into()) };
    let people: BigRational = free.iter().map(count).sum();
    let gap = ((BigRational::from(bound) + short) / &scale - &people) / &people;
    let says = format!("no lottery raises the mean logarithm of the chances by more than {:.3e}", number(&gap));
    reaches(name, stage, gap <= fine() * BigRational::from(BigInt::from(10)), says)
}

/// A gap is false where the certificate says that there is none, and an open question where it says that there is one.
fn reaches(name: &str, stage: &StageClaim, is_reached: bool, says: String) -> Claim {
    match (is_reached, stage.is_reached) {
        (true, _) => yes(name, says),
        (false, true) => no(name, format!("the lottery does not reach what it is said to reach: {says}")),
        (false, false) => Claim { name: name.into(), holds: Holds::Unproved, says },
    }
}

/// Those who are neither free nor in every panel must be in none.
fn others(
    name: &str,
    stage: &StageClaim,
    certificate: &Certificate,
    chances: &[BigRational],
    free: &[usize],
) -> Option<Claim> {
    if stage.unsettled != free {
        return Some(no(name, "the list of those whose chances count is wrong".into()));
    }
    let mut others = (0..chances.len()).filter(|it| !free.contains(it) && !certificate.kinds[*it].is_in);
    let wrong = others.find(|it| !chances[*it].is_zero() || stage.prices[*it] != 0)?;
    Some(no(name, format!("kind {wrong} was set aside, and has a chance or a price")))
}

/// Whether the stages settle what the objective promises.
fn whole(certificate: &Certificate, free: &[usize], unsettled: &[usize]) -> Claim {
    let name = "objective";
    if free.is_empty() {
        return yes(name, "nobody's chance is open".into());
    }
    if certificate.stages.is_empty() {
        return Claim { name: name.into(), holds: Holds::Unproved, says: "carries no proof".into() };
    }
    match certificate.objective {
        Objective::Goldilocks { .. } | Objective::Nash
            if !unsettled.is_empty() && certificate.stages.iter().all(|it| !it.settled.is_empty()) =>
        {
            Claim { name: name.into(), holds: Holds::Unproved, says: "the measure carries no proof".into() }
        }
        Objective::Leximin if !unsettled.is_empty() => Claim {
            name: name.into(),
            holds: Holds::Unproved,
            says: format!("{} kinds are not proved to have the greatest chance they can have", unsettled.len()),
        },
        _ => yes(name, "the stages cover what the objective promises".into()),
    }
}

fn fine() -> BigRational {
    BigRational::new(1.into(), FINE.into())
}

/// A fraction that is not above the square root, and close to it.
fn root_below(value: &BigRational) -> BigRational {
    let scale = BigInt::from(10).pow(12);
    let squared = (value * BigRational::from(&scale * &scale)).floor().to_integer();
    BigRational::new(squared.sqrt(), scale)
}

fn number(value: &BigRational) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

fn percent(value: &BigRational) -> String {
    format!("{:.6} %", number(value) * 100.0)
}
