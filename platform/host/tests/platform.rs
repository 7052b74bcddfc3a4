//! What every room stands on, through its front door.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
};

use axum::{body::Body, extract::ConnectInfo, http::Request};
use host::{
    App, Assembly, Clock, Error, Gate, Page, Result, Role, Routes,
    config::{Config, Smtp},
    jobs::{self, Job, runner},
    post::{self, Draft, Purpose},
    sign_in,
    testing::TestApp,
};
use kernel::{Language, Say};
use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

const NOW: &str = "2025-10-13T02:00:00Z";

static DONE: AtomicUsize = AtomicUsize::new(0);

/// Counts how often it was done.
#[derive(Serialize, Deserialize)]
struct CountUp;

impl Job for CountUp {
    const NAME: &'static str = "test.count_up";

    async fn run(self, _: &App) -> Result<()> {
        DONE.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

/// Fails whenever it is tried.
#[derive(Serialize, Deserialize)]
struct Fail;

impl Job for Fail {
    const NAME: &'static str = "test.fail";

    async fn run(self, _: &App) -> Result<()> {
        Err(Error::fault("the printer is out of paper"))
    }
}

/// Stops in the middle of what it does.
#[derive(Serialize, Deserialize)]
struct Collapse;

impl Job for Collapse {
    const NAME: &'static str = "test.collapse";

    async fn run(self, _: &App) -> Result<()> {
        panic!("the ceiling came down")
    }
}

fn working() -> Assembly {
    Assembly {
        jobs: [runner::<CountUp>(), runner::<Fail>(), runner::<Collapse>()].into_iter().collect(),
        ..Assembly::default()
    }
}

db::row! {
    struct JobRow {
        attempts: i64,
        done: bool,
        last_error: Option<String>,
    }
}

async fn job_row(app: &App) -> JobRow {
    let mut conn = app.db.read().await.unwrap();
    conn.first(db::sql!("select attempts, done_at is not null as done, last_error from jobs"), ())
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test]
async fn work_that_a_dead_process_held_is_done_by_the_next() {
    let test = TestApp::start(working(), Routes::default(), NOW).await;
    let mut tx = test.app.db.write().await.unwrap();
    jobs::later(&test.app, &mut tx, &CountUp).await.unwrap();
    // As a process leaves it that took the work in hand and was killed.
    let long_ago = Clock::real() - jiff::SignedDuration::from_mins(1);
    tx.run(db::sql!("update jobs set held_until = $1, attempts = 1"), (&long_ago,)).await.unwrap();
    tx.commit().await.unwrap();

    test.work_off().await;
    test.work_off().await;

    assert_eq!(DONE.load(Ordering::SeqCst), 1);
    assert!(job_row(&test.app).await.done);
}

#[tokio::test]
async fn work_that_fails_waits_with_the_reason_and_is_tried_again() {
    let test = TestApp::start(working(), Routes::default(), NOW).await;
    let mut tx = test.app.db.write().await.unwrap();
    jobs::later(&test.app, &mut tx, &Fail).await.unwrap();
    tx.commit().await.unwrap();

    test.work_off().await;

    let row = job_row(&test.app).await;
    assert_eq!(
        (row.attempts, row.done, row.last_error.as_deref()),
        (1, false, Some("fault: the printer is out of paper"))
    );
}

#[tokio::test]
async fn work_that_panics_is_a_failure_like_others_and_the_worker_goes_on() {
    let test = TestApp::start(working(), Routes::default(), NOW).await;
    let mut tx = test.app.db.write().await.unwrap();
    jobs::later(&test.app, &mut tx, &Collapse).await.unwrap();
    tx.commit().await.unwrap();

    test.work_off().await;

    let row = job_row(&test.app).await;
    assert_eq!((row.attempts, row.done), (1, false));
    assert!(row.last_error.unwrap().contains("panicked"));
}

fn draft(purpose: Purpose) -> Draft {
    Draft {
        kind: "test.letter",
        purpose,
        to: "chidi@post.example".parse().unwrap(),
        name: "Chidi Okoro".to_owned(),
        language: Language::ENGLISH,
        subject: "Your place at the table".to_owned(),
        body: "Dear Chidi,\n\nwe look forward to seeing you.\n".to_owned(),
        calendar: Some("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned()),
        about: None,
        edition: None,
        send_after: None,
    }
}

async fn write(app: &App, purpose: Purpose) -> Option<kernel::Id<kernel::mark::Letter>> {
    let mut tx = app.db.write().await.unwrap();
    let id = post::write(app, &mut tx, draft(purpose)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A mail server that takes one letter and hands it back.
async fn sink() -> (SocketAddr, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let letter = tokio::spawn(async move {
        let (socket, _) = listener.accept().await.unwrap();
        let (read, mut write) = socket.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 sink\r\n").await.unwrap();
        let (mut letter, mut within) = (String::new(), false);
        while let Some(line) = lines.next_line().await.unwrap() {
            if within && line == "." {
                write.write_all(b"250 kept\r\n").await.unwrap();
                return letter;
            }
            if within {
                letter.push_str(&line);
                letter.push('\n');
            } else if line == "DATA" {
                within = true;
                write.write_all(b"354 go on\r\n").await.unwrap();
            } else {
                write.write_all(b"250 well\r\n").await.unwrap();
            }
        }
        letter
    });
    (address, letter)
}

#[tokio::test]
async fn a_letter_leaves_by_smtp_with_its_sender_its_answer_address_and_its_calendar() {
    let (address, letter) = sink().await;
    let smtp = Smtp {
        server: format!("smtp://{address}"),
        sender: "The programme <programme@host.example>".to_owned(),
        reply_to: Some("secretariat@host.example".to_owned()),
    };
    let test = TestApp::start(Assembly::default(), Routes::default(), NOW).await;
    let config = Config { smtp: Some(smtp), ..test.app.config.clone() };
    let app =
        App::new(test.app.db.clone(), Clock::default(), test.app.files.clone(), config, false, Assembly::default());
    let id = write(&app, Purpose::Decision).await.unwrap();

    post::send_waiting(&app).await.unwrap();

    let letter = letter.await.unwrap();
    for words in [
        "From: \"The programme\" <programme@host.example>",
        "Reply-To: secretariat@host.example",
        "Subject: Your place at the table",
        "text/calendar",
        "we look forward to seeing you",
    ] {
        assert!(letter.contains(words), "{words} is not in\n{letter}");
    }
    let kept = post::letter(&mut app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    assert!(kept.sent_at.is_some() && kept.attempts == 1);
}

#[tokio::test]
async fn a_demonstration_keeps_its_letters_whatever_is_configured() {
    let test = TestApp::start_as(Assembly::default(), Routes::default(), NOW, true).await;
    let smtp = Smtp { server: "smtp://127.0.0.1:9".to_owned(), sender: "x@host.example".to_owned(), reply_to: None };
    let config = Config { smtp: Some(smtp), ..test.app.config.clone() };
    let app =
        App::new(test.app.db.clone(), Clock::default(), test.app.files.clone(), config, true, Assembly::default());
    let id = write(&app, Purpose::Service).await.unwrap();

    post::send_waiting(&app).await.unwrap();

    let kept = post::letter(&mut app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    assert!(kept.sent_at.is_none() && kept.kept_at.is_some() && kept.attempts == 0);
}

#[tokio::test]
async fn one_who_wants_no_news_still_hears_what_was_decided() {
    let test = TestApp::start(Assembly::default(), Routes::default(), NOW).await;
    let mut tx = test.app.db.write().await.unwrap();
    post::opt_out(&mut tx, &"Chidi@post.example".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();

    assert!(write(&test.app, Purpose::News).await.is_none());
    assert!(write(&test.app, Purpose::Decision).await.is_some());
}

#[tokio::test]
async fn a_code_that_is_guessed_five_times_is_worth_nothing_any_more() {
    let test = TestApp::start(Assembly::default(), Routes::default(), NOW).await;
    let chidi = test.member("Chidi", None, None).await.account.unwrap();
    let now = Clock::real();
    let mut tx = test.app.db.write().await.unwrap();
    let secrets = sign_in::prepare(&mut tx, chidi, "/me", now, sign_in::LIFE).await.unwrap();
    for _ in 0..5 {
        let refused = sign_in::consume_code(&mut tx, chidi, "0", now).await.unwrap().unwrap_err();
        assert_eq!(refused, sign_in::SignInRefusal::WrongCode);
    }
    let refused = sign_in::consume_code(&mut tx, chidi, &secrets.code, now).await.unwrap().unwrap_err();
    assert_eq!(refused, sign_in::SignInRefusal::Expired);
    // The link of the same letter is not spoiled by a stranger's guesses.
    assert_eq!(sign_in::consume(&mut tx, &secrets.token, now).await.unwrap().account_id, chidi);
}

async fn hello() -> Page {
    Page::plain("Hello", ui::html! { h1 { "Hello" } })
}

async fn refuse() -> Result<Page> {
    #[derive(Debug, thiserror::Error)]
    #[error("too late")]
    struct TooLate;
    impl host::Refusal for TooLate {
        fn say(&self) -> Say {
            Say::new("sign-in-expired")
        }
        fn kind(&self) -> host::RefusalKind {
            host::RefusalKind::TooLate
        }
    }
    Err(TooLate.into())
}

async fn break_down() -> Result<Page> {
    Err(Error::fault("a secret of the machine"))
}

async fn asked(host::Sent(sent): host::Sent) -> Page {
    hello().await.status(if sent.value("word") == "soil" { 201 } else { 200 })
}

fn doors() -> Routes {
    Routes::default()
        .get(Gate::Anyone, "/open", hello)
        .get(Gate::Anyone, "/asked", asked)
        .get(Gate::SignedIn, "/mine", hello)
        .get(Gate::Only(&[Role::Auditor]), "/audit", hello)
        .get(Gate::Anyone, "/refused", refuse)
        .get(Gate::Anyone, "/broken", break_down)
        .post(Gate::AnyoneCounted, "/write", hello)
}

#[tokio::test]
async fn a_gate_hides_what_is_behind_it_and_shows_strangers_where_to_sign_in() {
    let test = TestApp::start(Assembly::default(), doors(), NOW).await;
    let (edu, audra) = (test.member("Edu", None, None).await, test.member("Audra", Some(Role::Auditor), None).await);
    let anybody = test.anybody();

    let sent_on = test.get(&anybody, "/mine?zone=Asia/Tokyo").await;
    assert_eq!((sent_on.status, sent_on.location.as_str()), (303, "/sign-in?next=/mine"));
    assert_eq!(test.get(&edu, "/mine").await.status, 200);
    assert_eq!(
        test.get(&edu, "/audit").await.text,
        test.get(&edu, "/nowhere").await.text.replace("/nowhere", "/audit")
    );
    assert_eq!(test.get(&audra, "/audit").await.status, 200);
}

#[tokio::test]
async fn a_refusal_is_a_page_with_its_sentence_and_a_fault_tells_nothing_but_its_number() {
    let test = TestApp::start(Assembly::default(), doors(), NOW).await;
    let refused = test.get(&test.anybody(), "/fr/refused").await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains("Demandez-en un nouveau"), "{}", refused.text);
    let broken = test.get(&test.anybody(), "/broken").await;
    assert_eq!(broken.status, 500);
    assert!(broken.text.contains("tell the secretariat this number") && !broken.text.contains("secret of the machine"));
}

#[tokio::test]
async fn an_address_with_two_strokes_at_its_front_is_a_page_that_is_not_there() {
    let test = TestApp::start(Assembly::default(), doors(), NOW).await;
    for path in ["//fr/open", "//fr", "//open", "//fr//open"] {
        let answer = test.get(&test.anybody(), path).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_head_reads_the_question_in_the_address_as_a_get_does() {
    let test = TestApp::start(Assembly::default(), doors(), NOW).await;
    for method in [Request::get("/asked?word=soil"), Request::head("/asked?word=soil")] {
        assert_eq!(test.send(&test.anybody(), method, Body::empty()).await.status, 201);
    }
}

#[tokio::test]
async fn a_flood_from_one_address_is_stopped_with_a_sentence() {
    let test = TestApp::start(Assembly::default(), doors(), NOW).await;
    let mut stopped = None;
    for _ in 0..30 {
        let from = ConnectInfo(SocketAddr::from(([192, 0, 2, 7], 9)));
        let request = Request::post("/write").header("sec-fetch-site", "same-origin").extension(from);
        let answer = test.send(&test.anybody(), request, Body::empty()).await;
        if answer.status == 429 {
            stopped = Some(answer.text);
        }
    }
    assert!(stopped.expect("an end to it").contains("Wait a minute"));
}
