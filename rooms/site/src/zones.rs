//! In which zone times are shown: a form that works without script, and the words that the page's script needs.

use ui::{Markup, Reader, html};

/// Zones that many readers live in, from west to east; whoever lives elsewhere writes `?zone=` or has a script.
const ZONES: &[&str] = &[
    "UTC",
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Brussels",
    "Europe/Copenhagen",
    "Europe/Paris",
    "Europe/Warsaw",
    "Europe/Athens",
    "Europe/Bucharest",
    "Europe/Helsinki",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Tashkent",
    "Asia/Karachi",
    "Asia/Almaty",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Ho_Chi_Minh",
    "Asia/Jakarta",
    "Asia/Kuala_Lumpur",
    "Asia/Manila",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Ulaanbaatar",
    "Australia/Perth",
    "Asia/Seoul",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
];

/// Shows this very page with its times in another zone.
pub(crate) fn form(reader: &Reader) -> Markup {
    let asked = reader.zone_name();
    let known = asked.as_deref().is_none_or(|it| ZONES.contains(&it));
    html! {
        form.form.asking.zones method="get" action=(reader.href_in(reader.language, &reader.path))
            data-your-time=(reader.say_with("ui-your-time", [("place", "{place}".to_owned())])) {
            @for (name, value) in pairs(&reader.query) { input type="hidden" name=(name) value=(value); }
            div.field {
                label for="shown-zone" { (reader.say("site-zone-label")) }
                select id="shown-zone" name="zone" data-own-zone {
                    @if asked.is_none() { option value="" selected { (reader.say("site-zone-host")) } }
                    @else { option value="" { (reader.say("site-zone-host")) } }
                    @if let Some(name) = asked.as_deref().filter(|_| !known) { option value=(name) selected { (reader.city(name)) } }
                    @for zone in ZONES { option value=(zone) selected[asked.as_deref() == Some(zone)] { (reader.city(zone)) } }
                }
            }
            p.send { button.button.quiet type="submit" { (reader.say("site-zone-show")) } }
        }
    }
}

/// What else stands in the address, so that a search keeps its words.
fn pairs(query: &str) -> Vec<(String, String)> {
    query.split('&').filter_map(|it| it.split_once('=')).map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn decoded(words: &str) -> String {
    let mut bytes = Vec::with_capacity(words.len());
    let mut rest = words.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = match (first, tail) {
            (b'%', [a, b, ..]) => std::str::from_utf8(&[*a, *b]).ok().and_then(|it| u8::from_str_radix(it, 16).ok()),
            _ => None,
        };
        rest = if hex.is_some() { &tail[2..] } else { tail };
        bytes.push(hex.unwrap_or(if *first == b'+' { b' ' } else { *first }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
