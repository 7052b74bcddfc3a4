//! The classical data, read from the reference folder.

use std::{collections::BTreeMap, fs, io::Read, path::PathBuf};

use calibration::{Review, Reviews};
use serde_json::Value;

/// The reviews of one file.
pub struct Frame {
    pub reviews: Reviews,
}

fn folder() -> PathBuf {
    let folder = std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder");
    PathBuf::from(folder).join("data/calibration")
}

/// What other programs found.
pub fn golden() -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join("golden.json")).unwrap()).unwrap()
}

/// Numbers for names, in the order in which they come.
#[derive(Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    fn number(&mut self, name: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(name.to_owned()).or_insert(next)
    }
}

impl Frame {
    /// Six samples of penicillin on 24 plates: the plate stands for the application, the sample for the reviewer.
    pub fn penicillin() -> Self {
        let text = fs::read_to_string(folder().join("Penicillin.csv")).unwrap();
        Self::read(&text, ["plate", "sample", "diameter"], 0, |_, _| Vec::new())
    }

    /// Judges of figure skating, with their home country as a relation or without.
    pub fn skating(with_home: bool) -> Self {
        let text = fs::read_to_string(folder().join("skating_components_2016_17.csv")).unwrap();
        Self::read(&text, ["item", "rater", "score"], usize::from(with_home), |it, at| {
            if with_home { vec![it[at["home"]].parse().unwrap()] } else { Vec::new() }
        })
    }

    /// Students’ marks of lectures, with service, department, and the two together.
    pub fn lectures() -> Self {
        let file = fs::File::open(folder().join("InstEval.csv.gz")).unwrap();
        let mut text = String::new();
        flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
        let mut departments = Names::default();
        for it in csv::Reader::from_reader(text.as_bytes()).records() {
            departments.number(&it.unwrap()[5]);
        }
        let others = departments.0.len() - 1;
        Self::read(&text, ["d", "s", "y"], 1 + 2 * others, |it, at| {
            let service: f64 = it[at["service"]].parse().unwrap();
            let mut relations = vec![0.0; 1 + 2 * others];
            relations[0] = service;
            if let Some(department) = departments.0[&it[at["dept"]]].checked_sub(1) {
                relations[1 + department] = 1.0;
                relations[1 + others + department] = service;
            }
            relations
        })
    }

    fn read(
        text: &str,
        columns: [&str; 3],
        relations: usize,
        related: impl Fn(&csv::StringRecord, &BTreeMap<String, usize>) -> Vec<f64>,
    ) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let at: BTreeMap<String, usize> =
            reader.headers().unwrap().iter().enumerate().map(|(at, it)| (it.to_owned(), at)).collect();
        let (mut applications, mut reviewers) = (Names::default(), Names::default());
        let rows: Vec<Review> = reader
            .records()
            .map(|it| {
                let it = it.unwrap();
                let application = applications.number(&it[at[columns[0]]]);
                let reviewer = reviewers.number(&it[at[columns[1]]]);
                let score = it[at[columns[2]]].parse().unwrap();
                Review::new(application, reviewer, score).with(&related(&it, &at))
            })
            .collect();
        Self { reviews: Reviews::check(applications.0.len(), reviewers.0.len(), relations, rows).unwrap() }
    }
}
