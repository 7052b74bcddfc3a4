//! Chores around the program: `cargo xtask WORD`.

mod bench;
mod check;
mod fonts;
mod map;
mod people;
mod shots;
mod tidy;
mod tree;

use std::process::ExitCode;

/// What a word does with the words after it.
type Chore = fn(&[String]) -> Result<(), String>;

/// The words: name, what may follow, what it does.
const WORDS: [(&str, &str, &str, Chore); 7] = [
    (
        "check",
        "[ROOM]",
        "run every test there is, on both databases and in the browser; of one crate, on SQLite",
        check::run,
    ),
    ("tidy", "", "see whether the walls of the house stand", tidy::run),
    ("bench", "", "measure the release build and print one table", bench::run),
    ("shots", "FOLDER", "photograph the pages of the demonstration, wide and narrow, light and dark", shots::run),
    ("people", "[--seed N]", "invent the people of the demonstration edition anew", invent_people),
    ("map", "FOLDER", "turn the countries of the world into compact outlines", map::run),
    ("fonts", "FOLDER", "cut the faces of the site and of the documents", cut_fonts),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = words.first().map(String::as_str).unwrap_or_default();
    let Some((.., chore)) = WORDS.iter().find(|it| it.0 == asked) else {
        eprintln!("cargo xtask WORD, where WORD is one of");
        for (word, more, does, _) in WORDS {
            eprintln!("  {:<20} {does}", format!("{word} {more}"));
        }
        return ExitCode::FAILURE;
    };
    match chore(&words[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn invent_people(words: &[String]) -> Result<(), String> {
    let seed = match words {
        [] => people::SEED,
        [flag, seed] if flag == "--seed" => {
            seed.parse().map_err(|_| format!("{seed} is not a seed, a whole number is"))?
        }
        _ => return Err("cargo xtask people [--seed N]".to_owned()),
    };
    for written in people::run(seed, &tree::root().join("editions/asef-2025"))? {
        println!("{:>6} rows  {}", written.rows, written.file);
    }
    Ok(())
}

fn cut_fonts(words: &[String]) -> Result<(), String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    fonts::run(&words)
}
