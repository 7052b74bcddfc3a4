//! The pages of this room: signing in, one's own account, and the people on the desk.

mod export;
mod history;
mod leave;
mod list;
mod me;
mod passkey;
mod person;
mod sign_in;

use host::{Gate, Role, Routes, links::Purpose};
use ui::Section;

/// What a sign-in link is for; the letter's own row says until when, and whether it was used.
pub const SIGN_IN: Purpose = Purpose("sign-in");

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);
const LINK: Gate = Gate::Holder(SIGN_IN);

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
        .get(Gate::AnyoneCounted, "/sign-in", sign_in::ask)
        .post(Gate::AnyoneCounted, "/sign-in", sign_in::send)
        .get(Gate::AnyoneCounted, "/sign-in/sent", sign_in::sent)
        .post(Gate::AnyoneCounted, "/sign-in/code", sign_in::code)
        .post(Gate::AnyoneCounted, "/sign-in/passkey/begin", passkey::begin_sign_in)
        .post(Gate::AnyoneCounted, "/sign-in/passkey/finish", passkey::finish_sign_in)
        .get(LINK, "/sign-in/{token}", sign_in::link)
        .post(LINK, "/sign-in/{token}", sign_in::follow)
        .post(Gate::AnyoneCounted, "/sign-in/{token}/again", sign_in::again)
        .post(Gate::SignedIn, "/sign-out", sign_in::out)
        .get(Gate::SignedIn, "/me", me::show)
        .post(Gate::SignedIn, "/me/language", me::speak)
        .post(Gate::SignedIn, "/me/sessions/{id}/end", me::end_session)
        .post(Gate::SignedIn, "/me/sessions/end-others", me::end_others)
        .get(Gate::SignedIn, "/me/erase", leave::ask)
        .post(Gate::SignedIn, "/me/erase", leave::erase)
        .post(Gate::SignedIn, "/me/passkeys/begin", passkey::begin_adding)
        .post(Gate::SignedIn, "/me/passkeys/finish", passkey::finish_adding)
        .post(Gate::SignedIn, "/me/passkeys/{id}/remove", passkey::remove)
        .get(DESK, "/desk/{programme}/{edition}/people", list::show)
        .get(DESK, "/desk/{programme}/{edition}/people.csv", export::csv)
        .get(DESK, "/desk/{programme}/{edition}/people/{person}", person::show)
        .get(DESK, "/desk/{programme}/{edition}/people/{person}/edit", person::edit)
        .post(DESK, "/desk/{programme}/{edition}/people/{person}/edit", person::correct)
        .get(DESK, "/desk/{programme}/{edition}/people/{person}/erase", person::ask_to_erase)
        .post(DESK, "/desk/{programme}/{edition}/people/{person}/erase", person::erase)
        .rail(Section::Edition, "people-rail", "/people")
}
