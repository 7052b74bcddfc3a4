//! The form that shows times in another zone, for readers whose browser runs no script.

use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};
use ui::{Reader, form::Filled};

/// The zones to choose from: all those in which the countries of Asia and Europe live, and a few for guests from elsewhere.
const ZONES: &[&str] = &[
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Almaty",
    "Asia/Bangkok",
    "Asia/Brunei",
    "Asia/Dhaka",
    "Asia/Dubai",
    "Asia/Ho_Chi_Minh",
    "Asia/Hovd",
    "Asia/Irkutsk",
    "Asia/Jakarta",
    "Asia/Jayapura",
    "Asia/Kamchatka",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Krasnoyarsk",
    "Asia/Kuala_Lumpur",
    "Asia/Magadan",
    "Asia/Makassar",
    "Asia/Manila",
    "Asia/Nicosia",
    "Asia/Novosibirsk",
    "Asia/Omsk",
    "Asia/Phnom_Penh",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Ulaanbaatar",
    "Asia/Vientiane",
    "Asia/Vladivostok",
    "Asia/Yakutsk",
    "Asia/Yangon",
    "Asia/Yekaterinburg",
    "Atlantic/Azores",
    "Atlantic/Canary",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Darwin",
    "Australia/Hobart",
    "Australia/Perth",
    "Australia/Sydney",
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Bratislava",
    "Europe/Brussels",
    "Europe/Bucharest",
    "Europe/Budapest",
    "Europe/Copenhagen",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Kaliningrad",
    "Europe/Lisbon",
    "Europe/Ljubljana",
    "Europe/London",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Moscow",
    "Europe/Oslo",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Riga",
    "Europe/Rome",
    "Europe/Samara",
    "Europe/Sofia",
    "Europe/Stockholm",
    "Europe/Tallinn",
    "Europe/Vienna",
    "Europe/Vilnius",
    "Europe/Warsaw",
    "Europe/Zagreb",
    "Europe/Zurich",
    "Pacific/Auckland",
    "Pacific/Chatham",
];

/// What the button says that asks for another zone and nothing else.
pub(super) const SHOW: (&str, &str) = ("show", "zone");

/// The form. Its own address is the page's; what else stands in the query is kept.
pub(super) fn form(reader: &Reader, at: Timestamp, host: &TimeZone) -> Markup {
    html! {
        form.form.asking.zones method="get" action=(reader.href_in(reader.language, &reader.path))
            data-your-time=(reader.say_with("ui-your-time", [("place", "{place}".to_owned())])) {
            @for (name, value) in kept(&reader.query) { input type="hidden" name=(name) value=(value); }
            (choice(reader, at, host))
            p.send { button.button.quiet type="submit" { (reader.say("agenda-zone-show")) } }
        }
    }
}

/// The same beside a form that was given back: what was written there travels along, in no address.
pub(super) fn form_beside(reader: &Reader, at: Timestamp, host: &TimeZone, action: &str, written: &Filled) -> Markup {
    html! {
        form.form.asking.zones method="post" action=(reader.href_in(reader.language, action))
            data-your-time=(reader.say_with("ui-your-time", [("place", "{place}".to_owned())])) {
            @for (name, value) in written.pairs().filter(|(name, _)| !["zone", SHOW.0].contains(name)) {
                input type="hidden" name=(name) value=(value);
            }
            (choice(reader, at, host))
            p.send { button.button.quiet type="submit" name=(SHOW.0) value=(SHOW.1) { (reader.say("agenda-zone-show")) } }
        }
    }
}

fn choice(reader: &Reader, at: Timestamp, host: &TimeZone) -> Markup {
    let shown = reader.zone_name().or_else(|| host.iana_name().map(str::to_owned)).unwrap_or_default();
    let mut options: Vec<(String, &str)> =
        ZONES.iter().map(|name| (label(reader.city(name), name, at), *name)).collect();
    if !ZONES.contains(&shown.as_str()) && !shown.is_empty() {
        options.push((label(reader.city(&shown), &shown, at), &shown));
    }
    options.sort();
    html! {
        div.field {
            label for="zone" { (reader.say("agenda-zone")) }
            select id="zone" name="zone" data-own-zone {
                @for (label, name) in &options { option value=(name) selected[*name == shown] { (label) } }
            }
        }
    }
}

/// `Copenhagen (UTC+01)`: the city, and what its clocks are off at that moment.
fn label(city: String, name: &str, at: Timestamp) -> String {
    match TimeZone::get(name) {
        Ok(zone) => format!("{city} (UTC{})", zone.to_offset(at)),
        Err(_) => city,
    }
}

/// The pairs of a query of our own making: keys and words without signs that an address would have to encode.
fn kept(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|it| it.split_once('=')).filter(|(_, value)| !value.contains(['%', '+']))
}

/// The zone of a name that a browser sent, if there is one.
pub(super) fn known(name: &str) -> Option<String> {
    (name.len() <= 64).then(|| TimeZone::get(name).ok())?.and_then(|it| it.iana_name().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_to_choose_from_is_known() {
        for name in ZONES {
            assert!(TimeZone::get(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_zone_says_what_its_clocks_are_off_on_the_day_itself() {
        assert_eq!(
            label("Copenhagen".to_owned(), "Europe/Copenhagen", "2025-10-23T07:00:00Z".parse().unwrap()),
            "Copenhagen (UTC+02)"
        );
        assert_eq!(
            label("Copenhagen".to_owned(), "Europe/Copenhagen", "2025-10-28T08:00:00Z".parse().unwrap()),
            "Copenhagen (UTC+01)"
        );
    }
}
