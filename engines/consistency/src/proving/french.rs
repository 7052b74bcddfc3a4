//! French reports, in the words on which the rules were written.

use super::dates::{french, french_range, french_weekday};
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
    results(it);
    thanks(it, world);
}

fn key_facts(it: &mut Telling, world: &World) {
    it.say("# Une année de diplomatie scientifique\n\n## En bref\n\n");
    let total = world.training_people + world.workshop_people;
    match it.chance.below(3) {
        0 => it.say("- ").count(total).say(" participants\n"),
        1 => {
            it.say("- ").count(total).say(" participants : ").count(world.training_people).say(" à la formation et ");
            it.count(world.workshop_people).say(" à l’atelier\n")
        }
        _ => it.say("- Au total, ").count(total).say(" participants ont pris part au programme.\n"),
    };
    it.say("- ").at_least(world.applicants, "plus de ", "").say(" candidats\n");
    it.say("- **Formation en ligne à la diplomatie scientifique**\n");
    it.days(world.training, |a, b| format!("{} – {}", french(a), french(b))).say(" | En ligne\n");
    it.say("- **Sommet de la jeunesse sur la diplomatie scientifique**\n");
    it.days(world.summit, |a, b| format!("du {}", french_range(a, b, " au "))).say(format!(" | {}\n\n", world.town.1));
}

fn umbrella(it: &mut Telling, world: &World) {
    let (first, last) = (world.series[0].from, world.series[world.series.len() - 1].to);
    it.say("## Série d’ateliers par pays | ")
        .days((first, last), |a, b| french_range(a, b, " – "))
        .say(" | En ligne\n\n");
    let series = world.count();
    match it.chance.below(2) {
        0 => {
            it.say("Au total, ").count(series * world.webinars_each).say(" webinaires ont eu lieu dans les ");
            it.count(series).say(" séries. ")
        }
        _ => it
            .say("Les ")
            .count(series)
            .say(" séries comptaient ")
            .count(series * world.webinars_each)
            .say(" webinaires. "),
    };
    match it.chance.below(2) {
        0 => it.say("Chaque pays a fait l’objet de ").count(world.webinars_each).say(" webinaires.\n\n"),
        _ => it.say("Le programme prévoyait ").count(world.webinars_each).say(" webinaires par pays.\n\n"),
    };
}

fn series(it: &mut Telling, world: &World, one: &Series) {
    let country = one.country.1;
    match it.chance.below(2) {
        0 => it
            .say(format!("### {} | ", country.to_uppercase()))
            .days((one.from, one.to), |a, b| french_range(a, b, "-").to_uppercase()),
        _ => it
            .say(format!("### {country}, "))
            .days((one.from, one.to), |a, b| format!("du {}", french_range(a, b, " au "))),
    };
    it.say("\n\n");
    match it.chance.below(2) {
        0 => it
            .say("Le premier webinaire s’est tenu le ")
            .day(one.from, |a| format!("{} {}", french(a), a.year()))
            .say(". "),
        _ => {
            let from = one.from;
            it.say("La série a commencé le ").weekday(from, |it| french_weekday(it).to_owned()).say(format!(
                " {} {}. ",
                french(from),
                from.year()
            ))
        }
    };
    it.say("Ses ").count(world.webinars_each).say(" webinaires étaient ouverts à tous. ");
    match it.chance.below(2) {
        0 => it
            .say("La série a été organisée ")
            .or(Slot::Tier, "en partenariat avec", "avec la contribution affectée de")
            .say(" l’"),
        _ => it.say("Elle a été ").or(Slot::Tier, "accueillie par", "financée par").say(" l’"),
    };
    it.name(one.host.1).say(". Le mot de bienvenue a été prononcé par ").name(one.speaker).say(".\n\n");
}

fn training(it: &mut Telling, world: &World) {
    it.say("## Formation en ligne à la diplomatie scientifique\n\n");
    match it.chance.below(2) {
        0 => it
            .say("La formation s’est déroulée ")
            .days(world.training, |a, b| format!("du {}", french_range(a, b, " au ")))
            .say(". "),
        _ => {
            it.say("La formation a débuté le ").day(world.training.0, french).say(" et s’est achevée le ");
            it.day(world.training.1, french).say(". ")
        }
    };
    match it.chance.below(2) {
        0 => {
            it.say("Elle a réuni ")
                .count(world.training_people)
                .say(" participants de ")
                .count(world.training_countries);
            it.say(" pays, choisis parmi ").at_least(world.applicants, "plus de ", "").say(" candidats. ")
        }
        _ => {
            it.say("Parmi ")
                .at_least(world.applicants, "plus de ", "")
                .say(" candidats, ")
                .count(world.training_people);
            it.say(" jeunes participants ont été retenus ; ils venaient de ")
                .count(world.training_countries)
                .say(" pays. ")
        }
    };
    it.say("La formation ").or(Slot::Tense, "s’est tenue", "se tiendra").say(" en ligne.\n\n");
}

fn timetable(it: &mut Telling, world: &World) {
    it.say("| Semaine | Séance |\n|---|---|\n");
    for (week, day) in world.sessions.clone().into_iter().enumerate() {
        it.say(format!("| Semaine {} | ", week + 1));
        match it.chance.below(2) {
            0 => it.weekday(day, |it| french_weekday(it).to_owned()).say(format!(" {}, webinaire |\n", french(day))),
            _ => it.day(day, french).say(" : webinaire |\n"),
        };
    }
    it.say("\n");
}

fn summit(it: &mut Telling, world: &World) {
    it.say("## Sommet de la jeunesse sur la diplomatie scientifique | ");
    it.days(world.summit, |a, b| format!("du {}", french_range(a, b, " au "))).say(format!(" | {}\n\n", world.town.1));
    it.count(world.summit_people)
        .say(" participants ont été invités au Sommet de la jeunesse sur la diplomatie scientifique, organisé ");
    it.or(Slot::Tier, "en partenariat avec", "avec la contribution affectée de")
        .say(" l’")
        .name(world.summit_partner.1)
        .say(". ");
    let length = i64::from((world.summit.1 - world.summit.0).get_days()) + 1;
    match it.chance.below(2) {
        0 => it.say("À la fin de ce sommet de ").count(length).say(" jours, ils ont adopté "),
        _ => it.say("Le dernier jour, ils ont adopté "),
    };
    it.count(world.recommendations)
        .say(" recommandations. Le sommet a été ouvert par ")
        .name(world.summit_speaker)
        .say(". ");
    let last = world.summit.1;
    it.say("Il s’est achevé le ")
        .weekday(last, |it| french_weekday(it).to_owned())
        .say(format!(" {}.\n\n", french(last)));
}

fn workshop(it: &mut Telling, world: &World) {
    it.say("## Atelier pour jeunes chercheurs\n\nL’Atelier pour jeunes chercheurs s’est tenu ");
    it.days(world.workshop, |a, b| format!("du {}", french_range(a, b, " au ")))
        .say(format!(" à {}. ", world.workshop_town.1));
    it.say("Il a rassemblé ").count(world.workshop_people).say(" participants.\n\n");
}

fn results(it: &mut Telling) {
    it.say("## Ce qui en est sorti\n\n");
    match it.chance.below(2) {
        0 => {
            it.say("Le communiqué de la jeunesse ").or(Slot::Tense, "a été remis", "sera remis").say(" aux ministres. ")
        }
        _ => it.say("Le communiqué de la jeunesse ").or(Slot::Tense, "a été adopté", "sera adopté").say(" par tous. "),
    };
    it.say("Les enregistrements ").or(Slot::Tense, "ont été publiés", "seront publiés").say(" sur le site. ");
    match it.chance.below(2) {
        0 => it
            .say("Les rapports sur les écosystèmes ")
            .or(Slot::Tense, "seront publiés", "ont été publiés")
            .say(" au printemps. "),
        _ => it.say("Les rapports sur les écosystèmes ").or(Slot::Tense, "paraîtront", "sont parus").say(" ensuite. "),
    };
    it.say("Le manuel des formateurs ").or(Slot::Tense, "sera publié", "a été publié").say(" plus tard.\n\n");
}

fn thanks(it: &mut Telling, world: &World) {
    it.say("## ").or(Slot::Tier, "Contributions affectées", "Contributeurs généraux").say("\n\n");
    for funder in &world.funders {
        it.say("- ").name(funder.1).say("\n");
    }
    it.say("\n## ").or(Slot::Tier, "Contributeurs généraux", "Soutiens").say("\n\n- ").name(world.general.1).say("\n");
}
