//! What each rule says, and what it leaves alone.

mod edition;

use consistency::{
    Figure, Language, Link, LinkState, Name, Observed, Passage, Person, Proposal, Quotation, Record, find,
};

fn told_in(record: &Record, language: Language, heading: &str, text: &str) -> Vec<String> {
    let passage =
        Passage { place: "t".into(), language, heading: heading.into(), text: text.into(), ..Passage::default() };
    find(record, &[passage]).iter().map(|it| format!("{} {}", it.kind.word(), it.first)).collect()
}

fn english(heading: &str, text: &str) -> Vec<String> {
    told_in(&edition::record(), Language::English, heading, text)
}

fn french(heading: &str, text: &str) -> Vec<String> {
    told_in(&edition::record(), Language::French, heading, text)
}

#[test]
fn a_weekday_must_be_the_one_of_its_date() {
    assert_eq!(english("", "We met on Tues, 28 Oct and Thursday, 30 October."), Vec::<String>::new());
    assert_eq!(english("", "We met on Wed, 28 Oct."), ["weekday t:1 “Wed, 28 Oct”"]);
    assert_eq!(french("", "Rendez-vous le lundi 28 octobre."), ["weekday t:1 “lundi 28 octobre”"]);
    assert_eq!(french("", "Rendez-vous le mardi 28 octobre 2025."), Vec::<String>::new());
}

#[test]
fn a_count_is_held_against_the_figure_of_its_noun_and_scope() {
    assert_eq!(english("The training", "In total, 109 participants took part."), ["count t:1 “109 participants”"]);
    assert_eq!(english("The training", "It welcomed 2,500+ applicants."), ["count t:1 “2,500+ applicants”"]);
    assert_eq!(french("La formation", "Elle a réuni cent neuf participants."), ["count t:1 “cent neuf participants”"]);
    assert_eq!(
        french("Youth Summit", "Quarante et un participants étaient là."),
        ["count t:1 “Quarante et un participants”"]
    );
    assert_eq!(english("", "Twelve webinars make up the four series."), Vec::<String>::new());
}

#[test]
fn the_whole_may_be_counted_beside_each_of_its_parts() {
    let all = "All 12 webinars were recorded; a summary report on each series is to follow.";
    assert_eq!(english("Country Focused Workshop Series", all), Vec::<String>::new());
    let wrong = "All 13 webinars were recorded; a summary report on each series is to follow.";
    assert_eq!(english("Country Focused Workshop Series", wrong), ["count t:1 “13 webinars”"]);
}

#[test]
fn what_only_looks_like_a_count_is_left_alone() {
    for text in [
        "They were below 35 years old, from two regions.",
        "It stood beside the 2nd European Science Diplomacy Conference and the 21st ASEAN Meeting.",
        "Trends across Asia and Europe, including nine ASEAN members and its three core dimensions.",
        "Three participants spoke; both knew one of the 195 countries of the world.",
        "The first three webinars came before the other two countries.",
        "1. The first point\n2. The second point, see page 41",
        "The Asia-Europe Science and Technology Diplomacy Report looked at 41 countries.",
        "Between 30 and 40 participants came each morning.",
        "In 2025 participants met often.",
    ] {
        assert_eq!(english("The training", text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_sum_must_be_what_its_parts_make() {
    assert_eq!(english("", "- 119 participants: 107 in the training and 13 in Manila"), ["sum t:1 “119”"]);
    assert_eq!(english("", "- 119 participants (107 in the training, 12 in Manila)"), Vec::<String>::new());
    assert_eq!(english("", "That is 120 = 107 + 12."), ["sum t:1 “120”"]);
}

#[test]
fn a_percentage_says_of_how_many_and_is_the_right_one() {
    let bare = english("", "99% of participants say that their knowledge grew.");
    assert_eq!(bare, ["percentage-without-base t:1 “99%”"]);
    assert_eq!(english("", "99% (100 of 101) say that their knowledge grew."), Vec::<String>::new());
    assert_eq!(english("", "93% (100 of 101) say so.").len(), 1);
    assert_eq!(english("", "A discount of 50% on printing."), Vec::<String>::new());
}

#[test]
fn plans_and_deeds_are_not_confused() {
    assert_eq!(
        english("", "The Summary Reports were published in May."),
        ["planned-as-delivered t:1 “were published”"]
    );
    assert_eq!(english("", "The Summary Reports will be published in May."), Vec::<String>::new());
    assert_eq!(
        english("", "The Youth Summit will be held in Copenhagen."),
        ["delivered-as-planned t:1 “will be held”"]
    );
    assert_eq!(french("", "Le sommet aura lieu à Copenhague."), ["delivered-as-planned t:1 “aura lieu”"]);
    assert_eq!(french("", "Les rapports de synthèse ont été publiés."), ["planned-as-delivered t:1 “ont été publiés”"]);
    assert_eq!(english("", "Participants of the Youth Summit will meet again."), Vec::<String>::new());
    let results = english("", "# Results\n\n- 4 Ecosystem Reports to be published");
    assert_eq!(results, ["planned-among-results t:3 “4 Ecosystem Reports to be published”"]);
}

#[test]
fn a_name_that_is_nearly_known_is_pointed_out() {
    let near = english("", "It was opened by Dr Aliya SEMBAYVEA and by Dr Glenn Banaguas.");
    assert_eq!(near, ["near-name t:1 “Aliya SEMBAYVEA”"]);
    assert_eq!(english("", "Thanks go to Nazarbayev Universities and to CESSIT."), Vec::<String>::new());
}

#[test]
fn an_acknowledgement_names_the_right_tier_and_leaves_nobody_out() {
    let tiers = english(
        "",
        "## Earmarked funders\n\n- Ministry of Foreign Affairs of Denmark\n- CESSIT\n- The United Kingdom\n",
    );
    assert_eq!(tiers, ["wrong-tier t:1 “Earmarked funders”"]);
    let missing = english("", "## Earmarked funders\n\n- Ministry of Foreign Affairs of Denmark\n");
    assert_eq!(missing, ["partner-missing t:1 “Earmarked funders”"]);
    assert_eq!(english("", "## Earmarked funders\n\n## Supporters\n"), Vec::<String>::new());
}

#[test]
fn lengths_modes_and_places_agree_with_the_record() {
    assert_eq!(english("", "The seven-week online Training began on 23 October."), Vec::<String>::new());
    assert_eq!(english("", "The four-day Youth Summit was held in Copenhagen."), ["duration t:1 “four-day”"]);
    assert_eq!(english("", "The Youth Summit was held online."), ["mode t:1 “online”"]);
    assert_eq!(english("", "The Youth Summit was held in Manila."), ["place t:1 “in Manila”"]);
    assert_eq!(french("Youth Summit", "Ce sommet de trois jours fut animé."), ["duration t:1 “trois jours”"]);
    assert_eq!(
        english("Indonesia", "On the way to the World Science Forum 2026 in Jakarta, the series listened."),
        Vec::<String>::new()
    );
}

#[test]
fn links_people_quotations_and_evidence_are_looked_at() {
    let mut record = Record {
        links: vec![
            Link { address: "https://gone.example/a".into(), state: LinkState::Dead },
            Link { address: "#".into(), state: LinkState::Empty },
        ],
        people: vec![Person { key: "edu".into(), names: vec!["Edu Ferreira".into()], may_be_named: false }],
        quotations: vec![Quotation {
            key: "q".into(),
            texts: vec![Name::en("We argued over one verb until eleven at night.")],
            ..Quotation::default()
        }],
        ..Record::default()
    };
    let text = "See [this](https://gone.example/a) and [that](#), says Edu Ferreira.\n\n> We argued over one noun until eleven at night.\n";
    assert_eq!(
        told_in(&record, Language::English, "", text),
        [
            "dead-link t:1 “https://gone.example/a”",
            "no-consent t:1 “Edu Ferreira”",
            "quotation-differs t:3 “We argued over one noun until eleven at…”",
        ]
    );
    let exact = "He said: “We argued over one verb until eleven at night.”";
    assert_eq!(told_in(&record, Language::English, "", exact), Vec::<String>::new());
    let on = "2025-06-01".parse().unwrap();
    record.figures.push(Figure {
        key: "visitors".into(),
        value: 57_000.0,
        as_of: Some("2025-12-31".parse().unwrap()),
        observed: Some(Observed { on, has_evidence: false }),
        ..Figure::default()
    });
    let findings = find(&record, &[]);
    let kinds: Vec<&str> = findings.iter().map(|it| it.kind.word()).collect();
    assert_eq!(kinds, ["no-evidence", "stale"]);
    assert_eq!(findings[0].proposal, Proposal::AddEvidence("visitors".into()));
}
