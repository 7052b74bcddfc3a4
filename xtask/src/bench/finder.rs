//! The contradiction finder: of mistakes put into reports on purpose, how many it finds, and how often it is right.

use std::process::Command;

use super::table::Table;
use crate::tree;

/// What the proof prints at its beginning and at its end.
#[derive(Debug, PartialEq, Eq)]
struct Proof {
    /// Reports in which nothing is wrong.
    reports: String,
    /// Findings in them.
    alarms: String,
    /// Mistakes put in.
    made: String,
    /// Of all findings, the share that was right.
    precision: String,
    /// Of all mistakes, the share that was found.
    recall: String,
}

/// Runs the proof of the engine and adds what came out.
pub(super) fn prove(table: &mut Table) -> Result<(), String> {
    println!("proving the contradiction finder …");
    let mut command = Command::new("cargo");
    command.current_dir(tree::root());
    command.args(["run", "--quiet", "--release", "--package", "consistency", "--example", "prove"]);
    let ended = command.output().map_err(|why| format!("the proof did not start: {why}"))?;
    let proof = read(&String::from_utf8_lossy(&ended.stdout)).ok_or("the proof printed no table")?;
    let alarms = format!("{} in {} reports", proof.alarms, proof.reports);
    table.row("false alarms where nothing is wrong", alarms, "0", "");
    table.row(&format!("{} mistakes: precision", proof.made), proof.precision, "≥ 0.95", "");
    table.row(&format!("{} mistakes: recall", proof.made), proof.recall, "≥ 0.9", "");
    Ok(())
}

/// `144 reports without mistakes: 0 alarms`, and `all 576 572 1.000 0.993`.
fn read(printed: &str) -> Option<Proof> {
    let first: Vec<&str> = printed.lines().next()?.split_whitespace().collect();
    let last: Vec<&str> = printed.lines().last()?.split_whitespace().collect();
    let ([reports, .., alarms, "alarms"], ["all", made, _, precision, recall]) = (first.as_slice(), last.as_slice())
    else {
        return None;
    };
    let [reports, alarms, made, precision, recall] =
        [reports, alarms, made, precision, recall].map(ToString::to_string);
    Some(Proof { reports, alarms, made, precision, recall })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_read_out_of_what_the_proof_prints() {
        let printed = "144 reports without mistakes: 0 alarms\nmutations  made\n  tense 16 16 1.000 1.000\nall  576 572 1.000 0.993\n";
        let proof = read(printed).unwrap();
        assert_eq!((proof.reports.as_str(), proof.alarms.as_str()), ("144", "0"));
        assert_eq!((proof.made.as_str(), proof.precision.as_str(), proof.recall.as_str()), ("576", "1.000", "0.993"));
        assert_eq!(read("error: no such example\n"), None);
    }
}
