//! Names as they are borne in fifty-one countries.

use std::collections::{BTreeMap, BTreeSet};

use super::chance::Chance;
use super::fold;
use super::words::sections;

/// A name in the three ways in which it is needed.
#[derive(Clone)]
pub struct Name {
    /// As its bearer writes it, at times in their own script.
    pub shown: String,
    /// As an international list prints it, family name in capitals, without a title.
    pub printed: String,
    /// Plain words for an address, the most personal one first.
    pub plain: Vec<String>,
}

/// The pools of one culture and the shape of its names.
#[derive(Default)]
pub struct Culture {
    pub shape: &'static str,
    pub women: Vec<&'static str>,
    pub men: Vec<&'static str>,
    pub family: Vec<&'static str>,
    alone: Vec<&'static str>,
    middle_women: Vec<&'static str>,
    middle_men: Vec<&'static str>,
    feminine: &'static str,
    /// Pairs of Latin and native spelling, by kind of name.
    native: BTreeMap<&'static str, Vec<(&'static str, &'static str)>>,
}

/// All cultures by name, and the names that nobody is given.
pub struct Names {
    pub cultures: BTreeMap<&'static str, Culture>,
    refused: BTreeSet<Vec<String>>,
}

impl Names {
    /// Reads the pools.
    pub fn new() -> Self {
        let cultures = sections(include_str!("words/names.txt")).into_iter().map(|(heading, lines)| {
            let (key, shape) = heading.split_once(' ').expect("a culture has a shape");
            (key, culture(shape, &lines))
        });
        let refused = include_str!("words/known.txt").lines().filter(|line| !line.starts_with('#'));
        Self { cultures: cultures.collect(), refused: refused.map(likeness).collect() }
    }

    /// Draws a name that is not the name of somebody known.
    pub fn draw(&self, chance: &mut Chance, culture: &str, country: &str, woman: bool) -> Name {
        loop {
            let name = self.cultures[culture].draw(chance, country, woman, self.cultures.get("anglo"));
            if !self.refused.contains(&likeness(&name.printed)) {
                return name;
            }
        }
    }
}

/// Two names are alike when they have the same words in any order.
fn likeness(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name.split(' ').map(fold::squeezed).collect();
    words.sort();
    words
}

fn culture(shape: &'static str, lines: &[&'static str]) -> Culture {
    let mut culture = Culture { shape, ..Culture::default() };
    for line in lines {
        let (kind, rest) = line.split_once(' ').expect("a pool has a kind");
        let pool: Vec<&str> = rest.split(' ').filter(|word| *word != "-").collect();
        match kind {
            "f" => culture.women = pool,
            "m" => culture.men = pool,
            "s" => culture.family = pool,
            "mono" => culture.alone = pool,
            "midf" => culture.middle_women = pool,
            "midm" => culture.middle_men = pool,
            "fem" => culture.feminine = rest,
            _ => {
                let pairs = pool.iter().filter_map(|pair| pair.split_once('='));
                culture.native.insert(kind, pairs.collect());
            }
        }
    }
    culture
}

impl Culture {
    fn draw(&self, chance: &mut Chance, country: &str, woman: bool, anglo: Option<&Self>) -> Name {
        if !self.native.is_empty() && chance.percent(13) {
            return self.in_own_script(chance, woman);
        }
        let given = spaced(chance.pick(if woman { &self.women } else { &self.men }));
        if self.family.is_empty() {
            return name(&[(&given, true)], &[&given]);
        }
        let family = self.family_name(chance, woman);
        match self.shape {
            "family" if chance.percent(80) => name(&[(&family, true), (&given, false)], &[&given, &family]),
            "family-or-given" if chance.percent(30) => name(&[(&family, true), (&given, false)], &[&given, &family]),
            "chinese" => {
                let parts = [(family.as_str(), true), (given.as_str(), false)];
                match anglo {
                    Some(anglo) if chance.percent(35) => {
                        let first = chance.pick(if woman { &anglo.women } else { &anglo.men });
                        name(&[&[(first, false)], &parts[..]].concat(), &[first, &family])
                    }
                    _ => name(&parts, &[&given, &family]),
                }
            }
            "vietnamese" => self.vietnamese(chance, &family, &given, woman),
            "malay" => malay(chance, &given, &family, woman),
            "tamil" => tamil(chance, &given, &family, country, woman),
            "bengali" if !woman && chance.percent(30) => {
                name(&[("Md.", false), (&given, false), (&family, true)], &[&given, &family])
            }
            "indonesian" => self.indonesian(chance, &given, &family, woman),
            "filipino" if chance.percent(28) => {
                let initial = format!("{}.", &self.family_name(chance, woman)[..1]);
                name(&[(&given, false), (&initial, false), (&family, true)], &[&given, &family])
            }
            "filipino" if !woman && chance.percent(4) => {
                name(&[(&given, false), (&family, true), ("Jr.", false)], &[&given, &family])
            }
            "spanish" => {
                let second = self.family_name(chance, woman);
                name(&[(&given, false), (&family, true), (&second, true)], &[&given, &family])
            }
            "portuguese" => {
                let second = self.family_name(chance, woman);
                name(&[(&given, false), (&second, false), (&family, true)], &[&given, &family])
            }
            _ => name(&[(&given, false), (&family, true)], &[&given, &family]),
        }
    }

    fn family_name(&self, chance: &mut Chance, woman: bool) -> String {
        let drawn = spaced(chance.pick(&self.family));
        if let Some((of_men, of_women)) = drawn.split_once('/') {
            return if woman { of_women } else { of_men }.to_owned();
        }
        if woman && !self.feminine.is_empty() {
            let parts: Vec<String> = drawn.split('-').map(|part| feminine(self.feminine, part)).collect();
            return parts.join("-");
        }
        drawn
    }

    fn in_own_script(&self, chance: &mut Chance, woman: bool) -> Name {
        let given = chance.pick(&self.native[if woman { "nf" } else { "nm" }]);
        let kind = ["ns", if woman { "nsf" } else { "nsm" }];
        let pool = kind.iter().find_map(|kind| self.native.get(kind)).filter(|pool| !pool.is_empty());
        let latin = spaced(given.0);
        let Some(pool) = pool else {
            let mut name = name(&[(&latin, true)], &[&latin]);
            given.1.clone_into(&mut name.shown);
            return name;
        };
        let family = chance.pick(pool);
        let mut name = name(&[(family.0, true), (&latin, false)], &[&latin, family.0]);
        name.shown = match self.shape {
            "family-or-given" | "family" if !self.women.contains(&"Sreymom") && !self.women.contains(&"Haruka") => {
                format!("{}{}", family.1, given.1)
            }
            "family-or-given" | "family" => format!("{} {}", family.1, given.1),
            _ => {
                name.printed = format!("{latin} {}", family.0.to_uppercase());
                format!("{} {}", given.1, family.1)
            }
        };
        name
    }

    fn vietnamese(&self, chance: &mut Chance, family: &str, given: &str, woman: bool) -> Name {
        let middles = if woman { &self.middle_women } else { &self.middle_men };
        let mut middle = chance.pick(middles);
        while middle == given {
            middle = chance.pick(middles);
        }
        let mut drawn = name(&[(family, true), (middle, false), (given, false)], &[given, family]);
        if chance.percent(60) {
            drawn.printed = fold::plain(&drawn.printed);
        }
        if chance.percent(25) {
            drawn.shown = fold::plain(&drawn.shown);
        }
        drawn
    }

    fn indonesian(&self, chance: &mut Chance, given: &str, family: &str, woman: bool) -> Name {
        let second = spaced(chance.pick(if woman { &self.women } else { &self.men }));
        let second = if second == given { family.to_owned() } else { second };
        match chance.weighted(&[7, 12, 36, 45]) {
            0 => {
                let alone = chance.pick(&self.alone);
                name(&[(alone, true)], &[alone])
            }
            1 => name(&[(given, false), (&second, true)], &[given, &second]),
            2 if second != family => name(&[(given, false), (&second, false), (family, true)], &[given, family]),
            _ => name(&[(given, false), (family, true)], &[given, family]),
        }
    }
}

fn malay(chance: &mut Chance, given: &str, father: &str, woman: bool) -> Name {
    let child = if woman { "binti" } else { "bin" };
    if chance.percent(60) {
        name(&[(given, true), (child, false), (father, false)], &[given, father])
    } else {
        name(&[(given, true), (father, false)], &[given, father])
    }
}

fn tamil(chance: &mut Chance, given: &str, father: &str, country: &str, woman: bool) -> Name {
    if country == "MY" && chance.percent(50) {
        let child = if woman { "a/p" } else { "a/l" };
        return name(&[(given, true), (child, false), (father, false)], &[given, father]);
    }
    if country == "IN" && chance.percent(35) {
        let initial = format!("{}.", &father[..1]);
        return name(&[(&initial, false), (given, true)], &[given, father]);
    }
    name(&[(given, false), (father, true)], &[given, father])
}

fn feminine(rule: &str, family: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| family.ends_with(ending));
    match rule {
        "slavic" if ends(&["sky"]) => family.replace("sky", "skaya"),
        "slavic" if ends(&["ov", "ev", "in"]) => format!("{family}a"),
        "polish" if ends(&["ski", "cki", "dzki"]) => format!("{}a", &family[..family.len() - 1]),
        _ => family.to_owned(),
    }
}

fn spaced(word: &str) -> String {
    word.replace('_', " ")
}

/// Puts a name together from its words; the marked ones print in capitals.
fn name(parts: &[(&str, bool)], plain: &[&str]) -> Name {
    let shown: Vec<&str> = parts.iter().map(|(part, _)| *part).collect();
    let printed: Vec<String> =
        parts.iter().map(|(part, capitals)| if *capitals { capital(part) } else { (*part).to_owned() }).collect();
    Name {
        shown: shown.join(" "),
        printed: printed.join(" "),
        plain: plain.iter().map(|word| fold::squeezed(word)).collect(),
    }
}

/// Capitals, with the dotted I that Turkish names keep (they are known by their other letters).
fn capital(part: &str) -> String {
    let turkish = part.contains(['ş', 'Ş', 'ğ']) && part.contains('i');
    if turkish { part.replace('i', "İ").to_uppercase() } else { part.to_uppercase() }
}
