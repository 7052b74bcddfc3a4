//! What holds for every text.

use consistency::{Language, Passage, Side, find, proving};
use proptest::prelude::*;

mod edition;

fn passage(text: String, language: Language) -> Passage {
    Passage { place: "here".into(), language, text, ..Passage::default() }
}

#[test]
fn mutations_are_found_and_reports_without_mistakes_raise_no_alarm() {
    let outcome = proving::run_with(7, 4, 4);
    assert!(outcome.all().made >= 120, "{outcome}");
    assert!(outcome.is_good(), "{outcome}\n{}", outcome.misses.join("\n"));
}

/// Words that mean something to the rules, so that chance meets them.
fn prose() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "The training",
        "Youth Summit",
        "MALAYSIA",
        "| ",
        "15 April",
        "23 Oct – 4 Dec",
        "lundi 3 mars",
        "was held",
        "107",
        "participants",
        "41",
        "countries",
        "96%",
        "three days",
        "“",
        "”",
        "online",
        "\n\n",
        "\n",
        "# ",
        "- ",
        "\t",
        "[a](#)",
        "in partnership with",
        "CESSIT",
        "CESSTI",
        "quatre-vingt-dix",
        "du",
        "au",
        "=",
        "+",
        "12",
        "é",
        "…",
        "of",
        ".",
        ", ",
        "(",
        ")",
    ]);
    prop::collection::vec(prop_oneof![4 => words.prop_map(str::to_owned), 1 => "\\PC{0,8}"], 0..60)
        .prop_map(|it| it.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic_and_every_quote_stands_in_the_text(text in prose(), french in any::<bool>()) {
        let language = if french { Language::French } else { Language::English };
        let findings = find(&edition::record(), &[passage(text.clone(), language)]);
        for finding in &findings {
            for side in [&finding.first, &finding.second] {
                if let Side::Quote(quote) = side {
                    prop_assert_eq!(text.get(quote.start..quote.start + quote.words.len()), Some(quote.words.as_str()));
                    prop_assert!(quote.line >= 1 && quote.column >= 1);
                }
            }
        }
        let mut ids: Vec<&str> = findings.iter().map(|it| it.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), findings.len());
    }

    #[test]
    fn an_unrelated_paragraph_changes_no_identity(text in prose()) {
        let record = edition::record();
        let of = |text: String| -> Vec<String> {
            find(&record, &[passage(text, Language::English)]).into_iter().map(|it| it.id).collect()
        };
        // A paragraph that carries nothing on: it stands before a heading of its own.
        let before = of(format!("# Text\n\n{text}"));
        let after = of(format!("It rained, and nobody minded the rain very much.\n\n# Text\n\n{text}"));
        prop_assert_eq!(before, after);
    }
}
