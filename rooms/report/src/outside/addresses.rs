//! The addresses of the web that stand in a text.

/// The addresses of the web in Markdown, as they are written there: behind words, and by themselves.
pub(crate) fn addresses(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let begins = |it: &str| it.starts_with("http://") || it.starts_with("https://");
    for (at, _) in text.match_indices("http").filter(|(at, _)| begins(&text[*at..])) {
        let rest = &text[at..];
        let end = rest.find(|it: char| it.is_whitespace() || matches!(it, '>' | ')' | '|')).unwrap_or(rest.len());
        // Behind words an address ends with its bracket; one that stands in a sentence does not own the sentence's sign.
        let own = if text[..at].ends_with("](") { end } else { trimmed(&rest[..end]) };
        let address = rest[..own].to_owned();
        // An address within an address (an archive's) belongs to the one before it, and a placeholder is no address.
        let within = text[..at].chars().next_back().is_some_and(|it| matches!(it, '/' | '=' | '?' | '&'));
        if !within && !address.contains("{{") && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

fn trimmed(address: &str) -> usize {
    address.trim_end_matches(['.', ',', ';', ':', '!', '?']).len()
}

/// An address without the place on its page: what a server is asked for.
pub(crate) fn bare(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_where_the_finder_reads_them() {
        let text = "See [here](https://one.example/a \"title\"), <https://two.example>, and http://three.example/b?c=d. \
                    Or [there](/p/e/activities/x), [old](https://archive.example/2020/https://four.example/), \
                    [none](https://five.example/{{key}}), again https://two.example!";
        assert_eq!(
            addresses(text),
            [
                "https://one.example/a",
                "https://two.example",
                "http://three.example/b?c=d",
                "https://archive.example/2020/https://four.example/"
            ]
        );
    }

    #[test]
    fn a_place_on_a_page_is_not_asked_for() {
        assert_eq!(bare("https://one.example/a#part-2"), "https://one.example/a");
    }
}
