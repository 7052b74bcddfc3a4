//! From what servers answer to the desk's findings.

use host::{
    Role,
    jobs::work_off,
    journal,
    testing::{Answer, Member, TestApp},
};
use jiff::Timestamp;
use kernel::Language;
use programme::Here;

use super::server::Server;
use crate::{
    document,
    findings::{self, Told},
    outside::{asking::Asking, nightly, round::ask},
    pages,
    tests::{AFTERWARDS, assembly, demonstration, edu, import_demonstration},
};

const DEAD: &str = "http://partner.example/results";

/// A real installation with the 2025 edition in it, which can be called back, and a server that plays the rest of the web.
struct Stage {
    test: TestApp,
    here: Here,
    amina: Member,
    server: Server,
}

impl Stage {
    async fn set() -> Self {
        let routes = pages::routes().and(programme::pages::routes()).and(outreach::pages::routes());
        let configure = |it: &mut host::config::Config| "https://programme.example".clone_into(&mut it.public_address);
        let test = TestApp::start_with(assembly(), routes, AFTERWARDS, false, configure).await;
        let here = import_demonstration(&test).await;
        let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
        Self { test, here, amina, server: Server::start().await }
    }

    /// A round on a day, as the night or the officer has asked for it.
    async fn round(&self, day: &str) {
        let asking = Asking::on_behalf_of("https://programme.example").unwrap();
        let asking = asking.permitting("partner.example", self.server.address, true);
        let now: Timestamp = format!("{day}T03:00:00Z").parse().unwrap();
        self.test.app.clock.set(Some(now));
        ask(&self.test.app, self.here.edition.id, &asking, now).await.unwrap();
    }

    /// Writes a chapter of the final report on the desk.
    async fn write(&self, text: &str) {
        let mut conn = self.test.app.db.read().await.unwrap();
        let report = document::report(&mut conn, self.here.edition.id, "final").await.unwrap().unwrap();
        let chapters = document::chapters(&mut conn, report.id).await.unwrap();
        drop(conn);
        let was = document::fields::chapter_digest(&chapters[0], Language::ENGLISH);
        let title = chapters[0].title.get(Language::ENGLISH).unwrap();
        let path = self.here.desk(&format!("reports/final/chapters/{}/en", chapters[0].key));
        let fields = [("was", was.as_str()), ("title", title), ("text", text), ("do", "save")];
        assert_eq!(self.test.post(&self.amina, &path, &fields).await.status, 303);
    }

    /// The dead links of the final report.
    async fn dead(&self) -> Vec<Told> {
        let mut conn = self.test.app.db.read().await.unwrap();
        let report = document::report(&mut conn, self.here.edition.id, "final").await.unwrap().unwrap();
        let chapters = document::chapters(&mut conn, report.id).await.unwrap();
        drop(conn);
        let (app, reader) = (&self.test.app, self.test.app.reader(Language::ENGLISH));
        let found = findings::of(app, &self.here, &reader, &report, &chapters, app.clock.now()).await.unwrap();
        found.open.into_iter().filter(|it| it.id.starts_with("dead-link/")).collect()
    }

    async fn page(&self) -> Answer {
        self.test.get(&self.amina, &self.here.desk("findings")).await
    }

    async fn press(&self, who: &Member) -> Answer {
        self.test.post(who, &self.here.desk("findings/links"), &[]).await
    }
}

#[tokio::test]
async fn a_link_that_fails_on_two_days_is_found_and_is_gone_once_it_is_mended_or_answers_again() {
    let stage = Stage::set().await;
    stage.server.say("/results", 404);
    stage
        .write(&format!(
            "A beginning.\n\nThe [results]({DEAD}#part-2) are out, and [more](http://partner.example/here)."
        ))
        .await;
    assert!(stage.dead().await.is_empty(), "nobody has looked");
    stage.round("2026-02-03").await;
    assert!(stage.dead().await.is_empty(), "a server may fail once");

    stage.round("2026-02-04").await;
    let found = stage.dead().await;
    assert_eq!(found.len(), 1);
    let (reader, it) = (stage.test.app.reader(Language::ENGLISH), &found[0]);
    assert_eq!(it.first.words, format!("{DEAD}#part-2"));
    assert_eq!((it.first.line, it.first.quoted), (Some(3), Some(Language::ENGLISH)));
    assert!(it.first.path.as_ref().unwrap().contains("/reports/final/chapters/"));
    let answered =
        "not reached on 2 days, the last time on 4 February 2026: the server says that there is no such page (404)";
    assert_eq!(it.second.words, answered);
    assert_eq!(reader.said(&it.proposal), "Mend the address, or take the link out.");
    assert_eq!(stage.server.methods("/here").len(), 2, "each link is asked for once a night");

    stage.server.say("/results", 200);
    stage.round("2026-02-05").await;
    assert!(stage.dead().await.is_empty(), "it answers again");
    stage.server.say("/results", 410);
    stage.round("2026-02-06").await;
    stage.round("2026-02-07").await;
    assert_eq!(stage.dead().await.len(), 1);
    stage.write("The [results](http://partner.example/here) are out.").await;
    assert!(stage.dead().await.is_empty(), "it was mended");
}

#[tokio::test]
async fn an_officer_has_the_links_checked_and_sees_at_once_which_are_not_reached() {
    let stage = Stage::set().await;
    stage.server.say("/results", 404);
    stage
        .write(&format!(
            "[Results]({DEAD}), [moved](http://partner.example/moved), [closed](http://partner.example/closed)."
        ))
        .await;
    let edu = edu(&stage.test).await;
    assert_eq!(stage.press(&edu).await.status, 404, "a stranger asks nobody through us");
    assert!(stage.page().await.text.contains("Check the links now"));

    assert_eq!(stage.press(&stage.amina).await.status, 303);

    let seen = stage.page().await.text;
    assert!(seen.contains("The links are being looked at.") && !seen.contains("Check the links now"));
    assert_eq!(stage.press(&stage.amina).await.status, 409, "once is enough");
    let mut conn = stage.test.app.db.read().await.unwrap();
    let lines = journal::newest(&mut conn, stage.here.edition.id, 0, 1).await.unwrap();
    assert_eq!(lines[0].act, "journal-report-links-asked");
    drop(conn);
    stage.round("2026-02-02").await;
    let found = stage.dead().await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].second.words, "not reached today: the server says that there is no such page (404)");
    let seen = stage.page().await.text;
    for words in [
        "not reached today: the server says that there is no such page (404)",
        "it has moved for good to http://partner.example/here",
        "not known (2 February 2026): the server does not let us look (403)",
        "Check the links now",
    ] {
        assert!(seen.contains(words), "{words}\n{seen}");
    }
    assert_eq!(stage.server.methods("/results"), ["HEAD", "GET"]);
}

#[tokio::test]
async fn evidence_that_cannot_be_read_any_more_is_found_where_the_figure_is_shown() {
    let stage = Stage::set().await;
    let link = "http://partner.example/list";
    let fields = [
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
        ("link", link),
    ];
    assert_eq!(stage.test.post(&stage.amina, &stage.here.desk("observations"), &fields).await.status, 303);
    stage.server.say("/list", 404);
    stage.round("2026-02-03").await;
    stage.round("2026-02-04").await;
    assert!(stage.dead().await.is_empty(), "the final report does not show that figure");
    stage.write("We reached {{outreach.newsletter-readers}} readers.").await;
    let found = stage.dead().await;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].first.words.as_str(), found[0].first.place.as_str()), (link, "newsletter readers"));
    assert!(stage.page().await.text.contains(link));
}

#[tokio::test]
async fn every_night_has_one_round_whoever_else_is_awake() {
    let stage = Stage::set().await;
    let test = &stage.test;
    test.app.clock.set(Some("2026-02-03T12:00:00Z".parse().unwrap()));
    nightly(&test.app).await.unwrap();
    nightly(&test.app).await.unwrap();
    assert_eq!(work_off(&test.app).await.unwrap(), 1, "the edition links nowhere, so nobody is asked");
    nightly(&test.app).await.unwrap();
    assert_eq!(work_off(&test.app).await.unwrap(), 0);
    test.app.clock.set(Some("2026-02-04T12:00:00Z".parse().unwrap()));
    nightly(&test.app).await.unwrap();
    assert_eq!(work_off(&test.app).await.unwrap(), 1);
}

#[tokio::test]
async fn a_demonstration_asks_nobody_and_says_so() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let seen = test.get(&amina, &here.desk("findings")).await.text;
    assert!(seen.contains("it asks nobody outside") && !seen.contains("Check the links now"), "{seen}");
    let answer = test.post(&amina, &here.desk("findings/links"), &[]).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("it asks nobody outside"));
    nightly(&test.app).await.unwrap();
    assert_eq!(work_off(&test.app).await.unwrap(), 0);
}

#[tokio::test]
async fn an_installation_asks_nobody_where_it_is_switched_off_or_cannot_be_called_back() {
    for (public, check, words) in
        [("", true, "names neither a public address"), ("https://programme.example", false, "is switched off")]
    {
        let configure = |it: &mut host::config::Config| {
            public.clone_into(&mut it.public_address);
            it.check_links = check;
        };
        let test = TestApp::start_with(assembly(), pages::routes(), AFTERWARDS, false, configure).await;
        let here = programme::sample::open(&test.app).await.unwrap();
        let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
        let seen = test.get(&amina, &here.desk("findings")).await.text;
        assert!(seen.contains(words), "{seen}");
        assert_eq!(test.post(&amina, &here.desk("findings/links"), &[]).await.status, 409);
        nightly(&test.app).await.unwrap();
        assert_eq!(work_off(&test.app).await.unwrap(), 0);
    }
}
