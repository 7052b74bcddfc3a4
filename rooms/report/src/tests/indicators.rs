//! Indicators through the front door: the register on the desk, the page of each, and what each was to reach.

use host::Role;

use super::{AFTERWARDS, AT_THE_SUMMIT, demonstration, edu, small};
use crate::document::actions::target;

#[tokio::test]
async fn the_desk_shows_every_indicator_against_its_target_and_over_time() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let one = here.desk("figures/training.participants");
    let unset = ui::digest(&target::words(None));
    let fields = [("target", "4"), ("due_on", "2025-12-04"), ("was", unset.as_str())];
    assert_eq!(test.post(&amina, &format!("{one}/target"), &fields).await.status, 303);

    let table = test.get(&amina, &here.desk("figures")).await.text;
    assert!(table.contains("2 of 4 (50% of the target)"), "a screen reader reads it too");
    assert!(table.contains("growth-training-participants") && !table.contains("growth-series-count"));
    assert!(table.contains("Composed of others") && table.contains("Observed elsewhere"));
    let outcomes = test.get(&amina, &here.desk("figures?level=outcome")).await.text;
    assert!(outcomes.contains("figures/survey.understanding") && !outcomes.contains("figures/series.count"));
    for path in [here.desk("figures"), one.clone(), here.page("figures/edition.engaged")] {
        let french = test.get(&amina, &format!("/fr{path}")).await;
        assert!(french.status == 200 && !french.text.contains('⟦'), "{path}");
    }

    assert_eq!(test.post(&amina, &format!("{one}/target/remove"), &[]).await.status, 303);
    assert!(!test.get(&amina, &here.desk("figures")).await.text.contains("of the target"));
}

#[tokio::test]
async fn a_target_that_is_no_number_is_refused_and_kept_in_the_form() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let path = here.desk("figures/training.participants/target");
    let answer = test.post(&amina, &path, &[("target", "a hundred"), ("baseline", "7")]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("a hundred") && answer.text.contains("value=\"7\""));
    assert_eq!(test.post(&amina, &here.desk("figures/training.nobody/target"), &[("target", "1")]).await.status, 404);
}

#[tokio::test]
async fn a_stranger_sees_no_register_and_sets_no_target() {
    let (test, here) = small(AFTERWARDS).await;
    let (edu, auditor) = (edu(&test).await, test.member("Bao", Some(Role::Auditor), Some(here.edition.id)).await);
    let one = here.desk("figures/training.participants");
    for path in [here.desk("figures"), one.clone()] {
        assert_eq!(test.get(&edu, &path).await.status, 404, "{path}");
        assert_eq!(test.get(&auditor, &path).await.status, 200, "{path}");
    }
    for path in [format!("{one}/target"), format!("{one}/target/remove")] {
        assert_eq!(test.post(&edu, &path, &[("target", "5")]).await.status, 404, "{path}");
        assert_eq!(test.post(&auditor, &path, &[("target", "5")]).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn an_indicator_tells_its_formula_its_past_and_what_it_is_not() {
    let (test, here) = small(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let engaged = test.get(&test.anybody(), &here.page("figures/edition.engaged")).await.text;
    for part in ["training.participants", "workshop.participants", "webinars.people", "speakers.count"] {
        assert!(engaged.contains(&format!("figures/{part}")), "{part} is a part");
    }
    let people = test.get(&test.anybody(), &here.page("figures/webinars.people")).await.text;
    assert!(people.contains("figures/webinars.registrations") && people.contains("figures/webinars.attendances"));
    assert!(people.contains("30 April 2025") && !people.contains("select "), "its past is public, its query is not");
    let inside = test.get(&amina, &here.page("figures/webinars.people")).await.text;
    assert!(inside.contains("group by r.person_id"));
    let reach = test.get(&amina, &here.desk("figures/outreach.social-media-reach")).await.text;
    assert!(reach.contains("31 December 2025") && reach.contains("observations/social-media-reach"));
}

#[tokio::test]
async fn a_figure_falls_apart_in_public_once_the_report_is_out_and_never_by_gender() {
    let (test, here) = demonstration(AFTERWARDS).await;
    let page = here.page("figures/training.participants");
    let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
    let public = test.get(&test.anybody(), &page).await.text;
    assert!(public.contains("By country") && public.contains("1–4") && public.contains("By region"));
    assert!(!public.contains("By gender") && test.get(&amina, &page).await.text.contains("By gender"));
    let (early, here) = small(AT_THE_SUMMIT).await;
    let before = early.get(&early.anybody(), &here.page("figures/training.participants")).await.text;
    assert!(!before.contains("By country") && !before.contains("By region"));
}
