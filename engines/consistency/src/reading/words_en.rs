//! English words with a meaning for the finder, folded.

/// Months, whole and short.
pub(crate) const MONTHS: &[(&str, i8)] = &[
    ("january", 1), ("jan", 1), ("february", 2), ("feb", 2), ("march", 3), ("mar", 3), ("april", 4), ("apr", 4),
    ("may", 5), ("june", 6), ("jun", 6), ("july", 7), ("jul", 7), ("august", 8), ("aug", 8), ("september", 9),
    ("sep", 9), ("sept", 9), ("october", 10), ("oct", 10), ("november", 11), ("nov", 11), ("december", 12),
    ("dec", 12),
];

/// Days of the week, whole and short, Monday first.
pub(crate) const WEEKDAYS: &[(&str, i8)] = &[
    ("monday", 1), ("mon", 1), ("tuesday", 2), ("tues", 2), ("tue", 2), ("wednesday", 3), ("wed", 3), ("weds", 3),
    ("thursday", 4), ("thurs", 4), ("thur", 4), ("thu", 4), ("friday", 5), ("fri", 5), ("saturday", 6), ("sat", 6),
    ("sunday", 7), ("sun", 7),
];

/// Number words that add up.
pub(crate) const NUMBERS: &[(&str, i64)] = &[
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
    ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30),
    ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
];

/// What ends a noun phrase.
pub(crate) const ENDERS: &[&str] = &[
    "of", "in", "from", "at", "on", "for", "with", "by", "as", "into", "through", "across", "over", "under", "during",
    "between", "among", "were", "was", "are", "is", "have", "has", "had", "who", "which", "that", "will", "the", "a",
    "an", "this", "these", "those", "its", "their", "our", "joined", "met", "took", "came", "and", "or", "but",
    "not", "each", "every", "per", "than", "to", "so", "while", "when", "where", "after", "before", "since", "until",
];
