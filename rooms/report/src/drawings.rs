//! The drawings of a report, each under a sentence that states what it shows.

use charts::{Activity, Bar, Bars, Caption, Choropleth, Country, Likert, Part, Statement, Tick, Timeline, Tone};
use disclosure::Shown;
use host::figures::{Dimension, Value};
use jiff::civil::Date;
use kernel::{Country as Code, Region, Say};
use outreach::ItemResult;
use people::{Participant, Party};
use programme::ActivityKind;
use ui::Reader;

use crate::{
    elements::{Element, elements},
    figures::count,
    gather::Gathered,
    protected,
};

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

/// The band of a country, drawn by the least that may be known of it.
fn band(shown: Shown) -> u8 {
    let least = match shown {
        Shown::Exactly(count) => count,
        Shown::Band(band) => band.from,
        Shown::Hidden => 1,
    };
    match least {
        0 => 0,
        1..5 => 1,
        5..10 => 2,
        10.. => 3,
    }
}

/// The countries of an activity's participants, in the bands that protect them.
pub(crate) fn map(of: &Gathered, reader: &Reader, kind: ActivityKind) -> Option<Choropleth> {
    let lines = of.protected.by(&format!("{kind}.participants"), Dimension::Country)?;
    let bands = ["report-compose-band-1", "report-compose-band-2", "report-compose-band-3"].map(|it| reader.say(it));
    let shown = |shown: Shown| match shown {
        Shown::Hidden => reader.say("report-compose-band-hidden"),
        shown => bands.get(usize::from(band(shown)).wrapping_sub(1)).cloned().unwrap_or_default(),
    };
    let coded = lines.iter().filter_map(|(code, it)| Some((code.as_deref()?.parse::<Code>().ok()?, *it)));
    let coded: Vec<(Code, Shown)> = coded.filter(|(_, it)| band(*it) > 0).collect();
    let mut countries: Vec<Country> = coded
        .iter()
        .map(|(code, it)| Country {
            code: code.to_string(),
            name: reader.country(*code),
            shown: shown(*it),
            band: band(*it),
        })
        .collect();
    if countries.is_empty() {
        return None;
    }
    countries.sort_by(|a, b| b.band.cmp(&a.band).then_with(|| a.name.cmp(&b.name)));
    let of_region = |region| coded.iter().filter(|(code, _)| of.region(*code) == Some(region)).count();
    let people = of.chosen.iter().filter(|(it, _)| it.kind == kind).map(|(_, people)| people.len()).sum::<usize>();
    let title = Say::new("report-map-title")
        .with("people", people)
        .with("countries", countries.len())
        .with("asia", of_region(Region::Asia))
        .with("europe", of_region(Region::Europe));
    Some(Choropleth {
        caption: caption(
            of,
            reader,
            "countries",
            &title,
            "report-compose-map-says",
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

/// The training's participants by group and region; nothing where a part is kept back, since the whole would tell it.
pub(crate) fn groups(of: &Gathered, reader: &Reader) -> Option<Bars> {
    let groups = [(Party::Government, "report-government"), (Party::CivilSociety, "report-civil-society")];
    let regions = [(Tone::Asia, Region::Asia), (Tone::Europe, Region::Europe)];
    let mut bars = Vec::new();
    for (party, label) in groups {
        let mut parts = Vec::new();
        for (tone, region) in regions {
            let (party, region) = (Some(party.to_string()), Some(region.to_string()));
            let Shown::Exactly(these) = of.protected.crossed("training.participants", &party, &region) else {
                return None;
            };
            parts.push(Part { tone, value: these.into(), shown: reader.number(these.into()) });
        }
        let all = of.trained().filter(|it| it.party == Some(party)).count();
        bars.push(Bar { label: reader.say(label), shown: reader.number(count(all)), parts });
    }
    let [government, civil] = [&bars[0].shown, &bars[1].shown].map(String::as_str);
    let title = Say::new("report-groups-title").with("government", government).with("civil", civil);
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

/// How the participants answered. Where few stand behind an answer, it is told together with its neighbours, for every
/// statement alike.
pub(crate) fn answers(of: &Gathered, reader: &Reader) -> Option<Likert> {
    let results: Vec<_> = of.results.iter().filter(|it| it.answered > 0).collect();
    let percent = |number: i64, all: i64| host::figures::percent(Value { number, of: Some(all), asked: None });
    let least = results.iter().map(|it| percent(it.agreed(), it.answered)).min()?;
    let title = Say::new("report-answers-title").with("least", reader.percent(least)).with("count", results.len());
    let hides = |at: usize| results.iter().any(|it| protected::answers(it.counts)[at].is_none());
    let (refusing, agreeing) = (hides(0), hides(4));
    let mut scale = SCALE.map(|it| reader.say(it));
    if refusing {
        scale[..3].fill(String::new());
        scale[1] = reader.say("report-compose-view-refusing");
    }
    if agreeing {
        scale[3..].fill(String::new());
        scale[3] = reader.say("report-compose-view-agreeing");
    }
    let counts = |it: &ItemResult| {
        let mut counts = it.counts;
        if refusing {
            counts = [0, counts[..3].iter().sum(), 0, counts[3], counts[4]];
        }
        if agreeing {
            counts = [counts[0], counts[1], counts[2], counts[3] + counts[4], 0];
        }
        counts
    };
    let mut caption = caption(of, reader, "answers", &title, "report-answers-says", &[]);
    let told = scale.iter().filter(|it| !it.is_empty()).cloned();
    let first = std::iter::once(reader.say("report-head-statement"));
    caption.heads = first.chain(told).chain([reader.say("report-head-answered")]).collect();
    let statement = |it: &&ItemResult| Statement {
        label: reader.text(&it.statement).to_owned(),
        answered: format!("n = {}", reader.number(it.answered)),
        counts: counts(it).map(|count| u32::try_from(count).unwrap_or_default()),
        shown: counts(it).map(|count| reader.percent(percent(count, it.answered))),
    };
    Some(Likert { caption, statements: results.iter().map(statement).collect(), scale })
}
