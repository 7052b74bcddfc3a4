//! The repository as texts: what the walls read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The texts of the repository by their path, with `/` between folders.
#[derive(Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads everything that is kept or about to be kept; what is not text is left out.
    pub fn read() -> Result<Self, String> {
        let root = root();
        let files = kept(&root)?
            .into_iter()
            .filter_map(|path| std::fs::read_to_string(root.join(&path)).ok().map(|text| (path, text)))
            .collect();
        Ok(Self { files })
    }

    /// A tree for a test.
    #[cfg(test)]
    pub fn of<const N: usize>(files: [(&str, &str); N]) -> Self {
        Self { files: files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect() }
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The Rust files.
    pub fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "rs"))
    }

    /// The Rust files of the rooms, the platform and the app whose words reach readers; tests are left out.
    pub fn spoken(&self) -> impl Iterator<Item = (&str, &str)> {
        self.rust().filter(|(path, _)| {
            let ours =
                ["rooms/", "app/src/", "platform/ui/src/", "platform/host/src/"].iter().any(|it| path.starts_with(it));
            ours && !is_test(path)
        })
    }
}

/// Whether a file holds tests only.
pub fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name == "tests.rs"
        || name == "testing.rs"
        || name == "sample.rs"
        || path.contains("/tests/")
        || path.contains("/golden/")
}

fn kept(root: &Path) -> Result<Vec<String>, String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root)
        .output();
    if let Ok(listed) = listed
        && listed.status.success()
    {
        let names = String::from_utf8_lossy(&listed.stdout);
        return Ok(names.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect());
    }
    let mut found = Vec::new();
    walk(root, "", &mut found)?;
    Ok(found)
}

/// Without git, every file outside the folders that are made.
fn walk(folder: &Path, before: &str, found: &mut Vec<String>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if before.is_empty() && ["target", "data", ".git"].contains(&name.as_str()) {
            continue;
        }
        let path = format!("{before}{name}");
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
