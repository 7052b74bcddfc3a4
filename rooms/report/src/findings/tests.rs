//! The findings of reports, and what the desk does with them, through the front door.

use host::{
    Role,
    testing::{Answer, Member, TestApp},
};
use kernel::Language;
use programme::Here;

use super::{Findings, of};
use crate::{
    document::{self, Chapter, Report},
    tests::{AFTERWARDS, demonstration, edu},
};

async fn amina(test: &TestApp, here: &Here) -> Member {
    test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await
}

/// The demonstration's report as it was printed in 2025.
const PRINTED: &str = "as-printed";

async fn report(test: &TestApp, here: &Here, key: &str) -> (Report, Vec<Chapter>) {
    let mut conn = test.app.db.read().await.unwrap();
    let report = document::report(&mut conn, here.edition.id, key).await.unwrap().unwrap();
    let chapters = document::chapters(&mut conn, report.id).await.unwrap();
    (report, chapters)
}

async fn found(test: &TestApp, here: &Here, key: &str) -> Findings {
    let (report, chapters) = report(test, here, key).await;
    let reader = test.app.reader(Language::ENGLISH);
    of(&test.app, here, &reader, &report, &chapters, test.app.clock.now()).await.unwrap()
}

async fn ids(test: &TestApp, here: &Here, key: &str) -> Vec<String> {
    found(test, here, key).await.open.into_iter().map(|it| it.id).collect()
}

/// Writes a chapter on the desk.
async fn put(test: &TestApp, who: &Member, here: &Here, key: &str, chapter: &str, (language, text): (Language, &str)) {
    let (_, chapters) = report(test, here, key).await;
    let it = chapters.iter().find(|it| it.key.as_str() == chapter).unwrap();
    let was = document::fields::chapter_digest(it, language);
    let title = it.title.get(language).unwrap();
    let path = here.desk(&format!("reports/{key}/chapters/{chapter}/{language}"));
    let fields = [("was", was.as_str()), ("title", title), ("text", text), ("do", "save")];
    assert_eq!(test.post(who, &path, &fields).await.status, 303);
}

/// The first form of a page that posts to an address ending so, with the values of its hidden fields.
fn form(page: &Answer, ending: &str, holding: &str) -> (String, Vec<(String, String)>) {
    let forms = page.text.split("<form").skip(1).filter_map(|it| it.split("</form>").next());
    let action =
        |form: &str| form.split("action=\"").nth(1).and_then(|it| it.split('"').next()).unwrap_or("").to_owned();
    let form = forms.into_iter().find(|it| action(it).ends_with(ending) && it.contains(holding)).expect("the form");
    let value = |input: &str, name: &str| {
        let rest = input.split(&format!("{name}=\"")).nth(1)?;
        let value = rest.split('"').next()?.replace("&quot;", "\"").replace("&amp;", "&");
        Some(value)
    };
    let hidden = form.split("<input").skip(1).filter(|it| it.contains("type=\"hidden\""));
    let fields = hidden.filter_map(|it| Some((value(it, "name")?, value(it, "value")?))).collect();
    (action(form), fields)
}

async fn send(test: &TestApp, who: &Member, form: &(String, Vec<(String, String)>), more: &[(&str, &str)]) -> Answer {
    let fields = form.1.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<(&str, &str)> = fields.chain(more.iter().copied()).collect();
    test.post(who, &form.0, &fields).await
}

fn page(here: &Here, key: &str) -> String {
    here.desk(&format!("reports/{key}/findings"))
}

const SERIES: &str = "date/country-series.en/";

#[tokio::test]
async fn a_mending_is_taken_over_with_one_button_and_is_found_no_more() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let before = ids(&test, &here, PRINTED).await;
    assert!(before.iter().any(|it| it.starts_with(SERIES)), "{before:?}");
    let seen = test.get(&amina, &page(&here, PRINTED)).await;
    assert_eq!(seen.status, 200, "{}", seen.text);
    let button = form(&seen, "/findings/mend", SERIES);
    assert_eq!(send(&test, &amina, &button, &[]).await.status, 303);
    let after = ids(&test, &here, PRINTED).await;
    assert!(!after.iter().any(|it| it.starts_with(SERIES)), "{after:?}");
    assert_eq!(after.len() + 1, before.len(), "nothing else was touched");
    let (_, chapters) = report(&test, &here, PRINTED).await;
    let series = chapters.iter().find(|it| it.key.as_str() == "country-series").unwrap();
    assert!(series.title.get(Language::ENGLISH).unwrap().contains("15 April – 22 July 2025"), "{:?}", series.title);
}

#[tokio::test]
async fn a_share_without_its_n_is_mended_by_the_figure_itself() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let seen = test.get(&amina, &page(&here, PRINTED)).await;
    let button = form(&seen, "/findings/mend", "survey.knowledge");
    assert_eq!(send(&test, &amina, &button, &[]).await.status, 303);
    let (_, chapters) = report(&test, &here, PRINTED).await;
    let outcomes = chapters.iter().find(|it| it.key.as_str() == "outcomes").unwrap();
    let text = outcomes.text.get(Language::ENGLISH).unwrap();
    assert!(text.contains("- {{survey.knowledge}}") && !text.contains("99%"), "{text}");
    let after = ids(&test, &here, PRINTED).await;
    assert!(!after.iter().any(|it| it.ends_with("survey.knowledge")), "{after:?}");
}

#[tokio::test]
async fn nobody_mends_over_what_somebody_else_wrote_meanwhile() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let seen = test.get(&amina, &page(&here, PRINTED)).await;
    let button = form(&seen, "/findings/mend", "survey.knowledge");
    let newer = "Somebody wrote this. - 99% say that their knowledge has increased.\n";
    put(&test, &amina, &here, PRINTED, "outcomes", (Language::ENGLISH, newer)).await;
    let answer = send(&test, &amina, &button, &[]).await;
    assert_eq!(answer.status, 409, "{}", answer.text);
    assert!(answer.text.contains("role=\"alert\""));
    let (_, chapters) = report(&test, &here, PRINTED).await;
    let outcomes = chapters.iter().find(|it| it.key.as_str() == "outcomes").unwrap();
    assert_eq!(outcomes.text.get(Language::ENGLISH), Some(newer));
}

#[tokio::test]
async fn a_finding_is_waived_for_a_reason_and_stands_open_again_when_the_waiver_ends() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let id = ids(&test, &here, PRINTED).await.into_iter().find(|it| it.starts_with("duration/")).unwrap();
    let seen = test.get(&amina, &page(&here, PRINTED)).await;
    let waive = form(&seen, "/findings/waive", &id);
    let silent = send(&test, &amina, &waive, &[("reason_en", "")]).await;
    assert_eq!(silent.status, 422, "a waiver without a reason is a hidden mistake");
    let reason = "Three of the five days were spent in dialogue.";
    assert_eq!(send(&test, &amina, &waive, &[("reason_en", reason)]).await.status, 303);
    let after = found(&test, &here, PRINTED).await;
    assert!(!after.open.iter().any(|it| it.id == id));
    assert_eq!(after.reasons().map(|(it, _)| it).collect::<Vec<_>>(), [id.as_str()]);
    let seen = test.get(&amina, &page(&here, PRINTED)).await;
    assert!(seen.text.contains(reason));
    let end = form(&seen, "/end", "");
    assert_eq!(send(&test, &amina, &end, &[]).await.status, 303);
    assert!(ids(&test, &here, PRINTED).await.contains(&id));
}

#[tokio::test]
async fn a_waiver_outlives_other_lines_and_is_spent_when_the_words_change() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let waived = |found: &Findings| found.waived.iter().map(|(it, _)| it.id.clone()).collect::<Vec<_>>();
    let before = waived(&found(&test, &here, "final").await);
    assert_eq!(before.len(), 2, "{before:?}");
    let (_, chapters) = report(&test, &here, "final").await;
    let (chapter, language) = before[0].split('/').nth(1).and_then(|it| it.split_once('.')).unwrap();
    let language: Language = language.parse().unwrap();
    let text = chapters.iter().find(|it| it.key.as_str() == chapter).unwrap().text.get(language).unwrap();
    let longer = format!("A new beginning.\n\n{text}");
    put(&test, &amina, &here, "final", chapter, (language, &longer)).await;
    assert_eq!(waived(&found(&test, &here, "final").await), before);
    put(&test, &amina, &here, "final", chapter, (language, "Another text.")).await;
    let found = found(&test, &here, "final").await;
    assert_eq!((waived(&found).len(), found.spent.len(), found.open.len()), (1, 1, 0));
}

#[tokio::test]
async fn plans_dead_links_and_people_who_did_not_agree_are_found_in_both_languages() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let mut conn = test.app.db.read().await.unwrap();
    let training = programme::activity(&mut conn, here.edition.id, "training").await.unwrap().unwrap();
    let chosen = people::participants(&mut conn, training.id, test.app.clock.now()).await.unwrap();
    drop(conn);
    let name = &chosen[0].name;
    let link = here.page("activities/nowhere");
    let english = format!("{{{{figures:reports.planned}}}}\n\n{name} liked [it]({link}).\n");
    let french = format!("{{{{figures:reports.planned}}}}\n\n{name} a aimé [cela]({link}).\n");
    put(&test, &amina, &here, "final", "highlights", (Language::ENGLISH, &english)).await;
    put(&test, &amina, &here, "final", "highlights", (Language::FRENCH, &french)).await;
    let found = found(&test, &here, "final").await;
    let words: Vec<&str> = found.open.iter().map(|it| it.finding.kind.word()).collect();
    assert_eq!(
        words,
        ["no-consent", "dead-link", "planned-among-results", "no-consent", "dead-link", "planned-among-results"]
    );
    assert!(found.open.iter().all(|it| it.first.path.is_some()), "each leads to where it can be mended");
}

#[tokio::test]
async fn the_desk_counts_what_stands_open_and_leads_there() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let glance = test.get(&amina, &here.desk("")).await;
    assert!(!glance.text.contains("/findings"), "nothing waits: what is kept as evidence waits for nobody");
    let wrong = "In all, 109 participants of the training took part.";
    put(&test, &amina, &here, "final", "highlights", (Language::ENGLISH, wrong)).await;
    let glance = test.get(&amina, &here.desk("")).await;
    assert!(glance.text.contains(&page(&here, "final")), "{}", glance.text);
    let of_report = test.get(&amina, &here.desk("reports/final")).await;
    assert!(of_report.text.contains("1 finding is open"), "{}", of_report.text);
    let of_texts = test.get(&amina, &here.desk("findings")).await;
    assert_eq!(of_texts.status, 200);
    assert!(of_texts.text.contains("23 April"), "the text of the series says that the report says two things");
    let french = test.get(&amina, &format!("/fr{}", page(&here, "final"))).await;
    assert!(french.text.contains("Constats"), "{}", french.text);
}

#[tokio::test]
async fn a_stranger_sees_no_findings_mends_and_waives_nothing() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let edu = edu(&test).await;
    let seen = test.get(&amina, &page(&here, PRINTED)).await;
    for path in [page(&here, PRINTED), here.desk("findings")] {
        assert_eq!(test.get(&edu, &path).await.status, 404, "{path}");
    }
    let before = ids(&test, &here, PRINTED).await;
    let button = form(&seen, "/findings/mend", SERIES);
    assert_eq!(send(&test, &edu, &button, &[]).await.status, 404);
    let waive = form(&seen, "/findings/waive", SERIES);
    assert_eq!(send(&test, &edu, &waive, &[("reason_en", "No.")]).await.status, 404);
    assert_eq!(ids(&test, &here, PRINTED).await, before);
    let (of_final, _) = report(&test, &here, "final").await;
    let mut conn = test.app.db.read().await.unwrap();
    let waiver = document::waivers(&mut conn, of_final.id).await.unwrap().remove(0);
    drop(conn);
    let end = format!("{}/waivers/{}/end", page(&here, "final"), waiver.id);
    assert_eq!(test.post(&edu, &end, &[]).await.status, 404);
    assert!(found(&test, &here, "final").await.open.is_empty(), "the waiver still stands");
}
