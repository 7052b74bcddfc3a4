//! French words with a meaning for the finder, folded.

/// Months, whole and short.
pub(crate) const MONTHS: &[(&str, i8)] = &[
    ("janvier", 1), ("janv", 1), ("fevrier", 2), ("fevr", 2), ("fev", 2), ("mars", 3), ("avril", 4), ("avr", 4),
    ("mai", 5), ("juin", 6), ("juillet", 7), ("juil", 7), ("aout", 8), ("septembre", 9), ("sept", 9),
    ("octobre", 10), ("oct", 10), ("novembre", 11), ("nov", 11), ("decembre", 12), ("dec", 12),
];

/// Days of the week, whole and short, Monday first.
pub(crate) const WEEKDAYS: &[(&str, i8)] = &[
    ("lundi", 1), ("lun", 1), ("mardi", 2), ("mar", 2), ("mercredi", 3), ("mer", 3), ("jeudi", 4), ("jeu", 4),
    ("vendredi", 5), ("ven", 5), ("samedi", 6), ("sam", 6), ("dimanche", 7), ("dim", 7),
];

/// Number words that add up; seventy and ninety are made of the ones before them.
pub(crate) const NUMBERS: &[(&str, i64)] = &[
    ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8), ("neuf", 9),
    ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16),
    ("vingt", 20), ("vingts", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60),
    ("septante", 70), ("huitante", 80), ("nonante", 90),
];

/// What ends a noun phrase.
pub(crate) const ENDERS: &[&str] = &[
    "de", "du", "des", "d", "en", "dans", "a", "au", "aux", "sur", "pour", "par", "avec", "sous", "entre", "parmi",
    "ont", "sont", "est", "etaient", "etait", "furent", "qui", "que", "dont", "ou", "et", "mais", "le", "la", "les",
    "un", "une", "ce", "cette", "ces", "leur", "leurs", "se", "s", "plus", "lors", "chaque", "venus", "venues",
    "issus", "issues", "y",
];
