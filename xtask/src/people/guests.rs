//! Guests: those invited to Manila, and those who only ever register for webinars.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::person::{Maker, Person, Side};
use super::table;
use super::words::Place;

/// Where the participants of the workshop in Manila come from.
const MANILA: [&str; 12] = ["PH", "PH", "ID", "ID", "MY", "TH", "VN", "SG", "KH", "LA", "BN", "MM"];

/// A guest and the side on which they work.
pub struct Guest {
    pub key: String,
    pub person: Person,
    pub side: Side,
}

/// The twelve who were invited to Manila.
pub fn invited(seed: u64, places: &BTreeMap<&'static str, Place>, maker: &mut Maker) -> Vec<Guest> {
    let mut chance = Chance::new(seed, "manila");
    let mut sides = [Side::Civil, Side::Government].repeat(6);
    chance.shuffle(&mut sides);
    let guests = MANILA.iter().zip(sides).enumerate().map(|(number, (country, side))| Guest {
        key: format!("g{:04}", number + 1),
        person: maker.anybody(&mut chance, &places[country], side, 92),
        side,
    });
    guests.collect()
}

/// Somebody who registers for a webinar; those from business come too.
pub fn visitor(chance: &mut Chance, place: &Place, maker: &mut Maker) -> Guest {
    let side = [Side::Civil, Side::Government, Side::Business][chance.weighted(&[62, 24, 14])];
    let year = chance.between(68, 99);
    Guest { key: String::new(), person: maker.anybody(chance, place, side, year), side }
}

/// The table `guests.csv`.
pub fn table(guests: &[Guest]) -> String {
    let rows = guests.iter().map(|guest| {
        [
            guest.key.clone(),
            guest.person.name.clone(),
            guest.person.printed.clone(),
            guest.person.email.clone(),
            guest.person.country.to_owned(),
            guest.person.organisation.clone(),
            guest.person.post.clone(),
        ]
    });
    table::csv(["key", "name", "printed", "email", "country", "organisation", "post"], rows)
}
