//! Days and instants as plain numbers.

/// The number of a day, counted from 1 January 1970.
pub fn day(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day in writing: `2025-10-23`.
pub fn date(number: i64) -> String {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The second of a UTC wall time, counted from 1970.
pub fn instant(day: i64, hour: i64, minute: i64) -> i64 {
    day * 86_400 + hour * 3_600 + minute * 60
}

/// The instant in writing: `2025-08-31T15:59:00Z`.
pub fn stamp(second: i64) -> String {
    let of_day = second.rem_euclid(86_400);
    let (hour, minute, second_of_minute) = (of_day / 3_600, of_day % 3_600 / 60, of_day % 60);
    format!("{}T{hour:02}:{minute:02}:{second_of_minute:02}Z", date(second.div_euclid(86_400)))
}

/// Reads `2025-10-23`.
pub fn parse_date(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, '-').map(str::parse::<i64>);
    Some(day(parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Reads `15:00` as minutes of the day.
pub fn parse_clock(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    Some(hour.parse::<i64>().ok()? * 60 + minute.parse::<i64>().ok()?)
}
