//! The site through its front door: the sample edition on different days, in both languages.

use host::{
    Assembly,
    folder::{Findings, Folder},
    testing::TestApp,
};
use programme::{Here, sample};

const SESSIONS: &str = r#"[[session]]
key = "north-government"
activity = "north"
kind = "webinar"
title = { en = "Government in the North", fr = "Les pouvoirs publics du Nord" }
topic = { en = "Government", fr = "Pouvoirs publics" }
on = "2025-04-15"
starts = "15:00"
ends = "16:30"
public = true
date_source = "report"
time_source = "demonstration"
recording = "2025-04-22"
capacity = 100

[[session]]
key = "training-opening"
activity = "training"
kind = "webinar"
title = { en = "Opening of the résumé", fr = "Ouverture du résumé" }
on = "2025-10-28"
starts = "15:00"
ends = "16:30"
public = true
week = 2
date_source = "report"
time_source = "demonstration"
recording = "2025-11-04"
capacity = 100
"#;

const BEFORE: &str = "2025-10-13T02:00:00Z";
const AFTERWARDS: &str = "2026-02-02T02:00:00Z";

/// An installation without an edition.
async fn empty(now: &str) -> TestApp {
    let routes = agenda::pages::routes().and(crate::pages::routes());
    TestApp::start(Assembly { frame: crate::frame, ..Assembly::default() }, routes, now).await
}

/// The sample edition with two sessions, on a day.
async fn installation(now: &str) -> (TestApp, Here) {
    let test = empty(now).await;
    let here = sample::open(&test.app).await.unwrap();
    let (names, mut known, mut findings) = (sample::names(), sample::known(), Findings::default());
    let mut folder = Folder::default();
    folder.put("sessions.toml", SESSIONS);
    folder.put("speakers.csv", "session,activity,person,role,position,source\n");
    folder.put("speakers-invented.csv", "session,activity,person,role,position,source\n");
    let draft = agenda::edition::read(&folder, &names, &mut known, &mut findings);
    let mut tx = test.app.db.write().await.unwrap();
    agenda::edition::write(&mut tx, &names, &draft).await.unwrap();
    tx.commit().await.unwrap();
    (test, here)
}

async fn page(test: &TestApp, path: &str) -> String {
    let answer = test.get(&test.anybody(), path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.text
}

#[tokio::test]
async fn what_is_not_yet_so_is_not_shown() {
    let (test, _) = installation(BEFORE).await;
    let home = page(&test, "/").await;
    assert!(home.contains("An edition to learn from") && home.contains(">Register<"));
    assert!(!home.contains("/example/2025/communique") && !home.contains("/example/2025/report"));
    assert_eq!(test.get(&test.anybody(), "/example/2025/communique").await.status, 404);
    assert!(!page(&test, "/example/2025/search?q=agreed").await.contains("<mark>"));
    let summit = page(&test, "/example/2025/activities/summit").await;
    assert!(!summit.contains("class=\"prose block\""));

    test.app.clock.set(Some(AFTERWARDS.parse().unwrap()));
    let home = page(&test, "/").await;
    assert!(!home.contains("/example/2025/report"), "the day on which it is expected publishes nothing");
    programme::sample::reported(&test.app).await.unwrap();
    let home = page(&test, "/").await;
    assert!(
        home.contains("/example/2025/communique")
            && home.contains("/example/2025/report")
            && !home.contains(">Register<")
    );
    assert!(page(&test, "/example/2025/communique").await.contains("id=\"recommendation-2\""));
    assert!(page(&test, "/example/2025/activities/summit").await.contains("class=\"prose block\""));
    assert!(page(&test, "/example/2025/search?q=agreed").await.contains("<mark>agreed</mark>"));
}

#[tokio::test]
async fn every_page_of_a_demonstration_says_so_and_shows_its_clock() {
    let (test, _) = installation(BEFORE).await;
    for path in
        ["/", "/example/2025", "/example/2025/about", "/example/2025/people", "/example/2025/partners", "/privacy"]
    {
        let text = page(&test, path).await;
        assert!(text.contains("Demonstration, not published by"), "{path}");
        assert!(text.contains("The clock stands at: Ten days before the training, 13 October 2025"), "{path}");
        assert!(
            text.contains("rel=\"canonical\"") && text.contains("hreflang=\"fr\"") && text.contains("og:title"),
            "{path}"
        );
        assert!(!text.contains('⟦'), "{path} lacks a message");
    }
    for path in ["/robots.txt", "/sitemap.xml", "/example/2025/feed.xml"] {
        assert!(page(&test, path).await.contains("Demonstration, not published by"), "{path}");
    }
}

#[tokio::test]
async fn the_pages_speak_french() {
    let (test, _) = installation(AFTERWARDS).await;
    let home = page(&test, "/fr/").await;
    assert!(home.contains("lang=\"fr\"") && home.contains("Une édition pour apprendre") && home.contains("Jusqu’ici"));
    assert!(home.contains("href=\"/fr/example/2025/about\""));
    let communique = page(&test, "/fr/example/2025/communique").await;
    assert!(communique.contains("Se rencontrer chaque année.") && communique.contains("inventé"));
    assert!(page(&test, "/fr/example/2025/feed.xml").await.contains("Enregistrement en ligne"));
}

#[tokio::test]
async fn links_keep_the_zone_that_was_asked_for() {
    let (test, _) = installation(BEFORE).await;
    let home = page(&test, "/example/2025?zone=Europe/Copenhagen").await;
    assert!(home.contains("/example/2025/about?zone=Europe/Copenhagen"));
    assert!(home.contains("08:00–09:30"), "15:00 in Singapore is 08:00 in Copenhagen after its clocks went back");
}

#[tokio::test]
async fn an_address_that_was_given_up_leads_on_for_ever() {
    let (test, _) = installation(AFTERWARDS).await;
    let mut tx = test.app.db.write().await.unwrap();
    let (old, new) = ("/example/2025/activities/southern", "/example/2025/activities/north");
    programme::add_redirect(&mut tx, old, new, test.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();

    let answer = test.get(&test.anybody(), &format!("/fr{old}")).await;
    assert_eq!((answer.status, answer.location.as_str()), (308, "/fr/example/2025/activities/north"));
    let below = test.get(&test.anybody(), &format!("{old}/more?x=1")).await;
    assert_eq!((below.status, below.location.as_str()), (308, "/example/2025/activities/north/more?x=1"));
    let slash = test.get(&test.anybody(), "/example/2025/about/").await;
    assert_eq!((slash.status, slash.location.as_str()), (308, "/example/2025/about"));
    assert_eq!(test.get(&test.anybody(), "/example/2025/nowhere").await.status, 404);
    assert_eq!(test.get(&test.anybody(), "//evil.example/2025/x/").await.location, "/evil.example/2025/x");
}

#[tokio::test]
async fn a_search_finds_words_with_and_without_their_accents() {
    let (test, _) = installation(BEFORE).await;
    let found = page(&test, "/example/2025/search?q=RESUME").await;
    assert!(found.contains("/example/2025/sessions/training-opening"));
    let found = page(&test, "/fr/example/2025/search?q=fran%C3%A7ais").await;
    assert!(found.contains("Aucun résultat"));
    let nothing = page(&test, "/example/2025/search?q=%3Cscript%3E").await;
    assert!(!nothing.contains("<script>"));
}

#[tokio::test]
async fn maps_and_feeds_are_whole_xml() {
    let (test, _) = installation(AFTERWARDS).await;
    let map = page(&test, "/sitemap.xml").await;
    assert!(map.contains("<loc>http://127.0.0.1:8080/fr/example/2025/activities/north</loc>"));
    assert!(map.contains("hreflang=\"en\" href=\"http://127.0.0.1:8080/example/2025/communique\""));
    for path in ["/sitemap.xml", "/example/2025/feed.xml"] {
        assert!(is_balanced(&page(&test, path).await), "{path}");
    }
    let feed = page(&test, "/example/2025/feed.xml").await;
    assert!(feed.contains("<title>Recording online: Government in the North</title>") && feed.contains("urn:uuid:"));
}

/// Whether every element that is opened is closed in its place.
fn is_balanced(xml: &str) -> bool {
    let mut open = Vec::new();
    for tag in xml.split('<').skip(1).filter(|it| !it.starts_with(['?', '!'])) {
        let name = tag.trim_start_matches('/').split(['>', ' ']).next().unwrap_or_default();
        if !tag.starts_with('/') {
            open.push(name);
        } else if open.pop() != Some(name) {
            return false;
        }
    }
    open.is_empty()
}

#[tokio::test]
async fn an_empty_installation_says_what_to_do_next() {
    let test = empty(BEFORE).await;
    for path in ["/", "/privacy", "/fr/"] {
        let text = page(&test, path).await;
        assert!(text.contains("convoke edition import DIR") && text.contains("Convoke</title>"), "{path}");
    }
    assert!(page(&test, "/robots.txt").await.contains("Disallow: /desk/"));
    assert_eq!(test.get(&test.anybody(), "/example/2025").await.status, 404);
}

#[tokio::test]
async fn only_who_may_set_the_clock_is_led_to_it() {
    let (test, here) = installation(BEFORE).await;
    let amina = test.member("Amina", Some(host::Role::Secretariat), Some(here.edition.id)).await;
    let edu = test.member("Edu", None, None).await;
    assert!(test.get(&amina, "/").await.text.contains("Set the clock"));
    let theirs = test.get(&edu, "/").await.text;
    assert!(!theirs.contains("Set the clock") && !theirs.contains("/desk/"));
}
