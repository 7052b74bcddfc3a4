//! Everything that a report tells, read once; what is not yet so on the clock's day is not gathered.

use std::{collections::BTreeSet, sync::Arc};

use agenda::{Session, Speaker};
use db::Conn;
use host::{App, Result, figures::Indicator};
use jiff::{Timestamp, civil::Date};
use kernel::{Country, Region, Text};
use outreach::{ExternalEvent, ItemResult, Quotation};
use people::Participant;
use programme::{
    Activity, ActivityKind, Aim, Communique, Here, Organisation, Partnership, Pillar, Recommendation,
    model::ProgrammeCountry,
};

use crate::{
    Figure,
    compose::{Logo, wanted},
    document::{self, Chapter, Report, Target, Waiver, logo::Picture},
    figures::sourced,
    model,
    protected::{Protected, protected},
};

/// The matter of a report.
pub(crate) struct Gathered {
    pub here: Here,
    pub now: Timestamp,
    pub today: Date,
    pub aims: Vec<Aim>,
    pub activities: Vec<Activity>,
    pub partnerships: Vec<Partnership>,
    pub institutions: Vec<Organisation>,
    pub regions: Vec<ProgrammeCountry>,
    pub sessions: Vec<Session>,
    pub speakers: Vec<Speaker>,
    pub communique: Option<Communique>,
    pub pillars: Vec<Pillar>,
    pub recommendations: Vec<Recommendation>,
    pub events: Vec<ExternalEvent>,
    pub quotations: Vec<Quotation>,
    pub results: Vec<ItemResult>,
    /// The figures that were asked for.
    pub figures: Vec<Figure>,
    /// Every indicator of the edition, for a report.
    pub indicators: Vec<Indicator>,
    /// What the figures were to reach, for a report.
    pub targets: Vec<Target>,
    /// How the edition's figures fall apart, where a report draws it.
    pub protected: Arc<Protected>,
    /// What was found in a report and left standing.
    pub waivers: Vec<Waiver>,
    /// What changed since a report's last version, where whoever publishes it knows.
    pub changes: Vec<Text>,
    /// A report's logo.
    pub logo: Option<Logo>,
    /// The participants of the trainings and of the summits, by activity.
    pub chosen: Vec<(Activity, Vec<Participant>)>,
}

impl Gathered {
    /// Reads an edition as of a moment, with the figures of these keys.
    pub async fn read(app: &App, here: &Here, now: Timestamp, keys: &[&str]) -> Result<Self> {
        let mut conn = app.db.read().await?;
        let conn = &mut conn;
        let edition = here.edition.id;
        let today = here.edition.today(now);
        let activities = programme::activities(conn, edition).await?;
        let communique = programme::communique(conn, edition).await?.filter(|it| it.adopted_on <= today);
        let mut events = outreach::external_events(conn, edition).await?;
        events.retain(|it| it.held_on <= today);
        Ok(Self {
            here: here.clone(),
            now,
            today,
            aims: programme::aims(conn, here.programme.id).await?,
            partnerships: programme::partnerships(conn, edition).await?,
            institutions: programme::institutions(conn, edition).await?,
            regions: programme::countries(conn, edition).await?,
            sessions: agenda::sessions(conn, edition).await?,
            speakers: agenda::speakers(conn, edition).await?,
            pillars: if communique.is_some() { programme::pillars(conn, edition).await? } else { Vec::new() },
            recommendations: if communique.is_some() {
                programme::recommendations(conn, edition).await?
            } else {
                Vec::new()
            },
            communique,
            events,
            quotations: outreach::quotations(conn, edition, today).await?,
            results: outreach::survey_results(conn, edition, now).await?,
            figures: sourced(app, conn, here.scope(now), keys).await?,
            chosen: chosen(conn, &activities, now).await?,
            indicators: Vec::new(),
            protected: Arc::default(),
            targets: Vec::new(),
            waivers: Vec::new(),
            changes: Vec::new(),
            logo: None,
            activities,
        })
    }

    /// The same with every figure of the edition: for checking any text, and for the desk.
    pub async fn for_desk(app: &App, here: &Here, now: Timestamp) -> Result<Self> {
        let mut conn = app.db.read().await?;
        let indicators = app.assembly.indicators.all(&mut conn, here.edition.id).await?;
        let targets = document::targets(&mut conn, here.edition.id).await?;
        drop(conn);
        let protected = protected(app, here.scope(now)).await?;
        let keys: Vec<&str> = indicators.iter().map(|it| it.key.as_str()).collect();
        let read = Self::read(app, here, now, &keys).await?;
        Ok(Self { indicators: indicators.clone(), targets, protected, ..read })
    }

    /// The same for a report: the figures that its chapters and its cover show, its targets, waivers and logo.
    pub async fn for_report(
        app: &App,
        here: &Here,
        now: Timestamp,
        report: &Report,
        chapters: &[Chapter],
    ) -> Result<Self> {
        let mut conn = app.db.read().await?;
        let targets = document::targets(&mut conn, here.edition.id).await?;
        let mut keys = wanted(report, chapters);
        keys.extend(model::COVER.iter().map(|it| (*it).to_owned()));
        keys.extend(targets.iter().map(|it| it.indicator.clone()));
        let mut seen = BTreeSet::new();
        keys.retain(|it| seen.insert(it.clone()));
        let indicators = app.assembly.indicators.all(&mut conn, here.edition.id).await?;
        let waivers = document::waivers(&mut conn, report.id).await?;
        let logo = logo(app, &mut conn, report).await?;
        drop(conn);
        let protected = if draws_people(chapters) { protected(app, here.scope(now)).await? } else { Arc::default() };
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        Ok(Self { indicators, targets, protected, waivers, logo, ..Self::read(app, here, now, &keys).await? })
    }

    /// The region of a country that the programme works with.
    pub fn region(&self, country: Country) -> Option<Region> {
        self.regions.iter().find(|it| it.code == country).map(|it| it.region)
    }

    /// The participants of the training, over all activities of that kind.
    pub fn trained(&self) -> impl Iterator<Item = &Participant> {
        self.chosen.iter().filter(|(it, _)| it.kind == ActivityKind::Training).flat_map(|(_, people)| people)
    }
}

/// Who was chosen for the activities that choose; there are as many statements as such activities.
async fn chosen(conn: &mut Conn, activities: &[Activity], now: Timestamp) -> Result<Vec<(Activity, Vec<Participant>)>> {
    let mut chosen = Vec::new();
    for it in activities.iter().filter(|it| matches!(it.kind, ActivityKind::Training | ActivityKind::Summit)) {
        chosen.push((it.clone(), people::participants(conn, it.id, now).await?));
    }
    Ok(chosen)
}

/// Whether chapters draw how participants fall apart; deciding what of it may be shown takes time.
fn draws_people(chapters: &[Chapter]) -> bool {
    let drawn = ["{{map:", "{{chart:groups", "{{chart:countries"];
    let texts = chapters.iter().flat_map(|it| it.text.iter());
    texts.map(|(_, text)| text.replace(' ', "")).any(|text| drawn.iter().any(|it| text.contains(it)))
}

/// The picture that a look names: the program's own mark, or one that was sent.
pub(crate) async fn logo(app: &App, conn: &mut Conn, report: &Report) -> Result<Option<Logo>> {
    let look = &report.look.0;
    if look.logo.as_deref() == Some("mark") {
        return Ok(Some(Logo { picture: Picture::Svg, bytes: ui::assets::ICON.bytes().to_vec() }));
    }
    let Some((file, picture)) = look.picture() else { return Ok(None) };
    match host::files::file(conn, file).await? {
        Some(it) => Ok(Some(Logo { picture, bytes: app.files.bytes(&it).await? })),
        None => Ok(None),
    }
}
