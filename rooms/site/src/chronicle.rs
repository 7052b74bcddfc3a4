//! What is new, as feeds tell it: sessions that are announced, recordings, the communiqué, the report.

use agenda::Session;
use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{Id, mark};
use programme::{Communique, Here};
use ui::Reader;

use crate::rows;

/// How long before it starts a session is announced.
const AHEAD: SignedDuration = SignedDuration::from_hours(28 * 24);

/// How much a feed tells.
const MOST: usize = 30;

/// One piece of news.
pub(crate) struct News {
    /// Its identity, for ever the same.
    pub(crate) id: Id<News>,
    /// When it became so.
    pub(crate) at: Timestamp,
    /// Its headline.
    pub(crate) title: String,
    /// What it is, in a sentence.
    pub(crate) summary: String,
    /// Where it stands.
    pub(crate) path: String,
}

/// What became so until now, the newest first.
pub(crate) fn news(reader: &Reader, here: &Here, sessions: &[Session], communique: Option<&Communique>) -> Vec<News> {
    let mut news: Vec<News> = Vec::new();
    for it in sessions.iter().filter(|it| it.public && !it.is_cancelled()) {
        news.push(announced(reader, here, it));
        news.extend(it.recorded_by(reader.now).map(|day| recorded(reader, here, it, day)));
    }
    if let Some(it) = communique {
        let title = reader.text(&it.title).to_owned();
        news.push(whole(
            reader,
            here,
            "communique",
            it.adopted_on,
            reader.say_with("site-news-adopted", [("title", title)]),
        ));
    }
    if let Some(at) = here.edition.reported_at.filter(|it| *it <= reader.now) {
        let day = here.edition.today(at);
        news.push(whole(reader, here, "report", day, reader.say("site-news-report")));
    }
    news.retain(|it| it.at <= reader.now);
    news.sort_by_key(|it| std::cmp::Reverse(it.at));
    news.truncate(MOST);
    news
}

fn announced(reader: &Reader, here: &Here, it: &Session) -> News {
    let title = reader.text(&it.title).to_owned();
    News {
        id: identity("announced", it.id),
        at: it.starts_at.checked_sub(AHEAD).unwrap_or(it.starts_at),
        title: reader.say_with("site-news-session", [("title", title)]),
        summary: reader.span_words(it.starts_at, it.ends_at, &it.time_zone()),
        path: rows::session_path(here, it),
    }
}

fn recorded(reader: &Reader, here: &Here, it: &Session, day: Date) -> News {
    let title = reader.text(&it.title).to_owned();
    News {
        id: identity("recorded", it.id),
        at: morning(here, day),
        title: reader.say_with("site-news-recording", [("title", title)]),
        summary: reader.text(&it.activity_title).to_owned(),
        path: rows::session_path(here, it),
    }
}

fn whole(reader: &Reader, here: &Here, page: &str, day: Date, title: String) -> News {
    News {
        id: Id::named(&[&here.path(), "news", page]),
        at: morning(here, day),
        title,
        summary: reader.day(day),
        path: here.page(page),
    }
}

fn identity(what: &str, session: Id<mark::Session>) -> Id<News> {
    Id::named(&["news", what, &session.to_string()])
}

/// The first moment of a day, for the host.
fn morning(here: &Here, day: Date) -> Timestamp {
    day.to_zoned_datetime(here.edition.time_zone()).map_or(Timestamp::MAX, |it| it.timestamp())
}
