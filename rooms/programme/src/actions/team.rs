//! Who answers for the edition: giving roles, ending them, and a member who leaves.

use host::{
    Act, Actor, App, Clock, Fact, Found, Result, Role,
    access::{self, Grant, NewGrant},
    journal, post,
};
use jiff::{Timestamp, civil::Date};
use kernel::{EmailAddress, Id, Language, mark};
use ui::form::Filled;

use super::{Done, refused};
use crate::{Here, ProgrammeRefusal, letters, store::team};

/// Whether a role is held at a moment.
pub fn is_held(it: &Grant, now: Timestamp) -> bool {
    it.ended_at.is_none() && it.ends_at.is_none_or(|at| at > now)
}

/// Gives a role to whoever reads an address, and writes to them. Who has no account yet gets one.
pub async fn give(app: &App, actor: &Actor, here: &Here, sent: &Filled) -> Done {
    actor.may(Act::EditTeam(here.edition.id))?;
    let now = Clock::real();
    let mut tx = app.db.write().await?;
    let grants = access::grants_of_edition(&mut tx, here.edition.id, here.programme.id).await?;
    let present: Vec<&Grant> = grants.iter().filter(|it| is_held(it, now)).collect();
    let wish = match Wish::read(here, sent, now) {
        Ok(wish) => wish,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let deputy_of =
        present.iter().find(|it| it.account_id.to_string() == sent.value("deputy_of") && it.role == wish.role);
    if deputy_of.is_none() && !sent.value("deputy_of").is_empty() {
        return refused(ProgrammeRefusal::NoChoice("deputy_of"));
    }
    if present.iter().any(|it| it.email.folded() == wish.email.folded() && it.role == wish.role) {
        return refused(ProgrammeRefusal::HoldsAlready);
    }
    let account = access::make_account(&mut tx, &wish.email, &wish.name, wish.language, false, now).await?;
    let account = access::account(&mut tx, account).await?.found()?;
    if account.ended_at.is_some() {
        return refused(ProgrammeRefusal::AccountEnded);
    }
    let new = NewGrant {
        account: account.id,
        role: wish.role,
        edition: Some(here.edition.id),
        programme: None,
        deputy_of: deputy_of.map(|it| it.account_id),
        by: Some(actor.account),
        ends_at: wish.ends_at,
    };
    access::grant(&mut tx, &new, now).await?;
    let deputy_for = deputy_of.map(|it| it.name.as_str());
    let entry = entry(actor, here, "journal-programme-role-given", account.id).note("role", wish.role);
    let entry = if let Some(day) = wish.until { entry.note("until", day) } else { entry };
    let entry = deputy_of.iter().fold(entry, |entry, it| named(entry, "deputy_of", &it.name, it.account_id));
    named(entry, "name", &account.name, account.id).write(&mut tx).await?;
    let letter = letters::welcome(app, here, &account, wish.role, wish.until, deputy_for);
    post::write(app, &mut tx, letter).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// A role that somebody is to be given, as the form says it.
struct Wish {
    email: EmailAddress,
    name: String,
    role: Role,
    language: Language,
    until: Option<Date>,
    ends_at: Option<Timestamp>,
}

impl Wish {
    /// Reads the form; the last day is a whole day where the edition is at home.
    fn read(here: &Here, sent: &Filled, now: Timestamp) -> std::result::Result<Self, Vec<ProgrammeRefusal>> {
        let mut wrong = Vec::new();
        let email = sent.value("email").parse::<EmailAddress>();
        if email.is_err() {
            wrong.push(ProgrammeRefusal::NoAddress);
        }
        if sent.value("name").is_empty() {
            wrong.push(ProgrammeRefusal::NoName);
        }
        let role = sent.value("role").parse::<Role>();
        if role.is_err() {
            wrong.push(ProgrammeRefusal::NoChoice("role"));
        }
        let until = Some(sent.value("until")).filter(|it| !it.is_empty()).map(str::parse::<Date>).transpose();
        let until = until.unwrap_or_else(|_| {
            wrong.push(ProgrammeRefusal::NoDay("until"));
            None
        });
        let ends_at = until
            .and_then(|day| day.tomorrow().ok())
            .and_then(|day| day.to_zoned_datetime(here.edition.time_zone()).ok())
            .map(|it| it.timestamp());
        if ends_at.is_some_and(|at| at <= now) {
            wrong.push(ProgrammeRefusal::DayPassed("until"));
        }
        match (email, role) {
            (Ok(email), Ok(role)) if wrong.is_empty() => Ok(Self {
                email,
                name: sent.value("name").to_owned(),
                role,
                language: sent.value("language").parse().unwrap_or(Language::ENGLISH),
                until,
                ends_at,
            }),
            _ => Err(wrong),
        }
    }
}

/// Ends one role at once.
pub async fn end_role(app: &App, actor: &Actor, here: &Here, grant: Id<mark::Grant>) -> Result<()> {
    actor.may(Act::EditTeam(here.edition.id))?;
    let now = Clock::real();
    let mut tx = app.db.write().await?;
    let grants = access::grants_of_edition(&mut tx, here.edition.id, here.programme.id).await?;
    let it = grants.iter().find(|it| it.id == grant && is_held(it, now)).found()?;
    let editions = team::editions_of_grant(&mut tx, grant).await?;
    reaches(actor, &editions)?;
    access::end_grant(&mut tx, grant, actor.account, now).await?;
    if it.role == Role::Secretariat {
        somebody_stays(&mut tx, &editions).await?;
    }
    let entry = entry(actor, here, "journal-programme-role-ended", it.account_id).note("role", it.role);
    named(entry, "name", &it.name, it.account_id).write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// What ends with a member who leaves.
pub struct Leaving {
    /// Whose account.
    pub account: access::Account,
    /// The roles that they hold, in whatever edition.
    pub holdings: Vec<Grant>,
    /// How many browsers are signed in.
    pub browsers: usize,
}

/// What would end with a member of this edition's team.
pub async fn leaving(conn: &mut db::Conn, here: &Here, account: Id<mark::Account>) -> Result<Leaving> {
    let grants = access::grants_of_edition(conn, here.edition.id, here.programme.id).await?;
    grants.iter().find(|it| it.account_id == account).found()?;
    let account = access::account(conn, account).await?.filter(|it| it.ended_at.is_none()).found()?;
    let mut holdings = access::holdings(conn, account.id).await?;
    holdings.retain(|it| is_held(it, Clock::real()));
    let browsers = host::sessions::of_account(conn, account.id).await?.len();
    Ok(Leaving { account, holdings, browsers })
}

/// Ends everything that a departing member holds: roles, signed-in browsers, sign-in letters, the account.
pub async fn end_account(app: &App, actor: &Actor, here: &Here, account: Id<mark::Account>) -> Result<()> {
    actor.may(Act::EditTeam(here.edition.id))?;
    let now = Clock::real();
    let mut tx = app.db.write().await?;
    let leaving = leaving(&mut tx, here, account).await?;
    let editions = team::editions_held(&mut tx, account, now).await?;
    reaches(actor, &editions)?;
    access::end_account(&mut tx, account, actor.account, now).await?;
    if leaving.holdings.iter().any(|it| it.role == Role::Secretariat) {
        somebody_stays(&mut tx, &editions).await?;
    }
    let entry = entry(actor, here, "journal-programme-account-ended", account)
        .note("roles", leaving.holdings.len())
        .note("browsers", leaving.browsers);
    named(entry, "name", &leaving.account.name, account).write(&mut tx).await?;
    app.follow(&mut tx, Fact::AccountEnded(account)).await?;
    Ok(tx.commit().await?)
}

/// A name in the journal: it is erased with the account that it names.
fn named(entry: journal::Entry, field: &'static str, name: &str, account: Id<mark::Account>) -> journal::Entry {
    entry.personal(field, None, Some(name.to_owned()), account)
}

/// A role that reaches into an edition can be ended only by somebody who may do so there.
fn reaches(actor: &Actor, editions: &[Id<mark::Edition>]) -> Result<()> {
    let all = editions.iter().all(|it| actor.can(Act::EditTeam(*it)));
    if all { Ok(()) } else { Err(ProgrammeRefusal::HeldBeyond.into()) }
}

/// Somebody of the secretariat must be left, and not for a time only; asked after the ending, before the commit.
pub(super) async fn somebody_stays(tx: &mut db::Tx, editions: &[Id<mark::Edition>]) -> Result<()> {
    for edition in editions {
        team::hold_team(tx, *edition).await?;
        if team::lasting_secretariat(tx, *edition).await? == 0 {
            return Err(ProgrammeRefusal::LastOfSecretariat.into());
        }
    }
    Ok(())
}

pub(super) fn entry(actor: &Actor, here: &Here, act: &'static str, account: Id<mark::Account>) -> journal::Entry {
    journal::Entry::by(actor, act, "account", account).within(here.edition.id)
}
