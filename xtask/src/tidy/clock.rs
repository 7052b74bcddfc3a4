//! The present comes from the clock that was handed in. The lints hold this too; a wall names every place at once.

use super::Finding;
use crate::tree::Tree;

/// The one file in which time enters.
const DOOR: &str = "platform/host/src/clock.rs";

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let words = ["Timestamp", "Zoned", "ZonedDateTime"].map(|it| format!("{it}::{}(", "now"));
    let mut found = Vec::new();
    for (path, text) in tree.rust().filter(|(path, _)| *path != DOOR) {
        for (number, line) in text.lines().enumerate() {
            if words.iter().any(|it| line.contains(it)) {
                found.push(Finding::new(path, number + 1, "ask the clock that was handed in (`app.clock.now()`)"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_with_a_watch_of_its_own_leans() {
        let text = format!("//! a\nlet now = Timestamp::{}();\n", "now");
        assert_eq!(lean(&Tree::of([("rooms/call/src/actions.rs", &text), (DOOR, &text)])).len(), 1);
    }
}
