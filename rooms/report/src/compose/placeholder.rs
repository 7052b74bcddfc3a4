//! What may stand between `{{` and `}}`: a value in a sentence, or a piece that stands alone.

use kernel::Say;
use programme::Role;

use super::fault::unknown;

/// How a figure is written in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As its indicator declares; a share with its n, and with how many were asked.
    #[default]
    Shown,
    /// The number behind it; for a share both numbers.
    Exact,
    /// In words up to twelve; a share as a fraction in words.
    Words,
    /// A share with its n alone.
    N,
}

/// A value in a sentence, each named by the key of what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A figure.
    Figure {
        /// The indicator's key.
        key: String,
        /// How it is written.
        form: Form,
    },
    /// From when until when.
    Dates(String),
    /// The first day.
    Starts(String),
    /// The last day.
    Ends(String),
    /// Where.
    Place(String),
    /// What it is called.
    Title(String),
    /// A placeholder that cannot be understood, as it was written.
    Broken(String),
}

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// The activities over the months.
    Timeline,
    /// How the participants answered.
    Outcomes,
    /// The participants by group and region.
    Groups,
    /// The countries of the participants, in bands.
    Countries,
}

/// A piece that the record lays, alone in its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The aims of the programme.
    Aims,
    /// The activities in a table.
    Activities,
    /// Figures side by side.
    Figures(Vec<String>),
    /// Figures one below the other, each with its sentence.
    Highlights(Vec<String>),
    /// A drawing.
    Chart(Chart),
    /// The countries of an activity's participants.
    Map(String),
    /// The weeks of an activity.
    Timetable(String),
    /// An activity: what, when, where, with whom.
    Activity(String),
    /// The activities of a theme.
    Series(String),
    /// Those who are thanked in one tier.
    Partners(Role),
    /// All tiers.
    Acknowledgements,
    /// What participants said, of one activity or of all.
    Quotations(Option<String>),
    /// The events of others.
    Events,
    /// The communiqué and its pillars.
    Communique,
    /// Each recommendation.
    Recommendations,
    /// Actual against target.
    Targets,
    /// Every figure of the report with its definition.
    Definitions,
    /// What was found and left standing.
    Waivers,
    /// What changed since the last version.
    Changes,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Placeholder {
    /// It belongs in a sentence.
    Value(Value),
    /// It stands alone.
    Piece(Piece),
}

/// The kinds of value that name what they speak of.
const NAMED: [&str; 5] = ["dates", "starts", "ends", "place", "title"];
/// The pieces that need an argument.
const NEEDING: [&str; 8] = ["figures", "highlights", "chart", "map", "timetable", "activity", "series", "partners"];
/// The pieces without one; `quotations` may have one.
const ALONE: [&str; 11] = [
    "quotations",
    "acknowledgements",
    "activities",
    "aims",
    "events",
    "communique",
    "recommendations",
    "targets",
    "definitions",
    "waivers",
    "changes",
];
const FORMS: [(&str, Form); 3] = [("exact", Form::Exact), ("words", Form::Words), ("n", Form::N)];
const CHARTS: [(&str, Chart); 4] = [
    ("timeline", Chart::Timeline),
    ("outcomes", Chart::Outcomes),
    ("groups", Chart::Groups),
    ("countries", Chart::Countries),
];

impl Placeholder {
    /// Reads what stands between the braces; the sentence says why it cannot be read.
    pub(super) fn read(inside: &str) -> Result<Self, Say> {
        let inside = inside.trim();
        if inside.is_empty() {
            return Err(Say::new("report-compose-empty"));
        }
        match inside.split_once(':') {
            Some((kind, rest)) => with_argument(kind.trim(), rest.trim()),
            None if inside.contains(['.', '|']) => figure(inside),
            None => alone(inside),
        }
    }
}

fn figure(inside: &str) -> Result<Placeholder, Say> {
    let (key, form) = match inside.split_once('|') {
        Some((key, form)) => (key.trim(), find("report-compose-form", form.trim(), &FORMS)?),
        None => (inside, Form::Shown),
    };
    Ok(Placeholder::Value(Value::Figure { key: one("", key)?, form }))
}

fn alone(word: &str) -> Result<Placeholder, Say> {
    use Piece as P;
    Ok(Placeholder::Piece(match word {
        "quotations" => P::Quotations(None),
        "acknowledgements" => P::Acknowledgements,
        "activities" => P::Activities,
        "aims" => P::Aims,
        "events" => P::Events,
        "communique" => P::Communique,
        "recommendations" => P::Recommendations,
        "targets" => P::Targets,
        "definitions" => P::Definitions,
        "waivers" => P::Waivers,
        "changes" => P::Changes,
        it if NAMED.contains(&it) || NEEDING.contains(&it) => {
            return Err(Say::new("report-compose-needs-argument").with("kind", it));
        }
        it => return Err(no_kind(it)),
    }))
}

fn with_argument(kind: &str, rest: &str) -> Result<Placeholder, Say> {
    use Piece as P;
    let named = NAMED.contains(&kind) || NEEDING.contains(&kind);
    if rest.is_empty() && named {
        return Err(Say::new("report-compose-needs-argument").with("kind", kind));
    }
    if ALONE.contains(&kind) && kind != "quotations" {
        return Err(Say::new("report-compose-needs-no-argument").with("kind", kind));
    }
    let value = |it: Value| Ok(Placeholder::Value(it));
    let piece = |it: Piece| Ok(Placeholder::Piece(it));
    match kind {
        "dates" => value(Value::Dates(one(kind, rest)?)),
        "starts" => value(Value::Starts(one(kind, rest)?)),
        "ends" => value(Value::Ends(one(kind, rest)?)),
        "place" => value(Value::Place(one(kind, rest)?)),
        "title" => value(Value::Title(one(kind, rest)?)),
        "figures" => piece(P::Figures(several(rest))),
        "highlights" => piece(P::Highlights(several(rest))),
        "chart" => piece(P::Chart(find("report-compose-chart", rest, &CHARTS)?)),
        "map" => piece(P::Map(one(kind, rest)?)),
        "timetable" => piece(P::Timetable(one(kind, rest)?)),
        "activity" => piece(P::Activity(one(kind, rest)?)),
        "series" => piece(P::Series(rest.to_owned())),
        "quotations" => piece(P::Quotations(if rest.is_empty() { None } else { Some(one(kind, rest)?) })),
        "partners" => piece(P::Partners(role(rest)?)),
        _ => Err(no_kind(kind)),
    }
}

/// One key; two words are no key.
fn one(kind: &str, rest: &str) -> Result<String, Say> {
    if rest.contains(char::is_whitespace) {
        return Err(Say::new("report-compose-one-key").with("kind", kind).with("word", rest));
    }
    Ok(rest.to_owned())
}

fn several(rest: &str) -> Vec<String> {
    let words = rest.split(|it: char| it.is_whitespace() || it == ',').filter(|it| !it.is_empty());
    words.map(ToOwned::to_owned).collect()
}

/// One word of a few; the sentence names them all.
fn find<T: Copy>(message: &'static str, word: &str, known: &[(&str, T)]) -> Result<T, Say> {
    let found = known.iter().find(|(it, _)| *it == word).map(|(_, it)| *it);
    found.ok_or_else(|| {
        let all: Vec<&str> = known.iter().map(|(it, _)| *it).collect();
        Say::new(message).with("word", word).with("known", all.join(", "))
    })
}

/// A tier, by its word or by the first word of it: `earmarked` is the tier of the earmarked funders.
fn role(word: &str) -> Result<Role, Say> {
    let known = |it: &&Role| {
        let name = it.to_string();
        name == word || name.strip_suffix("-funder") == Some(word)
    };
    Role::ALL.iter().find(known).copied().ok_or_else(|| {
        let all: Vec<String> = Role::ALL.iter().map(|it| it.to_string().replace("-funder", "")).collect();
        Say::new("report-compose-tier").with("word", word).with("known", all.join(", "))
    })
}

fn no_kind(word: &str) -> Say {
    let known = NAMED.iter().chain(&NEEDING).chain(&ALONE).copied();
    unknown(("report-compose-unknown-kind", "report-compose-unknown-kind-near"), word, known)
}
