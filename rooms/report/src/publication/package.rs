//! The open data of a publication: what the report tells, as tables, and nothing of it about one person.

use disclosure::Shown;
use host::{App, Error, Result, figures::Dimension};
use kernel::{Language, Text};
use opendata::package::{Cell, Contributor, Field, FieldType, Licence, Package, Source, Table};
use programme::{Here, Role};
use ui::Reader;

use super::freezing::Frozen;

/// The figures whose rows are told by country, each in bands.
const BY_COUNTRY: [&str; 3] = ["training.participants", "workshop.participants", "summit.participants"];

/// The data package of a publication, as a ZIP.
pub(super) fn package(app: &App, here: &Here, frozen: &Frozen) -> Result<Vec<u8>> {
    let languages = &frozen.report.languages.0;
    let reader = app.reader(languages.first().copied().unwrap_or(Language::ENGLISH));
    let sheets = Sheets { reader: &reader, languages, frozen };
    let mut tables = vec![
        sheets.figures(),
        sheets.sessions(),
        sheets.activities(),
        sheets.partnerships(),
        sheets.recommendations(),
        sheets.by_country(),
    ];
    // A table without rows tells nothing, not even that there is nothing.
    tables.retain(|it| !it.rows.is_empty());
    let invented = if here.edition.demonstration { reader.say("report-data-invented") } else { String::new() };
    let package = Package {
        name: format!("{}-{}-{}", here.programme.key, here.edition.key, frozen.report.key),
        title: format!("{} · {}", reader.text(&here.programme.title), reader.text(&frozen.report.title)),
        description: format!("{} {invented}", reader.say("report-data-about")).trim().to_owned(),
        version: format!("{}.0.0", frozen.version),
        created: frozen.moments.published_at,
        homepage: Some(app.outside(&super::publishing::path(here, frozen.report.key.as_str(), frozen.version))),
        keywords: vec![here.programme.key.to_string(), here.edition.key.to_string()],
        licences: vec![Licence {
            name: "CC-BY-4.0".to_owned(),
            path: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            title: "Creative Commons Attribution 4.0".to_owned(),
        }],
        sources: vec![Source {
            title: reader.text(&here.edition.title).to_owned(),
            path: Some(app.outside(&here.path())),
            version: Some(frozen.moments.as_of.to_string()),
        }],
        contributors: sheets.contributors(),
        tables,
        enclosed: Vec::new(),
    };
    package.to_zip().map_err(Error::fault)
}

struct Sheets<'a> {
    reader: &'a Reader,
    languages: &'a [Language],
    frozen: &'a Frozen,
}

impl Sheets<'_> {
    /// A table whose title and meaning are messages; the columns of each text are one a language.
    fn table(&self, name: &str, fields: Vec<Field>, key: &[&str], rows: Vec<Vec<Cell>>) -> Table {
        Table {
            name: name.to_owned(),
            title: self.reader.say_key(&format!("report-data-{name}")),
            description: self.reader.say_key(&format!("report-data-{name}-row")),
            fields,
            key: key.iter().map(|it| (*it).to_owned()).collect(),
            rows,
        }
    }

    fn field(&self, name: &str, kind: FieldType) -> Field {
        Field::new(name, kind, self.reader.say_key(&format!("report-data-field-{}", name.replace('_', "-"))))
    }

    /// A column for each language of the report.
    fn texts(&self, name: &str) -> Vec<Field> {
        let title = self.reader.say_key(&format!("report-data-field-{name}"));
        self.languages
            .iter()
            .map(|it| Field::new(format!("{name}_{it}"), FieldType::String, format!("{title} ({it})")))
            .collect()
    }

    fn said(&self, text: &Text) -> Vec<Cell> {
        self.languages.iter().map(|it| Cell::text(text.get(*it).unwrap_or_default())).collect()
    }

    fn figures(&self) -> Table {
        let string = |name| self.field(name, FieldType::String);
        let whole = |name| self.field(name, FieldType::Integer);
        let fields = [
            vec![string("indicator").required()],
            self.texts("title"),
            self.texts("definition"),
            vec![
                string("level").required().among(["output", "outcome", "impact"]),
                string("state").required().among(["delivered", "planned"]),
                string("display").required(),
            ],
            self.texts("shown"),
            vec![whole("number").required(), whole("of"), whole("asked")],
            vec![string("rows_sha256").required()],
        ];
        let row = |it: &super::manifest::FigureEntry| {
            let maybe = |number: Option<i64>| number.map_or(Cell::NotKnown, Cell::Whole);
            [
                vec![Cell::text(&it.key)],
                self.said(&it.title),
                self.said(&it.definition),
                vec![Cell::text(&it.level), Cell::text(&it.state), Cell::text(&it.display)],
                self.said(&it.shown),
                vec![Cell::Whole(it.number), maybe(it.of), maybe(it.asked), Cell::text(&it.rows_sha256)],
            ]
            .concat()
        };
        let rows = self.frozen.figures.iter().map(|(it, _)| row(it)).collect();
        self.table("figures", fields.concat(), &["indicator"], rows)
    }

    fn activities(&self) -> Table {
        let string = |name| self.field(name, FieldType::String);
        let fields = [
            vec![string("activity").required(), string("kind").required(), string("part_of")],
            self.texts("title"),
            vec![
                self.field("starts_on", FieldType::Date).required(),
                self.field("ends_on", FieldType::Date).required(),
                string("mode").required(),
                string("country"),
                string("status").required(),
            ],
        ];
        let rows = self.frozen.gathered.activities.iter().map(|it| {
            [
                vec![
                    Cell::text(it.key.to_string()),
                    Cell::text(it.kind.to_string()),
                    Cell::text(it.part_of.clone().unwrap_or_default()),
                ],
                self.said(&it.title),
                vec![
                    Cell::Day(it.starts_on),
                    Cell::Day(it.ends_on),
                    Cell::text(it.mode.to_string()),
                    Cell::text(it.country.map(|it| it.to_string()).unwrap_or_default()),
                    Cell::text(it.status.to_string()),
                ],
            ]
            .concat()
        });
        self.table("activities", fields.concat(), &["activity"], rows.collect())
    }

    /// The sessions that have taken place; one that was called off has not.
    fn sessions(&self) -> Table {
        let string = |name| self.field(name, FieldType::String);
        let fields = [
            vec![string("activity").required(), string("session").required(), string("kind").required()],
            self.texts("title"),
            vec![
                self.field("held_on", FieldType::Date).required(),
                self.field("starts_at", FieldType::DateTime).required(),
                self.field("ends_at", FieldType::DateTime).required(),
                self.field("public", FieldType::Boolean).required(),
            ],
        ];
        let held = |it: &&agenda::Session| !it.is_cancelled() && it.is_over(self.frozen.moments.as_of);
        let rows = self.frozen.gathered.sessions.iter().filter(held).map(|it| {
            [
                vec![
                    Cell::text(it.activity.to_string()),
                    Cell::text(it.key.to_string()),
                    Cell::text(it.kind.to_string()),
                ],
                self.said(&it.title),
                vec![Cell::Day(it.held_on), Cell::At(it.starts_at), Cell::At(it.ends_at), Cell::Is(it.public)],
            ]
            .concat()
        });
        self.table("sessions", fields.concat(), &["session"], rows.collect())
    }

    fn partnerships(&self) -> Table {
        let string = |name| self.field(name, FieldType::String);
        let fields = vec![string("organisation").required(), string("role").required(), string("activity")];
        let gathered = &self.frozen.gathered;
        let activity = |id| gathered.activities.iter().find(|it| Some(it.id) == id).map(|it| it.key.to_string());
        let named = gathered.partnerships.iter().filter(|it| !it.name_in(self.reader.language).is_empty());
        let rows = named.map(|it| {
            vec![
                Cell::text(it.name_in(self.reader.language)),
                Cell::text(it.role.to_string()),
                Cell::text(activity(it.activity_id).unwrap_or_default()),
            ]
        });
        self.table("partnerships", fields, &[], rows.collect())
    }

    fn recommendations(&self) -> Table {
        let fields = [
            vec![
                self.field("number", FieldType::Integer).required(),
                self.field("pillar", FieldType::String).required(),
            ],
            self.texts("title"),
            self.texts("text"),
        ];
        let gathered = &self.frozen.gathered;
        let rows = gathered.recommendations.iter().map(|it| {
            let pillar = gathered.pillars.iter().find(|pillar| pillar.id == it.pillar_id);
            [
                vec![Cell::Whole(it.number), Cell::text(pillar.map(|it| it.key.to_string()).unwrap_or_default())],
                self.said(&it.title),
                self.said(&it.text),
            ]
            .concat()
        });
        self.table("recommendations", fields.concat(), &["number"], rows.collect())
    }

    /// Participants by country, as they are protected over all views of the edition: from, to, or kept back.
    fn by_country(&self) -> Table {
        let protected = &self.frozen.gathered.protected;
        let mut rows = Vec::new();
        for key in BY_COUNTRY {
            for (country, shown) in protected.by(key, Dimension::Country).unwrap_or_default() {
                let Some(country) = country else { continue };
                let (from, to) = match shown {
                    Shown::Exactly(count) => (Cell::Whole(count.into()), Cell::Whole(count.into())),
                    Shown::Band(band) => {
                        (Cell::Whole(band.from.into()), band.to.map_or(Cell::NotKnown, |to| Cell::Whole(to.into())))
                    }
                    Shown::Hidden => (Cell::Hidden, Cell::Hidden),
                };
                rows.push(vec![Cell::text(key), Cell::text(country), from, to]);
            }
        }
        let fields = vec![
            self.field("indicator", FieldType::String).required(),
            self.field("country", FieldType::String).required(),
            self.field("from", FieldType::Integer).at_least(0),
            self.field("to", FieldType::Integer).at_least(0),
        ];
        self.table("participants-by-country", fields, &["indicator", "country"], rows)
    }

    fn contributors(&self) -> Vec<Contributor> {
        let organisers = self
            .frozen
            .gathered
            .partnerships
            .iter()
            .filter(|it| it.activity_id.is_none() && matches!(it.role, Role::Organiser | Role::CoOrganiser));
        organisers
            .map(|it| Contributor {
                title: it.name_in(self.reader.language),
                path: None,
                roles: vec!["publisher".to_owned()],
            })
            .collect()
    }
}
