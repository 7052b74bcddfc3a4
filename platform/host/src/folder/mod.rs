//! An edition as a folder: read with every mistake found at once, written in one canonical form.
//!
//! TOML for things, CSV for rows, Markdown for prose. A room reads its own files through
//! [`Thing`]s and [`Rows`], which note what is wrong and where; nobody imports anything while a
//! [`Findings`] is not empty.

mod findings;
mod rows;
mod thing;
mod write;

use std::{collections::BTreeMap, path::Path};

pub use findings::{Finding, Findings, Known, Spot};
pub use rows::{Row, Rows};
pub use thing::{Thing, things};
pub use write::{CsvOut, TomlOut};

/// The files of an edition, by their names within its folder (`texts/about.en.md`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder(pub BTreeMap<String, Vec<u8>>);

impl Folder {
    /// Reads a folder and the folders in it.
    pub fn read(at: &Path) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        gather(at, "", &mut files)?;
        Ok(Self(files))
    }

    /// Writes the files; what else is in the folder is left alone.
    pub fn write(&self, at: &Path) -> Result<(), String> {
        for (name, bytes) in &self.0 {
            let path = at.join(name);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)
                    .map_err(|error| format!("{} cannot be made: {error}", parent.display()))?;
            }
            std::fs::write(&path, bytes).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        }
        Ok(())
    }

    /// The text of a file; a missing one is a finding, and so are bytes that are no UTF-8.
    pub fn text<'a>(&'a self, name: &str, findings: &mut Findings) -> &'a str {
        let Some(bytes) = self.0.get(name) else {
            findings.add(
                Spot::file(name),
                "this file is missing",
                "every edition folder has one; an empty list is a file with its header line alone",
            );
            return "";
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let before = &bytes[..error.valid_up_to()];
                let line = before.iter().filter(|&&it| it == b'\n').count() + 1;
                findings.add(Spot::line(name, line), "these bytes are not UTF-8", "save the file as UTF-8");
                ""
            }
        }
    }

    /// Adds a file.
    pub fn put(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.insert(name.into(), text.into().into_bytes());
    }
}

fn gather(at: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    let entries =
        std::fs::read_dir(at).map_err(|error| format!("the folder {} cannot be read: {error}", at.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            gather(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            let bytes = std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            files.insert(format!("{prefix}{name}"), bytes);
        }
    }
    Ok(())
}
