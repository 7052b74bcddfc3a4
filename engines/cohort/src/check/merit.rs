//! Whether no panel has more merit, and the tiers are right.

use num_bigint::BigInt;

use super::polytope::{Polytope, number_of};
use super::{Claim, Holds, Searcher, no, proof, yes};
use crate::certificate::{Certificate, MeritClaim, ProofClaim};
use crate::merit::Tier;

pub(super) fn check(certificate: &Certificate, search: &mut Searcher<'_>) -> Vec<Claim> {
    let Some(merit) = &certificate.merit else { return Vec::new() };
    let polytope = Polytope::of(&merit.kinds, certificate).without_merit();
    let prices: Vec<i64> = merit.kinds.iter().map(|it| it.merit.unwrap_or(0)).collect();
    let mut claims = vec![best(merit, &polytope, &prices, search)];
    if claims[0].holds != Holds::No {
        claims.push(tiers(merit, &polytope, &prices, search));
        claims.push(lottery(certificate, merit));
    }
    claims
}

fn best(merit: &MeritClaim, polytope: &Polytope, prices: &[i64], search: &mut Searcher<'_>) -> Claim {
    let name = "best panel";
    let counts: Vec<i64> = merit.counts.iter().map(|it| i64::from(*it)).collect();
    if let Some(why) = polytope.breach(&counts) {
        return no(name, why);
    }
    let sum: BigInt = prices.iter().zip(&counts).map(|(price, count)| BigInt::from(*price) * *count).sum();
    if sum != BigInt::from(merit.merit) {
        return no(name, format!("its merit is {sum}, not {}", merit.merit));
    }
    let Ok(bound) = merit.bound.parse::<BigInt>() else { return no(name, "the bound is no whole number".into()) };
    let says = format!("it has merit {} and no panel has more than {bound}", merit.merit);
    let is_best = bound == sum;
    let proved = match &merit.proof {
        Some(it) if proof::holds(polytope, prices, &bound, it) => true,
        Some(_) => return no(name, format!("the proof does not show that no panel has more than {bound}")),
        None => match search(polytope, prices) {
            Some(most) if most > bound => return no(name, format!("a search found a panel of merit {most}")),
            Some(_) => true,
            None => false,
        },
    };
    if is_best && proved { yes(name, says) } else { Claim { name: name.into(), holds: Holds::Unproved, says } }
}

/// Core and out are claims about every panel: each needs a proof, by the rows of the best panel's proof or by a search.
fn tiers(merit: &MeritClaim, polytope: &Polytope, prices: &[i64], search: &mut Searcher<'_>) -> Claim {
    let name = "tiers";
    if merit.tiers.len() != merit.kinds.len() {
        return no(name, "not every kind has a tier".into());
    }
    let least = BigInt::from(merit.merit) - merit.band;
    let (mut by_rows, mut by_search, mut open) = (0, 0, 0);
    for (kind, tiered) in merit.tiers.iter().enumerate() {
        let members = number_of(&merit.kinds[kind].members);
        let held = match tiered.tier {
            Tier::Zone => continue,
            Tier::Core if merit.kinds[kind].is_in => continue,
            Tier::Core => (0, members - 1),
            Tier::Out => (1, polytope.bounds[kind].1),
        };
        let mut other = polytope.clone();
        other.bounds[kind] = held;
        let below = &least - 1;
        let rows = merit.proof.as_ref().filter(|it| matches!(it, ProofClaim::Bounded(_)));
        if held.0 > held.1 || rows.is_some_and(|it| proof::holds(&other, prices, &below, it)) {
            by_rows += 1;
            continue;
        }
        match search(&other, prices) {
            Some(most) if most <= below => by_search += 1,
            Some(most) => {
                return no(
                    name,
                    format!("kind {kind} is {:?}, but a panel of merit {most} says otherwise", tiered.tier),
                );
            }
            None => open += 1,
        }
    }
    let says = format!("{by_rows} kinds by the rows alone, {by_search} by a search, {open} not looked at");
    if open == 0 { yes(name, says) } else { Claim { name: name.into(), holds: Holds::Unproved, says } }
}

/// Whether the lottery is held among those whom the tiers name.
fn lottery(certificate: &Certificate, merit: &MeritClaim) -> Claim {
    let name = "lottery zone";
    let mut tier = std::collections::BTreeMap::new();
    for (kind, tiered) in merit.kinds.iter().zip(&merit.tiers) {
        for id in &kind.members {
            tier.insert(id.as_str(), tiered.tier);
        }
    }
    let mut seen = 0;
    for kind in &certificate.kinds {
        for id in &kind.members {
            let expected = if kind.is_in { Tier::Core } else { Tier::Zone };
            if tier.get(id.as_str()) != Some(&expected) {
                return no(name, format!("{id:?} is not {expected:?} by the tiers"));
            }
            seen += 1;
        }
    }
    let inside = tier.values().filter(|it| **it != Tier::Out).count();
    if seen == inside {
        yes(name, format!("{seen} people are core or zone"))
    } else {
        no(name, "somebody of the core or the zone is missing".into())
    }
}
