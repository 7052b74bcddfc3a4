//! The look of a report, with colours that can be read whatever a secretariat chooses.

use charts::Palette;
use kernel::Say;

use crate::document::Look;

/// A contrast below this cannot be read by everybody (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;
/// The house's own accent and the ground of its cover.
const ACCENT: &str = "#0f6256";
const COVER: &str = "#fbf9f4";

/// What a report wears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dress {
    /// The colour of rules and links, readable on white.
    pub accent: String,
    /// The tint of what the accent marks.
    pub wash: String,
    /// The ground of the cover.
    pub cover: String,
    /// The colour of the words on the cover, readable on its ground.
    pub on_cover: String,
}

type Colour = [f64; 3];
const WHITE: Colour = [255.0; 3];

impl Dress {
    /// What a look comes to, and what was changed so that everybody can read it.
    pub fn of(look: &Look) -> (Self, Vec<Say>) {
        let mut remarks = Vec::new();
        let accent = named(look.accent.as_deref(), ACCENT, &mut remarks);
        let darker = darkened(accent);
        let (from, to) = (written(accent), written(darker));
        if from != to {
            remarks.push(Say::new("report-compose-darkened").with("from", from).with("to", to));
        }
        let cover = named(look.cover.as_deref(), COVER, &mut remarks);
        let ink = named(None, "#1c2230", &mut Vec::new());
        let on_cover = if contrast(ink, cover) >= contrast(WHITE, cover) { ink } else { WHITE };
        let dress = Self {
            accent: written(darker),
            wash: written(between(darker, WHITE, 0.1)),
            cover: written(cover),
            on_cover: written(on_cover),
        };
        (dress, remarks)
    }

    /// The colours of a drawing that lies on the cover's ground.
    pub fn on_the_cover(&self) -> Palette {
        let (words, ground) = (read(&self.on_cover).unwrap_or(WHITE), read(&self.cover).unwrap_or(WHITE));
        let lines = written(between(words, ground, 0.25));
        let (ink, paper) = (self.on_cover.clone(), self.cover.clone());
        Palette { quiet: ink.clone(), ink, rule: lines, paper, ..Palette::default() }
    }
}

/// A colour by its name, or the house's where it is none.
fn named(name: Option<&str>, house: &str, remarks: &mut Vec<Say>) -> Colour {
    let of_house = || read(house).unwrap_or(WHITE);
    let Some(name) = name else { return of_house() };
    read(name).unwrap_or_else(|| {
        remarks.push(Say::new("report-compose-no-colour").with("word", name));
        of_house()
    })
}

fn read(name: &str) -> Option<Colour> {
    let digits = name.trim().strip_prefix('#').filter(|it| it.len() == 6 && it.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(f64::from);
    Some([part(0)?, part(2)?, part(4)?])
}

fn written(colour: Colour) -> String {
    let [red, green, blue] = colour.map(|it| it.round() as u8);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The same hue, as dark as it must be to be read on white.
fn darkened(colour: Colour) -> Colour {
    let mut darker = colour;
    while contrast(darker, WHITE) < READABLE {
        darker = darker.map(|it| (it * 0.96).floor());
    }
    darker
}

/// A share of one colour on the ground of another.
fn between(colour: Colour, ground: Colour, share: f64) -> Colour {
    [0, 1, 2].map(|at| ground[at] + (colour[at] - ground[at]) * share)
}

/// The contrast of two colours, as WCAG 2.2 computes it.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|it| {
        let part = it / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pale_accent_is_darkened_until_it_can_be_read_and_a_dark_one_is_kept() {
        let pale = Look { accent: Some("#ffd400".into()), ..Look::default() };
        let (dress, remarks) = Dress::of(&pale);
        assert!(contrast(read(&dress.accent).unwrap(), WHITE) >= READABLE);
        assert_eq!(remarks[0].key, "report-compose-darkened");
        let dark = Look { accent: Some("#1f3a5f".into()), ..Look::default() };
        assert_eq!(Dress::of(&dark).0.accent, "#1f3a5f");
        assert!(Dress::of(&dark).1.is_empty());
    }

    #[test]
    fn words_on_a_dark_cover_are_white_and_what_is_no_colour_is_said() {
        let dark = Look { cover: Some("#102030".into()), ..Look::default() };
        assert_eq!(Dress::of(&dark).0.on_cover, "#ffffff");
        let wrong = Look { accent: Some("reddish".into()), ..Look::default() };
        let (dress, remarks) = Dress::of(&wrong);
        assert_eq!((dress.accent.as_str(), remarks[0].key), (ACCENT, "report-compose-no-colour"));
    }
}
