//! A package as files: goldens, refusals, and an archive that unpacks to what went in.

use std::io::{Cursor, Read};

use expect_test::{expect, expect_file};
use jiff::civil::date;

use super::*;

fn indicators() -> Table {
    Table {
        name: "indicators".to_owned(),
        title: "Indicators".to_owned(),
        description: "One row an indicator; :c stands for a number kept back.".to_owned(),
        fields: vec![
            Field::new("key", FieldType::String, "Key").required(),
            Field::new("title", FieldType::String, "Title").meaning("In English"),
            Field::new("level", FieldType::String, "Level").among(["output", "outcome", "impact"]),
            Field::new("value", FieldType::Integer, "Value").at_least(0),
            Field::new("share", FieldType::Number, "Share"),
            Field::new("delivered", FieldType::Boolean, "Delivered"),
            Field::new("as_of", FieldType::Date, "As of"),
            Field::new("counted_at", FieldType::DateTime, "Counted at"),
            Field::new("baseline_year", FieldType::Year, "Baseline"),
        ],
        key: vec!["key".to_owned()],
        rows: vec![
            vec![
                Cell::text("training.people"),
                Cell::text("People, \"trained\"\nand counted"),
                Cell::text("output"),
                Cell::Whole(412),
                Cell::Decimal(-0.25),
                Cell::Is(true),
                Cell::Day(date(2025, 6, 30)),
                Cell::At("2025-07-01T10:00:00Z".parse().unwrap()),
                Cell::Whole(2024),
            ],
            vec![
                Cell::text("=cmd()"),
                Cell::text("Évaluation"),
                Cell::text("outcome"),
                Cell::Hidden,
                Cell::Hidden,
                Cell::Is(false),
                Cell::NotKnown,
                Cell::NotKnown,
                Cell::NotKnown,
            ],
        ],
    }
}

fn package() -> Package {
    Package {
        name: "summit-2025".to_owned(),
        title: "Summit 2025".to_owned(),
        description: "Indicators of the summit.".to_owned(),
        version: "1".to_owned(),
        created: "2025-07-01T10:00:01Z".parse().unwrap(),
        homepage: Some("https://example.org/report".to_owned()),
        keywords: vec!["education".to_owned()],
        licences: vec![Licence {
            name: "CC-BY-4.0".to_owned(),
            path: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            title: "Creative Commons Attribution 4.0".to_owned(),
        }],
        sources: vec![Source {
            title: "The programme's record".to_owned(),
            path: Some("https://example.org/".to_owned()),
            version: Some("2025-06-30".to_owned()),
        }],
        contributors: vec![Contributor {
            title: "The Foundation".to_owned(),
            path: None,
            roles: vec!["publisher".to_owned()],
        }],
        tables: vec![indicators()],
        enclosed: vec![File { path: "README.md".to_owned(), bytes: b"Read me.\n".to_vec() }],
    }
}

fn told(package: &Package) -> String {
    package.flaws().iter().map(|it| format!("{it}\n")).collect()
}

#[test]
fn the_descriptor_explains_every_table() {
    let files = package().files().unwrap();
    assert_eq!(files[0].path, "datapackage.json");
    expect_file!["golden/datapackage.json"].assert_eq(&String::from_utf8(files[0].bytes.clone()).unwrap());
}

#[test]
fn a_table_is_csv_whose_lines_end_with_cr_lf_and_whose_cells_are_no_formulas() {
    let files = package().files().unwrap();
    expect![[r#"
        "key,title,level,value,share,delivered,as_of,counted_at,baseline_year\r\ntraining.people,\"People, \"\"trained\"\"\nand counted\",output,412,-0.25,true,2025-06-30,2025-07-01T10:00:00Z,2024\r\n'=cmd(),Évaluation,outcome,:c,:c,false,,,\r\n"
    "#]]
    .assert_eq(&format!("{:?}\n", String::from_utf8(files[1].bytes.clone()).unwrap()));
}

#[test]
fn the_archive_holds_the_files_and_is_the_same_each_time() {
    let bytes = package().to_zip().unwrap();
    assert_eq!(bytes, package().to_zip().unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for (at, file) in package().files().unwrap().into_iter().enumerate() {
        let mut entry = archive.by_index(at).unwrap();
        let mut held = Vec::new();
        entry.read_to_end(&mut held).unwrap();
        assert_eq!((entry.name().unwrap().into_owned(), held), (file.path, file.bytes));
        assert_eq!(entry.last_modified().unwrap().to_string(), "2025-07-01 10:00:00");
    }
}

#[test]
fn the_hash_of_a_file_is_that_of_its_bytes() {
    let empty = File { path: String::new(), bytes: Vec::new() };
    assert_eq!(empty.hash(), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn a_package_that_breaks_its_own_description_is_refused() {
    let mut broken = package();
    broken.name = "Summit 2025".to_owned();
    broken.licences.clear();
    broken.enclosed.push(File { path: "../README.md".to_owned(), bytes: Vec::new() });
    broken.enclosed.push(File { path: "data/indicators.csv".to_owned(), bytes: Vec::new() });
    let table = &mut broken.tables[0];
    table.rows[0][3] = Cell::Whole(-1);
    table.rows[1][2] = Cell::text("result");
    table.rows[1][4] = Cell::text("a third");
    table.rows[1][1] = Cell::text(HIDDEN);
    table.rows.push(vec![Cell::NotKnown]);
    table.rows.push(table.rows[0].clone());
    expect![[r"
        package Summit 2025: the name is not of small letters, digits, `-`, `_` and `.`
        package Summit 2025: nothing says how it may be used
        package Summit 2025: a file's path leads out of the package
        package Summit 2025: two files have one path
        table indicators / row 1 / value: a number is out of bounds
        table indicators / row 2 / title: the text reads like a missing value
        table indicators / row 2 / level: a word is none of those that may occur
        table indicators / row 2 / share: a cell is of another type than its field
        table indicators / row 3: the row has another length than the head
        table indicators / row 3 / key: a required cell is missing
        table indicators / row 4 / value: a number is out of bounds
        table indicators / key: two rows are the same
    "]]
    .assert_eq(&told(&broken));
    assert!(matches!(broken.to_zip(), Err(Unpublishable::Flawed(_))));
}
