//! The report from the desk: when it appears, its PDFs, and what the press found to mend.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Page};
use kernel::Language;
use press::{Finding, Matter, Place};
use programme::Here;
use ui::{Markup, Reader, html};

use crate::{
    figures::count,
    print::{Edition, proof},
};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let title = reader.say("report-report");
    let published = here.edition.is_reported(app.clock.now());
    let mut proofs = Vec::new();
    for language in here.edition.languages.0.iter().filter(|it| reader.languages().contains(it)) {
        proofs.push((*language, proof(&app, &here, &reader.speaking(*language)).await?));
    }
    let content = html! {
        h1 { (title) }
        @match (here.edition.reported_on, published) {
            (Some(day), true) => { p { (reader.say_with("report-is-published", [("day", reader.day(day))])) } }
            (Some(day), false) => { p.said { (reader.say_with("report-will-be-published", [("day", reader.day(day))])) } }
            (None, _) => { p.said { (reader.say("report-has-no-day")) } }
        }
        @if published { p { a href=(reader.href(&here.page("report"))) { (reader.say("report-on-the-web")) } } }
        @for (language, printed) in &proofs {
            section {
                h2 lang=(language) { (reader.speaking(*language).say("ui-this-language")) }
                @match printed {
                    Ok(edition) => { (document(&reader, &here, *language, edition)) }
                    Err(why) => {
                        div.clash {
                            p { strong { (reader.say("report-not-printed-desk")) } }
                            (findings(&reader, &why.findings))
                        }
                    }
                }
            }
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn document(reader: &Reader, here: &Here, language: Language, edition: &Edition) -> Markup {
    let say = kernel::Say::new("report-pdf-of")
        .with("pages", edition.pages)
        .with("size", reader.number(count(edition.pdf.len() / 1024)));
    html! {
        p { a href=(reader.href_in(language, &here.page("report.pdf"))) { (reader.said(&say)) } }
        @if edition.findings.is_empty() { p.meta { (reader.say("report-nothing-to-mend")) } } @else {
            (findings(reader, &edition.findings))
        }
    }
}

/// What to mend, each with its place: the value's path in the data, or the line of a template.
fn findings(reader: &Reader, findings: &[Finding]) -> Markup {
    html! {
        ul {
            @for it in findings {
                li {
                    @match &it.matter {
                        Matter::NoGlyph(letter) => {
                            (reader.say_with("report-no-glyph", [
                                ("letter", letter.to_string()), ("code", format!("U+{:04X}", u32::from(*letter))),
                            ]))
                        }
                        Matter::Typesetting { said, .. } => { span lang="en" { (said) } }
                    }
                    " " code { (place(&it.place)) }
                }
            }
        }
    }
}

fn place(place: &Place) -> String {
    match place {
        Place::Line { file, line, column } => format!("{file}:{line}:{column}"),
        Place::Value { file, pointer } => format!("{file} {pointer}"),
        Place::Document => String::new(),
    }
}
