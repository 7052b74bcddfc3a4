//! Drawing one ticket: with words that the public agrees on afterwards, or with dice.

use serde::{Deserialize, Serialize};

use super::{Tickets, stream::Stream};
use crate::model::sha256;

/// The ticket that was drawn, and how anybody can draw it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// Its number.
    pub ticket: u32,
    /// The commitment to the tickets.
    pub commitment: String,
    /// The words or the dice.
    pub by: String,
    /// The seed of the draw, if words drew it: the SHA-256 of `cohort draw`, the commitment and the words, each but the
    /// last ended by a line feed.
    pub seed: Option<String>,
}

/// Why no ticket was drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTicket {
    /// Nothing was said.
    #[error(
        "The words to draw with are empty. Take what nobody could know before: the numbers of tomorrow's public lottery, say."
    )]
    NoWords,
    /// There is nothing to draw.
    #[error("There are no tickets.")]
    NoTickets,
    /// The dice say something that no ticket has.
    #[error(
        "The dice say {dice:?}, but {count} tickets are drawn with {digits} ten-sided dice, read one after another: a number of {digits} digits."
    )]
    Dice {
        /// What they say.
        dice: String,
        /// How many tickets there are.
        count: usize,
        /// How many dice are needed.
        digits: u32,
    },
    /// A number of tickets for which dice are no use.
    #[error("Dice draw fairly only among 10, 100, 1000 … tickets; there are {count}. Draw with words instead.")]
    NoDice {
        /// How many tickets there are.
        count: usize,
    },
}

/// Draws with words. Everybody can repeat it: the number is the first of the stream of the seed, for the purpose `ticket`,
/// below the number of tickets; numbers that would favour some tickets are drawn again.
pub fn by_words(tickets: &Tickets, words: &str) -> Result<Drawn, NoTicket> {
    let words = words.trim();
    if words.is_empty() {
        return Err(NoTicket::NoWords);
    }
    if tickets.tickets.is_empty() {
        return Err(NoTicket::NoTickets);
    }
    let commitment = tickets.commitment();
    let seed = sha256(format!("cohort draw\n{commitment}\n{words}").as_bytes());
    let ticket = Stream::of(&seed, "ticket").below(tickets.tickets.len() as u64) as u32;
    Ok(Drawn { ticket, commitment, by: words.to_owned(), seed: Some(seed) })
}

/// Draws with ten-sided dice, read one after another: `417` is ticket 417, `007` ticket 7.
pub fn by_dice(tickets: &Tickets, dice: &str) -> Result<Drawn, NoTicket> {
    let count = tickets.tickets.len();
    let digits = count.checked_ilog10().unwrap_or(0);
    if digits == 0 || 10_usize.pow(digits) != count {
        return Err(if count == 0 { NoTicket::NoTickets } else { NoTicket::NoDice { count } });
    }
    let bare: String = dice.chars().filter(|it| !it.is_whitespace()).collect();
    let fits = bare.len() == digits as usize && bare.bytes().all(|it| it.is_ascii_digit());
    match bare.parse() {
        Ok(ticket) if fits => {
            Ok(Drawn { ticket, commitment: tickets.commitment(), by: format!("dice {bare}"), seed: None })
        }
        _ => Err(NoTicket::Dice { dice: dice.into(), count, digits }),
    }
}
