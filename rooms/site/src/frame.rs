//! What stands around every page: the masthead, the band of a demonstration, the footer, the desk's rail.

use std::{pin::Pin, sync::Arc};

use host::{Act, Actor, App, Result, web::Place};
use jiff::civil::Date;
use programme::{Edition, Here, NamedDay, Organisation, Partnership, Role};
use ui::{Frame, Link, Markup, Reader, html};

use crate::zones;

/// The name of the product, where no programme is there to give its own.
const PRODUCT: &str = "Convoke";

/// What stands around a page, for whoever reads it.
pub fn frame<'a>(
    app: &'a App,
    reader: &'a Reader,
    actor: Option<&'a Actor>,
    place: &'a Place,
) -> Pin<Box<dyn Future<Output = Result<Frame>> + Send + 'a>> {
    Box::pin(async move {
        let signed_in = actor.map(|it| it.name.clone());
        let Some(here) = here(app, place).await? else {
            return Ok(Frame { brand: PRODUCT.to_owned(), home: "/".to_owned(), signed_in, ..Frame::default() });
        };
        let around = Surroundings::of(app, &here).await?;
        let has_communique = around.adopted_on.is_some_and(|it| it <= here.edition.today(reader.now));
        let may =
            |act: fn(kernel::Id<kernel::mark::Edition>) -> Act| actor.is_some_and(|it| it.can(act(here.edition.id)));
        let desk = here.desk("");
        let demonstration = app.demonstration || here.edition.demonstration;
        Ok(Frame {
            brand: reader.text(&here.programme.short_title).to_owned(),
            home: here.path(),
            menu: menu(reader, &here, has_communique),
            search: Some(here.page("search")),
            signed_in,
            desk: may(Act::OpenDesk).then(|| desk.clone()),
            band: demonstration.then(|| band(reader, &here, &around.organisations, &around.days, may(Act::SetClock))),
            footer: footer(reader, &here, &around.partnerships),
            rail: app.assembly.rail.clone(),
            desk_base: desk,
        })
    })
}

/// The edition that a page belongs to; the current one where it names none.
async fn here(app: &App, place: &Place) -> Result<Option<Here>> {
    let named = match place {
        Place::Site(edition) => *edition,
        Place::Desk(edition) => Some(*edition),
        Place::Plain => None,
    };
    match named {
        Some(id) => Ok(Some(Here::of(app, id).await?)),
        None => Here::current(app).await,
    }
}

/// What every page of an edition says around its content, whatever it is about.
struct Surroundings {
    partnerships: Vec<Partnership>,
    organisations: Vec<Organisation>,
    days: Vec<NamedDay>,
    adopted_on: Option<Date>,
}

impl Surroundings {
    async fn of(app: &App, here: &Here) -> Result<Arc<Self>> {
        let edition = here.edition.id;
        let reading = async {
            let mut conn = app.db.read().await?;
            Ok(Self {
                partnerships: programme::partnerships(&mut conn, edition).await?,
                organisations: programme::organisations(&mut conn, edition).await?,
                days: programme::named_days(&mut conn, edition).await?,
                adopted_on: programme::communique(&mut conn, edition).await?.map(|it| it.adopted_on),
            })
        };
        app.readings.of(&app.db, edition.to_string(), reading).await
    }
}

fn menu(reader: &Reader, here: &Here, has_communique: bool) -> Vec<Link> {
    let home = if reader.path == "/" { "/".to_owned() } else { here.path() };
    let edition = reader.say_with("site-menu-edition", [("edition", here.edition.key.to_string())]);
    let mut menu = vec![
        Link::new(edition, home),
        Link::new(reader.say("site-menu-sessions"), here.page("sessions")),
        Link::new(reader.say("site-menu-people"), here.page("people")),
    ];
    if has_communique {
        menu.push(Link::new(reader.say("site-menu-communique"), here.page("communique")));
    }
    if here.edition.is_reported(reader.now) {
        menu.push(Link::new(reader.say("site-menu-report"), here.page("report")));
    }
    menu.push(Link::new(reader.say("site-menu-recordings"), here.page("recordings")));
    menu.push(Link::new(reader.say("site-menu-about"), here.page("about")));
    menu
}

/// The sentence that every page, feed and export of a demonstration carries.
pub(crate) fn demonstration_sentence(reader: &Reader, here: &Here, organisations: &[Organisation]) -> String {
    let host = organisations.iter().find(|it| it.key.as_str() == here.programme.host);
    let name = host.map_or("", |it| if it.short.is_empty() { &it.name } else { &it.short });
    if name.is_empty() {
        reader.say("site-demonstration")
    } else {
        reader.say_with("site-demonstration-of", [("host", name.to_owned())])
    }
}

fn band(reader: &Reader, here: &Here, organisations: &[Organisation], days: &[NamedDay], may_set: bool) -> Markup {
    html! {
        strong { (demonstration_sentence(reader, here, organisations)) }
        span { (clock_sentence(reader, &here.edition, days)) }
        @if may_set { a href=(reader.href(&here.desk("clock"))) { (reader.say("site-set-clock")) } }
    }
}

/// Which day the demonstration shows: by its name while the clock stands on a named day.
fn clock_sentence(reader: &Reader, edition: &Edition, days: &[NamedDay]) -> String {
    let date = reader.day(edition.today(reader.now));
    match days.iter().find(|it| it.at == reader.now) {
        Some(day) => reader.say_with("site-clock-named", [("name", reader.text(&day.name).to_owned()), ("day", date)]),
        None => reader.say_with("site-clock", [("day", date)]),
    }
}

fn footer(reader: &Reader, here: &Here, partnerships: &[Partnership]) -> Vec<(String, Markup)> {
    let whole: Vec<&Partnership> = partnerships.iter().filter(|it| it.activity_id.is_none()).collect();
    let names = |roles: &[Role]| -> Vec<&Partnership> {
        roles.iter().flat_map(|role| whole.iter().copied().filter(move |it| it.role == *role)).collect()
    };
    let mut columns = Vec::new();
    for (label, roles) in [
        ("site-footer-organised", &[Role::Organiser, Role::CoOrganiser][..]),
        ("site-footer-partners", &[Role::Host, Role::Partner][..]),
        ("site-footer-funders", &[Role::EarmarkedFunder][..]),
    ] {
        let of_role = names(roles);
        if !of_role.is_empty() {
            columns.push((reader.say(label), list(reader, &of_role)));
        }
    }
    if let Some(support) = support(reader, here, &names(&[Role::GeneralFunder, Role::Supporter])) {
        columns.push((reader.say("site-footer-support"), support));
    }
    columns.push((reader.say("site-footer-know"), how_we_know(reader, here)));
    columns.push((reader.say("site-footer-more"), more(reader, here)));
    columns.push((reader.say("site-footer-zone"), zones::form(reader)));
    columns
}

fn list(reader: &Reader, partnerships: &[&Partnership]) -> Markup {
    html! { ul { @for it in partnerships { li { bdi { (it.name_in(reader.language)) } } } } }
}

fn support(reader: &Reader, here: &Here, partnerships: &[&Partnership]) -> Option<Markup> {
    let named: Vec<&Partnership> = partnerships.iter().copied().filter(|it| it.organisation_id.is_some()).collect();
    let sentence = !here.edition.cofunding.is_empty();
    (!partnerships.is_empty() || sentence).then(|| {
        html! {
            (list(reader, &named))
            @if sentence { p { (reader.words(&here.edition.cofunding)) } }
            p { a href=(reader.href(&here.page("partners"))) { (reader.say("site-footer-all-partners")) } }
        }
    })
}

fn how_we_know(reader: &Reader, here: &Here) -> Markup {
    html! {
        p { (reader.say("site-footer-know-how")) }
        p { a href=(reader.href(&here.page("figures"))) { (reader.say("site-footer-figures")) } }
    }
}

fn more(reader: &Reader, here: &Here) -> Markup {
    let link = |path: &str, label: &'static str| {
        html! { li { a href=(reader.href(path)) { (reader.say(label)) } } }
    };
    html! {
        ul {
            li { a href={"mailto:" (here.programme.contact)} { (reader.say("site-footer-contact")) } }
            (link(&here.page("events"), "site-menu-events"))
            (link(&here.page("calendar.ics"), "site-footer-calendar"))
            (link(&here.page("feed.xml"), "site-footer-feed"))
            (link("/privacy", "site-privacy"))
            (link("/accessibility", "site-accessibility"))
        }
    }
}
