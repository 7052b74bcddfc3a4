//! What a relation between reviewer and application adds to a score.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Reviews,
    calibration::Estimate,
    model::{Design, Effect, Posterior},
};

/// What a relation adds to a score: the reported bias.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// How many reviews have it.
    pub reviews: usize,
    /// What it adds, in points, for each unit of the relation; nothing if the reviews cannot tell, because it never
    /// occurs, always does, or follows from the relations before it.
    pub estimate: Option<Estimate>,
}

/// What each relation adds, with its standard error: the fixed effects of the mixed model (Henderson 1975, Biometrics
/// 31).
pub(crate) fn relations(reviews: &Reviews, design: &Design, posterior: &Posterior) -> Vec<Relation> {
    let of_one = |at: usize| Relation {
        reviews: reviews.rows().iter().filter(|it| it.relations[at] != 0.0).count(),
        estimate: design.column_of(at).map(|column| Estimate {
            value: posterior.mean(Effect::Column(column)),
            error: posterior.variance(&[(Effect::Column(column), 1.0)]).sqrt(),
        }),
    };
    (0..reviews.relations()).map(of_one).collect()
}

impl Relation {
    /// The relation in an English sentence; `name` says when it holds, as in “the same country”.
    pub fn in_words<'a>(&'a self, name: &'a str) -> impl fmt::Display + 'a {
        fmt::from_fn(move |out| match self.estimate {
            None => write!(out, "What “{name}” does to scores cannot be told from these reviews."),
            Some(Estimate { value, error }) => {
                let way = if value < 0.0 { "lowers" } else { "raises" };
                write!(out, "“{name}” {way} a score by {:.2} points (standard error {error:.2}", value.abs())?;
                if value.abs() < 2.0 * error {
                    write!(out, ", which may well be chance")?;
                }
                write!(out, "; {} reviews have it).", self.reviews)
            }
        })
    }
}
