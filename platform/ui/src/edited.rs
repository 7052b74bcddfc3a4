//! What the pages share on which a thing is edited: its form, who was faster, and taking the last change back.

use kernel::Id;
use maud::{Markup, html};

use crate::{Reader, form::Filled};

/// A thing that is edited: whose words its fields have, where its page is, and how they stand on record.
pub struct Edited {
    /// The room, whose catalogue calls a field `ROOM-field-NAME`.
    pub room: &'static str,
    /// The page.
    pub path: String,
    /// Each field with its words.
    pub words: Vec<(&'static str, String)>,
    /// Whether there is a change that can be taken back.
    pub has_past: bool,
}

/// What tells one state of a thing's words from another: a form carries it, so that nobody overwrites what they did
/// not see.
pub fn digest(words: &[(&'static str, String)]) -> String {
    let words: Vec<&str> = words.iter().map(|(_, words)| words.as_str()).collect();
    Id::<()>::named(&words).to_string()
}

/// Whether a form was opened on what stands on record now.
pub fn is_as_opened(sent: &Filled, words: &[(&'static str, String)]) -> bool {
    sent.value("was") == digest(words)
}

impl Edited {
    /// What tells this state from another.
    pub fn digest(&self) -> String {
        digest(&self.words)
    }

    /// The digest for a form that is given back: a preview keeps the one with which it was opened, so that saving after
    /// it still notices who was faster.
    pub fn digest_after(&self, kept: Option<&Filled>) -> String {
        match kept {
            Some(sent) if !sent.is_wrong() && !sent.value("was").is_empty() => sent.value("was").to_owned(),
            _ => self.digest(),
        }
    }

    /// A form as it was sent, or as the record stands.
    pub fn filled(&self, kept: Option<Filled>) -> Filled {
        self.words.iter().fold(kept.unwrap_or_default(), |filled, (field, words)| filled.with(field, words.clone()))
    }

    /// What stands on record now where somebody else was faster, beside what the form still holds.
    pub fn overtaken(&self, reader: &Reader, kept: Option<&Filled>) -> Markup {
        let Some(kept) = kept.filter(|kept| kept.value("was") != self.digest()) else { return html! {} };
        html! {
            div.clash {
                h2 { (reader.say("ui-on-record-now")) }
                dl {
                    @for (field, now) in &self.words {
                        @if kept.has(field) && kept.value(field) != now.trim() {
                            dt.label { (self.label(reader, field)) }
                            dd.as-written { bdi { (now) } }
                        }
                    }
                }
            }
        }
    }

    /// The button that takes the last change back, where there is one.
    pub fn undo(&self, reader: &Reader) -> Markup {
        html! {
            @if self.has_past {
                form.one-button method="post" action=(reader.href(&format!("{}/undo", self.path))) {
                    input type="hidden" name="was" value=(self.digest());
                    button.button.quiet type="submit" { (reader.say("ui-undo")) }
                }
            }
        }
    }

    /// How a field is called.
    pub fn label(&self, reader: &Reader, field: &str) -> String {
        reader.say_key(&format!("{}-field-{}", self.room, field.replace('_', "-")))
    }
}
