//! Actual against target, figure by figure.

use host::figures::percent;
use ui::Reader;

use super::setting::Setting;
use crate::{Figure, document::Target};

/// A figure beside what it was to reach.
#[derive(Clone, Debug)]
pub struct TargetLine {
    /// What the number is a number of.
    pub title: String,
    /// Where it stood before; empty where nobody knows.
    pub baseline: String,
    /// What it was to reach.
    pub target: String,
    /// What it reached.
    pub actual: String,
    /// The page of its definition.
    pub path: String,
    /// The message that says how the two compare.
    pub verdict: &'static str,
}

/// The targets whose figures can be computed; each other one is left to the register, where it stands open.
pub(super) fn target_lines(setting: &mut Setting<'_>) -> Vec<TargetLine> {
    let targets: &[Target] = &setting.of.targets;
    let mut lines = Vec::new();
    for it in targets {
        let Ok(figure) = setting.figure(&it.indicator) else { continue };
        lines.extend(line(&figure, it, setting.reader, figure.path(&setting.of.here)));
    }
    lines
}

fn line(figure: &Figure, target: &Target, reader: &Reader, path: String) -> Option<TargetLine> {
    let value = figure.value?;
    let share = figure.indicator.display.is_share();
    let shown = |number: i64| if share { reader.percent(number) } else { reader.number(number) };
    let reached = if share { percent(value) } else { value.number };
    let actual = match value.of {
        Some(n) => {
            reader.say_with("report-compose-share-n", [("shown", figure.show(reader)?), ("n", reader.number(n))])
        }
        None => figure.show(reader)?,
    };
    Some(TargetLine {
        title: figure.title(reader),
        baseline: target.baseline.map(shown).unwrap_or_default(),
        target: shown(target.target),
        actual,
        path,
        verdict: if reached >= target.target { "report-compose-reached" } else { "report-compose-missed" },
    })
}
