//! The sign-in letter: a link with one button behind it, and a code to type.

use db::Tx;
use host::{App, Clock, Result, access::Account, post, sign_in};

/// Writes a sign-in letter to an account, in the language that its holder chose.
pub(crate) async fn sign_in(app: &App, tx: &mut Tx, account: &Account, next: &str) -> Result<()> {
    let secrets = sign_in::prepare(tx, account.id, next, Clock::real(), sign_in::LIFE).await?;
    let reader = app.reader(account.language);
    let link = app.outside(&reader.href(&sign_in_path(&secrets.token)));
    let code = format!("{} {}", &secrets.code[..4], &secrets.code[4..]);
    let minutes = (sign_in::LIFE.as_secs() / 60).to_string();
    let with = [("name", account.name.clone()), ("link", link), ("code", code), ("minutes", minutes)];
    let draft = post::Draft {
        kind: "people.sign-in",
        purpose: post::Purpose::Service,
        to: account.email.clone(),
        name: account.name.clone(),
        language: account.language,
        subject: reader.say("people-letter-sign-in-subject"),
        body: reader.say_with("people-letter-sign-in", with),
        calendar: None,
        about: Some(account.id.cast()),
        edition: None,
        send_after: None,
    };
    post::write(app, tx, draft).await?;
    Ok(())
}

/// The path of the page that a sign-in link opens: also for the operator of the machine.
pub fn sign_in_path(token: &str) -> String {
    format!("/sign-in/{token}")
}
