//! A reader far away sees their own time: by the script, and without one by the address. The training crosses the day on
//! which Europe's clocks change.

use scenarios::{Manner, Role, Visitor};

use crate::{BEFORE, WEBINAR, told};

#[test]
fn a_reader_in_tokyo_sees_tokyo_time_on_both_sides_of_the_clock_change() {
    told(|house| {
        let officer = house.cookie_of(Role::Secretariat);
        house.set_the_clock(&officer, BEFORE);
        let before_the_change = house.page("sessions/training-introduction");
        let after_it = house.page(&format!("sessions/{WEBINAR}"));

        let mut reader = Visitor::with(house, Manner { zone: Some("Asia/Tokyo"), ..Manner::default() });
        reader.opens(&before_the_change).sees("16:00").sees("Tokyo").sees("Copenhagen").sees("07:00");
        reader.opens(&after_it).sees("17:00").sees("Tokyo").sees("08:00");

        let mut plain =
            Visitor::with(house, Manner { zone: Some("Asia/Tokyo"), without_script: true, ..Manner::default() });
        plain.opens(&after_it).sees("09:00–10:30").does_not_see("17:00");
        plain.chooses("zone", "Asia/Tokyo").sends_the_zone().sees("17:00").sees("Tokyo");
        assert!(plain.place().contains("zone=Asia"), "{}", plain.place());
        plain.follows_the_link_to_part("/sessions");
        assert!(plain.place().contains("zone=Asia"), "links lose the zone: {}", plain.place());
    });
}
