//! The 2025 report, as printed, against the record of its edition; and the edition's own texts.

mod edition;

use std::{fs, path::PathBuf};

use consistency::{Language, Passage, find};
use expect_test::expect_file;

fn told(record: &consistency::Record, prose: &[Passage]) -> String {
    find(record, prose).iter().map(|it| format!("{it}\n")).collect()
}

#[test]
#[ignore = "reference"]
fn the_printed_report_of_2025_is_found_out_and_nothing_false_is_said() {
    let folder =
        PathBuf::from(std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder"));
    let text = fs::read_to_string(folder.join("reference/asef-2025-project-report.txt")).unwrap();
    let passage = Passage { place: "report".into(), language: Language::English, text, ..Passage::default() };
    expect_file!["../golden/report-2025.txt"].assert_eq(&told(&edition::record(), &[passage]));
}

#[test]
fn the_own_texts_of_the_edition_contradict_its_record_nowhere_but_where_they_say_so() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../editions/asef-2025/texts");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let prose: Vec<Passage> = files
        .iter()
        .map(|file| {
            let name = file.file_stem().unwrap().to_str().unwrap();
            let (key, code) = name.rsplit_once('.').unwrap();
            let heading = match key.strip_prefix("activity-") {
                Some("training") => "The training",
                Some("summit") => "Youth Summit",
                Some("manila-workshop") => {
                    "Science Diplomacy Workshop for Young Researchers and Policymakers in the ASEAN Region"
                }
                Some("malaysia") => "Malaysia",
                Some("kazakhstan") => "Kazakhstan",
                Some("thailand") => "Thailand",
                Some("indonesia") => "Indonesia",
                Some("simulation") => "Quantum Diplomacy Simulation",
                _ if key == "workshop-series" => "Country Focused Workshop Series",
                _ => "",
            };
            Passage {
                place: name.into(),
                language: Language::of(code).unwrap(),
                heading: heading.into(),
                text: fs::read_to_string(file).unwrap(),
                is_quotation: false,
            }
        })
        .collect();
    expect_file!["../golden/own-texts.txt"].assert_eq(&told(&edition::record(), &prose));
}
