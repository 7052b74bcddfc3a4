//! What a search meets: the public texts of an edition in the reader's language, ranked.
//!
//! An edition has a few hundred short texts, so they are read and compared as they are; no index can be out of date.

use agenda::{Session, Speaker};
use db::Conn;
use host::Result;
use kernel::Text;
use programme::Here;
use ui::Reader;

use crate::{fold::Folded, rows};

/// How many places one search shows.
const MOST: usize = 40;

/// How many letters of an excerpt stand before the first word that was found.
const BEFORE: usize = 70;

/// How many letters an excerpt has.
const LONG: usize = 220;

/// A text that can be found.
pub(crate) struct Find {
    /// What kind of thing it is, in the reader's words.
    pub(crate) kind: String,
    /// Its title.
    pub(crate) title: String,
    /// Its words.
    pub(crate) words: String,
    /// Where it stands.
    pub(crate) path: String,
    /// Whether the demonstration made it up.
    pub(crate) invented: bool,
}

/// A text that was found, with its excerpt in pieces: whether each is a word of the search, and its letters.
pub(crate) struct Found {
    /// The text.
    pub(crate) find: Find,
    /// The excerpt.
    pub(crate) excerpt: Vec<(bool, String)>,
}

/// Searches for all of these words; the best come first.
pub(crate) fn search(finds: Vec<Find>, words: &str) -> Vec<Found> {
    let words = Folded::new(words).words();
    let mut ranked: Vec<(usize, Find)> =
        finds.into_iter().filter_map(|it| rank(&it, &words).map(|rank| (rank, it))).collect();
    ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    ranked.into_iter().take(MOST).map(|(_, find)| Found { excerpt: excerpt(&find.words, &words), find }).collect()
}

/// A word in a title counts ten times a word in the text; a text that lacks one of the words is not found.
fn rank(find: &Find, words: &[Vec<char>]) -> Option<usize> {
    let (title, text) = (Folded::new(&find.title), Folded::new(&find.words));
    let mut rank = 0;
    for word in words {
        let (in_title, in_text) = (title.find(word).len(), text.find(word).len().min(5));
        if in_title + in_text == 0 {
            return None;
        }
        rank += in_title * 10 + in_text;
    }
    (rank > 0).then_some(rank)
}

/// The letters around the first word that was found, with every such word marked.
fn excerpt(text: &str, words: &[Vec<char>]) -> Vec<(bool, String)> {
    let folded = Folded::new(text);
    let mut places: Vec<(usize, usize)> = words.iter().flat_map(|word| folded.find(word)).collect();
    places.sort_unstable();
    let first = places.first().map_or(0, |it| it.0);
    let from = text[..first]
        .char_indices()
        .rev()
        .nth(BEFORE)
        .map_or(0, |(at, _)| text[at..first].find(' ').map_or(at, |gap| at + gap + 1));
    let to = text[from..]
        .char_indices()
        .nth(LONG)
        .map_or(text.len(), |(at, _)| text[..from + at].rfind(' ').unwrap_or(from + at));
    let mut pieces = Vec::new();
    let mut at = from;
    for (start, end) in places.into_iter().filter(|&(start, end)| start >= from && end <= to) {
        if start >= at {
            pieces.push((false, text[at..start].to_owned()));
            pieces.push((true, text[start..end].to_owned()));
            at = end;
        }
    }
    pieces.push((false, text[at.min(to)..to].to_owned()));
    if from > 0 {
        pieces.insert(0, (false, "… ".to_owned()));
    }
    if to < text.len() {
        pieces.push((false, " …".to_owned()));
    }
    pieces.retain(|(_, it)| !it.is_empty());
    pieces
}

/// Everything that may be found on the clock's day. Rows about people who only registered or applied are not read.
pub(crate) async fn all(conn: &mut Conn, reader: &Reader, here: &Here) -> Result<Vec<Find>> {
    let edition = here.edition.id;
    let today = here.edition.today(reader.now);
    let activities = programme::activities(conn, edition).await?;
    let sessions = agenda::sessions(conn, edition).await?;
    let speakers = agenda::speakers(conn, edition).await?;
    let mut finds: Vec<Find> = activities
        .iter()
        .map(|it| Find {
            kind: reader.say(rows::kind(it.kind)),
            title: reader.text(&it.title).to_owned(),
            words: reader.text(&it.summary).to_owned(),
            path: rows::activity_path(here, it),
            invented: false,
        })
        .collect();
    finds.extend(sessions.iter().map(|it| of_session(reader, here, it)));
    finds.extend(of_speakers(reader, here, &speakers));
    if let Some(communique) = programme::communique(conn, edition).await?.filter(|it| it.adopted_on <= today) {
        let path = here.page("communique");
        let kind = reader.say("site-menu-communique");
        let title = reader.text(&communique.title).to_owned();
        let invented = communique.source == programme::Source::Demonstration;
        finds.push(Find {
            kind: kind.clone(),
            title,
            words: reader.text(&communique.preamble).to_owned(),
            path: path.clone(),
            invented,
        });
        finds.extend(programme::recommendations(conn, edition).await?.iter().map(|it| Find {
            kind: reader.say_with("site-recommendation", [("number", it.number.to_string())]),
            title: reader.text(&it.title).to_owned(),
            words: reader.text(&it.text).to_owned(),
            path: format!("{path}#recommendation-{}", it.number),
            invented,
        }));
    }
    let ended = |key: &str| activities.iter().find(|it| it.key.as_str() == key && it.ends_on < today);
    for it in programme::all_prose(conn, edition).await? {
        let place = match it.key.as_str() {
            "about" => Some((reader.say("site-about"), here.page("about"))),
            "workshop-series" => Some((reader.say("site-about-series"), here.page("about#series"))),
            "privacy" => Some((reader.say("site-privacy"), "/privacy".to_owned())),
            "accessibility" => Some((reader.say("site-accessibility"), "/accessibility".to_owned())),
            "outcomes" | "report-foreword" if here.edition.is_reported(reader.now) => {
                Some((reader.say("site-menu-report"), here.page("report")))
            }
            key => key
                .strip_prefix("activity-")
                .and_then(ended)
                .map(|it| (reader.text(&it.title).to_owned(), rows::activity_path(here, it))),
        };
        if let Some((title, path)) = place {
            finds.push(Find {
                kind: reader.say("site-text"),
                title,
                words: plain(&it.text, reader),
                path,
                invented: false,
            });
        }
    }
    Ok(finds)
}

fn of_session(reader: &Reader, here: &Here, it: &Session) -> Find {
    let topic = it.topic.as_ref().map_or("", |topic| reader.text(topic));
    let when = reader.span_words(it.starts_at, it.ends_at, &it.time_zone());
    let words = [topic, reader.text(&it.activity_title), &when]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    Find {
        kind: reader.say(it.kind.label()),
        title: reader.text(&it.title).to_owned(),
        words,
        path: rows::session_path(here, it),
        invented: false,
    }
}

fn of_speakers(reader: &Reader, here: &Here, speakers: &[Speaker]) -> Vec<Find> {
    let mut known = Vec::new();
    let mut finds = Vec::new();
    for it in speakers {
        if known.contains(&it.person_id) {
            continue;
        }
        known.push(it.person_id);
        let office = reader.text(&it.office);
        finds.push(Find {
            kind: reader.say(it.role.label()),
            title: it.printed.clone(),
            words: if office.is_empty() { it.organisation.clone().unwrap_or_default() } else { office.to_owned() },
            path: here.page("people"),
            invented: it.invented,
        });
    }
    finds
}

/// Prose without the marks of its markup.
fn plain(text: &Text, reader: &Reader) -> String {
    let lines = reader.text(text).lines().map(|it| it.trim_start_matches(['#', '-', '>', ' ']));
    lines.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ").replace(['*', '_', '`'], "")
}
