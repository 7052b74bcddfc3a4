//! Calibration from the command line: the examples of its help, and what it says of files that are wrong.

#![allow(clippy::unwrap_used)]

mod line;

use std::{fs, sync::atomic::AtomicBool};

use expect_test::{expect, expect_file};
use line::{Desk, examples, root};

const REVIEWS: &str = "docs/examples/choosing/reviews.csv";

/// What is said of a sheet that is wrong.
fn complaint(name: &str, text: &str, words: &str) -> String {
    let desk = Desk::new(&format!("calibrate-{name}"));
    desk.write("reviews.csv", text);
    let said = desk.run(&format!("calibrate --reviews reviews.csv {words}"));
    assert_eq!(said.out, "", "nothing is told of a file that is wrong");
    said.ended.unwrap_err()
}

#[test]
fn every_example_of_the_help_works_and_says_the_same_each_time() {
    let desk = Desk::new("calibrate-examples");
    let examples = examples(&["calibrate"]);
    assert_eq!(examples.len(), 3);
    let mut said = Vec::new();
    for line in &examples {
        let once = desk.run(line);
        assert_eq!(once, desk.run(line));
        said.push(format!("{}\n————\n\n", once.well()));
    }
    expect_file!["../golden/calibrate.txt"].assert_eq(&said.concat());
    expect_file!["../golden/calibrate.json"].assert_eq(&desk.text("calibrated.json"));
}

#[test]
fn the_order_of_the_rows_does_not_change_a_byte() {
    let text = fs::read_to_string(root().join(REVIEWS)).unwrap();
    let (heading, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    rows.swap(4, 40);
    let desk = Desk::new("calibrate-order");
    let told = |name: &str, text: &str| {
        desk.write(&format!("{name}.csv"), text);
        desk.run(&format!("calibrate --reviews {name}.csv --places 8 --extra 5 --out {name}.json")).well();
        desk.text(&format!("{name}.json"))
    };

    let turned = told("turned", &format!("{heading}\n{}\n", rows.join("\n")));

    assert!(told("straight", &text) == turned);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_all_at_once() {
    let said = [
        complaint("empty", "", ""),
        complaint("rows", "application,reviewer,score\n", ""),
        complaint("columns", "file,reader,points\nA,B,1\n", ""),
        complaint("cells", "application,reviewer,score,w\nA,R1,7\n,R2,six,1\nB,,,1\n", "--weight w"),
        complaint("range", "application,reviewer,score\nA,R1,7\nA,R2,7000000\n", ""),
        complaint("weight", "application,reviewer,score,w\nA,R1,7,1\nA,R2,6,0\n", "--weight w"),
        complaint("alone", "application,reviewer,score\nA,R1,7\nB,R2,6\n", ""),
        complaint("same", "application,reviewer,score\nA,R1,7\nA,R2,7\n", ""),
        complaint("none", "application,reviewer,score\nA,R1,7\nA,R2,6\n", "--relation 'same country'"),
    ];
    expect![[r"
        reviews.csv: this file is empty. Its first line must hold the headings.

        reviews.csv: this file has headings but no rows. Look whether it is the right one.

        reviews.csv, line 1: there is no column “application”. The columns are: file, reader, points.
        reviews.csv, line 1: there is no column “reviewer”. The columns are: file, reader, points.
        reviews.csv, line 1: there is no column “score”. The columns are: file, reader, points.

        reviews.csv, line 3, column 1 “application”: nothing stands here. Write which application it is.
        reviews.csv, line 4, column 2 “reviewer”: nothing stands here. Write which reviewer it is.
        reviews.csv, line 2, column 4 “w”: nothing stands here. Write a number such as 3.75.
        reviews.csv, line 3, column 3 “score”: “six” is no number. Write a number such as 3.75.
        reviews.csv, line 4, column 3 “score”: nothing stands here. Write a number such as 3.75.

        reviews.csv, line 3, column 3 “score”: the score is 7000000. Write a number between -1,000,000 and 1,000,000.

        reviews.csv, line 3, column 4 “w”: the weight is 0. Write a number between 0.001 and 1,000; 1 is usual.

        reviews.csv: no application was read by two reviewers, so a strict reviewer cannot be told from a weak application; have some read twice.

        reviews.csv: the scores do not differ beyond what the relations explain; there is nothing to calibrate.

        reviews.csv, line 1: there is no column “same country”. The columns are: application, reviewer, score."]].assert_eq(&said.join("\n\n"));
}

#[test]
fn a_stopped_run_gives_the_best_so_far_and_says_so() {
    let desk = Desk::new("calibrate-stopped");

    let said = desk.run_with(&format!("calibrate --reviews {REVIEWS} --places 8"), &AtomicBool::new(true)).well();

    assert!(said.contains("It was stopped before the end; this is the best so far"), "{said}");
}

#[test]
fn what_belongs_together_is_asked_for_together() {
    let said = Desk::new("calibrate-together").run("calibrate --reviews reviews.csv --extra 5");
    assert!(said.ended.unwrap_err().contains("--places"));
}
