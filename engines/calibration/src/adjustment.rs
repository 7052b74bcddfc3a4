//! What is adjusted for each reviewer, as numbers and in words.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Components, Reviews,
    calibration::Estimate,
    model::{Effect, Posterior},
    scales::Manner,
};

/// How many standard errors a leaning must reach before it is told as one.
const PLAIN: f64 = 2.0;

/// What is to be said of a reviewer's leaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leaning {
    /// Read nothing.
    ReadNothing,
    /// Read nothing that a colleague read too; only the general level could tell.
    ReadAlone,
    /// Scores like the others, as far as can be told.
    LikeOthers,
    /// Scores higher than the others.
    Higher,
    /// Scores lower than the others.
    Lower,
}

/// What is to be said of how a reviewer uses the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Like the others, as far as can be told.
    LikeOthers,
    /// More widely: a good application gains more, a weak one loses more.
    Wider,
    /// More narrowly.
    Narrower,
}

/// A reviewer's scale and noise, in the model of scales.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// What to say.
    pub reach: Reach,
    /// By how much a difference of one point between applications appears in this reviewer's scores.
    pub factor: Estimate,
    /// The standard deviation of one review of weight one, in points.
    pub noise: f64,
}

/// What is adjusted for one reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Adjustment {
    /// What to say.
    pub kind: Leaning,
    /// How many reviews there are of this reviewer.
    pub reviews: usize,
    /// How many of them are of applications that a colleague read too.
    pub shared: usize,
    /// How much higher this reviewer scores on those applications than the colleagues did, on average and as it stands.
    pub raw: Option<f64>,
    /// How much higher this reviewer would score than the colleagues of the same part on the same applications, in
    /// points.
    pub against_colleagues: Estimate,
    /// How much higher this reviewer scores than a middling one of all that might have been asked, in points: what is
    /// taken from the scores. Its error is larger, for nobody knows the others.
    pub leaning: Estimate,
    /// Scale and noise; nothing in the model of leanings.
    pub scale: Option<Scale>,
}

/// The adjustments: best linear unbiased predictions of the leanings (Henderson 1975, Biometrics 31), beside the plain
/// difference from the colleagues on the same applications.
pub(crate) fn adjustments(
    reviews: &Reviews,
    components: &Components,
    posterior: &Posterior,
    manners: Option<&[Manner]>,
) -> Vec<Adjustment> {
    let mut seen = vec![Seen::default(); reviews.reviewers()];
    for group in reviews.rows().chunk_by(|left, right| left.application == right.application) {
        for it in group {
            let colleagues = group.iter().filter(|other| other.reviewer != it.reviewer);
            let (count, sum) = colleagues.fold((0.0, 0.0), |(count, sum), other| (count + 1.0, sum + other.score));
            let seen = &mut seen[it.reviewer];
            seen.reviews += 1;
            if count > 0.0 {
                seen.shared += 1;
                seen.difference += it.score - sum / count;
            }
        }
    }
    let mut against = vec![Estimate::default(); reviews.reviewers()];
    for part in components.reviewers() {
        for (at, (value, variance)) in part.iter().zip(posterior.against_others(&part)) {
            against[*at] = Estimate { value, error: variance.sqrt() };
        }
    }
    let of_one = |(at, it): (usize, &Seen)| adjustment(at, it, against[at], posterior, manners);
    seen.iter().enumerate().map(of_one).collect()
}

#[derive(Clone, Debug, Default)]
struct Seen {
    reviews: usize,
    shared: usize,
    difference: f64,
}

fn adjustment(
    at: usize,
    seen: &Seen,
    against: Estimate,
    posterior: &Posterior,
    manners: Option<&[Manner]>,
) -> Adjustment {
    let own = Effect::Reviewer(at);
    let leaning = Estimate { value: posterior.mean(own), error: posterior.variance(&[(own, 1.0)]).max(0.0).sqrt() };
    let kind = if seen.reviews == 0 {
        Leaning::ReadNothing
    } else if seen.shared == 0 {
        Leaning::ReadAlone
    } else if against.value == 0.0 || against.value.abs() < PLAIN * against.error {
        Leaning::LikeOthers
    } else if against.value > 0.0 {
        Leaning::Higher
    } else {
        Leaning::Lower
    };
    Adjustment {
        kind,
        reviews: seen.reviews,
        shared: seen.shared,
        raw: (seen.shared > 0).then(|| seen.difference / seen.shared as f64),
        against_colleagues: against,
        leaning,
        scale: manners.map(|it| scale(&it[at])),
    }
}

fn scale(manner: &Manner) -> Scale {
    let factor = Estimate { value: manner.scale, error: manner.scale_variance.sqrt() };
    let off = factor.value - 1.0;
    let reach = if off.abs() < PLAIN * factor.error {
        Reach::LikeOthers
    } else if off > 0.0 {
        Reach::Wider
    } else {
        Reach::Narrower
    };
    Scale { reach, factor, noise: manner.noise.sqrt() }
}

impl Adjustment {
    /// The adjustment in an English sentence.
    pub fn in_words<'a>(&'a self, name: &'a str) -> impl fmt::Display + 'a {
        fmt::from_fn(move |out| {
            let Estimate { value, error } = self.against_colleagues;
            let (much, shared, taken) = (value.abs(), self.shared, self.leaning.value);
            match self.kind {
                Leaning::ReadNothing => write!(out, "{name} read nothing."),
                Leaning::ReadAlone => write!(
                    out,
                    "{name} read nothing that a colleague read too, so whether strict or mild cannot be told."
                ),
                Leaning::LikeOthers => {
                    write!(out, "{name} scores like colleagues on the same files, as far as {shared} of them can tell.")
                }
                Leaning::Higher | Leaning::Lower => {
                    let way = if value > 0.0 { "higher" } else { "lower" };
                    write!(
                        out,
                        "{name} scores {much:.2} {way} than colleagues on the same files (give or take {error:.2}, from \
                         {shared} of them)."
                    )
                }
            }?;
            let taken = format!("{:.2}", taken.abs());
            if taken != "0.00" {
                let way = if self.leaning.value > 0.0 { "taken from" } else { "added to" };
                write!(out, " {taken} is {way} the scores.")?;
            }
            match self.scale.map(|it| (it.reach, it.factor.value)) {
                Some((Reach::Wider, factor)) => {
                    write!(out, " Differences between files appear {factor:.2} times as large; they are made smaller.")
                }
                Some((Reach::Narrower, factor)) => {
                    write!(out, " Differences between files appear {factor:.2} times as large; they are made larger.")
                }
                Some((Reach::LikeOthers, _)) | None => Ok(()),
            }
        })
    }
}
