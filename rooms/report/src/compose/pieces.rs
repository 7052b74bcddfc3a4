//! The pieces that the record lays: each gathered once, then shown on a page and in print.

use charts::{Bars, Choropleth, Likert, Timeline};
use kernel::Say;
use programme::{ActivityKind, Role};
use ui::Reader;

use super::{
    fault::unknown,
    matter::Spot,
    placeholder::{Chart, Piece},
    setting::Setting,
    targets::{TargetLine, target_lines},
};
use crate::{
    drawings,
    elements::{self, Element, Timetable},
    findings,
    gather::Gathered,
};

/// A piece, ready to be shown.
pub enum Laid {
    /// The aims of the programme, each with its sentence.
    Aims(Vec<(String, String)>),
    /// Activities in a table.
    Activities(Vec<Element>),
    /// Figures side by side, by key.
    Figures(Vec<String>),
    /// Figures one below the other, by key.
    Highlights(Vec<String>),
    /// A drawing, and the key of the figure whose rows it draws.
    Drawing(Box<Drawing>),
    /// The weeks of an activity.
    Timetable(Timetable),
    /// An activity or a series; with a heading unless the chapter is called the same.
    Element(Box<Element>, bool),
    /// Those who are thanked, by tier.
    Tiers(Vec<Tier>),
    /// What participants said.
    Quotations(Vec<Quoted>),
    /// The events of others.
    Events(Vec<EventTold>),
    /// The communiqué and its pillars.
    Communique(Box<Adopted>),
    /// The recommendations under their pillars.
    Recommendations(Vec<PillarTold>),
    /// Actual against target.
    Targets(Vec<TargetLine>),
    /// Every figure of the report with its definition.
    Definitions,
    /// What was found and left standing: the finding, and why.
    Waivers(Vec<(String, String)>),
    /// What changed.
    Changes(Vec<String>),
    /// A piece that could not be laid, with the mark that says so.
    Missing(String),
}

/// A drawing.
pub enum Drawing {
    /// The activities over the months.
    Timeline(Timeline),
    /// The answers.
    Answers(Likert),
    /// The groups.
    Groups(Bars),
    /// The countries, and the figure that counts them.
    Map(Choropleth, String),
}

/// A tier of those who are thanked.
pub struct Tier {
    /// The message that heads it.
    pub title: &'static str,
    /// The names, each with a note.
    pub names: Vec<(String, String)>,
    /// What is said of the tier as a whole.
    pub note: String,
}

/// Words of a participant.
pub struct Quoted {
    /// The words.
    pub text: String,
    /// Whence and from which side of the table.
    pub from: String,
    /// Whether the demonstration made them up.
    pub invented: bool,
}

/// An event of others.
pub struct EventTold {
    /// Its title.
    pub title: String,
    /// Its day.
    pub day: String,
    /// Where.
    pub place: String,
    /// Whose.
    pub host: String,
    /// How many listened, as a sentence part; empty where nobody counted.
    pub audience: String,
    /// What it was.
    pub summary: String,
}

/// The communiqué.
pub struct Adopted {
    /// Its title.
    pub title: String,
    /// When it was adopted.
    pub adopted: String,
    /// When and where it was presented, once it was.
    pub presented: Option<(String, String)>,
    /// How it begins.
    pub preamble: String,
    /// Its pillars.
    pub pillars: Vec<PillarTold>,
}

/// A pillar with its recommendations.
pub struct PillarTold {
    /// Its title.
    pub title: String,
    /// The number of its first recommendation.
    pub first: i64,
    /// The recommendations: a title and a text.
    pub recommendations: Vec<String>,
}

impl Setting<'_> {
    /// Lays a piece, or marks why it cannot be laid.
    pub(super) fn laid(&mut self, piece: Piece, spot: Spot) -> Laid {
        let laid = match piece {
            Piece::Figures(keys) => Ok(Laid::Figures(self.figures(keys, spot))),
            Piece::Highlights(keys) => Ok(Laid::Highlights(self.figures(keys, spot))),
            piece => self.lay(piece),
        };
        laid.unwrap_or_else(|say| Laid::Missing(self.missing(spot, say)))
    }

    /// The keys that can be shown; each of the others is a fault.
    fn figures(&mut self, keys: Vec<String>, spot: Spot) -> Vec<String> {
        let mut shown = Vec::new();
        for key in keys {
            match self.figure(&key) {
                Ok(_) => shown.push(key),
                Err(say) => {
                    self.missing(spot, say);
                }
            }
        }
        shown
    }

    fn lay(&mut self, piece: Piece) -> Result<Laid, Say> {
        let (of, reader) = (self.of, self.reader);
        Ok(match piece {
            Piece::Figures(_) | Piece::Highlights(_) => return Err(Say::new("report-compose-empty")),
            Piece::Aims => {
                let aim = |it: &programme::Aim| (reader.text(&it.title).to_owned(), reader.text(&it.text).to_owned());
                Laid::Aims(some("aims", of.aims.iter().map(aim).collect())?)
            }
            Piece::Activities => Laid::Activities(some("activities", elements::elements(of, reader))?),
            Piece::Chart(chart) => Laid::Drawing(Box::new(drawing(of, reader, chart)?)),
            Piece::Map(key) => Laid::Drawing(Box::new(self.map(&key)?)),
            Piece::Timetable(key) => {
                let it = self.activity(&key)?.timetable;
                Laid::Timetable(it.ok_or_else(|| Say::new("report-compose-no-weeks").with("word", key))?)
            }
            Piece::Activity(key) => {
                let it = self.activity(&key)?;
                self.element(it)
            }
            Piece::Series(theme) => {
                let it = elements::series_of(of, reader, &theme).ok_or_else(|| self.no_theme(&theme))?;
                self.element(it)
            }
            Piece::Partners(role) => Laid::Tiers(
                some("partners", tiers(of, reader).into_iter().filter(|it| it.0 == role).collect())?
                    .into_iter()
                    .map(|it| it.1)
                    .collect(),
            ),
            Piece::Acknowledgements => {
                let all: Vec<Tier> =
                    tiers(of, reader).into_iter().map(|it| it.1).chain(cofunding(of, reader)).collect();
                Laid::Tiers(some("acknowledgements", all)?)
            }
            Piece::Quotations(key) => {
                let of_activity = key.map(|it| self.key_of_activity(&it)).transpose()?;
                Laid::Quotations(some("quotations", quotations(of, reader, of_activity))?)
            }
            Piece::Events => Laid::Events(some("events", events(of, reader))?),
            Piece::Communique => {
                Laid::Communique(Box::new(communique(of, reader).ok_or_else(|| Say::new("report-no-communique"))?))
            }
            Piece::Recommendations => Laid::Recommendations(some("recommendations", pillars(of, reader))?),
            Piece::Targets => Laid::Targets(some("targets", target_lines(self))?),
            Piece::Definitions => Laid::Definitions,
            Piece::Waivers => Laid::Waivers(self.waivers()),
            Piece::Changes => Laid::Changes(of.changes.iter().map(|it| reader.text(it).to_owned()).collect()),
        })
    }

    /// An activity in its place: a chapter of the same name heads it, and what the chapter has told in its own words
    /// is not told again in the activity's summary.
    fn element(&self, mut it: Element) -> Laid {
        let headed = !it.title.ends_with(self.title);
        if self.told && !headed {
            it.summary.clear();
        }
        Laid::Element(Box::new(it), headed)
    }

    /// What was found and left standing: the sentence of the finding, and why it stands.
    fn waivers(&self) -> Vec<(String, String)> {
        let told = self
            .of
            .waivers
            .iter()
            .map(|it| (findings::sentence(&it.finding, self.reader), self.reader.text(&it.reason).to_owned()));
        told.collect()
    }

    fn activity(&self, key: &str) -> Result<Element, Say> {
        let found = self.of.activities.iter().find(|it| it.key.as_str() == key);
        found.map(|it| elements::element(self.of, self.reader, it)).ok_or_else(|| self.no_activity(key))
    }

    fn key_of_activity(&self, key: &str) -> Result<kernel::Id<kernel::mark::Activity>, Say> {
        let found = self.of.activities.iter().find(|it| it.key.as_str() == key);
        found.map(|it| it.id).ok_or_else(|| self.no_activity(key))
    }

    fn no_activity(&self, key: &str) -> Say {
        let known = self.of.activities.iter().map(|it| it.key.as_str());
        unknown(("report-compose-unknown-activity", "report-compose-unknown-activity-near"), key, known)
    }

    fn no_theme(&self, theme: &str) -> Say {
        let series = self.of.activities.iter().filter(|it| it.kind == ActivityKind::Series);
        let known = series.filter_map(|it| it.theme.as_deref());
        unknown(("report-compose-unknown-theme", "report-compose-unknown-theme-near"), theme, known)
    }

    fn map(&self, key: &str) -> Result<Drawing, Say> {
        self.key_of_activity(key)?;
        let chosen = self.of.chosen.iter().find(|(it, _)| it.key.as_str() == key);
        let drawn = chosen.and_then(|(it, _)| Some((it, drawings::map(self.of, self.reader, it.kind)?)));
        let (it, map) = drawn.ok_or_else(|| Say::new("report-compose-nothing-to-draw").with("word", key))?;
        Ok(Drawing::Map(map, format!("{}.countries", it.kind)))
    }
}

/// What there is of a kind; nothing of it is a fault.
fn some<T>(kind: &'static str, all: Vec<T>) -> Result<Vec<T>, Say> {
    if all.is_empty() { Err(Say::new("report-compose-nothing-there").with("kind", kind)) } else { Ok(all) }
}

fn drawing(of: &Gathered, reader: &Reader, chart: Chart) -> Result<Drawing, Say> {
    let (word, drawn) = match chart {
        Chart::Timeline => ("timeline", drawings::timeline(of, reader).map(Drawing::Timeline)),
        Chart::Outcomes => ("outcomes", drawings::answers(of, reader).map(Drawing::Answers)),
        Chart::Groups => ("groups", drawings::groups(of, reader).map(Drawing::Groups)),
        Chart::Countries => {
            let map = drawings::map(of, reader, ActivityKind::Training);
            ("countries", map.map(|it| Drawing::Map(it, "training.countries".to_owned())))
        }
    };
    drawn.ok_or_else(|| Say::new("report-compose-nothing-to-draw").with("word", word))
}

fn quotations(of: &Gathered, reader: &Reader, activity: Option<kernel::Id<kernel::mark::Activity>>) -> Vec<Quoted> {
    let these = of.quotations.iter().filter(|it| activity.is_none_or(|id| it.activity_id == id));
    let quoted = these.map(|it| Quoted {
        text: reader.text(&it.text).to_owned(),
        from: format!("{}, {}", reader.country(it.country), reader.say(it.party.label())),
        invented: it.is_invented(),
    });
    quoted.collect()
}

fn events(of: &Gathered, reader: &Reader) -> Vec<EventTold> {
    let told = of.events.iter().map(|it| EventTold {
        title: reader.text(&it.title).to_owned(),
        day: reader.day(it.held_on),
        place: reader.text(&it.place).to_owned(),
        host: reader.text(&it.host).to_owned(),
        audience: it.audience.map(|it| format!("{}+", reader.number(it))).unwrap_or_default(),
        summary: reader.text(&it.summary).to_owned(),
    });
    told.collect()
}

fn communique(of: &Gathered, reader: &Reader) -> Option<Adopted> {
    let it = of.communique.as_ref()?;
    let presented =
        (it.presented_on <= of.today).then(|| (reader.day(it.presented_on), reader.text(&it.presented_at).to_owned()));
    Some(Adopted {
        title: reader.text(&it.title).to_owned(),
        adopted: reader.day(it.adopted_on),
        presented,
        preamble: reader.text(&it.preamble).to_owned(),
        pillars: pillars(of, reader),
    })
}

fn pillars(of: &Gathered, reader: &Reader) -> Vec<PillarTold> {
    let told = of.pillars.iter().map(|pillar| {
        let asked: Vec<_> = of.recommendations.iter().filter(|it| it.pillar_id == pillar.id).collect();
        PillarTold {
            title: reader.text(&pillar.title).to_owned(),
            first: asked.first().map_or(1, |it| it.number),
            recommendations: asked.iter().map(|it| reader.text(&it.text).to_owned()).collect(),
        }
    });
    told.collect()
}

/// Those who are thanked for the whole edition, by what they did.
fn tiers(of: &Gathered, reader: &Reader) -> Vec<(Role, Tier)> {
    let thanked = |role| of.partnerships.iter().filter(move |it| it.activity_id.is_none() && it.role == role);
    let tier = |role: &Role| {
        let named = thanked(*role).filter(|it| it.organisation_id.is_some());
        let names = named.map(|it| (it.name_in(reader.language), reader.text(&it.note).to_owned())).collect();
        // Where a name is missing, the record says why: that is no name to be set in bold.
        let unnamed = thanked(*role).filter(|it| it.organisation_id.is_none()).map(|it| it.name_in(reader.language));
        let as_of = of.here.edition.contributors_as_of.filter(|_| *role == Role::GeneralFunder);
        let as_of = as_of.map(|it| reader.say_with("report-contributors-as-of", [("day", reader.day(it))]));
        let note = unnamed.chain(as_of).collect::<Vec<_>>().join(" · ");
        (*role, Tier { title: title_of(*role), names, note })
    };
    Role::ALL.iter().filter(|it| thanked(**it).next().is_some()).map(tier).collect()
}

fn cofunding(of: &Gathered, reader: &Reader) -> Option<Tier> {
    let note = reader.text(&of.here.edition.cofunding).to_owned();
    (!note.is_empty()).then(|| Tier { title: "report-cofunding", names: Vec::new(), note })
}

/// The message that heads a tier.
fn title_of(role: Role) -> &'static str {
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
