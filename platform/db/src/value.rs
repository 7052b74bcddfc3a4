//! Values on their way into the database.

use jiff::{Timestamp, civil::Date, civil::Time};
use kernel::Id;
use serde::Serialize;
use uuid::Uuid;

/// What a parameter is, when it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `boolean`
    Bool,
    /// `bigint`
    Int,
    /// `double precision`
    Real,
    /// `text`
    Text,
    /// `{bytes}`
    Bytes,
    /// `{uuid}`
    Uuid,
    /// `{instant}`
    Instant,
    /// `{json}`
    Json,
}

/// A parameter, in the few kinds that both engines share.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, of a kind that PostgreSQL wants to know.
    Null(Kind),
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Real(f64),
    /// Words.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An identity.
    Uuid(Uuid),
    /// A moment, in UTC.
    Instant(Timestamp),
    /// A document.
    Json(serde_json::Value),
}

/// Something that can stand as a parameter.
pub trait AsValue {
    /// The kind of column that it belongs in.
    const KIND: Kind;
    /// The parameter.
    fn value(&self) -> Value;
}

/// A document stored as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Json<T>(pub T);

macro_rules! plain {
    ($($type:ty => $kind:ident |$it:ident| $value:expr;)*) => {$(
        impl AsValue for $type {
            const KIND: Kind = Kind::$kind;
            fn value(&self) -> Value {
                let $it = self;
                Value::$kind($value)
            }
        }
    )*};
}

plain! {
    bool => Bool |it| *it;
    i64 => Int |it| *it;
    f64 => Real |it| *it;
    str => Text |it| it.to_owned();
    String => Text |it| it.clone();
    Vec<u8> => Bytes |it| it.clone();
    [u8] => Bytes |it| it.to_vec();
    Timestamp => Instant |it| *it;
    Date => Text |it| it.to_string();
    Time => Text |it| it.strftime("%H:%M").to_string();
    kernel::Text => Json |it| serde_json::to_value(it).unwrap_or_default();
}

impl<T> AsValue for Id<T> {
    const KIND: Kind = Kind::Uuid;
    fn value(&self) -> Value {
        Value::Uuid(self.uuid())
    }
}

impl<T: Serialize> AsValue for Json<T> {
    const KIND: Kind = Kind::Json;
    fn value(&self) -> Value {
        Value::Json(serde_json::to_value(&self.0).unwrap_or_default())
    }
}

impl<T: crate::AsText> AsValue for T {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl<T: AsValue> AsValue for Option<T> {
    const KIND: Kind = T::KIND;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null(T::KIND), AsValue::value)
    }
}

/// The parameters of one statement: a tuple of references, in the order of `$1`, `$2`, …
pub trait Args {
    /// The parameters in order.
    fn values(self) -> Vec<Value>;
}

impl Args for () {
    fn values(self) -> Vec<Value> {
        Vec::new()
    }
}

impl Args for Vec<Value> {
    fn values(self) -> Vec<Value> {
        self
    }
}

macro_rules! tuples {
    ($($name:ident)+) => {
        impl<$($name: AsValue + ?Sized),+> Args for ($(&$name,)+) {
            #[allow(non_snake_case)]
            fn values(self) -> Vec<Value> {
                let ($($name,)+) = self;
                vec![$($name.value()),+]
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);
tuples!(A B C D E F G H I);
tuples!(A B C D E F G H I J);
tuples!(A B C D E F G H I J K);
tuples!(A B C D E F G H I J K L);
tuples!(A B C D E F G H I J K L M);
tuples!(A B C D E F G H I J K L M N);
tuples!(A B C D E F G H I J K L M N O);
tuples!(A B C D E F G H I J K L M N O P);
tuples!(A B C D E F G H I J K L M N O P Q);
tuples!(A B C D E F G H I J K L M N O P Q R);
tuples!(A B C D E F G H I J K L M N O P Q R S);
tuples!(A B C D E F G H I J K L M N O P Q R S T);
