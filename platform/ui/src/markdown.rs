//! Prose of people: Markdown, from which no markup of theirs reaches the page.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html::push_html};

/// Markdown as HTML: the shallowest heading becomes `h2`, raw HTML is shown as text, links lead to the web or mail only.
pub fn markdown(source: &str) -> Markup {
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let events: Vec<Event<'_>> = parser.collect();
    let top = events.iter().filter_map(heading).min().unwrap_or(2);
    let events = events.into_iter().map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below_the_title(level, top), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_the_title(level, top))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { dest_url: safe(link_type, dest_url), link_type, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { dest_url: safe(link_type, dest_url), link_type, title, id })
        }
        other => other,
    });
    let mut html = String::new();
    push_html(&mut html, events);
    PreEscaped(html)
}

fn heading(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

/// The page's title is its `h1`: what is highest in prose comes right below it.
fn below_the_title(level: HeadingLevel, top: usize) -> HeadingLevel {
    HeadingLevel::try_from(level as usize + 2 - top).unwrap_or(HeadingLevel::H6)
}

fn safe(kind: LinkType, target: CowStr<'_>) -> CowStr<'_> {
    let harmless = matches!(kind, LinkType::Email)
        || ["https://", "http://", "mailto:", "/", "#"].iter().any(|start| target.starts_with(start));
    if harmless { target } else { CowStr::Borrowed("#") }
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn markup_in_prose_stays_text() {
        assert_eq!(markdown("<script>x</script>").0.trim(), "&lt;script&gt;x&lt;/script&gt;");
    }

    #[test]
    fn headings_follow_the_title_of_the_page_without_a_gap() {
        let levels = |source| markdown(source).0.replace('\n', "");
        assert_eq!(levels("## A\n### B"), "<h2>A</h2><h3>B</h3>");
        assert_eq!(levels("# A\n### B"), "<h2>A</h2><h4>B</h4>");
        assert_eq!(levels("### A\n# B"), "<h4>A</h4><h2>B</h2>");
    }

    #[test]
    fn a_link_cannot_carry_a_script() {
        assert!(markdown("[x](javascript:alert(1))").0.contains("href=\"#\""));
    }
}
