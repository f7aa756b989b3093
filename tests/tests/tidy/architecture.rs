//! The tables of ARCHITECTURE.md are those of [`crate::rules`]; with `SPECWRIGHT_UPDATE=1` they are written.

use crate::Result;
use crate::rules::{CRATES, Module};
use std::fs;

const PAGE: &str = "ARCHITECTURE.md";

/// The rows as Markdown; the column of what has no module only where it says something.
fn table(modules: &[Module]) -> String {
    let with_unaware = modules.iter().any(|module| !module.unaware_of.is_empty());
    let mut text = String::from("| module | what it does | imports |");
    text.push_str(if with_unaware { " must not know |\n" } else { "\n" });
    text.push_str(if with_unaware {
        "| --- | --- | --- | --- |\n"
    } else {
        "| --- | --- | --- |\n"
    });
    for module in modules {
        let imports: Vec<_> = module.imports.iter().map(|name| format!("`{name}`")).collect();
        let or_dash = |text: &str| {
            if text.is_empty() {
                "–".to_owned()
            } else {
                text.to_owned()
            }
        };
        text.push_str(&format!(
            "| `{}` | {} | {} |",
            module.name,
            module.does,
            or_dash(&imports.join(", "))
        ));
        if with_unaware {
            text.push_str(&format!(" {} |", or_dash(module.unaware_of)));
        }
        text.push('\n');
    }
    text
}

/// The page with the table behind this comment replaced.
fn with_table(page: &str, marker: &str, table: &str) -> Option<String> {
    let comment = format!("<!-- {marker} -->\n");
    let (before, rest) = page.split_once(&comment)?;
    let after = rest
        .lines()
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.len() + 1)
        .sum::<usize>();
    Some(format!("{before}{comment}{table}{}", rest.get(after..)?))
}

#[test]
fn the_page_has_the_tables_of_the_rules() -> Result {
    specwright_tests::enter_workspace()?;
    let page = fs::read_to_string(PAGE)?;
    let mut expected = page.clone();
    for rules in CRATES {
        let with = with_table(&expected, rules.marker, &table(rules.modules));
        expected = with.ok_or_else(|| format!("{PAGE} has no table <!-- {} -->", rules.marker))?;
    }
    if page != expected && std::env::var_os("SPECWRIGHT_UPDATE").is_some() {
        fs::write(PAGE, &expected)?;
        return Ok(());
    }
    assert!(
        page == expected,
        "{PAGE} has other tables than the rules: SPECWRIGHT_UPDATE=1 writes them"
    );
    Ok(())
}
