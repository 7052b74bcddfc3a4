//! What keeps the press from printing a report, told by the chapter in which it stands.

use host::Result;
use kernel::Say;
use press::{Finding, Matter, NotPrinted, Place};
use programme::Here;
use ui::Reader;

use super::Obstacle;
use crate::{
    compose::{Composed, Told},
    print,
};

/// Why a report cannot be printed in the reader's language: each thing once, with its chapter where it lies in one.
///
/// The press names places of its templates; so that a person finds the words, each chapter is tried alone.
pub(super) async fn obstacles(
    here: &Here,
    reader: &Reader,
    composed: &Composed,
    why: &NotPrinted,
) -> Result<Vec<Obstacle>> {
    let mut told: Vec<Obstacle> = Vec::new();
    let mut placed: Vec<&Matter> = Vec::new();
    for (at, chapter) in composed.chapters.iter().enumerate() {
        let alone = print::set(composed.manuscript_of_chapter(reader, at)?).await?;
        let findings = alone.err().map(|it| it.findings).unwrap_or_default();
        for it in &why.findings {
            if findings.iter().any(|found| found.matter == it.matter) && lies_in(it, at) {
                placed.push(&it.matter);
                told.push(in_chapter(here, reader, composed, chapter, &it.matter));
            }
        }
    }
    for it in why.findings.iter().filter(|it| !placed.contains(&&it.matter)) {
        let say = Say::new("report-publish-not-printed-whole")
            .with("language", reader.language.tag())
            .with("why", said(&it.matter));
        told.push(Obstacle { say, path: Some(here.desk(&format!("reports/{}", composed.report.key))) });
    }
    Ok(told)
}

/// Whether a finding can lie in the chapter of this place; what lies in a template may lie in any.
fn lies_in(it: &Finding, at: usize) -> bool {
    match &it.place {
        Place::Value { file, .. } => *file == crate::manuscript::chapter_file(at),
        Place::Line { .. } | Place::Document => true,
    }
}

fn in_chapter(here: &Here, reader: &Reader, composed: &Composed, chapter: &Told, matter: &Matter) -> Obstacle {
    let say = Say::new("report-publish-not-printed")
        .with("chapter", chapter.title.as_str())
        .with("language", reader.language.tag())
        .with("why", said(matter));
    let path = format!("reports/{}/chapters/{}/{}", composed.report.key, chapter.key, reader.language);
    Obstacle { say, path: Some(here.desk(&path)) }
}

/// What the press found: our own sentence where it is one of letters, the typesetter's words otherwise.
fn said(matter: &Matter) -> Say {
    match matter {
        Matter::NoGlyph(letter) => Say::new("report-publish-no-glyph")
            .with("letter", letter.to_string())
            .with("code", format!("U+{:04X}", u32::from(*letter))),
        Matter::Typesetting { said, .. } => Say::new("report-publish-typesetter").with("said", said.as_str()),
    }
}
