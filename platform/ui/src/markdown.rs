//! Prose of people: Markdown, from which no markup of theirs reaches the page.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html::push_html};

/// Markdown as HTML: headings begin at `h2`, raw HTML is shown as text, links lead to the web or mail only.
pub fn markdown(source: &str) -> Markup {
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let events = parser.map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
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

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
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
    fn a_link_cannot_carry_a_script() {
        assert!(markdown("[x](javascript:alert(1))").0.contains("href=\"#\""));
    }
}
