//! The reference folder: texts and checkers that nobody here wrote. Tests that need it are counted when it is absent.

use std::path::PathBuf;

use crate::tidy::reference_tests;
use crate::tree::{self, Tree};

/// Where the folder is looked for, seen from the root, unless `CONVOKE_REFERENCE` names another.
const BESIDE: &str = "../shared";

/// What of the reference is there.
#[derive(Debug)]
pub(super) struct Reference {
    folder: PathBuf,
    is_there: bool,
    has_checkers: bool,
    in_stories: usize,
    elsewhere: usize,
}

impl Reference {
    /// Looks for the folder, and for the checkers that its own script installs.
    pub(super) fn look() -> Result<Self, String> {
        let named = std::env::var_os("CONVOKE_REFERENCE").map_or_else(|| PathBuf::from(BESIDE), PathBuf::from);
        let folder = tree::root().join(named);
        let is_there = folder.join("reference").is_dir();
        let tools = std::env::var_os("TOOLS").map_or_else(|| home().join(".cache/checks/tools"), PathBuf::from);
        let has_checkers = folder.join("checks").is_dir() && tools.join("node_modules").is_dir();
        let (in_stories, elsewhere) = reference_tests(&Tree::read()?);
        Ok(Self { folder: folder.canonicalize().unwrap_or(folder), is_there, has_checkers, in_stories, elsewhere })
    }

    /// The folder as an address that holds from anywhere.
    pub(super) fn folder(&self) -> &PathBuf {
        &self.folder
    }

    /// Whether the tests of the program that need the folder can run.
    pub(super) fn is_there(&self) -> bool {
        self.is_there
    }

    /// Whether the stories that need the checkers can run.
    pub(super) fn has_checkers(&self) -> bool {
        self.has_checkers
    }

    /// What could not be run, and why.
    pub(super) fn left_out(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.is_there {
            lines.push(format!("{} reference tests not run: no reference folder", self.in_stories + self.elsewhere));
        } else if !self.has_checkers {
            let install = self.folder.join("checks/install.sh");
            lines.push(format!(
                "{} reference tests not run: the checkers are not installed ({})",
                self.in_stories,
                install.display()
            ));
        }
        lines
    }
}

fn home() -> PathBuf {
    std::env::var_os("HOME").map_or_else(PathBuf::new, PathBuf::from)
}
