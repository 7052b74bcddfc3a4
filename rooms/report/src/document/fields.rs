//! Reports and chapters as the words of a form, and as the values of the journal.

use kernel::{Language, Text};
use ui::digest;

use super::{Chapter, DocumentRefusal, Look, Report, logo};

/// The fields in which a form asks for the figures on the cover.
pub const COVER: [&str; 4] = ["cover_1", "cover_2", "cover_3", "cover_4"];

/// The marks that can stand on a cover without a file: none, the organiser's name, the program's own mark.
pub const MARKS: [&str; 3] = ["", "wordmark", "mark"];

/// What the desk can change of a report, in the order of its form, and the order of its chapters.
pub fn words(report: &Report, chapters: &[Chapter]) -> Vec<(&'static str, String)> {
    let look = &report.look.0;
    let maybe = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut words = vec![
        ("title_en", in_language(&report.title, Language::ENGLISH)),
        ("title_fr", in_language(&report.title, Language::FRENCH)),
        ("accent", maybe(&look.accent)),
        ("cover", maybe(&look.cover)),
        ("logo", maybe(&look.logo)),
        ("logo_text_en", in_language(&look.logo_text, Language::ENGLISH)),
        ("logo_text_fr", in_language(&look.logo_text, Language::FRENCH)),
    ];
    words.extend(
        COVER.iter().enumerate().map(|(at, field)| (*field, look.cover_figures.get(at).cloned().unwrap_or_default())),
    );
    words.push(("chapters", order(chapters)));
    words
}

/// The keys of chapters in their order, in one line.
pub fn order(chapters: &[Chapter]) -> String {
    chapters.iter().map(|it| it.key.as_str()).collect::<Vec<_>>().join(", ")
}

/// What tells one state of a report from another.
pub fn digest_of(report: &Report, chapters: &[Chapter]) -> String {
    digest(&words(report, chapters))
}

/// What the desk can change of a chapter in one language.
pub fn chapter_words(chapter: &Chapter, language: Language) -> [(&'static str, String); 2] {
    [("title", in_language(&chapter.title, language)), ("text", in_language(&chapter.text, language))]
}

/// What tells one state of a chapter in a language from another.
pub fn chapter_digest(chapter: &Chapter, language: Language) -> String {
    digest(&chapter_words(chapter, language))
}

fn in_language(text: &Text, language: Language) -> String {
    text.get(language).unwrap_or_default().to_owned()
}

/// A text as the edition folder keeps it: no empty lines at its end.
pub fn whole_lines(words: &str) -> String {
    let words = words.trim_end();
    if words.trim().is_empty() { String::new() } else { format!("{words}\n") }
}

/// The report with these words, or everything that is wrong with them. `known` are the keys of the indicators.
pub fn changed<'a>(
    it: &Report,
    value: impl Fn(&str) -> &'a str,
    known: &[String],
) -> Result<Report, Vec<DocumentRefusal>> {
    let mut wrong = Vec::new();
    let title = it.title.clone().with(Language::ENGLISH, value("title_en")).with(Language::FRENCH, value("title_fr"));
    if title.is_empty() {
        wrong.push(DocumentRefusal::NoTitle("title_en"));
    }
    let is_own = logo::named(value("logo")).is_some();
    let text = |it| if is_own { value(it) } else { "" };
    let logo_text =
        Text::default().with(Language::ENGLISH, text("logo_text_en")).with(Language::FRENCH, text("logo_text_fr"));
    if is_own && logo_text.is_empty() {
        wrong.push(DocumentRefusal::NoLogoText);
    }
    let look = Look {
        logo_text,
        accent: colour(value("accent"), "accent", &mut wrong),
        cover: colour(value("cover"), "cover", &mut wrong),
        logo: Some(value("logo").to_owned()).filter(|it| !it.is_empty()),
        cover_figures: COVER.iter().map(|field| value(field).to_owned()).filter(|it| !it.is_empty()).collect(),
    };
    if !is_own && !MARKS.contains(&value("logo")) {
        wrong.push(DocumentRefusal::NoMark);
    }
    wrong.extend(
        look.cover_figures.iter().filter(|it| !known.contains(it)).map(|it| DocumentRefusal::NoIndicator(it.clone())),
    );
    if wrong.is_empty() { Ok(Report { title, look: db::Json(look), ..it.clone() }) } else { Err(wrong) }
}

fn colour(words: &str, field: &'static str, wrong: &mut Vec<DocumentRefusal>) -> Option<String> {
    if words.is_empty() {
        return None;
    }
    if !is_colour(words) {
        wrong.push(DocumentRefusal::NoColour(field));
    }
    Some(words.to_lowercase())
}

/// Whether words name a colour, like `#1f3a5f`.
pub fn is_colour(words: &str) -> bool {
    words.strip_prefix('#').is_some_and(|it| it.len() == 6 && it.bytes().all(|it| it.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::is_colour;

    #[test]
    fn a_colour_is_six_digits_after_a_hash() {
        for (words, is) in [
            ("#1f3a5f", true),
            ("#1F3A5F", true),
            ("navy", false),
            ("#12345", false),
            ("#é3456", false),
            ("1f3a5f", false),
        ] {
            assert_eq!(is_colour(words), is, "{words}");
        }
    }
}
