//! Figures as readers see them: the value as declared, the rule by which it was rounded, and where to ask further.

use std::sync::atomic::Ordering;

use db::Conn;
use host::{
    App, Result,
    figures::{Display, Indicator, Scope, Value, values},
};
use jiff::Timestamp;
use kernel::Say;
use outreach::Observation;
use programme::Here;
use ui::{Markup, Reader, html};

/// A figure as of a moment, with what is known about where it comes from.
#[derive(Clone)]
pub struct Figure {
    /// What it counts.
    pub indicator: Indicator,
    /// What came out; `None` where there is nothing to count, or it is not counted yet.
    pub value: Option<Value>,
    /// Whether the record is still being imported.
    pub counting: bool,
    /// Who counted it, where this program did not and its source was asked for.
    pub observed: Option<Observation>,
}

/// Computes figures, in the order of their keys; a key that no room knows is left out. Their sources stay unread.
pub async fn key_figures(app: &App, conn: &mut Conn, scope: Scope, keys: &[&str]) -> Result<Vec<Figure>> {
    let indicators = app.assembly.indicators.of(conn, scope.edition, keys).await?;
    computed(app, conn, scope, indicators).await
}

/// Computes figures together with their sources.
pub async fn sourced(app: &App, conn: &mut Conn, scope: Scope, keys: &[&str]) -> Result<Vec<Figure>> {
    let mut figures = key_figures(app, conn, scope, keys).await?;
    find_sources(conn, scope, &mut figures).await?;
    Ok(figures)
}

/// Computes every figure of an edition.
pub async fn all_figures(app: &App, conn: &mut Conn, scope: Scope) -> Result<Vec<Figure>> {
    let indicators = app.assembly.indicators.all(conn, scope.edition).await?;
    computed(app, conn, scope, indicators).await
}

/// Computes one figure and finds its source.
pub async fn figure(app: &App, conn: &mut Conn, scope: Scope, indicator: Indicator) -> Result<Figure> {
    let mut figures = computed(app, conn, scope, vec![indicator.clone()]).await?;
    find_sources(conn, scope, &mut figures).await?;
    let none = || Figure { indicator, value: None, counting: false, observed: None };
    Ok(figures.pop().unwrap_or_else(none))
}

/// One statement for all of them, whatever they are composed of.
async fn computed(app: &App, conn: &mut Conn, scope: Scope, indicators: Vec<Indicator>) -> Result<Vec<Figure>> {
    let counting = app.counting.load(Ordering::Relaxed);
    let values = if counting { Vec::new() } else { values(app, conn, scope, &indicators).await? };
    let values = values.into_iter().chain(std::iter::repeat(None));
    let figure = |(indicator, value)| Figure { indicator, value, counting, observed: None };
    Ok(indicators.into_iter().zip(values).map(figure).collect())
}

/// One statement for all of them, and none where this program counted them all.
async fn find_sources(conn: &mut Conn, scope: Scope, figures: &mut [Figure]) -> Result<()> {
    if !figures.iter().any(|it| it.indicator.is_observed() && it.value.is_some()) {
        return Ok(());
    }
    let observations = outreach::newest_observations(conn, scope).await?;
    for figure in figures.iter_mut().filter(|it| it.value.is_some()) {
        figure.observed = observations.iter().find(|it| it.indicator() == figure.indicator.key).cloned();
    }
    Ok(())
}

impl Figure {
    /// Its key.
    pub fn key(&self) -> &str {
        &self.indicator.key
    }

    /// What the number is a number of.
    pub fn title(&self, reader: &Reader) -> String {
        self.indicator.title.in_words(reader)
    }

    /// The figure as it is printed; nothing where there is nothing to count.
    pub fn show(&self, reader: &Reader) -> Option<String> {
        self.value.map(|it| self.indicator.display.show(reader, it))
    }

    /// Whether the public may see it before the report is out: what is counted day by day, but not what people answered.
    pub fn is_open(&self, here: &Here, now: Timestamp) -> bool {
        here.edition.is_reported(now) || !self.indicator.display.is_share()
    }

    /// The number behind it, for a percentage both numbers.
    pub(crate) fn exact(&self, reader: &Reader) -> Option<String> {
        self.value.map(|it| match it.of {
            Some(all) => fraction(reader, it.number, all),
            None => reader.number(it.number),
        })
    }

    /// What is said beside a percentage: how many agree, how many answered, how many were asked.
    pub(crate) fn note(&self, reader: &Reader) -> Option<String> {
        let value = self.value?;
        let (agreed, answered) = (value.number, value.of?);
        let Some(invited) = value.asked.filter(|it| *it > 0) else {
            return Some(fraction(reader, agreed, answered));
        };
        let rate = host::figures::percent(Value { number: answered, of: Some(invited), asked: None });
        let say = Say::new("report-response")
            .with("agreed", reader.number(agreed))
            .with("answered", reader.number(answered))
            .with("invited", reader.number(invited))
            .with("rate", reader.percent(rate));
        Some(reader.said(&say))
    }

    /// The sentence that defines it.
    pub(crate) fn definition(&self, reader: &Reader) -> String {
        self.indicator.definition.in_words(reader)
    }

    /// How its value is rounded, in words.
    pub(crate) fn rule(&self, reader: &Reader) -> String {
        match self.indicator.display {
            Display::Exact => reader.say("report-rule-exact"),
            Display::AtLeast(1) => reader.say("report-rule-stated"),
            Display::AtLeast(10) => reader.say("report-rule-tens"),
            Display::AtLeast(100) => reader.say("report-rule-hundreds"),
            Display::AtLeast(1000) => reader.say("report-rule-thousands"),
            Display::AtLeast(step) => reader.say_with("report-rule-step", [("step", reader.number(step))]),
            Display::Percent if self.asks() => reader.say("report-rule-percent"),
            Display::Percent => reader.say("report-rule-share"),
            Display::Fraction => reader.say("report-rule-fraction"),
        }
    }

    /// Whether it is a share of those who were asked and answered.
    fn asks(&self) -> bool {
        self.indicator.asked.is_some()
    }

    /// Who counted it, and where that is printed.
    pub(crate) fn source(&self, reader: &Reader) -> String {
        match &self.observed {
            Some(it) => reader.said(
                &Say::new("report-observed")
                    .with("observer", reader.text(&it.observer))
                    .with("evidence", reader.text(&it.evidence))
                    .with("day", reader.day(it.observed_on)),
            ),
            None if self.indicator.is_observed() => reader.say("report-counted-elsewhere"),
            None => reader.say("report-counted"),
        }
    }

    /// The address of its own page.
    pub(crate) fn path(&self, here: &Here) -> String {
        here.page(&format!("figures/{}", self.key()))
    }
}

fn fraction(reader: &Reader, number: i64, of: i64) -> String {
    reader.said(&Say::new("report-fraction").with("number", reader.number(number)).with("of", reader.number(of)))
}

/// Figures side by side, each leading to its definition; those with nothing to count are left out.
pub fn facts(reader: &Reader, here: &Here, figures: &[Figure]) -> Markup {
    let shown: Vec<&Figure> = figures.iter().filter(|it| it.counting || it.value.is_some()).collect();
    html! {
        @if !shown.is_empty() {
            dl.facts {
                @for it in shown {
                    div {
                        dt {
                            (it.title(reader))
                            @if let Some(all) = it.value.and_then(|it| it.of) {
                                " " span.meta { "(n = " (reader.number(all)) ")" }
                            }
                        }
                        dd.counting[it.counting] { (value(reader, here, it)) }
                    }
                }
            }
        }
    }
}

/// The value as a link to its definition, or the words that it is still being counted.
pub(crate) fn value(reader: &Reader, here: &Here, figure: &Figure) -> Markup {
    html! {
        @match figure.show(reader) {
            Some(shown) => { a href=(reader.href(&figure.path(here))) { (shown) } }
            None if figure.counting => { (reader.say("report-being-counted")) }
            None => { (reader.say("report-nothing-yet")) }
        }
    }
}

/// How many things there are, as a number that can be said.
pub(crate) fn count(things: usize) -> i64 {
    i64::try_from(things).unwrap_or(i64::MAX)
}
