//! Forms: one column, visible labels, hints before the field, errors on top and at the field, input kept.

use kernel::Say;
use maud::{Markup, html};

use crate::Reader;

/// What a form shows: the values to fill in, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    values: Vec<(String, String)>,
    wrong: Vec<(String, Say)>,
    /// What sets the fields' ids apart from those of the same form further up.
    apart: String,
}

impl Filled {
    /// What somebody sent, in the order in which it came.
    pub fn from_pairs(values: Vec<(String, String)>) -> Self {
        Self { values, ..Self::default() }
    }

    /// The same with one more value, unless the field has one already.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        if !self.values.iter().any(|(it, _)| it == name) {
            self.values.push((name.to_owned(), value.into()));
        }
        self
    }

    /// The value of a field, trimmed; empty where it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The value of a field as it came.
    pub fn raw(&self, name: &str) -> &str {
        self.values.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// Every field that was sent, with its value as it came.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Every value of a field that may be sent several times.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent, with words or without.
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(it, _)| it == name)
    }

    /// Whether a box is ticked: an empty one is not sent.
    pub fn ticked(&self, name: &str) -> bool {
        self.has(name)
    }

    /// Notes what is wrong with a field.
    pub fn wrong(&mut self, name: &str, why: Say) {
        self.wrong.push((name.to_owned(), why));
    }

    /// The same for the form of this number where one page has several: names are the same, ids are not.
    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        self.apart = format!("-{number}");
        self
    }

    fn id(&self, name: &str) -> String {
        format!("{name}{}", self.apart)
    }

    /// Whether anything is wrong.
    pub fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    fn why(&self, name: &str) -> Option<&Say> {
        self.wrong.iter().find(|(it, _)| it == name).map(|(_, why)| why)
    }
}

/// A form under construction: its fields know the reader and what was sent before.
pub struct Form<'a> {
    reader: &'a Reader,
    filled: &'a Filled,
}

/// A form that sends to `action`; an error summary stands on top where something is wrong.
pub fn post<'a>(
    reader: &'a Reader,
    action: &str,
    filled: &'a Filled,
    fields: impl FnOnce(&Form<'a>) -> Markup,
) -> Markup {
    sending(reader, action, None, filled, fields)
}

/// A form that sends files among its fields.
pub fn post_with_files<'a>(
    reader: &'a Reader,
    action: &str,
    filled: &'a Filled,
    fields: impl FnOnce(&Form<'a>) -> Markup,
) -> Markup {
    sending(reader, action, Some("multipart/form-data"), filled, fields)
}

fn sending<'a>(
    reader: &'a Reader,
    action: &str,
    packed: Option<&str>,
    filled: &'a Filled,
    fields: impl FnOnce(&Form<'a>) -> Markup,
) -> Markup {
    let form = Form { reader, filled };
    html! {
        form.form method="post" action=(reader.href(action)) enctype=[packed] novalidate {
            (form.summary())
            (fields(&form))
        }
    }
}

/// A form that asks: its fields stand in the address.
pub fn get<'a>(
    reader: &'a Reader,
    action: &str,
    filled: &'a Filled,
    fields: impl FnOnce(&Form<'a>) -> Markup,
) -> Markup {
    let form = Form { reader, filled };
    html! {
        form.form.asking method="get" action=(reader.href_in(reader.language, action)) {
            @if let Some(zone) = reader.zone_name() { input type="hidden" name="zone" value=(zone); }
            (fields(&form))
        }
    }
}

/// One button that does one thing, with nothing to fill in.
pub fn button(reader: &Reader, action: &str, label: &str, quiet: bool) -> Markup {
    html! {
        form.one-button method="post" action=(reader.href(action)) {
            button.button.quiet[quiet] type="submit" { (label) }
        }
    }
}

impl Form<'_> {
    fn summary(&self) -> Markup {
        html! {
            @if self.filled.is_wrong() {
                div.summary role="alert" tabindex="-1" id="summary" {
                    h2 { (self.reader.said(&Say::new("ui-form-wrong").with("count", self.filled.wrong.len()))) }
                    ul { @for (name, why) in &self.filled.wrong { li { a href={"#" (self.filled.id(name))} { (self.reader.said(why)) } } } }
                    p { (self.reader.say("ui-form-kept")) }
                }
            }
        }
    }

    fn field(
        &self,
        name: &str,
        label: &str,
        hint: Option<&str>,
        control: impl FnOnce(Option<String>, bool) -> Markup,
    ) -> Markup {
        let (why, id) = (self.filled.why(name), self.filled.id(name));
        let described: Vec<String> =
            [hint.map(|_| format!("{id}-hint")), why.map(|_| format!("{id}-why"))].into_iter().flatten().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        html! {
            div.field.bad[why.is_some()] {
                label for=(id) { (label) }
                @if let Some(hint) = hint { p.hint id={(id) "-hint"} { (hint) } }
                @if let Some(why) = why { p.why id={(id) "-why"} { (self.reader.said(why)) } }
                (control(described, why.is_some()))
            }
        }
    }

    /// One line of text. `kind` is the input's type; `autocomplete` what the browser may fill in.
    pub fn line(&self, name: &str, label: &str, hint: Option<&str>, kind: &str, autocomplete: Option<&str>) -> Markup {
        self.field(name, label, hint, |described, bad| {
            html! {
                input type=(kind) id=(self.filled.id(name)) name=(name) value=(self.filled.raw(name)) autocomplete=[autocomplete]
                    aria-describedby=[described] aria-invalid=[bad.then_some("true")] dir=[matches!(kind, "text" | "search").then_some("auto")];
            }
        })
    }

    /// Several lines of text.
    pub fn long_text(&self, name: &str, label: &str, hint: Option<&str>, rows: u8) -> Markup {
        self.field(name, label, hint, |described, bad| {
            html! {
                textarea id=(self.filled.id(name)) name=(name) rows=(rows) dir="auto" aria-describedby=[described] aria-invalid=[bad.then_some("true")] {
                    (self.filled.raw(name))
                }
            }
        })
    }

    /// A choice of one from a list: value and words of each.
    pub fn choice(&self, name: &str, label: &str, hint: Option<&str>, options: &[(String, String)]) -> Markup {
        self.field(name, label, hint, |described, bad| {
            html! {
                select id=(self.filled.id(name)) name=(name) aria-describedby=[described] aria-invalid=[bad.then_some("true")] {
                    @for (value, words) in options {
                        option value=(value) selected[self.filled.value(name) == value] { (words) }
                    }
                }
            }
        })
    }

    /// A file; `accept` names the kinds that a browser offers.
    pub fn file(&self, name: &str, label: &str, hint: Option<&str>, accept: &str) -> Markup {
        self.field(name, label, hint, |described, bad| {
            html! {
                input type="file" id=(self.filled.id(name)) name=(name) accept=(accept)
                    aria-describedby=[described] aria-invalid=[bad.then_some("true")];
            }
        })
    }

    /// A box to tick.
    pub fn tick(&self, name: &str, label: &str, hint: Option<&str>) -> Markup {
        let (why, id) = (self.filled.why(name), self.filled.id(name));
        html! {
            div.field.tick.bad[why.is_some()] {
                @if let Some(why) = why { p.why id={(id) "-why"} { (self.reader.said(why)) } }
                input type="checkbox" id=(id) name=(name) value="yes" checked[self.filled.ticked(name)]
                    aria-describedby=[why.map(|_| format!("{id}-why"))];
                label for=(id) { (label) }
                @if let Some(hint) = hint { p.hint { (hint) } }
            }
        }
    }

    /// A value that the reader does not see.
    pub fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// A field that only machines fill in; whoever does is not registered.
    pub fn trap(&self) -> Markup {
        html! {
            div.trap aria-hidden="true" {
                label for="website" { (self.reader.say("ui-leave-empty")) }
                input type="text" id="website" name="website" tabindex="-1" autocomplete="off";
            }
        }
    }

    /// The button that sends the form.
    pub fn submit(&self, label: &str) -> Markup {
        html! { p.send { button.button type="submit" { (label) } } }
    }
}
