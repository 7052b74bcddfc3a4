//! Which figures a report tells, and in which order.

/// A group of figures under one heading.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The message that heads it.
    pub title: &'static str,
    /// The keys of its indicators.
    pub keys: &'static [&'static str],
}

/// The key facts.
pub const KEY_FACTS: &[Group] = &[
    Group { title: "report-people-engaged", keys: &["people.participants", "webinars.people", "speakers.count"] },
    Group {
        title: "report-audience-reached",
        keys: &[
            "outreach.social-media-reach",
            "outreach.website-visitors",
            "call.applicants",
            "outreach.external-audience",
        ],
    },
];

/// What the report puts first.
pub const HIGHLIGHTS: &[&str] = &[
    "series.count",
    "edition.engaged",
    "webinars.registrations",
    "communique.count",
    "reports.planned",
    "survey.understanding",
];

/// What the participants of the training say came of it.
pub const OUTCOMES: &[&str] = &["survey.knowledge", "survey.connections", "survey.continued-engagement"];

/// The rest of what is counted, so that each part of the report can be asked.
pub const PARTS: &[&str] = &[
    "webinars.sessions",
    "training.participants",
    "training.countries",
    "workshop.participants",
    "summit.participants",
    "summit.countries",
    "communique.recommendations",
];

/// The four figures of the cover.
pub const COVER: &[&str] = &["call.applicants", "training.countries", "edition.engaged", "survey.understanding"];

/// Every figure, in the order of “How we know”.
pub fn all() -> Vec<&'static str> {
    let facts = KEY_FACTS.iter().flat_map(|it| it.keys);
    facts.chain(HIGHLIGHTS).chain(OUTCOMES).chain(PARTS).copied().collect()
}
