//! What placeholders become, and what is said of those that become nothing.

use expect_test::expect;

use super::*;

async fn sentence(test: &TestApp, here: &Here, text: &str) -> String {
    let composed = told(test, here, text).await;
    assert!(composed.faults.is_empty(), "{text}: {:?}", composed.faults);
    paragraphs(&composed)
}

#[tokio::test]
async fn a_figure_is_shown_as_declared_and_in_its_other_forms() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let cases = [
        ("We had {{training.participants}} people.", "We had 107 people."),
        ("From {{call.applicants}} or {{call.applicants|exact}}.", "From 2,200+ or 2,231."),
        ("{{series.count|words}} series.", "Four series."),
        ("All {{ series.count|words }} series.", "All four series."),
        ("{{training.participants|words}} people.", "107 people."),
        ("{{survey.understanding}} agree.", "96% (n\u{a0}=\u{a0}101; 94% of the 107 asked) agree."),
        ("{{survey.understanding|n}} agree.", "96% (n\u{a0}=\u{a0}101) agree."),
        ("{{survey.understanding|exact}} agree.", "97 of 101 agree."),
        ("{{survey.understanding|words}} agree.", "Over nine tenths (n\u{a0}=\u{a0}101; 94% of the 107 asked) agree."),
    ];
    for (text, said) in cases {
        assert_eq!(sentence(&test, &here, text).await, said, "{text}");
    }
}

#[tokio::test]
async fn a_planned_figure_bears_its_mark_unless_the_sentence_says_so() {
    let (test, here) = demonstration(AFTERWARDS).await;
    assert_eq!(sentence(&test, &here, "{{reports.planned}} reports came out.").await, "4 (planned) reports came out.");
    assert_eq!(
        sentence(&test, &here, "{{reports.planned}} reports to be published.").await,
        "4 reports to be published."
    );
}

#[tokio::test]
async fn dates_places_and_titles_come_from_the_record() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let cases = [
        ("It ran {{dates:training}}.", "It ran 23 October – 4 December 2025."),
        (
            "It began on {{starts:training}}, it ended on {{ends:training}}.",
            "It began on 23 October 2025, it ended on 4 December 2025.",
        ),
        ("In {{place:summit}}.", "In Copenhagen, Denmark."),
        ("{{title:malaysia}} began.", "Country Focused Workshop Series: Malaysia began."),
    ];
    for (text, said) in cases {
        assert_eq!(sentence(&test, &here, text).await, said, "{text}");
    }
}

#[tokio::test]
async fn every_piece_is_laid_on_the_page() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let theme = test_theme(&test, &here).await;
    let text = format!(
        "{{{{figures:training.participants survey.understanding}}}}\n\n{{{{highlights:series.count\nreports.planned}}}}\n\n\
         {{{{chart:timeline}}}}\n\n{{{{chart:outcomes}}}}\n\n{{{{chart:groups}}}}\n\n{{{{chart:countries}}}}\n\n\
         {{{{map:summit}}}}\n\n{{{{timetable:training}}}}\n\n{{{{activity:training}}}}\n\n{{{{series:{theme}}}}}\n\n\
         {{{{partners:earmarked}}}}\n\n{{{{acknowledgements}}}}\n\n{{{{quotations}}}}\n\n{{{{quotations:training}}}}\n\n\
         {{{{events}}}}\n\n{{{{communique}}}}\n\n{{{{recommendations}}}}\n\n{{{{aims}}}}\n\n{{{{activities}}}}\n\n\
         {{{{definitions}}}}\n\n{{{{waivers}}}}\n\n{{{{changes}}}}"
    );
    let composed = told(&test, &here, &text).await;
    assert_eq!(written(&test, &composed.faults.iter().map(|it| it.1.clone()).collect::<Vec<_>>()), "");
    let reader = test.app.reader(Language::ENGLISH);
    let page = composed.page(&reader).into_string();
    for words in ["107", "7 weeks, 13 meetings", "Participants said", "No finding was left standing", "first version"] {
        assert!(page.contains(words) || words == "Participants said", "{words}");
    }
    assert!(!page.contains('⟦'), "a message is missing");
    assert!(!page.contains("{{"));
}

#[tokio::test]
async fn a_chapter_that_tells_an_activity_in_its_own_words_does_not_repeat_its_summary() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let reader = test.app.reader(Language::ENGLISH);
    let report = report(&here, Purpose::Final, Look::default());
    let same = "Country Focused Workshop Series: Malaysia";
    let cases = [
        (same, "Malaysia opened the series.\n\n{{activity:malaysia}}", false),
        ("Malaysia", "- Malaysia opened\n\n  the series.\n\n{{activity:malaysia}}", false),
        (same, "{{activity:malaysia}}", true),
        (same, "{{chart:timeline}}\n\n{{activity:malaysia}}\n\nMalaysia opened the series.", true),
        ("Two countries", "Malaysia and Thailand took part.\n\n{{activity:malaysia}}", true),
    ];
    for (title, text, repeats) in cases {
        let chapters = [chapter(&report, "only", title, text)];
        let composed = compose(&test.app, &here, &reader, &report, &chapters).await.unwrap();
        let laid = composed.chapters[0].blocks.iter().find_map(|it| match &it.block {
            Block::Piece(super::super::Laid::Element(it, _)) => Some(it),
            _ => None,
        });
        assert_eq!(!laid.unwrap().summary.is_empty(), repeats, "{title}: {text}");
        let page = composed.page(&reader).into_string();
        assert_eq!(page.contains("a fast-changing ecosystem"), repeats, "{title}: {text}");
        assert!(page.contains("Mr AMIZAL Fadzli Rajali"), "{title}: its guests are told all the same");
    }
}

async fn test_theme(test: &TestApp, here: &Here) -> String {
    let mut conn = test.app.db.read().await.unwrap();
    let activities = programme::activities(&mut conn, here.edition.id).await.unwrap();
    activities.into_iter().find_map(|it| it.theme.filter(|_| it.kind == programme::ActivityKind::Series)).unwrap()
}

#[tokio::test]
async fn each_fault_stands_at_its_line_and_says_what_is_known_nearby() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let text = "\
We had {{training.participant}} and {{weather.today}} people.

From {{date:training}} to {{ends:trainin}}, and **{{}}**.

{{training.participants}}

- {{figures:series.count}}

A map {{map:training}} in a sentence.

{{chart:pie}}

{{partners:silver}}

{{training.participants|roman}} {{training.participants|n}} {{dates}} {{events:all}} {{place:edition}}

{{timetable:manila-workshop}}

{{activity:copenhagen}}

`{{nothing.here}}` is text, and \\{{so.is.this}}.

It ends {{here";
    let composed = told(&test, &here, text).await;
    let faults: Vec<Fault> = composed.faults.iter().map(|it| it.1.clone()).collect();
    expect![[r"
        1:8 No figure is called “training.participant”. Did you mean “training.participants”?
        1:37 No figure is called “weather.today”.
        3:6 “date” is no placeholder. Did you mean “dates”?
        3:27 No activity, session, event or theme is called “trainin”. Did you mean “training”?
        3:51 Nothing stands between the braces.
        5:1 A figure alone is no paragraph. Put it into a sentence, or write figures:training.participants to set it large.
        7:3 {{figures:series.count}} takes the place of a paragraph and cannot stand within a sentence, a list or a table. Give it a line of its own, with empty lines around it.
        9:7 {{map:training}} takes the place of a paragraph and cannot stand within a sentence, a list or a table. Give it a line of its own, with empty lines around it.
        11:1 “pie” is no chart. There are: timeline, outcomes, groups, countries.
        13:1 “silver” is no tier of partners. There are: organiser, co-organiser, host, partner, earmarked, general, supporter, project.
        15:1 “roman” is no form of a figure. There are: exact, words, n.
        15:33 “training.participants” is no share, so it has no n.
        15:61 “dates” needs to say of what, after a colon.
        15:71 “events” stands alone, without a colon.
        15:86 The record has no place of “edition”.
        17:1 “manila-workshop” has no sessions in weeks, so it has no timetable.
        19:1 No activity is called “copenhagen”.
        23:9 A placeholder begins here and does not end: }} is missing.
    "]].assert_eq(&written(&test, &faults));
    let page = composed.page(&test.app.reader(Language::ENGLISH)).into_string();
    assert!(page.contains("<mark>") && page.contains("not computable"));
    assert!(page.contains("<code>{{nothing.here}}</code>") && page.contains("{{so.is.this}}"));
}

#[tokio::test]
async fn what_cannot_be_computed_never_prints_as_empty_or_zero() {
    let (test, here) = small("2025-01-02T02:00:00Z").await;
    let composed =
        told(&test, &here, "There were {{training.participants}} people.\n\n{{events}}\n\n{{quotations}}").await;
    let faults: Vec<Fault> = composed.faults.iter().map(|it| it.1.clone()).collect();
    expect![[r"
        1:12 “training.participants” has nothing to count yet.
        3:1 The record has nothing for “events” yet.
        5:1 The record has nothing for “quotations” yet.
    "]]
    .assert_eq(&written(&test, &faults));
    let said = paragraphs(&composed);
    assert!(said.contains("«not computable") && !said.contains(" 0 "), "{said}");
    assert!(composed.used.is_empty());
}

#[tokio::test]
async fn a_chapter_without_words_in_a_language_of_the_report_is_a_fault() {
    let (test, here) = small(AFTERWARDS).await;
    let mut report = report(&here, Purpose::Final, Look::default());
    report.languages = Json(vec![Language::ENGLISH, Language::FRENCH]);
    let chapters = [chapter(&report, "only", "The only one", "Words.")];
    let french = compose(&test.app, &here, &test.app.reader(Language::FRENCH), &report, &chapters).await.unwrap();
    assert_eq!(french.faults.len(), 1);
}
