//! What the record lays, as data for the press.

use charts::{Caption, Palette};
use kernel::Say;
use serde_json::{Value, json};

use super::{Writing, id};
use crate::{
    compose::{Adopted, Drawing, EventTold, Laid, PillarTold, Quoted, Tier},
    elements::{Element, Guest, Meeting, Timetable},
    figures::count,
};

impl Writing<'_> {
    pub(super) fn piece(&mut self, piece: &Laid) -> Value {
        let ids = |keys: &[String]| keys.iter().map(|it| id(it)).collect::<Vec<_>>();
        match piece {
            Laid::Aims(aims) => {
                let items = aims.iter().map(|(title, text)| json!({ "title": title, "text": text }));
                json!({ "kind": "aims", "items": items.collect::<Vec<_>>() })
            }
            Laid::Activities(all) => {
                let items = all.iter().map(|it| json!({ "title": it.title, "dates": it.dates, "place": it.place }));
                json!({ "kind": "activities", "items": items.collect::<Vec<_>>() })
            }
            Laid::Figures(keys) => json!({ "kind": "figures", "ids": ids(keys) }),
            Laid::Highlights(keys) => json!({ "kind": "highlights", "ids": ids(keys) }),
            Laid::Drawing(it) => self.drawing(it),
            Laid::Timetable(it) => self.timetable(it),
            Laid::Element(it, headed) => {
                let mut value = self.activity(it);
                value["headed"] = json!(headed);
                value
            }
            Laid::Tiers(all) => {
                let tier = |it: &Tier| {
                    let names = it.names.iter().map(|(name, note)| json!({ "name": name, "note": note }));
                    json!({ "title": self.say(it.title), "names": names.collect::<Vec<_>>(), "note": it.note })
                };
                json!({ "kind": "tiers", "items": all.iter().map(tier).collect::<Vec<_>>() })
            }
            Laid::Quotations(all) => {
                let quoted = |it: &Quoted| {
                    let mark = if it.invented { self.say("programme-invented") } else { String::new() };
                    json!({ "text": it.text, "name": self.say("report-a-participant"), "from": it.from, "mark": mark })
                };
                json!({ "kind": "quotations", "items": all.iter().map(quoted).collect::<Vec<_>>() })
            }
            Laid::Events(all) => {
                json!({ "kind": "events", "items": all.iter().map(|it| self.event(it)).collect::<Vec<_>>() })
            }
            Laid::Communique(it) => self.communique(it),
            Laid::Recommendations(all) => json!({ "kind": "recommendations", "pillars": self.pillars(all) }),
            Laid::Targets(lines) => json!({ "kind": "targets", "lines": self.targets(lines) }),
            Laid::Definitions => json!({ "kind": "definitions" }),
            Laid::Waivers(all) => {
                let items = all.iter().map(|(finding, reason)| json!({ "title": finding, "text": reason }));
                json!({ "kind": "told", "items": items.collect::<Vec<_>>(), "nothing": self.say("report-compose-no-waivers") })
            }
            Laid::Changes(all) => {
                let items = all.iter().map(|it| json!({ "title": it, "text": "" }));
                json!({ "kind": "told", "items": items.collect::<Vec<_>>(), "nothing": self.say("report-compose-no-changes") })
            }
            Laid::Missing(mark) => json!({ "kind": "missing", "text": mark }),
        }
    }

    fn drawing(&mut self, it: &Drawing) -> Value {
        let palette = Palette::default();
        let (name, svg, caption, figure): (_, _, &Caption, _) = match it {
            Drawing::Timeline(it) => ("timeline", it.draw_for_print(&palette), &it.caption, "series.count"),
            Drawing::Answers(it) => ("answers", it.draw_for_print(&palette), &it.caption, "survey.understanding"),
            Drawing::Groups(it) => ("groups", it.draw_for_print(&palette), &it.caption, "training.participants"),
            Drawing::Map(it, figure) => ("map", it.draw_for_print(&palette), &it.caption, figure.as_str()),
        };
        let file = format!("{name}-{}.svg", id(figure));
        self.drawn.insert(file.clone(), svg);
        json!({
            "kind": "picture",
            "file": file,
            "title": caption.title,
            "sentence": caption.description,
            "source": caption.source,
            "url": self.url(&self.of.here.page(&format!("figures/{figure}"))),
        })
    }

    fn timetable(&self, table: &Timetable) -> Value {
        let say = Say::new("report-timetable-title").with("weeks", table.weeks.len()).with("meetings", table.meetings);
        let day = |(label, meetings): &(String, Vec<Option<Meeting>>)| {
            let meetings = meetings.iter().map(|it| it.as_ref().map(|it| self.meeting(it)));
            json!({ "label": label, "meetings": meetings.collect::<Vec<_>>() })
        };
        json!({
            "kind": "timetable",
            "title": self.reader.said(&say),
            "weeks": table.weeks,
            "days": table.days.iter().map(day).collect::<Vec<_>>(),
            "note": self.say("report-timetable-note"),
        })
    }

    fn meeting(&self, it: &Meeting) -> Value {
        json!({ "date": it.day, "topic": it.topic, "kind": it.kind, "closed": it.closed, "url": self.url(&it.path) })
    }

    fn activity(&self, it: &Element) -> Value {
        let mut facts =
            vec![vec![self.say("report-when"), it.dates.clone()], vec![self.say("report-where"), it.place.clone()]];
        if !it.with.is_empty() {
            facts.push(std::iter::once(self.say("report-with")).chain(it.with.iter().cloned()).collect());
        }
        let guest = |it: &Guest| {
            let mark = if it.invented { self.say("programme-invented") } else { String::new() };
            json!({ "name": it.name, "role": it.role, "mark": mark })
        };
        let session =
            |it: &Meeting| json!({ "date": it.day, "title": it.topic, "kind": it.kind, "url": self.url(&it.path) });
        json!({
            "kind": "activity",
            "title": it.title,
            "headed": true,
            "facts": facts,
            "summary": it.summary,
            "guests_title": self.say(it.guests_title),
            "guests": it.guests.iter().map(guest).collect::<Vec<_>>(),
            "sessions": it.sessions.iter().map(session).collect::<Vec<_>>(),
            "parts": it.parts.iter().map(|it| self.activity(it)).collect::<Vec<_>>(),
            "list": (!it.institutions.is_empty()).then(|| json!({
                "title": self.say("report-institutions"), "items": it.institutions,
            })),
        })
    }

    fn event(&self, it: &EventTold) -> Value {
        let mut facts = vec![
            vec![self.say("report-when"), it.day.clone()],
            vec![self.say("report-where"), it.place.clone()],
            vec![self.say("report-host"), it.host.clone()],
        ];
        if !it.audience.is_empty() {
            facts.push(vec![self.say("report-audience"), it.audience.clone()]);
        }
        json!({ "title": it.title, "facts": facts, "summary": it.summary })
    }

    fn communique(&self, it: &Adopted) -> Value {
        let mut facts = vec![vec![self.say("report-adopted"), it.adopted.clone()]];
        if let Some((day, place)) = &it.presented {
            facts.push(vec![self.say("report-presented"), day.clone(), place.clone()]);
        }
        let pillars = self.pillars(&it.pillars);
        json!({ "kind": "communique", "title": it.title, "facts": facts, "summary": [it.preamble], "pillars": pillars })
    }

    fn pillars(&self, all: &[PillarTold]) -> Vec<Value> {
        let pillar = |it: &PillarTold| {
            let count = Say::new("report-recommendations").with("count", count(it.recommendations.len()));
            json!({
                "title": it.title, "first": it.first, "count": self.reader.said(&count),
                "recommendations": it.recommendations,
            })
        };
        all.iter().map(pillar).collect()
    }
}
