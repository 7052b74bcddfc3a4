//! What everybody sees.

use super::setting::open;

#[tokio::test]
async fn sessions_are_listed_with_what_is_to_come_first() {
    let (test, _) = open("2025-10-13T02:00:00Z").await;
    let anybody = test.anybody();
    let page = test.get(&anybody, "/example/2025/sessions").await;
    assert_eq!(page.status, 200);
    let at = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("{words} is not there"));
    assert!(at("sessions/before-the-change\"") < at("sessions/science\""));
    assert!(at("sessions/science\"") < at("sessions/north-government\""));
    let north = test.get(&anybody, "/fr/example/2025/sessions?activity=north").await;
    assert!(north.text.contains("Le rôle des pouvoirs publics") && !north.text.contains("sessions/science"));
}

#[tokio::test]
async fn a_session_says_when_it_is_on_both_sides_of_the_clock_change() {
    let (test, _) = open("2025-10-13T02:00:00Z").await;
    let anybody = test.anybody();
    for (key, utc, osaka) in
        [("before-the-change", "07:00–08:30", "16:00–17:30"), ("after-the-change", "08:00–09:30", "17:00–18:30")]
    {
        let page = test.get(&anybody, &format!("/example/2025/sessions/{key}?zone=Asia/Tokyo")).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains(&format!("{utc} UTC")), "{key} in UTC");
        assert!(page.text.contains(osaka), "{key} in Tokyo");
        assert!(page.text.contains("09:00 in Copenhagen"), "{key} for the host");
        assert!(page.text.contains("<option value=\"Asia/Tokyo\" selected>"));
    }
}

#[tokio::test]
async fn a_session_can_be_read_by_programs() {
    let (test, _) = open("2025-10-13T02:00:00Z").await;
    let page = test.get(&test.anybody(), "/example/2025/sessions/science").await;
    let json = page.text.split("application/ld+json\">").nth(1).and_then(|it| it.split("</script>").next()).unwrap();
    assert!(!json.contains('<'));
    let event: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(event["startDate"], "2025-10-28T09:00:00+08:00");
    assert_eq!(event["endDate"], "2025-10-28T10:30:00+08:00");
    assert_eq!(event["performer"][0]["name"], "Sok Dara");
    assert_eq!(event["location"]["@type"], "VirtualLocation");
    assert_eq!(event["inLanguage"], "en");
    assert!(page.text.contains("property=\"og:title\""));
}

#[tokio::test]
async fn a_recording_is_shown_from_its_day_on() {
    let (test, _) = open("2025-10-30T02:00:00Z").await;
    let anybody = test.anybody();
    let recordings = |text: &str| text.matches("#recording").count();
    assert_eq!(recordings(&test.get(&anybody, "/example/2025/recordings").await.text), 1);
    test.app.clock.set(Some("2025-11-05T02:00:00Z".parse().unwrap()));
    assert_eq!(recordings(&test.get(&anybody, "/example/2025/recordings").await.text), 2);
}
