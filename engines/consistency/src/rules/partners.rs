//! Whoever is acknowledged must be acknowledged as what they are, and nobody may be left out.

use std::collections::HashSet;

use super::{Case, fact, finding};
use crate::finding::{Finding, FindingKind, Proposal, Severity, Side, Value};
use crate::model::{Language, Tier};
use crate::reading::blocks::Role;
use crate::reading::lexicon::{Lexicon, Match};
use crate::reading::scope::Subject;
use crate::reading::{Page, Sentence};

/// Words of acknowledgement, and the roles that they may stand for.
struct Phrase {
    words: &'static str,
    tiers: &'static [Tier],
}

use Tier::{CoOrganiser, EarmarkedFunder, GeneralFunder, Host, Organiser, Partner, Project, Supporter};

const WITH: &[Tier] = &[Partner, Host, CoOrganiser];
const FUNDED: &[Tier] = &[EarmarkedFunder, GeneralFunder, Project];
const HELPED: &[Tier] = &[Supporter, EarmarkedFunder, GeneralFunder, Project];
const RUN: &[Tier] = &[Organiser, CoOrganiser, Host];

const ENGLISH: &[Phrase] = &[
    Phrase { words: "in partnership with", tiers: WITH },
    Phrase { words: "partners", tiers: WITH },
    Phrase { words: "partner institutions", tiers: WITH },
    Phrase { words: "co-organised by", tiers: &[Organiser, CoOrganiser] },
    Phrase { words: "co-organised with", tiers: &[CoOrganiser] },
    Phrase { words: "organised by", tiers: RUN },
    Phrase { words: "organisers", tiers: RUN },
    Phrase { words: "hosted by", tiers: &[Host, CoOrganiser] },
    Phrase { words: "earmarked funders", tiers: &[EarmarkedFunder] },
    Phrase { words: "earmarked funder", tiers: &[EarmarkedFunder] },
    Phrase { words: "earmarked funding from", tiers: &[EarmarkedFunder] },
    Phrase { words: "earmarked contribution from", tiers: &[EarmarkedFunder] },
    Phrase { words: "earmarked contribution of", tiers: &[EarmarkedFunder] },
    Phrase { words: "earmarked contributions", tiers: &[EarmarkedFunder] },
    Phrase { words: "in close partnership with", tiers: WITH },
    Phrase { words: "with earmarked contributions from", tiers: &[EarmarkedFunder] },
    Phrase { words: "with general contributions from", tiers: &[GeneralFunder] },
    Phrase { words: "general contributions from", tiers: &[GeneralFunder] },
    Phrase { words: "general contributions", tiers: &[GeneralFunder] },
    Phrase { words: "general funders", tiers: &[GeneralFunder] },
    Phrase { words: "general contributors", tiers: &[GeneralFunder] },
    Phrase { words: "co-funded by", tiers: FUNDED },
    Phrase { words: "funded by", tiers: FUNDED },
    Phrase { words: "financed by", tiers: FUNDED },
    Phrase { words: "supported by", tiers: HELPED },
    Phrase { words: "supporters", tiers: &[Supporter] },
    Phrase { words: "with the support of", tiers: HELPED },
];

const FRENCH: &[Phrase] = &[
    Phrase { words: "en partenariat avec", tiers: WITH },
    Phrase { words: "partenaires", tiers: WITH },
    Phrase { words: "coorganise par", tiers: &[Organiser, CoOrganiser] },
    Phrase { words: "coorganisee par", tiers: &[Organiser, CoOrganiser] },
    Phrase { words: "organise par", tiers: RUN },
    Phrase { words: "organisee par", tiers: RUN },
    Phrase { words: "organisateurs", tiers: RUN },
    Phrase { words: "accueilli par", tiers: &[Host, CoOrganiser] },
    Phrase { words: "accueillie par", tiers: &[Host, CoOrganiser] },
    Phrase { words: "contribution affectee de", tiers: &[EarmarkedFunder] },
    Phrase { words: "contribution affectee du", tiers: &[EarmarkedFunder] },
    Phrase { words: "contributions affectees", tiers: &[EarmarkedFunder] },
    Phrase { words: "bailleurs affectes", tiers: &[EarmarkedFunder] },
    Phrase { words: "financements affectes", tiers: &[EarmarkedFunder] },
    Phrase { words: "contributeurs affectes", tiers: &[EarmarkedFunder] },
    Phrase { words: "en etroit partenariat avec", tiers: WITH },
    Phrase { words: "financement affecte de", tiers: &[EarmarkedFunder] },
    Phrase { words: "financement affecte du", tiers: &[EarmarkedFunder] },
    Phrase { words: "contributions affectees de", tiers: &[EarmarkedFunder] },
    Phrase { words: "avec les contributions affectees de", tiers: &[EarmarkedFunder] },
    Phrase { words: "contributions generales", tiers: &[GeneralFunder] },
    Phrase { words: "contributions generales de", tiers: &[GeneralFunder] },
    Phrase { words: "avec les contributions generales de", tiers: &[GeneralFunder] },
    Phrase { words: "contributeurs generaux", tiers: &[GeneralFunder] },
    Phrase { words: "bailleurs generaux", tiers: &[GeneralFunder] },
    Phrase { words: "financements generaux", tiers: &[GeneralFunder] },
    Phrase { words: "cofinance par", tiers: FUNDED },
    Phrase { words: "cofinancee par", tiers: FUNDED },
    Phrase { words: "finance par", tiers: FUNDED },
    Phrase { words: "financee par", tiers: FUNDED },
    Phrase { words: "soutenu par", tiers: HELPED },
    Phrase { words: "soutenue par", tiers: HELPED },
    Phrase { words: "avec le soutien de", tiers: HELPED },
    Phrase { words: "avec le soutien du", tiers: HELPED },
    Phrase { words: "soutiens", tiers: &[Supporter] },
];

/// Organisations below a heading or behind words of acknowledgement.
struct Roll<'a> {
    page: &'a Page<'a>,
    from: usize,
    to: usize,
    tiers: &'static [Tier],
    listed: bool,
    scope: Option<Subject>,
    named: Vec<Match<usize>>,
}

/// Holds every acknowledgement against the record, and looks who is left out of a list.
pub(crate) fn find(case: &Case<'_>) -> Vec<Finding> {
    let mut names = Lexicon::default();
    for (index, organisation) in case.record.organisations.iter().enumerate() {
        organisation.names.iter().for_each(|it| names.add(&it.text, index));
    }
    let rolls: Vec<Roll<'_>> = case.pages.iter().flat_map(|page| rolls(page, &names)).collect();
    let mut findings: Vec<Finding> = rolls.iter().flat_map(|it| wrong(case, it)).collect();
    findings.extend(missing(case, &rolls, &names));
    findings
}

/// Every roll of a page, from the words of acknowledgement to the end of the sentence or to the next heading.
fn rolls<'a>(page: &'a Page<'a>, names: &Lexicon<usize>) -> Vec<Roll<'a>> {
    let english = page.passage.language == Language::English;
    let mut phrases = Lexicon::default();
    let list = if english { ENGLISH } else { FRENCH };
    list.iter().enumerate().for_each(|(index, it)| phrases.add(it.words, index));
    let mut rolls: Vec<Roll<'_>> = Vec::new();
    let mut open: Option<usize> = None;
    for sentence in page.sentences.iter().filter(|it| it.role != Role::Quotation) {
        let said = phrases.all(&page.tokens, sentence.from, sentence.to);
        let found = names.all(&page.tokens, sentence.from, sentence.to);
        let announces = said.first().filter(|it| {
            let alone = sentence.to - sentence.from <= it.to - it.from + 2;
            alone || sentence.is_heading() && it.from == sentence.from && found.is_empty()
        });
        if let Some(it) = announces {
            open = Some(rolls.len());
            rolls.push(Roll {
                page,
                from: it.from,
                to: it.to,
                tiers: list[it.meaning].tiers,
                listed: true,
                scope: None,
                named: Vec::new(),
            });
            continue;
        }
        if sentence.is_heading() && found.is_empty() {
            open = None;
        }
        for (index, it) in said.iter().enumerate() {
            // A bare noun (“the partners of the programme”) acknowledges nobody within a sentence, unless a colon follows.
            let bare = !page.tokens[it.from..it.to]
                .iter()
                .any(|it| matches!(it.low.as_str(), "with" | "by" | "from" | "of" | "avec" | "par" | "de" | "du"));
            let colon = page.tokens.get(it.to).is_some_and(|it| it.is(':')) && it.from <= sentence.from + 2;
            if bare && !colon {
                continue;
            }
            let end = said.get(index + 1).map_or(sentence.to, |next| next.from);
            let end = clause_end(page, it.to, end);
            let named: Vec<_> = found.iter().filter(|name| name.from >= it.to && name.to <= end).copied().collect();
            let scope = scope(sentence);
            let ours = !matches!(scope, Some(Subject::Event(_)));
            if ours && is_near(page, it.to, &named) {
                let tiers = list[it.meaning].tiers;
                rolls.push(Roll { page, from: it.from, to: it.to, tiers, listed: colon, scope, named });
            }
        }
        // In a list the name comes first; one further on is part of a remark.
        if let Some(roll) = open.and_then(|it| rolls.get_mut(it)) {
            let until = said.first().map_or(sentence.to, |it| it.from);
            let first = found.first().filter(|it| it.from <= sentence.from + 2 && it.to <= until);
            let listed = sentence.to - sentence.from <= 40 && !page.tokens[sentence.to - 1].is('.');
            roll.named.extend(
                found.iter().filter(|it| first.is_some_and(|first| first.from == it.from || listed && it.to <= until)),
            );
        }
    }
    rolls
}

/// Whether the first organisation follows at once.
fn is_near(page: &Page<'_>, to: usize, named: &[Match<usize>]) -> bool {
    named
        .first()
        .is_some_and(|it| it.from - to <= 3 || page.tokens[to..it.from].iter().all(|it| !it.is_word() || it.capital))
}

/// Where the list of names ends: at a semicolon, or at a verb that begins another thought.
fn clause_end(page: &Page<'_>, from: usize, to: usize) -> usize {
    (from..to)
        .find(|it| {
            page.tokens[*it].is(';')
                || matches!(
                    page.low(*it),
                    "under"
                        | "while"
                        | "where"
                        | "who"
                        | "which"
                        | "alongside"
                        | "qui"
                        | "tandis"
                        | "dans"
                        | "ou"
                        | "had"
                        | "was"
                        | "were"
                        | "attended"
                        | "beside"
                )
        })
        .unwrap_or(to)
}

fn scope(sentence: &Sentence) -> Option<Subject> {
    match sentence.about().as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Whether an organisation has one of the roles, where the roll is about.
fn holds(case: &Case<'_>, roll: &Roll<'_>, organisation: usize) -> bool {
    let key = roll.scope.map(|it| case.key(it));
    case.record.organisations[organisation].roles.iter().any(|it| {
        let there = match (key, it.activity.as_deref()) {
            (None, _) | (_, None) => true,
            (Some(key), Some(activity)) => activity == key || case.is_related(Some(activity), key),
        };
        there && roll.tiers.contains(&it.tier)
    })
}

fn wrong(case: &Case<'_>, roll: &Roll<'_>) -> Vec<Finding> {
    let mut told = HashSet::new();
    let mut findings = Vec::new();
    for it in roll.named.iter().filter(|it| told.insert(it.meaning)) {
        // An abbreviation may be several organisations'; one that fits is meant.
        if roll.named.iter().any(|other| other.from == it.from && holds(case, roll, other.meaning)) {
            continue;
        }
        let organisation = &case.record.organisations[it.meaning];
        let key = roll.scope.map_or("", |it| case.key(it));
        let own = organisation
            .roles
            .iter()
            .find(|role| role.activity.as_deref().unwrap_or("") == key)
            .or(organisation.roles.first());
        let value = own.map_or(Value::Nothing, |it| Value::Tier(it.tier));
        let quote = if roll.listed { roll.page.quote(roll.from, roll.to) } else { roll.page.quote(roll.from, it.to) };
        let second = fact(&organisation.key, value.clone());
        let proposal = if own.is_some() { super::replace(&quote, value) } else { Proposal::Remove };
        let kind = FindingKind::WrongTier;
        findings.push(finding(kind, Severity::Contradiction, &organisation.key, Side::Quote(quote), second, proposal));
    }
    findings
}

/// Who should stand in a list of the whole edition, or is nowhere named though others of the same activity are.
fn missing(case: &Case<'_>, rolls: &[Roll<'_>], names: &Lexicon<usize>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for language in crate::reading::languages(case.pages) {
        let pages = || case.pages.iter().filter(move |it| it.passage.language == language);
        let anywhere: HashSet<usize> = pages()
            .flat_map(|page| page.sentences.iter().flat_map(|it| names.all(&page.tokens, it.from, it.to)))
            .map(|it| it.meaning)
            .collect();
        let rolls: Vec<&Roll<'_>> =
            rolls.iter().filter(|it| it.page.passage.language == language && !it.named.is_empty()).collect();
        for (index, organisation) in case.record.organisations.iter().enumerate() {
            let mut told = false;
            for role in organisation.roles.iter().filter(|it| it.tier != Organiser) {
                let mut fitting = rolls.iter().filter(|it| {
                    let scope = it.scope.map(|it| case.key(it));
                    it.tiers.contains(&role.tier) && scope == role.activity.as_deref() && (scope.is_some() || it.listed)
                });
                let Some(first) = fitting.next() else { continue };
                let listed = rolls.iter().any(|it| {
                    let same = it.tiers.contains(&role.tier) && it.tiers.len() == first.tiers.len();
                    same && it.named.iter().any(|name| name.meaning == index)
                });
                let there = if first.listed { listed } else { anywhere.contains(&index) };
                if there || told {
                    continue;
                }
                told = true;
                let quote = Side::Quote(first.page.quote(first.from, first.to));
                let second = fact(&organisation.key, Value::Tier(role.tier));
                let name = organisation.names.iter().find(|it| it.language == language).or(organisation.names.first());
                let proposal = Proposal::Acknowledge {
                    name: name.map_or_else(String::new, |it| it.text.clone()),
                    tier: role.tier,
                };
                let kind = FindingKind::PartnerMissing;
                findings.push(finding(kind, Severity::Missing, &organisation.key, quote, second, proposal));
            }
        }
    }
    findings
}
