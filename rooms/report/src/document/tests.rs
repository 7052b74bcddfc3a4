//! Reports on the desk, through the front door; and as files of an edition.

mod folder;
mod logo;
mod targets;
mod waivers;

use std::fmt::Write as _;

use host::{
    Actor, Role,
    testing::{Answer, Member, TestApp},
};
use kernel::{Id, Language};
use programme::Here;

use crate::{
    compose, document, findings,
    tests::{AFTERWARDS, demonstration, edu, small},
};

async fn amina(test: &TestApp, here: &Here) -> Member {
    test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await
}

/// Somebody who acts, and a stranger who runs the desk of another edition.
async fn actor_and_stranger(test: &TestApp, here: &Here) -> (Actor, Actor) {
    let account = amina(test, here).await.account.unwrap();
    let actor = Actor {
        account,
        name: "Amina".to_owned(),
        email: "amina@post.example".parse().unwrap(),
        language: Language::ENGLISH,
        session: Id::new(),
        roles: vec![(Role::Secretariat, Some(here.edition.id))],
    };
    let stranger = Actor { roles: vec![(Role::Secretariat, Some(Id::new()))], ..actor.clone() };
    (actor, stranger)
}

/// A report with one chapter, begun on the desk.
async fn begun(test: &TestApp, here: &Here, who: &Member) {
    let fields = [
        ("title_en", "Final report"),
        ("key", "final"),
        ("purpose", "final"),
        ("languages", "en"),
        ("languages", "fr"),
    ];
    assert_eq!(test.post(who, &here.desk("reports"), &fields).await.status, 303);
    add(test, here, who, "opening", "Opening").await;
}

async fn add(test: &TestApp, here: &Here, who: &Member, key: &str, title: &str) {
    let fields = [("chapter_title_en", title), ("key", key)];
    let added = test.post(who, &here.desk("reports/final/chapters"), &fields).await;
    assert_eq!(added.status, 303, "{}", added.text);
}

/// The value of a hidden field, as it stands in a page for the first time.
fn hidden(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.text.split(&start).nth(1).expect("the field");
    rest.split('"').next().unwrap_or_default().to_owned()
}

async fn write(test: &TestApp, who: &Member, path: &str, text: &str) -> Answer {
    let was = hidden(&test.get(who, path).await, "was");
    test.post(who, path, &[("was", &was), ("title", "Opening"), ("text", text), ("do", "save")]).await
}

async fn order(test: &TestApp, here: &Here) -> Vec<String> {
    let mut conn = test.app.db.read().await.unwrap();
    let report = document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap();
    let chapters = document::chapters(&mut conn, report.id).await.unwrap();
    chapters.into_iter().map(|it| it.key.into()).collect()
}

#[tokio::test]
async fn a_report_begins_with_the_chapters_of_another_and_goes_its_own_way() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let path = here.desk("reports/final/chapters/opening/en");
    assert_eq!(write(&test, &amina, &path, "It began in spring.").await.status, 303);

    let fields = [
        ("title_en", "For the funder"),
        ("key", "funder"),
        ("purpose", "funder"),
        ("languages", "en"),
        ("template", "final"),
    ];
    let second = test.post(&amina, &here.desk("reports"), &fields).await;
    assert_eq!((second.status, second.location.ends_with("/reports/funder")), (303, true));
    let copied = test.get(&amina, &here.desk("reports/funder/chapters/opening/en")).await.text;
    assert!(copied.contains("It began in spring."));
    assert_eq!(test.get(&amina, &here.desk("reports/funder/chapters/opening/fr")).await.status, 404);

    let again = test.post(&amina, &here.desk("reports"), &fields).await;
    assert_eq!(again.status, 422);
    assert!(again.text.contains("Another one has this name already") && again.text.contains("For the funder"));
    let nothing = test.post(&amina, &here.desk("reports"), &[("key", "Two Words")]).await.text;
    for words in ["needs a title", "cannot stand in an address", "what the report is for", "at least one language"] {
        assert!(nothing.contains(words), "{words}");
    }
}

#[tokio::test]
async fn who_writes_second_sees_both_texts_and_overwrites_nothing() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let bao = test.member("Bao", Some(Role::Secretariat), Some(here.edition.id)).await;
    begun(&test, &here, &amina).await;
    let path = here.desk("reports/final/chapters/opening/en");
    let was = hidden(&test.get(&bao, &path).await, "was");
    assert_eq!(write(&test, &amina, &path, "Amina was here.").await.status, 303);

    let late = [("was", was.as_str()), ("title", "Opening"), ("text", "Bao was here."), ("do", "save")];
    let answer = test.post(&bao, &path, &late).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("Amina was here.") && answer.text.contains("Bao was here."));
    assert!(!test.get(&amina, &path).await.text.contains("Bao was here."));

    let seen = hidden(&answer, "was");
    let again = [("was", seen.as_str()), ("title", "Opening"), ("text", "Bao was here."), ("do", "save")];
    assert_eq!(test.post(&bao, &path, &again).await.status, 303);
    let undo = hidden(&test.get(&amina, &path).await, "was");
    assert_eq!(test.post(&amina, &format!("{path}/undo"), &[("was", &undo)]).await.status, 303);
    let page = test.get(&amina, &path).await.text;
    assert!(page.contains(">Amina was here.\n</textarea>"), "{page}");
}

#[tokio::test]
async fn one_language_does_not_stand_in_the_way_of_the_other() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let (english, french) =
        (here.desk("reports/final/chapters/opening/en"), here.desk("reports/final/chapters/opening/fr"));
    let was = hidden(&test.get(&amina, &french).await, "was");
    assert_eq!(write(&test, &amina, &english, "In English.").await.status, 303);
    let sent = [("was", was.as_str()), ("title", "Ouverture"), ("text", "En français."), ("do", "save")];
    assert_eq!(test.post(&amina, &french, &sent).await.status, 303);
    assert!(test.get(&amina, &english).await.text.contains("In English."));
}

#[tokio::test]
async fn chapters_move_and_go_and_come_back_without_script() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    add(&test, &here, &amina, "middle", "Middle").await;
    add(&test, &here, &amina, "end", "End").await;
    let path = here.desk("reports/final");
    let act = async |rest: &str, to: &str| {
        let was = hidden(&test.get(&amina, &path).await, "was");
        test.post(&amina, &format!("{path}/{rest}"), &[("was", &was), ("to", to)]).await.status
    };

    assert_eq!(act("chapters/end/move", "up").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "end", "middle"]);
    assert_eq!(act("chapters/opening/move", "up").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "end", "middle"]);
    assert_eq!(act("undo", "").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "middle", "end"]);
    assert_eq!(act("chapters/middle/remove", "").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "end"]);
    assert_eq!(act("undo", "").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "middle", "end"]);

    add(&test, &here, &amina, "annex", "Annex").await;
    assert_eq!(act("undo", "").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "middle", "end"]);
    assert_eq!(act("undo", "").await, 303);
    assert_eq!(order(&test, &here).await, ["opening", "middle", "end", "annex"]);

    let stale = [("was", "something else"), ("to", "up")];
    assert_eq!(test.post(&amina, &format!("{path}/chapters/end/move"), &stale).await.status, 409);
}

#[tokio::test]
async fn a_chapter_that_was_written_since_it_was_added_is_not_undone() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let (report, chapter) = (here.desk("reports/final"), here.desk("reports/final/chapters/opening/en"));
    assert_eq!(write(&test, &amina, &chapter, "Much work.").await.status, 303);

    let was = hidden(&test.get(&amina, &report).await, "was");
    let late = test.post(&amina, &format!("{report}/undo"), &[("was", &was)]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Somebody has written in this chapter since it came in"), "{}", late.text);
    assert!(test.get(&amina, &chapter).await.text.contains("Much work."));
}

#[tokio::test]
async fn the_look_takes_colours_marks_and_figures_that_there_are() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let path = here.desk("reports/final");
    let look = async |accent: &str, figure: &str| {
        let was = hidden(&test.get(&amina, &path).await, "was");
        let fields = [
            ("was", was.as_str()),
            ("title_en", "Final report"),
            ("accent", accent),
            ("cover_1", figure),
            ("logo", "wordmark"),
        ];
        test.post(&amina, &path, &fields).await
    };
    let refused = look("navy", "weather.today").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("This is no colour") && refused.text.contains("No figure is called weather.today"));
    assert_eq!(look("#1F3A5F", "training.participants").await.status, 303);
    let mut conn = test.app.db.read().await.unwrap();
    let report = document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap();
    assert_eq!(report.look.0.accent.as_deref(), Some("#1f3a5f"));
    assert_eq!(report.look.0.cover_figures, ["training.participants"]);
}

#[tokio::test]
async fn a_draft_is_deleted_only_by_who_means_it() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let path = here.desk("reports/final/delete");
    let hasty = test.post(&amina, &path, &[]).await;
    assert_eq!(hasty.status, 422);
    assert!(hasty.text.contains("Tick the box"));
    assert_eq!(test.post(&amina, &path, &[("confirmed", "yes")]).await.status, 303);
    assert_eq!(test.get(&amina, &here.desk("reports/final")).await.status, 404);
}

#[tokio::test]
async fn a_wrong_placeholder_is_shown_at_its_line_while_one_writes() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let path = here.desk("reports/final/chapters/opening/en");
    let text = "So many came:\n\n{{training.participant}} people.";
    let sent = [("was", "x"), ("title", "Opening"), ("text", text)];

    let live = test.post(&amina, &format!("{path}/preview"), &sent).await;
    assert_eq!((live.status, live.media_type.as_str()), (200, "text/html; charset=utf-8"));
    assert!(live.text.contains("data-line=\"3\"") && live.text.contains("Line 3") && !live.text.contains("<main"));
    assert!(live.text.contains("training.participants"), "the nearest key is offered: {}", live.text);

    let pressed = [("was", "x"), ("title", "Opening"), ("text", "So many:"), ("insert", "{{training.participants}}")];
    let inserted = test.post(&amina, &path, &pressed).await;
    assert!(inserted.text.contains("So many:\n\n{{training.participants}}\n</textarea>"), "{}", inserted.text);
    let mut conn = test.app.db.read().await.unwrap();
    let report = document::report(&mut conn, here.edition.id, "final").await.unwrap().unwrap();
    assert!(document::chapters(&mut conn, report.id).await.unwrap()[0].text.is_empty(), "nothing was kept");
}

#[tokio::test]
async fn a_stranger_neither_sees_nor_changes_a_report() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    begun(&test, &here, &amina).await;
    let edu = edu(&test).await;
    let auditor = test.member("Gaia", Some(Role::Auditor), Some(here.edition.id)).await;
    let report = here.desk("reports/final");
    let chapter = here.desk("reports/final/chapters/opening/en");
    for path in [
        here.desk("reports"),
        report.clone(),
        chapter.clone(),
        format!("{report}/preview/en"),
        format!("{report}/draft/en"),
    ] {
        assert_eq!(test.get(&edu, &path).await.status, 404, "{path}");
    }
    for path in [here.desk("reports"), report.clone(), chapter.clone()] {
        let seen = test.get(&auditor, &path).await;
        assert!(seen.status == 200 && !seen.text.contains("name=\"was\""), "{path}");
    }
    let was = hidden(&test.get(&amina, &report).await, "was");
    let words = hidden(&test.get(&amina, &chapter).await, "was");
    let acts: [(String, Vec<(&str, &str)>); 9] = [
        (here.desk("reports"), vec![("title_en", "Mine"), ("key", "mine"), ("purpose", "brief"), ("languages", "en")]),
        (report.clone(), vec![("was", &was), ("title_en", "Mine")]),
        (format!("{report}/chapters"), vec![("chapter_title_en", "Mine"), ("key", "mine")]),
        (format!("{report}/chapters/opening/move"), vec![("was", &was), ("to", "up")]),
        (format!("{report}/chapters/opening/remove"), vec![("was", &was)]),
        (chapter.clone(), vec![("was", &words), ("title", "Mine"), ("text", "Mine"), ("do", "save")]),
        (format!("{chapter}/preview"), vec![("title", "Mine"), ("text", "Mine")]),
        (format!("{report}/undo"), vec![("was", &was)]),
        (format!("{report}/delete"), vec![("confirmed", "yes")]),
    ];
    for (path, fields) in &acts {
        assert_eq!(test.post(&edu, path, fields).await.status, 404, "{path}");
        assert_eq!(test.post(&auditor, path, fields).await.status, 403, "{path}");
    }
    assert_eq!(order(&test, &here).await, ["opening"]);
    assert!(!test.get(&amina, &here.desk("reports")).await.text.contains("Mine"));
}

#[tokio::test]
async fn every_report_of_the_demonstration_can_be_composed_without_a_fault() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let reports = document::reports(&mut conn, here.edition.id).await.unwrap();
    assert_eq!(reports.len(), 5);
    let mut faults = String::new();
    for it in &reports {
        for language in &it.languages.0 {
            let reader = test.app.reader(*language);
            let composed = compose::draft(&test.app, &here, &reader, it.key.as_str()).await.unwrap().unwrap();
            for (chapter, fault) in &composed.faults {
                let said = reader.said(&fault.say);
                writeln!(faults, "{}/{chapter}.{language}.md:{}: {said}", it.key, fault.line).unwrap();
            }
        }
    }
    assert_eq!(faults, "");
    let evidence = reports.iter().find(|it| it.key.as_str() == "as-printed").unwrap();
    assert!(!evidence.publishable && evidence.languages.0 == [Language::ENGLISH]);
}

#[tokio::test]
async fn nothing_stands_open_in_what_can_be_published_and_much_in_what_was_printed() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let reader = test.app.reader(Language::ENGLISH);
    let mut waived = Vec::new();
    for it in document::reports(&mut conn, here.edition.id).await.unwrap() {
        let chapters = document::chapters(&mut conn, it.id).await.unwrap();
        let found = findings::of(&test.app, &here, &reader, &it, &chapters, test.app.clock.now()).await.unwrap();
        let open: Vec<&str> = found.open.iter().map(|it| it.id.as_str()).collect();
        assert!(found.spent.is_empty(), "{}: a waiver of nothing", it.key);
        if it.publishable {
            assert!(open.is_empty(), "{}: {open:?}", it.key);
        } else {
            for about in [
                "23-april-22-july-2025/navigating-ecosystems",
                "three-days/summit",
                "online/sapientia",
                "online/unesco-training-workshop",
                "/ecosystem-reports",
                "/survey.understanding",
            ] {
                assert!(open.iter().any(|it| it.ends_with(about)), "{about}: {open:?}");
            }
        }
        waived.extend(found.waived.into_iter().map(|(told, _)| told.id));
    }
    assert_eq!(waived, ["duration/summit.en/three-days/summit", "duration/summit.fr/trois-jours/summit"]);
}

#[tokio::test]
async fn the_list_of_reports_says_what_is_to_be_done_about_each() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = amina(&test, &here).await;
    let list = test.get(&amina, &here.desk("reports")).await.text;
    for words in [
        "Final report 2025",
        "2025 as printed",
        "Kept as evidence, never published",
        "Nothing to mend",
        "none open",
        "Français",
    ] {
        assert!(list.contains(words), "{words}");
    }
    let chapter = test.get(&amina, &here.desk("reports/final/chapters/training/en")).await;
    assert!(chapter.text.contains("107") && chapter.text.contains("data-editor"));
    for language in ["en", "fr"] {
        let whole = test.get(&amina, &here.desk(&format!("reports/final/preview/{language}"))).await;
        assert!(whole.status == 200 && !whole.text.contains("{{"));
    }
}
