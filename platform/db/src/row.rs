//! Rows on their way out of the database.

use std::{fmt::Display, str::FromStr};

use jiff::{Timestamp, civil::Date, civil::Time};
use kernel::Id;
use serde::de::DeserializeOwned;
use sqlx::{Row as _, postgres::PgRow, sqlite::SqliteRow};
use uuid::Uuid;

use crate::{Error, Json, Result};

/// A type that is stored as the words by which it prints.
pub trait AsText: Display + FromStr<Err: Display> {}

impl AsText for kernel::EmailAddress {}
impl AsText for kernel::Key {}
impl AsText for kernel::Language {}
impl AsText for kernel::Country {}
impl AsText for kernel::Region {}

/// One row of an answer.
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// The value of the column with this name.
    pub fn get<T: Column>(&self, column: &str) -> Result<T> {
        T::read(self, column)
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// The value of the named column; `Err` where the column holds something else.
    fn read(row: &Row, column: &str) -> Result<Self> {
        Self::read_option(row, column)?
            .ok_or_else(|| Error::Unreadable { column: column.to_owned(), reason: "it is empty".to_owned() })
    }

    /// The value of the named column, or `None` where it is null.
    fn read_option(row: &Row, column: &str) -> Result<Option<Self>>;
}

/// A struct that a row can be read as; declared with [`row!`](crate::row!).
pub trait FromRow: Sized {
    /// Reads the row by the names of its columns.
    fn from_row(row: &Row) -> Result<Self>;
}

macro_rules! native {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
                Ok(match row {
                    Row::Sqlite(it) => it.try_get(column)?,
                    Row::Postgres(it) => it.try_get(column)?,
                })
            }
        }
    )*};
}

native!(bool, i64, f64, String, Vec<u8>, Uuid);

fn parsed<T: FromStr<Err: Display>>(column: &str, words: &str) -> Result<T> {
    words.parse().map_err(|error: T::Err| Error::Unreadable { column: column.to_owned(), reason: error.to_string() })
}

impl<T> Column for Id<T> {
    fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
        Ok(Uuid::read_option(row, column)?.map(Id::from))
    }
}

impl<T: AsText> Column for T {
    fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
        String::read_option(row, column)?.map(|words| parsed(column, &words)).transpose()
    }
}

macro_rules! words {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
                String::read_option(row, column)?.map(|words| parsed(column, &words)).transpose()
            }
        }
    )*};
}

words!(Date, Time);

impl Column for Timestamp {
    fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
        match row {
            Row::Sqlite(it) => it.try_get::<Option<String>, _>(column)?.map(|words| parsed(column, &words)).transpose(),
            Row::Postgres(it) => Ok(it.try_get::<Option<crate::conn::PgInstant>, _>(column)?.map(|instant| instant.0)),
        }
    }
}

impl<T: DeserializeOwned> Column for Json<T> {
    fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
        let unreadable =
            |error: serde_json::Error| Error::Unreadable { column: column.to_owned(), reason: error.to_string() };
        match row {
            Row::Sqlite(it) => it
                .try_get::<Option<String>, _>(column)?
                .map(|words| serde_json::from_str(&words).map(Json).map_err(unreadable))
                .transpose(),
            Row::Postgres(it) => it
                .try_get::<Option<sqlx::types::Json<serde_json::Value>>, _>(column)?
                .map(|value| serde_json::from_value(value.0).map(Json).map_err(unreadable))
                .transpose(),
        }
    }
}

impl Column for kernel::Text {
    fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
        Ok(Json::<Self>::read_option(row, column)?.map(|it| it.0))
    }
}

impl<T: Column> Column for Option<T> {
    fn read(row: &Row, column: &str) -> Result<Self> {
        T::read_option(row, column)
    }

    fn read_option(row: &Row, column: &str) -> Result<Option<Self>> {
        T::read_option(row, column).map(Some)
    }
}

/// Declares a struct whose fields are read from the columns of the same names.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $type:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $type),* }

        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row) -> $crate::Result<Self> {
                Ok(Self { $($field: row.get(stringify!($field))?),* })
            }
        }
    };
}
