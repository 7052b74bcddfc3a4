//! How surveys, quotations, observations and external events are read from an edition's folder, and written back.
//!
//! Carried into next year: nothing; all of it belongs to the year in which it was said or counted.

use std::collections::HashSet;

use db::{Conn, Tx, sql};
use host::{
    Result,
    folder::{CsvOut, Findings, Folder, Known, Rows, Thing, TomlOut, things},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Country, Id, Text, mark};
use people::Party;
use programme::{Source, edition::Names, model::Mode};

use crate::{ExternalEvent, Observation, store};

const ANSWER_COLUMNS: &[&str] = &["survey", "item", "respondent", "answer", "answered_at"];
const DISPLAYS: &[&str] = &["at-least", "exact"];

/// What the files of this room say.
#[derive(Default)]
pub struct Draft {
    surveys: Vec<SurveyDraft>,
    items: Vec<ItemDraft>,
    answers: Vec<AnswerDraft>,
    quotations: Vec<QuotationDraft>,
    observations: Vec<Observation>,
    events: Vec<ExternalEvent>,
}

struct SurveyDraft {
    key: String,
    activity: String,
    title: Text,
    opened_on: Option<Date>,
    closed_on: Option<Date>,
    invited: i64,
}

struct ItemDraft {
    survey: String,
    key: String,
    statement: Text,
    label: Option<Text>,
    source: String,
}

struct AnswerDraft {
    survey: String,
    item: String,
    respondent: String,
    answer: i64,
    answered_at: Option<Timestamp>,
}

struct QuotationDraft {
    key: String,
    activity: String,
    text: Text,
    country: Option<Country>,
    party: String,
    approved_on: Option<Date>,
    source: String,
}

/// Reads this room's files; what is wrong goes to `findings`, what they introduce to `known`.
pub fn read(folder: &Folder, _names: &Names, known: &mut Known, findings: &mut Findings) -> Draft {
    let mut draft = Draft::default();
    for (name, it) in things(folder, "survey.toml", &["survey", "item"], findings) {
        if name == "survey" {
            draft.surveys.push(read_survey(&it, known, findings));
        } else {
            let item = read_item(&it, known, findings);
            one_figure_a_key(&draft.items, &item, &it, findings);
            draft.items.push(item);
        }
    }
    draft.answers = read_answers(folder, known, findings);
    for (_, it) in things(folder, "quotations.toml", &["quotation"], findings) {
        draft.quotations.push(read_quotation(&it, known, findings));
    }
    for (_, it) in things(folder, "observations.toml", &["observation"], findings) {
        draft.observations.extend(read_observation(&it, known, findings));
    }
    for (_, it) in things(folder, "external-events.toml", &["event"], findings) {
        draft.events.extend(read_event(&it, known, findings));
    }
    draft
}

/// The key of a table, noted as the name of one more `what`.
fn new_key(it: &Thing<'_>, what: &'static str, known: &mut Known, findings: &mut Findings) -> String {
    let key = it.key("key", findings).map_or_else(String::new, String::from);
    known.add(what, &key, it.spot("key"), findings);
    key
}

fn activity_of(it: &Thing<'_>, known: &Known, findings: &mut Findings) -> String {
    let activity = it.required("activity", findings);
    known.check("activity", &activity, it.spot("activity"), findings);
    activity
}

fn read_survey(it: &Thing<'_>, known: &mut Known, findings: &mut Findings) -> SurveyDraft {
    it.expect(&["key", "activity", "title", "opened_on", "closed_on", "invited"], findings);
    let survey = SurveyDraft {
        key: new_key(it, "survey", known, findings),
        activity: activity_of(it, known, findings),
        title: it.text_in_languages("title", findings),
        opened_on: it.day("opened_on", findings),
        closed_on: it.day("closed_on", findings),
        invited: it.required_number("invited", findings),
    };
    if survey.closed_on.zip(survey.opened_on).is_some_and(|(to, from)| to < from) {
        findings.add(it.spot("closed_on"), "it closes before it opens", "write the last day, not an earlier one");
    }
    survey
}

fn read_item(it: &Thing<'_>, known: &mut Known, findings: &mut Findings) -> ItemDraft {
    it.expect(&["survey", "key", "statement", "label", "source"], findings);
    let survey = it.required("survey", findings);
    known.check("survey", &survey, it.spot("survey"), findings);
    let key = it.key("key", findings).map_or_else(String::new, String::from);
    known.add("statement", &format!("{survey}/{key}"), it.spot("key"), findings);
    let statement = it.text_in_languages("statement", findings);
    let label = it.optional_text("label", findings).filter(|it| !it.is_empty());
    ItemDraft { survey, key, statement, label, source: it.one_of("source", Source::WORDS, Some("report"), findings) }
}

/// A statement is shown as the figure `survey.KEY`, whatever its survey: two of one key would be one figure.
fn one_figure_a_key(others: &[ItemDraft], new: &ItemDraft, it: &Thing<'_>, findings: &mut Findings) {
    let Some(other) = others.iter().find(|other| other.key == new.key && other.survey != new.survey) else { return };
    let (key, survey) = (&new.key, &new.survey);
    findings.add(
        it.spot("key"),
        format!("the survey “{}” has a statement “{key}” too, and both would be the figure survey.{key}", other.survey),
        format!("give this one a key of its own, like “{key}-{survey}”, here and in answers.csv"),
    );
}

fn read_answers(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<AnswerDraft> {
    let mut seen = Known::default();
    let rows = Rows::read(folder, "answers.csv", ANSWER_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            let statement = format!("{}/{}", row.get("survey"), row.get("item"));
            known.check("statement", &statement, row.spot("item"), findings);
            let respondent = row.required("respondent", findings);
            seen.add("answer", &format!("{statement}/{respondent}"), row.spot("respondent"), findings);
            let answer = row.number("answer", findings).unwrap_or_default();
            if !(1..=5).contains(&answer) {
                findings.add(
                    row.spot("answer"),
                    format!("answer is “{}”", row.get("answer")),
                    "write a number from 1 to 5",
                );
            }
            AnswerDraft {
                survey: row.get("survey").to_owned(),
                item: row.get("item").to_owned(),
                respondent,
                answer,
                answered_at: row.instant("answered_at", findings),
            }
        })
        .collect()
}

fn read_quotation(it: &Thing<'_>, known: &mut Known, findings: &mut Findings) -> QuotationDraft {
    it.expect(&["key", "activity", "text", "country", "group", "approved_on", "source"], findings);
    QuotationDraft {
        key: new_key(it, "quotation", known, findings),
        activity: activity_of(it, known, findings),
        text: it.text_in_languages("text", findings),
        country: it.parsed("country", "write a two-letter code (ISO 3166-1), like KH or DK", findings),
        party: it.one_of("group", Party::WORDS, None, findings),
        approved_on: it.day("approved_on", findings),
        source: it.one_of("source", Source::WORDS, Some("report"), findings),
    }
}

fn read_observation(it: &Thing<'_>, known: &mut Known, findings: &mut Findings) -> Option<Observation> {
    const NAMES: &[&str] =
        &["key", "label", "value", "display", "observer", "evidence", "observed_on", "definition", "link"];
    it.expect(NAMES, findings);
    let key = it.key("key", findings).map_or_else(String::new, String::from);
    let observed_on = it.day("observed_on", findings);
    // Observed again on another day, the same thing stands once more: each day's number is kept.
    let day = observed_on.map(|it| it.to_string()).unwrap_or_default();
    known.add("observation", &format!("{key}/{day}"), it.spot("key"), findings);
    let link = it.optional("link", findings);
    if link.as_deref().is_some_and(|it| !it.starts_with("https://") && !it.starts_with("http://")) {
        findings.add(it.spot("link"), "link is no address of the web", "write an address that begins with https://");
    }
    let (label, value) = (it.text_in_languages("label", findings), it.required_number("value", findings));
    let display = it.one_of("display", DISPLAYS, None, findings);
    let observer = it.text_in_languages("observer", findings);
    let evidence = it.text_in_languages("evidence", findings);
    let definition = it.text_in_languages("definition", findings);
    let (key, observed_on) = (key.parse().ok()?, observed_on?);
    Some(Observation { key, label, value, display, observer, evidence, observed_on, definition, link })
}

fn read_event(it: &Thing<'_>, known: &mut Known, findings: &mut Findings) -> Option<ExternalEvent> {
    it.expect(&["key", "title", "on", "mode_printed", "mode", "place", "host", "audience", "summary"], findings);
    let key = new_key(it, "event", known, findings);
    let (title, held_on) = (it.text_in_languages("title", findings), it.day("on", findings));
    let mode_printed = it.one_of("mode_printed", Mode::WORDS, None, findings);
    let mode = it.one_of("mode", Mode::WORDS, None, findings);
    let (place, host) = (it.text_in_languages("place", findings), it.text_in_languages("host", findings));
    let (audience, summary) = (it.number("audience", findings), it.text_in_languages("summary", findings));
    let (key, held_on) = (key.parse().ok()?, held_on?);
    let (mode_printed, mode) = (mode_printed.parse().ok()?, mode.parse().ok()?);
    Some(ExternalEvent { key, title, held_on, mode_printed, mode, place, host, audience, summary })
}

fn item_id(names: &Names, survey: &str, item: &str) -> Id<crate::SurveyItem> {
    names.id("survey-item", &format!("{survey}/{item}"))
}

/// Writes what was read. The folder must have been found right.
pub async fn write(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    write_surveys(tx, names, draft).await?;
    write_observations(tx, names, draft).await?;
    let edition = names.edition();
    for (position, it) in (0_i64..).zip(&draft.quotations) {
        tx.run(
            sql!(
                "insert into quotations (id, edition_id, activity_id, key, text, country, party, approved_on, source, position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            (
                &names.id::<crate::Quotation>("quotation", &it.key),
                &edition,
                &names.id::<mark::Activity>("activity", &it.activity),
                &it.key,
                &it.text,
                &it.country,
                &it.party,
                &it.approved_on,
                &it.source,
                &position,
            ),
        )
        .await?;
    }
    for (position, it) in (0_i64..).zip(&draft.events) {
        store::add_event(tx, names.id("event", it.key.as_str()), edition, it, position).await?;
    }
    Ok(())
}

async fn write_surveys(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    let edition = names.edition();
    let survey_id = |key: &str| names.id::<crate::Survey>("survey", key);
    for (position, it) in (0_i64..).zip(&draft.surveys) {
        tx.run(
            sql!(
                "insert into surveys (id, edition_id, activity_id, key, title, opened_on, closed_on, invited, position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            (
                &survey_id(&it.key),
                &edition,
                &names.id::<mark::Activity>("activity", &it.activity),
                &it.key,
                &it.title,
                &it.opened_on,
                &it.closed_on,
                &it.invited,
                &position,
            ),
        )
        .await?;
    }
    for (position, it) in (0_i64..).zip(&draft.items) {
        tx.run(
            sql!(
                "insert into survey_items (id, survey_id, edition_id, key, statement, label, source, position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            (
                &item_id(names, &it.survey, &it.key),
                &survey_id(&it.survey),
                &edition,
                &it.key,
                &it.statement,
                &it.label,
                &it.source,
                &position,
            ),
        )
        .await?;
    }
    for (position, it) in (0_i64..).zip(&draft.answers) {
        tx.run(
            sql!(
                "insert into answers (item_id, edition_id, respondent, answer, answered_at, position)
                 values ($1, $2, $3, $4, $5, $6)"
            ),
            (&item_id(names, &it.survey, &it.item), &edition, &it.respondent, &it.answer, &it.answered_at, &position),
        )
        .await?;
    }
    Ok(())
}

async fn write_observations(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    let mut seen = HashSet::new();
    for (position, it) in (0_i64..).zip(&draft.observations) {
        let again = format!("{}/{}", it.key, it.observed_on);
        let name = if seen.insert(&it.key) { it.key.as_str() } else { &again };
        store::add_observation(tx, names.id("observation", name), names.edition(), it, position).await?;
    }
    Ok(())
}

/// Writes this room's files of an edition into a folder.
pub async fn export(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let activities = programme::activities(conn, edition).await?;
    let activity = |id: Id<mark::Activity>| activities.iter().find(|it| it.id == id).map_or("", |it| it.key.as_str());

    let surveys = store::surveys(conn, edition).await?;
    let mut out = TomlOut::default();
    for it in &surveys {
        out.item("survey")
            .words("key", &it.key)
            .words("activity", activity(it.activity_id))
            .text("title", &it.title)
            .words("opened_on", it.opened_on)
            .words("closed_on", it.closed_on)
            .number("invited", Some(it.invited));
    }
    for it in store::items(conn, edition).await? {
        let survey = surveys.iter().find(|known| known.id == it.survey_id).map_or("", |it| it.key.as_str());
        out.item("item")
            .words("survey", survey)
            .words("key", &it.key)
            .text("statement", &it.statement)
            .text("label", &it.label.unwrap_or_default())
            .words("source", it.source);
    }
    folder.put("survey.toml", out.finish());

    let mut out = CsvOut::new(ANSWER_COLUMNS);
    for it in store::all_answers(conn, edition).await? {
        let (answer, at) = (it.answer.to_string(), it.answered_at.to_string());
        out.row(&[it.survey.as_str(), it.item.as_str(), &it.respondent, &answer, &at]);
    }
    folder.put("answers.csv", out.finish());

    let mut out = TomlOut::default();
    // Approved or not yet: the folder keeps them all.
    for it in store::quotations(conn, edition, Date::MAX).await? {
        out.item("quotation")
            .words("key", &it.key)
            .words("activity", activity(it.activity_id))
            .text("text", &it.text)
            .words("country", it.country)
            .words("group", it.party)
            .words("approved_on", it.approved_on)
            .words("source", it.source);
    }
    folder.put("quotations.toml", out.finish());
    export_outside(conn, edition, folder).await
}

/// What came from outside: numbers and events.
async fn export_outside(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let mut out = TomlOut::default();
    for it in store::observations(conn, edition).await? {
        out.item("observation")
            .words("key", &it.key)
            .text("label", &it.label)
            .number("value", Some(it.value))
            .words("display", &it.display)
            .text("observer", &it.observer)
            .text("evidence", &it.evidence)
            .words("observed_on", it.observed_on)
            .text("definition", &it.definition)
            .maybe("link", it.link);
    }
    folder.put("observations.toml", out.finish());

    let mut out = TomlOut::default();
    for it in store::external_events(conn, edition).await? {
        out.item("event")
            .words("key", &it.key)
            .text("title", &it.title)
            .words("on", it.held_on)
            .words("mode_printed", it.mode_printed)
            .words("mode", it.mode)
            .text("place", &it.place)
            .text("host", &it.host)
            .number("audience", it.audience)
            .text("summary", &it.summary);
    }
    folder.put("external-events.toml", out.finish());
    Ok(())
}
