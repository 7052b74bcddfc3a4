//! The record's storage: the only crate that knows that there are two database engines.
//!
//! Its words: a [`Conn`] reads, a [`Tx`] writes, a statement is written once with [`sql!`], a row is
//! declared with [`row!`]. Needs the kernel's values; tells whoever waits on [`Db::version`].

mod carry;
mod conn;
mod error;
mod lane;
mod migrate;
mod row;
mod sql;
mod store;
mod value;

pub use carry::{Table, from_json, tables, to_json};
pub use conn::{Conn, Tx};
pub use error::{Error, Result};
pub use migrate::{Migration, book};
pub use row::{AsText, Column, FromRow, Row};
pub use sql::Sql;
pub use store::{Db, Durability, Engine};
pub use value::{Args, AsValue, Json, Kind, Value};
