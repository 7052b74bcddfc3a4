//! How a figure falls apart: a small table for each dimension, with bars, protected where it counts people.

use disclosure::Shown;
use host::{
    App,
    figures::{Dimension, Indicator, trace},
};
use kernel::Text;
use programme::Here;
use ui::{Markup, Reader, heads_and_counts, html};

use crate::{
    figures::count,
    protected::{counts_heads, protected},
};

/// How long the longest bar is.
const LONG: i64 = 120;

/// A figure by a dimension.
pub(super) struct Apart {
    dimension: Dimension,
    lines: Vec<Line>,
    /// Whether it counts people, so that some of it is kept back.
    heads: bool,
}

struct Line {
    name: String,
    shown: Shown,
}

/// By what a figure can be told apart, as far as the reader may see it.
///
/// In public that begins with the report: day by day, somebody could tell who came since yesterday.
pub(super) async fn read(
    app: &App,
    reader: &Reader,
    here: &Here,
    indicator: &Indicator,
    inside: bool,
) -> host::Result<Vec<Apart>> {
    let now = app.clock.now();
    if indicator.dimensions.is_empty() || !(inside || here.edition.is_reported(now)) {
        return Ok(Vec::new());
    }
    let mut conn = app.db.read().await?;
    let activities: Vec<(String, Text)> = programme::activities(&mut conn, here.edition.id)
        .await?
        .into_iter()
        .map(|it| (it.key.to_string(), it.title))
        .collect();
    let heads = counts_heads(indicator);
    let plain = if heads { None } else { Some(trace(app, &mut conn, here.scope(now), indicator).await?) };
    drop(conn);
    let protected = if heads { Some(protected(app, here.scope(now)).await?) } else { None };
    let mut apart = Vec::new();
    for dimension in &indicator.dimensions {
        // Who may see rows does not see the gender of anybody there, so this table is protected on the desk too.
        if *dimension == Dimension::Gender && !inside {
            continue;
        }
        let by = match (&protected, &plain) {
            (Some(protected), _) => protected.by(&indicator.key, *dimension),
            (None, Some(trace)) => {
                let exactly = |count: i64| Shown::Exactly(u32::try_from(count).unwrap_or(u32::MAX));
                Some(trace.by(*dimension).into_iter().map(|(told, count)| (told, exactly(count))).collect())
            }
            (None, None) => None,
        };
        let line = |(told, shown): (Option<String>, Shown)| Line {
            name: name(reader, *dimension, told.as_deref(), &activities),
            shown,
        };
        let mut lines: Vec<Line> = by.unwrap_or_default().into_iter().map(line).collect();
        lines.sort_by(|a, b| least(b.shown).cmp(&least(a.shown)).then_with(|| a.name.cmp(&b.name)));
        if !lines.is_empty() {
            apart.push(Apart { dimension: *dimension, lines, heads });
        }
    }
    Ok(apart)
}

fn name(reader: &Reader, dimension: Dimension, told: Option<&str>, activities: &[(String, Text)]) -> String {
    let Some(told) = told else { return reader.say("report-not-known") };
    match dimension {
        Dimension::Country => told.parse().map_or_else(|_| told.to_owned(), |it| reader.country(it)),
        Dimension::Region => reader.say_key(&format!("report-{told}")),
        Dimension::Party => reader.say_key(&format!("people-party-{told}")),
        Dimension::Gender => reader.say_key(&format!("people-gender-{told}")),
        Dimension::Activity => activities
            .iter()
            .find(|it| it.0 == told)
            .map_or_else(|| told.to_owned(), |it| reader.text(&it.1).to_owned()),
    }
}

/// The least that a line can stand for, by which it is drawn.
fn least(shown: Shown) -> i64 {
    match shown {
        Shown::Exactly(count) => count.into(),
        Shown::Band(band) => band.from.into(),
        Shown::Hidden => 0,
    }
}

impl Apart {
    pub(super) fn view(&self, reader: &Reader) -> Markup {
        let most = self.lines.iter().map(|it| least(it.shown)).max().unwrap_or(1).max(1);
        let hidden = self.lines.iter().any(|it| it.shown == Shown::Hidden);
        let banded = self.lines.iter().any(|it| matches!(it.shown, Shown::Band(_)));
        let title = reader.say_key(&format!("report-by-{}", self.dimension.column()));
        html! {
            section.block {
                h2 { (title) }
                @if self.heads && banded { p.meta { (reader.say("report-in-bands")) } }
                @if hidden { p.meta { (reader.say("report-kept-back-why")) } }
                table {
                    (heads_and_counts([reader.say_key(&format!("report-head-{}", self.dimension.column()))], [reader.say("report-head-count")]))
                    tbody {
                        @for it in &self.lines {
                            tr {
                                th scope="row" { (it.name) (bar(least(it.shown) * LONG / most)) }
                                td.end { (shown(reader, it.shown)) }
                            }
                        }
                    }
                }
                p.meta { (reader.say_with("report-apart-count", [("count", reader.number(count(self.lines.len())))])) }
            }
        }
    }
}

/// A bar below a name, for those who see it; as wide as its column allows.
fn bar(long: i64) -> Markup {
    html! {
        @if long > 0 {
            svg.share viewBox={"0 0 " (LONG) " 6"} preserveAspectRatio="none" aria-hidden="true" {
                rect width=(long) height="6" fill="currentColor" {}
            }
        }
    }
}

fn shown(reader: &Reader, shown: Shown) -> String {
    match shown {
        Shown::Exactly(count) => reader.number(count.into()),
        Shown::Band(band) => match band.to {
            Some(to) => format!("{}–{}", reader.number(band.from.into()), reader.number(to.into())),
            None => format!("{}+", reader.number(band.from.into())),
        },
        Shown::Hidden => reader.say("report-kept-back"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{AFTERWARDS, small};

    #[tokio::test]
    async fn every_row_has_as_many_cells_as_the_table_has_heads() {
        let (test, _) = small(AFTERWARDS).await;
        let line = |name: &str, shown| Line { name: name.to_owned(), shown };
        let lines = vec![line("Malaysia", Shown::Exactly(7)), line("Estonia", Shown::Hidden)];
        let apart = Apart { dimension: Dimension::Country, lines, heads: true };
        let view = apart.view(&test.app.reader(kernel::Language::ENGLISH)).into_string();
        let rows = view.split("<tr>").skip(1).map(|it| it.matches("<th").count() + it.matches("<td").count());
        assert_eq!(rows.collect::<Vec<_>>(), [2, 2, 2]);
        assert_eq!(view.matches("<svg").count(), 1, "what is kept back has no bar that could be measured");
    }
}
