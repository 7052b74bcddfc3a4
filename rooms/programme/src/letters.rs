//! What this room writes to people.

use host::{
    App, Role,
    access::Account,
    post::{Draft, Purpose},
};
use jiff::civil::Date;

use crate::Here;

/// Tells somebody which role they were given, until when and for whom, and how they sign in.
pub fn welcome(
    app: &App,
    here: &Here,
    to: &Account,
    role: Role,
    until: Option<Date>,
    deputy_for: Option<&str>,
) -> Draft {
    let reader = app.reader(to.language);
    let title = reader.text(&here.edition.title).to_owned();
    let mut body = reader.say_with(
        "programme-welcome-body",
        [("name", to.name.clone()), ("role", reader.say(role.label())), ("edition", title.clone())],
    );
    if let Some(name) = deputy_for {
        body.push_str("\n\n");
        body.push_str(&reader.say_with("programme-welcome-deputy", [("name", name.to_owned())]));
    }
    if let Some(day) = until {
        body.push_str("\n\n");
        body.push_str(&reader.say_with("programme-welcome-until", [("day", reader.full_day(day))]));
    }
    body.push_str("\n\n");
    let sign_in = app.outside(&reader.href_in(to.language, "/sign-in"));
    body.push_str(&reader.say_with(
        "programme-welcome-sign-in",
        [("address", sign_in), ("email", to.email.to_string()), ("contact", here.programme.contact.clone())],
    ));
    body.push('\n');
    Draft {
        kind: "programme.welcome",
        purpose: Purpose::Service,
        to: to.email.clone(),
        name: to.name.clone(),
        language: to.language,
        subject: reader.say_with("programme-welcome-subject", [("edition", title)]),
        body,
        calendar: None,
        about: Some(to.id.cast()),
        edition: Some(here.edition.id),
        send_after: None,
    }
}
