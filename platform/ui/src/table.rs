//! Tables: the row of heads that each begins with.

use maud::{Markup, html};

/// The head of a table: what each column says, in words.
pub fn heads(words: impl IntoIterator<Item = String>) -> Markup {
    heads_and_counts(words, [])
}

/// The head of a table whose last columns hold numbers, set at their end.
pub fn heads_and_counts(words: impl IntoIterator<Item = String>, counts: impl IntoIterator<Item = String>) -> Markup {
    html! {
        thead {
            tr {
                @for it in words { th scope="col" { (it) } }
                @for it in counts { th.end scope="col" { (it) } }
            }
        }
    }
}
