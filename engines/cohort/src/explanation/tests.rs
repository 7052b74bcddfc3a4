//! Every applicant can be told why.

use expect_test::expect;

use super::*;
use crate::model::{Applicant, Objective, Quota, TieBand};
use crate::solver::{Go, Native};
use crate::{Certificate, select};

fn told(instance: &Instance, merit: Option<MeritRule>, ids: &[&str]) -> String {
    let policy = Policy { merit, objective: Objective::Leximin, tickets: 100, ..Policy::default() };
    let mut ear = |_| Go::On;
    let mut watch = Watch::new(&mut ear, 1_000_000);
    let selection = select(instance, &policy, &Native, &mut watch).unwrap();
    let certificate = Certificate::of(instance, policy.objective, &selection);
    let tickets = Tickets::of(&certificate, policy.tickets, "seed");
    let say = |id: &&str| {
        explain(instance, &policy, &certificate, &tickets, id, &Native, &mut watch)
            .map_or_else(|it| it.to_string(), |it| it.to_string())
    };
    ids.iter().map(say).collect::<Vec<_>>().join("\n")
}

#[test]
fn with_merit_everybody_learns_what_their_place_would_cost() {
    let person =
        |id: &str, country: &str, merit: f64| Applicant::new(id, [("country", country)]).with_merit(merit, 0.3);
    let mut people = vec![
        person("Ama", "Ghana", 9.0),
        person("Ben", "Ghana", 7.0),
        person("Chi", "Ghana", 6.9),
        person("Dao", "Laos", 5.0),
        person("Eva", "Laos", 4.9),
        person("Fay", "Laos", 3.0),
        person("Gil", "Ghana", 1.0),
    ];
    people.push(Applicant { state: State::Out, ..person("Hal", "Laos", 9.0) });
    let quotas = vec![Quota::of("country", "Ghana", 1, 2), Quota::of("country", "Laos", 1, 2)];
    let instance = Instance::new(people, quotas, 3).unwrap();
    let rule =
        MeritRule { floor: Some(crate::model::Floor::Points(2.0)), tie_band: TieBand::Points(0.5), budget: None };

    expect![[r#"
        Ama: in every panel.
        Merit 9 ± 0.3 points, above 6 of 8 and equal to 1.
        A best panel has this place. Without it, the best panel has 2.1 points less. Panels that differ by 0.5 points or less count as equally good.
        “country: Ghana” asks for 1 to 2; 3 may be chosen, and every panel has 2. It has more than it can take: counting for it costs 1.9 points.

        Ben: in the lottery, with a chance of 50.00 % and 50 of 100 tickets: 00, 01, 02, 05, 08, 09, 11, 14, 15, 19, 21, 23 and 38 more.
        Merit 7 ± 0.3 points, above 5 of 8.
        A best panel has this place. Without it, the best panel has 0.1 points less. Panels that differ by 0.5 points or less count as equally good.
        “country: Ghana” asks for 1 to 2; 3 may be chosen, and every panel has 2. It has more than it can take: counting for it costs 1.9 points.

        Dao: in the lottery, with a chance of 50.00 % and 50 of 100 tickets: 03, 04, 06, 07, 10, 12, 13, 16, 17, 18, 20, 22 and 38 more.
        Merit 5 ± 0.3 points, above 3 of 8.
        A best panel has this place. Without it, the best panel has 0.1 points less. Panels that differ by 0.5 points or less count as equally good.
        “country: Laos” asks for 1 to 2; 2 may be chosen, and every panel has 1.

        Fay: not chosen; every panel with this place loses more than the tie band. 1.5 points more would have led into the lottery.
        Merit 3 ± 0.3 points, above 1 of 8.
        With it, the best panel has 2 points less. A best panel does without. Panels that differ by 0.5 points or less count as equally good.
        “country: Laos” asks for 1 to 2; 2 may be chosen, and every panel has 1.

        Gil: not chosen; below the floor of merit, which 1 points more would have reached.
        Merit 1 ± 0.3 points, above 0 of 8.
        “country: Ghana” asks for 1 to 2; 3 may be chosen, and every panel has 2. It has more than it can take: counting for it costs 1.9 points.

        Hal: not in the choice; set aside before it.
        Merit 9 ± 0.3 points, above 6 of 8 and equal to 1.
        “country: Laos” asks for 1 to 2; 2 may be chosen, and every panel has 1.

        Nobody in the result has the id "Ida". Look at the spelling; ids are told apart by capitals."#]].assert_eq(&told(&instance, Some(rule), &["Ama", "Ben", "Dao", "Fay", "Gil", "Hal", "Ida"]));
}

#[test]
fn without_merit_everybody_learns_their_chance_and_what_stands_in_the_way() {
    let person = |id: &str, country: &str, sector: &str| Applicant::new(id, [("country", country), ("sector", sector)]);
    let people = vec![
        person("Ama", "Ghana", "science"),
        person("Ben", "Ghana", "science"),
        person("Dao", "Laos", "science"),
        person("Eva", "Laos", "diplomacy"),
    ];
    let quotas = vec![
        Quota::of("country", "Ghana", 1, 1),
        Quota::of("country", "Laos", 1, 1),
        Quota::of("sector", "diplomacy", 1, 1),
    ];
    let instance = Instance::new(people, quotas, 2).unwrap();

    expect![[r"
        Ama: in the lottery, with a chance of 50.00 % and 50 of 100 tickets: 00, 02, 04, 06, 08, 10, 12, 14, 16, 18, 20, 22 and 38 more.
        “country: Ghana” asks for 1 to 1; 2 may be chosen, and every panel has 1.

        Dao: not chosen; no panel that keeps all quotas has room. These cannot be kept then: country: Laos, sector: diplomacy.
        “country: Laos” asks for 1 to 1; 2 may be chosen, and every panel has 1.

        Eva: in the lottery, with a chance of 100.00 % and 100 of 100 tickets: 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11 and 88 more.
        “country: Laos” asks for 1 to 1; 2 may be chosen, and every panel has 1.
        “sector: diplomacy” asks for 1 to 1; 1 may be chosen, and every panel has 1.
    "]].assert_eq(&told(&instance, None, &["Ama", "Dao", "Eva"]));
}
