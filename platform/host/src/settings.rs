//! The few values that an installation remembers about itself.

use db::{Conn, Json, Tx, sql};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use crate::Result;

/// The value of this name, if it was ever set.
pub async fn get<T: DeserializeOwned>(conn: &mut Conn, name: &str) -> Result<Option<T>> {
    db::row! {
        struct Setting { value: Json<serde_json::Value> }
    }
    let row: Option<Setting> = conn.first(sql!("select value from settings where name = $1"), (name,)).await?;
    Ok(row.and_then(|it| serde_json::from_value(it.value.0).ok()))
}

/// Sets the value of this name.
pub async fn set<T: Serialize>(tx: &mut Tx, name: &str, value: &T, now: Timestamp) -> Result<()> {
    tx.run(
        sql!(
            "insert into settings (name, value, changed_at) values ($1, $2, $3)
             on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at"
        ),
        (name, &Json(value), &now),
    )
    .await?;
    Ok(())
}

/// Sets the value of this name where none was ever set: of two who try, the first one's stays.
pub async fn set_once<T: Serialize>(tx: &mut Tx, name: &str, value: &T, now: Timestamp) -> Result<()> {
    tx.run(
        sql!(
            "insert into settings (name, value, changed_at) values ($1, $2, $3)
             on conflict (name) do nothing"
        ),
        (name, &Json(value), &now),
    )
    .await?;
    Ok(())
}
