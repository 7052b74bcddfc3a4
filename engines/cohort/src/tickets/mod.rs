//! The transparent lottery: numbered tickets, fixed and committed to before the public draws one of them.
//!
//! Each ticket is a whole panel. A uniform lottery over so many tickets comes as near to the fair chances as rounding
//! allows (Flanigan, Kehne and Procaccia, *Fair sortition made transparent*, Advances in
//! Neural Information Processing Systems 34, 2021, section 3), and the last step
//! can be three ten-sided dice.

mod draw;
mod merkle;
mod rounding;
mod stream;
#[cfg(test)]
mod tests;

pub use draw::{Drawn, NoTicket, by_dice, by_words};
pub use merkle::Step;
pub use stream::Stream;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::certificate::Certificate;
use crate::model::sha256;

/// The form that this crate writes.
pub const TICKETS_FORM: &str = "cohort-tickets-1";

/// The numbered tickets, each a panel. Kept by the secretariat until one is drawn, then published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tickets {
    /// The form of this data.
    pub form: String,
    /// What was shuffled with: sixty-four hexadecimal digits.
    pub seed: String,
    /// Everybody who may be chosen, by id.
    pub people: Vec<String>,
    /// For each ticket, from number 0, the places in `people` of its panel, rising.
    pub tickets: Vec<Vec<u32>>,
    /// The root of the hash tree over everybody's own tickets.
    pub root: String,
}

/// What one applicant is told: their own tickets, and the way from these to the published root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// Whose.
    pub id: String,
    /// The numbers of the tickets.
    pub tickets: Vec<u32>,
    /// What keeps others from guessing.
    pub salt: String,
    /// The way to the root.
    pub path: Vec<Step>,
}

impl Tickets {
    /// Makes so many tickets from the lottery of a certificate; the seed shuffles.
    ///
    /// Copies of each panel come from `tickets · weight` by dependent rounding (A. Srinivasan, FOCS 2001; Gandhi, Khuller,
    /// Parthasarathy and Srinivasan, J. ACM 53, 2006, section 2). Within a kind the places are dealt in turn over a
    /// shuffled order, so that two members differ by at most one ticket and nobody is twice in a panel.
    pub fn of(certificate: &Certificate, count: u32, seed: &str) -> Self {
        let mut people: Vec<String> = certificate.kinds.iter().flat_map(|it| it.members.iter().cloned()).collect();
        people.sort();
        let place: BTreeMap<&str, u32> = people.iter().enumerate().map(|(at, it)| (it.as_str(), at as u32)).collect();
        let copies = rounding::copies(certificate, count, seed);
        let mut order: Vec<usize> = copies
            .iter()
            .enumerate()
            .flat_map(|(panel, copies)| std::iter::repeat_n(panel, *copies as usize))
            .collect();
        Stream::of(seed, "order").shuffle(&mut order);
        let mut dealers: Vec<(Vec<u32>, usize)> = certificate
            .kinds
            .iter()
            .map(|kind| {
                let mut members: Vec<u32> = kind.members.iter().map(|it| place[it.as_str()]).collect();
                members.sort_unstable();
                let label = format!("members {}", kind.members.iter().min().map_or("", String::as_str));
                Stream::of(seed, &label).shuffle(&mut members);
                (members, 0)
            })
            .collect();
        let mut deal = |panel: &usize| {
            let mut ticket = Vec::new();
            for ((members, next), count) in dealers.iter_mut().zip(&certificate.panels[*panel].counts) {
                for _ in 0..*count {
                    ticket.push(members[*next]);
                    *next = (*next + 1) % members.len();
                }
            }
            ticket.sort_unstable();
            ticket
        };
        let tickets = order.iter().map(&mut deal).collect();
        let mut made = Self { form: TICKETS_FORM.into(), seed: seed.into(), people, tickets, root: String::new() };
        made.root = merkle::root(&made.leaves());
        made
    }

    /// The SHA-256 of the canonical form: this structure as JSON without white space. It is published before the draw.
    pub fn commitment(&self) -> String {
        sha256(serde_json::to_string(self).unwrap_or_default().as_bytes())
    }

    /// How many tickets each of `people` has.
    pub fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.people.len()];
        for it in self.tickets.iter().flatten() {
            counts[*it as usize] += 1;
        }
        counts
    }

    /// The numbers of somebody's tickets; none if they could not be chosen.
    pub fn of_person(&self, id: &str) -> Vec<u32> {
        let Ok(place) = self.people.binary_search_by(|it| it.as_str().cmp(id)) else { return Vec::new() };
        let has = |it: &(usize, &Vec<u32>)| it.1.binary_search(&(place as u32)).is_ok();
        self.tickets.iter().enumerate().filter(has).map(|it| it.0 as u32).collect()
    }

    /// The ids of a ticket's panel.
    pub fn panel(&self, ticket: u32) -> Option<Vec<&str>> {
        let ticket = self.tickets.get(ticket as usize)?;
        ticket.iter().map(|it| self.people.get(*it as usize).map(String::as_str)).collect()
    }

    /// What one applicant is told.
    pub fn slip(&self, id: &str) -> Option<Slip> {
        let place = self.people.binary_search_by(|it| it.as_str().cmp(id)).ok()?;
        let path = merkle::path(&self.leaves(), place);
        Some(Slip { id: id.into(), tickets: self.of_person(id), salt: self.salt(id), path })
    }

    fn leaves(&self) -> Vec<String> {
        let mut numbers: Vec<Vec<u32>> = vec![Vec::new(); self.people.len()];
        for (number, ticket) in self.tickets.iter().enumerate() {
            for it in ticket {
                numbers[*it as usize].push(number as u32);
            }
        }
        self.people.iter().zip(numbers).map(|(id, numbers)| leaf(id, &self.salt(id), &numbers)).collect()
    }

    fn salt(&self, id: &str) -> String {
        sha256(format!("cohort salt\n{}\n{id}", self.seed).as_bytes())
    }
}

impl Slip {
    /// Whether the published root stands for these tickets.
    pub fn leads_to(&self, root: &str) -> bool {
        merkle::follow(&leaf(&self.id, &self.salt, &self.tickets), &self.path) == root
    }
}

fn leaf(id: &str, salt: &str, tickets: &[u32]) -> String {
    let numbers: Vec<String> = tickets.iter().map(u32::to_string).collect();
    format!("{id}\n{salt}\n{}", numbers.join(","))
}
