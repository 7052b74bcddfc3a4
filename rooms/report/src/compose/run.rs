//! Words that stand side by side, cut into words and placeholders.

use kernel::Say;

use super::{
    fault::Fault,
    matter::{Inline, Spot},
    placeholder::{Placeholder, Value},
};

/// Words of one line of thought, and where each stretch of them begins in the source.
#[derive(Default)]
pub(super) struct Run {
    text: String,
    stretches: Vec<(usize, usize)>,
}

impl Run {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn add(&mut self, words: &str, source_at: usize) {
        self.stretches.push((self.text.len(), source_at));
        self.text.push_str(words);
    }

    /// Where in the source a byte of the words stands.
    fn origin(&self, at: usize) -> usize {
        let stretch = self.stretches.iter().rev().find(|(begins, _)| *begins <= at);
        stretch.map_or(at, |(begins, source)| source + (at - begins))
    }

    /// The next opening that is not written with a backslash before it, from a byte on.
    fn opening(&self, source: &str, from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            let at = from + self.text.get(from..)?.find("{{")?;
            let origin = self.origin(at);
            let escaped = origin > 0 && source.as_bytes().get(origin - 1) == Some(&b'\\');
            if !escaped {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// Words and placeholders in their order; what cannot be understood becomes a fault and stays visible.
    pub fn cut(self, source: &str, spot: impl Fn(usize) -> Spot, faults: &mut Vec<Fault>) -> Vec<Inline<Placeholder>> {
        let mut pieces = Vec::new();
        let words = |from: usize, to: usize, pieces: &mut Vec<_>| {
            if from < to {
                pieces.push(Inline::Words(self.text[from..to].replace('\n', " ")));
            }
        };
        let mut from = 0;
        while let Some(at) = self.opening(source, from) {
            words(from, at, &mut pieces);
            let place = spot(self.origin(at));
            let Some(end) = self.text[at..].find("}}").map(|it| at + it) else {
                faults.push(Fault::at(place, Say::new("report-compose-unclosed")));
                from = at;
                break;
            };
            let inside = &self.text[at + 2..end];
            let read = Placeholder::read(inside).unwrap_or_else(|say| {
                faults.push(Fault::at(place, say));
                Placeholder::Value(Value::Broken(self.text[at..end + 2].replace('\n', " ")))
            });
            pieces.push(Inline::Value(read, place));
            from = end + 2;
        }
        words(from, self.text.len(), &mut pieces);
        pieces
    }
}
