//! Dates and ranges of dates as people write them, in both languages.

use jiff::civil::{Date, Weekday};

use super::tokens::{Kind, Token};
use super::{words_en, words_fr};
use crate::model::Language;

/// A day or a range of days that the prose states.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    /// The first token, the weekday included.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Day and month of the first day.
    pub first: (i8, i8),
    /// Day and month of the last day, in a range.
    pub last: Option<(i8, i8)>,
    /// The year, where one is written.
    pub year: Option<i16>,
    /// The weekday before the first day, and its token.
    pub weekday: Option<(Weekday, usize)>,
    /// The weekday before the last day, and its token.
    pub last_weekday: Option<(Weekday, usize)>,
}

impl Span {
    /// The first day, in a year where none is written.
    pub fn first_in(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.first.1, self.first.0).ok()
    }

    /// The last day, in a year where none is written.
    pub fn last_in(&self, year: i16) -> Option<Date> {
        self.last.and_then(|(day, month)| Date::new(self.year.unwrap_or(year), month, day).ok())
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    to: usize,
    language: Language,
}

/// Reads every date between two tokens.
pub(crate) fn dates(tokens: &[Token], from: usize, to: usize, language: Language) -> Vec<Span> {
    let reader = Reader { tokens, to, language };
    let mut found: Vec<Span> = Vec::new();
    let mut at = from;
    while at < to {
        let Some(span) = reader.span(at) else {
            at += 1;
            continue;
        };
        at = span.to;
        found.push(span);
    }
    found
}

impl Reader<'_> {
    fn span(&self, at: usize) -> Option<Span> {
        if let Some(span) = self.iso(at) {
            return Some(span);
        }
        let (weekday, start) = self.weekday(at);
        let mut span = self.day_first(start).or_else(|| self.month_first(start))?;
        span.weekday = weekday.map(|day| (day, at));
        span.from = at;
        Some(span)
    }

    /// `15 Apr`, `15-29 April 2025`, `15 April to 22 July`, `du 1er au 5 mars`.
    fn day_first(&self, at: usize) -> Option<Span> {
        let day = self.day(at)?;
        let mut next = at + 1;
        next += usize::from(self.low(next) == "of");
        let month = self.month(next);
        let mut span =
            Span { from: at, to: at, first: (day, 0), last: None, year: None, weekday: None, last_weekday: None };
        if let Some(month) = month {
            span.first.1 = month;
            next = self.after_month(next);
            let year = self.year(next);
            let end = next + usize::from(year.is_some());
            (span.to, span.year) = (end, year);
        } else {
            span.to = next;
        }
        let Some(joint) = self.joint(span.to, at) else { return month.map(|_| span) };
        let (last_weekday, second) = self.weekday(joint);
        let (Some(last), Some(last_month)) = (self.day(second), self.month(second + 1)) else {
            return month.map(|_| span);
        };
        if month.is_none() && last <= day {
            return None;
        }
        span.first.1 = month.unwrap_or(last_month);
        span.last = Some((last, last_month));
        span.last_weekday = last_weekday.map(|it| (it, joint));
        self.end(second + 1, &mut span);
        Some(span)
    }

    /// `April 15`, `April 15-29, 2025`, `April 15 to July 22`.
    fn month_first(&self, at: usize) -> Option<Span> {
        if self.language != Language::English {
            return None;
        }
        let month = self.month(at)?;
        let start = self.after_month(at);
        let day = self.day(start)?;
        let mut span = Span {
            from: at,
            to: start + 1,
            first: (day, month),
            last: None,
            year: None,
            weekday: None,
            last_weekday: None,
        };
        if let Some(joint) = self.joint(span.to, at) {
            let (last_month, second) = match self.month(joint) {
                Some(month) => (month, self.after_month(joint)),
                None => (month, joint),
            };
            if let Some(last) = self.day(second).filter(|_| self.month(second + 1).is_none()) {
                span.last = Some((last, last_month));
                span.to = second + 1;
            }
        }
        let comma = usize::from(self.is(span.to, ','));
        if let Some(year) = self.year(span.to + comma) {
            span.year = Some(year);
            span.to += comma + 1;
        }
        Some(span)
    }

    fn iso(&self, at: usize) -> Option<Span> {
        let year = self.year(at)?;
        let part = |at: usize| match self.tokens.get(at).filter(|_| at < self.to).map(|it| it.kind) {
            Some(Kind::Number(value)) if (1.0..=31.0).contains(&value) => Some(value as i8),
            _ => None,
        };
        if !self.is(at + 1, '-') || !self.is(at + 3, '-') {
            return None;
        }
        let (month, day) = (part(at + 2).filter(|it| *it <= 12)?, part(at + 4)?);
        Some(Span {
            from: at,
            to: at + 5,
            first: (day, month),
            last: None,
            year: Some(year),
            weekday: None,
            last_weekday: None,
        })
    }

    /// Sets where a range ends, behind its last month and its year.
    fn end(&self, month: usize, span: &mut Span) {
        let next = self.after_month(month);
        let year = self.year(next);
        span.to = next + usize::from(year.is_some());
        span.year = year.or(span.year);
    }

    fn low(&self, at: usize) -> &str {
        if at < self.to { self.tokens.get(at).map_or("", |it| it.low.as_str()) } else { "" }
    }

    fn is(&self, at: usize, mark: char) -> bool {
        at < self.to && self.tokens.get(at).is_some_and(|it| it.is(mark))
    }

    fn day(&self, at: usize) -> Option<i8> {
        let day = match self.tokens.get(at).filter(|_| at < self.to)?.kind {
            Kind::Number(value) if value.fract() == 0.0 => value as i64,
            Kind::Ordinal(value) => value,
            Kind::Word if self.low(at) == "premier" => 1,
            _ => return None,
        };
        i8::try_from(day).ok().filter(|it| (1..=31).contains(it))
    }

    fn month(&self, at: usize) -> Option<i8> {
        let list = match self.language {
            Language::English => words_en::MONTHS,
            Language::French => words_fr::MONTHS,
        };
        let low = self.low(at);
        list.iter().find(|it| it.0 == low).map(|it| it.1)
    }

    /// Behind a month, and behind the point of an abbreviated one.
    fn after_month(&self, at: usize) -> usize {
        let short = self.low(at).len() <= 5
            && self.is(at + 1, '.')
            && self.tokens.get(at + 2).is_some_and(|it| at + 2 < self.to && !it.capital);
        at + 1 + usize::from(short)
    }

    fn year(&self, at: usize) -> Option<i16> {
        let token = self.tokens.get(at).filter(|_| at < self.to)?;
        match token.kind {
            Kind::Number(value) if token.low.len() == 4 && (1900.0..2200.0).contains(&value) => Some(value as i16),
            _ => None,
        }
    }

    /// Behind what joins the two ends of a range.
    fn joint(&self, at: usize, first: usize) -> Option<usize> {
        let token = self.tokens.get(at).filter(|_| at < self.to)?;
        let between = || first.checked_sub(1).is_some_and(|it| matches!(self.low(it), "between" | "entre" | "le"));
        let joins = match token.low.as_str() {
            "to" | "until" | "till" | "through" | "au" => true,
            "and" | "et" => between(),
            _ => token.is_dash(),
        };
        let article = usize::from(matches!(self.low(at + 1), "le" | "the"));
        joins.then_some(at + 1 + article)
    }

    /// A day of the week with the comma behind it, and where the date begins.
    fn weekday(&self, at: usize) -> (Option<Weekday>, usize) {
        let list = match self.language {
            Language::English => words_en::WEEKDAYS,
            Language::French => words_fr::WEEKDAYS,
        };
        let low = self.low(at);
        let Some((_, number)) = list.iter().find(|it| it.0 == low) else { return (None, at) };
        let mut next = at + 1;
        while self.is(next, '.') || self.is(next, ',') || self.low(next) == "the" || self.low(next) == "le" {
            next += 1;
        }
        (Weekday::from_monday_one_offset(*number).ok(), next)
    }
}
