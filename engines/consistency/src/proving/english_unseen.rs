//! English reports held out: other words than the rules were written on, and much in them is no statement of the record.

use super::dates::{american, english, english_range, english_weekday, short};
use super::telling::{Slot, Telling};
use super::world::World;

/// Tells an edition.
pub(super) fn tell(it: &mut Telling, world: &World) {
    opening(it, world);
    summit(it, world);
    training(it, world);
    series(it, world);
    workshop(it, world);
    closing(it, world);
}

fn opening(it: &mut Telling, world: &World) {
    let year = world.record.from.year();
    it.say(format!("# Annual account {year}\n\n"));
    it.say("Five years ago nobody in 12 ministries had heard of us; the 3rd conference of 2019 changed that. ");
    it.say("Two things matter in what follows: trust, and the 195 countries of the world.\n\n");
    it.say("## Key figures\n\n| What | How many |\n|---|---|\n");
    it.say("| Candidates | ").at_least(world.applicants, "", "+ applicants").say(" |\n");
    it.say("| Cohort | ").count(world.training_people + world.workshop_people).say(" participants |\n\n");
}

fn training(it: &mut Telling, world: &World) {
    it.say("## The training\n\nAll of them were under 35 and spoke one of six languages. ");
    match it.chance.below(2) {
        0 => {
            it.say("No fewer than ")
                .at_least(world.applicants, "", "")
                .say(" applicants had hoped for a seat; the jury admitted ");
            it.count(world.training_people)
                .say(" participants, citizens of ")
                .count(world.training_countries)
                .say(" countries in two regions. ")
        }
        _ => {
            it.say("With ").count(world.training_people).say(" participants and ").count(world.training_countries);
            it.say(" countries around the same screen, the training was the largest so far. ");
            it.say("Places had been sought by ").at_least(world.applicants, "over ", "").say(" applicants. ")
        }
    };
    it.say("Lessons started on ").day(world.training.0, |a| format!("{} {}", english(a), a.year())).say(". ");
    let (a, b) = (world.sessions[0], world.sessions[2]);
    it.say("Webinars open to the public were held on ")
        .weekday(a, |it| english_weekday(it).to_owned())
        .say(format!(" {}", english(a)));
    it.say(" and on ").weekday(b, |it| english_weekday(it).to_owned()).say(format!(" {}. ", english(b)));
    it.say("For most, the training ")
        .or(Slot::Tense, "was organised", "will be organised")
        .say(" around their working hours.\n\n");
}

fn summit(it: &mut Telling, world: &World) {
    it.say("## The summit\n\nThe Youth Summit on Science Diplomacy (");
    it.days(world.summit, |a, b| english_range(a, b, "–"))
        .say(format!(", {}) was the heart of the year. ", world.town.0));
    let number = world.summit_people;
    it.say("Of those trained, ")
        .count(number)
        .say(" participants travelled there, at their own pace and by 4 means of transport. ");
    it.say("After three long nights the text had its ").count(world.recommendations).say(" recommendations. ");
    it.say("Ambassador ").name(world.summit_speaker).say(" received it. ");
    it.say("As in 2019, the meeting was prepared ")
        .or(Slot::Tier, "in close partnership with", "with earmarked funding from")
        .say(" the ");
    it.name(world.summit_partner.0).say(", to whom we owe much.\n\n");
    it.say("The youth communiqué ")
        .or(Slot::Tense, "was then presented", "will soon be presented")
        .say(" in the 7th hall of the old port.\n\n");
}

fn series(it: &mut Telling, world: &World) {
    let count = world.count();
    it.say("## Country Workshop Series\n\nWe ran ").count(count).say(" series. Together they make ");
    it.count(count * world.webinars_each).say(" webinars, every one of them recorded.\n\n");
    for one in &world.series {
        it.say(format!("- **{}** (", one.country.0))
            .days((one.from, one.to), |a, b| format!("{} to {}", short(a), short(b)));
        it.say("): ")
            .count(world.webinars_each)
            .say(" webinars, ")
            .or(Slot::Tier, "hosted by", "supported by")
            .say(" the ")
            .name(one.host.0);
        it.say("; first speaker: ").name(one.speaker).say(".\n");
    }
    it.say("\n");
}

fn workshop(it: &mut Telling, world: &World) {
    it.say("## Workshop for Young Researchers\n\nFrom ")
        .days(world.workshop, |a, b| format!("{} to {}", american(a), american(b)));
    it.say(format!(", a hotel in {} was home to ", world.workshop_town.0)).count(world.workshop_people);
    it.say(" participants and their questions. Three of them had met before.\n\n");
}

fn closing(it: &mut Telling, world: &World) {
    it.say("## Next steps\n\nOur ecosystem reports ").or(
        Slot::Tense,
        "are being edited and will be released",
        "have since been released",
    );
    it.say(" as a set. The long-awaited trainers’ handbook ")
        .or(Slot::Tense, "is due", "has been issued")
        .say(" in May. ");
    it.say("All recordings ")
        .or(Slot::Tense, "were posted", "are to be posted")
        .say(" within 2 days of a session.\n\n");
    it.say("## ").or(Slot::Tier, "With earmarked contributions from", "With general contributions from").say("\n\n");
    it.name(world.funders[0].0).say(" · ").name(world.funders[1].0).say("\n\n## ");
    it.or(Slot::Tier, "General funders", "Earmarked funders").say("\n\n").name(world.general.0).say("\n");
}
