//! Whether the certificate speaks of the question that was asked: these quotas, these people, sorted rightly.

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, Holds, no, yes};
use crate::certificate::{Certificate, Group, MeritClaim};
use crate::model::{Applicant, Instance, State};

pub(super) fn check(certificate: &Certificate, instance: &Instance) -> Vec<Claim> {
    let mut claims = vec![quotas(certificate, instance)];
    claims.push(people("kinds", certificate, &certificate.kinds, instance, certificate.merit.is_some()));
    if let Some(merit) = &certificate.merit {
        claims.push(people("kinds by merit", certificate, &merit.kinds, instance, false));
        claims.push(floor(merit, instance));
    }
    claims
}

fn quotas(certificate: &Certificate, instance: &Instance) -> Claim {
    let name = "quotas";
    if certificate.size != instance.size() {
        return no(name, format!("the certificate is for {} places, asked were {}", certificate.size, instance.size()));
    }
    if certificate.quotas != instance.quotas() {
        return no(name, "the quotas are not those that were asked for".into());
    }
    yes(
        name,
        format!("{} quotas and {} places are those that were asked for", certificate.quotas.len(), certificate.size),
    )
}

fn people(name: &str, certificate: &Certificate, kinds: &[Group], instance: &Instance, by_tiers: bool) -> Claim {
    let by_id: BTreeMap<&str, &Applicant> = instance.applicants().iter().map(|it| (it.id.as_str(), it)).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, kind) in kinds.iter().enumerate() {
        if kind.members.is_empty() {
            return no(name, format!("kind {at} has no members"));
        }
        for id in &kind.members {
            let Some(applicant) = by_id.get(id.as_str()) else { return no(name, format!("nobody is called {id:?}")) };
            if !seen.insert(id) {
                return no(name, format!("{id:?} stands in two places"));
            }
            if let Some(key) = applicant.exclusive.as_deref() {
                *keys.entry(key).or_default() += 1;
            }
            if let Some(why) = misplaced(applicant, kind, certificate, by_tiers) {
                return no(name, format!("{id:?} {why}"));
            }
        }
    }
    for kind in kinds {
        for id in &kind.members {
            let shared = by_id[id.as_str()].exclusive.as_deref().filter(|it| keys[it] > 1);
            if shared != kind.exclusive.as_deref() {
                return no(name, format!("{id:?} shares the key {shared:?}, which its kind does not say"));
            }
        }
    }
    // Without merit nobody may be left out who may be chosen; with merit the tiers tell why somebody is.
    for applicant in instance.applicants() {
        let inside = seen.contains(applicant.id.as_str());
        let must = matches!(applicant.state, State::MustIn | State::Accepted);
        let may = applicant.state == State::Eligible && certificate.merit.is_none();
        if !inside && (must || may) {
            return no(name, format!("{:?} may be chosen and stands nowhere", applicant.id));
        }
    }
    yes(name, format!("{} people stand in {} kinds", seen.len(), kinds.len()))
}

/// What is wrong with the place of an applicant.
fn misplaced(applicant: &Applicant, kind: &Group, certificate: &Certificate, by_tiers: bool) -> Option<String> {
    if applicant.state == State::Out {
        return Some("is out, and stands among those who may be chosen".into());
    }
    let must = matches!(applicant.state, State::MustIn | State::Accepted);
    if must && !kind.is_in {
        return Some("must be in every panel, which its kind does not say".into());
    }
    if kind.is_in && !must && !by_tiers {
        return Some("is held in every panel without a reason".into());
    }
    let met: Vec<usize> = (0..certificate.quotas.len())
        .filter(|it| {
            let conditions = &certificate.quotas[*it].all_of;
            conditions.iter().all(|it| applicant.attributes.get(&it.category) == Some(&it.value))
        })
        .collect();
    if met != kind.quotas {
        return Some("does not count for the quotas that its kind says".into());
    }
    if kind.merit.is_none() && certificate.merit.is_some() {
        return Some("has no merit in its kind".into());
    }
    (units(applicant) != kind.merit?).then(|| "does not have the merit that its kind says".into())
}

fn units(applicant: &Applicant) -> i64 {
    (applicant.merit.map_or(0.0, |it| it.mean) * 1e6).round() as i64
}

/// Whether those who were left out before the tiers are those below the floor.
fn floor(merit: &MeritClaim, instance: &Instance) -> Claim {
    let name = "merit floor";
    let inside: BTreeSet<&str> = merit.kinds.iter().flat_map(|it| &it.members).map(String::as_str).collect();
    let exceptions: BTreeSet<&str> = merit.exceptions.iter().map(String::as_str).collect();
    let eligible = instance.applicants().iter().filter(|it| it.state == State::Eligible);
    let Some(least) = merit.passing_from else {
        let left = eligible.filter(|it| !inside.contains(it.id.as_str())).count();
        let says = format!("{left} people were left out by a rule that is not merit alone; look them up");
        return Claim { name: name.into(), holds: if left == 0 { Holds::Yes } else { Holds::Unproved }, says };
    };
    for applicant in eligible {
        let (passes, is_in) = (units(applicant) >= least, inside.contains(applicant.id.as_str()));
        if passes && !is_in {
            return no(name, format!("{:?} passes the floor and was left out", applicant.id));
        }
        if !passes && is_in != exceptions.contains(applicant.id.as_str()) {
            return no(name, format!("{:?} is below the floor, and not marked as an exception rightly", applicant.id));
        }
    }
    yes(name, format!("all who pass were admitted, and {} exceptions", exceptions.len()))
}
