//! Without a mouse: from the first page to a registration, and the focus is always to be seen.

use scenarios::{Role, Visitor};

use crate::{BEFORE, told};

#[test]
fn the_keyboard_alone_reaches_a_session_and_registers() {
    told(|house| {
        let officer = house.cookie_of(Role::Secretariat);
        house.set_the_clock(&officer, BEFORE);
        let mut reader = Visitor::to(house);

        reader.opens("/").tabs_to("Skip to the content").tabs_to_and_enters("Sessions");
        reader.sees("Science Impacting Diplomacy").tabs_to_and_enters("Science Impacting Diplomacy");
        reader.tabs_to("name").types("Ilse Marau");
        reader.tabs_to("email").types("ilse@readers.example");
        reader.tabs_to_and_enters("Register");
        reader.arrives_at("/registered").sees("Science Impacting Diplomacy");
    });
}
