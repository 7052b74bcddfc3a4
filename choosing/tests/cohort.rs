//! The choice from the command line: the examples of its help, the whole way, and what it says of files that are wrong.

#![allow(clippy::unwrap_used)]

mod line;

use std::{fmt::Write, fs, sync::atomic::AtomicBool};

use expect_test::{expect, expect_file};
use line::{Desk, examples, root};
use proptest::prelude::*;

const SELECT: &str = "cohort select --respondents docs/examples/choosing/respondents.csv \
                      --categories docs/examples/choosing/categories.csv --size 12 --id id --out result.json";
const CHECK: &str = "cohort check result.json --respondents docs/examples/choosing/respondents.csv \
                     --categories docs/examples/choosing/categories.csv";

#[test]
fn every_example_of_the_help_works_and_says_the_same_each_time() {
    let desk = Desk::new("examples");
    let mut said = String::new();
    let examples = examples(&["cohort"]);
    assert_eq!(examples.len(), 10);
    for line in &examples {
        let once = desk.run(line);
        assert_eq!(once, desk.run(line));
        writeln!(said, "$ convoke {line}\n{}\n————\n", once.well()).unwrap();
    }
    expect_file!["../golden/cohort.txt"].assert_eq(&said);
    expect_file!["../golden/drawn.json"].assert_eq(&desk.text("drawn.json"));
    expect_file!["../golden/changed.json"].assert_eq(&desk.text("changed.json"));
}

#[test]
fn the_same_files_make_the_same_bytes_and_a_secret_makes_other_tickets() {
    let desk = Desk::new("bytes");
    let made = |secret: &str| {
        desk.run(&format!("{SELECT}{secret}")).well();
        desk.text("result.json")
    };

    let plain = made("");
    let secret = made(" --secret 'nine larks'");

    assert_eq!(plain, made(""));
    assert_eq!(secret, made(" --secret 'nine larks'"));
    assert_ne!(plain, secret);
    desk.run(CHECK).well();
}

#[test]
fn the_checker_refuses_a_result_that_was_changed_and_one_of_other_files() {
    let desk = Desk::new("tamper");
    desk.run(SELECT).well();
    let text = desk.text("result.json");
    let first = |before: &str, after: &str| {
        let at = text.find(before).unwrap();
        desk.write("result.json", format!("{}{after}{}", &text[..at], &text[at + before.len()..]));
        desk.run(CHECK).badly()
    };

    // A weight of a panel, the rule, the commitment, somebody's number of tickets, a quota of the proof.
    assert!(first("\"weight\": ", "\"weight\": 1").contains("FALSE"));
    assert!(first("\"tickets\": 1000", "\"tickets\": 100").contains("FALSE     rule"));
    assert!(first("\"commitment\": \"", "\"commitment\": \"0").contains("FALSE     published figures"));
    let places = text.find("\"tier\": \"zone\"").unwrap();
    let own = text[places..].find("\"tickets\": ").unwrap() + places;
    desk.write("result.json", format!("{}\"tickets\": 9{}", &text[..own], &text[own + 11..]));
    assert!(desk.run(CHECK).badly().contains("FALSE     places"));
    let proof = text.find("\"certificate\": {").unwrap();
    desk.write(
        "result.json",
        format!("{}{}", &text[..proof], text[proof..].replacen("\"least\": 6", "\"least\": 5", 1)),
    );
    assert!(desk.run(CHECK).badly().contains("FALSE     fingerprint"));

    desk.write("result.json", &text);
    let people = fs::read_to_string(root().join("docs/examples/choosing/respondents.csv")).unwrap();
    desk.write("people.csv", people.replacen("woman", "man", 1));
    let said = desk.run(&CHECK.replace("docs/examples/choosing/respondents.csv", "people.csv")).badly();
    assert!(said.contains("FALSE"), "{said}");
}

#[test]
fn quotas_that_contradict_each_other_are_told_with_what_would_help() {
    let desk = Desk::new("impossible");

    let said = desk.run(&SELECT.replace("categories.csv", "too-much.csv")).badly();

    expect_file!["../golden/impossible.txt"].assert_eq(&said);
    expect_file!["../golden/impossible.json"].assert_eq(&desk.text("result.json"));
}

#[test]
fn everything_that_is_wrong_with_the_sheets_is_told_at_once() {
    let desk = Desk::new("wrong");
    desk.write(
        "quotas.csv",
        "feature;value;min;max;min_flex\nage;young;1;2;\nage;Young;0;1;\nage;old;3;2;\nsize;;x;4;1\n",
    );
    let quotas = desk.run("cohort select --respondents p.csv --categories quotas.csv --size 2 --out r.json").badly();
    desk.write("quotas.csv", "feature;value;min;max\nage;young;1;2\nage;old;0;2\n");
    desk.write("people.csv", "id;age;merit;late\n1;young;3,5;\n1;middle;x;no\n;;4;perhaps\n4;OLD;;yes\n5;old;4;5;6\n");
    let people = desk
        .run("cohort select --respondents people.csv --categories quotas.csv --size 2 --id id --merit merit --not-in late --out r.json")
        .badly();
    desk.write("people.csv", "id;age;merit;late\n1;young;3,5;\n1;middle;x;no\n;;4;perhaps\n4;OLD;;yes\n");
    let cells = desk
        .run("cohort select --respondents people.csv --categories quotas.csv --size 2 --id id --merit merit --not-in late --out r.json")
        .badly();
    let columns = desk
        .run("cohort select --respondents people.csv --categories quotas.csv --size 2 --id name --merit points --out r.json")
        .badly();
    let rule = desk.run(&format!("{SELECT} --gamma 2")).badly();
    let band = desk.run(&format!("{SELECT} --merit merit")).badly();

    expect![[r"
        p.csv: this file could not be read (No such file or directory (os error 2)). Look whether its name is right.
        quotas.csv, line 3: “age: Young” stands in line 2 already. Keep one of the two.
        quotas.csv, line 4, column 3 “min”: min is 3, but max is 2. Min must not be greater.
        quotas.csv, line 5, column 3 “min”: “x” is no whole number. Write a whole number such as 0 or 12.

        people.csv, line 6: this row has 5 cells, but there are 4 headings. Put a cell that holds a separator between quotation marks.

        people.csv, line 3, column 1 “id”: the id “1” stands in line 2 already. Give everybody an id of their own.
        people.csv, line 3, column 2 “age”: “middle” has no quota; the values are: old, young. Mend it, or allow others with --other-values.
        people.csv, line 3, column 3 “merit”: “x” is no number. Write a number such as 3.75.
        people.csv, line 4, column 1 “id”: this row has no id. Give everybody an id of their own.
        people.csv, line 4, column 2 “age”: nothing stands here; the values are: old, young. Mend it, or allow others with --other-values.
        people.csv, line 4, column 4 “late”: “perhaps” is neither yes nor no. Write yes, or leave it empty.

        people.csv, line 1: there is no column “name”. The columns are: id, age, merit, late.
        people.csv, line 1: there is no column “points”. The columns are: id, age, merit, late.

        --gamma belongs to --objective goldilocks; leave it out, or choose that objective

        how exact is the merit? Name the column of its standard errors with --merit-se, or the tie band in points with --delta (0 lets the lot decide only where panels are exactly equal)"]].assert_eq(&[quotas, people, cells, columns, rule, band].join("\n\n"));
}

#[test]
fn a_question_that_makes_no_sense_is_refused_in_a_sentence() {
    let desk = Desk::new("senseless");
    let said = [
        desk.run(&SELECT.replace("--size 12", "--size 0")).badly(),
        desk.run(&SELECT.replace("--size 12", "--size 41")).badly(),
        desk.run("cohort draw nothing.json --dice 417").badly(),
        desk.run("cohort explain docs/examples/choosing/reviews.csv A07").badly(),
    ];
    expect![[r"
        The cohort has no places. Say how many people are to be chosen.
        41 people are to be chosen, but only 40 can be. Lower the size of the cohort or admit more people.
        nothing.json: this file could not be read (No such file or directory (os error 2)). Name the result that `cohort select` wrote.
        docs/examples/choosing/reviews.csv, line 1, column 1: this is no result of `cohort select` (expected value at line 1 column 1). Name the file that it wrote."]].assert_eq(&said.join("\n"));
}

#[test]
fn a_run_that_was_stopped_or_spent_its_steps_says_so() {
    let desk = Desk::new("stopped");
    let stopped = desk.run_with(SELECT, &AtomicBool::new(true));
    let spent = desk.run(&format!("{SELECT} --effort 1"));
    let said = |it: line::Said| format!("{}{}", it.out, it.ended.err().unwrap_or_default());
    assert!(said(stopped).to_lowercase().contains("stopped"));
    assert!(said(spent).to_lowercase().contains("spent"));
}

#[test]
fn two_people_of_one_institution_are_never_on_one_ticket() {
    let desk = Desk::new("exclusive");
    let people: Vec<String> = (0..8).map(|it| format!("{it},{},h{}", ["x", "y"][it % 2], it / 2)).collect();
    desk.write("people.csv", format!("id,a,home\n{}\n", people.join("\n")));
    desk.write("quotas.csv", "category,feature,min,max\na,x,1,2\na,y,1,2\n");
    let files = "--respondents people.csv --categories quotas.csv";
    desk.run(&format!("cohort select {files} --size 3 --id id --exclusive home --out result.json")).well();
    desk.run(&format!("cohort check result.json {files}")).well();

    let result: serde_json::Value = serde_json::from_str(&desk.text("result.json")).unwrap();
    for ticket in result["tickets"]["tickets"].as_array().unwrap() {
        let mut homes: Vec<u64> = ticket.as_array().unwrap().iter().map(|it| it.as_u64().unwrap() / 2).collect();
        homes.dedup();
        assert_eq!(homes.len(), 3);
    }
}

#[test]
#[ignore = "reference"]
fn the_scottish_pool_is_chosen_and_its_proof_holds() {
    let data = std::env::var("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder");
    let desk = Desk::new("scot");
    let files = format!(
        "--respondents {data}/data/sortition/scot_22/candidates.csv --categories {data}/data/sortition/scot_22/features.csv"
    );
    for objective in ["maximin", "leximin"] {
        let line =
            format!("cohort select {files} --size 22 --id nationbuilder_id --objective {objective} --out result.json");
        let said = desk.run(&line).well();
        assert!(said.contains("The search came to its end"), "{said}");
        let said = desk.run(&format!("cohort check result.json {files}")).well();
        assert!(said.contains("claims hold"), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_two_files_are_a_choice_or_a_sentence(
        people in "[ab]{1}(,[ab]){0,2}\n([abx;\"]{0,2}(,[ab]){0,2}\n){0,6}",
        quotas in "(category,feature,min,max\n)?([ab],[ab],[0-3],[0-4x]\n){0,4}",
        size in 0_u32..5,
    ) {
        let desk = Desk::new("fuzz");
        desk.write("people.csv", people);
        desk.write("quotas.csv", quotas);
        let files = "--respondents people.csv --categories quotas.csv";
        let said = desk.run(&format!("cohort select {files} --size {size} --tickets 10 --out result.json"));
        match said.ended {
            Ok(()) => {
                let checked = desk.run(&format!("cohort check result.json {files}"));
                prop_assert_eq!(checked.ended, Ok(()), "{}", checked.out);
            }
            Err(words) => prop_assert!(!words.is_empty() || said.out.contains("Nobody was chosen")),
        }
    }
}
