//! Statements, written once for both engines.

/// A statement of a store. Made by [`sql!`](crate::sql!) alone, so that a test can find and prepare each one.
#[derive(Clone, Copy, Debug)]
pub struct Sql(pub &'static str);

/// A statement that both engines accept: `$1` parameters, `returning`, `on conflict`, CTEs, window functions.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $crate::Sql($text)
    };
}
