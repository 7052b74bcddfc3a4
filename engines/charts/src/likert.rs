//! Answers on a five-point scale as bars that lean to either side of neutral.

use maud::Markup;

use crate::canvas::{Along, Anchor, Canvas, Label, Mark};
use crate::caption::{self, Caption, Key};
use crate::measure;
use crate::palette::{Palette, Tone};

/// Statements and how people answered them.
#[derive(Clone, Debug)]
pub struct Likert {
    /// Heads: the statement, the five answers, the number of people.
    pub caption: Caption,
    /// The five answers, from the refusing to the agreeing end; one that is told together with another has no words,
    /// and no column among the heads.
    pub scale: [String; 5],
    /// From top to bottom.
    pub statements: Vec<Statement>,
}

/// One statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its words.
    pub label: String,
    /// How many answered, as it is to be read: "n = 101".
    pub answered: String,
    /// How many gave each answer.
    pub counts: [u32; 5],
    /// The share of each answer as it is to be read: "12 %".
    pub shown: [String; 5],
}

const THICK: f64 = 24.0;

impl Likert {
    /// The figure for a page.
    pub fn draw(&self) -> Markup {
        caption::figure(&self.caption, &self.key(), |room| self.lay(room), &self.table())
    }

    /// The drawing as a document of its own, without title and source line.
    pub fn draw_for_print(&self, palette: &Palette) -> String {
        caption::print(&self.caption, &self.key(), |room| self.lay(room), palette)
    }

    /// The rows behind the bars.
    pub fn table(&self) -> Markup {
        caption::table(
            &self.caption,
            self.statements.iter().map(|it| {
                let told = self.scale.iter().zip(&it.shown).filter(|(answer, _)| !answer.is_empty());
                let shown = told.map(|(_, shown)| shown.as_str());
                std::iter::once(it.label.as_str()).chain(shown).chain([it.answered.as_str()]).collect()
            }),
        )
    }

    fn key(&self) -> Key {
        Key((0..).map(Tone::View).zip(self.scale.iter().cloned()).filter(|(_, answer)| !answer.is_empty()).collect())
    }

    pub(crate) fn lay(&self, room: f64) -> Canvas {
        let mut canvas = Canvas::flowing(room);
        let most = |side: fn(&Statement) -> f64| self.statements.iter().map(side).fold(0.0, f64::max);
        let (left, right) = (most(Statement::leaning_left), most(|it| 1.0 - it.leaning_left()));
        let scale = 1.0 / (left + right).max(1.0);
        for statement in &self.statements {
            let answered = Label::new(&statement.answered, Along::Share(1.0), canvas.height + 14.0).quiet();
            let free = room - measure::width(&statement.answered, answered.size, false) - 16.0;
            let lines = measure::wrapped(&statement.label, 14.0, false, free);
            canvas.add(answered.anchored(Anchor::End));
            canvas.height += canvas.add_lines(lines, &Label::new("", Along::Px(0.0), canvas.height + 14.0)) + 3.0;
            let (x, y) = (Along::Share(left * scale), canvas.height);
            canvas.add(Mark::Line { from: (x, y - 1.0), to: (x, y + THICK + 7.0), tone: Tone::Ink });
            statement.lay(&mut canvas, (left - statement.leaning_left()) * scale, scale);
            canvas.height += THICK + 20.0;
        }
        canvas
    }
}

impl Statement {
    pub(crate) fn shares(&self) -> [f64; 5] {
        let all: u32 = self.counts.iter().sum();
        self.counts.map(|count| f64::from(count) / f64::from(all.max(1)))
    }

    /// What stands left of the middle of neutral.
    fn leaning_left(&self) -> f64 {
        let [strongly, somewhat, neutral, ..] = self.shares();
        strongly + somewhat + neutral / 2.0
    }

    fn lay(&self, canvas: &mut Canvas, begin: f64, scale: f64) {
        let y = canvas.height + 3.0;
        let mut x = begin;
        for ((view, share), shown) in (0..).zip(self.shares()).zip(&self.shown) {
            let width = share * scale;
            if width > 0.0 {
                let (x, width) = (Along::Share(x), Along::Share(width));
                canvas.add(Mark::Rect { x, y, width, height: THICK, tone: Tone::View(view) });
            }
            if measure::width(shown, 13.0, true) + 3.0 <= width * canvas.room {
                let label = Label::new(shown, Along::Share(x + width / 2.0), y + THICK / 2.0 + 4.5);
                let label = Label { size: 13.0, strong: true, ..label };
                canvas.add(label.anchored(Anchor::Middle).toned(Tone::OnView(view)));
            }
            x += width;
        }
    }
}
