//! An officer writes a chapter: a figure is named, not typed, and what is named wrongly is told at its line at once.

use scenarios::{Role, Visitor};

use crate::told;

const MISTAKEN: &str = "The training in one sentence.\n\nIt had {{training.participant}} participants.";
const RIGHT: &str = "The training in one sentence.\n\nIt had {{training.participants}} participants.";

/// What is wrong in it.
const FAULT: &str = "No figure is called “training.participant”";

/// How the sentence reads when it is right.
const READS: &str = "It had 107 participants.";

#[test]
fn a_mistaken_placeholder_is_told_at_its_line_with_a_script_and_without() {
    told(|house| {
        let mut officer = Visitor::to(house);
        officer.signs_in_as(Role::Secretariat).opens(&house.desk("reports/brief"));
        officer.follows_the_link_to("/chapters/brief/en");

        // With a script: beside the text, while she writes.
        officer.asks_the_page("window.stays = true");
        officer.writes("text", MISTAKEN).sees(FAULT).sees("Line 3").touches("Line 3");
        let marked = officer.asks_the_page(MARKED);
        assert_eq!(marked.as_str(), Some("It had {{training.participant}} participants."), "the line is not marked");
        officer.writes("text", RIGHT).sees("Nothing to mend").sees(READS).does_not_see(FAULT);
        assert_eq!(officer.asks_the_page("return window.stays").as_bool(), Some(true), "the page was left meanwhile");
        officer.presses("Save").sees("Nothing to mend").sees(READS);
        assert_eq!(officer.holds("text").trim_end(), RIGHT);

        // Without one: by a button, and nothing is kept until she saves.
        let chapter = house.desk("reports/brief/chapters/brief/en");
        officer.turns_scripts_off().opens(&chapter);
        officer.writes("text", MISTAKEN).presses("Preview").sees(FAULT).sees("Line 3").does_not_see(READS);
        assert_eq!(officer.holds("text").trim_end(), MISTAKEN);
        officer.opens(&chapter).sees(READS);
    });
}

/// What of the text is selected.
const MARKED: &str = "
    const area = document.activeElement;
    return area.name === 'text' ? area.value.slice(area.selectionStart, area.selectionEnd) : area.outerHTML;";
