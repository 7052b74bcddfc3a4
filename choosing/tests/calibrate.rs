//! Calibration from the command line: the examples of its help, and what it says of files that are wrong.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use choosing::{Terminal, calibrate::Command};
use clap::{CommandFactory, Parser};
use expect_test::{expect, expect_file};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    command: Command,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder of this test alone.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("choosing-calibrate-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the command with words; what it printed, and how it ended.
fn run(words: &[&str]) -> (String, Result<(), String>) {
    let line = Line::try_parse_from(std::iter::once("calibrate").chain(words.iter().copied()));
    let line = match line {
        Ok(line) => line,
        Err(error) => return (String::new(), Err(error.to_string())),
    };
    let mut out = Vec::new();
    let ended = line.command.run(&mut Terminal { out: &mut out, notes: None, stop: &AtomicBool::new(false) });
    (String::from_utf8(out).unwrap(), ended)
}

/// Runs it on a file of its own; what it says is wrong, without the folder.
fn complaint(name: &str, text: &str, words: &[&str]) -> String {
    let folder = folder(name);
    let file = folder.join("reviews.csv");
    fs::write(&file, text).unwrap();
    let mut all = vec!["--reviews", file.to_str().unwrap()];
    all.extend(words);
    let (out, ended) = run(&all);
    assert_eq!(out, "", "nothing is told of a file that is wrong");
    ended.unwrap_err().replace(&format!("{}/", folder.display()), "")
}

/// The examples in the help: their words, with paths from the root and results in a folder.
fn examples(into: &Path) -> Vec<Vec<String>> {
    let help = Line::command().render_long_help().to_string().replace("\\\n", " ");
    let of_line = |line: &str| {
        let mut quoted = false;
        let mut words = vec![String::new()];
        for letter in line.chars() {
            match letter {
                '\'' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                _ => words.last_mut().unwrap().push(letter),
            }
        }
        words.retain(|it| !it.is_empty());
        let placed = |it: String| match it.as_str() {
            name if name.starts_with("docs/") => root().join(name).display().to_string(),
            name if Path::new(name).extension().is_some_and(|it| it == "json") => into.join(name).display().to_string(),
            _ => it,
        };
        words.into_iter().map(placed).collect::<Vec<String>>()
    };
    help.lines().filter_map(|it| it.trim().strip_prefix("convoke calibrate ")).map(of_line).collect()
}

#[test]
fn every_example_of_the_help_works_and_says_the_same_each_time() {
    let folder = folder("examples");
    let examples = examples(&folder);
    assert_eq!(examples.len(), 3);
    let mut said = Vec::new();
    for words in &examples {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (out, ended) = run(&words);
        assert_eq!(ended, Ok(()));
        assert_eq!(run(&words).0, out);
        said.push(format!("{out}\n————\n\n"));
    }
    expect_file!["../golden/calibrate.txt"].assert_eq(&said.concat());
    let json = fs::read_to_string(folder.join("calibrated.json")).unwrap();
    expect_file!["../golden/calibrate.json"].assert_eq(&json);
}

#[test]
fn the_order_of_the_rows_does_not_change_a_byte() {
    let text = fs::read_to_string(root().join("docs/examples/choosing/reviews.csv")).unwrap();
    let (heading, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    rows.swap(4, 40);
    let folder = folder("order");
    let told = |name: &str, text: &str| {
        let (file, out) = (folder.join(format!("{name}.csv")), folder.join(format!("{name}.json")));
        fs::write(&file, text).unwrap();
        let words =
            ["--reviews", file.to_str().unwrap(), "--places", "8", "--extra", "5", "--out", out.to_str().unwrap()];
        run(&words).1.unwrap();
        fs::read_to_string(out).unwrap()
    };

    let turned = told("turned", &format!("{heading}\n{}\n", rows.join("\n")));

    assert!(told("straight", &text) == turned);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_all_at_once() {
    let said = [
        complaint("empty", "", &[]),
        complaint("rows", "application,reviewer,score\n", &[]),
        complaint("columns", "file,reader,points\nA,B,1\n", &[]),
        complaint("cells", "application,reviewer,score,w\nA,R1,7\n,R2,six,1\nB,,,1\n", &["--weight", "w"]),
        complaint("range", "application,reviewer,score\nA,R1,7\nA,R2,7000000\n", &[]),
        complaint("weight", "application,reviewer,score,w\nA,R1,7,1\nA,R2,6,0\n", &["--weight", "w"]),
        complaint("alone", "application,reviewer,score\nA,R1,7\nB,R2,6\n", &[]),
        complaint("same", "application,reviewer,score\nA,R1,7\nA,R2,7\n", &[]),
        complaint("none", "application,reviewer,score\nA,R1,7\nA,R2,6\n", &["--relation", "same country"]),
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
    let file = root().join("docs/examples/choosing/reviews.csv");
    let words = ["calibrate", "--reviews", file.to_str().unwrap(), "--places", "8"];
    let command = Line::try_parse_from(words).unwrap().command;
    let mut out = Vec::new();

    command.run(&mut Terminal { out: &mut out, notes: None, stop: &AtomicBool::new(true) }).unwrap();

    let said = String::from_utf8(out).unwrap();
    assert!(said.contains("It was stopped before the end; this is the best so far"), "{said}");
}

#[test]
fn what_belongs_together_is_asked_for_together() {
    let (_, ended) = run(&["--reviews", "reviews.csv", "--extra", "5"]);
    assert!(ended.unwrap_err().contains("--places"));
    let (_, ended) = run(&["--reviews", "nowhere.csv"]);
    assert!(ended.unwrap_err().starts_with("nowhere.csv: this file could not be read"));
}
