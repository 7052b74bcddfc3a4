//! What holds the invented people to the figures of the report.
#![allow(clippy::unwrap_used, reason = "a test may stop where a file is missing")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::{Facts, Files, SEED, generate, names::Names, words};

type Row = BTreeMap<String, String>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../editions/asef-2025")
}

fn facts() -> Facts {
    Facts::read(&folder()).unwrap()
}

fn invented() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| generate(SEED, &facts()))
}

fn rows(file: &str) -> Vec<Row> {
    read(&invented()[file])
}

fn read(text: &str) -> Vec<Row> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap()
}

fn of_activity(activity: &str) -> Vec<Row> {
    rows("participations.csv").into_iter().filter(|row| row["activity"] == activity).collect()
}

/// The rows of `applicants.csv` or `guests.csv` that these participations point to.
fn people(parts: &[Row], file: &str) -> Vec<Row> {
    let by_key: BTreeMap<String, Row> = rows(file).into_iter().map(|row| (row["key"].clone(), row)).collect();
    parts.iter().map(|part| by_key[&part["person"]].clone()).collect()
}

fn different(rows: &[Row], column: &str) -> usize {
    rows.iter().map(|row| &row[column]).collect::<BTreeSet<_>>().len()
}

/// Registrations for the twelve webinars of the country series.
fn country_registrations() -> Vec<Row> {
    let facts = facts();
    let webinars: BTreeSet<&str> = facts.country_webinars().iter().map(|session| session.key.as_str()).collect();
    assert_eq!(webinars.len(), 12);
    rows("registrations.csv").into_iter().filter(|row| webinars.contains(row["session"].as_str())).collect()
}

#[test]
fn the_committed_people_are_what_the_seed_makes() {
    for (file, made) in invented() {
        let committed = fs::read_to_string(folder().join(file)).unwrap();
        assert!(committed == *made, "{file} is not what the seed makes: run `cargo xtask people`");
    }
}

#[test]
fn another_seed_makes_other_people_with_the_same_figures() {
    let other = generate(7, &facts());
    assert_ne!(other["applicants.csv"], invented()["applicants.csv"]);
    for (file, text) in &other {
        if *file != "guests.csv" {
            assert_eq!(read(text).len(), rows(file).len(), "{file}");
        }
    }
    let parts = read(&other["participations.csv"]);
    let civil = parts.iter().filter(|row| row["activity"] == "training" && row["group"] == "civil-society");
    assert_eq!(civil.count(), 58);
}

#[test]
fn applicants_apply_in_time_and_in_the_order_of_their_keys() {
    let applicants = rows("applicants.csv");
    assert_eq!(applicants.len(), 2_231);
    assert!(applicants.is_sorted_by_key(|row| (&row["applied_at"], &row["key"])));
    assert!(applicants[0]["applied_at"].as_str() >= "2025-07-21");
    assert!(applicants[2_230]["applied_at"].as_str() < "2025-08-31T15:59:00Z");
}

#[test]
fn the_training_has_107_participants_of_41_countries_in_two_groups() {
    let parts = of_activity("training");
    let people = people(&parts, "applicants.csv");
    assert_eq!((parts.len(), different(&parts, "person"), different(&people, "country")), (107, 107, 41));
    let count = |group: &str| parts.iter().filter(|row| row["group"] == group).count();
    assert_eq!((count("civil-society"), count("government")), (58, 49));
    let facts = facts();
    let asian = people.iter().filter(|row| facts.countries[&row["country"]] == "asia").count();
    assert_eq!(asian, 56);
    for (part, person) in parts.iter().zip(&people) {
        assert_eq!(part["group"], person["group"]);
        assert!(part["since"].as_str() > "2025-09-29" && part["since"].as_str() < "2025-10-13");
    }
}

#[test]
fn all_participants_are_under_35_on_the_first_day() {
    let people = people(&of_activity("training"), "applicants.csv");
    assert!(people.iter().all(|row| row["born_on"].as_str() > "1990-10-23"));
}

#[test]
fn some_applicants_are_too_old_to_take_part_and_nobody_is_over_44() {
    let applicants = rows("applicants.csv");
    let older = applicants.iter().filter(|row| row["born_on"].as_str() <= "1990-10-23").count();
    assert!((150..400).contains(&older), "{older}");
    assert!(applicants.iter().all(|row| row["born_on"].as_str() > "1980-10-23"));
}

#[test]
fn the_summit_has_40_participants_of_29_countries_out_of_the_training() {
    let parts = of_activity("summit");
    let people = people(&parts, "applicants.csv");
    assert_eq!((parts.len(), different(&people, "country")), (40, 29));
    let training: BTreeSet<String> = of_activity("training").into_iter().map(|row| row["person"].clone()).collect();
    assert!(parts.iter().all(|row| training.contains(&row["person"])));
}

#[test]
fn manila_has_twelve_guests_of_asean_member_countries() {
    let guests = people(&of_activity("manila-workshop"), "guests.csv");
    assert_eq!(guests.len(), 12);
    let asean = ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN"];
    assert!(guests.iter().all(|row| asean.contains(&row["country"].as_str())));
}

#[test]
fn the_country_webinars_have_2046_registrations_and_535_different_people_present() {
    let registrations = country_registrations();
    assert_eq!(registrations.len(), 2_046);
    let pairs: BTreeSet<_> = registrations.iter().map(|row| (&row["session"], &row["person"])).collect();
    assert_eq!(pairs.len(), 2_046);
    let present: Vec<Row> = registrations.into_iter().filter(|row| !row["attended_minutes"].is_empty()).collect();
    assert_eq!(different(&present, "person"), 535);
}

#[test]
fn everybody_registers_before_the_session_begins() {
    let starts: BTreeMap<String, String> =
        facts().sessions.into_iter().map(|one| (one.key, super::calendar::stamp(one.starts))).collect();
    assert!(rows("registrations.csv").iter().all(|row| row["registered_at"] < starts[&row["session"]]));
}

#[test]
fn every_registration_and_every_guest_has_the_other() {
    let keys: BTreeSet<String> =
        [rows("guests.csv"), rows("applicants.csv")].concat().iter().map(|row| row["key"].clone()).collect();
    let mut seen: BTreeSet<String> = of_activity("manila-workshop").iter().map(|row| row["person"].clone()).collect();
    for row in rows("registrations.csv") {
        assert!(keys.contains(&row["person"]));
        seen.insert(row["person"].clone());
    }
    assert!(rows("guests.csv").iter().all(|row| seen.contains(&row["key"])));
}

#[test]
fn no_two_motivations_share_a_sentence() {
    let mut said = BTreeSet::new();
    for row in rows("applicants.csv") {
        for sentence in row["motivation"].split(['.', '!', '?']).map(str::trim).filter(|one| !one.is_empty()) {
            assert!(said.insert(sentence.to_owned()), "twice: {sentence}");
        }
    }
}

#[test]
fn motivations_are_one_to_four_whole_sentences() {
    for row in rows("applicants.csv") {
        let text = &row["motivation"];
        assert!(text.ends_with('.') || text.ends_with('?'), "{text}");
        assert!(!text.contains(['{', '}', '[', ']', '|']) && !text.contains("  "), "{text}");
        let sentences = text.matches(['.', '!', '?']).count();
        let words = text.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count();
        assert!((1..=4).contains(&sentences) && (12..=90).contains(&words), "{text}");
    }
}

#[test]
fn every_address_is_unique_and_ends_in_example() {
    let all = [rows("applicants.csv"), rows("guests.csv")].concat();
    assert_eq!(different(&all, "email"), all.len());
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-@".contains(letter);
    for row in &all {
        let (local, domain) = row["email"].split_once('@').unwrap();
        assert!(
            !local.is_empty() && domain.ends_with(".example") && row["email"].chars().all(plain),
            "{}",
            row["email"]
        );
    }
}

#[test]
fn nobody_bears_the_name_of_somebody_in_the_report() {
    let people = fs::read_to_string(folder().join("people.csv")).unwrap();
    let real: BTreeSet<String> = read(&people).into_iter().map(|row| row["name"].to_lowercase()).collect();
    let quoted = ["francesco bee", "chanmonypech tuy", "sean thum", "goldina nagy"];
    for file in ["applicants.csv", "guests.csv", "people-invented.csv"] {
        for row in rows(file) {
            let name = row["name"].to_lowercase();
            assert!(!real.contains(&name) && !quoted.contains(&name.as_str()), "{name}");
        }
    }
}

#[test]
fn every_culture_has_names_enough() {
    for (culture, pools) in Names::new().cultures {
        assert!(pools.women.len() + pools.men.len() >= 25, "{culture}");
        assert!(pools.family.is_empty() || pools.family.len() >= 25, "{culture} {}", pools.family.len());
    }
}

#[test]
fn every_country_of_the_edition_has_its_words() {
    let places = words::places();
    let names = Names::new();
    for code in facts().countries.keys() {
        let place = &places[code.as_str()];
        assert!(place.cultures.iter().all(|(culture, _)| names.cultures.contains_key(culture)), "{code}");
    }
}

#[test]
fn some_names_stand_in_their_own_script_and_one_runs_from_right_to_left() {
    let all = [rows("applicants.csv"), rows("guests.csv")].concat();
    let foreign = |row: &&Row| {
        row["name"].chars().any(|letter| letter >= '\u{370}' && !('\u{1e00}'..'\u{2100}').contains(&letter))
    };
    let native: Vec<&Row> = all.iter().filter(foreign).collect();
    assert!((100..250).contains(&native.len()), "{}", native.len());
    assert!(native.iter().any(|row| row["name"].contains(|letter| ('\u{600}'..'\u{700}').contains(&letter))));
}

#[test]
fn the_answers_agree_as_the_report_says() {
    let answers = rows("answers.csv");
    assert_eq!((answers.len(), different(&answers, "respondent")), (404, 101));
    for (item, agreeing) in
        [("knowledge", 100), ("connections", 91), ("continued-engagement", 92), ("understanding", 97)]
    {
        let agree = answers.iter().filter(|row| row["item"] == item && row["answer"].as_str() >= "4");
        assert_eq!(agree.count(), agreeing, "{item}");
    }
    assert!(
        answers
            .iter()
            .all(|row| row["answered_at"].as_str() > "2025-12-05" && row["answered_at"].as_str() < "2025-12-20")
    );
}

#[test]
fn seventy_invented_people_and_twelve_real_ones_speak() {
    let invented = rows("people-invented.csv");
    let parts = rows("speakers-invented.csv");
    assert_eq!((invented.len(), different(&invented, "key"), different(&parts, "person")), (70, 70, 70));
    assert!(invented.iter().all(|row| row["organisation"].is_empty() && row["source"] == "demonstration"));
    let real = read(&fs::read_to_string(folder().join("speakers.csv")).unwrap());
    assert_eq!(different(&real, "person") + 70, 82);
}

#[test]
fn every_public_webinar_has_three_or_four_speakers_and_a_moderator() {
    let parts = rows("speakers-invented.csv");
    let facts = facts();
    for session in facts.country_webinars().into_iter().chain(facts.training_webinars()) {
        let count =
            |role: &str| parts.iter().filter(|row| row["session"] == session.key && row["role"] == role).count();
        assert!((3..=4).contains(&count("speaker")), "{}", session.key);
        assert_eq!(count("moderator"), 1, "{}", session.key);
    }
}
