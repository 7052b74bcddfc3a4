//! What the pages share on which a thing is edited: its form, who was faster, and taking the last change back.

use maud::{Markup, html};
use ui::{Reader, form::Filled};

use crate::fields;

/// A thing that is edited: where its page is, and the words of its fields as they stand on record.
pub(super) struct Edited {
    /// The page.
    pub(super) path: String,
    /// Each field with its words.
    pub(super) words: Vec<(&'static str, String)>,
    /// Whether there is a change that can be taken back.
    pub(super) has_past: bool,
}

impl Edited {
    /// What tells this state from another.
    pub(super) fn digest(&self) -> String {
        fields::digest(self.words.iter().map(|(_, words)| words.as_str()))
    }

    /// A form as it was sent, or as the record stands.
    pub(super) fn filled(&self, kept: Option<Filled>) -> Filled {
        self.words.iter().fold(kept.unwrap_or_default(), |filled, (field, words)| filled.with(field, words.clone()))
    }

    /// What stands on record now where somebody else was faster, beside what the form still holds.
    pub(super) fn overtaken(&self, reader: &Reader, kept: Option<&Filled>) -> Markup {
        let Some(kept) = kept.filter(|kept| kept.value("was") != self.digest()) else { return html! {} };
        html! {
            div.clash {
                h2 { (reader.say("programme-on-record-now")) }
                dl {
                    @for (field, now) in &self.words {
                        @if kept.value(field) != now.trim() {
                            dt.label { (label(reader, field)) }
                            dd { bdi { (now) } }
                        }
                    }
                }
            }
        }
    }

    /// The button that takes the last change back.
    pub(super) fn undo(&self, reader: &Reader) -> Markup {
        html! {
            @if self.has_past {
                form.one-button method="post" action=(reader.href(&format!("{}/undo", self.path))) {
                    input type="hidden" name="was" value=(self.digest());
                    button.button.quiet type="submit" { (reader.say("programme-undo")) }
                }
            }
        }
    }
}

/// How a field is called.
pub(super) fn label(reader: &Reader, field: &str) -> String {
    reader.say_key(&format!("programme-field-{}", field.replace('_', "-")))
}
