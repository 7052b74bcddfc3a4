//! Chapters become reports: every placeholder, every fault at its line, and nothing empty or zero.

use db::Json;
use host::testing::TestApp;
use kernel::{Id, Language, Text};
use programme::Here;

use super::{
    Block, Composed, Fault, Inline, Shown, compose,
    matter::words_of,
    placeholder::{Form, Piece, Value},
    reading::read,
};
use crate::{
    document::{Chapter, Look, Purpose, Report},
    tests::{AFTERWARDS, demonstration, small},
};

mod printing;
mod properties;
mod telling;

pub(super) fn report(here: &Here, purpose: Purpose, look: Look) -> Report {
    Report {
        id: Id::new(),
        edition_id: here.edition.id,
        key: "final".parse().unwrap(),
        title: Text::one(Language::ENGLISH, "What came of it").with(Language::FRENCH, "Ce qui en est sorti"),
        purpose,
        languages: Json(vec![Language::ENGLISH]),
        look: Json(look),
        publishable: true,
        version: 1,
        position: 1,
    }
}

pub(super) fn chapter(report: &Report, key: &str, title: &str, text: &str) -> Chapter {
    Chapter {
        id: Id::new(),
        report_id: report.id,
        key: key.parse().unwrap(),
        title: Text::one(Language::ENGLISH, title),
        text: Text::one(Language::ENGLISH, text),
        version: 1,
        position: 1,
    }
}

/// One chapter composed as a final report, in English.
pub(super) async fn told(test: &TestApp, here: &Here, text: &str) -> Composed {
    let report = report(here, Purpose::Final, Look::default());
    let chapters = [chapter(&report, "only", "The only one", text)];
    compose(&test.app, here, &test.app.reader(Language::ENGLISH), &report, &chapters).await.unwrap()
}

/// The words of its paragraphs, one a line.
pub(super) fn paragraphs(composed: &Composed) -> String {
    let words = |it: &Block<Shown, super::Laid>| match it {
        Block::Paragraph(words) => Some(words_of(words, &|it: &Shown| it.words().to_owned())),
        _ => None,
    };
    let blocks = composed.chapters.iter().flat_map(|it| &it.blocks);
    blocks.filter_map(|it| words(&it.block)).collect::<Vec<_>>().join("\n")
}

/// The faults as lines of text.
pub(super) fn written(test: &TestApp, faults: &[Fault]) -> String {
    let reader = test.app.reader(Language::ENGLISH);
    faults.iter().map(|it| format!("{}:{} {}\n", it.line, it.column, reader.said(&it.say))).collect()
}
