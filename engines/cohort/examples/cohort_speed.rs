//! What the choice takes, beside the published or measured figures of other programs.
//!
//! Lines of `key<TAB>measured<TAB>target<TAB>reference`; seconds unless the key says otherwise. Those that need the
//! reference folder are left out where `CONVOKE_REFERENCE` does not name one.

use std::path::{Path, PathBuf};
use std::time::Instant;

use cohort::check::check_without_search;
use cohort::model::{Applicant, Floor, Instance, MeritRule, Objective, Policy, Quota};
use cohort::solver::{Go, Native, Watch};
use cohort::{Certificate, Selection, merit, sample, select};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if let Some(folder) = std::env::var_os("CONVOKE_REFERENCE") {
        published(&PathBuf::from(folder).join("data/sortition"))?;
    }
    programme("2,200 to 107 of 41 countries", &sample::programme(7, 2_200, 41, 107, 6)?, 0.4, ["0.5", "10", "60"])?;
    programme("107 to 40 of 29 countries", &sample::programme(8, 107, 29, 40, 3)?, 1.0, ["5", "5", "5"])?;
    Ok(())
}

fn tell(key: &str, measured: f64, target: &str, reference: &str) {
    println!("{key}\t{measured:.4}\t{target}\t{reference}");
}

fn choose(instance: &Instance, policy: &Policy) -> Result<Selection, cohort::Unselected> {
    let mut ear = |_| Go::On;
    select(instance, policy, &Native, &mut Watch::new(&mut ear, policy.effort))
}

/// The instances that others have published or measured.
fn published(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let large = read(&folder.join("example_large_200"), "respondents.csv", "categories.csv", 200)?;
    let scot = read(&folder.join("scot_22"), "candidates.csv", "features.csv", 22)?;
    let goldilocks = Objective::Goldilocks { gamma_thousandths: 1_000 };
    for (key, instance, objective, target, reference) in [
        ("example_large leximin", &large, Objective::Leximin, "0.2", "1161.8"),
        ("scot_22 maximin", &scot, Objective::Maximin, "0.4", "5.6"),
        ("scot_22 leximin", &scot, Objective::Leximin, "2", "17"),
        ("scot_22 nash", &scot, Objective::Nash, "", "13.9"),
        ("scot_22 goldilocks", &scot, goldilocks, "", ""),
    ] {
        let start = Instant::now();
        let policy = Policy { objective, ..Policy::default() };
        let selection = choose(instance, &policy)?;
        tell(key, start.elapsed().as_secs_f64(), target, reference);
        let certificate = Certificate::of(instance, objective, &selection);
        let start = Instant::now();
        let verdict = check_without_search(&certificate, instance);
        tell(&format!("{key}: check"), start.elapsed().as_secs_f64(), "", "");
        assert!(verdict.is_proved(), "{verdict:#?}");
    }
    Ok(())
}

/// An invented programme: best panel, tiers, and the lottery of the zone with its gap.
fn programme(
    key: &str,
    instance: &Instance,
    share: f64,
    [best, tiers, zone]: [&str; 3],
) -> Result<(), Box<dyn std::error::Error>> {
    let rule = MeritRule { floor: Some(Floor::BestShare(share)), ..MeritRule::default() };
    let mut ear = |_| Go::On;
    let mut watch = Watch::new(&mut ear, u64::MAX);
    let start = Instant::now();
    let admission = merit::admit(instance, &rule)?;
    let panel = merit::best_panel(instance, &admission, &Native, &mut watch).ok_or("no panel")?;
    tell(&format!("{key}: best panel"), start.elapsed().as_secs_f64(), best, "0.24");
    let band = merit::tie_band(instance, &admission.standings, rule.tie_band);
    let start = Instant::now();
    merit::tiers(&panel, band, &Native, &mut watch).ok_or("no tiers")?;
    tell(&format!("{key}: tiers"), start.elapsed().as_secs_f64(), tiers, "0.18");
    let start = Instant::now();
    let policy = Policy { merit: Some(rule), ..Policy::default() };
    let selection = choose(instance, &policy)?;
    tell(&format!("{key}: all with leximin of the zone"), start.elapsed().as_secs_f64(), zone, "");
    let certificate = Certificate::of(instance, policy.objective, &selection);
    let start = Instant::now();
    let verdict = check_without_search(&certificate, instance);
    tell(&format!("{key}: check"), start.elapsed().as_secs_f64(), "", "");
    assert!(verdict.is_sound(), "{verdict:#?}");
    for claim in verdict.claims.iter().filter(|it| it.name == "stage 1") {
        println!("# {key}: {}", claim.says);
    }
    Ok(())
}

fn read(folder: &Path, people: &str, quotas: &str, size: u32) -> Result<Instance, Box<dyn std::error::Error>> {
    let rows = |name: &str| -> std::io::Result<Vec<Vec<String>>> {
        let text = std::fs::read_to_string(folder.join(name))?;
        let cells = |line: &str| line.split(',').map(|it| it.trim().to_owned()).collect();
        Ok(text.trim_start_matches('\u{feff}').lines().map(cells).collect())
    };
    let mut wanted = Vec::new();
    for it in &rows(quotas)?[1..] {
        wanted.push(Quota::of(&it[0], &it[1], it[2].parse()?, it[3].parse()?));
    }
    let people = rows(people)?;
    let person = |(at, it): (usize, &Vec<String>)| {
        Applicant::new(at.to_string(), people[0].iter().cloned().zip(it.iter().cloned()))
    };
    Ok(Instance::new(people[1..].iter().enumerate().map(person).collect(), wanted, size)?)
}
