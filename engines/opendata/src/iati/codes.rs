//! The code lists of the standard that a programme needs, by name instead of by number.
//!
//! Source: the code lists of IATI 2.03. A list that is too long to name (sectors, regions, document categories) is
//! written as its code.

/// Names the values of a code list, each with its code and its meaning.
macro_rules! codes {
    ($(#[$list:meta])* $name:ident { $($(#[$meaning:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$list])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$meaning])* $value),+
        }

        impl $name {
            /// The code that the standard gives it.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$value => $code),+
                }
            }
        }
    };
}

codes! {
    /// What kind of organisation it is (`OrganisationType`).
    OrganisationType {
        /// A government.
        Government = "10",
        /// A local government.
        LocalGovernment = "11",
        /// Another part of the public sector.
        OtherPublicSector = "15",
        /// An international non-governmental organisation.
        InternationalNgo = "21",
        /// A national non-governmental organisation.
        NationalNgo = "22",
        /// A regional non-governmental organisation.
        RegionalNgo = "23",
        /// A public-private partnership.
        PublicPrivatePartnership = "30",
        /// A multilateral organisation.
        Multilateral = "40",
        /// A foundation.
        Foundation = "60",
        /// The private sector.
        PrivateSector = "70",
        /// A university, school or place of research.
        Academic = "80",
        /// None of the others.
        Other = "90",
    }
}

codes! {
    /// What an organisation does in an activity (`OrganisationRole`).
    OrganisationRole {
        /// It gives the money.
        Funding = "1",
        /// It answers for the activity.
        Accountable = "2",
        /// It hands the money on and oversees.
        Extending = "3",
        /// It carries the activity out.
        Implementing = "4",
    }
}

codes! {
    /// How far an activity has come (`ActivityStatus`).
    ActivityStatus {
        /// Planned.
        Pipeline = "1",
        /// Under way.
        Implementation = "2",
        /// Done, but accounts or evaluation are still open.
        Finalisation = "3",
        /// Done, and all accounts closed.
        Closed = "4",
        /// Called off.
        Cancelled = "5",
        /// Halted for now.
        Suspended = "6",
    }
}

codes! {
    /// What a date of an activity tells (`ActivityDateType`).
    DateType {
        /// When it was to begin.
        PlannedStart = "1",
        /// When it began.
        ActualStart = "2",
        /// When it is to end.
        PlannedEnd = "3",
        /// When it ended.
        ActualEnd = "4",
    }
}

codes! {
    /// What a description is about (`DescriptionType`).
    DescriptionType {
        /// The activity at large.
        General = "1",
        /// What it is to reach.
        Objectives = "2",
        /// Whom it is for.
        TargetGroups = "3",
        /// Something else.
        Other = "4",
    }
}

codes! {
    /// How wide an activity reaches (`ActivityScope`).
    ActivityScope {
        /// The world.
        Global = "1",
        /// One region of the world.
        Regional = "2",
        /// Several countries.
        MultiNational = "3",
        /// One country.
        National = "4",
        /// One place.
        SinglePlace = "8",
    }
}

codes! {
    /// How another activity stands to this one (`RelatedActivityType`).
    Relation {
        /// This one is part of it.
        Parent = "1",
        /// It is part of this one.
        Child = "2",
        /// Both are part of a third.
        Sibling = "3",
        /// Both are paid from the same purse.
        CoFunded = "4",
        /// It is another organisation's report of the same.
        ThirdParty = "5",
    }
}

codes! {
    /// How far from the activity's own hands a result lies (`ResultType`).
    ResultType {
        /// What the activity made or held.
        Output = "1",
        /// What that changed for those who took part.
        Outcome = "2",
        /// What that changed for others, in the long run.
        Impact = "3",
        /// None of these.
        Other = "9",
    }
}

codes! {
    /// What the values of an indicator are (`IndicatorMeasure`).
    Measure {
        /// A number of things or people.
        Unit = "1",
        /// A share out of a hundred.
        Percentage = "2",
        /// A name out of a list.
        Nominal = "3",
        /// A rank.
        Ordinal = "4",
        /// Told in words, in the comments.
        Qualitative = "5",
    }
}

impl Measure {
    /// Whether the values must be numbers.
    pub(super) const fn is_a_number(self) -> bool {
        matches!(self, Self::Unit | Self::Percentage)
    }
}
