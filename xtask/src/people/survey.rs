//! What the participants of the training answered when it had ended.

use super::calendar;
use super::chance::Chance;
use super::table;

/// How many answered.
const RESPONDENTS: usize = 101;
/// The statements, in the order in which they were asked, and how many agreed with each.
pub const AGREEING: [(&str, usize); 4] =
    [("understanding", 97), ("knowledge", 100), ("connections", 91), ("continued-engagement", 92)];

/// The table `answers.csv`.
pub fn table(seed: u64) -> String {
    let mut chance = Chance::new(seed, "answers");
    let mut times: Vec<i64> = (0..RESPONDENTS).map(|_| answered(&mut chance)).collect();
    times.sort_unstable();
    let mut mood: Vec<usize> = (0..RESPONDENTS).collect();
    chance.shuffle(&mut mood);
    let answers: Vec<Vec<u8>> = AGREEING.iter().map(|(_, agreeing)| column(&mut chance, &mood, *agreeing)).collect();
    let mut rows = Vec::new();
    for (respondent, at) in times.iter().enumerate() {
        for ((item, _), column) in AGREEING.iter().zip(&answers) {
            rows.push([
                "after-training".to_owned(),
                (*item).to_owned(),
                format!("r{:03}", respondent + 1),
                column[respondent].to_string(),
                calendar::stamp(*at),
            ]);
        }
    }
    table::csv(["survey", "item", "respondent", "answer", "answered_at"], rows)
}

/// Everybody's answer to one statement; the reserved ones are more often the same people.
fn column(chance: &mut Chance, mood: &[usize], agreeing: usize) -> Vec<u8> {
    let mut reserved: Vec<usize> = Vec::new();
    while reserved.len() < RESPONDENTS - agreeing {
        let from = if chance.percent(45) { 12 } else { RESPONDENTS };
        let one = mood[chance.below(from)];
        if !reserved.contains(&one) {
            reserved.push(one);
        }
    }
    let glad = if agreeing > 95 { 64 } else { 52 };
    (0..RESPONDENTS)
        .map(|one| {
            if reserved.contains(&one) {
                [3, 2, 1][chance.weighted(&[72, 23, 5])]
            } else if chance.percent(glad) {
                5
            } else {
                4
            }
        })
        .collect()
}

/// A second while the survey was open: at once, after a reminder, or on the last evening.
fn answered(chance: &mut Chance) -> i64 {
    let days = [26, 11, 4, 9, 6, 4, 3, 14, 5, 2, 6, 3, 13, 6, 5];
    let day = calendar::day(2025, 12, 5) + chance.step(&days);
    let hours = [2, 3, 3, 3, 3, 2, 3, 5, 7, 8, 7, 6, 7, 7, 6, 6];
    let hour = chance.step(&hours);
    calendar::instant(day, hour, chance.between(0, 59)) + chance.between(0, 59)
}
