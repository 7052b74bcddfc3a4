//! Those who stay stay, and the quotas hold.

use super::*;
use crate::model::{Applicant, Quota, TieBand};
use crate::solver::{Go, Native};
use proptest::prelude::*;

fn pool(values: &[(u8, u8)], size: u32, bounds: [(u32, u32); 2]) -> Option<Instance> {
    let person = |(at, it): (usize, &(u8, u8))| {
        let value = if it.0 == 0 { "x" } else { "y" };
        Applicant::new(format!("p{at}"), [("a", value)]).with_merit(f64::from(it.1), 0.5)
    };
    let people = values.iter().enumerate().map(person).collect();
    let quotas = vec![Quota::of("a", "x", bounds[0].0, bounds[0].1), Quota::of("a", "y", bounds[1].0, bounds[1].1)];
    Instance::new(people, quotas, size).ok()
}

fn run(instance: &Instance, panel: &[usize], declined: &[usize], order: Order<'_>) -> Result<Replacement, Unreplaced> {
    let mut ear = |_| Go::On;
    replace(instance, panel, declined, order, &Native, &mut Watch::new(&mut ear, 1_000_000))
}

#[test]
fn the_best_who_keeps_the_quotas_comes_in() {
    let people = [(0, 9), (0, 8), (1, 7), (1, 6), (0, 5), (1, 1)];
    let instance = pool(&people, 4, [(2, 2), (2, 2)]).unwrap();
    let rule = MeritRule { tie_band: TieBand::Points(0.0), ..MeritRule::default() };
    let order = Order { reserve: &[], merit: Some(&rule), seed: "s" };

    // One of the second value leaves: the better applicant of the first value may not come in for them.
    let found = run(&instance, &[0, 1, 2, 3], &[3], order).unwrap();

    assert_eq!((found.leaving, found.joining, found.is_proved), (vec![3], vec![5], true));
    assert_eq!(run(&instance, &[0, 1, 2, 3], &[3, 5], order), Err(Unreplaced::Impossible));
}

#[test]
fn the_reserve_is_asked_before_the_pool() {
    let people = [(0, 9), (0, 8), (1, 7), (0, 6), (0, 5)];
    let instance = pool(&people, 3, [(0, 3), (0, 3)]).unwrap();
    let rule = MeritRule { tie_band: TieBand::Points(0.0), ..MeritRule::default() };

    let found = run(&instance, &[0, 1, 2], &[1], Order { reserve: &[4], merit: Some(&rule), seed: "s" }).unwrap();

    assert_eq!((found.joining, found.from_reserve), (vec![4], true));
}

#[test]
fn without_merit_the_seed_decides_and_nobody_is_favoured() {
    let instance = pool(&[(0, 0); 6], 2, [(0, 2), (0, 2)]).unwrap();
    let mut hits = [0; 6];
    for seed in 0..400 {
        let seed = seed.to_string();
        let found = run(&instance, &[0, 1], &[1], Order { reserve: &[], merit: None, seed: &seed }).unwrap();
        hits[found.joining[0]] += 1;
    }
    assert_eq!(hits[..2], [0, 0]);
    assert!(hits[2..].iter().all(|it| (60..=140).contains(it)), "{hits:?}");
}

proptest! {
    #[test]
    fn those_who_stay_stay_and_the_greatest_merit_comes_in(
        people in proptest::collection::vec((0_u8..2, 0_u8..9), 4..9),
        size in 1_u32..4,
        bounds in [(0_u32..2, 1_u32..4), (0_u32..2, 1_u32..4)],
        leaving in 0_usize..3,
    ) {
        let Some(instance) = pool(&people, size, bounds) else { return Ok(()) };
        let fits = |panel: &[usize]| instance.quotas().iter().enumerate().all(|(at, quota)| {
            let count = panel.iter().filter(|it| instance.met(**it).contains(&at)).count() as u32;
            (quota.least..=quota.most).contains(&count)
        });
        let panels: Vec<Vec<usize>> = (0_u32..1 << people.len())
            .filter(|it| it.count_ones() == size)
            .map(|it| (0..people.len()).filter(|at| it >> at & 1 == 1).collect())
            .filter(|it: &Vec<usize>| fits(it))
            .collect();
        let Some(panel) = panels.first() else { return Ok(()) };
        let declined = [panel[leaving % panel.len()]];
        let rule = MeritRule { tie_band: TieBand::Points(0.0), ..MeritRule::default() };
        let found = run(&instance, panel, &declined, Order { reserve: &[], merit: Some(&rule), seed: "s" });

        let staying = |it: &&Vec<usize>| panel.iter().filter(|of| **of != declined[0]).all(|of| it.contains(of));
        let others = panels.iter().filter(staying).filter(|it| !it.contains(&declined[0]));
        let most = others.map(|it| it.iter().map(|at| u32::from(people[*at].1)).sum::<u32>()).max();
        match found {
            Ok(found) => {
                prop_assert!(fits(&found.panel) && found.panel.len() == size as usize);
                prop_assert!(staying(&&found.panel) && !found.panel.contains(&declined[0]));
                prop_assert_eq!(Some(found.panel.iter().map(|at| u32::from(people[*at].1)).sum::<u32>()), most);
            }
            Err(Unreplaced::Impossible | Unreplaced::Flawed(_)) => prop_assert_eq!(most, None),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
