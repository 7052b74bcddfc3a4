//! Fields: what a column of a table holds.

use serde::Serialize;

use super::table::Cell;

/// A column and what it holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// The word at the head of the column.
    pub name: String,
    /// What its cells are.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Its name for people.
    pub title: String,
    /// What it means: a definition, a unit.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// What its cells must keep to.
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    pub constraints: Constraints,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A day, `2025-04-15`.
    Date,
    /// An instant in UTC, `2025-04-15T09:00:00Z`.
    DateTime,
    /// A year of four digits.
    Year,
}

/// What the cells of a column must keep to; it is checked before anything is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Constraints {
    /// No cell is missing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// No two cells are the same.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unique: bool,
    /// The least whole number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// The greatest whole number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    /// The only words that occur.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<String>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Field {
    /// A column of this kind.
    pub fn new(name: impl Into<String>, kind: FieldType, title: impl Into<String>) -> Self {
        let constraints = Constraints::default();
        Self { name: name.into(), kind, title: title.into(), description: String::new(), constraints }
    }

    /// The same with its meaning.
    #[must_use]
    pub fn meaning(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// The same with every cell filled.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.constraints.required = true;
        self
    }

    /// The same with none but these words.
    #[must_use]
    pub fn among<W: Into<String>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.constraints.among = words.into_iter().map(Into::into).collect();
        self
    }

    /// The same with no number below this.
    #[must_use]
    pub fn at_least(mut self, minimum: i64) -> Self {
        self.constraints.minimum = Some(minimum);
        self
    }

    /// Why a cell cannot stand in this column, if it cannot.
    pub(super) fn refuses(&self, cell: &Cell) -> Option<&'static str> {
        let Constraints { required, minimum, maximum, among, .. } = &self.constraints;
        let fits = match (self.kind, cell) {
            (_, Cell::NotKnown | Cell::Hidden) => return required.then_some("a required cell is missing"),
            (FieldType::Year, Cell::Whole(it)) => (0..=9999).contains(it),
            (FieldType::String, Cell::Text(_))
            | (FieldType::Integer | FieldType::Number, Cell::Whole(_))
            | (FieldType::Boolean, Cell::Is(_))
            | (FieldType::Date, Cell::Day(_))
            | (FieldType::DateTime, Cell::At(_)) => true,
            (FieldType::Number, Cell::Decimal(it)) => it.is_finite(),
            _ => false,
        };
        let number = match cell {
            Cell::Whole(it) => Some(*it as f64),
            Cell::Decimal(it) => Some(*it),
            _ => None,
        };
        let outside =
            |it: f64| minimum.is_some_and(|low| it < low as f64) || maximum.is_some_and(|high| it > high as f64);
        if !fits {
            Some("a cell is of another type than its field")
        } else if number.is_some_and(outside) {
            Some("a number is out of bounds")
        } else if !among.is_empty() && !among.contains(&cell.plain()) {
            Some("a word is none of those that may occur")
        } else {
            None
        }
    }
}
