//! Taking the last change of a thing back, and noticing that somebody else was faster.

use db::Conn;
use host::{
    Result,
    journal::{self, LineValue},
};
use kernel::Id;
use ui::form::Filled;

use crate::{ProgrammeRefusal, store::journal as record};

/// What the last of some acts changed, as it was before.
pub struct Before(Vec<LineValue>);

/// What the last of these acts changed of a thing; `None` where there was none, or what it was has been erased.
pub async fn before_last<T>(conn: &mut Conn, subject: Id<T>, acts: &[&str]) -> Result<Option<Before>> {
    let lines = journal::history(conn, subject).await?;
    let Some(last) = lines.iter().find(|line| acts.contains(&line.act.as_str())) else { return Ok(None) };
    let mut values = record::values_of(conn, subject).await?;
    values.retain(|it| it.entry_id == last.id);
    let whole = values.iter().all(|it| it.erased_at.is_none());
    Ok(whole.then_some(Before(values)))
}

impl Before {
    /// What stood in a field; `None` where it did not change.
    pub fn was(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|it| it.field == field).map(|it| it.was.as_deref().unwrap_or_default())
    }
}

/// A form is taken only on what it was opened on: nobody overwrites what they did not see.
pub fn as_it_was_opened(sent: &Filled, digest: &str) -> std::result::Result<(), ProgrammeRefusal> {
    if sent.value("was") == digest { Ok(()) } else { Err(ProgrammeRefusal::ChangedMeanwhile) }
}
