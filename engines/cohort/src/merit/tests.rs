//! Best panels and tiers of small pools against counting out.

use proptest::prelude::*;

use super::*;
use crate::check::tests::pools;
use crate::model::{Instance, MeritRule, Policy, State, merit_units};
use crate::solver::{Go, Native, Watch};

/// Every panel that keeps all rules, and its merit.
fn panels(instance: &Instance) -> Vec<(Vec<usize>, i64)> {
    let people = instance.applicants();
    let merit = |it: &usize| merit_units(people[*it].merit.unwrap().mean);
    (0_u32..1 << people.len())
        .filter(|it| it.count_ones() == instance.size())
        .map(|set| (0..people.len()).filter(|it| set >> it & 1 == 1).collect::<Vec<_>>())
        .filter(|panel| {
            let count = |at: usize| panel.iter().filter(|it| instance.met(**it).contains(&at)).count() as u32;
            let quotas =
                instance.quotas().iter().enumerate().all(|(at, it)| count(at) >= it.least && count(at) <= it.most);
            let held = (0..people.len()).all(|it| people[it].state != State::MustIn || panel.contains(&it));
            let keys: Vec<&str> = panel.iter().filter_map(|it| people[*it].exclusive.as_deref()).collect();
            let alone = keys.iter().enumerate().all(|(at, key)| !keys[..at].contains(key));
            quotas && held && alone
        })
        .map(|panel| {
            let sum = panel.iter().map(merit).sum();
            (panel, sum)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn tiers_are_what_counting_out_finds(instance in pools(), tenths in 0_u32..12) {
        let band = f64::from(tenths) / 10.0;
        let mut ear = |_| Go::On;
        let mut watch = Watch::new(&mut ear, u64::MAX);
        let admission = admit(&instance, &MeritRule::default()).unwrap();
        let all = panels(&instance);
        let best = best_panel(&instance, &admission, &Native, &mut watch);
        prop_assert_eq!(best.as_ref().map(|it| it.merit), all.iter().map(|it| it.1).max());
        let Some(best) = best else { return Ok(()) };
        prop_assert_eq!(i128::from(best.merit), best.bound);
        let found = tiers(&best, merit_units(band), &Native, &mut watch).unwrap();
        for (kind, tiered) in best.kinds.0.iter().zip(&found) {
            for it in &kind.members {
                let loss = |inside: bool| {
                    let most = all.iter().filter(|(panel, _)| panel.contains(it) == inside).map(|it| it.1).max();
                    most.map_or(i64::MAX, |it| best.merit - it)
                };
                let expected = if loss(false) > merit_units(band) {
                    Tier::Core
                } else if loss(true) > merit_units(band) {
                    Tier::Out
                } else {
                    Tier::Zone
                };
                prop_assert_eq!(tiered.tier, expected);
                for (told, counted) in [(tiered.loss_in, loss(true)), (tiered.loss_out, loss(false))] {
                    if told.is_exact {
                        prop_assert_eq!(told.least, counted);
                    } else {
                        prop_assert!(told.is_impossible || told.least <= counted);
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_applicants_changes_nothing(instance in pools(), seed in any::<u64>()) {
        let policy = Policy { merit: Some(MeritRule::default()), ..Policy::default() };
        let mut ear = |_| Go::On;
        let mut choose = |it: &Instance| crate::select(it, &policy, &Native, &mut Watch::new(&mut ear, policy.effort)).ok();
        let mut invention = crate::sample::Invention::new(seed);
        let mut people = instance.applicants().to_vec();
        people.sort_by_cached_key(|_| invention.bits());
        let other = Instance::new(people, instance.quotas().to_vec(), instance.size()).unwrap();
        let (first, second) = (choose(&instance), choose(&other));
        prop_assert_eq!(first.is_some(), second.is_some());
        if let (Some(first), Some(second)) = (first, second) {
            let (a, b) = (first.chances(), second.chances());
            for (at, it) in instance.applicants().iter().enumerate() {
                prop_assert_eq!(a[at].to_bits(), b[other.find(&it.id).unwrap()].to_bits());
            }
        }
    }
}
