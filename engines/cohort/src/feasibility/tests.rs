//! Small pools whose contradictions are known, and random ones against counting out.

use proptest::prelude::*;

use super::*;
use crate::model::{Applicant, Quota, State};
use crate::solver::{Go, Native};

fn people(of: &[(&str, &str, usize)]) -> Vec<Applicant> {
    let mut people = Vec::new();
    for (gender, region, count) in of {
        for _ in 0..*count {
            people.push(Applicant::new(format!("P{}", people.len()), [("gender", *gender), ("region", *region)]));
        }
    }
    people
}

fn watched<T>(work: impl FnOnce(&mut Watch<'_>) -> T) -> T {
    let mut ear = |_| Go::On;
    work(&mut Watch::new(&mut ear, u64::MAX))
}

fn told(relaxations: &[Relaxation]) -> Vec<String> {
    let one = |it: &Relaxation| {
        let changes: Vec<String> = it.changes.iter().map(ToString::to_string).collect();
        format!("{} ({:?})", changes.join("; "), it.cost)
    };
    relaxations.iter().map(one).collect()
}

#[test]
fn a_quota_that_lacks_people_is_told_in_a_sentence() {
    let quotas = vec![Quota::of("gender", "woman", 3, 5), Quota::of("gender", "man", 3, 5)];
    let instance = Instance::new(people(&[("woman", "north", 2), ("man", "south", 8)]), quotas, 6).unwrap();

    let told: Vec<String> = contradictions(&instance).iter().map(ToString::to_string).collect();

    assert_eq!(
        told,
        [
            "The quota \"gender: woman\" asks for at least 3, but only 2 such people may be chosen. Lower it, or admit more."
        ]
    );
}

#[test]
fn quotas_that_contradict_each_other_are_named_and_no_others() {
    // All women live in the north, so four women and four southerners do not fit into six places.
    let quotas = vec![
        Quota::of("gender", "woman", 4, 6),
        Quota::of("region", "south", 4, 6),
        Quota::of("region", "north", 0, 6),
        Quota::of("gender", "man", 1, 6),
    ];
    let instance = Instance::new(people(&[("woman", "north", 6), ("man", "south", 6)]), quotas, 6).unwrap();

    assert_eq!(contradictions(&instance), []);
    assert_eq!(watched(|watch| is_possible(&instance, &Native, watch)), Some(false));
    let conflict = watched(|watch| conflict(&instance, &Native, watch)).unwrap();
    assert_eq!(conflict.quotas, [0, 1]);
    assert!(conflict.proof.is_some());
    assert_eq!(
        conflict.to_string(),
        "The quotas \"gender: woman\" and \"region: south\" cannot be kept together with these applicants. Without any one of them the others can."
    );
    assert_eq!(
        told(&watched(|watch| relax(&instance, 2, &Native, watch))),
        [
            "lower the least of \"gender: woman\" from 4 to 2 ([3.0])",
            "lower the least of \"gender: woman\" from 4 to 3; lower the least of \"region: south\" from 4 to 3 ([3.0])",
            "lower the least of \"region: south\" from 4 to 2 ([3.0])",
        ]
    );
    assert_eq!(
        watched(|watch| recruit(&instance, &Native, watch)).unwrap().to_string(),
        "Recruit 2 more people (gender: woman, region: south)."
    );
}

#[test]
fn a_class_that_gives_way_last_is_spared() {
    let mut quotas = vec![Quota::of("gender", "woman", 4, 6), Quota::of("region", "south", 4, 6)];
    quotas[0].priority = 2;
    let instance = Instance::new(people(&[("woman", "north", 6), ("man", "south", 6)]), quotas, 6).unwrap();

    assert_eq!(
        told(&watched(|watch| relax(&instance, 0, &Native, watch))),
        ["lower the least of \"region: south\" from 4 to 2 ([0.0, 3.0])"]
    );
}

fn questions() -> impl Strategy<Value = Instance> {
    let person = (0_usize..3, 0_usize..2, 0_u8..10);
    let quota = (0_u32..4, 0_u32..3, 0_u32..3, 0_u32..3);
    (prop::collection::vec(person, 4..9), prop::collection::vec(quota, 5), 2_u32..5).prop_map(
        |(people, bounds, size)| {
            let word = |at: usize| ["red", "green", "blue"][at];
            let applicants: Vec<Applicant> = people
                .iter()
                .enumerate()
                .map(|(at, (a, b, state))| {
                    let mut it = Applicant::new(format!("P{at}"), [("a", word(*a)), ("b", word(*b))]);
                    if *state == 0 {
                        it.state = State::MustIn;
                    }
                    it
                })
                .collect();
            let values = [("a", 0), ("a", 1), ("a", 2), ("b", 0), ("b", 1)];
            let quotas = values
                .iter()
                .zip(bounds)
                .map(|((category, value), (least, more, down, up))| {
                    Quota::of(*category, word(*value), least, least + more)
                        .with_flex(least.saturating_sub(down), least + more + up)
                })
                .collect();
            Instance::new(applicants, quotas, size).unwrap()
        },
    )
}

/// Every panel, by its members.
fn panels(instance: &Instance) -> Vec<Vec<usize>> {
    let people = instance.applicants().len();
    (0_u32..1 << people)
        .filter(|it| it.count_ones() == instance.size())
        .map(|set| (0..people).filter(|it| set >> it & 1 == 1).collect::<Vec<_>>())
        .filter(|panel| {
            let held = |it: &usize| instance.applicants()[*it].state == State::MustIn;
            (0..people).filter(held).all(|it| panel.contains(&it))
        })
        .collect()
}

/// What each quota would have to give for a panel, and what that costs; none if it may not.
fn cost(instance: &Instance, panel: &[usize]) -> Option<f64> {
    let mut cost = 0.0;
    for (at, quota) in instance.quotas().iter().enumerate() {
        let count = panel.iter().filter(|it| instance.met(**it).contains(&at)).count() as u32;
        let (short, over) = (quota.least.saturating_sub(count), count.saturating_sub(quota.most));
        if short > quota.may_lower() || over > quota.may_raise() {
            return None;
        }
        cost += f64::from(short) * (1.0 + 2.0 / f64::from(quota.least.max(1))) + f64::from(over);
    }
    Some(cost)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_cheapest_relaxation_is_what_counting_out_finds(instance in questions()) {
        let best = panels(&instance).iter().filter_map(|it| cost(&instance, it)).min_by(f64::total_cmp);
        let found = watched(|watch| relax(&instance, 3, &Native, watch));
        prop_assert_eq!(found.is_empty(), best.is_none());
        for (at, relaxation) in found.iter().enumerate() {
            if at == 0 {
                prop_assert!((relaxation.cost[0] - best.unwrap()).abs() < 1e-6);
            } else {
                prop_assert!(relaxation.cost[0] >= found[at - 1].cost[0]);
            }
            let relaxed = instance.with_quotas(&relaxation.bounds(&instance));
            prop_assert_eq!(watched(|watch| is_possible(&relaxed, &Native, watch)), Some(true));
        }
    }

    #[test]
    fn an_irreducible_conflict_is_one(instance in questions()) {
        let possible = |instance: &Instance| watched(|watch| is_possible(instance, &Native, watch)).unwrap();
        let keeps = |it: &Vec<usize>| cost_of_keeping(&instance, it);
        let counted = panels(&instance).iter().any(keeps);
        prop_assert_eq!(possible(&instance), counted);
        prop_assert!(!counted || contradictions(&instance).is_empty());
        let found = watched(|watch| conflict(&instance, &Native, watch));
        prop_assert_eq!(found.is_none(), counted);
        if let Some(found) = found {
            let only = |keep: &[usize]| {
                let bounds: Vec<(u32, u32)> = instance.quotas().iter().enumerate()
                    .map(|(at, it)| if keep.contains(&at) { (it.least, it.most) } else { (0, u32::MAX) })
                    .collect();
                instance.with_quotas(&bounds)
            };
            prop_assert!(!possible(&only(&found.quotas)));
            for it in &found.quotas {
                let others: Vec<usize> = found.quotas.iter().copied().filter(|other| other != it).collect();
                prop_assert!(possible(&only(&others)));
            }
        }
    }
}

fn cost_of_keeping(instance: &Instance, panel: &[usize]) -> bool {
    instance.quotas().iter().enumerate().all(|(at, quota)| {
        let count = panel.iter().filter(|it| instance.met(**it).contains(&at)).count() as u32;
        count >= quota.least && count <= quota.most
    })
}
