//! The order of elements, which the schema fixes.

use std::io;

use jiff::civil::Date;

use super::activity::{Activities, Activity, Contact, Document, Participant, Place, Reporter, Sector};
use super::codes::DescriptionType;
use super::result::{ActivityResult, Baseline, Indicator, Period, Value};
use super::share::Share;
use super::words::Words;
use super::xml::{Xml, is, may};

/// The whole file.
pub(super) fn file(activities: &Activities) -> io::Result<String> {
    let mut xml = Xml::begin();
    let generated = activities.generated.to_string();
    xml.element("iati-activities", &[is("version", "2.03"), is("generated-datetime", generated)], |xml| {
        for (_, words) in activities.invented.iter().flat_map(Words::iter) {
            xml.comment(words);
        }
        for it in &activities.activities {
            activity(xml, it, activities.invented.as_ref());
        }
    });
    xml.finish()
}

fn activity(xml: &mut Xml, it: &Activity, invented: Option<&Words>) {
    let attributes = [
        may("last-updated-datetime", it.updated.map(|it| it.to_string())),
        is("xml:lang", it.language.as_str()),
        is("hierarchy", it.depth.to_string()),
    ];
    xml.element("iati-activity", &attributes, |xml| {
        if let Some((_, words)) = invented.and_then(|it| it.iter().next()) {
            xml.comment(words);
        }
        xml.text("iati-identifier", &[], &it.identifier);
        reporter(xml, &it.reporter);
        it.title.write_as(xml, "title");
        let marks = invented.map(|words| (DescriptionType::Other, words));
        for (kind, words) in it.descriptions.iter().map(|it| (it.kind, &it.words)).chain(marks) {
            xml.element("description", &[is("type", kind.code())], |xml| words.write(xml));
        }
        it.organisations.iter().for_each(|it| participant(xml, it));
        xml.empty("activity-status", &[is("code", it.status.code())]);
        for (kind, date) in &it.dates {
            xml.empty("activity-date", &[is("type", kind.code()), day(*date)]);
        }
        it.contact.iter().for_each(|it| contact(xml, it));
        code(xml, "activity-scope", it.scope.map(super::ActivityScope::code));
        for (code, share) in &it.countries {
            xml.empty("recipient-country", &[is("code", code), percentage(*share)]);
        }
        for (code, share) in &it.regions {
            xml.empty("recipient-region", &[is("code", code), is("vocabulary", "1"), percentage(*share)]);
        }
        it.places.iter().for_each(|it| place(xml, it));
        it.sectors.iter().for_each(|it| sector(xml, it));
        code(xml, "default-flow-type", it.flow_type.as_deref());
        code(xml, "default-finance-type", it.finance_type.as_deref());
        code(xml, "default-aid-type", it.aid_type.as_deref());
        it.documents.iter().for_each(|it| document(xml, it));
        for (relation, other) in &it.related {
            xml.empty("related-activity", &[is("ref", other), is("type", relation.code())]);
        }
        it.results.iter().for_each(|it| result(xml, it));
    });
}

fn reporter(xml: &mut Xml, it: &Reporter) {
    let second_hand = it.second_hand.then_some("1");
    let attributes = [is("ref", &it.identifier), is("type", it.kind.code()), may("secondary-reporter", second_hand)];
    xml.element("reporting-org", &attributes, |xml| it.name.write(xml));
}

fn participant(xml: &mut Xml, it: &Participant) {
    let attributes = [
        may("ref", it.identifier.as_deref()),
        may("type", it.kind.map(super::OrganisationType::code)),
        is("role", it.role.code()),
    ];
    xml.element("participating-org", &attributes, |xml| it.name.write(xml));
}

fn contact(xml: &mut Xml, it: &Contact) {
    // 1: general enquiries.
    xml.element("contact-info", &[is("type", "1")], |xml| {
        it.organisation.write_as(xml, "organisation");
        it.department.write_as(xml, "department");
        for (name, text) in [("telephone", &it.telephone), ("email", &it.email), ("website", &it.website)] {
            if let Some(text) = text {
                xml.text(name, &[], text);
            }
        }
        it.address.write_as(xml, "mailing-address");
    });
}

fn place(xml: &mut Xml, it: &Place) {
    xml.element("location", &[is("ref", &it.key)], |xml| {
        it.name.write_as(xml, "name");
        if let Some((north, east)) = it.point {
            // The one system of coordinates that the standard allows.
            let system = [is("srsName", "http://www.opengis.net/def/crs/EPSG/0/4326")];
            xml.element("point", &system, |xml| xml.text("pos", &[], &format!("{north} {east}")));
        }
    });
}

fn sector(xml: &mut Xml, it: &Sector) {
    let attributes = [is("vocabulary", &it.vocabulary), is("code", &it.code), percentage(it.share)];
    if it.name.is_empty() {
        xml.empty("sector", &attributes);
    } else {
        xml.element("sector", &attributes, |xml| it.name.write(xml));
    }
}

fn document(xml: &mut Xml, it: &Document) {
    xml.element("document-link", &[is("format", &it.format), is("url", &it.url)], |xml| {
        it.title.write_as(xml, "title");
        it.description.write_as(xml, "description");
        it.categories.iter().for_each(|it| code(xml, "category", Some(it)));
        it.languages.iter().for_each(|it| code(xml, "language", Some(it)));
        it.date.iter().for_each(|it| xml.empty("document-date", &[day(*it)]));
    });
}

fn result(xml: &mut Xml, it: &ActivityResult) {
    xml.element("result", &[is("type", it.kind.code()), aggregation(it.adds_up)], |xml| {
        it.title.write_as(xml, "title");
        it.description.write_as(xml, "description");
        it.documents.iter().for_each(|it| document(xml, it));
        it.indicators.iter().for_each(|it| indicator(xml, it));
    });
}

fn indicator(xml: &mut Xml, it: &Indicator) {
    let attributes = [is("measure", it.measure.code()), is("ascending", flag(it.ascending)), aggregation(it.adds_up)];
    xml.element("indicator", &attributes, |xml| {
        it.title.write_as(xml, "title");
        it.description.write_as(xml, "description");
        it.documents.iter().for_each(|it| document(xml, it));
        for it in &it.references {
            let address = may("indicator-uri", it.address.as_deref());
            xml.empty("reference", &[is("vocabulary", &it.vocabulary), is("code", &it.code), address]);
        }
        it.baselines.iter().for_each(|it| baseline(xml, it));
        it.periods.iter().for_each(|it| period(xml, it));
    });
}

fn baseline(xml: &mut Xml, it: &Baseline) {
    let attributes = [
        is("year", it.year.to_string()),
        may("iso-date", it.date.map(|it| it.to_string())),
        may("value", it.value.value.as_deref()),
    ];
    xml.element("baseline", &attributes, |xml| {
        parts(xml, &it.value);
        // Here, and here alone, the schema puts the documents before the comment.
        it.value.documents.iter().for_each(|it| document(xml, it));
        it.value.comment.write_as(xml, "comment");
    });
}

fn period(xml: &mut Xml, it: &Period) {
    xml.element("period", &[], |xml| {
        xml.empty("period-start", &[day(it.from)]);
        xml.empty("period-end", &[day(it.to)]);
        for (name, values) in [("target", &it.targets), ("actual", &it.actuals)] {
            for it in values {
                xml.element(name, &[may("value", it.value.as_deref())], |xml| {
                    parts(xml, it);
                    it.comment.write_as(xml, "comment");
                    it.documents.iter().for_each(|it| document(xml, it));
                });
            }
        }
    });
}

/// Where and whom a value is about.
fn parts(xml: &mut Xml, it: &Value) {
    for key in &it.places {
        xml.empty("location", &[is("ref", key)]);
    }
    for (name, part) in &it.dimensions {
        xml.empty("dimension", &[is("name", name), is("value", part)]);
    }
}

fn code(xml: &mut Xml, name: &'static str, code: Option<&str>) {
    if let Some(code) = code {
        xml.empty(name, &[is("code", code)]);
    }
}

fn day(date: Date) -> super::xml::Attribute<'static> {
    is("iso-date", date.to_string())
}

fn percentage(share: Option<Share>) -> super::xml::Attribute<'static> {
    may("percentage", share.map(|it| it.to_string()))
}

fn aggregation(adds_up: Option<bool>) -> super::xml::Attribute<'static> {
    may("aggregation-status", adds_up.map(flag))
}

const fn flag(yes: bool) -> &'static str {
    if yes { "1" } else { "0" }
}
