//! Figures as readers see them: the value as declared, the rule by which it was rounded, and where to ask further.

use std::sync::atomic::Ordering;

use db::Conn;
use host::{
    App, Result,
    figures::{Display, Indicator, Scope, Value},
};
use jiff::Timestamp;
use kernel::Say;
use outreach::{ItemResult, Observation};
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
    /// Who counted it, where this program did not.
    pub observed: Option<Observation>,
    /// How the statement behind a percentage was answered.
    pub answers: Option<ItemResult>,
}

/// Computes figures, in the order of their keys; a key that no room knows is left out.
pub async fn key_figures(app: &App, conn: &mut Conn, scope: Scope, keys: &[&str]) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for key in keys {
        let Some(indicator) = app.assembly.indicators.iter().find(|it| it.key == *key) else { continue };
        figures.push(figure(app, conn, scope, *indicator).await?);
    }
    Ok(figures)
}

/// Computes one figure.
pub(crate) async fn figure(app: &App, conn: &mut Conn, scope: Scope, indicator: Indicator) -> Result<Figure> {
    if app.counting.load(Ordering::Relaxed) {
        return Ok(Figure { indicator, value: None, counting: true, observed: None, answers: None });
    }
    let percent = indicator.display == Display::Percent;
    Ok(Figure {
        indicator,
        value: (indicator.compute)(conn, scope).await?,
        counting: false,
        observed: outreach::observed_by(conn, scope, indicator.key).await?,
        answers: if percent { outreach::answers_behind(conn, scope, indicator.key).await? } else { None },
    })
}

impl Figure {
    /// Its key.
    pub fn key(&self) -> &'static str {
        self.indicator.key
    }

    /// The figure as it is printed; nothing where there is nothing to count.
    pub fn show(&self, reader: &Reader) -> Option<String> {
        self.value.map(|it| self.indicator.display.show(reader, it))
    }

    /// Whether the public may see it before the report is out: what is counted day by day, but not what people answered.
    pub fn is_open(&self, here: &Here, now: Timestamp) -> bool {
        here.edition.is_reported(now) || self.indicator.display != Display::Percent
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
        let (agreed, answered) = self.value.and_then(|it| it.of.map(|of| (it.number, of)))?;
        let Some(invited) = self.answers.as_ref().map(|it| it.invited).filter(|it| *it > 0) else {
            return Some(fraction(reader, agreed, answered));
        };
        let rate = host::figures::percent(Value { number: answered, of: Some(invited) });
        let say = Say::new("report-response")
            .with("agreed", reader.number(agreed))
            .with("answered", reader.number(answered))
            .with("invited", reader.number(invited))
            .with("rate", reader.percent(rate));
        Some(reader.said(&say))
    }

    /// The sentence that defines it.
    pub(crate) fn definition(&self, reader: &Reader) -> String {
        match &self.observed {
            Some(it) => reader.text(&it.definition).to_owned(),
            None => reader.say(self.indicator.definition),
        }
    }

    /// How its value is rounded, in words.
    pub(crate) fn rule(&self, reader: &Reader) -> String {
        match self.indicator.display {
            Display::Exact => reader.say("report-rule-exact"),
            Display::AtLeast(10) => reader.say("report-rule-tens"),
            Display::AtLeast(100) => reader.say("report-rule-hundreds"),
            Display::AtLeast(1000) => reader.say("report-rule-thousands"),
            Display::AtLeast(step) => reader.say_with("report-rule-step", [("step", reader.number(step))]),
            Display::Percent => reader.say("report-rule-percent"),
        }
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
                            (reader.say(it.indicator.title))
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
