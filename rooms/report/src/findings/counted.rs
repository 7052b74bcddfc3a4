//! The figures as prose counts them: with which nouns, of what, in which forms.

use agenda::{Session, SessionKind};
use consistency::{Display, Name, Observed, Status};
use host::figures::{self, Known, State, Words};
use jiff::civil::Date;
use programme::{Activity, ActivityKind, Here};
use ui::Reader;

use super::record::{themes, under};
use crate::Figure;

/// What of the record figures are told of.
pub(super) struct Matter<'a> {
    pub here: &'a Here,
    pub today: Date,
    pub activities: &'a [Activity],
    pub sessions: &'a [Session],
    pub pillars: usize,
}

/// Of what a figure is one.
#[derive(Clone, Copy)]
enum Of {
    /// The whole edition.
    Edition,
    /// The only activity of a kind.
    Kind(ActivityKind),
    /// The umbrella over the series, where there is one.
    Series,
}

type Readers = [(Reader, consistency::Language)];

/// With which nouns prose counts; of a figure that stands not here the title is the noun.
const NOUNS: [(&str, Of, &str); 13] = [
    ("people.participants", Of::Edition, "report-noun-participants"),
    ("training.participants", Of::Kind(ActivityKind::Training), "report-noun-participants"),
    ("summit.participants", Of::Kind(ActivityKind::Summit), "report-noun-participants"),
    ("workshop.participants", Of::Kind(ActivityKind::Workshop), "report-noun-participants"),
    ("training.countries", Of::Kind(ActivityKind::Training), "report-noun-countries"),
    ("summit.countries", Of::Kind(ActivityKind::Summit), "report-noun-countries"),
    ("call.applicants", Of::Kind(ActivityKind::Training), "report-noun-applicants"),
    ("series.count", Of::Series, "report-noun-series"),
    ("webinars.sessions", Of::Series, "report-noun-webinars"),
    ("webinars.registrations", Of::Edition, "report-noun-registrations"),
    ("webinars.people", Of::Edition, "report-noun-attendees"),
    ("speakers.count", Of::Edition, "report-noun-speakers"),
    ("communique.recommendations", Of::Kind(ActivityKind::Summit), "report-noun-recommendations"),
];

/// Every figure that prose could contradict, and what else can be counted of the record.
pub(super) fn figures(readers: &Readers, matter: &Matter<'_>, computed: &[Figure]) -> Vec<consistency::Figure> {
    let shares = distinct_words(readers, computed);
    let known = computed.iter().filter_map(|it| figure(readers, matter, it, &shares));
    known.chain(of_the_record(readers, matter)).collect()
}

fn nouns(readers: &Readers, message: &'static str) -> Vec<Name> {
    let of = |(reader, language): &(Reader, consistency::Language)| {
        let words = reader.say(message);
        let name = |it: &str| Name { language: *language, text: it.trim().to_owned() };
        words.split('|').map(name).collect::<Vec<_>>()
    };
    readers.iter().flat_map(of).collect()
}

fn scope(matter: &Matter<'_>, of: Of) -> Option<String> {
    match of {
        Of::Edition => None,
        Of::Kind(kind) => only(matter.activities.iter().filter(|it| it.kind == kind)).map(|it| it.key.to_string()),
        Of::Series => only(themes(matter.activities)).map(ToOwned::to_owned),
    }
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

fn figure(
    readers: &Readers,
    matter: &Matter<'_>,
    it: &Figure,
    shares: &[(String, Vec<Name>)],
) -> Option<consistency::Figure> {
    let value = it.value?;
    let key = it.key();
    let share = it.indicator.display.is_share();
    let listed = NOUNS.iter().find(|(listed, _, _)| *listed == key);
    let of = if share { Of::Kind(ActivityKind::Training) } else { listed.map_or(Of::Edition, |it| it.1) };
    let titled = || readers.iter().map(|(reader, language)| Name { language: *language, text: it.title(reader) });
    let nouns = match (share, listed) {
        (true, _) => shares.iter().find(|(known, _)| known == key).map(|it| it.1.clone()).unwrap_or_default(),
        (false, Some((_, _, message))) => nouns(readers, message),
        (false, None) => titled().collect(),
    };
    // What is counted outside must hold for the end of the edition, once that has come.
    let over = matter.here.edition.ends_on <= matter.today;
    let outside = it.observed.as_ref();
    Some(consistency::Figure {
        key: key.to_owned(),
        nouns,
        scope: scope(matter, of),
        value: value.of.map_or(value.number as f64, |all| 100.0 * value.number as f64 / all.max(1) as f64),
        n: share.then_some(value.number),
        of: value.of,
        display: match it.indicator.display {
            figures::Display::Exact => Display::Exact,
            figures::Display::AtLeast(step) => Display::AtLeast(step),
            figures::Display::Percent | figures::Display::Fraction => Display::Percent,
        },
        forms: readers.iter().filter_map(|(reader, _)| it.show(reader)).collect(),
        parts: Vec::new(),
        status: if it.indicator.state == State::Planned { Status::Planned } else { Status::Delivered },
        as_of: over.then_some(matter.here.edition.ends_on),
        observed: matches!(it.indicator.known, Known::Observed(_)).then(|| Observed {
            on: outside.map(|it| it.observed_on).unwrap_or_default(),
            has_evidence: outside.is_some_and(|it| it.link.is_some() || !it.evidence.is_empty()),
        }),
    })
}

/// How each share is told from the others: its own name in the record, and the words with which its title goes on where
/// those of the others part from it.
fn distinct_words(readers: &Readers, computed: &[Figure]) -> Vec<(String, Vec<Name>)> {
    let shares: Vec<&Figure> = computed.iter().filter(|it| it.indicator.display.is_share()).collect();
    let mut words: Vec<(String, Vec<Name>)> = shares
        .iter()
        .map(|it| {
            let own = it.key().rsplit('.').next().unwrap_or_default().replace('-', " ");
            (it.key().to_owned(), vec![Name::en(own)])
        })
        .collect();
    for (reader, language) in readers {
        let titles: Vec<Vec<String>> = shares
            .iter()
            .map(|it| match &it.indicator.title {
                Words::Text(text) => {
                    text.get(reader.language).unwrap_or_default().split_whitespace().map(ToOwned::to_owned).collect()
                }
                Words::Message(_) => Vec::new(),
            })
            .collect();
        let same = |at: usize| titles.iter().all(|it| it.get(at).is_some() && it.get(at) == titles[0].get(at));
        let shared = if titles.len() > 1 { (0..titles[0].len()).take_while(|at| same(*at)).count() } else { 0 };
        for (title, known) in titles.iter().zip(&mut words) {
            let begins = title.get(shared..(shared + 3).min(title.len())).unwrap_or_default().join(" ");
            if begins.split_whitespace().count() >= 2 {
                known.1.push(Name { language: *language, text: begins });
            }
        }
    }
    words
}

/// What can be counted without an indicator: countries and webinars of series, pillars.
fn of_the_record(readers: &Readers, matter: &Matter<'_>) -> Vec<consistency::Figure> {
    let count = |key: String, scope: &str, number: usize, message| consistency::Figure {
        key,
        scope: Some(scope.to_owned()),
        value: number as f64,
        nouns: nouns(readers, message),
        ..consistency::Figure::default()
    };
    let mut counted = Vec::new();
    for theme in themes(matter.activities) {
        let mut countries: Vec<_> = under(matter.activities, theme).filter_map(|it| it.country).collect();
        countries.sort_unstable();
        countries.dedup();
        if !countries.is_empty() {
            counted.push(count(format!("{theme}.countries"), theme, countries.len(), "report-noun-countries"));
        }
    }
    for it in matter.activities {
        let webinar = |session: &&Session| {
            session.activity_id == it.id && session.kind == SessionKind::Webinar && !session.is_cancelled()
        };
        let webinars = matter.sessions.iter().filter(webinar).count();
        if webinars > 0 {
            counted.push(count(format!("{}.webinars", it.key), it.key.as_str(), webinars, "report-noun-webinars"));
        }
    }
    if let Some(summit) = scope(matter, Of::Kind(ActivityKind::Summit))
        && matter.pillars > 0
    {
        counted.push(count("communique.pillars".to_owned(), &summit, matter.pillars, "report-noun-pillars"));
    }
    counted
}
