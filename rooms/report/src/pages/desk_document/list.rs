//! The reports of an edition: what each is for, in which languages, how far it is; and beginning another.

use axum::response::{IntoResponse, Response};
use host::{Act, Kept, Page};
use programme::{AtDesk, Here};
use ui::{
    Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use super::{at, proof};
use crate::document::{self, PublishedVersion, Purpose, Report, actions};

/// What a report can be for, in the order of the choice.
const PURPOSES: [(Purpose, &str); 4] = [
    (Purpose::Final, "report-purpose-final"),
    (Purpose::Funder, "report-purpose-funder"),
    (Purpose::Series, "report-purpose-series"),
    (Purpose::Brief, "report-purpose-brief"),
];

/// The message that names a purpose.
pub(super) fn purpose(purpose: Purpose) -> &'static str {
    PURPOSES.iter().find(|(it, _)| *it == purpose).map_or("report-purpose-final", |(_, message)| message)
}

/// A report with what its line says.
struct Line {
    report: Report,
    version: Option<i64>,
    work: proof::Work,
}

pub(super) async fn show(desk: AtDesk) -> host::Result<Page> {
    page(&desk, Filled::default()).await
}

pub(super) async fn begin(desk: AtDesk) -> host::Result<Response> {
    match actions::report::begin(&desk.app, &desk.actor, &desk.here, &desk.sent).await? {
        Ok(key) => Ok(desk.to(&format!("reports/{key}"))),
        Err(wrong) => {
            let kept = Kept::new(desk.sent.clone(), &wrong, "title_en");
            Ok(page(&desk, kept.filled).await?.status(kept.status).into_response())
        }
    }
}

async fn page(desk: &AtDesk, filled: Filled) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let versions = document::newest_versions(&mut app.db.read().await?, edition).await?;
    let version = |it: &Report| versions.iter().find(|known| known.report_id == it.id).map(version_of);
    let work = proof::work(app, here, reader).await?;
    let lines: Vec<Line> =
        work.into_iter().map(|(report, work)| Line { version: version(&report), report, work }).collect();
    let title = reader.say("report-reports");
    let content = html! {
        h1 { (title) }
        p.prose { (reader.say("report-reports-why")) }
        @if lines.is_empty() { p { (reader.say("report-no-reports")) } } @else { (table(reader, here, &lines)) }
        @if actor.can(Act::EditEdition(edition)) {
            section.block {
                h2 { (reader.say("report-begin")) }
                (begin_form(reader, here, &lines, filled))
            }
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn version_of(it: &PublishedVersion) -> i64 {
    it.version
}

fn table(reader: &Reader, here: &Here, lines: &[Line]) -> Markup {
    let columns = [
        "report-column-report",
        "report-column-purpose",
        "report-column-languages",
        "report-column-state",
        "report-column-to-mend",
        "report-column-findings",
    ];
    html! {
        table.stack {
            (heads(columns.map(|it| reader.say(it))))
            tbody {
                @for it in lines {
                    tr {
                        th scope="row" { a href=(reader.href(&at(here, &it.report.key, ""))) { (reader.words(&it.report.title)) } }
                        td { (reader.say(purpose(it.report.purpose))) }
                        td { (languages(reader, &it.report)) }
                        td { (state(reader, &it.report, it.version)) }
                        td {
                            @if it.work.faults == 0 { (reader.say("report-no-faults")) } @else {
                                strong { (reader.said(&kernel::Say::new("report-faults").with("count", it.work.faults))) }
                            }
                        }
                        td {
                            a href=(reader.href(&at(here, &it.report.key, "findings"))) {
                                (reader.said(&kernel::Say::new("report-open-findings").with("count", it.work.findings)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The languages of a report by their own names.
pub(super) fn languages(reader: &Reader, report: &Report) -> Markup {
    html! {
        @for (number, language) in report.languages.0.iter().enumerate() {
            @if number > 0 { ", " }
            span lang=(language) { (reader.speaking(*language).say("ui-this-language")) }
        }
    }
}

/// Whether a report is a draft, was published, or is kept as evidence.
pub(super) fn state(reader: &Reader, report: &Report, version: Option<i64>) -> Markup {
    html! {
        @match (version, report.publishable) {
            (Some(version), _) => (reader.say_with("report-state-published", [("version", reader.number(version))])),
            (None, true) => (reader.say("report-state-draft")),
            (None, false) => (reader.say("report-state-evidence")),
        }
    }
}

fn begin_form(reader: &Reader, here: &Here, lines: &[Line], filled: Filled) -> Markup {
    let purposes = PURPOSES.map(|(it, message)| (it.to_string(), reader.say(message)));
    let empty = (String::new(), reader.say("report-template-none"));
    let others = lines.iter().map(|it| (it.report.key.to_string(), reader.text(&it.report.title).to_owned()));
    let templates: Vec<(String, String)> = [empty].into_iter().chain(others).collect();
    form::post(reader, &here.desk("reports"), &filled, |form| {
        html! {
            (form.line("title_en", &reader.say("report-field-title-en"), None, "text", None))
            (form.line("title_fr", &reader.say("report-field-title-fr"), None, "text", None))
            (form.line("key", &reader.say("report-field-key"), Some(&reader.say("report-key-hint")), "text", Some("off")))
            (form.choice("purpose", &reader.say("report-field-purpose"), Some(&reader.say("report-purpose-hint")), &purposes))
            fieldset id="languages" {
                legend { (reader.say("report-field-languages")) }
                @for language in &here.edition.languages.0 {
                    div.tick {
                        input type="checkbox" id={"language-" (language)} name="languages" value=(language)
                            checked[!filled.ticked("title_en") || filled.all("languages").any(|it| it == language.tag())];
                        label for={"language-" (language)} lang=(language) { (reader.speaking(*language).say("ui-this-language")) }
                    }
                }
            }
            (form.choice("template", &reader.say("report-field-template"), Some(&reader.say("report-template-hint")), &templates))
            (form.submit(&reader.say("report-begin-it")))
        }
    })
}
