//! What a figure was: at the end of each month of the edition, and as its rows came.

use db::Conn;
use host::{
    App, Result,
    figures::{Display, Indicator, Scope, Trace, TraceRow, Value, over_time},
};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use programme::Here;

/// A figure at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub on: Date,
    /// What it came to; nothing where there was nothing to count yet.
    pub value: Option<Value>,
}

/// How many points a line as small as a word has at most.
const POINTS: usize = 24;

/// The days for which the past of an edition is told: the last of each month since it began, and today.
pub fn days(here: &Here, now: Timestamp) -> Vec<Date> {
    let today = here.edition.today(now);
    let ends = std::iter::successors(Some(here.edition.starts_on.last_of_month()), |it| {
        it.tomorrow().ok().map(Date::last_of_month)
    });
    let mut days: Vec<Date> = ends.take_while(|it| *it < today && *it < here.edition.ends_on).collect();
    if today >= here.edition.starts_on {
        days.extend((here.edition.ends_on < today).then_some(here.edition.ends_on));
        days.push(today);
    }
    days
}

/// What a figure was on these days, each computed as it is today; the day that is not over counts until now.
pub async fn of(app: &App, conn: &mut Conn, here: &Here, of: &Indicator, now: Timestamp) -> Result<Vec<Point>> {
    let days = days(here, now);
    let moments: Vec<Scope> = days.iter().map(|on| at_the_end_of(here, *on, now)).collect();
    let values = over_time(app, conn, &moments, std::slice::from_ref(of)).await?;
    let point = |(on, mut values): (Date, Vec<Option<Value>>)| Point { on, value: values.pop().flatten() };
    Ok(days.into_iter().zip(values).map(point).collect())
}

fn at_the_end_of(here: &Here, on: Date, now: Timestamp) -> Scope {
    let midnight = on.tomorrow().ok().and_then(|it| it.to_zoned_datetime(here.edition.time_zone()).ok());
    let end = midnight.and_then(|it| it.timestamp().checked_sub(1.second()).ok());
    here.scope(end.filter(|it| *it < now).unwrap_or(now))
}

/// How a figure grew, out of its rows alone: nothing where they do not say since when they count.
///
/// A share is told as its percentage among those who had answered by then.
pub fn growth(display: Display, trace: &Trace, here: &Here, now: Timestamp) -> Vec<f64> {
    let mut rows: Vec<(Timestamp, &TraceRow)> =
        trace.rows.iter().filter_map(|it| it.since.map(|since| (since, it))).collect();
    if rows.is_empty() || rows.len() < trace.rows.len() {
        return Vec::new();
    }
    rows.sort_by_key(|it| it.0);
    let (first, last) = (rows[0].0, now.max(rows[rows.len() - 1].0));
    let zero = here.edition.starts_on.to_zoned_datetime(here.edition.time_zone()).map_or(first, |it| it.timestamp());
    let (from, to) = (zero.min(first).as_second(), last.as_second());
    let step =
        |at: usize| from + (to - from) * i64::try_from(at).unwrap_or(0) / (i64::try_from(POINTS).unwrap_or(2) - 1);
    (0..POINTS)
        .map(|at| amount(display, rows.iter().take_while(|it| it.0.as_second() <= step(at)).map(|it| it.1)))
        .collect()
}

fn amount<'a>(display: Display, rows: impl Iterator<Item = &'a TraceRow>) -> f64 {
    let (all, sum) = rows.fold((0_i64, 0_i64), |(all, sum), row| (all + 1, sum + row.adds));
    match display {
        Display::Percent | Display::Fraction if all > 0 => sum as f64 * 100.0 / all as f64,
        _ => sum as f64,
    }
}
