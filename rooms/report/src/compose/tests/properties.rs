//! Whatever somebody writes, reading it ends well; and what is shown is what the register says.

use super::*;

/// Numbers that look thrown, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap() % sides
    }
}

const SHARDS: [&str; 44] = [
    "{{",
    "}}",
    "{",
    "}",
    ":",
    "|",
    "training.participants",
    "figures",
    "chart",
    "dates",
    "exact",
    "words",
    "é",
    "ក",
    "👩‍🔬",
    "\n",
    "\n\n",
    " ",
    "  \n",
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n|---|---|\n| ",
    " | ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "<b>",
    "<!--",
    "&amp;",
    "\\",
    "![",
    "\t",
    "survey.use",
    "map:training",
    "{{events}}",
    "\u{0}",
];

#[test]
fn no_text_makes_reading_panic_and_every_fault_lies_within_it() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..4000 {
        let text: String = (0..dice.roll(40)).map(|_| SHARDS[dice.roll(SHARDS.len())]).collect();
        let draft = read(&text);
        let lines: Vec<&str> = text.split('\n').collect();
        for it in &draft.faults {
            assert!(it.line >= 1 && it.line <= lines.len(), "{text:?}: {it:?}");
            assert!(it.column <= lines[it.line - 1].chars().count() + 1, "{text:?}: {it:?}");
        }
    }
}

#[test]
fn text_nested_without_end_is_read_too() {
    for shard in ["> ", "- ", "**a ", "[", "*_"] {
        let _ = read(&shard.repeat(3000));
    }
}

#[test]
fn headings_go_down_without_a_gap() {
    let depths = |text: &str| {
        let depth = |it: &super::super::Placed<Value, Piece>| match it.block {
            Block::Heading { depth, .. } => Some(depth),
            _ => None,
        };
        read(text).blocks.iter().filter_map(depth).collect::<Vec<_>>()
    };
    assert_eq!(depths("## A\n#### B\n### C\n## D"), [0, 1, 1, 0]);
    assert_eq!(depths("### A\n# B\n###### C"), [0, 0, 1]);
}

#[test]
fn a_placeholder_may_span_lines_and_keeps_its_place() {
    let draft = read("One.\n\n{{figures:a.b\n  c.d}}\n\nTwo é {{e.f|exact}}");
    assert!(draft.faults.is_empty());
    assert!(matches!(&draft.blocks[1].block, Block::Piece(Piece::Figures(keys)) if keys == &["a.b", "c.d"]));
    let Block::Paragraph(words) = &draft.blocks[2].block else { panic!("a paragraph") };
    let Inline::Value(Value::Figure { key, form }, spot) = &words[1] else { panic!("a figure") };
    assert_eq!((key.as_str(), *form, spot.line, spot.column), ("e.f", Form::Exact, 6, 7));
}

#[tokio::test]
async fn every_figure_shown_is_what_the_register_says() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let reader = test.app.reader(Language::ENGLISH);
    let mut conn = test.app.db.read().await.unwrap();
    let scope = here.scope(AFTERWARDS.parse().unwrap());
    let figures = crate::all_figures(&test.app, &mut conn, scope).await.unwrap();
    let text: String = figures.iter().map(|it| format!("Told: {{{{{}}}}} will follow.\n\n", it.key())).collect();
    let composed = told(&test, &here, &text).await;
    let mut shown = 0;
    for it in &composed.chapters[0].blocks {
        let Block::Paragraph(words) = &it.block else { continue };
        for word in words {
            if let Inline::Value(Shown::Figure { key, words, .. }, _) = word {
                let figure = figures.iter().find(|it| it.key() == key).unwrap();
                let said = figure.show(&reader).unwrap();
                assert!(words.split(" (").next() == Some(said.as_str()), "{key}: {words}, {said}");
                shown += 1;
            }
        }
    }
    let known = figures.iter().filter(|it| it.value.is_some()).count();
    assert_eq!((shown, composed.faults.len()), (known, figures.len() - known));
}
