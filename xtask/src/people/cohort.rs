//! Who was selected: for the training, for the summit, and for the workshop in Manila.

use std::collections::BTreeSet;

use super::applicants::{Applicant, youngest_limit};
use super::calendar;
use super::chance::Chance;
use super::guests::Guest;
use super::person::Side;
use super::table;

/// How many of each country take part in the training, and how many of them in the summit.
pub const CHOSEN: [(&str, usize, usize); 41] = [
    ("ID", 7, 2),
    ("IN", 6, 2),
    ("PH", 6, 2),
    ("MY", 4, 2),
    ("TH", 4, 2),
    ("VN", 4, 2),
    ("KR", 3, 2),
    ("CN", 3, 1),
    ("PK", 3, 1),
    ("BD", 3, 1),
    ("KZ", 3, 1),
    ("JP", 2, 1),
    ("KH", 2, 1),
    ("SG", 2, 1),
    ("MN", 1, 0),
    ("LA", 1, 0),
    ("MM", 1, 0),
    ("AU", 1, 0),
    ("DE", 5, 2),
    ("IT", 5, 2),
    ("FR", 4, 2),
    ("ES", 4, 2),
    ("PL", 3, 1),
    ("GB", 3, 1),
    ("RO", 3, 1),
    ("HU", 2, 1),
    ("PT", 2, 1),
    ("GR", 2, 1),
    ("FI", 2, 1),
    ("CH", 2, 1),
    ("NL", 2, 1),
    ("BE", 2, 1),
    ("DK", 1, 1),
    ("CZ", 2, 0),
    ("SE", 1, 0),
    ("NO", 1, 0),
    ("AT", 1, 0),
    ("IE", 1, 0),
    ("BG", 1, 0),
    ("LT", 1, 0),
    ("SI", 1, 0),
];
/// How many of the training come from civil society; the others come from governments.
pub const OF_CIVIL_SOCIETY: usize = 58;

/// The group that a side belongs to, as the tables write it.
pub fn group(side: Side) -> &'static str {
    if side == Side::Government { "government" } else { "civil-society" }
}

/// A confirmed part in an activity.
struct Part {
    activity: &'static str,
    person: String,
    group: &'static str,
    since: i64,
}

/// Selects the participants of the training: the places of their rows, in the order of the rows.
pub fn select(seed: u64, applicants: &[Applicant]) -> Vec<usize> {
    let mut chance = Chance::new(seed, "selection");
    let mut open: Vec<usize> = (0..applicants.len()).filter(|one| applicants[*one].born >= youngest_limit()).collect();
    chance.shuffle(&mut open);
    let mut chosen = Vec::new();
    for (country, places, _) in CHOSEN {
        let mut theirs: Vec<usize> =
            open.iter().copied().filter(|one| applicants[*one].person.country == country).collect();
        theirs.sort_by_key(|one| applicants[*one].motivation.split(' ').count() < 30);
        chosen.extend(theirs.into_iter().take(places));
    }
    balance(applicants, &open, &mut chosen);
    chosen.sort_unstable();
    chosen
}

/// Exchanges people for compatriots of the other group until both groups have their number.
fn balance(applicants: &[Applicant], open: &[usize], chosen: &mut [usize]) {
    for _ in 0..chosen.len() {
        let civil = chosen.iter().filter(|one| applicants[**one].side == Side::Civil).count();
        if civil == OF_CIVIL_SOCIETY {
            return;
        }
        let too_many = if civil > OF_CIVIL_SOCIETY { Side::Civil } else { Side::Government };
        let exchange = (0..chosen.len()).rev().find_map(|place| {
            let leaving = &applicants[chosen[place]];
            let fits = |one: &&usize| {
                let coming = &applicants[**one];
                coming.person.country == leaving.person.country && coming.side != too_many && !chosen.contains(*one)
            };
            (leaving.side == too_many).then(|| open.iter().find(fits).map(|coming| (place, *coming))).flatten()
        });
        let Some((place, coming)) = exchange else { return };
        chosen[place] = coming;
    }
}

/// The table `participations.csv`.
pub fn table(seed: u64, applicants: &[Applicant], chosen: &[usize], invited: &[Guest]) -> String {
    let mut chance = Chance::new(seed, "participations");
    let part =
        |activity, one: &Applicant, since| Part { activity, person: one.key.clone(), group: group(one.side), since };
    let mut parts = Vec::new();
    for one in chosen {
        let since = office_hour(&mut chance, calendar::day(2025, 9, 29), calendar::day(2025, 10, 12));
        parts.push(part("training", &applicants[*one], since));
    }
    for one in to_copenhagen(&mut chance, applicants, chosen) {
        let since = office_hour(&mut chance, calendar::day(2025, 11, 24), calendar::day(2025, 11, 28));
        parts.push(part("summit", &applicants[one], since));
    }
    for guest in invited {
        let since = office_hour(&mut chance, calendar::day(2025, 11, 10), calendar::day(2025, 11, 19));
        parts.push(Part { activity: "manila-workshop", person: guest.key.clone(), group: group(guest.side), since });
    }
    let rows = parts.into_iter().map(|part| {
        let since = calendar::stamp(part.since);
        [part.activity.to_owned(), part.person, "participant".to_owned(), part.group.to_owned(), since, String::new()]
    });
    table::csv(["activity", "person", "role", "group", "since", "until"], rows)
}

/// Those of the training who go on to the summit.
fn to_copenhagen(chance: &mut Chance, applicants: &[Applicant], chosen: &[usize]) -> Vec<usize> {
    let mut drawn = chosen.to_vec();
    chance.shuffle(&mut drawn);
    let mut going = BTreeSet::new();
    for (country, _, places) in CHOSEN {
        let theirs = drawn.iter().copied().filter(|one| applicants[*one].person.country == country);
        going.extend(theirs.take(places));
    }
    going.into_iter().collect()
}

fn office_hour(chance: &mut Chance, first: i64, last: i64) -> i64 {
    let weights = [1, 3, 6, 7, 6, 5, 6, 6, 4, 2, 1];
    let hour = 1 + chance.step(&weights);
    calendar::instant(chance.between(first, last), hour, chance.between(0, 59)) + chance.between(0, 59)
}
