//! How a report reads before it is published: the faults of its chapters, the whole on a page, and its draft in print.

use axum::extract::{Path, State};
use host::{Act, Actor, App, Ask, Download, Found, Page};
use kernel::{Key, Language};
use programme::Here;
use serde::Deserialize;
use ui::{Markup, Reader, html};

use super::at;
use crate::{
    compose::{self, Composed, Fault},
    document::{self, Chapter, Report},
    findings,
    gather::Gathered,
};

#[derive(Deserialize)]
pub(super) struct WhichLanguage {
    report: String,
    lang: Language,
}

/// What is to be done about a report: places to mend, and findings to mend or to waive.
pub(super) struct Work {
    pub(super) faults: usize,
    pub(super) findings: usize,
}

/// What is to be done about each report of an edition, in all their languages.
pub(super) async fn work(app: &App, here: &Here, reader: &Reader) -> host::Result<Vec<(Report, Work)>> {
    let reports = document::written(&mut app.db.read().await?, here.edition.id).await?;
    let of = Gathered::for_desk(app, here, app.clock.now()).await?;
    let findings = findings::of_each(app, &of, reader, &reports).await?;
    let work = |((report, chapters), found_in): ((Report, Vec<Chapter>), findings::Findings)| {
        let faults = found(app, &of, reader, &report, &chapters).len();
        (report, Work { faults, findings: found_in.open.len() })
    };
    Ok(reports.into_iter().zip(findings).map(work).collect())
}

/// The faults of a report, each with its chapter and language.
pub(super) fn found(
    app: &App,
    of: &Gathered,
    reader: &Reader,
    report: &Report,
    chapters: &[Chapter],
) -> Vec<(Key, Language)> {
    let in_language = |language: &Language| {
        let composed = Composed::of(app, of, &reader.speaking(*language), report, chapters);
        let language = *language;
        composed.faults.into_iter().map(move |(key, _)| (key, language))
    };
    report.languages.0.iter().flat_map(in_language).collect()
}

/// A chapter as it would be published: its faults, and how it reads.
pub(super) struct Proof {
    faults: Vec<Fault>,
    page: Markup,
}

/// One chapter of a report alone, composed in the reader's language from the record of today.
pub(super) fn of_chapter(app: &App, of: &Gathered, reader: &Reader, report: &Report, chapter: Chapter) -> Proof {
    let composed = Composed::of(app, of, reader, report, &[chapter]);
    Proof { faults: composed.faults.iter().map(|(_, it)| it.clone()).collect(), page: composed.page(reader) }
}

impl Proof {
    /// The faults, each leading to its line, and the page below them. `reader` reads the desk, the page is in `language`.
    pub(super) fn view(&self, reader: &Reader, language: Language) -> Markup {
        let said = kernel::Say::new("report-faults").with("count", self.faults.len());
        let said = if self.faults.is_empty() { reader.say("report-no-faults") } else { reader.said(&said) };
        html! {
            div.proof data-said=(said) {
                @if self.faults.is_empty() { p.meta { (said) } } @else {
                    div.clash {
                        p { strong { (said) } }
                        ul {
                            @for it in &self.faults {
                                li {
                                    a href="#text" data-line=(it.line) { (reader.say_with("report-fault-line", [("line", it.line.to_string())])) }
                                    ": " (reader.said(&it.say))
                                }
                            }
                        }
                    }
                }
                div.as-printed lang=(language) dir=[language.is_right_to_left().then_some("rtl")] { (self.page) }
            }
        }
    }
}

/// The whole report in a language, as its page would be.
pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<WhichLanguage>,
) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let (report, speaking) = written_in(&app, &here, &reader, &which).await?;
    let composed = compose::draft(&app, &here, &speaking, &which.report).await?.found()?;
    let content = html! {
        p.label { a href=(reader.href(&at(&here, &report.key, ""))) { (reader.words(&report.title)) } }
        h1 { (reader.say("report-whole-preview")) }
        @for (key, fault) in &composed.faults {
            p.clash {
                a href=(reader.href(&at(&here, &report.key, &format!("chapters/{key}/{}", which.lang)))) {
                    (key) ", " (reader.say_with("report-fault-line", [("line", fault.line.to_string())]))
                }
                ": " (reader.said(&fault.say))
            }
        }
        div.as-printed lang=(which.lang) { (composed.page(&speaking)) }
    };
    Ok(Page::desk(here.edition.id, speaking.text(&report.title), content))
}

/// The report as it would be printed today, a draft by its name.
pub(super) async fn download(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<WhichLanguage>,
) -> host::Result<Download> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let (report, speaking) = written_in(&app, &here, &reader, &which).await?;
    let pdf = crate::print(&app, &here, &speaking, report.key.as_str()).await?;
    let name = format!("{}-{}-draft-{}.pdf", here.edition.key, report.key, which.lang);
    Ok(Download { media_type: "application/pdf", name: Some(name), bytes: pdf.to_vec() })
}

/// The report, and a reader of the language in which it is asked for; hidden where it is not written in that language.
async fn written_in(app: &App, here: &Here, reader: &Reader, which: &WhichLanguage) -> host::Result<(Report, Reader)> {
    let mut conn = app.db.read().await?;
    let report = document::report(&mut conn, here.edition.id, &which.report).await?;
    let report = report.filter(|it| it.languages.0.contains(&which.lang)).found()?;
    Ok((report, reader.speaking(which.lang)))
}
