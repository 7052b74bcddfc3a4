//! What is not yet so on the day that the demonstration's clock shows is not shown.

use scenarios::{Role, Visitor};

use crate::told;

#[test]
fn the_clock_hides_what_is_not_yet_so() {
    told(|house| {
        let officer = house.cookie_of(Role::Secretariat);
        let mut reader = Visitor::to(house);

        reader.opens(&house.page("recordings")).sees("Malaysia");
        reader.opens(&house.page("communique")).sees("Meet before the crisis");
        house.wait_until_published();

        house.set_the_clock(&officer, "call-open");
        reader.opens(&house.page("")).does_not_see("2,200+").does_not_see("Communiqué");
        reader.opens(&house.page("communique")).does_not_see("Meet before the crisis");
        reader.opens(&house.page("sessions")).sees("Science Impacting Diplomacy");
        reader.opens(&house.page(&format!("sessions/{}", crate::WEBINAR))).sees("Register");

        house.set_the_clock(&officer, "summit");
        reader.opens(&house.page(&format!("sessions/{}", crate::WEBINAR))).does_not_see("Name as it");

        house.set_the_clock(&officer, "afterwards");
        reader.opens(&house.page("")).sees("2,200+");
        reader.opens(&house.page("communique")).sees("Meet before the crisis");
    });
}
