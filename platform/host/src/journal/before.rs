//! What stood before the last change of a thing: what an undo sets it back to.

use db::Conn;
use kernel::Id;

use super::{LineValue, history, values_of};
use crate::Result;

/// What a line of the journal changed.
pub struct Before(Vec<LineValue>);

/// What the last of these acts changed of a thing, among the lines that are wanted; `None` where there was none, or
/// what it was has been erased.
pub async fn before_last<T>(
    conn: &mut Conn,
    subject: Id<T>,
    acts: &[&str],
    is_wanted: impl Fn(&Before) -> bool,
) -> Result<Option<Before>> {
    let lines = history(conn, subject).await?;
    let mut values = values_of(conn, subject).await?;
    let mut of = |line: &super::Line| Before(values.extract_if(.., |it| it.entry_id == line.id).collect());
    let last = lines.iter().filter(|line| acts.contains(&line.act.as_str())).map(&mut of).find(is_wanted);
    Ok(last.filter(|it| it.0.iter().all(|value| value.erased_at.is_none())))
}

impl Before {
    /// What stood in a field; `None` where it did not change, empty where nothing stood there.
    pub fn was(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|it| it.field == field).map(|it| it.was.as_deref().unwrap_or_default())
    }

    /// What a field became, or what was noted of it.
    pub fn became(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|it| it.field == field).and_then(|it| it.became.as_deref())
    }

    /// What stood in a field then, given the words of the thing as they stand now.
    pub fn stood<'a>(&'a self, now: &'a [(&'static str, String)], field: &str) -> &'a str {
        let unchanged = || now.iter().find(|(name, _)| *name == field).map(|(_, words)| words.as_str());
        self.was(field).or_else(unchanged).unwrap_or_default()
    }

    /// Whether the thing stands as this change left it: nobody changed it since in another way.
    pub fn still_stands(&self, now: &[(&'static str, String)]) -> bool {
        now.iter().all(|(field, words)| self.0.iter().all(|it| it.field != *field || it.became.as_ref() == Some(words)))
    }
}

/// The words of a thing of this kind that is not there: what it was before it was added, and becomes when it is taken
/// away.
pub fn nothing<const N: usize>(words: &[(&'static str, String); N]) -> [(&'static str, String); N] {
    std::array::from_fn(|at| (words[at].0, String::new()))
}
