//! An edition from its first day to its last: activities in lanes, labelled where they are.

use maud::{Markup, html};

use crate::canvas::{Along, Anchor, Canvas, Label, Mark, PRINT};
use crate::caption::{self, Caption, Key};
use crate::measure;
use crate::paint;
use crate::palette::{Palette, Tone};

/// Activities over time. Days are counted from the first day drawn, which is 0.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Heads: the activity, when it is.
    pub caption: Caption,
    /// How many days are drawn.
    pub days: u32,
    /// Where months begin, and how they are called.
    pub ticks: Vec<Tick>,
    /// Lanes from top to bottom; a lane takes more rows where its labels would touch.
    pub lanes: Vec<Vec<Activity>>,
}

/// The beginning of a month.
#[derive(Clone, Debug)]
pub struct Tick {
    /// Its first day.
    pub day: u32,
    /// Its name, short.
    pub label: String,
}

/// Something that takes its time.
#[derive(Clone, Debug)]
pub struct Activity {
    /// What it is called.
    pub label: String,
    /// When it is, as a reader says it: "15–29 April".
    pub when: String,
    /// Its first day.
    pub start: u32,
    /// Its last day.
    pub end: u32,
    /// Its colour.
    pub tone: Tone,
    /// Where it leads.
    pub href: Option<String>,
}

/// The container from which the drawing is shown instead of the list (`charts.css` says 42rem).
pub(crate) const ROOM: f64 = 660.0;
const ROW: f64 = 38.0;
const THICK: f64 = 9.0;
/// A day is too thin to be seen.
const THINNEST: f64 = 7.0;

/// An activity with its place in a row, all of it in pixels of the room.
struct Placed<'a> {
    activity: &'a Activity,
    label: Label,
    bar: (f64, f64),
}

impl Timeline {
    /// The figure for a page: the drawing, or the list where there is no room for it.
    pub fn draw(&self) -> Markup {
        let drawing = html! {
            (self.list())
            (paint::for_page(&self.lay(ROOM), &self.caption, "", "drawing timeline-drawing"))
        };
        caption::framed(&self.caption, &Key::none(), &drawing, &self.table())
    }

    /// The drawing as a document of its own, without title and source line.
    pub fn draw_for_print(&self, palette: &Palette) -> String {
        paint::for_print(&self.lay(PRINT), &self.caption, &Key::none(), palette)
    }

    /// The activities in the order of their first day, for narrow screens.
    pub fn list(&self) -> Markup {
        html! {
            ol class="timeline" {
                @for it in self.in_order() {
                    li {
                        span class="timeline-when" { (it.when) }
                        @if let Some(href) = &it.href { a href=(href) { (it.label) } } @else { span { (it.label) } }
                    }
                }
            }
        }
    }

    /// The rows behind the drawing.
    pub fn table(&self) -> Markup {
        caption::table(&self.caption, self.in_order().into_iter().map(|it| vec![it.label.as_str(), it.when.as_str()]))
    }

    fn in_order(&self) -> Vec<&Activity> {
        let mut all: Vec<&Activity> = self.lanes.iter().flatten().collect();
        all.sort_by_key(|it| (it.start, it.end));
        all
    }

    pub(crate) fn lay(&self, room: f64) -> Canvas {
        let rows: Vec<Vec<Placed>> = self.lanes.iter().flat_map(|lane| self.rows(lane, room)).collect();
        let mut canvas = Canvas::flowing(room);
        let floor = rows.len() as f64 * ROW + 10.0;
        self.lay_ticks(&mut canvas, floor);
        for (at, row) in rows.iter().enumerate() {
            for placed in row {
                placed.lay(&mut canvas, at as f64 * ROW, room);
            }
        }
        canvas.height = floor + 22.0;
        canvas
    }

    fn lay_ticks(&self, canvas: &mut Canvas, floor: f64) {
        let mut free = 0.0;
        for tick in &self.ticks {
            let x = Along::Share(self.share(tick.day));
            canvas.add(Mark::Line { from: (x, 0.0), to: (x, floor + 6.0), tone: Tone::Rule });
            let label = Label::new(&tick.label, x, floor + 18.0).quiet().shifted(5.0);
            let (from, to) = label.reach(canvas.room);
            if from >= free && to <= canvas.room {
                free = to + 4.0;
                canvas.add(label);
            }
        }
        let (start, end) = ((Along::Px(0.0), floor), (Along::Share(1.0), floor));
        canvas.add(Mark::Line { from: start, to: end, tone: Tone::Quiet });
    }

    /// A lane's activities in as many rows as keep all labels apart.
    fn rows<'a>(&self, lane: &'a [Activity], room: f64) -> Vec<Vec<Placed<'a>>> {
        let mut waiting: Vec<&Activity> = lane.iter().collect();
        waiting.sort_by_key(|it| (it.start, it.end));
        let mut rows: Vec<Vec<Placed>> = Vec::new();
        for activity in waiting {
            let ways = self.ways(activity, room);
            let fitting = rows.iter().enumerate().find_map(|(at, row)| {
                let free = |way: &&Placed| row.iter().all(|other| !way.touches(other, room));
                ways.iter().position(|way| free(&way)).map(|way| (at, way))
            });
            let mut ways = ways;
            match fitting {
                Some((row, way)) => rows[row].push(ways.swap_remove(way)),
                None => rows.push(vec![ways.swap_remove(0)]),
            }
        }
        rows
    }

    /// The ways to label an activity that stay on the canvas, the best first; there is always one.
    fn ways<'a>(&self, activity: &'a Activity, room: f64) -> Vec<Placed<'a>> {
        let start = self.share(activity.start) * room;
        let end = (self.share(activity.end + 1) * room).max(start + THINNEST).min(room);
        let start = start.min(end - THINNEST);
        let longest = (room - start).max(end);
        let text = measure::shortened(&activity.label, 14.0, false, longest);
        let labels = [
            Label::new(&text, Along::Share(start / room), 17.0),
            Label::new(&text, Along::Share(end / room), 17.0).anchored(Anchor::End),
        ];
        let inside = |label: &Label| {
            let (from, to) = label.reach(room);
            from >= 0.0 && to <= room
        };
        let place = |label| Placed { activity, label, bar: (start, end) };
        labels.into_iter().filter(inside).map(place).collect()
    }

    fn share(&self, day: u32) -> f64 {
        f64::from(day.min(self.days)) / f64::from(self.days.max(1))
    }
}

impl Placed<'_> {
    fn touches(&self, other: &Placed, room: f64) -> bool {
        let close = |a: (f64, f64), b: (f64, f64), gap: f64| a.0 < b.1 + gap && b.0 < a.1 + gap;
        close(self.label.reach(room), other.label.reach(room), 6.0) || close(self.bar, other.bar, 2.0)
    }

    fn lay(&self, canvas: &mut Canvas, top: f64, room: f64) {
        let (start, end) = self.bar;
        let (x, width) = (Along::Share(start / room), Along::Share((end - start) / room));
        let bar = Mark::Rect { x, y: top + 23.0, width, height: THICK, tone: self.activity.tone };
        let label = Label { y: top + self.label.y, rimmed: true, ..self.label.clone() };
        let marks = vec![bar, label.into()];
        match &self.activity.href {
            Some(href) => canvas.add(Mark::Link { href: href.clone(), marks }),
            None => canvas.marks.extend(marks),
        }
    }
}
