//! Nothing of a machine stays in the repository: no folder of somebody's disk, no address of a package registry.

use super::Finding;
use crate::tree::{Tree, is_test};

/// This file names what it looks for.
const SELF: &str = "xtask/src/tidy/traces.rs";

/// Folders of one machine. Tests and chores may speak of a temporary one.
const FOLDERS: [&str; 3] = ["/work/", "/root/", "/home/"];
const PASSING: &str = "/tmp/";

/// Where packages come from is the business of the tools and of the lock file.
const REGISTRIES: [&str; 7] =
    ["crates.io/", "://crates.io", "registry.npmjs", "npmjs.com", "pypi.org", "pythonhosted.org", "deb.debian.org"];

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| *path != SELF && !is_lock(path)) {
        let rust = std::path::Path::new(path).extension().is_some_and(|it| it == "rs");
        for (number, line) in text.lines().enumerate() {
            if let Some(folder) = FOLDERS.iter().find(|it| names(line, it)) {
                found.push(Finding::new(path, number + 1, format!("{folder} is a folder of one machine")));
            }
            if rust && !is_test(path) && !path.starts_with("xtask/") && names(line, PASSING) {
                found.push(Finding::new(path, number + 1, "ask for the temporary folder (`std::env::temp_dir`)"));
            }
            if let Some(address) = REGISTRIES.iter().find(|it| line.contains(**it)) {
                found.push(Finding::new(
                    path,
                    number + 1,
                    format!("{address} is the address of a registry; the tools know it"),
                ));
            }
        }
    }
    found
}

fn is_lock(path: &str) -> bool {
    path.ends_with("Cargo.lock") || path.ends_with("package-lock.json")
}

/// Whether a line names an absolute folder; `https://host/work/` and `../home/` are something else.
fn names(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|it| !it.is_alphanumeric() && !"._-/}".contains(it))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_a_machine_leans() {
        // Put together here, so that this file does not hold what it looks for.
        let [folder, elsewhere] = ["root", "work"];
        let manual = format!("see /{folder}/notes\nsee https://example.org/{elsewhere}/plan\n");
        let tree = Tree::of([("docs/manual.md", manual.as_str())]);
        assert_eq!(lean(&tree).len(), 1);
    }

    #[test]
    fn the_address_of_a_registry_leans_outside_lock_files() {
        let tree = Tree::of([("README.md", "from https://crates.io/x\n"), ("Cargo.lock", "https://crates.io/x\n")]);
        assert_eq!(lean(&tree).len(), 1);
    }
}
