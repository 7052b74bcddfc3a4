//! The sheet of those who ask to take part, read for the quotas.

use std::{collections::BTreeMap, path::Path};

use clap::Args;
use cohort::model::{Applicant, Instance, Merit, State};
use serde::{Deserialize, Serialize};

use super::quotas::Quotas;
use crate::{Column, Problem, Problems, Row, Sheet};

/// Which columns of the sheet of respondents mean what.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Columns {
    /// The column with everybody's id [default: the number of the row, from 1]
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    /// The column with the merit, in points; without it the lot alone decides
    #[arg(long, value_name = "COLUMN")]
    pub merit: Option<String>,
    /// The column with the standard error of the merit, in points
    #[arg(long, value_name = "COLUMN", requires = "merit")]
    pub merit_se: Option<String>,
    /// The column with a key (institution, household) of which at most one is chosen
    #[arg(long, value_name = "COLUMN")]
    pub exclusive: Option<String>,
    /// A column that says yes for those who are in, whatever else
    #[arg(long, value_name = "COLUMN")]
    pub must_in: Vec<String>,
    /// A column that says yes for those who cannot be chosen
    #[arg(long, value_name = "COLUMN")]
    pub not_in: Vec<String>,
    /// Values that the sheet of quotas does not list are allowed, and count for no quota
    #[arg(long)]
    pub other_values: bool,
}

/// The columns of one sheet.
struct Found<'a> {
    sheet: &'a Sheet,
    merit: Option<Column>,
    error: Option<Column>,
    exclusive: Option<Column>,
    must_in: Vec<Column>,
    not_in: Vec<Column>,
    /// The category, its column, its values by their folded spelling, and whether others are refused.
    categories: Vec<(&'a str, Column, BTreeMap<String, &'a str>, bool)>,
}

/// Reads respondents and quotas, and makes a question of them.
pub(super) fn read(respondents: &Path, categories: &Path, size: u32, columns: &Columns) -> Result<Instance, String> {
    let (sheet, quotas) = match (Sheet::read(respondents), Quotas::read(categories)) {
        (Ok(sheet), Ok(quotas)) => (sheet, quotas),
        (sheet, quotas) => {
            let problems = sheet.err().into_iter().chain(quotas.err()).flat_map(|it| it.0).collect();
            return Err(Problems(problems).into());
        }
    };
    let applicants = applicants(&sheet, &quotas, columns)?;
    let quotas = quotas.quotas;
    Instance::new(applicants, quotas, size).map_err(|it| it.to_string())
}

/// Everybody in the sheet, or everything that is wrong with it.
pub(super) fn applicants(sheet: &Sheet, quotas: &Quotas, columns: &Columns) -> Result<Vec<Applicant>, Problems> {
    let mut problems = Problems::default();
    let mut find = |heading: &str| sheet.column(heading).map_err(|it| problems.0.push(it)).ok();
    let id = columns.id.as_deref().map(&mut find);
    let merit = columns.merit.as_deref().and_then(&mut find);
    let error = columns.merit_se.as_deref().and_then(&mut find);
    let exclusive = columns.exclusive.as_deref().and_then(&mut find);
    let must_in = columns.must_in.iter().filter_map(|it| find(it)).collect();
    let not_in = columns.not_in.iter().filter_map(|it| find(it)).collect();
    let mut categories = Vec::new();
    for (category, values) in quotas.values() {
        match sheet.find(category) {
            Some(column) => {
                let folded = values.iter().map(|it| (it.to_lowercase(), *it)).collect();
                let is_closed = quotas.is_listed(category) && !columns.other_values;
                categories.push((category, column, folded, is_closed));
            }
            None => problems.0.push(no_category(sheet, quotas, category)),
        }
    }
    problems.or(())?;
    let found = Found { sheet, merit, error, exclusive, must_in, not_in, categories };
    let mut problems = Problems::default();
    let ids = sheet.ids(id.flatten()).unwrap_or_else(|it| {
        problems.0.extend(it.0);
        vec![String::new(); sheet.rows().len()]
    });
    let applicants = sheet.rows().iter().zip(ids).map(|(row, id)| found.applicant(row, id, &mut problems)).collect();
    problems.0.sort();
    problems.or(applicants)
}

fn no_category(sheet: &Sheet, quotas: &Quotas, category: &str) -> Problem {
    let first = quotas.quotas.iter().position(|it| it.all_of.iter().any(|it| it.category == category));
    let place = first.map_or_else(|| sheet.place(), |it| quotas.places[it].clone());
    let known: Vec<&str> = sheet.headings().iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let says =
        format!("there is no column “{category}” in {}. Its columns are: {}.", sheet.place().file, known.join(", "));
    Problem { place, says }
}

impl Found<'_> {
    fn applicant(&self, row: &Row, id: String, problems: &mut Problems) -> Applicant {
        let mut attributes = BTreeMap::new();
        for (category, column, values, is_closed) in &self.categories {
            let cell = row.cell(*column);
            match values.get(&cell.to_lowercase()) {
                Some(value) => {
                    attributes.insert((*category).to_owned(), (*value).to_owned());
                }
                None if *is_closed => problems.0.push(self.strange(row, *column, values)),
                None if cell.is_empty() => {}
                None => {
                    attributes.insert((*category).to_owned(), cell.to_owned());
                }
            }
        }
        let mut number = |column: Column| self.sheet.number(row, column).map_err(|it| problems.0.push(it)).ok();
        let state = |problems: &mut Problems| {
            let mut says = |columns: &[Column]| columns.iter().any(|it| self.is_yes(row, *it, problems));
            match (says(&self.must_in), says(&self.not_in)) {
                (_, true) => State::Out,
                (true, false) => State::MustIn,
                (false, false) => State::Eligible,
            }
        };
        let is_read = self.merit.is_some_and(|it| !row.cell(it).is_empty());
        let mean = self.merit.filter(|_| is_read).and_then(&mut number);
        let error = self.error.filter(|_| is_read).and_then(&mut number).unwrap_or(0.0);
        let state = state(problems);
        if let Some(column) = self.merit.filter(|_| !is_read && state == State::Eligible) {
            let says = "nothing stands here, but merit counts. Write the points, or say yes in a column of --not-in.";
            problems.add(self.sheet.at(row, column), says);
        }
        if let Some(column) = self.error.filter(|_| error < 0.0) {
            problems
                .add(self.sheet.at(row, column), "a standard error is never below zero. Write it without the sign.");
        }
        let exclusive = self.exclusive.map(|it| row.cell(it)).filter(|it| !it.is_empty()).map(str::to_owned);
        let merit = mean.map(|mean| Merit { mean, error });
        Applicant { id, attributes, merit, exclusive, state }
    }

    fn strange(&self, row: &Row, column: Column, values: &BTreeMap<String, &str>) -> Problem {
        let cell = row.cell(column);
        let known: Vec<&str> = values.values().copied().take(12).collect();
        let more = if values.len() > known.len() { ", …" } else { "" };
        let found =
            if cell.is_empty() { "nothing stands here".to_owned() } else { format!("“{cell}” has no quota") };
        let says = format!(
            "{found}; the values are: {}{more}. Mend it, or allow others with --other-values.",
            known.join(", ")
        );
        Problem { place: self.sheet.at(row, column), says }
    }

    fn is_yes(&self, row: &Row, column: Column, problems: &mut Problems) -> bool {
        match row.cell(column).to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" | "x" | "oui" => true,
            "" | "no" | "n" | "false" | "0" | "non" | "-" => false,
            other => {
                let says = format!("“{other}” is neither yes nor no. Write yes, or leave it empty.");
                problems.add(self.sheet.at(row, column), says);
                false
            }
        }
    }
}
