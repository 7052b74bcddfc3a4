//! A passkey in a real browser: made on "my account", it signs in without a letter; ended, it does not.

use scenarios::{Manner, Role, Visitor};

use crate::told;

#[test]
fn the_officer_signs_in_with_a_passkey_until_she_ends_it() {
    told(|house| {
        let mut officer = Visitor::with(house, Manner { passkeys: true, ..Manner::default() });
        officer.signs_in_as(Role::Secretariat).opens("/me").presses("Add a passkey").sees("Added");
        officer.presses("Sign out");

        officer.opens(&house.desk("journal"));
        assert!(officer.place().starts_with("/sign-in"), "{}", officer.place());
        officer.presses("Sign in with a passkey").arrives_at("/journal").sees("added a passkey");
        officer.opens("/me").sees("Last used");

        officer.sends_the_form_to("/remove").does_not_see("Last used").presses("Sign out");
        officer.opens("/sign-in").touches("Sign in with a passkey").sees("The passkey could not be checked");
        officer.opens(&house.desk("journal"));
        assert!(officer.place().starts_with("/sign-in"), "an ended passkey opens {}", officer.place());
    });
}
