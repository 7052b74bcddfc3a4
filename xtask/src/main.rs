//! The work around the program: `cargo xtask <task>`.

mod fonts;
mod people;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["people"] => rewrite_people(people::SEED),
        ["people", "--seed", seed] => {
            seed.parse().map_err(|_| format!("{seed} is not a seed, a whole number is")).and_then(rewrite_people)
        }
        ["fonts", rest @ ..] => fonts::run(rest),
        _ => Err("cargo xtask people [--seed N]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Invents the people of the demonstration edition anew.
fn rewrite_people(seed: u64) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../editions/asef-2025");
    for written in people::run(seed, &folder)? {
        println!("{:>6} rows  {}", written.rows, written.file);
    }
    Ok(())
}
