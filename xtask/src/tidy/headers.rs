//! Every Rust file begins by saying what it is for; a crate also tells its words, its needs and whom it tells.

use super::Finding;
use crate::tree::Tree;

/// How many lines a crate says about itself: purpose; a pause; its words, needs and listeners.
const OF_A_CRATE: usize = 3;

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.rust() {
        let said = text.lines().take_while(|it| it.starts_with("//!")).count();
        let crate_root = path.ends_with("/src/lib.rs");
        if said == 0 {
            found.push(Finding::new(path, 1, "begin the file with a `//!` line that says what it is for"));
        } else if crate_root && said < OF_A_CRATE {
            found.push(Finding::new(
                path,
                1,
                "a crate says three `//!` lines: its purpose, its words, what it needs and tells",
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_header_leans() {
        let tree = Tree::of([
            ("rooms/call/src/model.rs", "use kernel::Id;\n"),
            ("rooms/call/src/store.rs", "//! The rows.\n"),
        ]);
        assert_eq!(lean(&tree).len(), 1);
    }

    #[test]
    fn a_crate_that_says_one_line_leans() {
        let tree =
            Tree::of([("rooms/call/src/lib.rs", "//! Calls.\n"), ("rooms/site/src/lib.rs", "//! a\n//!\n//! b\n")]);
        assert_eq!(lean(&tree).len(), 1);
    }
}
