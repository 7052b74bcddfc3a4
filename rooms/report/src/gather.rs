//! Everything that a report tells, read once; what is not yet so on the clock's day is not gathered.

use agenda::{Session, Speaker};
use db::Conn;
use host::{App, Result, figures::Scope};
use jiff::{Timestamp, civil::Date};
use kernel::{Country, Region, Text};
use outreach::{ExternalEvent, ItemResult, Quotation};
use people::Participant;
use programme::{
    Activity, ActivityKind, Aim, Communique, Here, KeyedProse, Organisation, Partnership, Pillar, Recommendation,
    model::ProgrammeCountry,
};

use crate::{Figure, key_figures, model};

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
    pub figures: Vec<Figure>,
    /// The participants of the trainings and of the summits, by activity.
    pub chosen: Vec<(Activity, Vec<Participant>)>,
    prose: Vec<KeyedProse>,
}

impl Gathered {
    /// Reads an edition as of a moment.
    pub async fn read(app: &App, here: &Here, now: Timestamp) -> Result<Self> {
        let mut conn = app.db.read().await?;
        let conn = &mut conn;
        let edition = here.edition.id;
        let today = here.edition.today(now);
        let activities = programme::activities(conn, edition).await?;
        let communique = programme::communique(conn, edition).await?.filter(|it| it.adopted_on <= today);
        let mut events = outreach::external_events(conn, edition).await?;
        events.retain(|it| it.held_on <= today);
        let scope = Scope { edition, as_of: now };
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
            figures: key_figures(app, conn, scope, &model::all()).await?,
            chosen: chosen(conn, &activities, now).await?,
            prose: programme::all_prose(conn, edition).await?,
            activities,
        })
    }

    /// A piece of prose; empty where nobody wrote it.
    pub fn prose(&self, key: &str) -> Text {
        self.prose.iter().find(|it| it.key == key).map(|it| it.text.clone()).unwrap_or_default()
    }

    /// The figures of these keys that have a value, in the order of the keys.
    pub fn figures_of<'a>(&'a self, keys: &'a [&str]) -> impl Iterator<Item = &'a Figure> {
        keys.iter().filter_map(|key| self.figures.iter().find(|it| it.key() == *key && it.value.is_some()))
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
