//! Putting what the record says in the place of a chapter's words: with one button, never over somebody else's work.

use consistency::{Finding, Proposal, Side, Value};
use host::{Act, Actor, App};
use kernel::Language;
use programme::Here;
use ui::{Reader, form::Filled};

use super::{Home, Mending, Part, prose::Written, record::Known, words};
use crate::document::{
    DocumentRefusal,
    actions::{self, Done},
    fields,
};

/// The words that could be put in their place at once; none where the finding wants thought, or a value stands there.
pub(super) fn of(known: &Known, prose: &[Written], reader: &Reader, finding: &Finding) -> Option<Mending> {
    let Side::Quote(quote) = &finding.first else { return None };
    let written = prose.iter().find(|it| it.passage.place == quote.place)?;
    let Home::Chapter(chapter, language) = &written.home else { return None };
    let speaking = reader.speaking(*language);
    let counted = known.figures.iter().any(|it| it.key() == finding.about);
    let placeholder = || format!("{{{{{}}}}}", finding.about);
    let (words, with) = match &finding.proposal {
        Proposal::Replace { words, with } => {
            let figure = matches!(with, Value::Number(_) | Value::AtLeast(_) | Value::Share { .. });
            (words, if counted && figure { placeholder() } else { words::printed(&speaking, with)? })
        }
        Proposal::AddBase { n: Some(_), of: Some(_) } if counted => (&quote.words, placeholder()),
        _ => return None,
    };
    let long = quote.words.starts_with(words.as_str()).then_some(words.len())?;
    let (part, from, to) = written.origin(quote, long)?;
    let shouted = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
    let with = if shouted && !with.starts_with("{{") { with.to_uppercase() } else { with };
    if part == Part::Title && with.starts_with("{{") {
        return None;
    }
    let (chapter, words) = (chapter.to_string(), words.clone());
    Some(Mending { chapter, language: *language, part, span: (from, to), words, with })
}

/// Takes a mending over, if the chapter still stands as it was when the finding was shown.
pub async fn take_over(app: &App, actor: &Actor, here: &Here, report: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let stale = || Ok(Err(vec![DocumentRefusal::ChangedMeanwhile]));
    let Ok(language) = sent.value("language").parse::<Language>() else { return stale() };
    let chapter = sent.value("chapter");
    let mut conn = app.db.read().await?;
    let (_, was) = actions::chapter::find(&mut conn, here, report, chapter, language).await?;
    drop(conn);
    let (title, text) = (was.title.get(language).unwrap_or_default(), was.text.get(language).unwrap_or_default());
    let of_title = sent.value("part") == "title";
    let Some(mended) = mended(if of_title { title } else { text }, sent) else { return stale() };
    let (title, text) = if of_title { (mended, text.to_owned()) } else { (title.to_owned(), mended) };
    // The chapter's own action looks once more whether anybody was faster.
    let form = Filled::from_pairs(vec![
        ("was".to_owned(), sent.value("was").to_owned()),
        ("title".to_owned(), title),
        ("text".to_owned(), text),
    ]);
    actions::chapter::write(app, actor, here, (report, chapter, language), &form).await
}

/// The text with other words at their place; nothing if the words do not stand there.
fn mended(text: &str, sent: &Filled) -> Option<String> {
    let (from, to): (usize, usize) = (sent.value("from").parse().ok()?, sent.value("to").parse().ok()?);
    (text.get(from..to)? == sent.raw("words")).then(|| format!("{}{}{}", &text[..from], sent.raw("with"), &text[to..]))
}

/// What tells the state of a mending's chapter, for its form.
pub fn digest(chapters: &[crate::document::Chapter], it: &Mending) -> String {
    let chapter = chapters.iter().find(|chapter| chapter.key.as_str() == it.chapter);
    chapter.map(|chapter| fields::chapter_digest(chapter, it.language)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_replaced_where_they_stand_and_nowhere_else() {
        let sent = |from: &str, to: &str| {
            let pairs = [("from", from), ("to", to), ("words", "23 April"), ("with", "15 April")];
            Filled::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
        };
        assert_eq!(mended("From 23 April on.", &sent("5", "13")).as_deref(), Some("From 15 April on."));
        assert_eq!(mended("From the 23 April on.", &sent("5", "13")), None);
        assert_eq!(mended("From", &sent("5", "13")), None);
    }
}
