//! The page of an indicator: what it means, how it is known, what it was to reach, what it was, and how it falls apart.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use db::Conn;
use host::{
    App, Ask, Found, Page, Visitor,
    figures::{Display, Formula, Known, Trace, indicator, trace},
};
use jiff::Timestamp;
use outreach::Observation;
use programme::Here;
use ui::{Markup, Reader, heads, heads_and_counts, html};

use super::{
    apart::{self, Apart},
    figures::{expected, may_read_rows},
    rows,
};
use crate::{
    Figure,
    document::{self, Target},
    figures::{figure, value},
    history::{self, Point},
};

/// Figures that are easily taken for each other, by the last part of their keys: each page points at the others.
const EASILY_CONFUSED: [&str; 3] = ["registrations", "attendances", "people"];

/// Everything that the page tells.
pub(super) struct Told {
    pub(super) figure: Figure,
    /// Whether the reader may see its rows.
    pub(super) inside: bool,
    /// Whether the reader may see what it comes to.
    pub(super) open: bool,
    now: Timestamp,
    parts: Vec<(i64, Figure)>,
    confused: Vec<Figure>,
    pub(super) target: Option<Target>,
    past: Vec<Point>,
    observations: Vec<Observation>,
    apart: Vec<Apart>,
    trace: Option<Trace>,
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    Visitor(actor): Visitor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
    Query(query): Query<HashMap<String, String>>,
) -> host::Result<Page> {
    let inside = may_read_rows(actor.as_ref(), &here);
    let told = Told::read(&app, &reader, &here, names.get("key").found()?, inside).await?;
    let content = html! {
        p.meta { a href=(reader.href(&here.page("figures"))) { (reader.say("report-figures")) } }
        (told.view(&reader, &here, &query))
    };
    let definition = told.figure.definition(&reader);
    Ok(Page::site(here.edition.id, told.figure.title(&reader), content).describe(definition))
}

impl Told {
    pub(super) async fn read(app: &App, reader: &Reader, here: &Here, key: &str, inside: bool) -> host::Result<Self> {
        let mut own = app.db.read().await?;
        let conn = &mut own;
        let now = app.clock.now();
        let scope = here.scope(now);
        let indicator = indicator(app, conn, here.edition.id, key).await?;
        let figure = figure(app, conn, scope, indicator).await?;
        let open = inside || figure.is_open(here, now);
        let shown = open && !figure.counting;
        // What a few answered by the end of a month is no more public than who they are.
        let past = shown && (inside || !figure.indicator.display.is_share());
        let mut told = Self {
            parts: parts(app, conn, here, now, &figure).await?,
            confused: confused(app, conn, here, now, key).await?,
            target: document::targets(conn, here.edition.id).await?.into_iter().find(|it| it.indicator == key),
            past: if past && !figure.indicator.is_observed() {
                history::of(app, conn, here, &figure.indicator, now).await?
            } else {
                Vec::new()
            },
            observations: Vec::new(),
            apart: Vec::new(),
            trace: if inside && shown { Some(trace(app, conn, scope, &figure.indicator).await?) } else { None },
            figure,
            inside,
            open,
            now,
        };
        if told.figure.indicator.is_observed() {
            told.observations = outreach::observations(conn, here.edition.id).await?;
            told.observations.retain(|it| it.indicator() == key && it.observed_on <= scope.today);
            told.observations.sort_by_key(|it| std::cmp::Reverse(it.observed_on));
        }
        drop(own);
        if shown {
            told.apart = apart::read(app, reader, here, &told.figure.indicator, inside).await?;
        }
        Ok(told)
    }

    pub(super) fn view(&self, reader: &Reader, here: &Here, query: &HashMap<String, String>) -> Markup {
        let figure = &self.figure;
        html! {
            h1 {
                @if let Some(shown) = figure.show(reader).filter(|_| self.open) { (shown) " " }
                (figure.title(reader))
            }
            @if figure.counting {
                p.said { (reader.say("report-being-counted")) }
            } @else if !self.open {
                (expected(reader, here, "report-figures-expected-on", "report-figures-expected"))
            } @else if figure.value.is_none() {
                p { (reader.say("report-nothing-yet")) }
            }
            (self.facts(reader, here))
            @if self.open { (self.reached(reader)) }
            (self.confused(reader, here))
            (self.past(reader))
            (self.observed(reader))
            @for it in &self.apart { (it.view(reader)) }
            section.block {
                h2 { (reader.say("report-rows-behind")) }
                @match &self.trace {
                    Some(trace) => { (rows::table(reader, here, figure.key(), trace, rows::page_of(query))) }
                    None => { p { (reader.say("report-rows-not-for-all")) } }
                }
            }
        }
    }

    /// What is told of a figure: its definition, its rule, its day, who counted it; the exact value where it is no secret.
    fn facts(&self, reader: &Reader, here: &Here) -> Markup {
        let (figure, indicator) = (&self.figure, &self.figure.indicator);
        let exact = figure.exact(reader).filter(|_| self.inside || (self.open && hides_nothing(figure)));
        let line = |label: &'static str, words: Markup| {
            html! {
                tr { th scope="row" { (reader.say(label)) } td { (words) } }
            }
        };
        html! {
            table {
                tbody {
                    (line("report-head-definition", html! { (figure.definition(reader)) }))
                    (line("report-head-unit", html! { (reader.say(indicator.unit)) }))
                    (line("report-head-level", html! { (reader.say_key(&format!("report-results-{}", indicator.level))) }))
                    (line("report-head-state", html! { (reader.say(state(figure))) }))
                    (line("report-head-rule", html! { (figure.rule(reader)) }))
                    @if let Some(exact) = exact { (line("report-head-exact", html! { (exact) })) }
                    @if let Some(note) = figure.note(reader).filter(|_| self.open) {
                        (line("report-head-answered", html! { (note) }))
                    }
                    (line("report-head-source", self.source(reader, here)))
                    (line("report-head-as-of", html! { (reader.moment_words(self.now, &here.edition.time_zone())) }))
                }
            }
        }
    }

    /// How it is known: by which query, from which parts, or by whom.
    fn source(&self, reader: &Reader, here: &Here) -> Markup {
        let link = self.observations.first().and_then(|it| it.link.as_deref()).filter(|_| self.open);
        html! {
            @match &self.figure.indicator.known {
                Known::Composed(formula) => {
                    (reader.say("report-composed"))
                    " " (self.formula(reader, here, formula))
                }
                Known::Computed(query) => {
                    (self.figure.source(reader))
                    @if self.inside {
                        details {
                            summary { (reader.say("report-query")) }
                            p.meta { (reader.say("report-query-note")) }
                            pre tabindex="0" lang="en" dir="ltr" { code { (query.statements()[0]) } }
                        }
                    }
                }
                Known::Observed(_) => {
                    (self.figure.source(reader))
                    @if let Some(link) = link { " · " a href=(link) rel="noopener" { (reader.say("report-evidence")) } }
                }
            }
        }
    }

    /// The formula with each part as a link and what it comes to.
    fn formula(&self, reader: &Reader, here: &Here, formula: &Formula) -> Markup {
        let share = matches!(formula, Formula::Share(..));
        let sign = |at: usize, of: i64| match (at, share, of < 0) {
            (0, _, false) => "",
            (0, _, true) => "− ",
            (_, true, _) => " ÷ ",
            (_, false, false) => " + ",
            (_, false, true) => " − ",
        };
        html! {
            @for (at, (of, part)) in self.parts.iter().enumerate() {
                (sign(at, *of))
                a href=(reader.href(&part.path(here))) { (part.title(reader)) }
                @if self.open {
                    @let amount = if self.inside { part.exact(reader) } else { part.show(reader) };
                    " (" (amount.unwrap_or_else(|| reader.say("report-nothing-yet"))) ")"
                }
            }
        }
    }

    /// What it was to reach, and how much of it it did.
    fn reached(&self, reader: &Reader) -> Markup {
        let Some(target) = &self.target else { return html! {} };
        html! {
            section.block {
                h2 { (reader.say("report-head-target")) }
                p { (reached(reader, &self.figure, target, self.inside)) }
                @if let Some(day) = target.due_on { p.meta { (reader.say_with("report-target-due", [("day", reader.day(day))])) } }
                @if let Some(baseline) = target.baseline {
                    p.meta {
                        (reader.say_with("report-target-baseline", [("baseline", number(reader, &self.figure, baseline))]))
                        @if let Some(day) = target.baseline_on { " · " (reader.day(day)) }
                    }
                }
            }
        }
    }

    fn confused(&self, reader: &Reader, here: &Here) -> Markup {
        html! {
            @if !self.confused.is_empty() {
                section.block {
                    h2 { (reader.say("report-not-the-same")) }
                    p { (reader.say("report-not-the-same-why")) }
                    ul {
                        @for it in &self.confused { li { (value(reader, here, it)) " " (it.title(reader)) } }
                    }
                }
            }
        }
    }

    fn past(&self, reader: &Reader) -> Markup {
        if self.past.len() < 2 {
            return html! {};
        }
        let display = self.figure.indicator.display;
        let exact = self.inside && !hides_nothing(&self.figure);
        html! {
            section.block {
                h2 { (reader.say("report-past")) }
                p.meta { (reader.say("report-past-note")) }
                table {
                    (heads_and_counts(
                        [reader.say("report-head-day")],
                        std::iter::once(reader.say("report-head-value")).chain(exact.then(|| reader.say("report-head-exact"))),
                    ))
                    tbody {
                        @for it in self.past.iter().rev() {
                            tr {
                                th scope="row" { (reader.day(it.on)) }
                                td.end { (it.value.map_or_else(|| reader.say("report-nothing-yet"), |it| display.show(reader, it))) }
                                @if exact { td.end { (it.value.map(|it| reader.number(it.number)).unwrap_or_default()) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn observed(&self, reader: &Reader) -> Markup {
        html! {
            @if self.open && !self.observations.is_empty() {
                section.block {
                    h2 { (reader.say("report-observations")) }
                    table.stack {
                        (heads(["report-head-day", "report-head-value", "report-head-observer", "report-head-evidence"].map(|it| reader.say(it))))
                        tbody {
                            @for it in &self.observations {
                                tr {
                                    th scope="row" { (reader.day(it.observed_on)) }
                                    td { (reader.number(it.value)) @if it.display == "at-least" { "+" } }
                                    td { (reader.words(&it.observer)) }
                                    td {
                                        @match &it.link {
                                            Some(link) => a href=(link) rel="noopener" { (reader.words(&it.evidence)) },
                                            None => (reader.words(&it.evidence)),
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The parts of a composed figure with their signs, each with what it comes to.
async fn parts(
    app: &App,
    conn: &mut Conn,
    here: &Here,
    now: Timestamp,
    of: &Figure,
) -> host::Result<Vec<(i64, Figure)>> {
    let Known::Composed(formula) = &of.indicator.known else { return Ok(Vec::new()) };
    let keys = formula.keys();
    let figures = crate::key_figures(app, conn, here.scope(now), &keys).await?;
    let sign = |key: &str| match formula {
        Formula::Sum(terms) => terms.iter().find(|it| it.1 == key).map_or(1, |it| it.0),
        Formula::Share(..) => 1,
    };
    Ok(figures.into_iter().map(|it| (sign(it.key()), it)).collect())
}

/// The other figures of the same family that this one is easily taken for.
async fn confused(app: &App, conn: &mut Conn, here: &Here, now: Timestamp, key: &str) -> host::Result<Vec<Figure>> {
    let Some((family, last)) = key.rsplit_once('.').filter(|(_, last)| EASILY_CONFUSED.contains(last)) else {
        return Ok(Vec::new());
    };
    let others: Vec<String> =
        EASILY_CONFUSED.iter().filter(|it| **it != last).map(|it| format!("{family}.{it}")).collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    crate::key_figures(app, conn, here.scope(now), &others).await
}

/// The message that says whether a figure has happened.
pub(super) fn state(figure: &Figure) -> &'static str {
    match figure.indicator.state {
        host::figures::State::Planned => "report-state-planned",
        host::figures::State::Delivered => "report-state-delivered",
    }
}

/// Actual against target as words, with the share that was reached, so that nobody has to see it.
pub(super) fn reached(reader: &Reader, figure: &Figure, target: &Target, exact: bool) -> Markup {
    let actual = figure.value.map(|it| if it.of.is_some() { host::figures::percent(it) } else { it.number });
    let shown = if exact && figure.value.is_some_and(|it| it.of.is_none()) {
        figure.exact(reader)
    } else {
        figure.show(reader)
    };
    let aim = number(reader, figure, target.target);
    html! {
        @match (actual, shown) {
            (Some(actual), Some(shown)) if target.target > 0 && exact => {
                @let percent = reader.percent(actual * 100 / target.target);
                (reader.say_with("report-target-reached", [("actual", shown), ("target", aim), ("percent", percent)]))
            }
            (Some(_), Some(shown)) => (reader.say_with("report-target-beside", [("actual", shown), ("target", aim)])),
            _ => (reader.say_with("report-target-open", [("target", aim)])),
        }
        @if target.source == "demonstration" { " " span.tag.invented { (reader.say("ui-invented")) } }
    }
}

/// A number of a target as its figure is shown: for a share it is the percentage.
fn number(reader: &Reader, figure: &Figure, number: i64) -> String {
    if figure.indicator.display.is_share() { reader.percent(number) } else { reader.number(number) }
}

/// Whether the number itself is what the figure shows: nothing was rounded away.
fn hides_nothing(figure: &Figure) -> bool {
    matches!(figure.indicator.display, Display::Exact | Display::AtLeast(1) | Display::Percent)
}
