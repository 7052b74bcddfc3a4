//! Cargo's part: one build that is linted while it is made, and the tests that come out of it.

use std::io::{BufRead, BufReader, Read};
use std::ops::Add;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;

use super::reference::Reference;
use crate::tree;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// The crates that keep or read the record, and so run on both databases.
const OF_THE_RECORD: [&str; 3] = ["db", "host", "convoke"];

/// Lets the lints compile our own crates.
///
/// `cargo clippy` would check every dependency once more beside the build; as the compiler of our crates alone, the lints
/// read the same dependencies that the tests are linked from, and warnings end the build.
fn linting() -> [(&'static str, &'static str); 2] {
    [("RUSTC_WORKSPACE_WRAPPER", "clippy-driver"), ("CLIPPY_ARGS", "-Dwarnings__CLIPPY_HACKERY__")]
}

/// Runs cargo and shows what it says.
pub fn cargo(words: &[&str], environment: &[(&str, &str)]) -> Result<(), String> {
    let status = Command::new("cargo")
        .args(words)
        .envs(environment.iter().copied())
        .current_dir(tree::root())
        .status()
        .map_err(|why| format!("cargo does not start: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", words.join(" "))) }
}

/// Builds the program and all tests of the workspace under the lints.
pub(super) fn build(scope: &str) -> Result<(), String> {
    cargo(&["build", scope, "--all-targets", "--keep-going"], &linting())
}

/// Builds one crate and its tests under the lints.
pub(super) fn build_one(package: &str) -> Result<(), String> {
    cargo(&["build", "--package", package, "--all-targets"], &linting())
}

/// Tests that are run together.
pub(super) struct Suite {
    packages: Packages,
    environment: Vec<(String, String)>,
    also_reference: bool,
    at_once: Option<u8>,
}

/// Which crates' tests. The workspace is always built whole, so that the choice never builds a dependency anew.
enum Packages {
    One(String),
    AllBut(&'static str),
    These(Vec<String>),
}

impl Suite {
    /// All tests but the stories.
    pub(super) fn of_the_program() -> Self {
        Self::of(Packages::AllBut("scenarios"))
    }

    /// The tests that keep or read the record.
    pub(super) fn of_the_record() -> Self {
        let rooms = std::fs::read_dir(tree::root().join("rooms")).into_iter().flatten().flatten();
        let rooms = rooms.map(|it| it.file_name().to_string_lossy().into_owned());
        Self::of(Packages::These(rooms.chain(OF_THE_RECORD.map(str::to_owned)).collect()))
    }

    /// The stories, told before this program.
    pub(super) fn of_the_browser(program: &Path) -> Self {
        let mut stories = Self::of(Packages::These(vec!["scenarios".to_owned()]));
        stories.at_once = Some(2);
        stories.knowing("CONVOKE_BIN", &program.display().to_string())
    }

    /// The tests of one crate.
    pub(super) fn of_one(package: &str) -> Self {
        Self::of(Packages::One(package.to_owned()))
    }

    fn of(packages: Packages) -> Self {
        let environment = linting().map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self { packages, environment, also_reference: false, at_once: None }
    }

    /// The same with a further word in the environment.
    pub(super) fn knowing(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with those that compare with the reference folder, as far as that is there.
    pub(super) fn with(mut self, reference: &Reference) -> Self {
        let stories = matches!(&self.packages, Packages::These(names) if names.len() == 1);
        self.also_reference = if stories { reference.has_checkers() } else { reference.is_there() };
        self.knowing("CONVOKE_REFERENCE", &reference.folder().display().to_string())
    }

    /// Runs them and counts.
    pub(super) fn run(self) -> Result<Count, String> {
        let has_nextest =
            Command::new("cargo").args(["nextest", "--version"]).output().is_ok_and(|it| it.status.success());
        let words = if has_nextest { self.for_nextest() } else { self.for_cargo() };
        let mut command = Command::new("cargo");
        command.args(&words).envs(self.environment).current_dir(tree::root());
        let (success, count) = watch(command)?;
        if !success && count.failed == 0 { Err(format!("cargo {} failed", words.join(" "))) } else { Ok(count) }
    }

    fn for_nextest(&self) -> Vec<String> {
        let mut words: Vec<String> =
            ["nextest", "run", "--no-fail-fast", "--no-tests=pass", "--status-level=slow"].map(str::to_owned).to_vec();
        let package = |it: &String| format!("package({it})");
        match &self.packages {
            Packages::One(name) => words.extend(["--package".to_owned(), name.clone()]),
            Packages::AllBut(name) => {
                words.extend(["--workspace".to_owned(), "-E".to_owned(), format!("not package({name})")]);
            }
            Packages::These(names) => {
                words.extend([
                    "--workspace".to_owned(),
                    "-E".to_owned(),
                    names.iter().map(package).collect::<Vec<_>>().join(" + "),
                ]);
            }
        }
        if self.also_reference {
            words.push("--run-ignored=all".to_owned());
        }
        words.extend(self.at_once.map(|it| format!("--test-threads={it}")));
        words
    }

    fn for_cargo(&self) -> Vec<String> {
        let mut words: Vec<String> =
            ["test", "--no-fail-fast", "--lib", "--bins", "--tests"].map(str::to_owned).to_vec();
        match &self.packages {
            Packages::One(name) => words.extend(["--package".to_owned(), name.clone()]),
            Packages::AllBut(name) => words.extend(["--workspace", "--exclude", name].map(str::to_owned)),
            Packages::These(names) => words.extend(names.iter().flat_map(|it| ["--package".to_owned(), it.clone()])),
        }
        words.push("--".to_owned());
        if self.also_reference {
            words.push("--include-ignored".to_owned());
        }
        words.extend(self.at_once.map(|it| format!("--test-threads={it}")));
        words
    }
}

/// Shows what a command says while it says it, and counts the tests of which it tells.
fn watch(mut command: Command) -> Result<(bool, Count), String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|why| format!("cargo does not start: {why}"))?;
    let (teller, told) = mpsc::channel();
    relay(child.stdout.take(), teller.clone());
    relay(child.stderr.take(), teller);
    let mut count = Count::default();
    for line in told {
        println!("{line}");
        count = count + counted(&line).unwrap_or_default();
    }
    let status = child.wait().map_err(|why| why.to_string())?;
    Ok((status.success(), count))
}

fn relay(stream: Option<impl Read + Send + 'static>, teller: mpsc::Sender<String>) {
    let Some(stream) = stream else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let _ = teller.send(String::from_utf8_lossy(&line).into_owned());
        }
    });
}

/// The tests that a line of nextest's or of cargo's sums up.
fn counted(line: &str) -> Option<Count> {
    let (_, sums) = line.split_once("tests run: ").or_else(|| line.split_once("test run: ")).or_else(|| {
        let (_, after) = line.split_once("test result: ")?;
        after.split_once(". ")
    })?;
    let mut count = Count::default();
    for sum in sums.split([',', ';']) {
        let mut words = sum.split_whitespace();
        let Some(number) = words.next().and_then(|it| it.parse::<usize>().ok()) else { continue };
        match words.next() {
            Some("passed") => count.passed += number,
            Some("failed" | "timed" | "exec") => count.failed += number,
            _ => {}
        }
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_of_both_runners_are_understood() {
        let nextest = "     Summary [   0.040s] 7 tests run: 4 passed (1 slow), 2 failed, 1 timed out, 9 skipped";
        let cargo = "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(counted(nextest), Some(Count { passed: 4, failed: 3 }));
        assert_eq!(counted(cargo), Some(Count { passed: 3, failed: 1 }));
        assert_eq!(counted("   Compiling kernel v0.1.0"), None);
    }
}
