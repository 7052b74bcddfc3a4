//! The room through its front door.

mod events;

use db::sql;
use host::{
    Assembly, Clock, Role,
    figures::{Register, indicator, trace, value},
    folder::{Findings, Folder},
    post::{Draft, Purpose, write},
    testing::{Answer, Member, TestApp},
};
use jiff::Timestamp;
use kernel::{Id, Language, mark};
use programme::Here;

use crate::{letters, pages, sample};

const AFTERWARDS: &str = "2026-02-02T02:00:00Z";

const NOTIFICATION: &str = "From: postmaster@mail.example\nContent-Type: multipart/report; boundary=\"b\"\n\n\
    --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n\
    Final-Recipient: rfc822; chidi@cast.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n";

fn assembly() -> Assembly {
    let indicators = Register::of_room(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    Assembly { indicators, ..Assembly::default() }
}

/// Imports a folder of this room's files; `Err` says what is wrong in it.
async fn import(test: &TestApp, folder: &Folder) -> Result<(), String> {
    let (names, mut findings) = (programme::sample::names(), Findings::default());
    let draft = crate::edition::read(folder, &names, &mut programme::sample::known(), &mut findings);
    if !findings.is_empty() {
        return Err(findings.to_string());
    }
    let mut tx = test.app.db.write().await.unwrap();
    crate::edition::write(&mut tx, &names, &draft).await.unwrap();
    tx.commit().await.unwrap();
    Ok(())
}

async fn start(now: &str) -> (TestApp, Here) {
    let test = TestApp::start(assembly(), pages::routes(), now).await;
    let here = programme::sample::open(&test.app).await.unwrap();
    sample::import(&test.app).await.unwrap();
    (test, here)
}

/// A letter to Chidi that was tried in vain.
async fn given_a_letter_given_up(test: &TestApp, here: &Here) -> Id<mark::Letter> {
    let mut tx = test.app.db.write().await.unwrap();
    let draft = Draft {
        kind: "agenda.thanks",
        purpose: Purpose::Service,
        to: "chidi@cast.example".parse().unwrap(),
        name: "Chidi".to_owned(),
        language: Language::ENGLISH,
        subject: "You are registered".to_owned(),
        body: "Dear Chidi,\n\nwe expect you.".to_owned(),
        calendar: Some("BEGIN:VCALENDAR".to_owned()),
        about: None,
        edition: Some(here.edition.id),
        send_after: None,
    };
    let id = write(&test.app, &mut tx, draft).await.unwrap().unwrap();
    let given_up = sql!("update letters set given_up_at = $2, attempts = 12, last_error = 'no route' where id = $1");
    tx.run(given_up, (&id, &Clock::real())).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The value of a hidden field, as it stands in a page for the first time; empty where the page has none.
fn hidden(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    page.text.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// Edu runs the desk of another edition: he passes the gate, and no further.
async fn edu(test: &TestApp) -> Member {
    test.member("Edu", Some(Role::Secretariat), Some(Id::new())).await
}

#[tokio::test]
async fn what_was_read_is_written_back_byte_for_byte() {
    let (test, here) = start(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let mut out = Folder::default();
    crate::edition::export(&mut conn, here.edition.id, &mut out).await.unwrap();
    assert_eq!(out, sample::folder());
}

#[tokio::test]
async fn the_rows_behind_a_figure_are_as_many_as_it_counts() {
    let (test, here) = start(AFTERWARDS).await;
    let scope = here.scope(AFTERWARDS.parse().unwrap());
    let mut conn = test.app.db.read().await.unwrap();
    let mut seen = Vec::new();
    for it in test.app.assembly.indicators.all(&mut conn, here.edition.id).await.unwrap() {
        let value = value(&test.app, &mut conn, scope, &it).await.unwrap().unwrap();
        let rows = trace(&test.app, &mut conn, scope, &it).await.unwrap().rows;
        match value.of {
            Some(all) => {
                let agreed: i64 = rows.iter().map(|row| row.adds).sum();
                assert_eq!([i64::try_from(rows.len()).unwrap(), agreed], [all, value.number], "{}", it.key);
                assert_eq!(value.asked, Some(6), "{}", it.key);
            }
            None => assert_eq!(rows[0].adds, value.number, "{}", it.key),
        }
        seen.push(it.key);
    }
    assert_eq!(seen, ["outreach.social-media-reach", "survey.understanding", "survey.knowledge"]);
}

#[tokio::test]
async fn an_answer_counts_from_the_moment_it_was_given() {
    let (test, here) = start(AFTERWARDS).await;
    let mut conn = test.app.db.read().await.unwrap();
    let understanding = indicator(&test.app, &mut conn, here.edition.id, "survey.understanding").await.unwrap();
    let mut values = Vec::new();
    for now in ["2025-12-01T00:00:00Z", "2025-12-06T12:00:00Z", AFTERWARDS] {
        let value = value(&test.app, &mut conn, here.scope(now.parse().unwrap()), &understanding).await.unwrap();
        values.push(value.map(|it| (it.number, it.of.unwrap())));
    }
    assert_eq!(values, [None, Some((2, 3)), Some((4, 5))]);
}

#[tokio::test]
async fn what_is_observed_again_counts_from_its_day_and_leaves_what_was() {
    let mut folder = sample::folder();
    let once = String::from_utf8(folder.0["observations.toml"].clone()).unwrap();
    let again = once.replace("value = 2340", "value = 2500").replace("2025-12-31", "2026-01-15");
    folder.put("observations.toml", format!("{once}\n{again}link = \"https://ministry.example/reach\"\n"));
    let test = TestApp::start(assembly(), pages::routes(), AFTERWARDS).await;
    let here = programme::sample::open(&test.app).await.unwrap();
    import(&test, &folder).await.unwrap();

    let mut conn = test.app.db.read().await.unwrap();
    let reach = indicator(&test.app, &mut conn, here.edition.id, "outreach.social-media-reach").await.unwrap();
    for (now, number, days) in [("2026-01-10T00:00:00Z", 2340, 1), (AFTERWARDS, 2500, 2)] {
        let scope = here.scope(now.parse().unwrap());
        let value = value(&test.app, &mut conn, scope, &reach).await.unwrap();
        assert_eq!(value.map(|it| it.number), Some(number));
        assert_eq!(trace(&test.app, &mut conn, scope, &reach).await.unwrap().rows.len(), days);
        let newest = crate::newest_observations(&mut conn, scope).await.unwrap();
        assert_eq!(newest.iter().map(|it| it.value).collect::<Vec<_>>(), [number]);
    }
    let mut out = Folder::default();
    crate::edition::export(&mut conn, here.edition.id, &mut out).await.unwrap();
    assert_eq!(out.0["observations.toml"], folder.0["observations.toml"]);
}

#[tokio::test]
async fn the_same_thing_is_observed_once_a_day_and_its_link_leads_to_the_web() {
    let mut folder = sample::folder();
    let once = String::from_utf8(folder.0["observations.toml"].clone()).unwrap();
    folder.put("observations.toml", format!("{once}link = \"page 3\"\n\n{once}"));
    let test = TestApp::start(assembly(), pages::routes(), AFTERWARDS).await;
    programme::sample::open(&test.app).await.unwrap();
    let findings = import(&test, &folder).await.unwrap_err();
    assert!(
        findings.contains("link is no address") && findings.contains("social-media-reach/2025-12-31"),
        "{findings}"
    );
}

#[tokio::test]
async fn two_surveys_with_a_statement_of_one_key_are_refused_where_the_second_stands() {
    let mut folder = sample::folder();
    let once = String::from_utf8(folder.0["survey.toml"].clone()).unwrap();
    let item = once.find("[[item]]").unwrap();
    let second = once[..item].replace("key = \"after-training\"", "key = \"half-a-year-on\"");
    let asked = once[item..].split("\n\n").next().unwrap();
    let again = asked.replace("survey = \"after-training\"", "survey = \"half-a-year-on\"");
    folder.put("survey.toml", format!("{once}\n{second}{again}\n"));
    let test = TestApp::start(assembly(), pages::routes(), AFTERWARDS).await;
    programme::sample::open(&test.app).await.unwrap();

    let findings = import(&test, &folder).await.unwrap_err();
    let line = once.lines().count() + 12;
    assert!(findings.contains(&format!("survey.toml:{line}")), "{findings}");
    for words in ["both would be the figure survey.understanding", "like “understanding-half-a-year-on”"] {
        assert!(findings.contains(words), "{findings}");
    }

    let other = again.replace("key = \"understanding\"", "key = \"understanding-half-a-year-on\"");
    folder.put("survey.toml", format!("{once}\n{second}{other}\n"));
    import(&test, &folder).await.unwrap();
}

#[tokio::test]
async fn the_secretariat_lets_a_letter_try_again() {
    let (test, here) = start(AFTERWARDS).await;
    let letter = given_a_letter_given_up(&test, &here).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;

    let list = test.get(&amina, &here.desk("outbox?state=given-up")).await;
    let page = test.get(&amina, &here.desk(&format!("outbox/{letter}"))).await;
    assert!(list.text.contains("You are registered") && page.text.contains("BEGIN:VCALENDAR"));
    let retry = here.desk(&format!("outbox/{letter}/retry"));
    assert_eq!(test.post(&amina, &retry, &[]).await.status, 303);
    assert_eq!(test.post(&amina, &retry, &[]).await.status, 409);

    test.work_off().await;
    let list = test.get(&amina, &here.desk("outbox?state=kept")).await;
    assert!(list.text.contains("You are registered"));
}

#[tokio::test]
async fn a_notification_marks_the_address_that_cannot_be_reached() {
    let (test, here) = start(AFTERWARDS).await;
    given_a_letter_given_up(&test, &here).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let bounces = here.desk("outbox/bounces");

    let refused = test.post(&amina, &bounces, &[("mail", "Subject: hello\n\nGood morning.")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Good morning."), "what was pasted is kept");
    assert_eq!(test.post(&amina, &bounces, &[("mail", NOTIFICATION)]).await.status, 303);
    assert!(test.get(&amina, &bounces).await.text.contains("chidi@cast.example"));
}

#[tokio::test]
async fn a_stranger_neither_reads_nor_moves_the_letters_of_an_edition() {
    let (test, here) = start(AFTERWARDS).await;
    let letter = given_a_letter_given_up(&test, &here).await;
    let (edu, auditor) = (edu(&test).await, test.member("Bao", Some(Role::Auditor), Some(here.edition.id)).await);
    for path in ["outbox", "outbox/bounces", &format!("outbox/{letter}")] {
        assert_eq!(test.get(&edu, &here.desk(path)).await.status, 404, "{path}");
        assert_eq!(test.get(&auditor, &here.desk(path)).await.status, 200, "{path}");
    }
    for (path, fields) in
        [(format!("outbox/{letter}/retry"), vec![]), ("outbox/bounces".to_owned(), vec![("mail", NOTIFICATION)])]
    {
        assert_eq!(test.post(&edu, &here.desk(&path), &fields).await.status, 404, "{path}");
        assert_eq!(test.post(&auditor, &here.desk(&path), &fields).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn a_letter_of_another_edition_is_hidden_from_this_desk() {
    let (test, here) = start(AFTERWARDS).await;
    let letter = given_a_letter_given_up(&test, &here).await;
    let mut tx = test.app.db.write().await.unwrap();
    tx.run(sql!("update letters set edition_id = $2 where id = $1"), (&letter, &Id::<mark::Edition>::new()))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    assert_eq!(test.get(&amina, &here.desk(&format!("outbox/{letter}"))).await.status, 404);
    assert_eq!(test.post(&amina, &here.desk(&format!("outbox/{letter}/retry")), &[]).await.status, 404);
}

#[tokio::test]
async fn news_is_declined_by_its_link_and_by_no_other() {
    let (test, here) = start(AFTERWARDS).await;
    let mut tx = test.app.db.write().await.unwrap();
    let dalia = people::NewPerson {
        name: "Dalia".to_owned(),
        email: "dalia@cast.example".parse().unwrap(),
        country: None,
        organisation: String::new(),
        language: Language::ENGLISH,
        invented: true,
    };
    let person = people::find_or_make(&mut tx, here.edition.id, &dalia).await.unwrap();
    let first = letters::news(&test.app, &mut tx, here.edition.id, person, "News", "Something is new.").await.unwrap();
    tx.commit().await.unwrap();
    let mut conn = test.app.db.read().await.unwrap();
    let body = host::post::letter(&mut conn, first.unwrap()).await.unwrap().unwrap().body;
    let path = format!("/news/{}", body.rsplit("/news/").next().unwrap());

    let nobody = test.anybody();
    assert_eq!(test.get(&nobody, &path).await.status, 200, "looking changes nothing");
    assert_eq!(test.post(&nobody, "/news/guessed", &[]).await.status, 404);
    let mut tx = test.app.db.write().await.unwrap();
    assert!(letters::news(&test.app, &mut tx, here.edition.id, person, "News", "Newer.").await.unwrap().is_some());
    tx.commit().await.unwrap();
    assert_eq!(test.post(&nobody, &path, &[("wish", "stop")]).await.status, 303);
    let mut tx = test.app.db.write().await.unwrap();
    assert!(letters::news(&test.app, &mut tx, here.edition.id, person, "News", "Newest.").await.unwrap().is_none());
    drop(tx);
    let now: Timestamp = Clock::real();
    assert!(
        host::post::address(&mut conn, &"dalia@cast.example".parse().unwrap()).await.unwrap().unwrap().opted_out_at
            <= Some(now)
    );
}

/// A number of newsletter readers, as the form sends it.
const READERS: [(&str, &str); 12] = [
    ("key", "newsletter-readers"),
    ("value", "1 200"),
    ("display", "at-least"),
    ("observed_on", "2026-01-20"),
    ("label_en", "newsletter readers"),
    ("label_fr", "lecteurs de la lettre"),
    ("definition_en", "Addresses that receive the newsletter."),
    ("definition_fr", "Adresses qui reçoivent la lettre."),
    ("observer_en", "The ministry"),
    ("observer_fr", "Le ministère"),
    ("evidence_en", "Export of the list"),
    ("evidence_fr", "Extraction de la liste"),
];

fn readers<'a>(but: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let changed = |name: &str| but.iter().any(|(it, _)| *it == name);
    READERS.into_iter().filter(|(name, _)| !changed(name)).chain(but.iter().copied()).collect()
}

/// The observed numbers of a key by day.
async fn numbers(test: &TestApp, here: &Here, key: &str) -> Vec<(String, i64)> {
    let mut conn = test.app.db.read().await.unwrap();
    let all = crate::observations(&mut conn, here.edition.id).await.unwrap();
    all.into_iter().filter(|it| it.key.as_str() == key).map(|it| (it.observed_on.to_string(), it.value)).collect()
}

#[tokio::test]
async fn what_the_desk_observes_is_a_figure_at_once_and_stands_in_the_folder() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let (list, one) = (here.desk("observations"), here.desk("observations/newsletter-readers"));
    assert_eq!(test.post(&amina, &list, &READERS).await.status, 303);
    let later = readers(&[("observed_on", "2026-02-01"), ("value", "1300"), ("link", "https://ministry.example/list")]);
    assert_eq!(test.post(&amina, &one, &later).await.status, 303);
    let page = test.get(&amina, &one).await.text;
    assert!(page.contains("1,200+") && page.contains("1,300+") && page.contains("https://ministry.example/list"));
    assert!(!page.contains('⟦') && !test.get(&amina, &format!("/fr{list}")).await.text.contains('⟦'));

    let mut conn = test.app.db.read().await.unwrap();
    let scope = here.scope(AFTERWARDS.parse().unwrap());
    let known = indicator(&test.app, &mut conn, here.edition.id, "outreach.newsletter-readers").await.unwrap();
    assert_eq!(value(&test.app, &mut conn, scope, &known).await.unwrap().unwrap().number, 1300);
    let mut out = Folder::default();
    crate::edition::export(&mut conn, here.edition.id, &mut out).await.unwrap();
    let (names, mut findings) = (programme::sample::names(), Findings::default());
    crate::edition::read(&out, &names, &mut programme::sample::known(), &mut findings);
    assert!(findings.is_empty(), "{findings}");
    assert!(String::from_utf8_lossy(&out.0["observations.toml"]).contains("newsletter readers"));
}

#[tokio::test]
async fn a_change_of_an_observation_is_taken_back_and_told_by_the_journal() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let one = here.desk("observations/social-media-reach");
    let undo = async |page: &str| {
        let was = hidden(&test.get(&amina, page).await, "was");
        test.post(&amina, &format!("{page}/undo"), &[("was", &was)]).await.status
    };
    assert_eq!(undo(&one).await, 409, "the folder's has no past");
    assert_eq!(test.post(&amina, &format!("{one}/2025-12-31/remove"), &[]).await.status, 303);
    assert!(numbers(&test, &here, "social-media-reach").await.is_empty());
    assert_eq!(test.get(&amina, &one).await.status, 200, "it can still be put back");
    assert_eq!(undo(&one).await, 303);
    assert_eq!(numbers(&test, &here, "social-media-reach").await, [("2025-12-31".to_owned(), 2340)]);

    let added = test.post(&amina, &here.desk("observations"), &READERS).await;
    let new = here.desk("observations/newsletter-readers");
    assert!(added.location.ends_with(&new), "where it can be taken back: {}", added.location);
    let early = hidden(&test.get(&amina, &new).await, "was");
    test.post(&amina, &new, &readers(&[("observed_on", "2026-02-01")])).await;
    assert_eq!(test.post(&amina, &format!("{new}/undo"), &[("was", &early)]).await.status, 409, "somebody was faster");
    assert_eq!(numbers(&test, &here, "newsletter-readers").await.len(), 2);
    assert_eq!(test.post(&amina, &format!("{new}/2026-02-01/remove"), &[]).await.status, 303);
    assert_eq!(undo(&new).await, 303, "what was taken away comes again");
    assert_eq!(undo(&new).await, 303, "and goes again");
    test.post(&amina, &format!("{new}/2026-01-20/remove"), &[]).await;
    assert!(numbers(&test, &here, "newsletter-readers").await.is_empty());
    let mut conn = test.app.db.read().await.unwrap();
    let subject = crate::actions::observation::identity(here.edition.id, &"newsletter-readers".parse().unwrap());
    assert_eq!(host::journal::history(&mut conn, subject).await.unwrap().len(), 6);
}

#[tokio::test]
async fn an_observation_that_cannot_stand_is_refused_in_a_sentence_and_kept() {
    let (test, here) = start(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let list = here.desk("observations");
    for (field, words, said) in [
        ("key", "Newsletter readers", "This is no short name"),
        ("key", "social-media-reach", "observed under this short name already"),
        ("value", "many", "This is no number"),
        ("observed_on", "soon", "This is no day"),
        ("observed_on", "2026-05-01", "This day lies ahead"),
        ("label_fr", "", "needed in every language"),
        ("link", "page 3", "no address of the web"),
        ("link", "javascript:alert(1)", "no address of the web"),
    ] {
        let answer = test.post(&amina, &list, &readers(&[(field, words)])).await;
        assert_eq!(answer.status, 422, "{field} = {words}");
        assert!(answer.text.contains(said) && answer.text.contains("Export of the list"), "{field} = {words}");
    }
    let same_day = readers(&[("observed_on", "2025-12-31")]);
    let answer = test.post(&amina, &here.desk("observations/social-media-reach"), &same_day).await;
    assert!(answer.status == 422 && answer.text.contains("A number of this day is on record already"));
    assert!(numbers(&test, &here, "newsletter-readers").await.is_empty());
}

#[tokio::test]
async fn a_stranger_observes_nothing_for_an_edition() {
    let (test, here) = start(AFTERWARDS).await;
    let (edu, auditor) = (edu(&test).await, test.member("Bao", Some(Role::Auditor), Some(here.edition.id)).await);
    for path in ["observations", "observations/social-media-reach"] {
        assert_eq!(test.get(&edu, &here.desk(path)).await.status, 404, "{path}");
        assert_eq!(test.get(&auditor, &here.desk(path)).await.status, 200, "{path}");
    }
    let one = "observations/social-media-reach";
    for path in ["observations", one, &format!("{one}/undo"), &format!("{one}/2025-12-31/remove")] {
        assert_eq!(test.post(&edu, &here.desk(path), &READERS).await.status, 404, "{path}");
        assert_eq!(test.post(&auditor, &here.desk(path), &READERS).await.status, 403, "{path}");
    }
    assert_eq!(numbers(&test, &here, "social-media-reach").await.len(), 1);
}
