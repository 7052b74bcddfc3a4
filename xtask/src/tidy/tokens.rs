//! Rust as a tree of tokens: enough to see which words stand where, without a grammar.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

/// The tokens of a file; none where it cannot be read, which the compiler says better.
pub(super) fn of(text: &str) -> Vec<TokenTree> {
    text.parse::<TokenStream>().map(|it| it.into_iter().collect()).unwrap_or_default()
}

/// The words of a string literal, with the usual escapes undone.
pub(super) fn words(literal: &Literal) -> Option<String> {
    let shown = literal.to_string();
    if let Some(plain) = shown.strip_prefix('"') {
        return Some(unescaped(plain.strip_suffix('"')?));
    }
    let raw = shown.strip_prefix('r')?.trim_matches('#');
    Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

fn unescaped(shown: &str) -> String {
    let mut out = String::new();
    let mut rest = shown.chars();
    while let Some(next) = rest.next() {
        match (next, next == '\\') {
            (_, true) => match rest.next() {
                Some('u') => {
                    let code: String = rest.by_ref().skip(1).take_while(|it| *it != '}').collect();
                    out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some('n' | 't' | 'r' | '0') => out.push(' '),
                Some(other) => out.push(other),
                None => {}
            },
            (other, false) => out.push(other),
        }
    }
    out
}

/// The word of a token, if it is a string literal.
pub(super) fn text(token: &TokenTree) -> Option<String> {
    if let TokenTree::Literal(literal) = token { words(literal) } else { None }
}

/// Whether a token is this name.
pub(super) fn is_name(token: Option<&TokenTree>, name: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(it)) if it == name)
}

/// Whether a token is this sign.
pub(super) fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == sign)
}

/// The line on which a token stands.
pub(super) fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Visits every list of tokens: the file's own, and that of every group in it. Test modules are left out.
pub(super) fn visit(tokens: &[TokenTree], see: &mut impl FnMut(&[TokenTree])) {
    see(tokens);
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token
            && !is_test_module(tokens, at)
        {
            visit(&inside(group), see);
        }
    }
}

/// What a group holds.
pub(super) fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

/// Whether the group at this place is the body of `#[cfg(test)] mod …`.
fn is_test_module(tokens: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|it| tokens.get(it));
    let marked = |back| matches!(before(back), Some(TokenTree::Group(it)) if it.delimiter() == Delimiter::Bracket && it.stream().to_string().replace(' ', "") == "cfg(test)");
    is_name(before(2), "mod") && marked(3)
}
