//! Ways through several rooms.

use super::{AFTERWARDS, BEFORE_THE_TRAINING, furnished};

const HOME: &str = "/science-diplomacy/2025/";

#[tokio::test]
async fn anybody_reads_the_site_in_both_languages_without_a_cookie() {
    let (test, _) = furnished(AFTERWARDS).await;
    for (path, words) in
        [("/", "Malaysia"), ("/fr/", "Malaisie"), (HOME, "2,200+"), ("/fr/science-diplomacy/2025/", "2\u{202f}200+")]
    {
        let answer = test.get(&test.anybody(), path).await;
        assert_eq!((answer.status, answer.cookie), (200, None), "{path}");
        assert!(answer.text.contains(words), "{path} does not say {words}");
        assert!(answer.text.contains("ASEF"), "{path} does not say whose it is not");
    }
}

#[tokio::test]
async fn what_is_not_yet_so_is_not_shown() {
    let (test, _) = furnished(BEFORE_THE_TRAINING).await;
    let home = test.get(&test.anybody(), HOME).await.text;
    assert!(home.contains("2,200+"), "the call has closed");
    assert!(!home.contains("96%"), "the survey has not been opened");
    let communique = test.get(&test.anybody(), "/science-diplomacy/2025/communique").await;
    assert!(!communique.text.contains("Recommendation"), "nothing has been agreed");
}

#[tokio::test]
async fn a_page_says_everything_a_browser_needs_for_its_safety() {
    let (test, _) = furnished(AFTERWARDS).await;
    let request = axum::http::Request::get(HOME);
    let answer = test.send(&test.anybody(), request, axum::body::Body::empty()).await;
    assert!(!answer.text.contains("style=\""), "inline styles are forbidden by the policy");
    assert!(answer.text.contains("noindex"), "a demonstration is not listed");
}
