//! The stories: one a file, each before a demonstration of its own, told in steps that a reader of the programme
//! understands. After each the doctor looks at the record.

use scenarios::House;

#[path = "stories/a_clock_of_its_own.rs"]
mod a_clock_of_its_own;
#[path = "stories/a_passkey.rs"]
mod a_passkey;
#[path = "stories/narrow_and_mirrored.rs"]
mod narrow_and_mirrored;
#[path = "stories/own_time.rs"]
mod own_time;
#[path = "stories/registering_without_a_script.rs"]
mod registering_without_a_script;
#[path = "stories/the_independent_checkers.rs"]
mod the_independent_checkers;
#[path = "stories/the_keyboard_alone.rs"]
mod the_keyboard_alone;
#[path = "stories/the_officer_moves_a_session.rs"]
mod the_officer_moves_a_session;
#[path = "stories/the_officer_writes.rs"]
mod the_officer_writes;
#[path = "stories/the_report_proves_itself.rs"]
mod the_report_proves_itself;
#[path = "stories/what_programs_read.rs"]
mod what_programs_read;

/// A session of the training that everybody may attend, and that lies ahead before the training.
const WEBINAR: &str = "training-science-webinar";

/// A day on which the training lies ahead.
const BEFORE: &str = "before-training";

/// Tells a story before a fresh demonstration, and has the record looked at when it is over.
fn told(story: impl FnOnce(&House)) {
    let house = House::open();
    story(&house);
    house.is_sound();
}
