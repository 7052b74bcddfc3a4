//! What is asked, and what is made of what is answered.

use std::{fmt::Write as _, net::SocketAddr, time::Duration};

use expect_test::expect;

use super::server::Server;
use crate::outside::{Answer, Outcome, Why, asking::Asking, questions::ask_all};

/// Asks as the installation would, and finds the server under some names.
fn asking(server: &Server) -> Asking {
    let private: SocketAddr = "10.0.0.1:80".parse().unwrap();
    let named = Asking::on_behalf_of("https://programme.example; office@programme.example").unwrap();
    ["partner.example", "other.example", "one.example", "two.example", "three.example", "four.example", "five.example"]
        .iter()
        .fold(named, |it, name| it.permitting(name, server.address, true))
        .permitting("inside.example", private, false)
}

fn told(it: &Answer) -> String {
    let mut words = it.outcome.to_string();
    let _ = it.status.map(|it| write!(words, " {it}"));
    let _ = it.why.map(|it| write!(words, " ({it})"));
    let _ = it.moved_to.as_ref().map(|it| write!(words, " -> {it}"));
    words
}

#[tokio::test]
async fn servers_answer_in_many_ways_and_only_some_say_that_a_page_is_not_there() {
    let server = Server::start().await;
    let asking = asking(&server);
    let mut lines = String::new();
    for path in [
        "here",
        "moved",
        "moved-far",
        "for-now",
        "moved-then-for-now",
        "moved-and-lost",
        "lost",
        "gone",
        "no-head",
        "lies-to-head",
        "closed",
        "who-are-you",
        "too-many",
        "broken",
        "slow",
        "endless",
        "endless-head",
        "no-web",
        "round-and-round",
        "to-a-private-network",
        "to-the-cloud",
        "to-this-machine",
        "to-a-private-name",
        "to-another-port",
        "to-a-file",
    ] {
        let answer = asking.ask(&format!("http://partner.example/{path}")).await;
        let _ = writeln!(lines, "{path}: {}", told(&answer));
    }
    expect![[r"
        here: answers 200
        moved: moved 200 -> http://partner.example/here
        moved-far: moved 200 -> http://other.example/here
        for-now: answers 200
        moved-then-for-now: moved 200 -> http://partner.example/for-now
        moved-and-lost: gone 404
        lost: gone 404
        gone: gone 410
        no-head: answers 200
        lies-to-head: answers 200
        closed: unknown 403 (refuses)
        who-are-you: unknown 401 (refuses)
        too-many: unknown 429 (refuses)
        broken: unknown 503 (refuses)
        slow: unknown (slow)
        endless: answers 200
        endless-head: unknown (not-http)
        no-web: unknown (not-http)
        round-and-round: unknown (sent-on)
        to-a-private-network: unknown (not-public)
        to-the-cloud: unknown (not-public)
        to-this-machine: unknown (not-public)
        to-a-private-name: unknown (not-public)
        to-another-port: unknown (not-ordinary)
        to-a-file: unknown (not-ordinary)
    "]]
    .assert_eq(&lines);
    assert_eq!(server.methods("/here")[0], "HEAD");
    assert_eq!(server.methods("/no-head"), ["HEAD", "GET"]);
    assert_eq!(server.methods("/lies-to-head"), ["HEAD", "GET"], "a page is not called lost on the word of HEAD");
    assert_eq!(server.methods("/broken"), ["HEAD"]);
    assert_eq!(server.methods("/round-and-round").len(), 6, "five times sent on");
}

#[tokio::test]
async fn nothing_but_public_machines_and_ordinary_addresses_is_asked_for() {
    let server = Server::start().await;
    let asking = asking(&server);
    let here = format!("http://{}/", server.address);
    for (address, why) in [
        ("http://127.0.0.1/", Why::NotPublic),
        ("http://localhost/", Why::NotPublic),
        ("http://0x7f.1/", Why::NotPublic),
        ("http://2130706433/", Why::NotPublic),
        ("http://[::1]/", Why::NotPublic),
        ("http://[::ffff:127.0.0.1]/", Why::NotPublic),
        ("http://169.254.169.254/", Why::NotPublic),
        ("https://192.168.1.1/", Why::NotPublic),
        ("http://inside.example/", Why::NotPublic),
        ("http://partner.example:8080/", Why::NotOrdinary),
        ("https://partner.example:80/", Why::NotOrdinary),
        ("ftp://partner.example/", Why::NotOrdinary),
        ("file:///etc/passwd", Why::NotOrdinary),
        ("no address", Why::NotOrdinary),
        (here.as_str(), Why::NotOrdinary),
    ] {
        assert_eq!(asking.ask(address).await, Answer::unknown(why), "{address}");
    }
    assert!(server.seen.lock().unwrap().requests.is_empty(), "nothing of it reached a server");
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_is_not_blamed_for_the_page() {
    let server = Server::start().await;
    let answer = asking(&server).ask("https://partner.example/here").await;
    assert_eq!(answer.outcome, Outcome::Unknown);
}

#[tokio::test]
async fn the_one_who_asks_says_who_they_are_and_gives_no_password_away() {
    let server = Server::start().await;
    asking(&server).ask("http://user:secret@partner.example/here?a=b#part").await;
    let seen = server.seen.lock().unwrap();
    let (_, path, head) = &seen.requests[0];
    let head = head.to_lowercase();
    assert_eq!(path, "/here?a=b");
    assert!(head.contains("user-agent: convoke/"), "{head}");
    assert!(head.contains("https://programme.example; office@programme.example"), "{head}");
    assert!(!head.contains("authorization") && !head.contains("secret") && !head.contains("cookie"), "{head}");
}

#[tokio::test]
async fn four_are_asked_at_once_and_one_at_a_time_of_each_host() {
    let server = Server::start().await;
    let hosts = ["one", "two", "three", "four", "five"];
    let addresses: Vec<String> =
        (0..15).map(|it| format!("http://{}.example/busy?{it}", hosts[it % hosts.len()])).collect();
    let answers = ask_all(&asking(&server), &addresses, Duration::from_mins(1)).await;
    assert_eq!(answers.iter().filter(|(_, it)| it.outcome == Outcome::Answers).count(), 15);
    let seen = server.seen.lock().unwrap();
    assert!((2..=4).contains(&seen.most), "{}", seen.most);
    assert_eq!(seen.most_of_one, 1);
}

#[tokio::test]
async fn what_there_is_no_time_for_is_left_for_later() {
    let server = Server::start().await;
    let addresses = ["http://one.example/here".to_owned(), "http://one.example/moved".to_owned()];
    let answers = ask_all(&asking(&server), &addresses, Duration::ZERO).await;
    assert_eq!(answers, []);
}
