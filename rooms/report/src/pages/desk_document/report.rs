//! One report: its chapters in order, its title and look, and where it is read, checked and published.

use axum::response::{IntoResponse, Response};
use host::{Act, Found, Kept, Page};
use kernel::{Language, Say};
use programme::{AtDesk, Here};
use serde::Deserialize;
use ui::{
    Edited, Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use super::{Which, at, history, list, logo, proof};
use crate::{
    compose::Logo,
    document::{self, Chapter, DocumentRefusal, Report, actions, fields},
    gather::{self, Gathered},
};

#[derive(Deserialize)]
pub(super) struct WhichChapter {
    report: String,
    chapter: String,
}

/// The forms of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Look,
    Logo,
    Chapter,
    Delete,
}

/// A form of the page that was not taken: it comes back as it was sent.
type Refused = Option<(Form, Filled)>;

/// What the page shows.
struct Shown {
    report: Report,
    chapters: Vec<Chapter>,
    logo: Option<Logo>,
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

impl Shown {
    /// The title and the look as they are edited.
    fn edited(&self, here: &Here) -> Edited {
        Edited {
            room: "report",
            path: at(here, &self.report.key, ""),
            words: fields::words(&self.report, &self.chapters),
            has_past: self.has_past,
        }
    }
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    page(&desk, None).await
}

pub(super) async fn change(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = actions::report::change(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    answer(&desk, done, Form::Look).await
}

pub(super) async fn delete(desk: AtDesk<Which>) -> host::Result<Response> {
    match actions::report::delete(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await? {
        Ok(()) => Ok(desk.to("reports")),
        refused => answer(&desk, refused, Form::Delete).await,
    }
}

pub(super) async fn add_chapter(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = actions::chapters::add(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    answer(&desk, done.map(|_| ()), Form::Chapter).await
}

/// The page again, the form with a picture as it was sent.
pub(super) async fn with_logo(desk: &AtDesk<Which>, sent: Filled) -> host::Result<Page> {
    page(desk, Some((Form::Logo, sent))).await
}

/// Back to the report; or its page again, the form as it was sent with why it was not taken.
async fn answer(desk: &AtDesk<Which>, done: Result<(), Vec<DocumentRefusal>>, form: Form) -> host::Result<Response> {
    let Err(wrong) = done else { return Ok(back(desk, &desk.which.report)) };
    let first = match form {
        Form::Look => "title_en",
        Form::Logo => "file",
        Form::Chapter => "key",
        Form::Delete => "confirmed",
    };
    let kept = Kept::new(desk.sent.clone(), &wrong, first);
    Ok(page(desk, Some((form, kept.filled))).await?.status(kept.status).into_response())
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::report::undo(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    Ok(back(&desk, &desk.which.report))
}

pub(super) async fn move_chapter(desk: AtDesk<WhichChapter>) -> host::Result<Response> {
    let WhichChapter { report, chapter } = &desk.which;
    actions::chapters::shift(&desk.app, &desk.actor, &desk.here, report, chapter, &desk.sent).await?;
    Ok(back(&desk, report))
}

pub(super) async fn remove_chapter(desk: AtDesk<WhichChapter>) -> host::Result<Response> {
    let WhichChapter { report, chapter } = &desk.which;
    actions::chapters::remove(&desk.app, &desk.actor, &desk.here, report, chapter, &desk.sent).await?;
    Ok(back(&desk, report))
}

fn back<W>(desk: &AtDesk<W>, report: &str) -> Response {
    desk.to(&format!("reports/{report}"))
}

async fn page(desk: &AtDesk<Which>, mut refused: Refused) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let report = document::report(&mut conn, edition, &desk.which.report).await?.found()?;
    let chapters = document::chapters(&mut conn, report.id).await?;
    let indicators = app.assembly.indicators.all(&mut conn, edition).await?;
    let past = history::of(&mut conn, report.id).await?;
    let shown = Shown {
        logo: gather::logo(app, &mut conn, &report).await?,
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
    let edited = shown.edited(here);
    let mut kept = |form: Form| refused.take_if(|(it, _)| *it == form).map(|(_, filled)| filled);
    let title = reader.text(&shown.report.title).to_owned();
    let content = html! {
        p.label { a href=(reader.href(&here.desk("reports"))) { (reader.say("report-reports")) } }
        h1 { (reader.words(&shown.report.title)) }
        (heading(reader, here, &shown))
        section.block {
            h2 { (reader.say("report-chapters")) }
            (chapters_table(reader, here, &shown))
            @if shown.can_edit { (add_form(reader, here, &shown, &kept(Form::Chapter).unwrap_or_default())) }
        }
        @if shown.can_edit {
            section.block {
                h2 { (reader.say("report-look")) }
                (look_form(reader, &shown, &edited, kept(Form::Look)))
                (logo::view(reader, &shown.report, &edited, shown.logo.as_ref(), kept(Form::Logo)))
            }
            (edited.undo(reader))
            @if shown.version.is_none() { (delete_form(reader, here, &shown, &kept(Form::Delete).unwrap_or_default())) }
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

fn look_form(reader: &Reader, shown: &Shown, edited: &Edited, kept: Option<Filled>) -> Markup {
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    let mut marks = vec![
        (String::new(), reader.say("report-mark-none")),
        ("wordmark".to_owned(), reader.say("report-mark-wordmark")),
        ("mark".to_owned(), reader.say("report-mark-mark")),
    ];
    let look = &shown.report.look.0;
    let own = look.picture().and(look.logo.clone());
    marks.extend(own.iter().map(|it| (it.clone(), reader.say("report-mark-own"))));
    let none = (String::new(), reader.say("report-cover-figure-none"));
    let figures: Vec<(String, String)> = [none].into_iter().chain(shown.indicators.iter().cloned()).collect();
    let colour = reader.say("report-colour-hint");
    html! {
        (overtaken)
        (form::post(reader, &edited.path, &filled, |form| html! {
            (form.hidden("was", &edited.digest()))
            (form.line("title_en", &reader.say("report-field-title-en"), None, "text", None))
            (form.line("title_fr", &reader.say("report-field-title-fr"), None, "text", None))
            (form.line("accent", &reader.say("report-field-accent"), Some(&colour), "text", Some("off")))
            (form.line("cover", &reader.say("report-field-cover"), Some(&colour), "text", Some("off")))
            (form.choice("logo", &reader.say("report-field-logo"), None, &marks))
            @if own.is_some() {
                (form.line("logo_text_en", &reader.say("report-field-logo-text-en"), Some(&reader.say("report-logo-text-hint")), "text", None))
                (form.line("logo_text_fr", &reader.say("report-field-logo-text-fr"), None, "text", None))
            }
            @for (number, field) in fields::COVER.iter().enumerate() {
                (form.choice(field, &reader.say_with("report-cover-figure", [("number", (number + 1).to_string())]), None, &figures))
            }
            (form.submit(&reader.say("report-save")))
        }))
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
