//! Every statement of every store, prepared on the engine under test.

use std::path::Path;

use std::fmt::Write as _;

use expect_test::expect_file;
use host::{
    Role,
    testing::{Member, TestApp},
};
use proc_macro2::{TokenStream, TokenTree};

use super::{AFTERWARDS, furnished, gates::filled};
use crate::{assembly, routes};

/// Every `sql!("…")` of the tree, with the file in which it stands.
fn statements() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for folder in ["rooms", "platform/host", "app"] {
        gather(&root.join(folder), &mut found);
    }
    found
}

fn gather(at: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(at).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let tokens: TokenStream = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            in_tokens(tokens, &path.display().to_string(), found);
        }
    }
}

fn in_tokens(tokens: TokenStream, file: &str, found: &mut Vec<(String, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let named = at >= 2
            && matches!(&tokens[at - 2], TokenTree::Ident(it) if it == "sql")
            && matches!(&tokens[at - 1], TokenTree::Punct(it) if it.as_char() == '!');
        match group.stream().into_iter().next() {
            Some(TokenTree::Literal(text)) if named => found.push((file.to_owned(), unquoted(&text.to_string()))),
            _ => in_tokens(group.stream(), file, found),
        }
    }
}

/// The words of a string literal; statements need no escapes beyond quotation marks.
fn unquoted(literal: &str) -> String {
    literal
        .trim_start_matches('"')
        .trim_end_matches('"')
        .replace("\\\"", "\"")
        .replace("\\n", "\n")
        .replace("\\\\", "\\")
}

#[tokio::test]
async fn every_statement_is_understood_by_the_engine() {
    let test = TestApp::start(assembly(), routes(), "2025-10-13T02:00:00Z").await;
    let mut conn = test.app.db.read().await.unwrap();
    let statements = statements();
    assert!(statements.len() > 150, "only {} statements were found", statements.len());
    let of_figures =
        assembly().indicators.statements().into_iter().map(|it| ("an indicator".to_owned(), it.to_owned()));
    let mut wrong = Vec::new();
    for (file, text) in statements.into_iter().chain(of_figures) {
        let elsewhere =
            if conn.is_postgres() { text.contains("/* sqlite */") } else { text.contains("/* postgres */") };
        if !elsewhere && let Err(error) = conn.prepare(&text).await {
            wrong.push(format!("{file}\n{text}\n{error}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How many statements a page takes for whoever asks.
async fn cost(test: &TestApp, who: &Member, path: &str) -> u64 {
    // Once before, so that nothing that is made once for all is counted.
    test.get(who, path).await;
    let before = test.app.db.statements();
    let answer = test.get(who, path).await;
    assert_eq!(answer.status, 200, "{path}");
    test.app.db.statements() - before
}

#[tokio::test]
async fn a_page_takes_as_many_statements_however_long_its_lists_are() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(edition)).await;
    let mut table = String::new();
    for line in routes().lines().iter().filter(|it| it.method == "GET" && it.path.contains("{edition}")) {
        let path = filled(line.path);
        if path.contains("report.pdf") || test.get(&amina, &path).await.status != 200 {
            continue;
        }
        // Every list of the demonstration is long: one statement a row would show as dozens or thousands.
        let _ = writeln!(table, "{:3}  {}", cost(&test, &amina, &path).await, line.path);
    }
    expect_file!["../../golden/statements.txt"].assert_eq(&table);
}
