//! Somebody with a cheap phone and no script finds the edition and registers for a public session.

use scenarios::{Manner, Role, Visitor};

use crate::{BEFORE, WEBINAR, told};

#[test]
fn a_visitor_with_a_phone_and_no_script_registers_for_a_public_session() {
    told(|house| {
        let officer = house.cookie_of(Role::Secretariat);
        house.set_the_clock(&officer, BEFORE);
        let mut visitor = Visitor::with(house, Manner { width: 360, without_script: true, ..Manner::default() });

        visitor.opens("/").sees("Demonstration").follows_the_link_to("/sessions");
        visitor
            .follows_the_link_to(&format!("/sessions/{WEBINAR}"))
            .sees("Science Impacting Diplomacy")
            .sees("Copenhagen")
            .sees("UTC");

        // An address that cannot be right: told on top and at the field, and nothing that was written is lost.
        visitor.writes("name", "Noor Haddad").writes("email", "noor.example.org").sends_the_form_to("/register");
        visitor.sees("There is one thing to mend");
        assert_eq!(visitor.holds("name"), "Noor Haddad");

        visitor.writes("email", "noor@readers.example").sends_the_form_to("/register");
        visitor.arrives_at("/registered").sees("Science Impacting Diplomacy");
        assert!(visitor.carries_no_cookie(), "a reader who did not sign in carries a cookie");

        let outbox = house.line().signed_in(&officer).get(&house.desk("outbox")).expect("the outbox").text();
        assert!(outbox.contains("noor@readers.example"), "the outbox holds no letter to the visitor");
    });
}
