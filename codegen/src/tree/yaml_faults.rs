//! What to do about text that is not YAML, and where: the parser says what it did not expect, in the words of its grammar.

use crate::diag::Advice;
use granit_parser::ErrorKind;

/// What is probably meant where the parser stops.
pub(super) fn advice(kind: &ErrorKind) -> Advice {
    Advice::new(match kind {
        kind if is_about_tabs(kind) => "indent with spaces: YAML admits no tabs there (YAML 1.2 section 6.1)",
        ErrorKind::MappingValueNotAllowed => {
            "put a string that contains `: ` in quotes; on the line before, write a name with `: ` after it"
        }
        ErrorKind::SimpleKeyExpected => {
            "write `: ` after a name, and indent a string of several lines more than its name"
        }
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            "close what `[` or `{` has opened, and put a string that contains such a character in quotes"
        }
        ErrorKind::UnexpectedCharacter { .. } => "put a string that begins with this character in quotes",
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => {
            "put a string that begins with `*` or `&` in quotes: without them it is the name of an anchor"
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::InvalidIndentation => {
            "indent the line like the others of its object or list"
        }
        ErrorKind::BlockSequenceEntryNotAllowed => "begin a list on a line of its own, or put the string in quotes",
        ErrorKind::UnclosedQuotedScalar => "close the quote",
        ErrorKind::InvalidTrailingSingleQuotedScalar => "write a quote inside of single quotes twice: `'it''s'`",
        ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "write a quote inside of double quotes with a backslash, or use single quotes"
        }
        ErrorKind::UnknownQuotedScalarEscape => "write a backslash in double quotes twice, or use single quotes",
        _ => return Advice::default(),
    })
}

fn is_about_tabs(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
    )
}

/// Where the fault is: of a tab, the tab. The parser names where the string begins that the line would continue, or what is
/// behind the tab.
pub(super) fn place(kind: &ErrorKind, text: &str, at: usize) -> usize {
    let Some(before) = text.get(..at).filter(|_| is_about_tabs(kind)) else {
        return at;
    };
    let mut start = before.rfind('\n').map_or(0, |end| end + 1);
    for line in text[start..].split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indentation].find('\t') {
            return start + tab;
        }
        start += line.len();
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use granit_parser::Parser;

    /// The line and the column that are marked, and the advice.
    fn fault(text: &str) -> Option<(usize, usize, String)> {
        let error = Parser::new_from_str(text).find_map(Result::err)?;
        let at = place(error.kind(), text, error.marker().byte_offset()?);
        let before = text.get(..at)?;
        let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        Some((
            before.matches('\n').count() + 1,
            column + 1,
            advice(error.kind()).to_string(),
        ))
    }

    #[test]
    fn a_tab_is_marked_where_it_is() {
        for (text, line, column) in [
            ("a:\n\tb: c\n", 2, 1),
            ("a:\n  b: c\n\td: e\n", 3, 1),
            ("a:\n  b: \"c\"\n \td: e\n", 3, 2),
            ("a:\n  - b\n\t- c\n", 3, 1),
            ("a: |\n\tb\n", 2, 1),
            ("a: ü\n\n\tb: c\n", 3, 1),
        ] {
            let (at_line, at_column, advice) = fault(text).expect(text);
            assert_eq!((at_line, at_column), (line, column), "{text:?}");
            assert!(advice.contains("tabs"), "{text:?}: {advice}");
        }
    }

    #[test]
    fn each_of_the_usual_slips_has_its_advice() {
        for (text, line, word) in [
            ("a: b: c\n", 1, "contains `: `"),
            ("a: 1\nb\nc: 2\n", 2, "`: ` after"),
            ("a: [b\nc: d\n", 2, "close what"),
            ("a: {b: c\n", 1, "close what"),
            ("a: @b\n", 1, "begins with this character"),
            ("a: `b`\n", 1, "begins with this character"),
            ("a: *b\n", 1, "name of an anchor"),
            ("a:\n   b: c\n  d: e\n", 3, "indent the line"),
            ("a: - b\n", 1, "line of its own"),
            ("a: \"b\nc: d\n", 1, "close the quote"),
            ("a: 'it's'\n", 1, "twice"),
            ("a: \"b\" c\"\n", 1, "backslash"),
            ("a: \"\\d\"\n", 1, "single quotes"),
        ] {
            let (at_line, _, advice) = fault(text).expect(text);
            assert!(advice.contains(word), "{text:?}: {advice}");
            assert_eq!(at_line, line, "{text:?}");
        }
    }
}
