//! The sheet of quotas: `category,feature` or `feature,value`, then `min`, `max` and, where wished, `min_flex`, `max_flex`.

use std::{collections::BTreeMap, path::Path};

use cohort::model::{Condition, Quota};

use crate::{Column, Place, Problems, Row, Sheet};

/// What stands between the parts of an intersectional quota: `gender & country`, `woman & Kenya`.
const AND: char = '&';

/// The quotas of a sheet, and the line of each.
pub(super) struct Quotas {
    pub quotas: Vec<Quota>,
    pub places: Vec<Place>,
}

impl Quotas {
    pub(super) fn read(path: &Path) -> Result<Self, Problems> {
        Self::of(&Sheet::read(path)?)
    }

    pub(super) fn of(sheet: &Sheet) -> Result<Self, Problems> {
        let columns = Columns::of(sheet)?;
        let mut problems = Problems::default();
        let mut quotas = Vec::new();
        let mut places = Vec::new();
        let mut lines: BTreeMap<String, u64> = BTreeMap::new();
        for row in sheet.rows() {
            match columns.quota(sheet, row) {
                Ok(quota) => {
                    if let Some(first) = lines.insert(quota.label.to_lowercase(), row.line) {
                        let says = format!("“{}” stands in line {first} already. Keep one of the two.", quota.label);
                        problems.add(sheet.line(row), says);
                    }
                    quotas.push(quota);
                    places.push(sheet.line(row));
                }
                Err(found) => problems.0.extend(found.0),
            }
        }
        problems.or(Self { quotas, places })
    }

    /// The values that quotas speak of, by category.
    pub(super) fn values(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for condition in self.quotas.iter().flat_map(|it| &it.all_of) {
            let known = values.entry(&condition.category).or_default();
            if !known.contains(&condition.value.as_str()) {
                known.push(&condition.value);
            }
        }
        values
    }

    /// The categories all of whose values are listed: those that have quotas of their own.
    pub(super) fn is_listed(&self, category: &str) -> bool {
        self.quotas.iter().any(|it| it.all_of.len() == 1 && it.all_of[0].category == category)
    }
}

struct Columns {
    category: Column,
    value: Column,
    min: Column,
    max: Column,
    min_flex: Option<Column>,
    max_flex: Option<Column>,
    priority: Option<Column>,
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Self, Problems> {
        let named = [("category", "feature"), ("feature", "value"), ("category", "value"), ("category", "name")];
        let pair = named.iter().find_map(|it| sheet.find(it.0).zip(sheet.find(it.1)));
        let Some((category, value)) = pair else {
            let place = Place { line: Some(1), ..sheet.place() };
            let says =
                "the headings of quotas are “category,feature,min,max” or “feature,value,min,max”. Rename them so.";
            return Err(Problems::one(place, says));
        };
        let [min, max] = sheet.columns(["min", "max"])?;
        let (min_flex, max_flex) = (sheet.find("min_flex"), sheet.find("max_flex"));
        Ok(Self { category, value, min, max, min_flex, max_flex, priority: sheet.find("priority") })
    }

    fn quota(&self, sheet: &Sheet, row: &Row) -> Result<Quota, Problems> {
        let mut problems = Problems::default();
        let mut count = |column: Column| {
            sheet.count(row, column).unwrap_or_else(|problem| {
                problems.0.push(problem);
                0
            })
        };
        let given = |column: &Column| !row.cell(*column).is_empty();
        let (least, most) = (count(self.min), count(self.max));
        let least_flex = self.min_flex.filter(given).map(&mut count);
        let most_flex = self.max_flex.filter(given).map(&mut count);
        let priority = self.priority.filter(given).map(&mut count);
        if !problems.0.is_empty() {
            return Err(problems);
        }
        if least > most {
            problems
                .add(sheet.at(row, self.min), format!("min is {least}, but max is {most}. Min must not be greater."));
        }
        if let Some(flex) = least_flex.filter(|it| *it > least) {
            let says = format!("min_flex is {flex}, but min is {least}. It says how low min may be set; lower it.");
            problems.add(self.min_flex.map_or_else(|| sheet.line(row), |it| sheet.at(row, it)), says);
        }
        if let Some(flex) = most_flex.filter(|it| *it < most) {
            let says = format!("max_flex is {flex}, but max is {most}. It says how high max may be set; raise it.");
            problems.add(self.max_flex.map_or_else(|| sheet.line(row), |it| sheet.at(row, it)), says);
        }
        let all_of = self.conditions(sheet, row, &mut problems);
        let label: Vec<String> = all_of.iter().map(|it| format!("{}: {}", it.category, it.value)).collect();
        let priority = u8::try_from(priority.unwrap_or(1)).unwrap_or(u8::MAX);
        problems.or(Quota {
            label: label.join(" & "),
            all_of,
            least,
            most,
            least_flex: least_flex.unwrap_or(0),
            most_flex: most_flex.unwrap_or(u32::MAX),
            priority,
        })
    }

    fn conditions(&self, sheet: &Sheet, row: &Row, problems: &mut Problems) -> Vec<Condition> {
        let (category, value) = (row.cell(self.category), row.cell(self.value));
        for (cell, column) in [(category, self.category), (value, self.value)] {
            if cell.is_empty() {
                problems.add(sheet.at(row, column), "nothing stands here. Name a category and one of its values.");
            }
        }
        // A single category may well have an ampersand in its own name.
        if !category.contains(AND) {
            return vec![Condition { category: category.to_owned(), value: value.to_owned() }];
        }
        let categories: Vec<&str> = category.split(AND).map(str::trim).collect();
        let values: Vec<&str> = value.split(AND).map(str::trim).collect();
        if categories.len() != values.len() || categories.iter().chain(&values).any(|it| it.is_empty()) {
            let says = format!(
                "“{category}” names {} categories and “{value}” {} values. Write as many: “gender & country”, “woman & Kenya”.",
                categories.len(),
                values.len()
            );
            problems.add(sheet.at(row, self.value), says);
        }
        let condition = |it: (&&str, &&str)| Condition { category: (*it.0).to_owned(), value: (*it.1).to_owned() };
        categories.iter().zip(&values).map(condition).collect()
    }
}
