//! Activities and their results in the format of the International Aid Transparency Initiative, version 2.03.
//!
//! Source: the published schemas `iati-activities-schema.xsd` and `iati-common.xsd` of version 2.03, which fix the
//! order of elements, and the standard's rules about percentages, which no schema can hold. Of the standard we write
//! what a programme without money of its own knows: no budgets, transactions or disbursements.

mod activity;
mod check;
mod codes;
mod result;
mod share;
mod words;
mod write;
mod xml;

pub use activity::{Activities, Activity, Contact, Description, Document, Participant, Place, Reporter, Sector};
pub use codes::{
    ActivityScope, ActivityStatus, DateType, DescriptionType, Measure, OrganisationRole, OrganisationType, Relation,
    ResultType,
};
pub use result::{ActivityResult, Baseline, Indicator, Period, Reference, Value};
pub use share::Share;
pub use words::Words;

use crate::Unpublishable;

impl Activities {
    /// The file, or what must be mended before there can be one.
    pub fn to_xml(&self) -> Result<String, Unpublishable> {
        let flaws = self.flaws();
        if flaws.is_empty() { Ok(write::file(self)?) } else { Err(Unpublishable::Flawed(flaws)) }
    }
}

#[cfg(test)]
mod tests;
