//! The report as it was printed is not published; the final report is, and anybody can see that a copy is genuine.

use std::fs;

use scenarios::{Role, Visitor};

use crate::told;

#[test]
fn the_report_as_printed_shows_its_findings_and_is_not_published() {
    told(|house| {
        let mut officer = Visitor::to(house);
        officer.signs_in_as(Role::Secretariat).opens(&house.desk("reports")).follows("2025 as printed");
        officer.follows("findings are open").sees("The days of").sees("15 April").sees("23 April").sees("hybrid");
        officer.opens(&house.desk("reports/as-printed/publish")).sees("cannot be published");

        // Whoever sends the form by hand is told the same.
        let answer = officer.asks_the_page(BY_HAND);
        assert_eq!(answer[0], 409);
        assert!(answer[1].as_str().is_some_and(|it| it.contains("cannot be published")), "no sentence says why");
        assert_eq!(house.line().get(&house.page("reports/as-printed/1")).expect("no such page").status, 404);
    });
}

#[test]
fn anybody_verifies_the_final_report_and_a_changed_byte_is_found() {
    told(|house| {
        house.wait_until_published();
        let mut reader = Visitor::to(house);
        reader.opens(&house.page("report")).sees("Version 1").sees("Every figure of this version was counted again");
        reader.opens(&house.page("reports/final/1")).sees("Version 1").sees("Signed with the key");
        let address = reader.copies_the_address_of("Report, signed PDF");
        let mut copy = house.line().get(&address).expect("the copy").body;
        assert!(copy.starts_with(b"%PDF-"), "{address} is no PDF");
        let file = house.data().with_file_name("copy.pdf");
        fs::write(&file, &copy).expect("a copy on the reader's machine");

        reader.follows("Verify a copy").arrives_at("/verify").chooses_the_file("file", &file).presses("Verify");
        reader
            .sees("The copy is genuine")
            .sees("the record still holds the same rows for each")
            .sees("reports/final/1");

        let middle = copy.len() / 2;
        copy[middle] ^= 1;
        fs::write(&file, &copy).expect("a copy with another byte");
        reader.opens("/verify").chooses_the_file("file", &file).presses("Verify");
        reader.sees("The copy is not genuine").does_not_see("The copy is genuine");
    });
}

/// Sends the publication that no button offers.
const BY_HAND: &str =
    "return fetch(location.pathname, { method: 'POST' }).then(async (it) => [it.status, await it.text()]);";
