//! Names in plain letters, as addresses and some lists need them.

/// Writes a Latin text without marks: `Nguyễn` becomes `Nguyen`, `Großmann` becomes `Grossmann`.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        let Some(base) = letter.to_lowercase().next().and_then(base) else {
            plain.push(letter);
            continue;
        };
        if letter.is_uppercase() {
            plain.extend(base.chars().take(1).flat_map(char::to_uppercase));
            plain.extend(base.chars().skip(1));
        } else {
            plain.push_str(base);
        }
    }
    plain
}

/// Keeps only the letters and digits of a text, in lower case.
pub fn squeezed(text: &str) -> String {
    plain(text).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Joins the first words of a text with hyphens: the beginning of a domain.
pub fn slug(text: &str, words: usize) -> String {
    let words: Vec<String> = text.split([' ', '-']).map(squeezed).filter(|word| !word.is_empty()).take(words).collect();
    words.join("-")
}

fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ě' | 'ế' | 'ề' | 'ễ' | 'ệ' | 'ę' => "e",
        'ģ' | 'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ị' | 'ı' | 'i' => "i",
        'ķ' => "k",
        'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ő' | 'ơ' | 'ọ' | 'ố' | 'ồ' | 'ỗ' | 'ờ' | 'ợ' | 'ø' => {
            "o"
        }
        'ř' => "r",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ț' | 'ť' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ů' | 'ư' | 'ủ' | 'ứ' | 'ữ' | 'ű' => "u",
        'ý' | 'ỳ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}
