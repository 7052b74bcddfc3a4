//! Reads reviews from a sheet.

use std::collections::BTreeMap;

use calibration::{Refused, Review, Reviews};

use super::Command;
use crate::{Column, Place, Problems, Row, Sheet};

/// Reviews as they were read, with the names behind the numbers.
pub(super) struct Read {
    pub(super) reviews: Reviews,
    /// The applications, in the order of their names, so that the order of the rows does not matter.
    pub(super) applications: Vec<String>,
    /// The reviewers, in the order of their names.
    pub(super) reviewers: Vec<String>,
    place: Place,
}

/// The columns that are read.
struct Columns {
    named: [Column; 3],
    weight: Option<Column>,
    relations: Vec<Column>,
}

impl Read {
    /// Reads the reviews of a command, or says everything that is wrong with them.
    pub(super) fn of(command: &Command) -> Result<Self, Problems> {
        let sheet = Sheet::read(&command.reviews)?;
        let columns = Columns::of(&sheet, command)?;
        let [application, reviewer, _] = columns.named;
        let mut problems = Problems::default();
        let applications = names(&sheet, application, "application", &mut problems);
        let reviewers = names(&sheet, reviewer, "reviewer", &mut problems);
        let mut rows = Vec::with_capacity(sheet.rows().len());
        for row in sheet.rows() {
            let mut review = columns.review(&sheet, row, &mut problems);
            review.application = applications.get(row.cell(application)).copied().unwrap_or_default();
            review.reviewer = reviewers.get(row.cell(reviewer)).copied().unwrap_or_default();
            rows.push(review);
        }
        let rows = problems.or(rows)?;
        let checked = Reviews::check(applications.len(), reviewers.len(), columns.relations.len(), rows);
        let reviews = checked.map_err(|refused| of_refused(&sheet, &columns, &refused))?;
        let keys = |names: BTreeMap<&str, usize>| names.into_keys().map(str::to_owned).collect();
        Ok(Self { reviews, applications: keys(applications), reviewers: keys(reviewers), place: sheet.place() })
    }

    /// What to say where the reviews as a whole cannot be calibrated.
    pub(super) fn problem(&self, refused: &Refused) -> Problems {
        Problems::one(self.place.clone(), sentence(refused))
    }

    /// The number of an application or reviewer by name.
    pub(super) fn number(names: &[String], name: &str) -> Option<usize> {
        names.binary_search_by(|it| it.as_str().cmp(name)).ok()
    }
}

impl Columns {
    fn of(sheet: &Sheet, command: &Command) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let named = sheet.columns([&command.application, &command.reviewer, &command.score]);
        let mut find = |heading: &String| sheet.column(heading).map_err(|problem| problems.0.push(problem)).ok();
        let weight = command.weight.as_ref().and_then(&mut find);
        let relations: Vec<Column> = command.relation.iter().filter_map(&mut find).collect();
        match named {
            Ok(named) => problems.or(Self { named, weight, relations }),
            Err(mut all) => {
                all.0.append(&mut problems.0);
                Err(all)
            }
        }
    }

    /// The numbers of a review; who and what come later.
    fn review(&self, sheet: &Sheet, row: &Row, problems: &mut Problems) -> Review {
        let mut number = |column| {
            sheet.number(row, column).unwrap_or_else(|problem| {
                problems.0.push(problem);
                1.0
            })
        };
        let score = number(self.named[2]);
        let weight = self.weight.map_or(1.0, &mut number);
        let relations = self.relations.iter().map(|it| number(*it)).collect();
        Review { application: 0, reviewer: 0, score, weight, relations }
    }
}

/// The numbers of the names in a column, in the order of the names.
fn names<'a>(sheet: &'a Sheet, column: Column, what: &str, problems: &mut Problems) -> BTreeMap<&'a str, usize> {
    let mut names = BTreeMap::new();
    for row in sheet.rows() {
        let name = row.cell(column);
        if name.is_empty() {
            problems.add(sheet.at(row, column), format!("nothing stands here. Write which {what} it is."));
        }
        names.insert(name, 0);
    }
    for (number, it) in names.values_mut().enumerate() {
        *it = number;
    }
    names
}

/// Where the engine found fault.
fn of_refused(sheet: &Sheet, columns: &Columns, refused: &Refused) -> Problems {
    let cell = |row: usize, column: Option<Column>| match (sheet.rows().get(row), column) {
        (Some(row), Some(column)) => sheet.at(row, column),
        _ => sheet.place(),
    };
    let place = match refused {
        Refused::Score { row, .. } => cell(*row, Some(columns.named[2])),
        Refused::Weight { row, .. } => cell(*row, columns.weight),
        Refused::Relations { row, .. } => cell(*row, columns.relations.first().copied()),
        Refused::Unknown { row, .. } => cell(*row, Some(columns.named[0])),
        Refused::NoReviews
        | Refused::TooManyReviews { .. }
        | Refused::TooWide { .. }
        | Refused::TooManyRelations { .. }
        | Refused::Constant
        | Refused::NothingCompared => sheet.place(),
    };
    Problems::one(place, sentence(refused))
}

/// The engine's own words; where a row is named, the place says which.
fn sentence(refused: &Refused) -> String {
    match refused {
        Refused::Score { score, .. } => {
            format!("the score is {score}. Write a number between -1,000,000 and 1,000,000.")
        }
        Refused::Weight { weight, .. } => {
            format!("the weight is {weight}. Write a number between 0.001 and 1,000; 1 is usual.")
        }
        Refused::Relations { .. } => "a relation is out of reach. Write 1 where it holds and 0 where not.".to_owned(),
        Refused::NoReviews
        | Refused::TooManyReviews { .. }
        | Refused::TooWide { .. }
        | Refused::Unknown { .. }
        | Refused::TooManyRelations { .. }
        | Refused::Constant
        | Refused::NothingCompared => format!("{refused}."),
    }
}
