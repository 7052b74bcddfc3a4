//! Reports, targets and waivers as files of an edition.

use std::path::Path;

use expect_test::expect;
use host::folder::{Findings, Folder, Known};

use crate::{
    document::edition,
    tests::{AFTERWARDS, demonstration},
};

#[tokio::test]
async fn what_was_imported_is_exported_byte_for_byte() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editions/asef-2025")).unwrap();
    let mut exported = Folder::default();
    edition::export(&mut test.app.db.read().await.unwrap(), here.edition.id, &mut exported).await.unwrap();
    // What was published is published again by the program as a whole, which this room alone is not.
    exported.0.remove("publications.toml");
    let ours = |name: &str| name.starts_with("reports/") || ["targets.csv", "waivers.toml"].contains(&name);
    assert!(exported.0.len() > 60);
    for (name, bytes) in folder.0.iter().filter(|(name, _)| ours(name)) {
        let written = exported.0.get(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(String::from_utf8_lossy(written), String::from_utf8_lossy(bytes), "{name}");
    }
    assert!(exported.0.keys().all(|name| folder.0.contains_key(name)));
}

#[test]
fn everything_that_is_wrong_is_found_at_once_with_its_place() {
    let mut folder = Folder::default();
    folder.put(
        "reports/final/report.toml",
        "[report]\ntitle = { en = \"Final\" }\npurpose = \"finale\"\nlanguages = [\"en\", \"?\"]\nposition = 1\n\n\
         [look]\naccent = \"navy\"\nlogo = \"stamp\"\ncover_figures = [\"a\", \"b\", \"c\", \"d\", \"e\"]\n\n\
         [[chapter]]\nkey = \"about\"\ntitle = { en = \"About\" }\n\n[[chapter]]\nkey = \"about\"\ntitle = { en = \"Again\" }\n",
    );
    folder.put("reports/final/about.en.md", "Words.\n");
    folder.put("reports/final/about.fr.md", "Mots.\n");
    folder.put("reports/final/ending.en.md", "Words.\n");
    folder.put("reports/final/about.md", "Words.\n");
    folder.put("reports/brief/one.en.md", "Words.\n");
    folder.put("reports/notes.md", "Words.\n");
    folder.put(
        "targets.csv",
        "indicator,baseline,baseline_on,target,due_on,source\ntraining.participants,,soon,many,,report\n\
         training.participants,,,100,,invented\n",
    );
    folder.put(
        "waivers.toml",
        "[[waiver]]\nreport = \"finale\"\nfinding = \"f1\"\nwaived_at = \"2026-01-30T02:00:00Z\"\n",
    );
    folder.put("publications.toml", "[[publication]]\nreport = \"final\"\nversion = 1\npublished_at = \"yesterday\"\n");
    let mut findings = Findings::default();
    edition::read(&folder, &mut Known::default(), &mut findings);
    expect![[r##"
        publications.toml:1:1: as_of is missing; write an instant in UTC, like "2025-08-20T02:00:00Z"
        publications.toml:4:16: published_at is “yesterday”; write an instant in UTC, like "2025-08-20T02:00:00Z"
        reports/brief/report.toml: this file is missing; every edition folder has one; an empty list is a file with its header line alone
        reports/final/about.fr.md: the report is not written in “fr”; name one of the languages in its report.toml
        reports/final/about.md: the name is not understood; call it reports/KEY/report.toml or reports/KEY/CHAPTER.LANGUAGE.md
        reports/final/ending.en.md: the report has no chapter “ending”; list it as a [[chapter]] in its report.toml
        reports/final/report.toml:3:11: purpose is “finale”; write one of: final, funder, series, brief
        reports/final/report.toml:4:13: “?” is no language; write language tags, like ["en", "fr"]
        reports/final/report.toml:8:10: accent is “navy”; write it like "#1f3a5f"
        reports/final/report.toml:9:8: there is no such mark; write "wordmark", "mark", "logo.svg" or "logo.png", or leave it out
        reports/final/report.toml:10:17: a cover has room for four figures; name four at most
        reports/final/report.toml:17:7: there is another chapter “about”; give each its own key
        reports/notes.md: the name is not understood; call it reports/KEY/report.toml or reports/KEY/CHAPTER.LANGUAGE.md
        targets.csv:2:24: baseline_on is “soon”; write a day, like 2025-12-31
        targets.csv:2:29: target is “many”; write a whole number
        targets.csv:3:1: “training.participants” has a target already; give each one target
        targets.csv:3:30: source is “invented”; write one of: report, demonstration, pictured, here
        waivers.toml:1:1: reason is missing; write reason = { en = "…", fr = "…" }
        waivers.toml:2:10: there is no report “finale”; did you mean “final”?
    "##]].assert_eq(&findings.sorted().to_string());
}
