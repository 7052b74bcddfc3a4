//! Letters that came back: delivery status notifications (RFC 3464), read and noted at the address.

use db::{Tx, sql};
use kernel::EmailAddress;
use mailparse::{MailHeaderMap, ParsedMail, parse_mail};

use crate::{Clock, Error, Result};

/// What a notification says of one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// The address that could not be reached.
    pub address: EmailAddress,
    /// Whether it will not be reached later either (status 5.x.x, action `failed`).
    pub for_good: bool,
    /// What the server said.
    pub said: String,
}

/// Reads a delivery status notification; empty where the mail is none.
pub fn read_bounce(mail: &[u8]) -> Result<Vec<Bounce>> {
    let mail = parse_mail(mail).map_err(Error::fault)?;
    let mut bounces = Vec::new();
    gather(&mail, &mut bounces);
    Ok(bounces)
}

fn gather(part: &ParsedMail<'_>, bounces: &mut Vec<Bounce>) {
    if part.ctype.mimetype.eq_ignore_ascii_case("message/delivery-status")
        && let Ok(body) = part.get_body()
    {
        bounces.extend(body.replace("\r\n", "\n").split("\n\n").filter_map(of_recipient));
    }
    for inner in &part.subparts {
        gather(inner, bounces);
    }
}

/// One recipient's fields, which have the form of mail headers.
fn of_recipient(fields: &str) -> Option<Bounce> {
    let text = format!("{}\n\n", fields.trim());
    let (headers, _) = mailparse::parse_headers(text.as_bytes()).ok()?;
    let typed = |name: &str| {
        headers
            .get_first_value(name)
            .map(|it| it.split_once(';').map_or(it.clone(), |(_, rest)| rest.trim().to_owned()))
    };
    let address = typed("Final-Recipient").or_else(|| typed("Original-Recipient"))?.parse().ok()?;
    let status = headers.get_first_value("Status").unwrap_or_default();
    let action = headers.get_first_value("Action").unwrap_or_default();
    let for_good = action.eq_ignore_ascii_case("failed") && !status.starts_with('4');
    let said = typed("Diagnostic-Code").unwrap_or(status);
    Some(Bounce { address, for_good, said })
}

/// Notes at their addresses what came back for good; how many addresses were marked.
pub async fn take_in(tx: &mut Tx, bounces: &[Bounce]) -> Result<u64> {
    let mut marked = 0;
    for it in bounces.iter().filter(|it| it.for_good) {
        marked += tx
            .run(
                sql!(
                    "insert into addresses (address, bounced_at, bounce, opted_out_at) values ($1, $2, $3, null)
                     on conflict (address) do update set bounced_at = excluded.bounced_at, bounce = excluded.bounce"
                ),
                (&it.address.folded(), &Clock::real(), &it.said),
            )
            .await?;
    }
    Ok(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTIFICATION: &str = "From: postmaster@mail.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; mail.example\r\n\r\nFinal-Recipient: rfc822; chidi@post.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
        Diagnostic-Code: smtp; 550 no such mailbox\r\n\r\nFinal-Recipient: rfc822; dalia@post.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n\r\n--b--\r\n";

    #[test]
    fn a_notification_names_who_cannot_be_reached_for_good() {
        let bounces = read_bounce(NOTIFICATION.as_bytes()).unwrap();
        let seen: Vec<_> = bounces.iter().map(|it| (it.address.as_str(), it.for_good, it.said.as_str())).collect();
        assert_eq!(seen, [("chidi@post.example", true, "550 no such mailbox"), ("dalia@post.example", false, "4.4.1")]);
    }

    #[test]
    fn ordinary_mail_is_no_notification() {
        assert_eq!(read_bounce(b"Subject: hello\r\n\r\nFinal-Recipient: rfc822; x@y.example\r\n").unwrap(), []);
    }
}
