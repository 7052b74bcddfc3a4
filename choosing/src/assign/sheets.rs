//! The sheets of an assignment: applications, reviewers, affinities, conflicts, and pairs that are settled.

use std::path::{Path, PathBuf};

use assignment::{Affinity, Application, Fit, Flaw, Pairing, Reviewer, Round, Sheets, Unlisted};
use clap::Args;

use super::rules::rule;
use crate::{Column, Place, Problem, Problems, Row, Sheet};

/// The sheets, and what their gaps mean.
#[derive(Args, Debug)]
pub struct Files {
    /// The sheet of applications: id and, where they differ, readings
    #[arg(long, value_name = "FILE")]
    pub applications: PathBuf,
    /// The sheet of reviewers.
    #[arg(help = "The sheet of reviewers: id, at_least, at_most, and any columns that rules speak of")]
    #[arg(long, value_name = "FILE")]
    pub reviewers: PathBuf,
    /// The sheet of affinities: application, reviewer, affinity
    #[arg(long, value_name = "FILE")]
    pub affinities: PathBuf,
    /// The sheet of conflicts of interest: application, reviewer
    #[arg(long, value_name = "FILE")]
    pub conflicts: Option<PathBuf>,
    /// The sheet of pairs that are settled: application, reviewer
    #[arg(long, value_name = "FILE")]
    pub frozen: Option<PathBuf>,
    /// How many read an application whose row does not say so
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub readings: u32,
    /// What a pair without a row in --affinities is worth; without this it is not assigned
    #[arg(long, value_name = "AFFINITY", allow_negative_numbers = true)]
    pub unlisted: Option<f64>,
    /// A rule on the readers of each application: institution<=1, rank=senior>=1
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
}

/// The sheets as files, for telling where something stands.
struct Read {
    applications: Sheet,
    reviewers: Sheet,
    affinities: Sheet,
    conflicts: Option<Sheet>,
    frozen: Option<Sheet>,
}

impl Files {
    /// Reads and checks everything, or tells everything that is wrong.
    pub(super) fn read(&self) -> Result<(Sheets, Round), String> {
        let rules = self.rule.iter().map(|it| rule(it)).collect::<Result<Vec<_>, _>>()?;
        let mut problems = Problems::default();
        let mut read = |path: &Path| Sheet::read(path).map_err(|it| problems.0.extend(it.0)).ok();
        let (applications, reviewers, affinities) =
            (read(&self.applications), read(&self.reviewers), read(&self.affinities));
        let conflicts = self.conflicts.as_deref().and_then(&mut read);
        let frozen = self.frozen.as_deref().and_then(&mut read);
        problems.or(())?;
        let (Some(applications), Some(reviewers), Some(affinities)) = (applications, reviewers, affinities) else {
            return Err(String::new());
        };
        let read = Read { applications, reviewers, affinities, conflicts, frozen };
        let unlisted = match self.unlisted.map(Affinity::nearest).transpose() {
            Ok(worth) => worth.map_or(Unlisted::Forbidden, Unlisted::Worth),
            Err(why) => return Err(format!("--unlisted: {why}")),
        };
        let sheets = read.sheets(self.readings, unlisted, rules)?;
        let round = sheets.check().map_err(|flaws| read.problems(&flaws))?;
        Ok((sheets, round))
    }
}

impl Read {
    fn sheets(&self, readings: u32, unlisted: Unlisted, rules: Vec<assignment::GroupRule>) -> Result<Sheets, Problems> {
        let mut problems = Problems::default();
        let applications = applications(&self.applications, readings, &mut problems);
        let reviewers = reviewers(&self.reviewers, &mut problems);
        let affinities = affinities(&self.affinities, &mut problems);
        let mut listed = |sheet: &Option<Sheet>| sheet.as_ref().map_or_else(Vec::new, |it| pairings(it, &mut problems));
        let (conflicts, frozen) = (listed(&self.conflicts), listed(&self.frozen));
        problems.or(Sheets { applications, reviewers, affinities, unlisted, conflicts, frozen, rules })
    }

    /// What the engine found, with the places in the files.
    fn problems(&self, flaws: &[Flaw]) -> String {
        let sheet_of = |sheet: assignment::Sheet| match sheet {
            assignment::Sheet::Applications => Some(&self.applications),
            assignment::Sheet::Reviewers => Some(&self.reviewers),
            assignment::Sheet::Affinities => Some(&self.affinities),
            assignment::Sheet::Conflicts => self.conflicts.as_ref(),
            assignment::Sheet::Frozen => self.frozen.as_ref(),
            assignment::Sheet::Rules => None,
        };
        let problem = |flaw: &Flaw| {
            let place = flaw.place().and_then(|(sheet, row)| {
                let sheet = sheet_of(sheet)?;
                Some(sheet.rows().get(row.wrapping_sub(1)).map_or_else(|| sheet.place(), |it| sheet.line(it)))
            });
            Problem {
                place: place.unwrap_or(Place { file: "assign".into(), ..Place::default() }),
                says: flaw.to_string(),
            }
        };
        Problems(flaws.iter().map(problem).collect()).to_string()
    }
}

/// A value, or a problem that is kept and nothing in its place.
fn kept<T: Default>(found: Result<T, Problem>, problems: &mut Problems) -> T {
    found.unwrap_or_else(|problem| {
        problems.0.push(problem);
        T::default()
    })
}

fn column(sheet: &Sheet, heading: &str, problems: &mut Problems) -> Option<Column> {
    sheet.column(heading).map_err(|it| problems.0.push(it)).ok()
}

fn applications(sheet: &Sheet, readings: u32, problems: &mut Problems) -> Vec<Application> {
    let Some(id) = column(sheet, "id", problems) else { return Vec::new() };
    let own = sheet.find("readings");
    let application = |row: &Row| {
        let column = own.filter(|it| !row.cell(*it).is_empty());
        let readings = column.map_or(readings, |it| kept(sheet.count(row, it), problems));
        Application { id: row.cell(id).to_owned(), readings }
    };
    sheet.rows().iter().map(application).collect()
}

fn reviewers(sheet: &Sheet, problems: &mut Problems) -> Vec<Reviewer> {
    let (Some(id), Some(at_most)) = (column(sheet, "id", problems), column(sheet, "at_most", problems)) else {
        return Vec::new();
    };
    let at_least = sheet.find("at_least");
    let known = [Some(id), Some(at_most), at_least];
    let traits: Vec<(&String, Column)> = sheet
        .headings()
        .iter()
        .filter_map(|it| Some((it, sheet.find(it)?)))
        .filter(|it| !known.contains(&Some(it.1)))
        .collect();
    let reviewer = |row: &Row| Reviewer {
        id: row.cell(id).to_owned(),
        at_least: at_least.filter(|it| !row.cell(*it).is_empty()).map_or(0, |it| kept(sheet.count(row, it), problems)),
        at_most: kept(sheet.count(row, at_most), problems),
        traits: traits
            .iter()
            .filter(|it| !row.cell(it.1).is_empty())
            .map(|it| (it.0.clone(), row.cell(it.1).to_owned()))
            .collect(),
    };
    sheet.rows().iter().map(reviewer).collect()
}

fn pair(sheet: &Sheet, problems: &mut Problems) -> Option<(Column, Column)> {
    let columns = (column(sheet, "application", problems), column(sheet, "reviewer", problems));
    columns.0.zip(columns.1)
}

fn pairings(sheet: &Sheet, problems: &mut Problems) -> Vec<Pairing> {
    let Some((application, reviewer)) = pair(sheet, problems) else { return Vec::new() };
    sheet.rows().iter().map(|row| Pairing::new(row.cell(application), row.cell(reviewer))).collect()
}

fn affinities(sheet: &Sheet, problems: &mut Problems) -> Vec<Fit> {
    let (pair, Some(affinity)) = (pair(sheet, problems), column(sheet, "affinity", problems)) else {
        return Vec::new();
    };
    let Some((application, reviewer)) = pair else { return Vec::new() };
    let fit = |row: &Row| {
        let figure = kept(sheet.number(row, affinity), problems);
        let affinity =
            Affinity::nearest(figure).map_err(|it| Problem { place: sheet.at(row, affinity), says: format!("{it}.") });
        Fit { pair: Pairing::new(row.cell(application), row.cell(reviewer)), affinity: kept(affinity, problems) }
    };
    sheet.rows().iter().map(fit).collect()
}
