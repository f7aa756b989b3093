//! Imports: several of one module share lines.

use super::flat::{self, Place};
use super::line::{Line, STEP, commas};
use crate::tokens::{Delimiter, TokenTree};

/// `use PATH::{A, B};`
pub(super) fn line(out: &mut String, item: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let line = Line::begin(out, depth);
    let [path @ .., TokenTree::Group(list), TokenTree::Punct(_)] = item else {
        flat::write(out, item, Place::Type)?;
        return line.end_unless_breakable(out, item);
    };
    if list.delimiter() != Delimiter::Brace {
        return None;
    }
    flat::write(out, path, Place::Type)?;
    let mut names = Vec::new();
    for item in commas(list.tokens()) {
        let mut name = String::new();
        flat::write(&mut name, item, Place::Type)?;
        names.push(name);
    }
    match names.as_slice() {
        [] => None,
        // `{self}` is another thing than `self`.
        [only] if only != "self" && !only.starts_with("self as") => {
            out.push_str(only);
            out.push(';');
            let is_path = item.iter().all(|token| !matches!(token, TokenTree::Literal(_)));
            line.fits(out).then_some(()).or(is_path.then_some(()))?;
            out.push('\n');
            Some(())
        }
        names => {
            let open = out.len();
            out.push('{');
            out.push_str(&names.join(", "));
            out.push_str("};");
            if line.fits(out) {
                out.push('\n');
                return Some(());
            }
            out.truncate(open);
            filled(out, line, names, depth);
            Some(())
        }
    }
}

/// As many names on a line as it has room for.
fn filled(out: &mut String, around: Line, names: &[String], depth: usize) {
    out.push('{');
    let mut line = None;
    for (index, name) in names.iter().enumerate() {
        let start = out.len();
        if let Some(line) = &line {
            out.push(' ');
            out.push_str(name);
            // The last comma may be in the margin.
            let fits = |out: &String| Line::fits(line, out);
            let is_last = index + 1 == names.len() && fits(out);
            out.push(',');
            if is_last || fits(out) {
                continue;
            }
            out.truncate(start);
        }
        out.push('\n');
        line = Some(Line::begin(out, depth + STEP));
        out.push_str(name);
        out.push(',');
    }
    out.push('\n');
    around.indent(out);
    out.push_str("};\n");
}
