//! Runs the command line as a secretariat would, with files in a folder of the test's own.

#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use choosing::{Terminal, assign, calibrate, cohort};
use clap::{CommandFactory, Parser, Subcommand};

#[derive(Parser)]
pub struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(subcommand)]
    Cohort(cohort::Command),
    Assign(assign::Command),
    Calibrate(calibrate::Command),
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder of one test alone.
pub struct Desk(PathBuf);

impl Desk {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("choosing-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).unwrap();
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs a line; what it printed, then what it complained of, without the folder. `docs/…` is the repository's own.
    pub fn run(&self, line: &str) -> Said {
        self.run_with(line, &AtomicBool::new(false))
    }

    pub fn run_with(&self, line: &str, stop: &AtomicBool) -> Said {
        let words = split(line).into_iter().map(|it| self.placed(it));
        let line = match Line::try_parse_from(std::iter::once("convoke".to_owned()).chain(words)) {
            Ok(line) => line,
            Err(error) => return Said { out: String::new(), ended: Err(error.to_string()) },
        };
        let mut out = Vec::new();
        let mut terminal = Terminal { out: &mut out, notes: None, stop };
        let ended = match line.command {
            Command::Cohort(it) => it.run(&mut terminal),
            Command::Assign(it) => it.run(&mut terminal),
            Command::Calibrate(it) => it.run(&mut terminal),
        };
        let bare = |it: String| {
            it.replace(&format!("{}/", self.0.display()), "").replace(&format!("{}/", root().display()), "")
        };
        Said { out: bare(String::from_utf8(out).unwrap()), ended: ended.map_err(bare) }
    }

    fn placed(&self, word: String) -> String {
        let is_file = Path::new(&word).extension().is_some_and(|it| it == "json" || it == "csv") && !word.contains(' ');
        match word.strip_prefix("docs/") {
            Some(_) => root().join(&word).display().to_string(),
            None if is_file && !Path::new(&word).is_absolute() => self.path(&word).display().to_string(),
            None => word,
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a line printed and how it ended.
#[derive(Debug, PartialEq)]
pub struct Said {
    pub out: String,
    pub ended: Result<(), String>,
}

impl Said {
    /// What it printed, if it did what was asked.
    #[track_caller]
    pub fn well(self) -> String {
        assert_eq!(self.ended, Ok(()), "{}", self.out);
        self.out
    }

    /// What it printed and complained of, if it did not.
    #[track_caller]
    pub fn badly(self) -> String {
        let complaint = self.ended.expect_err(&self.out);
        format!("{}{complaint}", self.out)
    }
}

fn split(line: &str) -> Vec<String> {
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
    words
}

/// The examples in the help of a command and of those below it, in order, without `convoke`.
pub fn examples(path: &[&str]) -> Vec<String> {
    let mut line = Line::command();
    let mut command = &mut line;
    for it in path {
        command = command.find_subcommand_mut(it).unwrap();
    }
    let own = command.render_long_help().to_string().replace("\\\n", " ");
    let mut found: Vec<String> =
        own.lines().filter_map(|it| it.trim().strip_prefix("convoke ")).map(str::to_owned).collect();
    let below: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for it in below.iter().filter(|it| *it != "help") {
        let mut path = path.to_vec();
        path.push(it);
        found.extend(examples(&path));
    }
    found
}
