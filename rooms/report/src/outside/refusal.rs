//! Why nobody outside is asked.

use host::{App, Refusal, RefusalKind};
use kernel::Say;

/// What keeps an installation from asking anybody outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It is a demonstration.
    Demonstration,
    /// Its configuration says so.
    SwitchedOff,
    /// Whom it annoys could not tell it: its configuration names no address.
    NoContact,
}

impl Silence {
    /// What keeps this installation from asking; nothing where it may.
    pub fn of(app: &App) -> Option<Self> {
        if app.demonstration {
            Some(Self::Demonstration)
        } else if !app.config.check_links {
            Some(Self::SwitchedOff)
        } else if app.config.contact().is_none() {
            Some(Self::NoContact)
        } else {
            None
        }
    }

    /// The message that says so.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Demonstration => "report-links-demonstration",
            Self::SwitchedOff => "report-links-switched-off",
            Self::NoContact => "report-links-no-contact",
        }
    }
}

/// Why the links are not asked for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutsideRefusal {
    /// This installation asks nobody.
    #[error("nobody outside is asked: {0:?}")]
    Silent(Silence),
    /// They are being asked already.
    #[error("a round is under way")]
    UnderWay,
}

impl Refusal for OutsideRefusal {
    fn say(&self) -> Say {
        Say::new(match self {
            Self::Silent(it) => it.message(),
            Self::UnderWay => "report-links-under-way",
        })
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::TooLate
    }
}
