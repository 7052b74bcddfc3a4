//! How people are read from the edition folder, and written back.
//!
//! Carried into next year: nobody. People are asked anew each year; those who are named in public are entered again
//! with the sessions in which they speak.

use std::collections::{HashMap, HashSet};

use db::{Conn, Tx, sql};
use host::{
    Clock, Result,
    folder::{CsvOut, Findings, Folder, Known, Row, Rows},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Country, EmailAddress, Id, Language, Text, mark};
use programme::edition::Names;

use crate::{
    model::{ERASED, File, Participation, Party, Person},
    store,
};

const PERSON_COLUMNS: &[&str] =
    &["key", "name", "printed", "office_en", "office_fr", "organisation", "country", "source", "consent"];
const GUEST_COLUMNS: &[&str] = &["key", "name", "printed", "email", "country", "organisation", "post"];
const APPLICANT_COLUMNS: &[&str] = &[
    "key",
    "name",
    "printed",
    "email",
    "country",
    "gender",
    "born_on",
    "group",
    "organisation",
    "post",
    "motivation",
    "language",
    "applied_at",
];
const PARTICIPATION_COLUMNS: &[&str] = &["activity", "person", "role", "group", "since", "until"];
const COUNTRY: &str = "write a two-letter code (ISO 3166-1), like KH or DK";

/// What the files of this room say.
#[derive(Default)]
pub struct Draft {
    people: Vec<PersonDraft>,
    applications: Vec<ApplicationDraft>,
    participations: Vec<ParticipationDraft>,
}

struct PersonDraft {
    file: File,
    position: i64,
    key: String,
    name: String,
    printed: String,
    email: Option<String>,
    office: Text,
    organisation_key: Option<String>,
    organisation: String,
    country: Option<Country>,
    gender: Option<String>,
    born_on: Option<Date>,
    language: Option<Language>,
    consent: Option<String>,
    invented: bool,
}

struct ApplicationDraft {
    person: String,
    party: String,
    motivation: String,
    applied_at: Option<Timestamp>,
}

struct ParticipationDraft {
    activity: String,
    person: String,
    role: String,
    party: Option<String>,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
}

/// Reads this room's files; what is wrong goes to `findings`, what they introduce to `known`.
pub fn read(folder: &Folder, _names: &Names, known: &mut Known, findings: &mut Findings) -> Draft {
    let mut draft = Draft::default();
    let invented = programme::edition::is_demonstration(folder);
    let mut addresses = HashSet::new();
    read_people(folder, "people.csv", File::People, &mut draft, known, findings);
    read_people(folder, "people-invented.csv", File::PeopleInvented, &mut draft, known, findings);
    for (position, row) in (0_i64..).zip(&Rows::read(folder, "guests.csv", GUEST_COLUMNS, findings).rows) {
        let mut person = read_private(row, File::Guests, &mut addresses, known, findings);
        person.office = Text::default().with(Language::ENGLISH, row.get("post"));
        draft.people.push(PersonDraft { position, invented, ..person });
    }
    for (position, row) in (0_i64..).zip(&Rows::read(folder, "applicants.csv", APPLICANT_COLUMNS, findings).rows) {
        let person = read_applicant(row, &mut draft.applications, &mut addresses, known, findings);
        draft.people.push(PersonDraft { position, invented, ..person });
    }
    draft.participations = read_participations(folder, known, findings);
    draft
}

fn read_people(
    folder: &Folder,
    name: &'static str,
    file: File,
    draft: &mut Draft,
    known: &mut Known,
    findings: &mut Findings,
) {
    for (position, row) in (0_i64..).zip(&Rows::read(folder, name, PERSON_COLUMNS, findings).rows) {
        let organisation_key = row.optional("organisation");
        if let Some(key) = &organisation_key {
            known.check("organisation", key, row.spot("organisation"), findings);
        }
        let source = row.one_of("source", &["report", "demonstration"], findings);
        let consent = row.one_of("consent", &["published-report", "given"], findings);
        let mut person = read_named(row, file, known, findings);
        person.office = row.text("office_en", "office_fr");
        draft.people.push(PersonDraft {
            position,
            organisation_key,
            consent: Some(consent),
            invented: source == "demonstration",
            ..person
        });
    }
}

/// What every file says of a person: key, names, country.
fn read_named(row: &Row, file: File, known: &mut Known, findings: &mut Findings) -> PersonDraft {
    row.key("key", findings);
    known.add("person", row.get("key"), row.spot("key"), findings);
    let country: Option<Country> = row.optional_parsed("country", COUNTRY, findings);
    if let Some(country) = country {
        known.check("country", country.code(), row.spot("country"), findings);
    }
    PersonDraft {
        file,
        position: 0,
        key: row.get("key").to_owned(),
        name: row.required("name", findings),
        printed: row.required("printed", findings),
        email: None,
        office: Text::default(),
        organisation_key: None,
        organisation: String::new(),
        country,
        gender: None,
        born_on: None,
        language: None,
        consent: None,
        invented: false,
    }
}

/// The same, with an address of their own; whoever was erased has none.
fn read_private(
    row: &Row,
    file: File,
    addresses: &mut HashSet<String>,
    known: &mut Known,
    findings: &mut Findings,
) -> PersonDraft {
    let mut person = read_named(row, file, known, findings);
    row.get("organisation").clone_into(&mut person.organisation);
    person.email = row.optional("email");
    if row.get("name") != ERASED {
        let right = "write one address in lower case, like name@place.example";
        let email: Option<EmailAddress> = row.parsed("email", right, findings);
        if email.is_some_and(|it| it.folded() != row.get("email")) {
            findings.add(row.spot("email"), "the address has capitals or spaces", right);
        }
        if !addresses.insert(row.get("email").to_owned()) {
            findings.add(
                row.spot("email"),
                format!("there is another person with “{}”", row.get("email")),
                "name each person once",
            );
        }
    }
    person
}

fn read_applicant(
    row: &Row,
    applications: &mut Vec<ApplicationDraft>,
    addresses: &mut HashSet<String>,
    known: &mut Known,
    findings: &mut Findings,
) -> PersonDraft {
    let mut person = read_private(row, File::Applicants, addresses, known, findings);
    let erased = person.name == ERASED;
    person.gender = row.optional("gender");
    if person.gender.is_some() {
        row.one_of("gender", &["f", "m", "x"], findings);
    }
    person.language = row.optional_parsed("language", "write a language tag, like en or fr", findings);
    person.office = Text::default().with(person.language.unwrap_or(Language::ENGLISH), row.get("post"));
    if !erased {
        person.born_on = row.day("born_on", findings);
        row.required("motivation", findings);
    }
    applications.push(ApplicationDraft {
        person: person.key.clone(),
        party: row.one_of("group", Party::WORDS, findings),
        motivation: row.get("motivation").to_owned(),
        applied_at: row.instant("applied_at", findings),
    });
    person
}

fn read_participations(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<ParticipationDraft> {
    let rows = Rows::read(folder, "participations.csv", PARTICIPATION_COLUMNS, findings).rows;
    rows.iter()
        .map(|row| {
            known.check("activity", row.get("activity"), row.spot("activity"), findings);
            known.check("person", row.get("person"), row.spot("person"), findings);
            let party = row.optional("group");
            if party.is_some() {
                row.one_of("group", Party::WORDS, findings);
            }
            let right = "write an instant in UTC, like 2025-08-31T15:59:00Z, or nothing";
            let (since, until) = (row.instant("since", findings), row.optional_parsed("until", right, findings));
            if let (Some(since), Some(until)) = (since, until)
                && until < since
            {
                findings.add(row.spot("until"), "it ends before it begins", "write a later instant, or nothing");
            }
            ParticipationDraft {
                activity: row.get("activity").to_owned(),
                person: row.get("person").to_owned(),
                role: row.one_of("role", &["participant"], findings),
                party,
                since,
                until,
            }
        })
        .collect()
}

/// Writes what was read into the record.
pub async fn write(tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    let (edition, now) = (names.edition(), Clock::real());
    for it in &draft.people {
        let erased_at = (it.name == ERASED).then_some(now);
        let organisation = it.organisation_key.as_ref().map(|key| names.id::<mark::Organisation>("organisation", key));
        tx.run(
            sql!(
                "insert into people (id, edition_id, key, file, account_id, name, printed, email, office, organisation_id,
                                     organisation, country, gender, born_on, language, consent, invented, erased_at, position)
                 values ($1, $2, $3, $4, null, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
            ),
            (
                &names.id::<mark::Person>("person", &it.key),
                &edition,
                &it.key,
                &it.file,
                &it.name,
                &it.printed,
                &it.email,
                &it.office,
                &organisation,
                &it.organisation,
                &it.country,
                &it.gender,
                &it.born_on,
                &it.language,
                &it.consent,
                &it.invented,
                &erased_at,
                &it.position,
            ),
        )
        .await?;
    }
    for it in &draft.applications {
        tx.run(
            sql!(
                "insert into applications (person_id, edition_id, party, motivation, applied_at) values ($1, $2, $3, $4, $5)"
            ),
            (&names.id::<mark::Person>("person", &it.person), &edition, &it.party, &it.motivation, &it.applied_at),
        )
        .await?;
    }
    for (position, it) in (0_i64..).zip(&draft.participations) {
        tx.run(
            sql!(
                "insert into participations (id, edition_id, activity_id, person_id, role, party, since, until, position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            (
                &names.id::<Participation>("participation", &position.to_string()),
                &edition,
                &names.id::<mark::Activity>("activity", &it.activity),
                &names.id::<mark::Person>("person", &it.person),
                &it.role,
                &it.party,
                &it.since,
                &it.until,
                &position,
            ),
        )
        .await?;
    }
    Ok(())
}

/// Writes this room's files of an edition into a folder. Whoever came through a form stands among the guests.
pub async fn export(conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    let everybody = store::everybody(conn, edition).await?;
    let of = |file: File| everybody.iter().filter(move |it| it.file == file);
    let organisations: HashMap<_, _> =
        programme::organisations(conn, edition).await?.into_iter().map(|it| (it.id, it.key)).collect();
    for (name, file) in [("people.csv", File::People), ("people-invented.csv", File::PeopleInvented)] {
        let mut out = CsvOut::new(PERSON_COLUMNS);
        for it in of(file) {
            let organisation = it.organisation_id.and_then(|id| organisations.get(&id)).map_or("", |it| it.as_str());
            let office = |language| it.office.get(language).unwrap_or_default();
            let source = if it.invented { "demonstration" } else { "report" };
            let consent = it.consent.as_deref().unwrap_or("given");
            out.row(&[
                it.key.as_str(),
                &it.name,
                &it.printed,
                office(Language::ENGLISH),
                office(Language::FRENCH),
                organisation,
                country(it),
                source,
                consent,
            ]);
        }
        folder.put(name, out.finish());
    }
    let mut out = CsvOut::new(GUEST_COLUMNS);
    for it in of(File::Guests).chain(of(File::Here)) {
        let row = [it.key.as_str(), &it.name, &it.printed, email(it), country(it), &it.organisation, post(it)];
        out.row(&row);
    }
    folder.put("guests.csv", out.finish());
    export_applicants(conn, edition, of(File::Applicants), folder).await?;
    export_participations(conn, edition, &everybody, folder).await
}

async fn export_applicants<'a>(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    applicants: impl Iterator<Item = &'a Person>,
    folder: &mut Folder,
) -> Result<()> {
    let applications: HashMap<_, _> =
        store::applications(conn, edition).await?.into_iter().map(|it| (it.person_id, it)).collect();
    let mut out = CsvOut::new(APPLICANT_COLUMNS);
    for it in applicants {
        let Some(application) = applications.get(&it.id) else { continue };
        let words = |it: Option<String>| it.unwrap_or_default();
        out.row(&[
            it.key.as_str(),
            &it.name,
            &it.printed,
            email(it),
            country(it),
            it.gender.as_deref().unwrap_or_default(),
            &words(it.born_on.map(|it| it.to_string())),
            &application.party.to_string(),
            &it.organisation,
            post(it),
            &application.motivation,
            &words(it.language.map(|it| it.to_string())),
            &application.applied_at.to_string(),
        ]);
    }
    folder.put("applicants.csv", out.finish());
    Ok(())
}

async fn export_participations(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    everybody: &[Person],
    folder: &mut Folder,
) -> Result<()> {
    let people: HashMap<_, _> = everybody.iter().map(|it| (it.id, it.key.as_str())).collect();
    let activities: HashMap<_, _> =
        programme::activities(conn, edition).await?.into_iter().map(|it| (it.id, it.key)).collect();
    let mut out = CsvOut::new(PARTICIPATION_COLUMNS);
    for it in store::participations(conn, edition).await? {
        let party = it.party.map(|it| it.to_string()).unwrap_or_default();
        let until = it.until.map(|it| it.to_string()).unwrap_or_default();
        out.row(&[
            activities.get(&it.activity_id).map_or("", |it| it.as_str()),
            people.get(&it.person_id).copied().unwrap_or_default(),
            &it.role,
            &party,
            &it.since.to_string(),
            &until,
        ]);
    }
    folder.put("participations.csv", out.finish());
    Ok(())
}

fn country(person: &Person) -> &str {
    person.country.as_ref().map_or("", Country::code)
}

fn email(person: &Person) -> &str {
    person.email.as_ref().map_or("", EmailAddress::as_str)
}

fn post(person: &Person) -> &str {
    person.office.best(person.language.unwrap_or(Language::ENGLISH)).1
}
