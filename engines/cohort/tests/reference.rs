//! Published and measured results of other programs, where the reference folder is present.

use std::fs;
use std::path::PathBuf;

use cohort::check::check_without_search;
use cohort::feasibility::relax;
use cohort::model::{Applicant, Instance, Objective, Policy, Quota};
use cohort::solver::{Go, Native, Watch};
use cohort::{Certificate, Selection, select};

fn folder(name: &str) -> PathBuf {
    let reference = std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder");
    PathBuf::from(reference).join("data/sortition").join(name)
}

fn rows(path: PathBuf) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).expect("the reference is readable");
    let cells = |line: &str| line.split(',').map(|it| it.trim().to_owned()).collect();
    text.trim_start_matches('\u{feff}').lines().map(cells).collect()
}

fn instance(name: &str, people: &str, quotas: &str, size: u32) -> Instance {
    let people = rows(folder(name).join(people));
    let quota = |it: &Vec<String>| {
        let number = |at: usize| it[at].parse().expect("the reference is readable");
        let quota = Quota::of(&it[0], &it[1], number(2), number(3));
        if it.len() > 4 { quota.with_flex(number(4), number(5)) } else { quota }
    };
    let quotas: Vec<Quota> = rows(folder(name).join(quotas))[1..].iter().map(quota).collect();
    let used = |category: &str| quotas.iter().any(|it| it.all_of[0].category == category);
    let person = |(at, it): (usize, &Vec<String>)| {
        let values = people[0].iter().zip(it).filter(|it| used(it.0));
        Applicant::new(at.to_string(), values.map(|(category, value)| (category.clone(), value.clone())))
    };
    let applicants = people[1..].iter().enumerate().map(person).collect();
    Instance::new(applicants, quotas, size).expect("the reference is readable")
}

fn scot() -> Instance {
    instance("scot_22", "candidates.csv", "features.csv", 22)
}

/// Chooses, and lets the checker prove it without any search.
fn proved(instance: &Instance, objective: Objective) -> Selection {
    let mut ear = |_| Go::On;
    let policy = Policy { objective, ..Policy::default() };
    let selection = select(instance, &policy, &Native, &mut Watch::new(&mut ear, policy.effort))
        .expect("the reference is readable");
    let verdict = check_without_search(&Certificate::of(instance, objective, &selection), instance);
    assert!(verdict.is_proved(), "{verdict:#?}");
    selection
}

/// The Gini coefficient and the geometric mean.
fn measures(chances: &[f64]) -> (f64, f64) {
    let mut sorted = chances.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let sum: f64 = sorted.iter().sum();
    let ranked: f64 = sorted.iter().enumerate().map(|(at, it)| (2.0 * (at as f64 + 1.0) - n - 1.0) * it).sum();
    let logs: f64 = sorted.iter().map(|it| libm::log(*it)).sum();
    (ranked / (n * sum), libm::exp(logs / n))
}

#[test]
#[ignore = "reference"]
fn the_leximin_chances_of_scot_22_are_those_of_the_reference() {
    let instance = scot();
    let golden: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder("scot_22").join("golden_leximin.json")).unwrap()).unwrap();
    let types = golden["types"].as_array().unwrap();

    let selection = proved(&instance, Objective::Leximin);

    let chances = selection.chances();
    assert_eq!((selection.fair.lottery.kinds.len(), types.len()), (122, 122));
    for (applicant, chance) in instance.applicants().iter().zip(&chances) {
        // Categories in alphabetical order, as in the reference.
        let own: Vec<&str> =
            ["Gender", "age_bracket", "edu_level", "geo_bucket"].map(|it| applicant.attributes[it].as_str()).into();
        let same = types
            .iter()
            .find(|it| it["type"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).eq(own.iter().copied()));
        assert!((chance - same.unwrap()["prob"].as_f64().unwrap()).abs() < 1e-6);
    }
    let (gini, geometric) = measures(&chances);
    assert!((gini - 0.1404).abs() < 5e-5 && (geometric - 0.14121).abs() < 5e-6, "{gini} {geometric}");
}

#[test]
#[ignore = "reference"]
fn the_least_chance_of_scot_22_is_one_in_eleven() {
    let selection = proved(&scot(), Objective::Maximin);
    let least = selection.fair.lottery.chances().into_iter().min().unwrap();
    let eleventh = num_rational::BigRational::new(1.into(), 11.into());
    assert!(eleventh - least < num_rational::BigRational::new(1.into(), 100_000_000.into()));
}

#[test]
#[ignore = "reference"]
fn nash_welfare_of_scot_22_is_at_least_that_of_the_reference() {
    let chances = proved(&scot(), Objective::Nash).chances();
    let (gini, geometric) = measures(&chances);
    assert!((gini - 0.1421).abs() < 5e-4 && geometric >= 0.1419, "{gini} {geometric}");
}

#[test]
#[ignore = "reference"]
fn the_published_examples_give_everybody_one_in_ten() {
    for (name, size) in [("example_small_20", 20), ("example_large_200", 200)] {
        let instance = instance(name, "respondents.csv", "categories.csv", size);
        for objective in [
            Objective::Leximin,
            Objective::Maximin,
            Objective::Nash,
            Objective::Goldilocks { gamma_thousandths: 1_000 },
        ] {
            let chances = proved(&instance, objective).chances();
            assert!(chances.iter().all(|it| (it - 0.1).abs() < 1e-6), "{name} {objective:?}");
        }
    }
}

/// Changes of the quotas of `scot_22` (place, least, most) and the objective that `sortition-algorithms` 0.12.15 with
/// `HiGHS` reaches when it relaxes them.
const RELAXED: [(&[(usize, u32, u32)], f64); 10] = [
    (&[(1, 10, 10), (8, 5, 5), (10, 6, 6), (12, 4, 5)], 1.5),
    (&[(8, 6, 7), (11, 5, 5), (13, 3, 4), (17, 4, 5)], 3.0),
    (&[(1, 11, 11), (15, 5, 5)], 2.8),
    (&[(2, 1, 1), (5, 5, 6), (7, 6, 6), (11, 6, 6)], 3.0),
    (&[(12, 4, 5), (14, 2, 4)], 1.5),
    (&[(6, 4, 4), (10, 4, 4), (15, 4, 5)], 1.5),
    (&[(0, 11, 11), (2, 1, 1), (10, 6, 6), (11, 6, 6)], 3.0),
    (&[(2, 1, 1), (7, 6, 6), (10, 5, 5), (14, 4, 5)], 6.0),
    (&[(12, 4, 5), (19, 3, 3)], 1.5),
    (&[(8, 7, 7), (15, 5, 5)], 2.8),
];

#[test]
#[ignore = "reference"]
fn relaxing_the_quotas_of_scot_22_costs_what_it_costs_the_reference() {
    let whole = scot();
    for (changes, cost) in RELAXED {
        let mut bounds: Vec<(u32, u32)> = whole.quotas().iter().map(|it| (it.least, it.most)).collect();
        for (at, least, most) in changes {
            bounds[*at] = (*least, *most);
        }
        let mut ear = |_| Go::On;
        let found = relax(&whole.with_quotas(&bounds), 0, &Native, &mut Watch::new(&mut ear, u64::MAX));
        assert!((found[0].cost[0] - cost).abs() < 1e-6, "{changes:?}: {} {cost}", found[0].cost[0]);
    }
}
