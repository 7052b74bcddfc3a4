//! Identities that cannot be confused with one another.

use std::{fmt, hash::Hash, hash::Hasher, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The identity of one `T`: a UUID that knows what it identifies.
pub struct Id<T>(Uuid, PhantomData<fn() -> T>);

/// The namespace under which named identities are made; fixed for ever.
const NAMESPACE: Uuid = Uuid::from_u128(0x8d5e_6c3a_2b1f_4f7a_9c0d_1e2f_3a4b_5c6d);

impl<T> Id<T> {
    /// A new identity that sorts by the time at which it was made (UUID version 7).
    pub fn new() -> Self {
        Self(Uuid::now_v7(), PhantomData)
    }

    /// The identity that these names always give (UUID version 5): importing twice meets the same rows.
    pub fn named(names: &[&str]) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, names.join("\u{1f}").as_bytes()), PhantomData)
    }

    /// The same UUID, read as the identity of something else that shares it.
    pub fn cast<U>(self) -> Id<U> {
        Id(self.0, PhantomData)
    }

    /// The bare UUID, for the database.
    pub fn uuid(self) -> Uuid {
        self.0
    }
}

impl<T> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = uuid::Error;

    fn from_str(input: &str) -> Result<Self, uuid::Error> {
        Ok(Self(Uuid::parse_str(input)?, PhantomData))
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Uuid::deserialize(deserializer)?, PhantomData))
    }
}
