//! Assignment from the command line: the examples of its help, and what it says of files that are wrong.

#![allow(clippy::unwrap_used)]

mod line;

use std::fmt::Write;

use expect_test::{expect, expect_file};
use line::{Desk, examples};
use proptest::prelude::*;

const FILES: &str = "--applications docs/examples/choosing/applications.csv --reviewers docs/examples/choosing/reviewers.csv \
                     --affinities docs/examples/choosing/affinities.csv";

#[test]
fn every_example_of_the_help_works_and_says_the_same_each_time() {
    let desk = Desk::new("assign");
    let mut said = String::new();
    let examples = examples(&["assign"]);
    assert_eq!(examples.len(), 4);
    for line in &examples {
        let once = desk.run(line);
        assert_eq!(once, desk.run(line));
        writeln!(said, "$ convoke {line}\n{}\n————\n", once.well()).unwrap();
    }
    expect_file!["../golden/assign.txt"].assert_eq(&said);
}

#[test]
fn a_result_that_was_changed_is_refused() {
    let desk = Desk::new("assign-tamper");
    for aim in ["floor", "total"] {
        desk.run(&format!("assign {FILES} --aim {aim} --out result.json")).well();
        let text = desk.text("result.json");
        desk.run(&format!("assign {FILES} --check result.json")).well();
        let at = text.find("\"reviewer\": \"Adjoa\"").unwrap();
        desk.write("result.json", format!("{}{}", &text[..at], text[at..].replacen("Adjoa", "Binh", 1)));
        assert!(desk.run(&format!("assign {FILES} --check result.json")).badly().contains("FALSE"));
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_all_at_once() {
    let desk = Desk::new("assign-wrong");
    desk.write("a.csv", "id,readings\nF1,\nF2,two\nF1,1\n");
    desk.write("r.csv", "id,at_most\nAda,2\nBob,\n");
    desk.write("f.csv", "application,reviewer,affinity\nF1,Ada,high\nF9,Bob,1\n");
    let line = "assign --applications a.csv --reviewers r.csv --affinities f.csv";
    let cells = desk.run(line).badly();
    desk.write("a.csv", "id,readings\nF1,\nF2,2\nF1,1\n");
    desk.write("r.csv", "id,at_most\nAda,2\nBob,1\n");
    desk.write("f.csv", "application,reviewer,affinity\nF1,Ada,0.5\nF9,Bob,1\n");
    let rows = desk.run(line).badly();
    let columns = desk.run(&line.replace("r.csv", "f.csv")).badly();
    let rule = desk.run(&format!("{line} --rule senior")).badly();
    desk.write("a.csv", "id\nF1\nF2\n");
    desk.write("f.csv", "application,reviewer,affinity\nF1,Ada,0.5\nF2,Ada,0.5\nF2,Bob,1\n");
    let short = desk.run(&format!("{line} --readings 2")).badly();
    let chance = desk.run(&format!("{line} --most-chance 2")).badly();

    expect![[r"
        a.csv, line 3, column 2 “readings”: “two” is no whole number. Write a whole number such as 0 or 12.
        r.csv, line 3, column 2 “at_most”: nothing stands here. Write a whole number such as 0 or 12.
        f.csv, line 2, column 3 “affinity”: “high” is no number. Write a number such as 3.75.

        a.csv, line 4: “F1” stands in row 1 and again in row 3; ids must differ
        f.csv, line 3: row 2 speaks of “F9”, which is not among the applications

        f.csv, line 1: there is no column “id”. The columns are: application, reviewer, affinity.
        f.csv, line 1: there is no column “at_most”. The columns are: application, reviewer, affinity.

        --rule “senior” cannot be read. Write a column of the reviewers' sheet and a number, as in “institution<=1” (of each institution at most one) or “rank=senior>=1” (at least one senior)

        1 application (F1) need 2 readings, but nobody has them as a free choice, and the others who may read them 1 more, one for each such pair. 1 is missing. Raise the loads of these reviewers, find another reviewer, lift a conflict or a rule, or want fewer readings

        --most-chance is 2; write a number above 0 and at most 1, such as 0.5"]].assert_eq(&[cells, rows, columns, rule, short, chance].join("\n\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_files_are_an_assignment_or_a_sentence(
        applications in "(id|a)(,readings)?\n([FG][0-9]?(,[0-3x])?\n){0,4}",
        reviewers in "id,at_most(,at_least)?\n([AB][0-9]?,[0-3](,[0-2])?\n){0,4}",
        affinities in "application,reviewer,affinity\n([FG][0-9]?,[AB][0-9]?,[01]\\.?[0-9]?\n){0,6}",
    ) {
        let desk = Desk::new("assign-fuzz");
        desk.write("a.csv", applications);
        desk.write("r.csv", reviewers);
        desk.write("f.csv", affinities);
        let files = "--applications a.csv --reviewers r.csv --affinities f.csv --unlisted 0";
        let said = desk.run(&format!("assign {files} --out result.json"));
        match said.ended {
            Ok(()) => desk.run(&format!("assign {files} --check result.json")).well(),
            Err(words) => {
                prop_assert!(!words.is_empty());
                words
            }
        };
    }
}
