//! What is handed to the press: the templates, the drawings, and every word in the reader's language.

use charts::Palette;
use host::{App, Result};
use kernel::{Language, Say};
use press::Manuscript;
use programme::{Role, model::Partnership};
use serde_json::{Value, json};
use ui::Reader;

use crate::{
    Figure, drawings,
    elements::{self, Element, Meeting},
    gather::Gathered,
    model,
};

const MAIN: &str = include_str!("../press/report.typ");
const PIECES: &str = include_str!("../press/pieces.typ");
const STYLE: &str = include_str!("../press/style.typ");

/// A reader with a report before them: says its messages and knows its addresses.
struct Words<'a> {
    app: &'a App,
    of: &'a Gathered,
    reader: &'a Reader,
}

/// Puts a report together for the press.
pub(crate) fn manuscript(app: &App, of: &Gathered, reader: &Reader) -> Result<Manuscript> {
    let words = Words { app, of, reader };
    let palette = Palette::default();
    let mut drawn: Vec<(&str, String)> = Vec::new();
    if let Some(it) = drawings::timeline(of, reader) {
        drawn.push(("timeline.svg", it.draw_for_print(&palette)));
    }
    if let Some(it) = drawings::map(of, reader) {
        drawn.push(("countries.svg", it.draw_for_print(&palette)));
    }
    if let Some(it) = drawings::groups(of, reader) {
        drawn.push(("groups.svg", it.draw_for_print(&palette)));
    }
    if let Some(it) = drawings::answers(of, reader) {
        drawn.push(("answers.svg", it.draw_for_print(&palette)));
    }
    let data = serde_json::to_vec(&words.data()).map_err(host::Error::fault)?;
    let identity = format!("{}/{}/report/{}", of.here.programme.key, of.here.edition.key, reader.language);
    let mut manuscript = Manuscript::new(identity, of.today, MAIN)
        .with("pieces.typ", PIECES.as_bytes())
        .with("style.typ", STYLE.as_bytes())
        .with("data.json", data);
    for (name, svg) in drawn {
        manuscript = manuscript.with(name, svg.into_bytes());
    }
    Ok(manuscript)
}

/// A figure's name within the document.
fn id(key: &str) -> String {
    key.replace('.', "-")
}

impl Words<'_> {
    fn say(&self, key: &'static str) -> String {
        self.reader.say(key)
    }

    /// An address that works from outside.
    fn url(&self, path: &str) -> String {
        self.app.outside(&self.reader.href_in(self.reader.language, path))
    }

    fn data(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let (programme, edition) = (&of.here.programme, &of.here.edition);
        let title = reader.text(&programme.title).to_owned();
        json!({
            "lang": reader.language.tag(),
            "region": if reader.language == Language::FRENCH { "FR" } else { "GB" },
            "title": format!("{} {}", title, edition.key),
            "running_title": reader.text(&programme.short_title),
            "description": reader.text(&edition.lede),
            "authors": [self.organiser()],
            "keywords": [reader.text(&programme.short_title), edition.key.as_str()],
            "demonstration": if self.app.demonstration || edition.demonstration { self.say("report-demonstration") } else { String::new() },
            "demonstration_means": self.say("report-demonstration-means"),
            "words": self.labels(),
            "cover": self.cover(),
            "imprint": self.imprint(),
            "about": self.about(),
            "figures": of.figures.iter().filter_map(|it| self.figure(it)).collect::<Vec<_>>(),
            "key_facts": {
                "title": self.say("report-key-facts"),
                "note": self.say("report-key-facts-note"),
                "groups": model::KEY_FACTS.iter().map(|it| json!({
                    "title": self.say(it.title), "figures": self.ids(it.keys),
                })).collect::<Vec<_>>(),
            },
            "highlights": {
                "title": self.say("report-highlights"),
                "rows": of.figures_of(model::HIGHLIGHTS).map(|it| json!({
                    "figure": id(it.key()), "text": self.say(it.indicator.title),
                })).collect::<Vec<_>>(),
            },
            "programme": {
                "title": self.say("report-programme"),
                "activities": elements::elements(of, reader).iter().map(|it| self.activity(it)).collect::<Vec<_>>(),
            },
            "communique": self.communique(),
            "events": self.events(),
            "outcomes": self.outcomes(),
            "acknowledgements": self.acknowledgements(),
            "how_we_know": { "title": self.say("report-how-we-know"), "paragraphs": [self.say("report-how-we-know-text")] },
            "colophon": self.say("report-colophon"),
        })
    }

    fn labels(&self) -> Value {
        let edition = self.reader.say_with("report-of-edition", [("edition", self.of.here.edition.key.to_string())]);
        json!({
            "edition": edition,
            "contents": self.say("report-contents"),
            "sessions": self.say("report-sessions"),
            "date": self.say("report-head-date"),
            "topic": self.say("report-head-topic"),
            "kind": self.say("report-head-kind"),
            "day": self.say("report-head-day"),
            "rows": self.say("report-rows-behind"),
            "definition": self.say("report-definition-and-rows"),
            "activity": self.say("report-head-activity"),
            "dates": self.say("report-head-dates"),
            "place": self.say("report-head-place"),
        })
    }

    fn organiser(&self) -> String {
        let organiser = self.of.partnerships.iter().find(|it| it.activity_id.is_none() && it.role == Role::Organiser);
        organiser.map(|it| it.name_in(self.reader.language)).unwrap_or_default()
    }

    fn ids(&self, keys: &[&str]) -> Vec<String> {
        self.of.figures_of(keys).map(|it| id(it.key())).collect()
    }

    fn cover(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let timeline = drawings::timeline(of, reader);
        let sentence = timeline.map(|it| it.caption.title).unwrap_or_default();
        let label = reader.say_with("report-cover-label", [("edition", of.here.edition.key.to_string())]);
        json!({
            "organiser": self.organiser(),
            "label": label,
            "programme": reader.text(&of.here.programme.title),
            "headline": reader.text(&of.here.edition.title),
            "lede": reader.text(&of.here.edition.lede),
            "timeline": { "file": "timeline.svg", "sentence": sentence },
            "figures": self.ids(model::COVER),
        })
    }

    fn imprint(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let report = self.url(&of.here.page("report"));
        let published = of.here.edition.reported_on.map(|it| reader.day(it)).unwrap_or_default();
        json!([
            { "label": self.say("report-published"), "text": published, "url": "" },
            { "label": self.say("report-on-the-web"), "text": report, "url": report },
            { "label": self.say("report-state"), "text": reader.day(of.today), "url": "" },
            { "label": self.say("report-questions"), "text": of.here.programme.contact, "url": format!("mailto:{}", of.here.programme.contact) },
        ])
    }

    fn about(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let elements = elements::elements(of, reader);
        let foreword = elements::paragraphs(reader, &of.prose("report-foreword"));
        json!({
            "title": self.say("report-about"),
            "paragraphs": foreword,
            "aims_title": self.say("report-aims"),
            "aims": of.aims.iter().map(|it| json!({
                "title": reader.text(&it.title), "text": reader.text(&it.text),
            })).collect::<Vec<_>>(),
            "activities_title": self.say("report-activities"),
            "activities": elements.iter().map(|it| json!({
                "title": it.title, "dates": it.dates, "place": it.place,
            })).collect::<Vec<_>>(),
        })
    }

    fn figure(&self, it: &Figure) -> Option<Value> {
        let (of, reader) = (self.of, self.reader);
        Some(json!({
            "id": id(it.key()),
            "value": it.show(reader)?,
            "label": self.say(it.indicator.title),
            "note": it.note(reader).unwrap_or_default(),
            "definition": format!("{} {}", it.definition(reader), it.rule(reader)),
            "source": it.source(reader),
            "as_of": reader.say_with("report-as-of", [("day", reader.day(of.today))]),
            "url": self.url(&it.path(&of.here)),
        }))
    }

    fn facts(&self, it: &Element) -> Value {
        let mut facts =
            vec![vec![self.say("report-when"), it.dates.clone()], vec![self.say("report-where"), it.place.clone()]];
        if !it.with.is_empty() {
            facts.push(std::iter::once(self.say("report-with")).chain(it.with.iter().cloned()).collect());
        }
        json!(facts)
    }

    fn activity(&self, it: &Element) -> Value {
        let pictures = if drawings::has_training(it, self.of) { self.pictures_of_training() } else { Vec::new() };
        json!({
            "title": it.title,
            "facts": self.facts(it),
            "summary": it.summary,
            "guests_title": self.say(it.guests_title),
            "guests": it.guests.iter().map(|it| {
                let mark = if it.invented { format!(" ({})", self.say("programme-invented")) } else { String::new() };
                json!({ "name": format!("{}{mark}", it.name), "role": it.role })
            }).collect::<Vec<_>>(),
            "sessions": it.sessions.iter().map(|it| json!({
                "date": it.day, "title": it.topic, "kind": it.kind, "url": self.url(&it.path),
            })).collect::<Vec<_>>(),
            "parts": it.parts.iter().map(|it| self.activity(it)).collect::<Vec<_>>(),
            "timetable": it.timetable.as_ref().map(|table| json!({
                "title": self.timetable_title(table),
                "weeks": table.weeks,
                "days": table.days.iter().map(|(day, meetings)| json!({
                    "label": day, "meetings": meetings.iter().map(|it| it.as_ref().map(|it| self.meeting(it))).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
                "note": self.say("report-timetable-note"),
            })),
            "list": (!it.institutions.is_empty()).then(|| json!({
                "title": self.say("report-institutions"), "items": it.institutions,
            })),
            "pictures": pictures,
            "quotations": [],
        })
    }

    fn timetable_title(&self, table: &elements::Timetable) -> String {
        let say = Say::new("report-timetable-title").with("weeks", table.weeks.len()).with("meetings", table.meetings);
        self.reader.said(&say)
    }

    fn meeting(&self, it: &Meeting) -> Value {
        json!({ "date": it.day, "topic": it.topic, "kind": it.kind, "closed": it.closed, "url": self.url(&it.path) })
    }

    fn picture(&self, file: &str, caption: &charts::Caption, figure: &str) -> Value {
        json!({
            "file": file,
            "title": caption.title,
            "sentence": caption.description,
            "source": caption.source,
            "url": self.url(&self.of.here.page(&format!("figures/{figure}"))),
        })
    }

    fn pictures_of_training(&self) -> Vec<Value> {
        let map = drawings::map(self.of, self.reader)
            .map(|it| self.picture("countries.svg", &it.caption, "training.countries"));
        let groups = drawings::groups(self.of, self.reader);
        let groups = groups.map(|it| self.picture("groups.svg", &it.caption, "training.participants"));
        map.into_iter().chain(groups).collect()
    }

    fn communique(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let Some(it) = &of.communique else {
            let title = self.say("report-communique");
            return json!({ "title": title, "facts": [], "summary": [self.say("report-no-communique")], "pillars": [] });
        };
        let mut facts = vec![vec![self.say("report-adopted"), reader.day(it.adopted_on)]];
        if it.presented_on <= of.today {
            facts.push(vec![
                self.say("report-presented"),
                reader.day(it.presented_on),
                reader.text(&it.presented_at).to_owned(),
            ]);
        }
        let pillars = of.pillars.iter().map(|pillar| {
            let asked: Vec<_> = of.recommendations.iter().filter(|it| it.pillar_id == pillar.id).collect();
            json!({
                "title": reader.text(&pillar.title),
                "first": asked.first().map_or(1, |it| it.number),
                "recommendations": asked.iter().map(|it| reader.text(&it.text)).collect::<Vec<_>>(),
            })
        });
        json!({
            "title": reader.text(&it.title),
            "facts": facts,
            "summary": [reader.text(&it.preamble)],
            "pillars": pillars.collect::<Vec<_>>(),
        })
    }

    fn events(&self) -> Value {
        let reader = self.reader;
        let rows = self.of.events.iter().map(|it| {
            let mut facts = vec![
                vec![self.say("report-when"), reader.day(it.held_on)],
                vec![self.say("report-where"), reader.text(&it.place).to_owned()],
                vec![self.say("report-host"), reader.text(&it.host).to_owned()],
            ];
            if let Some(audience) = it.audience {
                facts.push(vec![self.say("report-audience"), format!("{}+", reader.number(audience))]);
            }
            json!({ "title": reader.text(&it.title), "facts": facts, "summary": [reader.text(&it.summary)], "links": [] })
        });
        json!({ "title": self.say("report-events"), "rows": rows.collect::<Vec<_>>() })
    }

    fn outcomes(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let answers = drawings::answers(of, reader);
        let pictures: Vec<Value> =
            answers.iter().map(|it| self.picture("answers.svg", &it.caption, "survey.understanding")).collect();
        let quotations = of.quotations.iter().map(|it| {
            json!({
                "text": reader.text(&it.text),
                "name": self.say("report-a-participant"),
                "from": reader.country(it.country),
                "mark": if it.is_invented() { self.say("programme-invented") } else { String::new() },
            })
        });
        json!({
            "title": self.say("report-outcomes"),
            "figures": self.ids(model::OUTCOMES),
            "pictures": pictures,
            "quotations_title": self.say("report-participants-said"),
            "quotations": quotations.collect::<Vec<_>>(),
        })
    }

    fn acknowledgements(&self) -> Value {
        let tiers = tiers(self.of).into_iter().map(|(role, names)| {
            let known: Vec<&&Partnership> = names.iter().filter(|it| it.organisation_id.is_some()).collect();
            let mut notes: Vec<String> =
                names.iter().map(|it| self.reader.text(&it.note).to_owned()).filter(|it| !it.is_empty()).collect();
            if role == Role::GeneralFunder
                && let Some(day) = self.of.here.edition.contributors_as_of
            {
                notes.push(self.reader.say_with("report-contributors-as-of", [("day", self.reader.day(day))]));
            }
            json!({
                "title": self.say(tier_title(role)),
                "names": known.iter().map(|it| json!({ "name": it.name_in(self.reader.language), "url": "" })).collect::<Vec<_>>(),
                "note": notes.join(" · "),
            })
        });
        let mut tiers: Vec<Value> = tiers.collect();
        let cofunding = self.reader.text(&self.of.here.edition.cofunding);
        if !cofunding.is_empty() {
            tiers.push(json!({ "title": self.say("report-cofunding"), "names": [], "note": cofunding }));
        }
        json!({ "title": self.say("report-acknowledgements"), "tiers": tiers })
    }
}

/// Those who are thanked for the whole edition, by what they did.
pub(crate) fn tiers(of: &Gathered) -> Vec<(Role, Vec<&Partnership>)> {
    let thanked = |role| of.partnerships.iter().filter(move |it| it.activity_id.is_none() && it.role == role);
    Role::ALL
        .iter()
        .map(|role| (*role, thanked(*role).collect()))
        .filter(|(_, names): &(_, Vec<_>)| !names.is_empty())
        .collect()
}

/// The message that heads a tier.
pub(crate) fn tier_title(role: Role) -> &'static str {
    match role {
        Role::Organiser => "report-tier-organiser",
        Role::CoOrganiser => "report-tier-co-organiser",
        Role::Host => "report-tier-host",
        Role::Partner => "report-tier-partner",
        Role::EarmarkedFunder => "report-tier-earmarked-funder",
        Role::GeneralFunder => "report-tier-general-funder",
        Role::Supporter => "report-tier-supporter",
        Role::Project => "report-tier-project",
    }
}
