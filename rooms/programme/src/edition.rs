//! How an edition's own facts are read from its folder, and written back.
//!
//! Carried into next year: aims, countries, organisations and prose are copied; activities, partnerships and the
//! communiqué are dropped, since they are that year's own.

mod export;
mod write;

use host::folder::{Findings, Folder, Known, Rows, Spot, Thing, things};
use jiff::{Timestamp, civil::Date};
use kernel::{Country, Id, Key, Language, Region, Text, mark};

use crate::model::{ActivityKind, Mode, Role, Source, Status};

pub use export::export;
pub use write::write;

const COUNTRY_COLUMNS: &[&str] = &["code", "region"];
const ORGANISATION_COLUMNS: &[&str] = &["key", "name", "name_fr", "short", "country", "kind", "source"];
const PARTNERSHIP_COLUMNS: &[&str] = &["activity", "organisation", "role", "position", "source", "note_en", "note_fr"];
const INSTITUTION_COLUMNS: &[&str] = &["organisation", "position", "source"];

/// The identities of an edition's things: the same names give the same identities, on every import.
#[derive(Clone, Debug)]
pub struct Names {
    path: String,
}

impl Names {
    /// The names within one edition.
    pub fn new(programme: &str, edition: &str) -> Self {
        Self { path: format!("{programme}/{edition}") }
    }

    /// The identity of the edition.
    pub fn edition(&self) -> Id<mark::Edition> {
        Id::named(&[&self.path])
    }

    /// The identity of a thing by its kind and key: `names.id::<mark::Person>("person", "a0001")`.
    pub fn id<T>(&self, kind: &str, key: &str) -> Id<T> {
        Id::named(&[&self.path, kind, key])
    }
}

/// What the files of this room say.
pub struct Draft {
    /// The identities within the edition.
    pub names: Names,
    programme: ProgrammeDraft,
    aims: Vec<(String, Text, Text)>,
    edition: EditionDraft,
    days: Vec<(String, Option<Timestamp>, Text, bool)>,
    countries: Vec<(Option<Country>, Option<Region>)>,
    organisations: Vec<[String; 7]>,
    activities: Vec<ActivityDraft>,
    partnerships: Vec<PartnershipDraft>,
    institutions: Vec<(String, i64, String)>,
    communique: Option<CommuniqueDraft>,
    pillars: Vec<(String, Text, String)>,
    recommendations: Vec<(String, i64, Text, Text)>,
    prose: Vec<(String, Text)>,
}

#[derive(Default)]
struct ProgrammeDraft {
    key: String,
    title: Text,
    short_title: Text,
    host: String,
    contact: String,
}

#[derive(Default)]
struct EditionDraft {
    key: String,
    title: Text,
    lede: Text,
    starts_on: Option<Date>,
    ends_on: Option<Date>,
    zone: String,
    languages: Vec<Language>,
    cofunding: Text,
    contributors_as_of: Option<Date>,
    reported_on: Option<Date>,
    demonstration: bool,
}

struct ActivityDraft {
    key: String,
    kind: String,
    title: Text,
    theme: Option<String>,
    country: Option<Country>,
    starts_on: Option<Date>,
    ends_on: Option<Date>,
    mode: String,
    place: Option<Text>,
    zone: String,
    part_of: Option<String>,
    summary: Text,
    status: String,
    source: String,
}

struct PartnershipDraft {
    activity: Option<String>,
    organisation: Option<String>,
    role: String,
    position: i64,
    source: String,
    note: Text,
}

struct CommuniqueDraft {
    title: Text,
    adopted_on: Option<Date>,
    presented_on: Option<Date>,
    presented_at: Text,
    preamble: Text,
    source: String,
}

/// Whether the folder calls itself a demonstration: read before anything else is.
pub fn is_demonstration(folder: &Folder) -> bool {
    let mut findings = Findings::default();
    things(folder, "edition.toml", &["programme", "aim", "edition", "day"], &mut findings)
        .iter()
        .any(|(name, thing)| name == "edition" && thing.flag("demonstration", &mut findings))
}

/// Reads this room's files; what is wrong goes to `findings`, what they introduce to `known`.
pub fn read(folder: &Folder, known: &mut Known, findings: &mut Findings) -> Draft {
    let mut draft = read_edition(folder, findings);
    draft.countries = read_countries(folder, known, findings);
    draft.organisations = read_organisations(folder, known, findings);
    if !draft.programme.host.is_empty() {
        known.check("organisation", &draft.programme.host, Spot::file("edition.toml"), findings);
    }
    draft.activities = read_activities(folder, known, findings);
    draft.partnerships = read_partnerships(folder, known, findings);
    draft.institutions = read_institutions(folder, known, findings);
    read_communique(folder, &mut draft, findings);
    draft.prose = read_prose(folder, findings);
    draft
}

fn read_edition(folder: &Folder, findings: &mut Findings) -> Draft {
    let (mut programme, mut edition) = (ProgrammeDraft::default(), EditionDraft::default());
    let (mut aims, mut days, mut seen) = (Vec::new(), Vec::new(), Vec::new());
    for (name, it) in things(folder, "edition.toml", &["programme", "aim", "edition", "day"], findings) {
        match name.as_str() {
            "programme" => {
                it.expect(&["key", "title", "short_title", "host", "contact"], findings);
                programme = ProgrammeDraft {
                    key: key_of(&it, findings),
                    title: it.text_in_languages("title", findings),
                    short_title: it.text_in_languages("short_title", findings),
                    host: it.required("host", findings),
                    contact: it.required("contact", findings),
                };
            }
            "aim" => {
                it.expect(&["key", "title", "text"], findings);
                aims.push((
                    key_of(&it, findings),
                    it.text_in_languages("title", findings),
                    it.text_in_languages("text", findings),
                ));
            }
            "edition" => edition = read_edition_table(&it, findings),
            _ => {
                it.expect(&["key", "at", "name", "default"], findings);
                let usual = it.flag("default", findings);
                days.push((
                    key_of(&it, findings),
                    it.instant("at", findings),
                    it.text_in_languages("name", findings),
                    usual,
                ));
            }
        }
        seen.push(name);
    }
    for name in ["programme", "edition"] {
        if !seen.iter().any(|it| it == name) {
            findings.add(
                Spot::file("edition.toml"),
                format!("there is no [{name}]"),
                format!("write [{name}] with its values"),
            );
        }
    }
    let names = Names::new(&programme.key, &edition.key);
    Draft {
        names,
        programme,
        aims,
        edition,
        days,
        countries: Vec::new(),
        organisations: Vec::new(),
        activities: Vec::new(),
        partnerships: Vec::new(),
        institutions: Vec::new(),
        communique: None,
        pillars: Vec::new(),
        recommendations: Vec::new(),
        prose: Vec::new(),
    }
}

fn read_edition_table(it: &Thing<'_>, findings: &mut Findings) -> EditionDraft {
    it.expect(
        &[
            "key",
            "title",
            "lede",
            "starts_on",
            "ends_on",
            "zone",
            "languages",
            "cofunding",
            "contributors_as_of",
            "reported_on",
            "demonstration",
        ],
        findings,
    );
    let (starts_on, ends_on) = days_in_order(it, findings);
    let tags = it.list("languages", findings);
    let languages: Vec<Language> = tags.iter().filter_map(|tag| tag.parse().ok()).collect();
    if languages.len() != tags.len() || languages.is_empty() {
        findings.add(it.spot("languages"), "not every one is a language", "write tags like [\"en\", \"fr\"]");
    }
    EditionDraft {
        key: key_of(it, findings),
        title: it.text_in_languages("title", findings),
        lede: it.text_in_languages("lede", findings),
        starts_on,
        ends_on,
        zone: it.zone("zone", findings).unwrap_or_default(),
        languages,
        cofunding: it.optional_text("cofunding", findings).unwrap_or_default(),
        contributors_as_of: it.optional_day("contributors_as_of", findings),
        reported_on: it.optional_day("reported_on", findings),
        demonstration: it.flag("demonstration", findings),
    }
}

fn key_of(it: &Thing<'_>, findings: &mut Findings) -> String {
    it.key("key", findings).map_or_else(String::new, String::from)
}

fn days_in_order(it: &Thing<'_>, findings: &mut Findings) -> (Option<Date>, Option<Date>) {
    let (starts_on, ends_on) = (it.day("starts_on", findings), it.day("ends_on", findings));
    if let (Some(from), Some(to)) = (starts_on, ends_on)
        && to < from
    {
        findings.add(
            it.spot("ends_on"),
            format!("it ends on {to}, before it starts on {from}"),
            "write the last day, not an earlier one",
        );
    }
    (starts_on, ends_on)
}

fn read_countries(
    folder: &Folder,
    known: &mut Known,
    findings: &mut Findings,
) -> Vec<(Option<Country>, Option<Region>)> {
    let rows = Rows::read(folder, "countries.csv", COUNTRY_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            known.add("country", row.get("code"), row.spot("code"), findings);
            let code = row.parsed("code", "write a two-letter code (ISO 3166-1), like KH or DK", findings);
            (code, row.parsed("region", "write asia or europe", findings))
        })
        .collect()
}

fn read_organisations(folder: &Folder, known: &mut Known, findings: &mut Findings) -> Vec<[String; 7]> {
    let rows = Rows::read(folder, "organisations.csv", ORGANISATION_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            row.key("key", findings);
            known.add("organisation", row.get("key"), row.spot("key"), findings);
            row.required("name", findings);
            row.optional_parsed::<Country>("country", "write a two-letter code (ISO 3166-1), like KH or DK", findings);
            row.one_of("source", Source::WORDS, findings);
            ORGANISATION_COLUMNS
                .iter()
                .map(|it| row.get(it).to_owned())
                .collect::<Vec<_>>()
                .try_into()
                .unwrap_or_default()
        })
        .collect()
}

fn read_activities(folder: &Folder, known: &mut Known, findings: &mut Findings) -> Vec<ActivityDraft> {
    let mut activities = Vec::new();
    for (_, it) in things(folder, "activities.toml", &["activity"], findings) {
        it.expect(
            &[
                "key",
                "kind",
                "title",
                "theme",
                "country",
                "starts_on",
                "ends_on",
                "mode",
                "place",
                "zone",
                "part_of",
                "summary",
                "status",
                "source",
            ],
            findings,
        );
        let key = key_of(&it, findings);
        known.add("activity", &key, it.spot("key"), findings);
        let part_of = it.optional("part_of", findings);
        if let Some(whole) = &part_of {
            known.check("activity", whole, it.spot("part_of"), findings);
        }
        let (starts_on, ends_on) = days_in_order(&it, findings);
        activities.push(ActivityDraft {
            key,
            kind: it.one_of("kind", ActivityKind::WORDS, None, findings),
            title: it.text_in_languages("title", findings),
            theme: it.optional("theme", findings),
            country: it.optional_parsed("country", "write a two-letter code (ISO 3166-1), like KH or DK", findings),
            starts_on,
            ends_on,
            mode: it.one_of("mode", Mode::WORDS, None, findings),
            place: it.optional_text("place", findings),
            // A study has no sessions, and needs no zone.
            zone: it.optional("zone", findings).and_then(|_| it.zone("zone", findings)).unwrap_or_default(),
            part_of,
            summary: it.text_in_languages("summary", findings),
            status: it.one_of("status", Status::WORDS, None, findings),
            source: it.one_of("source", Source::WORDS, Some("report"), findings),
        });
    }
    activities
}

fn read_partnerships(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<PartnershipDraft> {
    let rows = Rows::read(folder, "partnerships.csv", PARTNERSHIP_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            let (activity, organisation) = (row.optional("activity"), row.optional("organisation"));
            if let Some(key) = &activity {
                known.check("activity", key, row.spot("activity"), findings);
            }
            match &organisation {
                Some(key) => known.check("organisation", key, row.spot("organisation"), findings),
                None if row.get("note_en").is_empty() => {
                    findings.add(
                        row.spot("organisation"),
                        "neither an organisation nor a note",
                        "name an organisation, or say in note_en what is known",
                    );
                }
                None => {}
            }
            PartnershipDraft {
                activity,
                organisation,
                role: row.one_of("role", Role::WORDS, findings),
                position: row.number("position", findings).unwrap_or_default(),
                source: row.one_of("source", Source::WORDS, findings),
                note: row.text("note_en", "note_fr"),
            }
        })
        .collect()
}

fn read_institutions(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<(String, i64, String)> {
    let rows = Rows::read(folder, "institutions.csv", INSTITUTION_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            known.check("organisation", row.get("organisation"), row.spot("organisation"), findings);
            let position = row.number("position", findings).unwrap_or_default();
            (row.get("organisation").to_owned(), position, row.one_of("source", Source::WORDS, findings))
        })
        .collect()
}

fn read_communique(folder: &Folder, draft: &mut Draft, findings: &mut Findings) {
    let mut pillars = Known::default();
    for (name, it) in things(folder, "communique.toml", &["communique", "pillar", "recommendation"], findings) {
        match name.as_str() {
            "communique" => {
                it.expect(&["title", "adopted_on", "presented_on", "presented_at", "preamble", "source"], findings);
                draft.communique = Some(CommuniqueDraft {
                    title: it.text_in_languages("title", findings),
                    adopted_on: it.day("adopted_on", findings),
                    presented_on: it.day("presented_on", findings),
                    presented_at: it.text_in_languages("presented_at", findings),
                    preamble: it.text_in_languages("preamble", findings),
                    source: it.one_of("source", Source::WORDS, Some("report"), findings),
                });
            }
            "pillar" => {
                it.expect(&["key", "title", "source"], findings);
                let key = key_of(&it, findings);
                pillars.add("pillar", &key, it.spot("key"), findings);
                draft.pillars.push((
                    key,
                    it.text_in_languages("title", findings),
                    it.one_of("source", Source::WORDS, Some("report"), findings),
                ));
            }
            _ => {
                it.expect(&["pillar", "number", "title", "text"], findings);
                let pillar = it.required("pillar", findings);
                pillars.check("pillar", &pillar, it.spot("pillar"), findings);
                let number = it.required_number("number", findings);
                draft.recommendations.push((
                    pillar,
                    number,
                    it.text_in_languages("title", findings),
                    it.text_in_languages("text", findings),
                ));
            }
        }
    }
}

fn read_prose(folder: &Folder, findings: &mut Findings) -> Vec<(String, Text)> {
    let mut prose: Vec<(String, Text)> = Vec::new();
    let names: Vec<&String> = folder.0.keys().filter(|it| it.starts_with("texts/")).collect();
    for name in names {
        let parts: Vec<&str> = name["texts/".len()..].split('.').collect();
        let (&[key, tag, "md"], words) = (parts.as_slice(), folder.text(name, findings)) else {
            findings.add(
                Spot::file(name),
                "the name is not understood",
                "call it texts/KEY.LANGUAGE.md, like texts/about.en.md",
            );
            continue;
        };
        let (Ok(key), Ok(language)) = (key.parse::<Key>(), tag.parse::<Language>()) else {
            findings.add(
                Spot::file(name),
                "the name is not understood",
                "call it texts/KEY.LANGUAGE.md, like texts/about.en.md",
            );
            continue;
        };
        match prose.iter_mut().find(|(it, _)| *it == key.as_str()) {
            Some((_, text)) => *text = std::mem::take(text).with(language, words),
            None => prose.push((key.into(), Text::one(language, words))),
        }
    }
    prose
}
