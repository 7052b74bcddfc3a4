//! A figure put together from others: a sum and difference of keys (`a + b - c`), or a share of one in another (`a / b`).

use super::Value;

/// A formula over the keys of other indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The sum of the terms, each with its sign.
    Sum(Vec<(i64, String)>),
    /// The first as a part of the second.
    Share(String, String),
}

impl Formula {
    /// Reads a formula; `Err` says what in it cannot be read.
    pub fn read(words: &str) -> Result<Self, String> {
        if let Some((part, whole)) = words.split_once('/') {
            return Ok(Self::Share(key(part)?, key(whole)?));
        }
        let mut terms = Vec::new();
        let mut sign = 1;
        let mut expected = true;
        for word in words.split_whitespace() {
            match (word, expected) {
                ("+", false) => (sign, expected) = (1, true),
                ("-", false) => (sign, expected) = (-1, true),
                (_, true) => {
                    terms.push((sign, key(word)?));
                    expected = false;
                }
                (_, false) => return Err(format!("a + or a - is missing before {word}")),
            }
        }
        if expected { Err("a key is missing at the end".to_owned()) } else { Ok(Self::Sum(terms)) }
    }

    /// The keys in it, in its order.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Sum(terms) => terms.iter().map(|(_, key)| key.as_str()).collect(),
            Self::Share(part, whole) => vec![part, whole],
        }
    }

    /// What comes out of the values of its keys, in its order. What is not there yet adds nothing to a sum;
    /// nothing comes out where nothing is there, or where a share has no whole.
    pub fn value(&self, values: &[Option<Value>]) -> Option<Value> {
        match self {
            Self::Sum(terms) => {
                let there = terms.iter().zip(values).filter_map(|((sign, _), it)| it.map(|it| sign * it.number));
                there.reduce(|sum, it| sum + it).map(Value::number)
            }
            Self::Share(..) => match values {
                [Some(part), Some(whole)] if whole.number > 0 => {
                    Some(Value { number: part.number, of: Some(whole.number), asked: None })
                }
                _ => None,
            },
        }
    }
}

fn key(word: &str) -> Result<String, String> {
    let word = word.trim();
    let sound = word.contains('.') && word.chars().all(|it| it.is_ascii_alphanumeric() || ".-".contains(it));
    if sound { Ok(word.to_owned()) } else { Err(format!("“{word}” is no key of an indicator")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_adds_what_is_there() {
        let sum = Formula::read("people.a + webinars.b - speakers.c").unwrap();
        assert_eq!(sum.keys(), ["people.a", "webinars.b", "speakers.c"]);
        let value = |it: i64| Some(Value::number(it));
        assert_eq!(sum.value(&[value(5), value(3), value(2)]), value(6));
        assert_eq!(sum.value(&[value(5), None, value(2)]), value(3));
        assert_eq!(sum.value(&[None, None, None]), None, "nothing is no nought");
    }

    #[test]
    fn a_share_needs_a_whole() {
        let share = Formula::read("summit.people / training.people").unwrap();
        let value = |it: i64| Some(Value::number(it));
        let of = Some(Value { number: 40, of: Some(107), asked: None });
        assert_eq!(share.value(&[value(40), value(107)]), of);
        assert_eq!(share.value(&[value(40), None]), None);
    }

    #[test]
    fn what_is_no_formula_is_said() {
        for wrong in ["", "a.b +", "a.b c.d", "1 + a.b", "drop table"] {
            assert!(Formula::read(wrong).is_err(), "{wrong}");
        }
    }
}
