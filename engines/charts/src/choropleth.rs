//! A map of countries in bands, on an equal-area projection, cropped to the countries it is about.

use std::collections::HashMap;

use maud::{Markup, html};

use crate::canvas::{Canvas, Fit, Mark, PRINT};
use crate::caption::{self, Caption, Key};
use crate::paint;
use crate::palette::{Palette, Tone};
use crate::world::{self, Box4, Land, World};

/// Countries shaded by amount.
#[derive(Clone, Debug)]
pub struct Choropleth {
    /// Heads: the country, its amount.
    pub caption: Caption,
    /// What the rising bands 1, 2 and 3 are called: "1", "2–3", "4 or more".
    pub bands: [String; 3],
    /// What the pale countries are called; empty leaves them out of the key.
    pub outside: String,
    /// The countries the map is about. The window is cut to them.
    pub countries: Vec<Country>,
}

/// A country of the map.
#[derive(Clone, Debug)]
pub struct Country {
    /// Its code of two letters, ISO 3166-1; `XK` is Kosovo.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its amount as it is to be read.
    pub shown: String,
    /// Its band, 1 to 3; 0 widens the window without shading the country.
    pub band: u8,
}

impl Choropleth {
    /// The figure for a page.
    pub fn draw(&self) -> Markup {
        let drawing = html! { (paint::for_page(&self.lay(false), &self.caption, "", "map")) };
        caption::framed(&self.caption, &self.key(), &drawing, &self.table())
    }

    /// The drawing in more detail, as a document of its own, without title and source line.
    pub fn draw_for_print(&self, palette: &Palette) -> String {
        paint::for_print(&self.lay(true), &self.caption, &self.key(), palette)
    }

    /// The rows behind the map.
    pub fn table(&self) -> Markup {
        let shaded = self.countries.iter().filter(|it| it.band > 0);
        caption::table(&self.caption, shaded.map(|it| vec![it.name.as_str(), it.shown.as_str()]))
    }

    /// The codes that no map has, which the caller should mend.
    pub fn unplaced(&self) -> Vec<&str> {
        let codes = self.countries.iter().map(|it| it.code.as_str());
        codes.filter(|code| world::WHOLE.land(code).is_none()).collect()
    }

    fn key(&self) -> Key {
        let bands = (1..).map(Tone::Band).zip(self.bands.iter().cloned());
        let outside = Some((Tone::Band(0), self.outside.clone())).filter(|it| !it.1.is_empty());
        Key(bands.chain(outside).collect())
    }

    pub(crate) fn lay(&self, fine: bool) -> Canvas {
        let world = self.world(fine);
        let window = window(self.countries.iter().filter_map(|it| world.land(&it.code)));
        let shaded: HashMap<&str, &Country> =
            self.countries.iter().filter(|it| it.band > 0).map(|it| (it.code.as_str(), it)).collect();
        let (mut outside, mut areas, mut dots) = (String::new(), Vec::new(), Vec::new());
        for land in &world.lands {
            let path = land.path_within(window);
            let Some(country) = shaded.get(land.code) else {
                outside.push_str(&path);
                continue;
            };
            let (tone, hint) = (Tone::Band(country.band), Some(format!("{}: {}", country.name, country.shown)));
            if land.small {
                outside.push_str(&path);
                dots.push(Mark::Dot { x: land.point.0, y: land.point.1, tone, hint });
            } else if !path.is_empty() {
                areas.push(Mark::Area { path, tone, hint });
            }
        }
        let mut marks = vec![Mark::Area { path: outside, tone: Tone::Band(0), hint: None }];
        marks.append(&mut areas);
        marks.append(&mut dots);
        let [left, top, right, bottom] = window;
        let (wide, high) = (right - left, bottom - top);
        Canvas { room: PRINT, height: PRINT * high / wide, fit: Fit::Scales([left, top, wide, high]), marks }
    }

    /// The map centred on Asia if it has every country, otherwise that of the world.
    fn world(&self, fine: bool) -> &'static World {
        match (self.countries.iter().all(|it| world::EAST.land(&it.code).is_some()), fine) {
            (true, false) => &world::EAST,
            (true, true) => &world::EAST_FINE,
            (false, false) => &world::WHOLE,
            (false, true) => &world::WHOLE_FINE,
        }
    }
}

/// The window that holds the main lands with a margin, neither a strip nor a tower.
fn window<'a>(lands: impl Iterator<Item = &'a Land>) -> Box4 {
    let boxes = lands.map(|land| land.main);
    let around = boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
    let [left, top, right, bottom] = around.unwrap_or([0.0, 0.0, 10_000.0, 4_867.0]);
    let margin = 0.025 * (right - left).max(bottom - top);
    let (wide, high) = (right - left + 2.0 * margin, bottom - top + 2.0 * margin);
    let (wide, high) = (wide.max(1.25 * high), high.max(wide / 2.2));
    let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    [x - wide / 2.0, y - high / 2.0, x + wide / 2.0, y + high / 2.0].map(f64::round)
}
