//! Verbs that say whether something is done or yet to be.

use crate::model::Status;
use crate::reading::Page;

/// A verb in the prose: what it says, and where it stands.
pub(super) struct Verb {
    pub status: Status,
    pub from: usize,
    pub to: usize,
}

const DONE: &[&str] = &[
    "held",
    "organised",
    "published",
    "released",
    "presented",
    "delivered",
    "launched",
    "completed",
    "issued",
    "adopted",
    "conducted",
    "staged",
    "run",
    "printed",
    "produced",
    "carried",
    "opened",
    "finished",
    "posted",
    "handed",
    "convened",
    "circulated",
    "finalised",
];

/// Where the words of a verb stand, from its first on, without the adverbs between them.
fn verbal(page: &Page<'_>, at: usize, near: usize) -> Vec<usize> {
    const ADVERBS: &[&str] = &[
        "soon",
        "then",
        "now",
        "already",
        "since",
        "also",
        "finally",
        "successfully",
        "later",
        "recently",
        "first",
        "duly",
        "jointly",
        "shortly",
        "bientot",
        "ensuite",
        "depuis",
        "deja",
        "egalement",
        "enfin",
        "finalement",
        "aussi",
        "recemment",
        "prochainement",
        "alors",
        "conjointement",
    ];
    (at..near).filter(|it| *it == at || !ADVERBS.contains(&page.low(*it))).take(3).collect()
}

/// An English verb that begins at a place and says that something is done, or will be.
#[expect(clippy::match_same_arms, reason = "one line a way of saying it")]
pub(super) fn english_verb(page: &Page<'_>, at: usize, near: usize) -> Option<Verb> {
    let places = verbal(page, at, near);
    let low = |ahead: usize| places.get(ahead).map_or("", |it| page.low(*it));
    let verb = |status, words: usize| places.get(words - 1).map(|it| Verb { status, from: at, to: it + 1 });
    match (low(0), low(1), low(2)) {
        ("will" | "shall", "be", it) if DONE.contains(&it) => verb(Status::Planned, 3),
        ("will" | "shall", "take", "place") => verb(Status::Planned, 3),
        (
            "will" | "shall",
            "appear" | "follow" | "begin" | "start" | "run" | "open" | "gather" | "meet" | "convene" | "bring" | "come",
            _,
        ) => verb(Status::Planned, 2),
        ("is" | "are", "to" | "planned" | "scheduled" | "expected" | "due" | "forthcoming" | "yet", _) => {
            verb(Status::Planned, 2)
        }
        ("is" | "are", "still", "to" | "planned" | "being") => verb(Status::Planned, 3),
        ("to", "be", it) if DONE.contains(&it) => verb(Status::Planned, 3),
        ("to", "follow" | "come" | "appear", _) => verb(Status::Planned, 2),
        ("was" | "were", it, _) if DONE.contains(&it) => verb(Status::Delivered, 2),
        ("has" | "have", "been", it) if DONE.contains(&it) => verb(Status::Delivered, 3),
        ("has" | "have", "appeared", _) => verb(Status::Delivered, 2),
        ("took", "place", _) | ("came", "out", _) => verb(Status::Delivered, 2),
        ("appeared" | "ran", _, _) => verb(Status::Delivered, 1),
        _ => None,
    }
}

pub(super) const FAIT: &[&str] = &[
    "tenu",
    "tenue",
    "tenus",
    "tenues",
    "organise",
    "organisee",
    "organises",
    "organisees",
    "publie",
    "publiee",
    "publies",
    "publiees",
    "presente",
    "presentee",
    "presentes",
    "remis",
    "remise",
    "lance",
    "lancee",
    "lances",
    "acheve",
    "acheves",
    "adopte",
    "adoptee",
    "diffuse",
    "diffuses",
    "diffusee",
    "realise",
    "realisee",
    "realises",
    "paru",
    "parue",
    "parus",
    "parues",
    "deroule",
    "deroulee",
    "deroules",
    "imprime",
    "imprimes",
    "livres",
    "finalises",
];

/// A French verb that begins at a place and says that something is done, or will be.
#[expect(clippy::match_same_arms, reason = "one line a way of saying it")]
pub(super) fn french_verb(page: &Page<'_>, at: usize, near: usize) -> Option<Verb> {
    let places = verbal(page, at, near);
    let low = |ahead: usize| places.get(ahead).map_or("", |it| page.low(*it));
    let verb = |status, words: usize| places.get(words - 1).map(|it| Verb { status, from: at, to: it + 1 });
    match (low(0), low(1), low(2)) {
        ("sera" | "seront", it, _) if FAIT.contains(&it) => verb(Status::Planned, 2),
        ("se", "tiendra" | "tiendront" | "deroulera" | "derouleront", _) => verb(Status::Planned, 2),
        ("aura" | "auront", "lieu", _) => verb(Status::Planned, 2),
        ("paraitra" | "paraitront" | "suivra" | "suivront" | "commencera" | "debutera", _, _) => {
            verb(Status::Planned, 1)
        }
        ("est" | "sont", "prevu" | "prevue" | "prevus" | "prevues" | "attendus" | "attendu", _) => {
            verb(Status::Planned, 2)
        }
        ("est" | "sont", "encore" | "toujours", "a" | "attendus" | "en") => verb(Status::Planned, 3),
        ("doit" | "doivent", "paraitre" | "suivre" | "etre" | "se", _) => verb(Status::Planned, 2),
        ("reste" | "restent", "a", _) => verb(Status::Planned, 2),
        ("a", "paraitre" | "publier" | "venir", _) => verb(Status::Planned, 2),
        ("a" | "ont", "ete", it) if FAIT.contains(&it) => verb(Status::Delivered, 3),
        ("a" | "ont", "paru", _) | ("a" | "ont", "eu", "lieu") => verb(Status::Delivered, 2),
        ("est" | "sont", it, _) if it.starts_with("paru") => verb(Status::Delivered, 2),
        ("est" | "sont", it, _) if FAIT.contains(&it) && (it.starts_with("tenu") || it.starts_with("deroul")) => {
            verb(Status::Delivered, 2)
        }
        ("fut" | "furent", it, _) if FAIT.contains(&it) => verb(Status::Delivered, 2),
        _ => None,
    }
}
