//! Who may know whom: rooms look back, engines know nobody of ours, the platform has three floors.

use std::collections::BTreeSet;

use super::Finding;
use crate::tree::{Tree, is_test};

/// The rooms in walking order.
const ROOMS: [&str; 14] = [
    "programme",
    "people",
    "agenda",
    "call",
    "review",
    "selection",
    "training",
    "simulation",
    "communique",
    "surveys",
    "ecosystem",
    "outreach",
    "report",
    "site",
];

/// What each crate of the platform may stand on.
const PLATFORM: [(&str, &[&str]); 4] =
    [("kernel", &[]), ("db", &["kernel"]), ("ui", &["kernel"]), ("host", &["kernel", "db", "ui"])];

/// The engines that choose, which have a command line of their own.
const CHOOSE: [&str; 3] = ["assignment", "calibration", "cohort"];

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let members = members(tree);
    let mut found = Vec::new();
    for (path, text) in tree.files() {
        if let Some(folder) = path.strip_suffix("/Cargo.toml") {
            let may = may_know(folder, &members);
            for name in known(text).into_iter().filter(|it| members.contains(it.as_str()) && !may.contains(it.as_str()))
            {
                found.push(Finding::new(
                    path,
                    line_of(text, &name),
                    format!("{folder} may not know {name}: {}", rule(folder)),
                ));
            }
        }
    }
    found.extend(foreign_stores(tree));
    found
}

fn rule(folder: &str) -> &'static str {
    match folder.split('/').next() {
        Some("rooms") => "a room knows the platform, the engines and the rooms before it",
        Some("engines") => "an engine knows nothing of ours",
        Some("choosing") => "the command line of the engines that choose knows these, and nothing else of ours",
        Some("platform") => "kernel, then db and ui, then host",
        _ => "chores and stories know the program from outside",
    }
}

fn members(tree: &Tree) -> BTreeSet<&str> {
    let named =
        tree.files().filter_map(|(path, _)| path.strip_suffix("/Cargo.toml")?.split_once('/')).map(|(_, name)| name);
    named.chain(["convoke", "choosing", "xtask", "scenarios"]).collect()
}

fn may_know<'a>(folder: &str, members: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let (place, name) = folder.split_once('/').unwrap_or((folder, ""));
    let engines = members
        .iter()
        .copied()
        .filter(|it| !ROOMS.contains(it) && PLATFORM.iter().all(|(name, _)| name != it) && *it != "choosing");
    let chores = ["convoke", "xtask", "scenarios"];
    match place {
        "app" => members.iter().copied().filter(|it| !chores.contains(it)).collect(),
        "choosing" => members.iter().copied().filter(|it| CHOOSE.contains(it)).collect(),
        "xtask" => members.iter().copied().filter(|it| *it == "scenarios").collect(),
        "platform" => {
            let floors = PLATFORM.iter().find(|it| it.0 == name).map_or(&[][..], |it| it.1);
            members.iter().copied().filter(|it| floors.contains(it)).collect()
        }
        "rooms" => {
            let before = ROOMS.iter().take_while(|it| **it != name);
            let before: Vec<&str> = before.copied().chain(PLATFORM.iter().map(|it| it.0)).collect();
            members
                .iter()
                .copied()
                .filter(|it| before.contains(it))
                .chain(engines.filter(|it| !chores.contains(it)))
                .collect()
        }
        _ => BTreeSet::new(),
    }
}

/// The crates that a manifest names, for the program and for its tests alike.
fn known(manifest: &str) -> Vec<String> {
    let table: toml::Table = toml::from_str(manifest).unwrap_or_default();
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .iter()
        .filter_map(|it| table.get(*it)?.as_table())
        .flat_map(|it| it.keys().cloned())
        .collect()
}

fn line_of(text: &str, name: &str) -> usize {
    1 + text.lines().position(|it| it.split(['.', ' ', '=']).next() == Some(name)).unwrap_or_default()
}

/// A room asks another at its door, not in its store.
fn foreign_stores(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.rust().filter(|(path, _)| path.starts_with("rooms/") && !is_test(path)) {
        let own = path.split('/').nth(1).unwrap_or_default();
        for (number, line) in text.lines().enumerate() {
            let other = ROOMS.iter().find(|it| **it != own && line.contains(&format!("{it}::store::")));
            if let Some(other) = other {
                found.push(Finding::new(
                    path,
                    number + 1,
                    format!("ask {other} at its door (its lib.rs), not in its store"),
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(call: &str, engine: &str) -> Tree {
        Tree::of([
            ("platform/kernel/Cargo.toml", "[dependencies]\n"),
            ("rooms/programme/Cargo.toml", "[dependencies]\nkernel.workspace = true\n"),
            ("rooms/call/Cargo.toml", call),
            ("rooms/review/Cargo.toml", "[dependencies]\n"),
            ("engines/charts/Cargo.toml", engine),
        ])
    }

    #[test]
    fn a_room_may_look_back() {
        assert!(lean(&tree("[dependencies]\nprogramme.workspace = true\ncharts.workspace = true\n", "")).is_empty());
    }

    #[test]
    fn a_room_that_looks_ahead_leans() {
        let found = lean(&tree("[dependencies]\nkernel.workspace = true\nreview.workspace = true\n", ""));
        assert_eq!(
            found.iter().map(|it| (it.path.as_str(), it.line)).collect::<Vec<_>>(),
            [("rooms/call/Cargo.toml", 3)]
        );
    }

    #[test]
    fn an_engine_that_knows_the_kernel_leans() {
        assert_eq!(lean(&tree("", "[dev-dependencies]\nkernel.workspace = true\n")).len(), 1);
    }

    #[test]
    fn the_command_line_of_the_engines_knows_these_alone() {
        let with = |name: &str| {
            let own = format!("[dependencies]\n{name}.workspace = true\n");
            lean(&Tree::of([
                ("choosing/Cargo.toml", own.as_str()),
                ("engines/cohort/Cargo.toml", ""),
                ("platform/host/Cargo.toml", ""),
            ]))
        };
        assert!(with("cohort").is_empty());
        assert_eq!(with("host").len(), 1);
    }

    #[test]
    fn a_room_in_the_store_of_another_leans() {
        let tree = Tree::of([("rooms/call/src/pages.rs", "//! a\nlet it = programme::store::edition(conn);\n")]);
        assert_eq!(lean(&tree).len(), 1);
    }
}
