//! A file is one sitting. Tests may tell longer stories.

use super::Finding;
use crate::tree::{Tree, is_test};

/// Where a file is no longer one sitting.
const LINES: usize = 500;

/// Files that are long for a reason that was looked at.
const LONG: [&str; 0] = [];

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    tree.rust()
        .filter(|(path, _)| !is_test(path) && !LONG.contains(path))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(path, lines)| {
            Finding::new(
                path,
                lines,
                format!("{lines} lines are more than one sitting ({LINES}); find the second thought in it"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_many_sittings_leans() {
        let text = "//! a\n".repeat(LINES + 1);
        assert_eq!(lean(&Tree::of([("rooms/call/src/store.rs", &text), ("rooms/call/src/tests.rs", &text)])).len(), 1);
    }
}
