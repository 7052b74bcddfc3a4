//! Asking for many addresses and being a good guest: four at once, one at a time of each host, and not for ever.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{
    sync::{Mutex, Semaphore},
    task::JoinSet,
};
use url::Url;

use super::{
    answer::{Answer, Outcome, Why},
    asking::Asking,
};

/// How many servers are asked at once.
const AT_ONCE: usize = 4;

/// From how many hosts on it is our own network if none of them can be reached.
const NOBODY: usize = 3;

/// Asks for each address, in no order; what could not begin within the time is left out.
pub(super) async fn ask_all(asking: &Asking, addresses: &[String], time: Duration) -> Vec<(String, Answer)> {
    let until = Instant::now() + time;
    let (asking, places) = (Arc::new(asking.clone()), Arc::new(Semaphore::new(AT_ONCE)));
    let mut hosts: HashMap<String, Arc<Mutex<()>>> = HashMap::new();
    let mut questions = JoinSet::new();
    for address in addresses {
        let turn = hosts.entry(host(address)).or_default().clone();
        let (address, asking, places) = (address.clone(), asking.clone(), places.clone());
        questions.spawn(async move {
            let _turn = turn.lock().await;
            let _place = places.acquire().await.ok()?;
            if Instant::now() >= until {
                return None;
            }
            let answer = asking.ask(&address).await;
            Some((address, answer))
        });
    }
    let mut answers: Vec<(String, Answer)> = Vec::new();
    while let Some(answered) = questions.join_next().await {
        answers.extend(answered.ok().flatten());
    }
    if is_our_own_network(&answers) {
        for (_, answer) in answers.iter_mut().filter(|(_, it)| it.outcome == Outcome::NoSuchName) {
            *answer = Answer::unknown(Why::Offline);
        }
    }
    answers
}

fn host(address: &str) -> String {
    Url::parse(address).ok().and_then(|it| it.host_str().map(ToOwned::to_owned)).unwrap_or_default()
}

/// Where nobody answers, nobody is to blame.
fn is_our_own_network(answers: &[(String, Answer)]) -> bool {
    let hosts: BTreeSet<String> = answers.iter().map(|(address, _)| host(address)).collect();
    hosts.len() >= NOBODY && !answers.iter().any(|(_, it)| it.reached())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_reaches_nobody_blames_no_link() {
        let lost = |host: &str| (format!("https://{host}/"), Answer::no_such_name());
        assert!(is_our_own_network(&[lost("one.example"), lost("two.example"), lost("three.example")]));
        assert!(!is_our_own_network(&[lost("one.example"), lost("two.example")]), "two may well be gone");
        let one_answers = ("https://four.example/".to_owned(), Answer::of_status(503, None));
        assert!(!is_our_own_network(&[lost("one.example"), lost("two.example"), lost("three.example"), one_answers]));
    }
}
