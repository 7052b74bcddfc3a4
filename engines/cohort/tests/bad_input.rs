//! Bad questions get a sentence, never a panic, a hang or a wrong answer.

use cohort::model::{Applicant, Instance, MeritRule, Policy, Quota};
use cohort::solver::{Go, Native, Watch};
use cohort::{Unselected, select};
use expect_test::expect;

fn people(count: usize) -> Vec<Applicant> {
    (0..count)
        .map(|it| Applicant::new(format!("P{it}"), [("gender", if it % 2 == 0 { "woman" } else { "man" })]))
        .collect()
}

fn refused(people: Vec<Applicant>, quotas: Vec<Quota>, size: u32) -> String {
    Instance::new(people, quotas, size).expect_err("the question is flawed").to_string()
}

fn chosen(instance: &Instance, policy: &Policy) -> Result<cohort::Selection, Unselected> {
    let mut ear = |_| Go::On;
    select(instance, policy, &Native, &mut Watch::new(&mut ear, policy.effort))
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut applicants = people(3);
    applicants[1].id = "P0".into();
    applicants[2] = applicants[2].clone().with_merit(f64::NAN, -1.0);
    let quotas = vec![Quota::of("gender", "woman", 3, 2), Quota::of("gender", "woman", 0, 1)];

    expect![[r#"
        4 people are to be chosen, but only 3 can be. Lower the size of the cohort or admit more people.
        The id "P0" stands for more than one applicant. Give everybody an id of their own.
        The merit of "P2" is NaN, which is no usable number of points. Write a number between -1,000,000 and 1,000,000.
        The merit of "P2" is -1, which is no usable number of points. Write a number between -1,000,000 and 1,000,000.
        The quota "gender: woman" asks for at least 3 and at most 2. The first must not be greater.
        Two quotas are called "gender: woman". Give each a label of its own."#]]
    .assert_eq(&refused(applicants, quotas, 4));
}

#[test]
fn nobody_and_no_places_are_told_apart() {
    assert_eq!(
        refused(Vec::new(), Vec::new(), 3),
        "There are no applicants. Add at least one, or look whether the file that was read is the right one."
    );
    assert_eq!(refused(people(3), Vec::new(), 0), "The cohort has no places. Say how many people are to be chosen.");
}

#[test]
fn quotas_that_contradict_each_other_have_no_panel() {
    let instance = Instance::new(people(10), vec![Quota::of("gender", "woman", 6, 8)], 8).unwrap();
    assert_eq!(chosen(&instance, &Policy::default()).unwrap_err(), Unselected::Impossible);
    let policy = Policy { merit: Some(MeritRule::default()), ..Policy::default() };
    let without = chosen(&instance, &policy).unwrap_err().to_string();
    assert!(without.starts_with("\"P0\" has no merit, but the rule counts merit."), "{without}");
}

#[test]
fn without_quotas_everybody_has_the_same_chance() {
    let instance = Instance::new(people(10), Vec::new(), 4).unwrap();
    let chances = chosen(&instance, &Policy::default()).unwrap().chances();
    assert!(chances.iter().all(|it| (it - 0.4).abs() < 1e-9));
}

#[test]
fn a_run_without_effort_says_so() {
    let instance = cohort::sample::programme(1, 200, 10, 30, 6).unwrap();
    let stopped = chosen(&instance, &Policy { effort: 0, ..Policy::default() });
    match stopped {
        Err(it) => assert!(it.to_string().contains("effort"), "{it}"),
        Ok(it) => assert!(it.fair.stopped.is_some()),
    }
}

#[test]
fn a_million_applicants_are_chosen_among() {
    let quotas = vec![Quota::of("gender", "woman", 50, 50), Quota::of("gender", "man", 50, 50)];
    let instance = Instance::new(people(1_000_000), quotas, 100).unwrap();
    let chances = chosen(&instance, &Policy::default()).unwrap().chances();
    assert!(chances.iter().all(|it| (it - 0.0001).abs() < 1e-9));
}

#[test]
fn too_many_kinds_are_refused_in_a_sentence() {
    let people: Vec<Applicant> = (0..4_000)
        .map(|it| {
            Applicant::new(format!("P{it}"), [("place", format!("V{}", it % 60)), ("trade", format!("T{}", it / 60))])
        })
        .collect();
    let quota = |category: &str, word: &str, many: usize| {
        (0..many).map(|it| Quota::of(category, format!("{word}{it}"), 0, 1)).collect::<Vec<_>>()
    };
    let instance = Instance::new(people, [quota("place", "V", 60), quota("trade", "T", 67)].concat(), 20).unwrap();
    assert_eq!(
        chosen(&instance, &Policy::default()).unwrap_err().to_string(),
        "Kinds of applicants: 4000 are more than the 3000 that can be handled. Use fewer categories, or fewer values of each."
    );
}
