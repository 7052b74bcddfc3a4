//! French reports as a letter: another order, plain capitals for headings.

use super::dates::{french, french_range, french_weekday};
use super::telling::{Slot, Telling};
use super::world::{Series, World};

/// Tells an edition.
pub(super) fn tell(it: &mut Telling, world: &World) {
    it.say("Chère lectrice, cher lecteur, voici ce que l’année a donné.\n\n");
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
    it.say("FORMATION EN LIGNE À LA DIPLOMATIE SCIENTIFIQUE\n\n");
    it.say("Organisée ").days(world.training, |a, b| format!("du {}", french_range(a, b, " au ")));
    it.say(", la formation a accueilli ")
        .count(world.training_people)
        .say(" participants en début de carrière. Originaires de ");
    it.count(world.training_countries).say(" pays, ils l’ont emporté sur un ensemble d’");
    it.at_least(world.applicants, "au moins ", "").say(" candidats. ");
    let day = world.sessions[1];
    it.say("Un deuxième webinaire a suivi le ")
        .weekday(day, |it| french_weekday(it).to_owned())
        .say(format!(" {}. ", french(day)));
    it.say("La formation ").or(Slot::Tense, "a eu lieu", "aura lieu").say(" entièrement à distance.\n\n");
}

fn summit(it: &mut Telling, world: &World) {
    it.say("SOMMET DE LA JEUNESSE SUR LA DIPLOMATIE SCIENTIFIQUE\n\n");
    it.say(format!("À {}, entre le ", world.town.1))
        .days(world.summit, |a, b| format!("{} et le {}", french(a), french(b)));
    it.say(", le sommet a réuni ").count(world.summit_people).say(" participants parmi les plus engagés. ");
    it.say("Leur déclaration compte ")
        .count(world.recommendations)
        .say(" recommandations concrètes. Mme ")
        .name(world.summit_speaker);
    it.say(" a animé les débats. Le sommet a été ")
        .or(Slot::Tier, "conçu en partenariat avec", "cofinancé par")
        .say(" l’")
        .name(world.summit_partner.1);
    it.say(format!(". Les portes de {} se sont ouvertes le ", world.town.1));
    let first = world.summit.0;
    it.weekday(first, |it| french_weekday(it).to_owned()).say(format!(" {}.\n\n", french(first)));
}

fn series(it: &mut Telling, world: &World, one: &Series) {
    it.say(format!("{} : ", one.country.1.to_uppercase()))
        .days((one.from, one.to), |a, b| format!("du {}", french_range(a, b, " au ")).to_uppercase())
        .say("\n\n");
    it.count(world.webinars_each).say(" webinaires animés ont mené le public des ministères aux laboratoires. ");
    it.name(one.speaker).say(" a prononcé la conférence d’ouverture. Nous avons travaillé ");
    it.or(Slot::Tier, "en partenariat avec", "grâce à la contribution affectée de")
        .say(" l’")
        .name(one.host.1)
        .say(" du début à la fin.\n\n");
}

fn workshop(it: &mut Telling, world: &World) {
    it.say("ATELIER POUR JEUNES CHERCHEURS\n\nUn petit cercle de ").count(world.workshop_people);
    it.say(" participants s’est réuni ")
        .days(world.workshop, |a, b| format!("du {}", french_range(a, b, " au ")))
        .say(".\n\n");
}

fn balance(it: &mut Telling, world: &World) {
    let total = world.training_people + world.workshop_people;
    it.say("OÙ NOUS EN SOMMES\n\nL’année a compté ")
        .count(total)
        .say(" participants en tout. Le communiqué de la jeunesse ");
    it.or(Slot::Tense, "fut présenté", "doit être présenté").say(" à la conférence. Nos rapports sur les écosystèmes ");
    it.or(Slot::Tense, "sont prévus", "ont paru").say(" pour le prochain appel. Un manuel des formateurs ");
    it.or(Slot::Tense, "suivra", "a été imprimé").say(".\n\n");
}

fn thanks(it: &mut Telling, world: &World) {
    it.or(Slot::Tier, "FINANCEMENTS AFFECTÉS", "FINANCEMENTS GÉNÉRAUX").say(" :\n\n");
    for funder in world.funders.iter().rev() {
        it.name(funder.1).say("\n\n");
    }
    it.or(Slot::Tier, "FINANCEMENTS GÉNÉRAUX", "FINANCEMENTS AFFECTÉS").say(" :\n\n").name(world.general.1).say("\n");
}
