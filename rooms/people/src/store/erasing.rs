//! What erasing somebody touches, as rows.

use db::{Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, mark};

use crate::model::ERASED;

/// Takes away what a person told us; 0 where that was done before.
pub(crate) async fn erase_person(tx: &mut Tx, id: Id<mark::Person>, now: Timestamp) -> Result<u64> {
    let touched = tx
        .run(
            sql!(
                "update people set name = $2, printed = $2, email = null, office = $3, organisation_id = null, organisation = '',
                                   gender = null, born_on = null, language = null, consent = null, account_id = null, erased_at = $4
                 where id = $1 and erased_at is null"
            ),
            (&id, ERASED, &kernel::Text::default(), &now),
        )
        .await?;
    tx.run(sql!("update applications set motivation = '' where person_id = $1"), (&id,)).await?;
    Ok(touched)
}
