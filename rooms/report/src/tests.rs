//! The room through its front door: a small edition, and the demonstration's own.

mod indicators;

use std::{fmt::Write as _, path::Path};

use expect_test::expect;
use host::{
    Assembly, Role,
    figures::{Register, Value, trace},
    folder::{Findings, Folder, Known},
    testing::{Member, TestApp},
};
use kernel::{Id, Language};
use programme::{Here, edition::Names};

use crate::{model, pages, sourced};

pub(crate) const AFTERWARDS: &str = "2026-02-02T02:00:00Z";
const AT_THE_SUMMIT: &str = "2025-12-16T09:00:00Z";

/// The indicators of every room, as the app gathers them.
pub(crate) fn assembly() -> Assembly {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |room: &str| Register::of_room(&rooms.join(room));
    let indicators =
        ["people", "agenda", "outreach", "report"].iter().fold(read("programme"), |all, it| all.and(&read(it)));
    assert!(indicators.faults().is_empty(), "{:?}", indicators.faults());
    Assembly { indicators, ..Assembly::default() }
}

/// What the sample's earlier rooms leave to the agenda: one webinar behind, one workshop ahead.
fn agenda_files() -> Folder {
    let mut folder = Folder::default();
    folder.put(
        "sessions.toml",
        r#"[[session]]
key = "north-government"
activity = "north"
kind = "webinar"
title = { en = "The role of government", fr = "Le rôle des pouvoirs publics" }
on = "2025-04-15"
starts = "15:00"
ends = "16:30"
public = true
date_source = "report"
time_source = "demonstration"

[[session]]
key = "training-last"
activity = "training"
kind = "webinar"
title = { en = "The last webinar", fr = "Le dernier webinaire" }
on = "2025-12-17"
starts = "15:00"
ends = "16:30"
public = true
week = 7
date_source = "report"
time_source = "demonstration"
"#,
    );
    let speakers = "session,activity,person,role,position,source\n";
    folder.put("speakers.csv", format!("{speakers},north,amal-north,guest-of-honour,1,report\n"));
    folder.put("speakers-invented.csv", format!("{speakers}north-government,,s01,speaker,1,demonstration\n"));
    folder.put(
        "registrations.csv",
        "session,person,registered_at,attended_minutes\n\
         north-government,g0001,2025-04-02T04:00:00Z,85\nnorth-government,g0002,2025-04-03T04:00:00Z,60\n\
         north-government,a0003,2025-04-04T04:00:00Z,\n",
    );
    folder
}

async fn import_agenda(test: &TestApp, folder: &Folder, names: &Names, known: &mut Known) {
    let mut findings = Findings::default();
    let draft = agenda::edition::read(folder, names, known, &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let mut tx = test.app.db.write().await.unwrap();
    agenda::edition::write(&mut tx, names, &draft).await.unwrap();
    tx.commit().await.unwrap();
}

pub(crate) async fn small(now: &str) -> (TestApp, Here) {
    let test = TestApp::start(assembly(), pages::routes(), now).await;
    programme::sample::open(&test.app).await.unwrap();
    people::sample::import(&test.app).await.unwrap();
    import_agenda(&test, &agenda_files(), &programme::sample::names(), &mut people::sample::known()).await;
    outreach::sample::import(&test.app).await.unwrap();
    programme::sample::reported(&test.app).await.unwrap();
    let here = Here::current(&test.app).await.unwrap().unwrap();
    (test, here)
}

/// The edition that comes with the program.
pub(crate) async fn demonstration(now: &str) -> (TestApp, Here) {
    let test = TestApp::start_as(assembly(), pages::routes(), now, true).await;
    let here = import_demonstration(&test).await;
    (test, here)
}

/// Imports the edition that comes with the program.
pub(crate) async fn import_demonstration(test: &TestApp) -> Here {
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../editions/asef-2025")).unwrap();
    let (mut known, mut findings) = (Known::default(), Findings::default());
    let edition = programme::edition::read(&folder, &mut known, &mut findings);
    let names = edition.names.clone();
    let people = people::edition::read(&folder, &names, &mut known, &mut findings);
    let agenda = agenda::edition::read(&folder, &names, &mut known, &mut findings);
    let outreach = outreach::edition::read(&folder, &names, &mut known, &mut findings);
    let reports = crate::document::edition::read(&folder, &mut known, &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let mut tx = test.app.db.write().await.unwrap();
    programme::edition::write(&mut tx, &edition).await.unwrap();
    people::edition::write(&mut tx, &names, &people).await.unwrap();
    agenda::edition::write(&mut tx, &names, &agenda).await.unwrap();
    outreach::edition::write(&mut tx, &names, &outreach).await.unwrap();
    crate::document::edition::write(&mut tx, &names, &reports).await.unwrap();
    tx.commit().await.unwrap();
    programme::sample::reported(&test.app).await.unwrap();
    Here::current(&test.app).await.unwrap().unwrap()
}

/// Edu runs the desk of another edition: he passes the gates, and no further.
pub(crate) async fn edu(test: &TestApp) -> Member {
    test.member("Edu", Some(Role::Secretariat), Some(Id::new())).await
}

#[tokio::test]
async fn everybody_engaged_is_the_sum_of_the_groups_row_by_row() {
    let (test, here) = small(AFTERWARDS).await;
    let scope = here.scope(AFTERWARDS.parse().unwrap());
    let mut conn = test.app.db.read().await.unwrap();
    let engaged = &sourced(&test.app, &mut conn, scope, &["edition.engaged"]).await.unwrap()[0];
    let rows = trace(&test.app, &mut conn, scope, &engaged.indicator).await.unwrap().rows;
    // Chidi and Dalia in the training, two guests present at the webinar, two speakers.
    assert_eq!(engaged.value, Some(Value::number(6)));
    assert_eq!(rows.len(), 6);
}

#[tokio::test]
async fn the_demonstration_gives_every_headline_of_the_published_report() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let scope = here.scope(AFTERWARDS.parse().unwrap());
    let mut conn = test.app.db.read().await.unwrap();
    let reader = test.app.reader(Language::ENGLISH);
    let mut table = String::new();
    for it in sourced(&test.app, &mut conn, scope, &model::all()).await.unwrap() {
        let rows = trace(&test.app, &mut conn, scope, &it.indicator).await.unwrap().rows.len();
        let value = it.value.unwrap();
        assert!(
            it.observed.is_some() || i64::try_from(rows).unwrap() == value.of.unwrap_or(value.number),
            "{}: {rows} rows, {value:?}",
            it.key()
        );
        writeln!(table, "{} {}", it.key(), it.show(&reader).unwrap()).unwrap();
    }
    expect![[r"
        people.participants 119
        webinars.people 535
        speakers.count 80+
        outreach.social-media-reach 234,000+
        outreach.website-visitors 57,000+
        call.applicants 2,200+
        outreach.external-audience 450+
        series.count 4
        edition.engaged 730+
        webinars.registrations 2,000+
        communique.count 1
        reports.planned 4
        survey.understanding 96%
        survey.knowledge 99%
        survey.connections 90%
        survey.continued-engagement 91%
        webinars.sessions 12
        training.participants 107
        training.countries 41
        workshop.participants 12
        summit.participants 40
        summit.countries 29
        communique.recommendations 20
    "]]
    .assert_eq(&table);
}

#[tokio::test]
async fn nobody_sees_the_rows_behind_a_figure_but_who_may() {
    let (test, here) = small(AFTERWARDS).await;
    let (page, csv) = (here.page("figures/webinars.people"), here.page("figures/webinars.people/rows.csv"));
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let (edu, anybody) = (edu(&test).await, test.anybody());

    for who in [&anybody, &edu] {
        let seen = test.get(who, &page).await;
        assert_eq!(seen.status, 200);
        assert!(!seen.text.contains("Vanna"), "{}", who.name);
    }
    assert_eq!(test.get(&anybody, &csv).await.status, 303);
    assert_eq!(test.get(&edu, &csv).await.status, 404);
    assert!(test.get(&amina, &page).await.text.contains("Vanna Keo"));
    let rows = test.get(&amina, &csv).await;
    assert_eq!(rows.text.lines().count(), 3, "a head and two people");
    assert!(!rows.text.contains("\n=") && !rows.text.contains(",="), "no cell is a formula");
}

#[tokio::test]
async fn a_rounded_figure_keeps_its_number_for_those_who_see_its_rows() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let page = here.page("figures/call.applicants");
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let outside = test.get(&test.anybody(), &page).await.text;
    assert!(outside.contains("2,200+") && !outside.contains("2,231"));
    assert!(test.get(&amina, &page).await.text.contains("2,231"));
}

#[tokio::test]
async fn what_others_counted_is_shown_as_they_said_it_with_their_source() {
    let (test, here) = small(AFTERWARDS).await;
    let seen = test.get(&test.anybody(), &here.page("figures/outreach.social-media-reach")).await.text;
    assert!(seen.contains("2,340+") && seen.contains("page 3") && seen.contains("The ministry"));
}

#[tokio::test]
async fn a_percentage_says_how_many_answered_and_how_many_were_asked() {
    let (test, here) = small(AFTERWARDS).await;
    let seen = test.get(&test.anybody(), &here.page("figures/survey.understanding")).await.text;
    assert!(seen.contains("80%") && seen.contains("4 of 5 who answered; 5 of 6 who were asked did (83%)"));
}

#[tokio::test]
async fn before_its_day_the_report_says_when_it_is_expected_and_nothing_else() {
    let (test, here) = small(AT_THE_SUMMIT).await;
    let anybody = test.anybody();
    let report = test.get(&anybody, &here.page("report")).await;
    assert!(report.text.contains("30 January 2026") && !report.text.contains("We argued over one verb"));
    for who in [&anybody, &edu(&test).await] {
        assert_eq!(test.get(who, &here.page("report.pdf")).await.status, 404);
    }
    let answers = test.get(&anybody, &here.page("figures/survey.understanding")).await.text;
    assert!(answers.contains("30 January 2026") && !answers.contains("80%"));
    let figures = test.get(&anybody, &here.page("figures")).await.text;
    assert!(figures.contains("figures/training.participants"), "what is counted day by day is no secret");
    assert!(!figures.contains("figures/survey.understanding") && figures.contains("30 January 2026"));
}

#[tokio::test]
async fn a_figure_reads_being_counted_while_the_edition_is_imported() {
    let (test, here) = small(AFTERWARDS).await;
    test.app.counting.store(true, std::sync::atomic::Ordering::Relaxed);
    let page = test.get(&test.anybody(), &here.page("figures/training.participants")).await.text;
    assert!(page.contains("being counted") && !page.contains("<h1>2 "));
}

#[tokio::test]
async fn the_desk_shows_what_comes_next_and_what_waits() {
    let (test, here) = small(AT_THE_SUMMIT).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let glance = test.get(&amina, &here.desk("")).await.text;
    for words in [
        "Tomorrow: The last webinar.",
        "no joining link",
        "ahead has no speakers",
        "1 come from Asia and 1 from Europe",
    ] {
        assert!(glance.contains(words), "{words}");
    }
    let quiet = small(AFTERWARDS).await;
    let amina = quiet.0.member("Amina", Some(Role::Secretariat), Some(quiet.1.edition.id)).await;
    assert!(quiet.0.get(&amina, &quiet.1.desk("")).await.text.contains("No session lies ahead."));
}

#[tokio::test]
async fn a_stranger_sees_nothing_of_the_desk() {
    let (test, here) = small(AFTERWARDS).await;
    let edu = edu(&test).await;
    for path in ["", "figures", "reports/final/printed", "reports/final/draft.pdf"] {
        assert_eq!(test.get(&edu, &here.desk(path)).await.status, 404, "{path}");
    }
}
