//! Numbers as the reader's language writes them.

use kernel::Language;

use crate::Reader;

impl Reader {
    /// A whole number with its thousands set apart: `2,231`, `2 231`.
    pub fn number(&self, number: i64) -> String {
        let mark = if self.language == Language::FRENCH { '\u{202f}' } else { ',' };
        let digits = number.unsigned_abs().to_string();
        let mut words = String::new();
        if number < 0 {
            words.push('\u{2212}');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                words.push(mark);
            }
            words.push(digit);
        }
        words
    }

    /// A percentage: `96%`, `96 %`.
    pub fn percent(&self, number: i64) -> String {
        if self.language == Language::FRENCH { format!("{number}\u{202f}%") } else { format!("{number}%") }
    }
}
