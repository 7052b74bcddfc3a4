//! The officer comes in by the printed link, moves a session, finds it in the journal, and takes it back.

use scenarios::{Role, Visitor};

use crate::{BEFORE, WEBINAR, told};

#[test]
fn the_officer_signs_in_by_the_printed_link_moves_a_session_and_takes_it_back() {
    told(|house| {
        // A mail scanner opens the link first; that changes nothing.
        let link = house.link_for(Role::Secretariat);
        assert_eq!(house.line().get(&link).expect("the page of the link").status, 200);

        let mut officer = Visitor::to(house);
        officer.signs_in_as(Role::Secretariat);
        officer.opens(&house.desk("")).follows_the_link_to("/journal");

        officer.opens(&house.desk("clock")).sends_the_button_of("day", BEFORE);
        let session = house.desk(&format!("sessions/{WEBINAR}"));
        officer.opens(&session);
        assert_eq!(officer.holds("starts"), "09:00");
        officer.writes("starts", "11:15").writes("ends", "12:45").sends_the_form_to(WEBINAR).sees("11:15");
        assert_eq!(officer.holds("starts"), "11:15");

        officer.opens(&house.desk("journal")).sees("Amina").sees("11:15");
        officer.opens(&house.page(&format!("sessions/{WEBINAR}"))).sees("11:15–12:45");

        officer.opens(&session).sends_the_form_to("/undo");
        officer.opens(&session);
        assert_eq!(officer.holds("starts"), "09:00");
        officer.opens(&house.page(&format!("sessions/{WEBINAR}"))).sees("09:00–10:30").does_not_see("11:15");

        // The link was used up, and says so with a way on.
        let used = house.line().get(&link).expect("the page of the used link");
        assert!(used.text().contains("/again") || used.text().contains("/sign-in"), "a used link leads nowhere");
    });
}

#[test]
fn a_stranger_does_not_see_the_desk() {
    told(|house| {
        let mut stranger = Visitor::to(house);
        stranger.opens(&house.desk("journal"));
        assert!(stranger.place().starts_with("/sign-in"), "{}", stranger.place());
        stranger.signs_in_as(Role::Participant).opens(&house.desk("journal")).sees("There is no such page");
    });
}
