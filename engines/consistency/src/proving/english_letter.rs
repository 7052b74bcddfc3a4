//! English reports as a letter: another order, plain capitals for headings.

use super::dates::{american, english, english_range, english_weekday};
use super::telling::{Slot, Telling};
use super::world::{Series, World};

/// Tells an edition.
pub(super) fn tell(it: &mut Telling, world: &World) {
    it.say("Dear reader, this is what the year brought, told once and without haste.\n\n");
    training(it, world);
    summit(it, world);
    for one in world.series.iter().rev() {
        series(it, world, one);
    }
    workshop(it, world);
    balance(it, world);
    thanks(it, world);
}

fn training(it: &mut Telling, world: &World) {
    it.say("ONLINE TRAINING ON SCIENCE DIPLOMACY\n\n");
    it.say("Running from ").days(world.training, |a, b| format!("{} until {}", english(a), english(b)));
    it.say(", the training welcomed ")
        .count(world.training_people)
        .say(" early-career participants. They represented ");
    it.count(world.training_countries).say(" different countries and had prevailed over a field of ");
    it.at_least(world.applicants, "at least ", "").say(" applicants. ");
    let day = world.sessions[1];
    it.say("A second webinar followed on ")
        .weekday(day, |it| english_weekday(it).to_owned())
        .say(format!(", {}. ", american(day)));
    it.say("The training ").or(Slot::Tense, "took place", "will take place").say(" over the network alone.\n\n");
}

fn summit(it: &mut Telling, world: &World) {
    it.say("YOUTH SUMMIT ON SCIENCE DIPLOMACY\n\n");
    it.say(format!("In {}, between ", world.town.0))
        .days(world.summit, |a, b| format!("{} and {}", english(a), english(b)));
    it.say(", the summit convened ").count(world.summit_people).say(" of the most engaged participants. ");
    it.say("Its statement lists ")
        .count(world.recommendations)
        .say(" practical recommendations. Ms ")
        .name(world.summit_speaker);
    it.say(" moderated. The summit was planned and run ")
        .or(Slot::Tier, "in partnership with", "with the support of")
        .say(" ")
        .name(world.summit_partner.0);
    it.say(format!(". The doors of {} opened on ", world.town.0));
    let first = world.summit.0;
    it.weekday(first, |it| english_weekday(it).to_owned()).say(format!(" {}.\n\n", english(first)));
}

fn series(it: &mut Telling, world: &World, one: &Series) {
    it.say(format!("{}: ", one.country.0.to_uppercase()))
        .days((one.from, one.to), |a, b| english_range(a, b, " to ").to_uppercase())
        .say("\n\n");
    it.count(world.webinars_each)
        .say(format!(" lively webinars took listeners through the ministries and laboratories of {}. ", one.country.0));
    it.name(one.speaker).say(" gave the keynote. We worked ").or(
        Slot::Tier,
        "in partnership with",
        "thanks to an earmarked contribution from",
    );
    it.say(" ").name(one.host.0).say(" throughout.\n\n");
}

fn workshop(it: &mut Telling, world: &World) {
    it.say("WORKSHOP FOR YOUNG RESEARCHERS\n\nA small circle of ").count(world.workshop_people);
    it.say(" participants met ").days(world.workshop, |a, b| english_range(a, b, "–")).say(".\n\n");
}

fn balance(it: &mut Telling, world: &World) {
    let total = world.training_people + world.workshop_people;
    it.say("WHERE WE STAND\n\nAltogether the year counted ").count(total).say(" participants. The youth communiqué ");
    it.or(Slot::Tense, "was handed", "shall be presented").say(" to the conference. ASEF’s ecosystem reports ");
    it.or(Slot::Tense, "are expected to", "have already appeared and")
        .say(" inform the next call. A trainers’ handbook ");
    it.or(Slot::Tense, "will follow", "was printed").say(".\n\n");
}

fn thanks(it: &mut Telling, world: &World) {
    it.or(Slot::Tier, "EARMARKED CONTRIBUTIONS", "GENERAL CONTRIBUTORS").say(":\n\n");
    for funder in world.funders.iter().rev() {
        it.name(funder.0).say("\n\n");
    }
    it.or(Slot::Tier, "GENERAL CONTRIBUTORS", "EARMARKED CONTRIBUTIONS").say(":\n\n").name(world.general.0).say("\n");
}
