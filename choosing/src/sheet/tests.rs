//! Sheets as they are found in the wild.

use expect_test::expect;
use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> String {
    match Sheet::of("people.csv", bytes) {
        Ok(sheet) => {
            let rows = sheet.rows.iter().map(|it| format!("{}: {}", it.line, it.cells.join(" | ")));
            std::iter::once(sheet.headings.join(" | ")).chain(rows).collect::<Vec<_>>().join("\n")
        }
        Err(problems) => problems.to_string(),
    }
}

#[test]
fn every_common_way_to_save_a_sheet_is_read_alike() {
    let plain = "id,age\n1,\"16, 17\"\n\n2,30\n";
    let told = expect![[r"
        id | age
        2: 1 | 16, 17
        4: 2 | 30"]];
    let wide = |unit: fn(u16) -> [u8; 2]| {
        "\u{feff}id\tage\n1\t16, 17\n\n2\t30".encode_utf16().flat_map(unit).collect::<Vec<u8>>()
    };

    told.assert_eq(&read(plain.as_bytes()));
    told.assert_eq(&read(format!("\u{feff}{}", plain.replace('\n', "\r\n")).as_bytes()));
    told.assert_eq(&read(plain.replace('\n', "\r").as_bytes()));
    told.assert_eq(&read(b" id ; age \n 1 ; 16, 17 \n;\n2;\"30\"\n"));
    told.assert_eq(&read(&wide(u16::to_le_bytes)));
    told.assert_eq(&read(&wide(u16::to_be_bytes)));
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let said: Vec<String> = [
        &b""[..],
        b"id,age\n",
        b"id,id\n1,2\n",
        b"id,age\n1,2\n1,2,3\n",
        b"id,age\n1,Andr\xE9\n",
        b"PK\x03\x04\0\0",
        b"\xFF\xFEa",
    ]
    .map(read)
    .to_vec();

    expect![[r"
        people.csv: this file is empty. Its first line must hold the headings.
        people.csv: this file has headings but no rows. Look whether it is the right one.
        people.csv, line 1, column 2 “id”: column 1 has the same heading. Rename one of them.
        people.csv, line 3: this row has 3 cells, but there are 2 headings. Put a cell that holds a separator between quotation marks.
        people.csv, line 2: a letter here is not written in UTF-8. Save the sheet again as “CSV UTF-8”.
        people.csv, line 1: this is no text. Save the sheet as CSV, not as a workbook.
        people.csv: this file is broken UTF-16. Save the sheet again as “CSV UTF-8”."]].assert_eq(&said.join("\n"));
}

#[test]
fn numbers_and_ids_are_told_with_their_column() {
    let sheet = Sheet::of("people.csv", "id;merit\na;3,75\n;x\na;1e400\n".as_bytes()).unwrap();
    let merit = sheet.column("Merit").unwrap();

    let said: Vec<String> = sheet
        .rows()
        .iter()
        .map(|it| sheet.number(it, merit).map_or_else(|it| Problems(vec![it]).to_string(), |it| it.to_string()))
        .collect();

    expect![[r"
        3.75
        people.csv, line 3, column 2 “merit”: “x” is no number. Write a number such as 3.75.
        people.csv, line 4, column 2 “merit”: “1e400” is no number. Write a number such as 3.75."]]
    .assert_eq(&said.join("\n"));
    expect![[r"
        people.csv, line 3, column 1 “id”: this row has no id. Give everybody an id of their own.
        people.csv, line 4, column 1 “id”: the id “a” stands in line 2 already. Give everybody an id of their own."]]
    .assert_eq(&sheet.ids(sheet.find("id")).unwrap_err().to_string());
    expect!["there is no column “age”. The columns are: id, merit."].assert_eq(&sheet.column("age").unwrap_err().says);
}

proptest! {
    #[test]
    fn any_bytes_are_a_sheet_or_a_sentence(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(problems) = Sheet::of("people.csv", &bytes) {
            prop_assert!(problems.to_string().starts_with("people.csv"));
        }
    }

    #[test]
    fn any_text_of_separators_is_a_sheet_or_a_sentence(text in "[ab\",;\t\r\n é]{0,80}") {
        match Sheet::of("people.csv", text.as_bytes()) {
            Ok(sheet) => prop_assert!(sheet.rows().windows(2).all(|it| it[0].line < it[1].line)),
            Err(problems) => prop_assert!(!problems.0.is_empty()),
        }
    }
}
