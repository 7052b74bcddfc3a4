//! The ways in which a report refuses to be changed.

use host::{Refusal, RefusalKind};
use kernel::Say;

use super::logo::NoLogo;

/// Why something about a report, its chapters, waivers or targets was not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentRefusal {
    /// A title or a heading is missing.
    #[error("{0} is missing")]
    NoTitle(&'static str),
    /// What stands there cannot be a key.
    #[error("no key")]
    NoKey,
    /// Another report, or another chapter of this one, has the key.
    #[error("the key is another's")]
    KeyTaken,
    /// A report is for something.
    #[error("no purpose")]
    NoPurpose,
    /// A report is written in some language.
    #[error("no language")]
    NoLanguage,
    /// What stands in a field is no colour.
    #[error("{0} is no colour")]
    NoColour(&'static str),
    /// There is no such built-in mark.
    #[error("no such mark")]
    NoMark,
    /// What was sent cannot stand on a cover.
    #[error("no logo: {0}")]
    NoLogo(NoLogo),
    /// No file was sent.
    #[error("no file was sent")]
    NoLogoFile,
    /// Who does not see a picture is told what it shows.
    #[error("no words for the picture")]
    NoLogoText,
    /// No indicator is called that.
    #[error("no indicator is called {0}")]
    NoIndicator(String),
    /// A waiver without a reason is a hidden mistake.
    #[error("no reason")]
    NoReason,
    /// This finding has been waived.
    #[error("waived already")]
    WaivedAlready,
    /// What stands in a field is no number.
    #[error("{0} is no number")]
    NoNumber(&'static str),
    /// What stands in a field is no day.
    #[error("{0} is no day")]
    NoDay(&'static str),
    /// Somebody else changed it since the form was opened.
    #[error("somebody else changed it meanwhile")]
    ChangedMeanwhile,
    /// The chapter that would be taken out again has been written since.
    #[error("written since")]
    WrittenSince,
    /// There is no change that could be taken back.
    #[error("nothing to take back")]
    NothingToUndo,
    /// What was published stays.
    #[error("it was published")]
    Published,
    /// The box that confirms a deletion is not ticked.
    #[error("not confirmed")]
    NotConfirmed,
}

impl Refusal for DocumentRefusal {
    fn say(&self) -> Say {
        let say = Say::new(match self {
            Self::NoTitle(_) => "report-no-title",
            Self::NoKey => "report-no-key",
            Self::KeyTaken => "report-key-taken",
            Self::NoPurpose => "report-no-purpose",
            Self::NoLanguage => "report-no-language",
            Self::NoColour(_) => "report-no-colour",
            Self::NoMark => "report-no-mark",
            Self::NoLogo(NoLogo::NoPicture) => "report-logo-no-picture",
            Self::NoLogo(NoLogo::TooLarge) => "report-logo-too-large",
            Self::NoLogo(NoLogo::Runs) => "report-logo-runs",
            Self::NoLogo(NoLogo::LeadsOutside) => "report-logo-leads-outside",
            Self::NoLogoFile => "report-logo-no-file",
            Self::NoLogoText => "report-logo-no-text",
            Self::NoIndicator(_) => "report-no-indicator",
            Self::NoReason => "report-no-reason",
            Self::WaivedAlready => "report-waived-already",
            Self::NoNumber(_) => "report-no-number",
            Self::NoDay(_) => "report-no-day-given",
            Self::ChangedMeanwhile => "report-changed-meanwhile",
            Self::WrittenSince => "report-written-since",
            Self::NothingToUndo => "report-nothing-to-undo",
            Self::Published => "report-was-published",
            Self::NotConfirmed => "report-not-confirmed",
        });
        match self {
            Self::NoIndicator(key) => say.with("key", key.clone()),
            _ => say,
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::ChangedMeanwhile
            | Self::WrittenSince
            | Self::NothingToUndo
            | Self::Published
            | Self::WaivedAlready => RefusalKind::TooLate,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoKey | Self::KeyTaken => Some("key"),
            Self::NoPurpose => Some("purpose"),
            Self::NoLanguage => Some("languages"),
            Self::NoTitle(field) | Self::NoColour(field) | Self::NoNumber(field) | Self::NoDay(field) => Some(field),
            Self::NoMark => Some("logo"),
            Self::NoLogo(_) | Self::NoLogoFile => Some("file"),
            Self::NoLogoText => Some("logo_text_en"),
            Self::NoIndicator(_) => Some("cover_1"),
            Self::NoReason => Some("reason_en"),
            Self::NotConfirmed => Some("confirmed"),
            Self::ChangedMeanwhile
            | Self::WrittenSince
            | Self::NothingToUndo
            | Self::Published
            | Self::WaivedAlready => None,
        }
    }
}
