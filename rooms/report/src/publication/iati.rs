//! The results of a publication as activities of the International Aid Transparency Initiative, version 2.03.
//!
//! The edition is the parent, its activities are the children; organisations take part by what they were to each; the
//! results stand with the edition, by level, with baseline and target where there are any. What is planned is a
//! target, never a result.

use db::Conn;
use host::{App, Error, Result, figures::percent};
use jiff::civil::Date;
use kernel::{Language, Text};
use opendata::iati::{
    Activities, Activity, ActivityResult, ActivityScope, ActivityStatus, Baseline, DateType, Description,
    DescriptionType, Document, Indicator, Measure, OrganisationRole, OrganisationType, Participant, Period, Place,
    Reference, Relation, Reporter, ResultType, Value, Words,
};
use programme::{Here, Organisation, Partnership, Role, model::Status};

use super::{freezing::Frozen, manifest::FigureEntry, model::FileKind};
use crate::document::Target;

/// The file, as bytes.
pub(super) async fn activities(app: &App, conn: &mut Conn, here: &Here, frozen: &Frozen) -> Result<Vec<u8>> {
    let organisations = programme::organisations(conn, here.edition.id).await?;
    let told = Told { app, here, frozen, organisations, languages: &frozen.report.languages.0 };
    let mut all = vec![told.edition()];
    all.extend(frozen.gathered.activities.iter().map(|it| told.activity(it)));
    // Nobody has registered identifiers for an installation; the file says so at each of them.
    let mark = if here.edition.demonstration { "report-iati-invented" } else { "report-iati-unregistered" };
    let file =
        Activities { generated: frozen.moments.published_at, activities: all, invented: Some(told.message(mark)) };
    Ok(file.to_xml().map_err(Error::fault)?.into_bytes())
}

struct Told<'a> {
    app: &'a App,
    here: &'a Here,
    frozen: &'a Frozen,
    organisations: Vec<Organisation>,
    languages: &'a [Language],
}

impl Told<'_> {
    fn message(&self, key: &'static str) -> Words {
        self.languages.iter().map(|it| (it.to_string(), self.app.reader(*it).say(key))).collect()
    }

    fn language(&self) -> String {
        self.languages.first().copied().unwrap_or(Language::ENGLISH).to_string()
    }

    fn reporter_identifier(&self) -> String {
        format!("XX-CONVOKE-{}", self.here.programme.key)
    }

    fn identifier(&self, activity: Option<&str>) -> String {
        let edition = format!("{}-{}", self.reporter_identifier(), self.here.edition.key);
        activity.map_or_else(|| edition.clone(), |it| format!("{edition}-{it}"))
    }

    fn reporter(&self) -> Reporter {
        let host = self.organisations.iter().find(|it| it.key.as_str() == self.here.programme.host);
        Reporter {
            identifier: self.reporter_identifier(),
            kind: host.and_then(|it| kind(&it.kind)).unwrap_or(OrganisationType::Other),
            name: host.map_or_else(|| words(&self.here.programme.title), named),
            second_hand: false,
        }
    }

    fn edition(&self) -> Activity {
        let edition = &self.here.edition;
        let children = self.frozen.gathered.activities.iter();
        Activity {
            descriptions: vec![Description {
                kind: DescriptionType::General,
                words: words_or(&edition.lede, &edition.title),
            }],
            organisations: self.participants(None),
            dates: dates(edition.starts_on, edition.ends_on, self.frozen.gathered.today),
            status: status(
                edition.ends_on < self.frozen.gathered.today,
                edition.starts_on > self.frozen.gathered.today,
            ),
            scope: Some(ActivityScope::MultiNational),
            documents: self.documents(),
            related: children.map(|it| (Relation::Child, self.identifier(Some(it.key.as_str())))).collect(),
            results: self.results(),
            ..self.blank(self.identifier(None), 1, &edition.title)
        }
    }

    fn activity(&self, it: &programme::Activity) -> Activity {
        let today = self.frozen.gathered.today;
        Activity {
            descriptions: vec![Description { kind: DescriptionType::General, words: words_or(&it.summary, &it.title) }],
            organisations: self.participants(Some(it)),
            dates: dates(it.starts_on, it.ends_on, today),
            status: status(it.status == Status::Delivered && it.ends_on < today, it.status == Status::Planned),
            countries: it.country.iter().map(|it| (it.to_string(), None)).collect(),
            places: it
                .place
                .iter()
                .map(|place| Place { key: it.key.to_string(), name: words(place), point: None })
                .collect(),
            related: vec![(Relation::Parent, self.identifier(None))],
            ..self.blank(self.identifier(Some(it.key.as_str())), 2, &it.title)
        }
    }

    fn blank(&self, identifier: String, depth: u8, title: &Text) -> Activity {
        Activity {
            identifier,
            language: self.language(),
            updated: Some(self.frozen.moments.published_at),
            depth,
            reporter: self.reporter(),
            title: words(title),
            descriptions: Vec::new(),
            organisations: Vec::new(),
            status: ActivityStatus::Implementation,
            dates: Vec::new(),
            contact: None,
            scope: None,
            countries: Vec::new(),
            regions: Vec::new(),
            places: Vec::new(),
            sectors: Vec::new(),
            flow_type: None,
            finance_type: None,
            aid_type: None,
            documents: Vec::new(),
            related: Vec::new(),
            results: Vec::new(),
        }
    }

    /// Who takes part in an activity, or in the edition as a whole; the reporter where nobody is named.
    fn participants(&self, activity: Option<&programme::Activity>) -> Vec<Participant> {
        let id = activity.map(|it| it.id);
        let partnerships = self.frozen.gathered.partnerships.iter();
        let mut all: Vec<Participant> = partnerships
            .filter(|it| it.activity_id == id && it.organisation_id.is_some())
            .map(|it| self.participant(it))
            .collect();
        if all.is_empty() {
            let reporter = self.reporter();
            all.push(Participant {
                identifier: Some(reporter.identifier),
                kind: Some(reporter.kind),
                role: OrganisationRole::Accountable,
                name: reporter.name,
            });
        }
        all
    }

    fn participant(&self, it: &Partnership) -> Participant {
        let organisation = self.organisations.iter().find(|known| Some(known.id) == it.organisation_id);
        let role = match it.role {
            Role::EarmarkedFunder | Role::GeneralFunder | Role::Project => OrganisationRole::Funding,
            Role::Organiser | Role::CoOrganiser => OrganisationRole::Accountable,
            Role::Host | Role::Partner | Role::Supporter => OrganisationRole::Implementing,
        };
        Participant {
            identifier: None,
            kind: organisation.and_then(|it| kind(&it.kind)),
            role,
            name: organisation.map_or_else(|| Words::new(self.language(), it.name_in(Language::ENGLISH)), named),
        }
    }

    fn documents(&self) -> Vec<Document> {
        let report = &self.frozen.report;
        let base = super::publishing::path(self.here, report.key.as_str(), self.frozen.version);
        let pdfs = report.languages.0.iter().filter_map(|it| {
            let name = FileKind::Pdf.name(it.tag())?;
            Some(Document {
                url: self.app.outside(&format!("{base}/{name}")),
                format: FileKind::Pdf.media_type().to_owned(),
                title: words(&report.title),
                description: Words::default(),
                categories: vec!["A08".to_owned()],
                languages: vec![it.to_string()],
                date: Some(self.here.edition.today(self.frozen.moments.published_at)),
            })
        });
        pdfs.collect()
    }

    /// The figures by how far down the chain of results they stand.
    fn results(&self) -> Vec<ActivityResult> {
        let levels = [
            ("output", ResultType::Output, "report-level-output"),
            ("outcome", ResultType::Outcome, "report-level-outcome"),
            ("impact", ResultType::Impact, "report-level-impact"),
        ];
        let mut results = Vec::new();
        for (level, kind, title) in levels {
            let of_level = self.frozen.figures.iter().map(|(it, _)| it).filter(|it| it.level == level);
            let indicators: Vec<Indicator> = of_level.map(|it| self.indicator(it)).collect();
            if !indicators.is_empty() {
                results.push(ActivityResult {
                    kind,
                    adds_up: Some(false),
                    title: self.message(title),
                    description: Words::default(),
                    documents: Vec::new(),
                    indicators,
                });
            }
        }
        results
    }

    fn indicator(&self, it: &FigureEntry) -> Indicator {
        let share = it.of.is_some();
        let target = self.frozen.gathered.targets.iter().find(|target| target.indicator == it.key);
        let number = if share { percent(value(it)) } else { it.number };
        let found = Value::of(number).with_comment(self.comment(it));
        let planned = it.state == "planned";
        let aimed = target.map(|it| Value::of(it.target));
        let (targets, actuals) = if planned {
            (aimed.or(Some(found)).into_iter().collect(), Vec::new())
        } else {
            (aimed.into_iter().collect(), vec![found])
        };
        Indicator {
            measure: if share { Measure::Percentage } else { Measure::Unit },
            ascending: true,
            adds_up: Some(false),
            title: words(&it.title),
            description: words(&it.definition),
            documents: Vec::new(),
            references: vec![Reference {
                vocabulary: "99".to_owned(),
                code: it.key.clone(),
                address: Some(self.app.outside(&self.here.page(&format!("figures/{}", it.key)))),
            }],
            baselines: target.and_then(|it| self.baseline(it)).into_iter().collect(),
            periods: vec![Period {
                from: self.here.edition.starts_on,
                to: self.here.edition.ends_on,
                targets,
                actuals,
            }],
        }
    }

    fn baseline(&self, it: &Target) -> Option<Baseline> {
        let year = it.baseline_on.map_or(self.here.edition.starts_on.year() - 1, Date::year);
        Some(Baseline { year: u16::try_from(year).ok()?, date: it.baseline_on, value: Value::of(it.baseline?) })
    }

    /// Beside a share: how many agree, how many answered, how many were asked.
    fn comment(&self, it: &FigureEntry) -> Words {
        let Some(of) = it.of else { return Words::default() };
        let said = |language: &Language| {
            let reader = self.app.reader(*language);
            let number = |it: i64| reader.number(it);
            match it.asked {
                Some(asked) => reader.say_with(
                    "report-data-share-asked",
                    [("number", number(it.number)), ("of", number(of)), ("asked", number(asked))],
                ),
                None => reader.say_with("report-data-share", [("number", number(it.number)), ("of", number(of))]),
            }
        };
        self.languages.iter().map(|it| (it.to_string(), said(it))).collect()
    }
}

fn words(text: &Text) -> Words {
    text.iter().map(|(language, words)| (language.to_string(), words)).collect()
}

/// Words, or those of the title where nobody wrote any.
fn words_or(text: &Text, title: &Text) -> Words {
    if text.is_empty() { words(title) } else { words(text) }
}

fn named(it: &Organisation) -> Words {
    let name = Words::new("en", it.name.as_str());
    if it.name_fr.is_empty() { name } else { name.and("fr", it.name_fr.as_str()) }
}

fn value(it: &FigureEntry) -> host::figures::Value {
    host::figures::Value { number: it.number, of: it.of, asked: it.asked }
}

fn dates(starts_on: Date, ends_on: Date, today: Date) -> Vec<(DateType, Date)> {
    let start = if starts_on <= today { DateType::ActualStart } else { DateType::PlannedStart };
    let end = if ends_on <= today { DateType::ActualEnd } else { DateType::PlannedEnd };
    vec![(start, starts_on), (end, ends_on)]
}

fn status(done: bool, planned: bool) -> ActivityStatus {
    match (done, planned) {
        (true, _) => ActivityStatus::Closed,
        (false, true) => ActivityStatus::Pipeline,
        (false, false) => ActivityStatus::Implementation,
    }
}

/// What kind of organisation it is, where the record's word says it.
fn kind(word: &str) -> Option<OrganisationType> {
    Some(match word {
        "ministry" | "government" => OrganisationType::Government,
        "agency" => OrganisationType::OtherPublicSector,
        "international" => OrganisationType::Multilateral,
        "foundation" => OrganisationType::Foundation,
        "university" | "society" => OrganisationType::Academic,
        "company" | "company-association" => OrganisationType::PrivateSector,
        "network" => OrganisationType::InternationalNgo,
        _ => return None,
    })
}
