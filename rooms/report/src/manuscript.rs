//! What is handed to the press: the templates, the drawings, and every word of a composed report as data.

mod chapter;
mod pieces;

use std::collections::BTreeMap;

use host::{Error, Result};
use kernel::Language;
use press::Manuscript;
use serde_json::{Value, json};
use ui::Reader;

use crate::{
    Figure,
    compose::{Composed, Dress, TargetLine},
    document::Purpose,
};

const MAIN: &str = include_str!("../press/report.typ");
const TEMPLATES: [(&str, &str); 4] = [
    ("style.typ", include_str!("../press/style.typ")),
    ("pieces.typ", include_str!("../press/pieces.typ")),
    ("cover.typ", include_str!("../press/cover.typ")),
    ("chapter.typ", include_str!("../press/chapter.typ")),
];

/// A reader with a composed report before them: writes it down for the press.
struct Writing<'a> {
    of: &'a Composed,
    reader: &'a Reader,
    /// The drawings, by the name of their file.
    drawn: BTreeMap<String, String>,
}

impl Composed {
    /// The report for the press; whoever publishes it attaches to it what travels inside.
    pub fn manuscript(&self, reader: &Reader) -> Result<Manuscript> {
        let mut writing = Writing { of: self, reader, drawn: BTreeMap::new() };
        let identity =
            format!("{}/{}/{}/{}", self.here.programme.key, self.here.edition.key, self.report.key, reader.language);
        let mut manuscript = Manuscript::new(identity, self.today, MAIN);
        for (name, text) in TEMPLATES {
            manuscript = manuscript.with(name, text.as_bytes());
        }
        let bytes = |it: &Value| serde_json::to_vec(it).map_err(Error::fault);
        for (at, it) in self.chapters.iter().enumerate() {
            manuscript = manuscript.with(&chapter_file(at), bytes(&writing.chapter(it))?);
        }
        manuscript =
            manuscript.with("data.json", bytes(&writing.data())?).with("dress.json", bytes(&dress(&self.dress))?);
        if let Some(logo) = &self.logo {
            manuscript = manuscript.with(logo.picture.file(), logo.bytes.clone());
        }
        for (name, svg) in writing.drawn {
            manuscript = manuscript.with(&name, svg.into_bytes());
        }
        Ok(manuscript)
    }

    /// The same with one chapter alone: to find out in which one something keeps the press from printing.
    pub(crate) fn manuscript_of_chapter(&self, reader: &Reader, at: usize) -> Result<Manuscript> {
        let mut data = Writing { of: self, reader, drawn: BTreeMap::new() }.data();
        data["chapters"] = json!([chapter_file(at)]);
        let bytes = serde_json::to_vec(&data).map_err(Error::fault)?;
        Ok(self.manuscript(reader)?.with("data.json", bytes))
    }
}

/// Each chapter has a file of its own, so that a changed word leaves the others as they were.
pub(crate) fn chapter_file(at: usize) -> String {
    format!("chapter-{}.json", at + 1)
}

fn dress(of: &Dress) -> Value {
    json!({ "accent": of.accent, "wash": of.wash, "cover": of.cover, "on_cover": of.on_cover })
}

/// A figure's name within the document.
fn id(key: &str) -> String {
    key.replace('.', "-")
}

impl Writing<'_> {
    fn say(&self, key: &'static str) -> String {
        self.reader.say(key)
    }

    /// An address that works from outside.
    fn url(&self, path: &str) -> String {
        self.of.app.outside(&self.reader.href_in(self.reader.language, path))
    }

    fn data(&mut self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let (programme, edition) = (&of.here.programme, &of.here.edition);
        let title = reader.text(&of.report.title);
        let demonstration = of.app.demonstration || edition.demonstration;
        let owed = (!of.owed.is_empty())
            .then(|| json!({ "title": self.say("report-compose-targets"), "lines": self.targets(&of.owed) }));
        json!({
            "purpose": of.report.purpose.to_string(),
            "lang": reader.language.tag(),
            "region": if reader.language == Language::FRENCH { "FR" } else { "GB" },
            "title": title,
            "running_title": format!("{} · {title}", reader.text(&programme.short_title)),
            "description": reader.text(&edition.lede),
            "authors": [of.organiser],
            "keywords": [reader.text(&programme.short_title), edition.key.as_str()],
            "demonstration": if demonstration { self.say("report-demonstration") } else { String::new() },
            "demonstration_means": self.say("report-demonstration-means"),
            "words": self.labels(),
            "cover": self.cover(),
            "imprint": self.imprint(),
            "depth": if of.chapters.len() > 8 { 1 } else { 2 },
            "defines": of.defines(),
            "figures": of.figures().iter().filter_map(|it| self.figure(it)).collect::<Vec<_>>(),
            "owed": owed,
            "chapters": (0..of.chapters.len()).map(chapter_file).collect::<Vec<_>>(),
            "colophon": self.say("report-colophon"),
        })
    }

    fn labels(&self) -> Value {
        let edition = self.reader.say_with("report-of-edition", [("edition", self.of.here.edition.key.to_string())]);
        json!({
            "edition": edition,
            "contents": self.say("report-contents"),
            "sessions": self.say("report-sessions"),
            "date": self.say("report-head-date"),
            "topic": self.say("report-head-topic"),
            "kind": self.say("report-head-kind"),
            "day": self.say("report-head-day"),
            "rows": self.say("report-rows-behind"),
            "definition": self.say("report-definition-and-rows"),
            "activity": self.say("report-head-activity"),
            "dates": self.say("report-head-dates"),
            "place": self.say("report-head-place"),
            "figure": self.say("report-head-figure"),
            "baseline": self.say("report-compose-baseline"),
            "target": self.say("report-compose-target"),
            "actual": self.say("report-compose-actual"),
            "verdict": self.say("report-compose-verdict"),
        })
    }

    fn cover(&mut self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let edition = &of.here.edition;
        let whole = matches!(of.report.purpose, Purpose::Final | Purpose::Funder);
        let timeline = of.timeline.as_ref().filter(|_| of.report.purpose == Purpose::Final);
        let timeline = timeline.map(|it| {
            self.drawn.insert("timeline.svg".to_owned(), it.draw_for_print(&of.dress.on_the_cover()));
            json!({ "file": "timeline.svg", "sentence": it.caption.title })
        });
        let label = reader.say_with("report-compose-cover-label", [("edition", edition.key.to_string())]);
        json!({
            "kind": if whole { "page" } else { "head" },
            "organiser": of.organiser,
            "logo": of.logo.as_ref().map(|it| it.picture.file()).unwrap_or_default(),
            "logo_text": if of.logo_text.is_empty() { &of.organiser } else { &of.logo_text },
            "wordmark": of.report.look.0.logo.as_deref() == Some("wordmark"),
            "label": label,
            "programme": reader.text(&of.here.programme.title),
            "headline": reader.text(&of.report.title),
            "lede": reader.text(&edition.lede),
            "timeline": timeline,
            "figures": of.cover.iter().map(|it| id(it)).collect::<Vec<_>>(),
        })
    }

    fn imprint(&self) -> Value {
        let (of, reader) = (self.of, self.reader);
        let line = |label: &'static str, text: String, url: String| json!({ "label": self.say(label), "text": text, "url": url });
        let contact = &of.here.programme.contact;
        let state = line("report-state", reader.day(of.today), String::new());
        let questions = line("report-questions", contact.clone(), format!("mailto:{contact}"));
        let Some(issue) = &of.issue else {
            let draft = line("report-published", self.say("report-compose-draft"), String::new());
            return json!([draft, state, questions]);
        };
        let version = reader.say_with(
            "report-compose-version",
            [("version", issue.version.to_string()), ("day", reader.day(issue.published_on))],
        );
        let address = self.url(&issue.path);
        json!([
            line("report-published", version, String::new()),
            line("report-on-the-web", address.clone(), address),
            state,
            line("report-compose-key", issue.fingerprint.clone(), String::new()),
            questions,
        ])
    }

    fn figure(&self, it: &Figure) -> Option<Value> {
        let (of, reader) = (self.of, self.reader);
        let planned = it.indicator.state == host::figures::State::Planned;
        let title = it.title(reader);
        Some(json!({
            "id": id(it.key()),
            "value": it.show(reader)?,
            "label": if planned { format!("{title} ({})", self.say("report-compose-planned-mark")) } else { title },
            "n": it.value.and_then(|it| it.of).map(|it| reader.number(it)).unwrap_or_default(),
            "note": it.note(reader).unwrap_or_default(),
            "definition": format!("{} {}", it.definition(reader), it.rule(reader)),
            "source": it.source(reader),
            "as_of": reader.say_with("report-as-of", [("day", reader.day(of.today))]),
            "url": self.url(&it.path(&of.here)),
        }))
    }

    fn targets(&self, lines: &[TargetLine]) -> Vec<Value> {
        let line = |it: &TargetLine| {
            json!({
                "title": it.title, "baseline": it.baseline, "target": it.target, "actual": it.actual,
                "verdict": self.say(it.verdict), "url": self.url(&it.path),
            })
        };
        lines.iter().map(line).collect()
    }
}
