//! English reports, in the words on which the rules were written.

use super::dates::{american, english, english_range, english_weekday, short, short_weekday};
use super::telling::{Slot, Telling};
use super::world::{Series, World};

/// Tells an edition.
pub(super) fn tell(it: &mut Telling, world: &World) {
    key_facts(it, world);
    umbrella(it, world);
    for one in &world.series {
        series(it, world, one);
    }
    training(it, world);
    timetable(it, world);
    summit(it, world);
    workshop(it, world);
    results(it, world);
    thanks(it, world);
}

fn key_facts(it: &mut Telling, world: &World) {
    it.say("# A year of science diplomacy\n\n## In brief\n\n");
    let total = world.training_people + world.workshop_people;
    match it.chance.below(3) {
        0 => it.say("- ").count(total).say(" participants\n"),
        1 => {
            it.say("- ").count(total).say(" participants: ").count(world.training_people).say(" in the training and ");
            it.count(world.workshop_people).say(" in the workshop\n")
        }
        _ => it.say("- In all, ").count(total).say(" participants took part.\n"),
    };
    it.say("- ").at_least(world.applicants, "", "+").say(" applicants\n");
    it.say("- **Online Training on Science Diplomacy**\n");
    it.days(world.training, |a, b| format!("{} – {}", short(a), short(b))).say(" | Online\n");
    it.say("- **Youth Summit on Science Diplomacy**\n");
    it.days(world.summit, |a, b| format!("{} - {}", short(a), short(b))).say(format!(" | {}\n\n", world.town.0));
}

fn umbrella(it: &mut Telling, world: &World) {
    let (first, last) = (world.series[0].from, world.series[world.series.len() - 1].to);
    it.say("## Country Workshop Series | ").days((first, last), |a, b| english_range(a, b, " – ")).say(" | Online\n\n");
    let series = world.count();
    match it.chance.below(3) {
        0 => {
            it.say("The Country Workshop Series consisted of ").count(series).say(" series with ");
            it.count(series * world.webinars_each).say(" webinars. ")
        }
        1 => {
            it.say("Over the months, ").count(series * world.webinars_each).say(" webinars were held in the ");
            it.count(series).say(" series. ")
        }
        _ => it
            .say("In total, the ")
            .count(series)
            .say(" series offered ")
            .count(series * world.webinars_each)
            .say(" webinars. "),
    };
    match it.chance.below(2) {
        0 => it.say("Each country was the subject of ").count(world.webinars_each).say(" webinars.\n\n"),
        _ => it.say("There were ").count(world.webinars_each).say(" webinars for each country.\n\n"),
    };
}

fn series(it: &mut Telling, world: &World, one: &Series) {
    let country = one.country.0;
    match it.chance.below(2) {
        0 => it
            .say(format!("### {} | ", country.to_uppercase()))
            .days((one.from, one.to), |a, b| english_range(a, b, "-").to_uppercase()),
        _ => it.say(format!("### {country}, ")).days((one.from, one.to), |a, b| english_range(a, b, " to ")),
    };
    it.say("\n\n");
    match it.chance.below(2) {
        0 => {
            it.say("The first webinar was held on ").day(one.from, |a| format!("{} {}", english(a), a.year())).say(". ")
        }
        _ => {
            let from = one.from;
            it.say("The series began on ").weekday(from, |it| english_weekday(it).to_owned()).say(format!(
                ", {} {}. ",
                english(from),
                from.year()
            ))
        }
    };
    match it.chance.below(2) {
        0 => it.say("It comprised ").count(world.webinars_each).say(" webinars. "),
        _ => it.say("Its ").count(world.webinars_each).say(" webinars were open to everybody. "),
    };
    match it.chance.below(2) {
        0 => it
            .say("The series was organised ")
            .or(Slot::Tier, "in partnership with", "with earmarked funding from")
            .say(" the "),
        _ => it.say("It was ").or(Slot::Tier, "hosted by", "funded by").say(" the "),
    };
    it.name(one.host.0).say(". The welcome address was given by Dr ").name(one.speaker).say(".\n\n");
}

fn training(it: &mut Telling, world: &World) {
    it.say("## Online Training on Science Diplomacy\n\n");
    match it.chance.below(2) {
        0 => it.say("The training took place from ").days(world.training, |a, b| english_range(a, b, " to ")).say(". "),
        _ => {
            it.say("The training began on ").day(world.training.0, american).say(" and ended on ");
            it.day(world.training.1, english).say(". ")
        }
    };
    match it.chance.below(2) {
        0 => {
            it.say("In total, ")
                .count(world.training_people)
                .say(" participants from ")
                .count(world.training_countries);
            it.say(" countries, selected from ").at_least(world.applicants, "", "+").say(" applicants, joined it. ")
        }
        _ => {
            it.say("From ")
                .at_least(world.applicants, "more than ", "")
                .say(" applicants, ")
                .count(world.training_people);
            it.say(" young participants were chosen; they came from ")
                .count(world.training_countries)
                .say(" countries. ")
        }
    };
    it.say("The training ").or(Slot::Tense, "was held", "will be held").say(" online.\n\n");
}

fn timetable(it: &mut Telling, world: &World) {
    it.say("| Week | Session |\n|---|---|\n");
    for (week, day) in world.sessions.clone().into_iter().enumerate() {
        it.say(format!("| Week {} | ", week + 1));
        match it.chance.below(2) {
            0 => it.weekday(day, |it| short_weekday(it).to_owned()).say(format!(", {} Webinar |\n", short(day))),
            _ => it.day(day, short).say(" Webinar |\n"),
        };
    }
    it.say("\n");
}

fn summit(it: &mut Telling, world: &World) {
    it.say("## Youth Summit on Science Diplomacy | ").days(world.summit, |a, b| english_range(a, b, "-"));
    it.say(format!(" | {}\n\n", world.town.0));
    it.count(world.summit_people).say(" participants were invited to the Youth Summit, organised ");
    it.or(Slot::Tier, "in partnership with", "with earmarked funding from")
        .say(" the ")
        .name(world.summit_partner.0)
        .say(". ");
    let length = i64::from((world.summit.1 - world.summit.0).get_days()) + 1;
    match it.chance.below(2) {
        0 => it.say("At the end of the ").count(length).say("-day summit they agreed on "),
        _ => it.say("On the last day they adopted "),
    };
    it.count(world.recommendations)
        .say(" recommendations. The summit was opened by Prof. ")
        .name(world.summit_speaker)
        .say(". ");
    let last = world.summit.1;
    it.say("It closed on ").weekday(last, |it| english_weekday(it).to_owned()).say(format!(" {}.\n\n", english(last)));
}

fn workshop(it: &mut Telling, world: &World) {
    it.say("## Workshop for Young Researchers\n\nThe Workshop for Young Researchers was held ");
    it.days(world.workshop, |a, b| format!("from {} to {}", english(a), english(b)))
        .say(format!(" in {}. ", world.workshop_town.0));
    it.say("It gathered ").count(world.workshop_people).say(" participants.\n\n");
}

fn results(it: &mut Telling, _world: &World) {
    it.say("## What came of it\n\n");
    match it.chance.below(2) {
        0 => {
            it.say("The youth communiqué ").or(Slot::Tense, "was delivered", "will be delivered").say(" to ministers. ")
        }
        _ => it.say("The youth communiqué ").or(Slot::Tense, "was adopted", "is to be adopted").say(" by all. "),
    };
    it.say("The recordings ").or(Slot::Tense, "have been published", "will be published").say(" on the website. ");
    match it.chance.below(2) {
        0 => {
            it.say("The ecosystem reports ").or(Slot::Tense, "will be published", "were published").say(" in spring. ")
        }
        _ => it
            .say("The ecosystem reports ")
            .or(Slot::Tense, "are to be published", "have been published")
            .say(" next. "),
    };
    it.say("The trainers’ handbook ").or(Slot::Tense, "will appear", "came out").say(" later.\n\n");
}

fn thanks(it: &mut Telling, world: &World) {
    it.say("## ").or(Slot::Tier, "Earmarked funders", "General funders").say("\n\n");
    for funder in &world.funders {
        it.say("- ").name(funder.0).say("\n");
    }
    it.say("\n## ").or(Slot::Tier, "General funders", "Supporters").say("\n\n- ").name(world.general.0).say("\n");
}
