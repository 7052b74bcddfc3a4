//! A test may be left out for one reason: it compares with the reference folder, and there is none.

use super::Finding;
use crate::tree::Tree;

/// How such a test is marked.
const MARK: &str = concat!("#[ig", "nore = \"reference\"]");
const LEFT_OUT: &str = concat!("#[ig", "nore");

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.rust() {
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with(LEFT_OUT) && line.trim() != MARK {
                found.push(Finding::new(
                    path,
                    number + 1,
                    format!("a test is left out only as {MARK}; `cargo xtask check` counts those"),
                ));
            }
        }
    }
    found
}

/// How many tests need the reference folder: in the browser stories, and elsewhere.
pub fn reference_tests(tree: &Tree) -> (usize, usize) {
    let count = |path: &str, text: &str, stories: bool| {
        if path.starts_with("scenarios/") == stories { text.lines().filter(|it| it.trim() == MARK).count() } else { 0 }
    };
    let sum = |stories| tree.rust().map(|(path, text)| count(path, text, stories)).sum();
    (sum(true), sum(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_left_out_without_the_one_reason_leans() {
        let text = format!("//! a\n    {LEFT_OUT}]\n    fn slow() {{}}\n    {MARK}\n    fn compared() {{}}\n");
        let tree = Tree::of([("rooms/call/src/tests.rs", &text)]);
        assert_eq!((lean(&tree).len(), reference_tests(&tree)), (1, (0, 1)));
    }
}
