//! Functions fit on a page.

use crate::rules::{LONG_FUNCTIONS, MAX_FUNCTION};
use crate::tokens::{self, Kind, group};
use crate::{Result, SOURCES, rust_files};

/// A function and its length in lines, from `fn` to its closing brace.
pub struct Function {
    pub name: String,
    pub lines: usize,
}

/// All functions of a file that have a body, without those of its tests and those that it quotes.
pub fn functions(text: &str) -> Vec<Function> {
    let tokens = tokens::read(text);
    let tokens = tokens::own(&tokens);
    let starts = (0..tokens.len()).filter(|at| tokens[*at].is_word("fn"));
    let function = |start: usize| {
        let name = tokens.get(start + 1).filter(|token| token.kind == Kind::Word)?;
        let mut at = start + 2;
        loop {
            let token = tokens.get(at)?;
            match token.kind {
                Kind::Open if token.text == "{" => break,
                Kind::Open => at += group(&tokens[at..]),
                // Without a body, as in a trait.
                Kind::Sign if token.text == ";" => return None,
                Kind::Word | Kind::Sign | Kind::Close | Kind::Literal | Kind::Doc => at += 1,
            }
        }
        let end = tokens.get(at + group(&tokens[at..]) - 1)?;
        Some(Function {
            name: name.text.to_owned(),
            lines: end.line - tokens[start].line + 1,
        })
    };
    starts.filter_map(function).collect()
}

/// The functions of a file that are too long.
pub fn long(name: &str, text: &str) -> Vec<String> {
    let is_allowed = |function: &Function| LONG_FUNCTIONS.iter().any(|(known, _)| *known == function.name);
    let long = functions(text)
        .into_iter()
        .filter(|function| function.lines > MAX_FUNCTION && !is_allowed(function));
    long.map(|function| format!("{name}: `{}` has {} lines", function.name, function.lines))
        .collect()
}

#[test]
fn functions_are_short() -> Result {
    specwright_tests::enter_workspace()?;
    let files = rust_files(SOURCES)?;
    let wrong: Vec<_> = files.iter().flat_map(|(name, text)| long(name, text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (function, _) in LONG_FUNCTIONS {
        let is_long = |(_, text): &(String, String)| {
            functions(text)
                .iter()
                .any(|known| known.name == *function && known.lines > MAX_FUNCTION)
        };
        assert!(files.iter().any(is_long), "`{function}` needs no exception any more");
    }
    Ok(())
}

#[test]
fn functions_are_found_whatever_is_before_fn() {
    let text = "pub(crate) async fn a() {\n}\nconst unsafe extern \"C\" fn b(c: fn() -> [u8; 2])\nwhere\n    D: E,\n{\n}\ntrait F { fn g(); }\nimpl H { pub(super) const fn i() {} }\n";
    let found: Vec<_> = functions(text)
        .into_iter()
        .map(|function| (function.name, function.lines))
        .collect();
    let expected = [("a", 2), ("b", 5), ("i", 1)].map(|(name, lines)| (name.to_owned(), lines));
    assert_eq!(found, expected);
}
