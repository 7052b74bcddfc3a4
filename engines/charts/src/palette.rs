//! Colours by what they mean.

/// What a colour means; the sheet or the palette says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Text and plain bars.
    Ink,
    /// Secondary text.
    Quiet,
    /// Lines that separate.
    Rule,
    /// The ground.
    Paper,
    /// The region Asia, everywhere the same.
    Asia,
    /// The region Europe, everywhere the same.
    Europe,
    /// What needs attention.
    Warn,
    /// A band of a map: 0 is outside, 1 to 3 rise.
    Band(u8),
    /// An answer on a five-point scale, 0 to 4, from the refusing to the agreeing end.
    View(u8),
    /// Text that stands on [`Tone::View`].
    OnView(u8),
}

/// The colours of a printed chart, as SVG writes them.
#[derive(Clone, Debug)]
pub struct Palette {
    /// See [`Tone::Ink`].
    pub ink: String,
    /// See [`Tone::Quiet`].
    pub quiet: String,
    /// See [`Tone::Rule`].
    pub rule: String,
    /// See [`Tone::Paper`].
    pub paper: String,
    /// See [`Tone::Asia`].
    pub asia: String,
    /// See [`Tone::Europe`].
    pub europe: String,
    /// See [`Tone::Warn`].
    pub warn: String,
    /// See [`Tone::Band`].
    pub bands: [String; 4],
    /// See [`Tone::View`].
    pub views: [String; 5],
}

impl Default for Palette {
    /// The light colours of the page, on white paper.
    fn default() -> Self {
        Self {
            ink: "#1c2230".into(),
            quiet: "#5b6170".into(),
            rule: "#ddd6c8".into(),
            paper: "#ffffff".into(),
            asia: "#c65a3a".into(),
            europe: "#234a85".into(),
            warn: "#8a5a00".into(),
            bands: ["#ebe6da", "#aebfcb", "#5f8199", "#17344a"].map(Into::into),
            views: ["#8a5a00", "#e0b566", "#dbd4c5", "#a3b0c2", "#1c2230"].map(Into::into),
        }
    }
}

impl Palette {
    pub(crate) fn colour(&self, tone: Tone) -> &str {
        match tone {
            Tone::Ink | Tone::OnView(1..=3) => &self.ink,
            Tone::Quiet => &self.quiet,
            Tone::Rule => &self.rule,
            Tone::Paper | Tone::OnView(_) => &self.paper,
            Tone::Asia => &self.asia,
            Tone::Europe => &self.europe,
            Tone::Warn => &self.warn,
            Tone::Band(band) => &self.bands[usize::from(band.min(3))],
            Tone::View(view) => &self.views[usize::from(view.min(4))],
        }
    }
}

impl Tone {
    /// The class that fills with this colour.
    pub(crate) fn fill(self) -> &'static str {
        match self {
            Tone::Ink => "c-ink",
            Tone::Quiet => "c-quiet",
            Tone::Rule => "c-rule",
            Tone::Paper => "c-paper",
            Tone::Asia => "c-asia",
            Tone::Europe => "c-europe",
            Tone::Warn => "c-warn",
            Tone::Band(band) => ["band-0", "band-1", "band-2", "band-3"][usize::from(band.min(3))],
            Tone::View(view) => ["view-1", "view-2", "view-3", "view-4", "view-5"][usize::from(view.min(4))],
            Tone::OnView(view) => ["on-1", "on-2", "on-3", "on-4", "on-5"][usize::from(view.min(4))],
        }
    }

    /// The class that draws a line in this colour.
    pub(crate) fn stroke(self) -> &'static str {
        match self {
            Tone::Rule => "s-rule",
            Tone::Quiet => "s-quiet",
            Tone::Paper => "s-paper",
            _ => "s-ink",
        }
    }
}
