//! How wide a text will be, near enough to place it: advance widths of Source Sans 3 in thousandths of the size.

/// The widths of the characters from space to tilde, regular.
const REGULAR: [u16; 95] = [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
    497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
    647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
    496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
    241, 303, 497,
];
/// Semibold is wider by about this factor.
const STRONG: f64 = 1.035;
/// The reader's own fonts may be wider than the one measured.
const SLACK: f64 = 1.06;

/// The width of a text in the unit of its size.
pub fn width(text: &str, size: f64, strong: bool) -> f64 {
    let thousandths: f64 = text.chars().map(advance).sum();
    thousandths / 1000.0 * size * SLACK * if strong { STRONG } else { 1.0 }
}

fn advance(letter: char) -> f64 {
    match letter {
        ' '..='~' => f64::from(REGULAR[letter as usize - ' ' as usize]),
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '·' | '’' | '‘' => 249.0,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '—' | '…' | 'œ' | 'Œ' | 'æ' | 'Æ' => 950.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'.. => 1000.0,
        'À'..='ß' | '\u{100}'..='\u{17f}' => 600.0,
        'à'..='ÿ' => 540.0,
        _ => 620.0,
    }
}

/// The text in lines no wider than the room; a word that is wider alone is shortened.
pub fn wrapped(text: &str, size: f64, strong: bool, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, strong) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(shortened(word, size, strong, room)),
        }
    }
    lines
}

/// The text, with its end replaced by an ellipsis where it would not fit.
pub fn shortened(text: &str, size: f64, strong: bool, room: f64) -> String {
    if width(text, size, strong) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let candidate = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if width(&candidate, size, strong) <= room {
            return candidate;
        }
    }
    "…".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text = "Ministry of Foreign Affairs of Denmark and Donaudampfschifffahrtsgesellschaft";
        for room in [60.0, 120.0, 300.0] {
            assert!(wrapped(text, 14.0, false, room).iter().all(|line| width(line, 14.0, false) <= room));
        }
    }

    #[test]
    fn han_is_about_as_wide_as_it_is_high() {
        assert!((width("亚欧", 10.0, false) - 20.0).abs() < 2.0);
    }
}
