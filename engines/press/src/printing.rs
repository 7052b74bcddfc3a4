//! From the manuscript to the PDF.

use typst::comemo;
use typst::diag::{HintedString, SourceDiagnostic};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::world::{Desk, day};
use crate::{Finding, Fonts, Manuscript, Matter, NotPrinted, Place};

/// How many printings a remembered piece of layout survives without being used.
const REMEMBERED: usize = 4;

/// A printed document.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The file: PDF 1.7, tagged, conforming to PDF/UA-1 and PDF/A-3a.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What the typesetter noticed without being stopped by it.
    pub findings: Vec<Finding>,
}

/// Prints a manuscript, or says all that stands in the way.
///
/// A character without a glyph is looked for before anything is set, so that no name is ever
/// printed as a box; the export checks the shaped text once more. Layout is remembered between
/// printings: after a small change only what the change touches is set again.
pub fn print(fonts: &Fonts, manuscript: &Manuscript) -> Result<Printed, NotPrinted> {
    let unprintable = manuscript.unprintable(fonts);
    if !unprintable.is_empty() {
        return Err(NotPrinted { findings: unprintable });
    }
    let options = options(manuscript).map_err(|refusal| not_offered(&refusal))?;
    let desk = Desk::open(fonts, manuscript);
    let findings = |these: &[SourceDiagnostic]| -> Vec<Finding> {
        these.iter().map(|it| Finding::from_typesetter(&desk, it)).collect()
    };

    let set = typst::compile::<PagedDocument>(&desk);
    let printed = set.output.and_then(|document| {
        let pdf = typst_pdf::pdf(&document, &options)?;
        Ok((pdf, document.pages().len()))
    });
    comemo::evict(REMEMBERED);

    match printed {
        Ok((pdf, pages)) => Ok(Printed { pdf, pages, findings: findings(&set.warnings) }),
        Err(errors) => Err(NotPrinted { findings: findings(&errors) }),
    }
}

/// Forgets all remembered layout, so that a resting server gives the memory back.
pub fn rest() {
    comemo::evict(0);
}

fn options(manuscript: &Manuscript) -> Result<PdfOptions, HintedString> {
    Ok(PdfOptions {
        ident: Smart::Custom(manuscript.identity.clone()),
        creator: Smart::Custom(Some("Convoke".to_owned())),
        timestamp: day(manuscript).map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])?,
        ..PdfOptions::default()
    })
}

fn not_offered(refusal: &HintedString) -> NotPrinted {
    let said = refusal.message().to_string();
    let hints = refusal.hints().iter().map(ToString::to_string).collect();
    let matter = Matter::Typesetting { said, hints };
    NotPrinted { findings: vec![Finding { matter, place: Place::Document }] }
}
