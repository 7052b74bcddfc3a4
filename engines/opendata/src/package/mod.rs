//! A Frictionless data package: tables as CSV, a descriptor that explains them, and one archive around both.
//!
//! Source: the Data Package standard, version 2 (Data Package, Data Resource, Table Dialect, Table Schema), written so
//! that readers of version 1 understand it too. The tables are CSV as RFC 4180 has it: UTF-8 without a mark at its
//! head, commas, every line ended by CR LF, quotes only where they are needed.

mod archive;
mod descriptor;
mod field;
mod sheet;
mod table;

pub use field::{Constraints, Field, FieldType};
pub use table::{Cell, HIDDEN, NOT_KNOWN, Table};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::{Flaw, Unpublishable};

/// Tables that are published together. They hold no person.
#[derive(Clone, Debug)]
pub struct Package {
    /// A short name of small letters, digits and `-`, `_`, `.`: `summit-2025-indicators`.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What is in it, how small numbers are protected, as of when.
    pub description: String,
    /// Its version: a later correction has a later one.
    pub version: String,
    /// When it was published; the only time in the files.
    pub created: Timestamp,
    /// The address of the publication.
    pub homepage: Option<String>,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// Under which terms it may be used; at least one.
    pub licences: Vec<Licence>,
    /// What it was made from.
    pub sources: Vec<Source>,
    /// Who made it: organisations.
    pub contributors: Vec<Contributor>,
    /// The tables; at least one.
    pub tables: Vec<Table>,
    /// Further files that go into the archive beside the tables, `README.md`.
    pub enclosed: Vec<File>,
}

/// Terms of use.
#[derive(Clone, Debug)]
pub struct Licence {
    /// Its name in the list of open licences: `CC-BY-4.0`.
    pub name: String,
    /// The address of its text.
    pub path: String,
    /// Its name for people.
    pub title: String,
}

/// What a package was made from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name for people.
    pub title: String,
    /// Its address, if it has one.
    pub path: Option<String>,
    /// Which state of it.
    pub version: Option<String>,
}

/// Who made a package.
#[derive(Clone, Debug)]
pub struct Contributor {
    /// The name.
    pub title: String,
    /// An address on the web.
    pub path: Option<String>,
    /// What they did: `creator`, `publisher`.
    pub roles: Vec<String>,
}

/// A file by its path inside the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path, with `/` between folders.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}

impl File {
    /// The digest of the content, as the descriptor writes it: `sha256:` and 64 digits.
    pub fn hash(&self) -> String {
        let digits: String = Sha256::digest(&self.bytes).iter().map(|it| format!("{it:02x}")).collect();
        format!("sha256:{digits}")
    }
}

impl Package {
    /// The files: `datapackage.json`, the tables, then what is enclosed.
    pub fn files(&self) -> Result<Vec<File>, Unpublishable> {
        let flaws = self.flaws();
        if !flaws.is_empty() {
            return Err(Unpublishable::Flawed(flaws));
        }
        let sheets: Vec<File> = self.tables.iter().map(sheet::file).collect::<Result<_, _>>()?;
        let mut files = vec![descriptor::file(self, &sheets)?];
        files.extend(sheets);
        files.extend(self.enclosed.iter().cloned());
        Ok(files)
    }

    /// The files in one ZIP archive; the same package gives the same bytes.
    pub fn to_zip(&self) -> Result<Vec<u8>, Unpublishable> {
        Ok(archive::zip(&self.files()?, self.created)?)
    }

    /// Everything that must be mended before this package can be published.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut must = |holds: bool, what: &str| {
            if !holds {
                flaws.push(Flaw::new(format!("package {}", self.name), what));
            }
        };
        must(is_name(&self.name), "the name is not of small letters, digits, `-`, `_` and `.`");
        must(!self.licences.is_empty(), "nothing says how it may be used");
        must(!self.tables.is_empty(), "there is no table");
        let mut paths: Vec<String> = self.tables.iter().map(Table::path).collect();
        paths.extend(self.enclosed.iter().map(|it| it.path.clone()));
        paths.push(descriptor::PATH.to_owned());
        must(paths.iter().all(|it| is_path(it)), "a file's path leads out of the package");
        paths.sort();
        must(paths.windows(2).all(|it| it[0] != it[1]), "two files have one path");
        flaws.extend(self.tables.iter().flat_map(Table::flaws));
        flaws
    }
}

/// A name that is also fit for an address.
fn is_name(name: &str) -> bool {
    let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || "-_.".contains(it);
    !name.is_empty() && name.chars().all(fits)
}

/// A path that stays below where it is unpacked (Data Resource, "Security").
fn is_path(path: &str) -> bool {
    let part = |it: &str| !it.is_empty() && it != "." && it != ".." && !it.contains(['\\', ':', '\0']);
    path.split('/').all(part)
}

#[cfg(test)]
mod tests;
