//! The drawings of a report, each under a sentence that states what it shows.

use charts::{Activity, Bar, Bars, Caption, Choropleth, Country, Likert, Part, Statement, Tick, Timeline, Tone};
use jiff::civil::Date;
use kernel::{Country as Code, Region, Say};
use people::{Participant, Party};
use programme::ActivityKind;
use ui::Reader;

use crate::{
    elements::{Element, elements},
    figures::count,
    gather::Gathered,
};

/// Below this number of people a part of a bar could tell who they are.
const FEWEST: i64 = 4;

fn caption(
    of: &Gathered,
    reader: &Reader,
    id: &str,
    title: &Say,
    description: &'static str,
    heads: &[&'static str],
) -> Caption {
    Caption {
        id: id.to_owned(),
        title: reader.said(title),
        description: reader.say(description),
        source: reader.say_with("report-source", [("day", reader.day(of.today))]),
        rows: reader.say("report-rows-drawn"),
        heads: heads.iter().map(|it| reader.say(it)).collect(),
    }
}

/// The activities from the first to the last.
pub(crate) fn timeline(of: &Gathered, reader: &Reader) -> Option<Timeline> {
    let elements = elements(of, reader);
    let first = elements.iter().map(|it| it.starts_on).min()?.first_of_month();
    let last = elements.iter().map(|it| it.ends_on).max()?.last_of_month();
    let day = |date: Date| u32::try_from((date - first).get_days()).unwrap_or_default();
    let draw = |it: &Element| Activity {
        label: it.title.clone(),
        when: it.dates.clone(),
        start: day(it.starts_on),
        end: day(it.ends_on),
        tone: Tone::Ink,
        href: it.path.as_ref().map(|path| reader.href(path)),
    };
    let (series, others): (Vec<&Element>, Vec<&Element>) = elements.iter().partition(|it| it.path.is_none());
    let lanes: Vec<Vec<Activity>> = [
        series.iter().flat_map(|it| &it.parts).map(draw).collect::<Vec<_>>(),
        others.iter().flat_map(|it| std::iter::once(*it).chain(&it.parts)).map(draw).collect(),
    ]
    .into_iter()
    .filter(|it: &Vec<Activity>| !it.is_empty())
    .collect();
    let title = Say::new("report-timeline-title")
        .with("count", lanes.iter().map(Vec::len).sum::<usize>())
        .with("from", reader.month(first.month()))
        .with("to", format!("{} {}", reader.month(last.month()), last.year()));
    let months =
        std::iter::successors(Some(first), |it| it.last_of_month().tomorrow().ok()).take_while(|it| *it <= last);
    Some(Timeline {
        caption: caption(
            of,
            reader,
            "timeline",
            &title,
            "report-timeline-says",
            &["report-head-activity", "report-head-dates"],
        ),
        days: day(last) + 1,
        ticks: months.map(|it| Tick { day: day(it), label: reader.short_month(it.month()) }).collect(),
        lanes,
    })
}

/// The band of a number of people, by which nobody can be told apart.
fn band(people: i64) -> u8 {
    match people {
        ..=0 => 0,
        1 => 1,
        2 | 3 => 2,
        4.. => 3,
    }
}

/// The countries of the training's participants, in bands.
pub(crate) fn map(of: &Gathered, reader: &Reader) -> Option<Choropleth> {
    let mut counts: Vec<(Code, i64)> = Vec::new();
    for code in of.trained().filter_map(|it| it.country) {
        match counts.iter_mut().find(|(it, _)| *it == code) {
            Some((_, people)) => *people += 1,
            None => counts.push((code, 1)),
        }
    }
    let bands = ["report-band-1", "report-band-2", "report-band-3"].map(|it| reader.say(it));
    let shown = |people: i64| bands.get(usize::from(band(people)).wrapping_sub(1)).cloned().unwrap_or_default();
    let mut countries: Vec<Country> = counts
        .iter()
        .map(|(code, people)| Country {
            code: code.to_string(),
            name: reader.country(*code),
            shown: shown(*people),
            band: band(*people),
        })
        .collect();
    if countries.is_empty() {
        return None;
    }
    countries.sort_by(|a, b| b.band.cmp(&a.band).then_with(|| a.name.cmp(&b.name)));
    let of_region = |region| counts.iter().filter(|(code, _)| of.region(*code) == Some(region)).count();
    let title = Say::new("report-map-title")
        .with("people", counts.iter().map(|it| it.1).sum::<i64>())
        .with("countries", countries.len())
        .with("asia", of_region(Region::Asia))
        .with("europe", of_region(Region::Europe));
    Some(Choropleth {
        caption: caption(
            of,
            reader,
            "countries",
            &title,
            "report-map-says",
            &["report-head-country", "report-head-people"],
        ),
        bands,
        outside: reader.say("report-band-0"),
        countries,
    })
}

fn count_of(people: &[&Participant], of: &Gathered, region: Region) -> i64 {
    count(people.iter().filter(|it| it.country.and_then(|it| of.region(it)) == Some(region)).count())
}

fn bar(of: &Gathered, reader: &Reader, label: String, people: &[&Participant]) -> Bar {
    let part = |tone, region| {
        let these = count_of(people, of, region);
        Part { tone, value: these as f64, shown: reader.number(these) }
    };
    Bar {
        label,
        shown: reader.number(count(people.len())),
        parts: vec![part(Tone::Asia, Region::Asia), part(Tone::Europe, Region::Europe)],
    }
}

fn key(reader: &Reader) -> Vec<(Tone, String)> {
    vec![(Tone::Asia, reader.say("report-asia")), (Tone::Europe, reader.say("report-europe"))]
}

/// The training's participants by group and region; nothing where a part is so small that it points at people.
pub(crate) fn groups(of: &Gathered, reader: &Reader) -> Option<Bars> {
    let group = |party| of.trained().filter(|it| it.party == Some(party)).collect::<Vec<_>>();
    let (government, civil) = (group(Party::Government), group(Party::CivilSociety));
    let bars = vec![
        bar(of, reader, reader.say("report-government"), &government),
        bar(of, reader, reader.say("report-civil-society"), &civil),
    ];
    if bars.iter().flat_map(|it| &it.parts).any(|it| it.value < FEWEST as f64) {
        return None;
    }
    let title = Say::new("report-groups-title").with("government", government.len()).with("civil", civil.len());
    let heads = ["report-head-group", "report-asia", "report-europe", "report-head-all"];
    Some(Bars { caption: caption(of, reader, "groups", &title, "report-groups-says", &heads), key: key(reader), bars })
}

/// For the desk: how the regions balance among those who were chosen, one bar for each activity that chooses.
pub(crate) fn balance(of: &Gathered, reader: &Reader) -> Option<Bars> {
    let chosen = of.chosen.iter().filter(|(_, people)| !people.is_empty());
    let bars: Vec<(Bar, &[Participant])> = chosen
        .map(|(it, people)| {
            let all: Vec<&Participant> = people.iter().collect();
            (bar(of, reader, reader.text(&it.title).to_owned(), &all), people.as_slice())
        })
        .collect();
    let (_, first) = bars.first()?;
    let first: Vec<&Participant> = first.iter().collect();
    let title = Say::new("report-balance-title")
        .with("asia", count_of(&first, of, Region::Asia))
        .with("europe", count_of(&first, of, Region::Europe));
    let heads = ["report-head-activity", "report-asia", "report-europe", "report-head-all"];
    Some(Bars {
        caption: caption(of, reader, "balance", &title, "report-balance-says", &heads),
        key: key(reader),
        bars: bars.into_iter().map(|(it, _)| it).collect(),
    })
}

const SCALE: [&str; 5] = ["report-view-1", "report-view-2", "report-view-3", "report-view-4", "report-view-5"];

/// How the participants answered.
pub(crate) fn answers(of: &Gathered, reader: &Reader) -> Option<Likert> {
    let results: Vec<_> = of.results.iter().filter(|it| it.answered > 0).collect();
    let percent = |number: i64, all: i64| host::figures::percent(host::figures::Value { number, of: Some(all) });
    let least = results.iter().map(|it| percent(it.agreed(), it.answered)).min()?;
    let title = Say::new("report-answers-title").with("least", reader.percent(least)).with("count", results.len());
    let heads: Vec<&'static str> =
        std::iter::once("report-head-statement").chain(SCALE).chain(["report-head-answered"]).collect();
    Some(Likert {
        caption: caption(of, reader, "answers", &title, "report-answers-says", &heads),
        scale: SCALE.map(|it| reader.say(it)),
        statements: results
            .iter()
            .map(|it| Statement {
                label: reader.text(&it.statement).to_owned(),
                answered: format!("n = {}", reader.number(it.answered)),
                counts: it.counts.map(|count| u32::try_from(count).unwrap_or_default()),
                shown: it.counts.map(|count| reader.percent(percent(count, it.answered))),
            })
            .collect(),
    })
}

/// Whether there is a training whose participants can be drawn.
pub(crate) fn has_training(element: &Element, of: &Gathered) -> bool {
    let training = of.chosen.iter().find(|(it, people)| it.kind == ActivityKind::Training && !people.is_empty());
    training.is_some_and(|(it, _)| element.path.as_ref().is_some_and(|path| path.ends_with(&format!("/{}", it.key))))
}
