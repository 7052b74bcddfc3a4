//! One report: its chapters in order, its title and look, and where it is read, checked and published.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Found, Page, Sent, redirect};
use kernel::{Language, Say};
use programme::Here;
use serde::Deserialize;
use ui::{
    Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use super::{Which, at, history, list, mark, proof, status};
use crate::{
    document::{self, Chapter, Report, actions, fields},
    gather::Gathered,
};

#[derive(Deserialize)]
pub(super) struct WhichChapter {
    report: String,
    chapter: String,
}

/// The forms of the page; one that was not taken comes back as it was sent.
#[derive(Default)]
struct Forms {
    look: Option<Filled>,
    chapter: Filled,
    delete: Filled,
}

/// What the page shows.
struct Shown {
    report: Report,
    chapters: Vec<Chapter>,
    version: Option<i64>,
    has_past: bool,
    /// The faults, each with its chapter and language.
    faults: Vec<(kernel::Key, Language)>,
    /// The indicators that may stand on the cover: key and title.
    indicators: Vec<(String, String)>,
    can_edit: bool,
    /// How many findings stand open.
    open: usize,
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, &which.report, Forms::default()).await
}

pub(super) async fn change(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::report::change(&app, &actor, &here, &which.report, &sent).await? {
        Ok(()) => Ok(back(&reader, &here, &which.report)),
        Err(wrong) => {
            let forms = Forms { look: Some(mark(sent, &wrong, "title_en")), ..Forms::default() };
            Ok(page(&app, &reader, &actor, &here, &which.report, forms).await?.status(status(&wrong)).into_response())
        }
    }
}

pub(super) async fn undo(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actions::report::undo(&app, &actor, &here, &which.report, &sent).await?;
    Ok(back(&reader, &here, &which.report))
}

pub(super) async fn delete(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::report::delete(&app, &actor, &here, &which.report, &sent).await? {
        Ok(()) => Ok(redirect(&reader.href(&here.desk("reports")))),
        Err(wrong) => {
            let forms = Forms { delete: mark(sent, &wrong, "confirmed"), ..Forms::default() };
            Ok(page(&app, &reader, &actor, &here, &which.report, forms).await?.status(status(&wrong)).into_response())
        }
    }
}

pub(super) async fn add_chapter(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    match actions::chapter::add(&app, &actor, &here, &which.report, &sent).await? {
        Ok(_) => Ok(back(&reader, &here, &which.report)),
        Err(wrong) => {
            let forms = Forms { chapter: mark(sent, &wrong, "key"), ..Forms::default() };
            Ok(page(&app, &reader, &actor, &here, &which.report, forms).await?.status(status(&wrong)).into_response())
        }
    }
}

pub(super) async fn move_chapter(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<WhichChapter>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actions::report::move_chapter(&app, &actor, &here, &which.report, &which.chapter, &sent).await?;
    Ok(back(&reader, &here, &which.report))
}

pub(super) async fn remove_chapter(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<WhichChapter>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actions::report::remove_chapter(&app, &actor, &here, &which.report, &which.chapter, &sent).await?;
    Ok(back(&reader, &here, &which.report))
}

fn back(reader: &Reader, here: &Here, report: &str) -> Response {
    redirect(&reader.href(&here.desk(&format!("reports/{report}"))))
}

async fn page(app: &App, reader: &Reader, actor: &Actor, here: &Here, key: &str, forms: Forms) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let report = document::report(&mut conn, edition, key).await?.found()?;
    let chapters = document::chapters(&mut conn, report.id).await?;
    let indicators = app.assembly.indicators.all(&mut conn, edition).await?;
    let past = history::of(&mut conn, report.id).await?;
    let shown = Shown {
        version: document::newest_version(&mut conn, report.id).await?,
        has_past: actions::report::has_past(&mut conn, &report).await?,
        indicators: indicators.iter().map(|it| (it.key.clone(), it.title.in_words(reader))).collect(),
        can_edit: actor.can(Act::EditEdition(edition)),
        faults: Vec::new(),
        open: 0,
        report,
        chapters,
    };
    drop(conn);
    let of = Gathered::for_desk(app, here, app.clock.now()).await?;
    let faults = proof::found(app, &of, reader, &shown.report, &shown.chapters);
    let counts = crate::findings::open_counts(app, here, reader).await?;
    let open = counts.iter().find(|(it, _)| it.id == shown.report.id).map_or(0, |(_, open)| *open);
    let shown = Shown { faults, open, ..shown };
    let title = reader.text(&shown.report.title).to_owned();
    let content = html! {
        p.label { a href=(reader.href(&here.desk("reports"))) { (reader.say("report-reports")) } }
        h1 { (reader.words(&shown.report.title)) }
        (heading(reader, here, &shown))
        section.block {
            h2 { (reader.say("report-chapters")) }
            (chapters_table(reader, here, &shown))
            @if shown.can_edit { (add_form(reader, here, &shown, &forms.chapter)) }
        }
        @if shown.can_edit {
            section.block {
                h2 { (reader.say("report-look")) }
                (look_form(reader, here, &shown, forms.look))
            }
            @if shown.has_past { (undo_button(reader, here, &shown)) }
            @if shown.version.is_none() { (delete_form(reader, here, &shown, &forms.delete)) }
        }
        (history::view(reader, &here.edition.time_zone(), &past))
    };
    Ok(Page::desk(edition, title, content))
}

/// What the report is for, how far it is, and the ways to read, check and publish it.
fn heading(reader: &Reader, here: &Here, shown: &Shown) -> Markup {
    let report = &shown.report;
    html! {
        p.meta {
            (reader.say(list::purpose(report.purpose))) " · " (list::languages(reader, report)) " · "
            (list::state(reader, report, shown.version))
        }
        @if !report.publishable { p.said { (reader.say("report-evidence-why")) } }
        p.buttons {
            @for language in &report.languages.0 {
                a href=(reader.href(&at(here, &report.key, &format!("preview/{language}")))) {
                    (reader.say("report-whole-preview")) " (" span lang=(language) { (reader.speaking(*language).say("ui-this-language")) } ")"
                }
                a href=(reader.href(&at(here, &report.key, &format!("draft/{language}")))) {
                    (reader.say("report-draft-pdf")) " (" span lang=(language) { (reader.speaking(*language).say("ui-this-language")) } ")"
                }
            }
            a href=(reader.href(&at(here, &report.key, "findings"))) {
                @if shown.open == 0 { (reader.say("report-to-findings")) } @else {
                    (reader.said(&kernel::Say::new("report-findings-count").with("count", shown.open)))
                }
            }
            @if report.publishable {
                a href=(reader.href(&at(here, &report.key, "publish"))) { (reader.say("report-to-publication")) }
            }
        }
    }
}

fn chapters_table(reader: &Reader, here: &Here, shown: &Shown) -> Markup {
    let columns = ["report-column-chapter", "report-column-written-in", "report-column-order"];
    let columns = if shown.can_edit { &columns[..] } else { &columns[..2] };
    html! {
        @if shown.chapters.is_empty() { p { (reader.say("report-no-chapters")) } } @else {
            table.stack {
                (heads(columns.iter().map(|it| reader.say(it))))
                tbody {
                    @for (number, it) in shown.chapters.iter().enumerate() {
                        tr {
                            th scope="row" { (reader.words(&it.title)) " " code { (it.key) } }
                            td { (written(reader, here, shown, it)) }
                            @if shown.can_edit { td { (moves(reader, here, shown, number, it)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A link to the chapter in each language, with what is to be mended there.
fn written(reader: &Reader, here: &Here, shown: &Shown, it: &Chapter) -> Markup {
    html! {
        ul {
            @for language in &shown.report.languages.0 {
                li {
                    a href=(reader.href(&at(here, &shown.report.key, &format!("chapters/{}/{language}", it.key)))) {
                        span lang=(language) { (reader.speaking(*language).say("ui-this-language")) }
                    }
                    ": "
                    @match it.text.get(*language) {
                        None => (reader.say("report-not-written")),
                        Some(words) => (reader.said(&Say::new("report-words").with("count", words.split_whitespace().count()))),
                    }
                    @let count = shown.faults.iter().filter(|(key, tongue)| *key == it.key && tongue == language).count();
                    @if count > 0 { " · " strong { (reader.said(&Say::new("report-faults").with("count", count))) } }
                }
            }
        }
    }
}

/// The buttons that move a chapter and take it out; each is named by the chapter, too, for who cannot see the row.
fn moves(reader: &Reader, here: &Here, shown: &Shown, number: usize, it: &Chapter) -> Markup {
    let digest = fields::digest_of(&shown.report, &shown.chapters);
    let title = reader.text(&it.title).to_owned();
    let path = |act: &str| reader.href(&at(here, &shown.report.key, &format!("chapters/{}/{act}", it.key)));
    let last = number + 1 == shown.chapters.len();
    let button = |act: &str, to: &str, label: String, name: String| {
        html! {
            form.one-button method="post" action=(path(act)) {
                input type="hidden" name="was" value=(digest);
                input type="hidden" name="to" value=(to);
                button.button.quiet type="submit" aria-label=(name) { (label) }
            }
        }
    };
    html! {
        div.moves {
            @if number > 0 {
                (button("move", "up", reader.say("report-move-up"), reader.say_with("report-move-up-named", [("title", title.clone())])))
            }
            @if !last {
                (button("move", "down", reader.say("report-move-down"), reader.say_with("report-move-down-named", [("title", title.clone())])))
            }
            (button("remove", "", reader.say("report-remove"), reader.say_with("report-remove-named", [("title", title)])))
        }
    }
}

fn add_form(reader: &Reader, here: &Here, shown: &Shown, filled: &Filled) -> Markup {
    html! {
        details open[shown.chapters.is_empty() || filled.is_wrong()] {
            summary { (reader.say("report-add-chapter")) }
            (form::post(reader, &at(here, &shown.report.key, "chapters"), filled, |form| html! {
                (form.line("chapter_title_en", &reader.say("report-heading-en"), None, "text", None))
                (form.line("chapter_title_fr", &reader.say("report-heading-fr"), None, "text", None))
                (form.line("key", &reader.say("report-field-key"), Some(&reader.say("report-chapter-key-hint")), "text", Some("off")))
                (form.submit(&reader.say("report-add-it")))
            }))
        }
    }
}

fn look_form(reader: &Reader, here: &Here, shown: &Shown, kept: Option<Filled>) -> Markup {
    let words = fields::words(&shown.report, &shown.chapters);
    let overtaken = kept.as_ref().filter(|it| it.value("was") != fields::digest_of(&shown.report, &shown.chapters));
    let clash = overtaken.map(|kept| clash(reader, &words, kept));
    let filled =
        words.iter().fold(kept.unwrap_or_default(), |filled, (field, words)| filled.with(field, words.clone()));
    let marks = [
        (String::new(), reader.say("report-mark-none")),
        ("wordmark".to_owned(), reader.say("report-mark-wordmark")),
        ("mark".to_owned(), reader.say("report-mark-mark")),
    ];
    let none = (String::new(), reader.say("report-cover-figure-none"));
    let figures: Vec<(String, String)> = [none].into_iter().chain(shown.indicators.iter().cloned()).collect();
    let colour = reader.say("report-colour-hint");
    html! {
        @if let Some(clash) = clash { (clash) }
        (form::post(reader, &at(here, &shown.report.key, ""), &filled, |form| html! {
            (form.hidden("was", &fields::digest_of(&shown.report, &shown.chapters)))
            (form.line("title_en", &reader.say("report-field-title-en"), None, "text", None))
            (form.line("title_fr", &reader.say("report-field-title-fr"), None, "text", None))
            (form.line("accent", &reader.say("report-field-accent"), Some(&colour), "text", Some("off")))
            (form.line("cover", &reader.say("report-field-cover"), Some(&colour), "text", Some("off")))
            (form.choice("logo", &reader.say("report-field-logo"), Some(&reader.say("report-logo-hint")), &marks))
            @for (number, field) in fields::COVER.iter().enumerate() {
                (form.choice(field, &reader.say_with("report-cover-figure", [("number", (number + 1).to_string())]), None, &figures))
            }
            (form.submit(&reader.say("report-save")))
        }))
    }
}

/// What stands on record now where somebody else was faster, beside what the form still holds.
pub(super) fn clash(reader: &Reader, words: &[(&'static str, String)], kept: &Filled) -> Markup {
    html! {
        div.clash {
            h2 { (reader.say("report-on-record-now")) }
            dl {
                @for (field, now) in words {
                    @if *field != "chapters" && kept.value(field) != now.trim() {
                        dt.label { (reader.say_key(&format!("report-field-{}", field.replace('_', "-")))) }
                        dd.as-written { bdi { (now) } }
                    }
                }
            }
        }
    }
}

fn undo_button(reader: &Reader, here: &Here, shown: &Shown) -> Markup {
    html! {
        form.one-button method="post" action=(reader.href(&at(here, &shown.report.key, "undo"))) {
            input type="hidden" name="was" value=(fields::digest_of(&shown.report, &shown.chapters));
            button.button.quiet type="submit" { (reader.say("report-undo")) }
        }
    }
}

fn delete_form(reader: &Reader, here: &Here, shown: &Shown, filled: &Filled) -> Markup {
    let say = Say::new("report-delete-confirm").with("count", shown.chapters.len());
    html! {
        section.block {
            h2 { (reader.say("report-delete")) }
            (form::post(reader, &at(here, &shown.report.key, "delete"), filled, |form| html! {
                p.hint { (reader.say("report-delete-why")) }
                (form.tick("confirmed", &reader.said(&say), None))
                p.send { button.button.danger type="submit" { (reader.say("report-delete-it")) } }
            }))
        }
    }
}
