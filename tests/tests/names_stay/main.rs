//! Names never change their meaning: whatever is added to a document, wherever, a name that was there means what it meant, or it
//! is gone; and the order of a document means nothing.

mod document;
mod files;
mod growth;
mod kinds;
mod meanings;

use document::Document;
use growth::{Dice, grow, shuffle};
use meanings::{Meanings, meanings};
use std::error::Error;
use std::path::Path;

/// The documents of `cases/ok` that are one file and read without settings.
fn cases() -> Result<Vec<(String, Document)>, Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let mut cases = Vec::new();
    for (path, text) in specwright_tests::foreign::files(Path::new("tests/cases/ok"))? {
        let name = path.to_string_lossy().into_owned();
        let text = String::from_utf8(text)?;
        // Swagger 2.0 has its schemas elsewhere: pointers are those of the document after the upgrade.
        if path.components().count() == 2 && name.ends_with(".yaml") && !text.contains("swagger:") {
            cases.push((name, Document::parse(&text)));
        }
    }
    assert!(cases.len() > 60, "{} documents", cases.len());
    Ok(cases)
}

/// Names that have another meaning now.
fn moved(before: &Meanings, after: &Meanings) -> Vec<String> {
    let both = before
        .iter()
        .filter_map(|(name, meaning)| Some((name, meaning, after.get(name)?)));
    both.filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| format!("{name}: {before} -> {after}"))
        .collect()
}

/// How often each document grows: more for a longer search.
fn rounds(usual: u64) -> u64 {
    let asked = std::env::var("SPECWRIGHT_ROUNDS").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

#[test]
fn growth_moves_no_name() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    let (mut all, mut kept) = (0, 0);
    for (name, document) in cases()? {
        let before = meanings(&document).ok_or("a case generates")?;
        for seed in 0..rounds(12) {
            let (mut grown, mut dice) = (document.clone(), Dice::new(seed));
            let steps: Vec<String> = (0..3).filter_map(|_| grow(&mut grown, &mut dice)).collect();
            // What is added can make a document that means nothing.
            let Some(after) = meanings(&grown) else { continue };
            all += before.len();
            kept += before.keys().filter(|name| after.contains_key(*name)).count();
            let moved = moved(&before, &after);
            if !moved.is_empty() {
                found.push(format!("{name}, seed {seed}: {steps:#?} moved\n{}", moved.join("\n")));
            }
        }
    }
    assert!(found.is_empty(), "{} of:\n{}", found.len(), found.join("\n"));
    // Names are lost where something new claims the same one, and that is rare.
    assert!(all > 10_000 && kept * 100 >= all * 95, "{kept} of {all} names are left");
    Ok(())
}

#[test]
fn the_order_of_a_document_means_nothing() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    for (name, document) in cases()? {
        let before = meanings(&document).ok_or("a case generates")?;
        for seed in 0..rounds(4) {
            let mut turned = document.clone();
            shuffle(&mut turned, &mut Dice::new(seed));
            let after = meanings(&turned).unwrap_or_default();
            let mut moved = moved(&before, &after);
            let lost = before.keys().filter(|name| !after.contains_key(*name));
            moved.extend(lost.map(|name| format!("{name} is gone")));
            if !moved.is_empty() {
                found.push(format!("{name}, seed {seed}:\n{}", moved.join("\n")));
            }
        }
    }
    assert!(found.is_empty(), "{} of:\n{}", found.len(), found.join("\n"));
    Ok(())
}
