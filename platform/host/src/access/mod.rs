//! Who may do what: one pure policy over the facts of an act.

mod grants;
mod policy;

use kernel::{EmailAddress, Id, Language, mark};

pub use grants::{
    Account, Grant, NewGrant, account, account_by_email, accounts, actor, end_account, end_grant, grant,
    grants_of_edition, holdings, make_account,
};
pub use policy::{Act, allows};

use crate::{Error, Result};

/// What somebody is in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Runs the edition.
    Secretariat,
    /// Reads applications.
    Reviewer,
    /// Takes part.
    Participant,
    /// Sees how every figure and every choice came to be, and changes nothing.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Secretariat, Self::Reviewer, Self::Participant, Self::Auditor];

    /// The message that names the role.
    pub fn label(self) -> &'static str {
        match self {
            Self::Secretariat => "role-secretariat",
            Self::Reviewer => "role-reviewer",
            Self::Participant => "role-participant",
            Self::Auditor => "role-auditor",
        }
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Secretariat => "secretariat",
            Self::Reviewer => "reviewer",
            Self::Participant => "participant",
            Self::Auditor => "auditor",
        })
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(input: &str) -> std::result::Result<Self, String> {
        Self::ALL.into_iter().find(|it| it.to_string() == input).ok_or_else(|| format!("there is no role {input}"))
    }
}

impl db::AsText for Role {}

/// Somebody who is signed in and acts.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account.
    pub account: Id<mark::Account>,
    /// The name by which people know them.
    pub name: String,
    /// Where letters reach them.
    pub email: EmailAddress,
    /// The language that they chose.
    pub language: Language,
    /// The signed-in browser.
    pub session: Id<mark::WebSession>,
    /// What they are, and in which edition; `None` is every edition.
    pub roles: Vec<(Role, Option<Id<mark::Edition>>)>,
}

impl Actor {
    /// Asks the policy.
    pub fn may(&self, act: Act) -> Result<()> {
        if allows(self, act) {
            Ok(())
        } else if act.edition().is_some_and(|edition| self.is_known_in(edition)) {
            Err(Error::NotAllowed)
        } else {
            Err(Error::Hidden)
        }
    }

    /// Whether the answer to [`Actor::may`] is yes: for what to show, never for what to do.
    pub fn can(&self, act: Act) -> bool {
        allows(self, act)
    }

    /// Whether they hold a role in an edition.
    pub fn is(&self, role: Role, edition: Id<mark::Edition>) -> bool {
        self.roles.iter().any(|(it, scope)| *it == role && scope.is_none_or(|it| it == edition))
    }

    /// Whether they have any work on an edition's desk, and so know that it exists.
    fn is_known_in(&self, edition: Id<mark::Edition>) -> bool {
        [Role::Secretariat, Role::Auditor].into_iter().any(|role| self.is(role, edition))
    }
}
