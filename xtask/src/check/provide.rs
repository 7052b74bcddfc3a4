//! What the checks stand on besides Rust: taken from Debian's packages when we may, named exactly when we may not.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A package, and how one sees that it is there.
type Package = (&'static str, fn() -> bool);

const PACKAGES: [Package; 4] = [
    ("chromium", || is_command("chromium")),
    ("chromium-driver", || is_command("chromedriver")),
    ("postgresql", || postgres("initdb").is_some()),
    ("libxml2-utils", || is_command("xmllint")),
];

/// Sees that everything is there, and installs what is not.
pub(super) fn everything() -> Result<(), String> {
    components()?;
    let lacking = lacking();
    if lacking.is_empty() {
        return Ok(());
    }
    let names = lacking.join(" ");
    println!("   lacking: {names}");
    let by_hand = format!("Install them and run this again:\n   apt-get install --no-install-recommends {names}");
    let Some(before) = how_to_be_root() else {
        return Err(format!("These packages are missing and may not be installed from here. {by_hand}"));
    };
    if !is_command("apt-get") {
        return Err(format!("These packages are missing and there is no apt-get. {by_hand}"));
    }
    apt(before, &["update", "-q"]);
    let mut install = vec!["install", "-q", "-y", "--no-install-recommends"];
    install.extend(&lacking);
    apt(before, &install);
    let still = self::lacking();
    if still.is_empty() { Ok(()) } else { Err(format!("apt-get did not bring {}. {by_hand}", still.join(" "))) }
}

fn lacking() -> Vec<&'static str> {
    PACKAGES.iter().filter(|(_, is_there)| !is_there()).map(|(name, _)| *name).collect()
}

/// The words before a command that make it root's: none for root, `sudo -n` where that asks nothing.
fn how_to_be_root() -> Option<&'static [&'static str]> {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|it| it.stdout.starts_with(b"0\n"));
    if is_root {
        return Some(&[]);
    }
    succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n"])
}

fn apt(before: &[&str], words: &[&str]) {
    let all: Vec<&str> = before
        .iter()
        .copied()
        .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .chain(words.iter().copied())
        .collect();
    // Whether it helped is seen by looking, not by what it says.
    let _ = Command::new(all[0]).args(&all[1..]).stdin(Stdio::null()).stdout(Stdio::null()).status();
}

/// The lints and the formatter, which a minimal toolchain lacks.
fn components() -> Result<(), String> {
    let there = |name: &str| succeeds(Command::new("cargo").args([name, "--version"]));
    if there("clippy") && there("fmt") {
        return Ok(());
    }
    println!("   lacking: clippy, rustfmt");
    let _ = Command::new("rustup").args(["component", "add", "clippy", "rustfmt"]).status();
    if there("clippy") && there("fmt") {
        Ok(())
    } else {
        Err("Add them and run this again:\n   rustup component add clippy rustfmt".to_owned())
    }
}

fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// Whether a command stands on the path.
pub(super) fn is_command(name: &str) -> bool {
    on_the_path(name).is_some()
}

fn on_the_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|it| it.join(name)).find(|it| it.is_file())
}

/// A program of the newest PostgreSQL that is installed; Debian keeps them off the path.
pub(super) fn postgres(name: &str) -> Option<PathBuf> {
    let versions = std::fs::read_dir(Path::new("/usr/lib/postgresql")).ok();
    let mut found: Vec<(u32, PathBuf)> = versions
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|it| Some((it.file_name().to_str()?.parse().ok()?, it.path().join("bin").join(name))))
        .filter(|(_, path)| path.is_file())
        .collect();
    found.sort();
    found.pop().map(|it| it.1).or_else(|| on_the_path(name))
}
