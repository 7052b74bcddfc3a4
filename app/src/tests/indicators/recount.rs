//! Every displayed figure against a count of the exported folder by other code, over small records made at random.

use std::collections::{BTreeMap, BTreeSet};

use host::{figures::Display, folder::Folder, testing::TestApp};
use kernel::Language;

use super::{AFTERWARDS, scope};
use crate::{assembly, demonstration, editions as whole, routes};

type Row = BTreeMap<String, String>;

/// What an indicator comes to: the number, and out of how many for a share.
type Counts = BTreeMap<String, Option<(i64, Option<i64>)>>;

/// The rows of a CSV file; quoted cells may hold commas, quotes and line breaks.
fn csv(folder: &Folder, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = String::from_utf8(folder.0[name].clone()).unwrap();
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => cell.push(letter),
        }
    }
    let heads = rows.remove(0);
    (heads, rows)
}

fn rows(folder: &Folder, name: &str) -> Vec<Row> {
    let (heads, rows) = csv(folder, name);
    rows.into_iter().map(|row| heads.iter().cloned().zip(row).collect()).collect()
}

fn put(folder: &mut Folder, name: &str, heads: &[String], rows: &[Vec<String>]) {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let line = |row: &[String]| row.iter().map(quoted).collect::<Vec<_>>().join(",");
    let lines: Vec<String> = std::iter::once(line(heads)).chain(rows.iter().map(|it| line(it))).collect();
    folder.put(name, lines.join("\n") + "\n");
}

/// The tables of a TOML file under one head, as far as their values stand on one line.
fn tables(folder: &Folder, name: &str, head: &str) -> Vec<Row> {
    let text = String::from_utf8(folder.0[name].clone()).unwrap();
    let of = |part: &str| -> Row {
        let pairs = part.lines().filter_map(|it| it.split_once(" = "));
        pairs.map(|it| (it.0.to_owned(), it.1.trim_matches('"').to_owned())).collect()
    };
    let head = format!("{head}]");
    text.split("\n[").filter_map(|it| it.trim_start_matches('[').strip_prefix(&head).map(of)).collect()
}

/// Every indicator, counted from the folder alone, long after everything happened.
fn recounted(folder: &Folder) -> Counts {
    let activities = tables(folder, "activities.toml", "activity");
    let kind: BTreeMap<&str, &str> = activities.iter().map(|it| (it["key"].as_str(), it["kind"].as_str())).collect();
    let sessions = tables(folder, "sessions.toml", "session");
    let webinars: BTreeSet<&str> = sessions
        .iter()
        .filter(|it| it["kind"] == "webinar" && kind[it["activity"].as_str()] == "series")
        .map(|it| it["key"].as_str())
        .collect();
    let people: BTreeMap<String, String> = ["applicants.csv", "guests.csv"]
        .iter()
        .flat_map(|it| rows(folder, it))
        .map(|it| (it["key"].clone(), it["country"].clone()))
        .collect();
    let mut counts = Counts::new();
    let mut count = |key: &str, number: usize| {
        counts.insert(key.to_owned(), (number > 0).then(|| (i64::try_from(number).unwrap(), None)));
        number
    };

    count("call.applicants", rows(folder, "applicants.csv").len());
    let taking_part = rows(folder, "participations.csv");
    let of_kind = |wanted: &str| -> BTreeSet<&str> {
        let mine = |it: &&Row| {
            kind[it["activity"].as_str()] == wanted && it["role"] == "participant" && it["until"].is_empty()
        };
        taking_part.iter().filter(mine).map(|it| it["person"].as_str()).collect()
    };
    let countries = |of: &BTreeSet<&str>| {
        of.iter().map(|it| people[*it].as_str()).filter(|it| !it.is_empty()).collect::<BTreeSet<_>>().len()
    };
    let (training, workshop, summit) = (of_kind("training"), of_kind("workshop"), of_kind("summit"));
    let trained = count("training.participants", training.len());
    let worked = count("workshop.participants", workshop.len());
    count("summit.participants", summit.len());
    count("training.countries", countries(&training));
    count("summit.countries", countries(&summit));
    count("people.participants", trained + worked);

    let registered: Vec<Row> =
        rows(folder, "registrations.csv").into_iter().filter(|it| webinars.contains(it["session"].as_str())).collect();
    let present: Vec<&Row> = registered.iter().filter(|it| !it["attended_minutes"].is_empty()).collect();
    count("webinars.registrations", registered.len());
    count("webinars.attendances", present.len());
    let came = count("webinars.people", present.iter().map(|it| &it["person"]).collect::<BTreeSet<_>>().len());
    count("webinars.sessions", webinars.len());
    let speakers: Vec<Row> = ["speakers.csv", "speakers-invented.csv"].iter().flat_map(|it| rows(folder, it)).collect();
    let spoke = count("speakers.count", speakers.iter().map(|it| &it["person"]).collect::<BTreeSet<_>>().len());
    count("edition.engaged", trained + worked + came + spoke);
    count("series.count", kind.values().filter(|it| **it == "series").count());
    count("reports.planned", kind.values().filter(|it| **it == "series").count());
    count("communique.count", 1);
    count("communique.recommendations", tables(folder, "communique.toml", "recommendation").len());

    let answers = rows(folder, "answers.csv");
    for item in tables(folder, "survey.toml", "item") {
        let mine: Vec<&Row> = answers.iter().filter(|it| it["item"] == item["key"]).collect();
        let agree = mine.iter().filter(|it| it["answer"].parse::<i64>().unwrap() > 3).count();
        let pair = (i64::try_from(agree).unwrap(), Some(i64::try_from(mine.len()).unwrap()));
        counts.insert(format!("survey.{}", item["key"]), (!mine.is_empty()).then_some(pair));
    }
    let mut observed = tables(folder, "observations.toml", "observation");
    observed.sort_by_key(|it| it["observed_on"].clone());
    for it in observed {
        counts.insert(format!("outreach.{}", it["key"]), Some((it["value"].parse().unwrap(), None)));
    }
    counts
}

/// A figure as the rule of its display says, written down once more.
fn displayed(display: Display, (number, of): (i64, Option<i64>)) -> String {
    let grouped = |number: i64| {
        let digits = number.to_string();
        let cut = |at: usize| if at > 0 && (digits.len() - at).is_multiple_of(3) { "," } else { "" };
        digits.char_indices().map(|(at, digit)| format!("{}{digit}", cut(at))).collect::<String>()
    };
    match (display, of) {
        (Display::AtLeast(step), _) if number >= step => format!("{}+", grouped(number / step * step)),
        (Display::Percent, Some(of)) => format!("{}%", (number as f64 * 100.0 / of as f64 + 0.5).floor()),
        _ => grouped(number),
    }
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % many
    }
}

/// A small record: of the demonstration's programme, and of a few of its rows.
fn small(seed: u64) -> Folder {
    let mut dice = Dice(seed);
    let mut folder = demonstration::folder();
    let mut named: BTreeSet<String> = BTreeSet::new();
    for (name, one_in) in [("participations.csv", 4), ("registrations.csv", 60), ("answers.csv", 9)] {
        let (heads, mut rows) = csv(&folder, name);
        rows.retain(|_| dice.below(one_in) == 0);
        if let Some(at) = heads.iter().position(|it| it == "person") {
            named.extend(rows.iter().map(|it| it[at].clone()));
        }
        put(&mut folder, name, &heads, &rows);
    }
    for name in ["applicants.csv", "guests.csv"] {
        let (heads, mut rows) = csv(&folder, name);
        rows.retain(|it| named.contains(&it[0]) || dice.below(80) == 0);
        put(&mut folder, name, &heads, &rows);
    }
    folder
}

/// What the house shows of every figure, after holding each against the recount of what it exports.
async fn shown(folder: &Folder) -> BTreeMap<String, String> {
    let test = TestApp::start_as(assembly(), routes(), AFTERWARDS, true).await;
    let edition = whole::import(&test.app, folder).await.unwrap().unwrap_or_else(|it| panic!("{it}"));
    let recounted = recounted(&whole::export(&test.app, None).await.unwrap());
    let scope = scope(&test, edition).await;
    let mut conn = test.app.db.read().await.unwrap();
    let reader = test.app.reader(Language::ENGLISH);
    let mut shown = BTreeMap::new();
    for it in report::all_figures(&test.app, &mut conn, scope).await.unwrap() {
        let counted = recounted.get(it.key()).unwrap_or_else(|| panic!("nobody recounts {}", it.key()));
        assert_eq!(it.value.map(|it| (it.number, it.of)), *counted, "{}", it.key());
        assert_eq!(it.show(&reader), counted.map(|of| displayed(it.indicator.display, of)), "{}", it.key());
        shown.insert(it.key().to_owned(), format!("{counted:?}"));
    }
    assert_eq!(shown.len(), recounted.len(), "each is recounted, and nothing else");
    shown
}

/// The folder without one row of a file, chosen by chance among those that are fit to go.
fn without_one(folder: &Folder, name: &str, dice: &mut Dice, fit: impl Fn(&Row) -> bool) -> Folder {
    let (heads, mut rows) = csv(folder, name);
    let fitting: Vec<usize> =
        (0..rows.len()).filter(|at| fit(&heads.iter().cloned().zip(rows[*at].iter().cloned()).collect())).collect();
    rows.remove(fitting[dice.below(fitting.len())]);
    let mut changed = folder.clone();
    put(&mut changed, name, &heads, &rows);
    changed
}

#[tokio::test]
async fn every_figure_equals_a_recount_and_changes_only_with_the_rows_it_counts() {
    for seed in [7, 2025] {
        let before_all = small(seed);
        let before = shown(&before_all).await;
        let mut dice = Dice(seed + 1);
        let named: BTreeSet<String> = ["participations.csv", "registrations.csv"]
            .iter()
            .flat_map(|it| rows(&before_all, it))
            .map(|it| it["person"].clone())
            .collect();
        let one_came = |it: &Row| !it["attended_minutes"].is_empty();
        let trained = |it: &Row| it["activity"] == "training";
        let changes = [
            (
                without_one(&before_all, "applicants.csv", &mut dice, |it| !named.contains(&it["key"])),
                "call.applicants",
                "",
            ),
            (without_one(&before_all, "guests.csv", &mut dice, |it| !named.contains(&it["key"])), "", ""),
            (
                without_one(&before_all, "answers.csv", &mut dice, |it| it["item"] == "knowledge"),
                "survey.knowledge",
                "",
            ),
            (
                without_one(&before_all, "participations.csv", &mut dice, trained),
                "training.participants people.participants edition.engaged",
                "training.countries",
            ),
            (
                without_one(&before_all, "registrations.csv", &mut dice, one_came),
                "webinars.registrations webinars.attendances",
                "webinars.people edition.engaged",
            ),
        ];
        for (folder, must, may) in changes {
            let after = shown(&folder).await;
            let changed: BTreeSet<&str> =
                before.keys().filter(|it| before[*it] != after[*it]).map(String::as_str).collect();
            for key in must.split_whitespace() {
                assert!(changed.contains(key), "{key} counts the row that is gone: {changed:?}");
            }
            let known = |it: &&str| must.split_whitespace().chain(may.split_whitespace()).any(|key| key == *it);
            assert!(changed.iter().all(known), "{changed:?} changed, not only {must} and perhaps {may}");
        }
    }
}
