//! Taking the last change of a thing back, and noticing that somebody else was faster.

use db::Conn;
use host::{
    Result,
    journal::{self, LineValue},
};
use kernel::Id;
use ui::form::Filled;

use crate::document::DocumentRefusal;

/// What a line of the journal changed, as it was before.
pub struct Before(Vec<LineValue>);

/// What the last of these acts changed of a thing, among the lines that are wanted; `None` where there was none, or
/// what it was has been erased.
pub async fn before_last<T>(
    conn: &mut Conn,
    subject: Id<T>,
    acts: &[&str],
    is_wanted: impl Fn(&Before) -> bool,
) -> Result<Option<Before>> {
    let lines = journal::history(conn, subject).await?;
    let (Some(newest), Some(oldest)) = (lines.first(), lines.last()) else { return Ok(None) };
    let values = journal::values_between(conn, oldest.at, newest.at).await?;
    let of = |line: &journal::Line| Before(values.iter().filter(|it| it.entry_id == line.id).cloned().collect());
    let last = lines.iter().filter(|line| acts.contains(&line.act.as_str())).map(of).find(is_wanted);
    Ok(last.filter(|it| it.0.iter().all(|value| value.erased_at.is_none())))
}

impl Before {
    /// What stood in a field; `None` where it did not change, empty where nothing stood there.
    pub fn was(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|it| it.field == field).map(|it| it.was.as_deref().unwrap_or_default())
    }

    /// What the line notes about a field.
    pub fn noted(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|it| it.field == field).and_then(|it| it.became.as_deref())
    }
}

/// A form is taken only on what it was opened on: nobody overwrites what they did not see.
pub fn as_it_was_opened(sent: &Filled, digest: &str) -> std::result::Result<(), DocumentRefusal> {
    if sent.value("was") == digest { Ok(()) } else { Err(DocumentRefusal::ChangedMeanwhile) }
}
