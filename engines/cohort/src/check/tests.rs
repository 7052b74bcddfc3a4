//! Certificates of small random pools hold; falsified ones are refused by mathematics, others by the fingerprint.

use proptest::prelude::*;

use super::*;
use crate::model::{Applicant, Objective, Policy, Quota, State};
use crate::solver::{Go, Native, Watch};
use crate::{Selection, select};

fn chosen(instance: &Instance, policy: &Policy) -> Option<Selection> {
    let mut ear = |_| Go::On;
    select(instance, policy, &Native, &mut Watch::new(&mut ear, policy.effort)).ok()
}

fn searched(certificate: &Certificate, instance: &Instance) -> Verdict {
    let mut ear = |_| Go::On;
    let mut watch = Watch::new(&mut ear, u64::MAX);
    check(certificate, instance, &mut |polytope, prices| crate::greatest(polytope, prices, &Native, &mut watch))
}

/// Small pools: three categories of few values, quotas about what a panel of the size has, some keys and states.
pub(crate) fn pools() -> impl Strategy<Value = Instance> {
    let person = (0_usize..3, 0_usize..3, 0_usize..2, 0_u8..12, 0_i32..60);
    (prop::collection::vec(person, 4..14), 2_u32..6, prop::collection::vec((0_u32..3, 0_u32..3), 8), any::<u64>())
        .prop_map(|(people, size, slack, seed)| {
            let size = size.min(people.len() as u32);
            let word = |at: usize| ["red", "green", "blue"][at].to_owned();
            let applicants: Vec<Applicant> = people
                .iter()
                .enumerate()
                .map(|(at, (a, b, c, state, merit))| {
                    let values = [("a", word(*a)), ("b", word(*b)), ("c", word(*c))];
                    let mut it = Applicant::new(format!("P{at:02}"), values).with_merit(f64::from(*merit) / 10.0, 0.5);
                    match state {
                        0 => it.state = State::MustIn,
                        1 | 2 => it.exclusive = Some("home".into()),
                        3 => it.exclusive = Some("school".into()),
                        _ => {}
                    }
                    it
                })
                .collect();
            // A panel that somebody could have in mind, so that most pools have one.
            let mut invention = crate::sample::Invention::new(seed);
            let mut order: Vec<usize> = (0..applicants.len()).collect();
            order.sort_by_cached_key(|at| (applicants[*at].state != State::MustIn, invention.bits()));
            let mut used = std::collections::BTreeSet::new();
            order.retain(|at| applicants[*at].exclusive.as_ref().is_none_or(|key| used.insert(key.clone())));
            let panel = &order[..(size as usize).min(order.len())];
            let mut quotas = Vec::new();
            for (category, values) in [("a", 3), ("b", 3), ("c", 2)] {
                for value in 0..values {
                    let has = |at: &&usize| applicants[**at].attributes[category] == word(value);
                    let count = panel.iter().filter(has).count() as u32;
                    let (less, more) = slack[quotas.len()];
                    quotas.push(Quota::of(category, word(value), count.saturating_sub(less), count + more));
                }
            }
            Instance::new(applicants, quotas, panel.len() as u32).unwrap()
        })
}

fn policies() -> impl Strategy<Value = Policy> {
    prop_oneof![
        Just(Objective::Leximin),
        Just(Objective::Maximin),
        (1_u32..3_000).prop_map(|gamma_thousandths| Objective::Goldilocks { gamma_thousandths }),
        Just(Objective::Nash),
    ]
    .prop_map(|objective| Policy { objective, ..Policy::default() })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_select_claims_is_proved((instance, policy) in (pools(), policies())) {
        if let Some(selection) = chosen(&instance, &policy) {
            let certificate = Certificate::of(&instance, policy.objective, &selection);
            let verdict = check_without_search(&certificate, &instance);
            prop_assert!(verdict.is_proved(), "{verdict:#?}");
            prop_assert!(searched(&certificate, &instance).is_proved());
            let text = serde_json::to_string(&certificate).unwrap();
            prop_assert_eq!(serde_json::from_str::<Certificate>(&text).unwrap(), certificate);
        }
    }

    #[test]
    fn what_select_claims_by_merit_is_proved((instance, policy) in (pools(), policies())) {
        let policy = Policy { merit: Some(crate::model::MeritRule::default()), ..policy };
        if let Some(selection) = chosen(&instance, &policy) {
            let certificate = Certificate::of(&instance, policy.objective, &selection);
            let verdict = searched(&certificate, &instance);
            prop_assert!(verdict.is_sound(), "{verdict:#?}");
        }
    }
}

/// A pool with a choice for everybody, by lot or by merit.
fn example(policy: &Policy) -> (Instance, Certificate) {
    let instance = crate::sample::programme(3, 60, 4, 12, 5).unwrap();
    let selection = chosen(&instance, policy).unwrap();
    let certificate = Certificate::of(&instance, policy.objective, &selection);
    assert!(searched(&certificate, &instance).is_proved());
    (instance, certificate)
}

type Falsification = (&'static str, fn(&mut Certificate));

const FALSE: [Falsification; 15] = [
    ("a panel has one more", |it| it.panels[0].counts[0] += 1),
    ("a panel exchanges two kinds", |it| {
        let counts = &mut it.panels[0].counts;
        let from = counts.iter().position(|it| *it > 0).unwrap();
        let to = counts.iter().position(|it| *it == 0).unwrap();
        counts.swap(from, to);
    }),
    ("weights do not add up", |it| it.panels[0].weight -= 1),
    ("weight moves from one panel to another", |it| {
        let half = it.panels[0].weight / 2;
        it.panels[0].weight -= half;
        it.panels[1].weight += half;
    }),
    ("a panel is missing", |it| {
        it.panels.pop();
    }),
    ("the cohort is larger", |it| it.size += 1),
    ("a quota asks for more", |it| it.quotas[0].least += 1),
    ("somebody counts for another quota", |it| it.kinds[0].quotas = vec![0]),
    ("somebody is missing", |it| {
        it.kinds[0].members.pop();
    }),
    ("somebody stands twice", |it| {
        let id = it.kinds[1].members[0].clone();
        it.kinds[0].members.push(id);
    }),
    ("somebody is held in", |it| it.kinds[0].is_in = !it.kinds[0].is_in),
    ("a bound is lower", |it| {
        let bound: i128 = it.stages[0].bound.parse().unwrap();
        it.stages[0].bound = (bound - bound / 20 - 1).to_string();
    }),
    ("somebody is not looked at", |it| {
        it.stages[0].unsettled.pop();
    }),
    ("a price is below zero", |it| it.stages[0].prices.iter_mut().for_each(|it| *it = -*it)),
    ("somebody is settled too early", |it| {
        let later: Vec<usize> =
            it.stages[0].unsettled.iter().copied().filter(|kind| !it.stages[0].settled.contains(kind)).collect();
        let kind = later.first().copied().unwrap_or(usize::MAX);
        it.stages[0].settled.push(kind);
    }),
];

const FALSE_BY_MERIT: [Falsification; 6] = [
    ("the best panel has more merit", |it| it.merit.as_mut().unwrap().merit += 1),
    ("the best panel is another", |it| {
        let counts = &mut it.merit.as_mut().unwrap().counts;
        let from = counts.iter().position(|it| *it > 0).unwrap();
        counts[from] -= 1;
    }),
    ("no panel has so much merit", |it| {
        let merit = it.merit.as_mut().unwrap();
        merit.bound = (merit.merit - 1).to_string();
    }),
    ("somebody of the zone is out", |it| {
        let merit = it.merit.as_mut().unwrap();
        let zone = merit.tiers.iter().position(|it| it.tier == crate::merit::Tier::Zone).unwrap();
        merit.tiers[zone].tier = crate::merit::Tier::Out;
    }),
    ("a merit is another", |it| {
        let merit = it.merit.as_mut().unwrap();
        merit.kinds[0].merit = merit.kinds[0].merit.map(|it| it + 1);
    }),
    ("panels must have more merit than they have", |it| it.least_merit = it.least_merit.map(|it| it * 2)),
];

fn refused(instance: &Instance, certificate: &Certificate, (name, falsify): &Falsification) {
    let mut other = certificate.clone();
    falsify(&mut other);
    other.fingerprint = other.fingerprint_now();
    let verdict = searched(&other, instance);
    assert_eq!(verdict.claims[0].holds, Holds::Yes, "{name}: the fingerprint was computed again");
    assert!(!verdict.is_sound(), "{name}: {verdict:#?}");
}

#[test]
fn what_makes_a_claim_false_is_refused_by_mathematics() {
    let (instance, certificate) = example(&Policy::default());
    for it in &FALSE {
        refused(&instance, &certificate, it);
    }
    let merit = Some(crate::model::MeritRule::default());
    let (instance, certificate) = example(&Policy { merit, ..Policy::default() });
    for it in &FALSE_BY_MERIT {
        refused(&instance, &certificate, it);
    }
}

/// Every place in a structure where a value stands.
fn places(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => map.iter().for_each(|(key, it)| places(it, &format!("{at}/{key}"), found)),
        serde_json::Value::Array(list) => {
            list.iter().enumerate().for_each(|(key, it)| places(it, &format!("{at}/{key}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

#[test]
fn any_other_change_is_refused_by_the_fingerprint() {
    let (instance, certificate) = example(&Policy::default());
    let value = serde_json::to_value(&certificate).unwrap();
    let mut found = Vec::new();
    places(&value, "", &mut found);
    assert!(found.len() > 500);
    for at in found {
        let mut other = value.clone();
        let place = other.pointer_mut(&at).unwrap();
        *place = match place {
            serde_json::Value::Number(it) => (it.as_i64().unwrap() + 1).into(),
            serde_json::Value::String(it) => format!("{it}1").into(),
            serde_json::Value::Bool(it) => (!*it).into(),
            _ => "something".into(),
        };
        // What cannot be read any more is refused as well.
        if let Ok(other) = serde_json::from_value::<Certificate>(other) {
            let verdict = check_without_search(&other, &instance);
            assert_eq!(verdict.claims[0].holds, Holds::No, "{at}");
        }
    }
}
