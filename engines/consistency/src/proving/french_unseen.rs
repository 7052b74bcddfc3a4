//! French reports held out: other words than the rules were written on, and much in them is no statement of the record.

use super::dates::{french, french_range, french_weekday};
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
    it.say(format!("# Bilan de l’année {year}\n\n"));
    it.say("Il y a cinq ans, personne dans 12 ministères n’avait entendu parler de nous ; la 3e conférence de 2019 a tout changé. ");
    it.say("Deux choses comptent dans ce qui suit : la confiance, et les 195 pays du monde.\n\n");
    it.say("## Chiffres clés\n\n| Quoi | Combien |\n|---|---|\n");
    it.say("| Candidatures | ").at_least(world.applicants, "plus de ", " candidats").say(" |\n");
    it.say("| Promotion | ").count(world.training_people + world.workshop_people).say(" participants |\n\n");
}

fn training(it: &mut Telling, world: &World) {
    it.say("## La formation\n\nTous avaient moins de 35 ans et parlaient l’une de six langues. ");
    match it.chance.below(2) {
        0 => {
            it.say("Quelque ")
                .at_least(world.applicants, "", "")
                .say(" candidats espéraient une place ; le jury a admis ");
            it.count(world.training_people)
                .say(" participants, citoyens de ")
                .count(world.training_countries)
                .say(" pays répartis sur deux régions. ")
        }
        _ => {
            it.say("Avec ").count(world.training_people).say(" participants et ").count(world.training_countries);
            it.say(" pays autour d’un même écran, la formation fut la plus grande à ce jour. ");
            it.say("Les places avaient été demandées par ")
                .at_least(world.applicants, "plus de ", "")
                .say(" candidats. ")
        }
    };
    it.say("Les cours ont commencé le ").day(world.training.0, |a| format!("{} {}", french(a), a.year())).say(". ");
    let (a, b) = (world.sessions[0], world.sessions[2]);
    it.say("Des webinaires ouverts au public se sont tenus le ")
        .weekday(a, |it| french_weekday(it).to_owned())
        .say(format!(" {}", french(a)));
    it.say(" et le ").weekday(b, |it| french_weekday(it).to_owned()).say(format!(" {}. ", french(b)));
    it.say("Pour la plupart, la formation ")
        .or(Slot::Tense, "a été organisée", "sera organisée")
        .say(" en dehors des heures de travail.\n\n");
}

fn summit(it: &mut Telling, world: &World) {
    it.say("## Le sommet\n\nLe Sommet de la jeunesse sur la diplomatie scientifique (");
    it.days(world.summit, |a, b| french_range(a, b, "–"))
        .say(format!(", {}) a été le cœur de l’année. ", world.town.1));
    it.say("Parmi les personnes formées, ")
        .count(world.summit_people)
        .say(" participants s’y sont rendus, par 4 moyens de transport. ");
    it.say("Après trois longues nuits, le texte tenait ses ").count(world.recommendations).say(" recommandations. ");
    it.say("L’ambassadeur ").name(world.summit_speaker).say(" l’a reçu. ");
    it.say("Comme en 2019, la rencontre a été préparée ")
        .or(Slot::Tier, "en étroit partenariat avec", "avec le financement affecté de")
        .say(" l’");
    it.name(world.summit_partner.1).say(", à qui nous devons beaucoup.\n\n");
    it.say("Le communiqué de la jeunesse ")
        .or(Slot::Tense, "a ensuite été présenté", "sera bientôt présenté")
        .say(" dans la 7e salle du vieux port.\n\n");
}

fn series(it: &mut Telling, world: &World) {
    let count = world.count();
    it.say("## Série d’ateliers par pays\n\nNous avons mené ").count(count).say(" séries. Ensemble, elles font ");
    it.count(count * world.webinars_each).say(" webinaires, tous enregistrés.\n\n");
    for one in &world.series {
        it.say(format!("- **{}** (", one.country.1))
            .days((one.from, one.to), |a, b| format!("du {} au {}", french(a), french(b)));
        it.say(") : ")
            .count(world.webinars_each)
            .say(" webinaires, série ")
            .or(Slot::Tier, "accueillie par", "soutenue par")
            .say(" l’")
            .name(one.host.1);
        it.say(" ; première oratrice : ").name(one.speaker).say(".\n");
    }
    it.say("\n");
}

fn workshop(it: &mut Telling, world: &World) {
    it.say("## Atelier pour jeunes chercheurs\n\n")
        .days(world.workshop, |a, b| format!("Du {} au {}", french(a), french(b)));
    it.say(format!(", un hôtel de {} a hébergé ", world.workshop_town.1)).count(world.workshop_people);
    it.say(" participants et leurs questions. Trois d’entre eux se connaissaient déjà.\n\n");
}

fn closing(it: &mut Telling, world: &World) {
    it.say("## Suites\n\nNos rapports sur les écosystèmes ").or(
        Slot::Tense,
        "sont en relecture et seront diffusés",
        "ont depuis été diffusés",
    );
    it.say(" ensemble. Le manuel des formateurs, très attendu, ")
        .or(Slot::Tense, "est attendu", "a été publié")
        .say(" en mai. ");
    it.say("Tous les enregistrements ")
        .or(Slot::Tense, "ont été diffusés", "seront diffusés")
        .say(" dans les 2 jours.\n\n");
    it.say("## ")
        .or(Slot::Tier, "Avec les contributions affectées de", "Avec les contributions générales de")
        .say("\n\n");
    it.name(world.funders[0].1).say(" · ").name(world.funders[1].1).say("\n\n## ");
    it.or(Slot::Tier, "Contributeurs généraux", "Contributeurs affectés").say("\n\n").name(world.general.1).say("\n");
}
