//! The full final report as a document: first of its process, and after one word of a chapter was changed.

use std::time::{Duration, Instant};

use scenarios::{House, Role};

use super::table::Table;

/// The report, and the chapter in which a word is put.
const CHAPTER: &str = "reports/final/chapters/objectives/en";
const DRAFT: &str = "reports/final/draft/en";

/// Prints it twice, on the day after everything happened.
pub(super) fn print(table: &mut Table, house: &House, then: &str) -> Result<(), String> {
    println!("printing the report …");
    let officer = house.cookie_of(Role::Secretariat);
    house.set_the_clock(&officer, "afterwards");
    let draft = house.desk(DRAFT);
    table.seconds("the full final report's PDF, cold", timed(house, &officer, &draft)?, "≤ 3 s", "");
    change_a_word(house, &officer)?;
    table.seconds("… after a one-word change", timed(house, &officer, &draft)?, "≤ 0.7 s", "");
    house.set_the_clock(&officer, then);
    Ok(())
}

fn timed(house: &House, officer: &str, path: &str) -> Result<Duration, String> {
    let begun = Instant::now();
    let answer = house.line().signed_in(officer).get(path).map_err(|why| format!("{path}: {why}"))?;
    if answer.status == 200 && answer.body.starts_with(b"%PDF") {
        Ok(begun.elapsed())
    } else {
        Err(format!("{path} gave {}", answer.status))
    }
}

/// As an officer does it: the form of the chapter, sent back with one word more.
fn change_a_word(house: &House, officer: &str) -> Result<(), String> {
    let path = house.desk(CHAPTER);
    let page = house.line().signed_in(officer).get(&path).map_err(|why| format!("{path}: {why}"))?.text();
    let [was, title, text] = fields(&page).ok_or("the chapter's form is not as it was")?;
    let text = format!("{} Indeed.", text.trim_end());
    let sent = [("was", was.as_str()), ("title", title.as_str()), ("text", text.as_str()), ("do", "save")];
    let answer = house.line().signed_in(officer).post(&path, &sent).map_err(|why| format!("{path}: {why}"))?;
    if answer.status == 303 { Ok(()) } else { Err(format!("{path} was not saved: {}", answer.status)) }
}

/// What the form holds: what it was made from, the heading, the text.
fn fields(page: &str) -> Option<[String; 3]> {
    let form = page.split("data-editor=").nth(1)?;
    let line = |name: &str| {
        let element = form.split("<input").skip(1).find(|it| it.contains(&format!("name=\"{name}\"")))?;
        let value = element.split('>').next()?.split(" value=\"").nth(1)?.split('"').next()?;
        Some(read(value))
    };
    let text = form.split("<textarea").nth(1)?.split_once('>')?.1.split("</textarea>").next()?;
    Some([line("was")?, line("title")?, read(text)])
}

/// Words as they were before they were written into a page.
fn read(words: &str) -> String {
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapters_form_is_read_as_it_stands() {
        let page = r#"<form action="/search"><input name="q" value=""></form><div data-editor="/a.js"><form>
            <input type="hidden" name="was" value="abc"><input id="title" name="title" value="Aims &amp; ends">
            <textarea id="text" name="text" rows="24">Of {{a.b}}: 1 &lt; 2.</textarea></form></div>"#;
        assert_eq!(fields(page), Some(["abc", "Aims & ends", "Of {{a.b}}: 1 < 2."].map(str::to_owned)));
        assert_eq!(fields("<form></form>"), None);
    }
}
