//! SQL stands where it is looked for: a room's store, its import and export; the platform's own tables. The queries of
//! figures are no Rust at all: they stand in `indicators/*.toml`.

use super::Finding;
use crate::tree::{Tree, is_test};

/// The files of a room, and of the app, that may hold statements.
const MAY: [&str; 5] = ["store.rs", "edition.rs", "doctor.rs", "health.rs", "moving.rs"];

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.rust() {
        let room = path.starts_with("rooms/") || path.starts_with("app/");
        if !room || is_test(path) || may(path) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if line.contains(concat!("sql", "!(")) && !line.trim_start().starts_with("//") {
                found.push(Finding::new(
                    path,
                    number + 1,
                    "move the statement to store.rs or edition.rs, that of a figure to indicators/*.toml (in the app: doctor.rs, health.rs, moving.rs)",
                ));
            }
        }
    }
    found
}

fn may(path: &str) -> bool {
    path.split('/').any(|it| MAY.contains(&it) || MAY.iter().any(|may| may.strip_suffix(".rs") == Some(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_on_a_page_leans() {
        let text = concat!("//! a\nconn.all(db::sql", "!(\"select 1\"), ())\n");
        let tree = Tree::of([
            ("rooms/call/src/pages/show.rs", text),
            ("rooms/call/src/store.rs", text),
            ("rooms/call/src/store/moves.rs", text),
            ("platform/host/src/jobs.rs", text),
        ]);
        assert_eq!(lean(&tree).iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["rooms/call/src/pages/show.rs"]);
    }
}
