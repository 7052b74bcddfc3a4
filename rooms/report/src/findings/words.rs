//! The finder's data in a reader's words: what is wrong, what could be done, and what stands where.

use consistency::{Finding, FindingKind, Mode, Proposal, Severity, Status, Tier, Value};
use kernel::{Language, Say};
use ui::Reader;

use super::{
    Cited,
    record::{Known, READ},
};

/// How much of a quote is shown, in words.
const LONGEST: usize = 30;

/// The language of the finder's language.
pub(super) fn language(read: consistency::Language) -> Language {
    READ.into_iter().find(|(_, it)| *it == read).map_or(Language::ENGLISH, |(language, _)| language)
}

/// The first words of a quote.
pub(crate) fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let mut shown = all[..all.len().min(LONGEST)].join(" ");
    if all.len() > LONGEST {
        shown.push('…');
    }
    shown
}

/// A value of the record in words.
pub(super) fn value(reader: &Reader, value: &Value) -> String {
    match value {
        Value::Length(days) => reader.said(&Say::new("report-value-days").with("count", *days)),
        Value::Tier(tier) => reader.say(tier_message(*tier)),
        Value::Status(Status::Planned) => reader.say("report-value-planned"),
        Value::Status(Status::Delivered) => reader.say("report-value-delivered"),
        Value::Nothing => reader.say("report-value-nothing"),
        Value::Share { percent, n: Some(n), of: Some(of) } => reader.say_with(
            "report-value-share",
            [("percent", reader.percent(*percent)), ("n", reader.number(*n)), ("of", reader.number(*of))],
        ),
        other => printed(reader, other).map(|it| shortened(&it)).unwrap_or_default(),
    }
}

/// A value as it can stand in a sentence of a chapter; none where it cannot without changing the sentence.
pub(super) fn printed(reader: &Reader, value: &Value) -> Option<String> {
    Some(match value {
        Value::Day(day) => reader.day(*day),
        Value::Days(from, to) => reader.days(*from, *to),
        Value::Weekday(day) => {
            let monday = jiff::civil::date(2024, 1, 1);
            let ahead = i64::from(day.to_monday_zero_offset());
            reader.weekday(monday.checked_add(jiff::Span::new().days(ahead)).unwrap_or(monday))
        }
        Value::Number(number) => reader.number(number.round() as i64),
        Value::AtLeast(number) => format!("{}+", reader.number(*number)),
        Value::Share { percent, .. } => reader.percent(*percent),
        Value::Mode(Mode::Online) => reader.say("report-value-online"),
        Value::Mode(Mode::OnSite) => reader.say("report-value-on-site"),
        Value::Mode(Mode::Hybrid) => reader.say("report-value-hybrid"),
        Value::Length(days) => reader.said(&Say::new("report-value-days").with("count", *days)),
        Value::Words(words) => words.clone(),
        Value::Tier(_) | Value::Status(_) | Value::Nothing => return None,
    })
}

fn tier_message(tier: Tier) -> &'static str {
    match tier {
        Tier::Organiser => "report-tier-organiser",
        Tier::CoOrganiser => "report-tier-co-organiser",
        Tier::Host => "report-tier-host",
        Tier::Partner => "report-tier-partner",
        Tier::EarmarkedFunder => "report-tier-earmarked-funder",
        Tier::GeneralFunder => "report-tier-general-funder",
        Tier::Supporter => "report-tier-supporter",
        Tier::Project => "report-tier-project",
    }
}

/// What a key of the record is called.
pub(super) fn about(reader: &Reader, known: &Known, key: &str) -> String {
    if let Some(title) = known.titles.get(key).filter(|it| !it.is_empty()) {
        return reader.text(title).to_owned();
    }
    if let Some(figure) = known.figures.iter().find(|it| it.key() == key) {
        return figure.title(reader);
    }
    // What was counted of an activity or a person bears its name.
    let of = key.rsplit_once('.').and_then(|(of, _)| known.titles.get(of)).filter(|it| !it.is_empty());
    let person = || known.record.people.iter().find(|it| it.key == key).and_then(|it| it.names.first()).cloned();
    of.map(|it| reader.text(it).to_owned()).or_else(person).unwrap_or_else(|| key.to_owned())
}

/// What is wrong, in a sentence that quotes both places.
pub(super) fn say(reader: &Reader, known: &Known, finding: &Finding, first: &Cited, second: &Cited) -> Say {
    let side = |it: &Cited| match it.quoted {
        Some(_) => Say::new("report-finding-quote").with("words", it.words.clone()),
        None => Say::new("report-finding-fact").with("value", it.words.clone()),
    };
    Say::new(sentence_of(finding.kind))
        .with("about", about(reader, known, &finding.about))
        .with("first", side(first))
        .with("second", side(second))
}

fn sentence_of(kind: FindingKind) -> &'static str {
    use FindingKind as K;
    match kind {
        K::Date => "report-finding-date",
        K::Weekday => "report-finding-weekday",
        K::Session => "report-finding-session",
        K::Count => "report-finding-count",
        K::Sum => "report-finding-sum",
        K::SaidTwice => "report-finding-said-twice",
        K::Percentage => "report-finding-percentage",
        K::PercentageWithoutBase => "report-finding-percentage-without-base",
        K::NoEvidence => "report-finding-no-evidence",
        K::Stale => "report-finding-stale",
        K::PlannedAsDelivered => "report-finding-planned-as-delivered",
        K::DeliveredAsPlanned => "report-finding-delivered-as-planned",
        K::PlannedAmongResults => "report-finding-planned-among-results",
        K::WrongTier => "report-finding-wrong-tier",
        K::PartnerMissing => "report-finding-partner-missing",
        K::Mode => "report-finding-mode",
        K::Place => "report-finding-place",
        K::Duration => "report-finding-duration",
        K::DeadLink => "report-finding-dead-link",
        K::NoConsent => "report-finding-no-consent",
        K::NearName => "report-finding-near-name",
        K::QuotationDiffers => "report-finding-quotation-differs",
        K::QuotationUnknown => "report-finding-quotation-unknown",
    }
}

/// The message that says in two or three words what kind of finding it is.
pub(crate) fn kind(kind: FindingKind) -> &'static str {
    use FindingKind as K;
    match kind {
        K::Date => "report-finding-kind-date",
        K::Weekday => "report-finding-kind-weekday",
        K::Session => "report-finding-kind-session",
        K::Count => "report-finding-kind-count",
        K::Sum => "report-finding-kind-sum",
        K::SaidTwice => "report-finding-kind-said-twice",
        K::Percentage => "report-finding-kind-percentage",
        K::PercentageWithoutBase => "report-finding-kind-percentage-without-base",
        K::NoEvidence => "report-finding-kind-no-evidence",
        K::Stale => "report-finding-kind-stale",
        K::PlannedAsDelivered => "report-finding-kind-planned-as-delivered",
        K::DeliveredAsPlanned => "report-finding-kind-delivered-as-planned",
        K::PlannedAmongResults => "report-finding-kind-planned-among-results",
        K::WrongTier => "report-finding-kind-wrong-tier",
        K::PartnerMissing => "report-finding-kind-partner-missing",
        K::Mode => "report-finding-kind-mode",
        K::Place => "report-finding-kind-place",
        K::Duration => "report-finding-kind-duration",
        K::DeadLink => "report-finding-kind-dead-link",
        K::NoConsent => "report-finding-kind-no-consent",
        K::NearName => "report-finding-kind-near-name",
        K::QuotationDiffers => "report-finding-kind-quotation-differs",
        K::QuotationUnknown => "report-finding-kind-quotation-unknown",
    }
}

const KINDS: [FindingKind; 23] = [
    FindingKind::Date,
    FindingKind::Weekday,
    FindingKind::Session,
    FindingKind::Count,
    FindingKind::Sum,
    FindingKind::SaidTwice,
    FindingKind::Percentage,
    FindingKind::PercentageWithoutBase,
    FindingKind::NoEvidence,
    FindingKind::Stale,
    FindingKind::PlannedAsDelivered,
    FindingKind::DeliveredAsPlanned,
    FindingKind::PlannedAmongResults,
    FindingKind::WrongTier,
    FindingKind::PartnerMissing,
    FindingKind::Mode,
    FindingKind::Place,
    FindingKind::Duration,
    FindingKind::DeadLink,
    FindingKind::NoConsent,
    FindingKind::NearName,
    FindingKind::QuotationDiffers,
    FindingKind::QuotationUnknown,
];

/// The message that says how much a finding weighs.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "report-severity-contradiction",
        Severity::Question => "report-severity-question",
        Severity::Missing => "report-severity-missing",
    }
}

/// What could be done, in a sentence.
pub(super) fn proposal(reader: &Reader, finding: &Finding) -> Say {
    match &finding.proposal {
        Proposal::Replace { words, with: Value::Tier(tier) } => Say::new("report-proposal-tier")
            .with("words", shortened(words))
            .with("tier", reader.say(tier_message(*tier))),
        Proposal::Replace { words, with: Value::Status(Status::Planned) } => {
            Say::new("report-proposal-tell-as-planned").with("words", shortened(words))
        }
        Proposal::Replace { words, with: Value::Status(Status::Delivered) } => {
            Say::new("report-proposal-tell-as-done").with("words", shortened(words))
        }
        Proposal::Replace { words, with } => {
            Say::new("report-proposal-replace").with("words", shortened(words)).with("with", value(reader, with))
        }
        Proposal::Decide => Say::new("report-proposal-decide"),
        Proposal::Explain(it) => Say::new("report-proposal-explain").with("value", value(reader, it)),
        Proposal::AddBase { of: Some(of), .. } => Say::new("report-proposal-add-base").with("of", reader.number(*of)),
        Proposal::AddBase { of: None, .. } => Say::new("report-proposal-add-unknown-base"),
        Proposal::AddEvidence(_) => Say::new("report-proposal-add-evidence"),
        Proposal::ObserveAgain(_) => Say::new("report-proposal-observe-again"),
        Proposal::MoveOut => Say::new("report-proposal-move-out"),
        Proposal::Acknowledge { name, tier } => Say::new("report-proposal-acknowledge")
            .with("name", name.clone())
            .with("tier", reader.say(tier_message(*tier))),
        Proposal::Remove => Say::new("report-proposal-remove"),
        Proposal::Ask(_) => Say::new("report-proposal-ask"),
        Proposal::MendLink(_) => Say::new("report-proposal-mend-link"),
    }
}

/// A finding told from its lasting name alone, for the annex that prints what was waived.
pub fn sentence(finding: &str, reader: &Reader) -> String {
    let mut parts = finding.splitn(4, '/');
    let (kind_word, place) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let words = parts.next().unwrap_or_default().replace('-', " ");
    let Some(known) = KINDS.into_iter().find(|it| it.word() == kind_word) else { return finding.to_owned() };
    let told = reader.say(kind(known));
    if place.is_empty() || words.is_empty() {
        return told;
    }
    let chapter = place.rsplit_once('.').map_or(place, |(chapter, _)| chapter).to_owned();
    reader.say_with("report-finding-named", [("kind", told), ("words", words), ("chapter", chapter)])
}
