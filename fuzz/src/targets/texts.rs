//! Bytes: of documents, pages, overlays and settings.

use super::{Verdict, documents};
use specwright::Input;
use specwright::config::{self, Faults, Layout};
use specwright::diag::{Diagnostics, Style};
use specwright::import;
use specwright::overlay;
use specwright::source::SourceMap;
use specwright::tree::Tree;
use specwright_tests::answered;
use specwright_tests::mutate::{Random, change_bytes};
use std::path::Path;

/// What overlays and settings are about.
const BASE: &str = include_str!("base.yaml");

/// Bytes with a few changes.
pub(super) fn make(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    for _ in 0..=random.below(6) {
        change_bytes(&mut bytes, random);
    }
    bytes
}

/// A document gives code or diagnostics.
pub(super) fn check_document(bytes: &[u8]) -> Result<Verdict, String> {
    let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    check(if is_json { "document.json" } else { "document.yaml" }, bytes)
}

/// A page gives code or diagnostics.
pub(super) fn check_page(bytes: &[u8]) -> Result<Verdict, String> {
    check("page.md", bytes)
}

fn check(name: &str, bytes: &[u8]) -> Result<Verdict, String> {
    let text = String::from_utf8_lossy(bytes);
    match answered::holds(name, &text, bytes.len().is_multiple_of(8))? {
        None => Ok(Verdict::Refused),
        Some(files) => documents::parsed(files).map(Verdict::Generated),
    }
}

/// An overlay is applied or refused; what becomes of the document is generated or refused.
pub(super) fn check_overlay(bytes: &[u8]) -> Result<Verdict, String> {
    let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::tolerant());
    let mut read =
        |name: &str, text: &str| import::read_text(&mut tree, &mut sources, Path::new(name), text, &mut problems);
    let document = read("base.yaml", BASE).ok_or("the base is not read")?;
    let Some(overlay) = read("overlay.yaml", &String::from_utf8_lossy(bytes)) else {
        return match problems.is_empty() {
            true => Err("nobody says why the overlay is not read".to_owned()),
            false => Ok(Verdict::Refused),
        };
    };
    overlay::apply(&mut tree, &sources, document, overlay, &mut problems);
    // Every problem can be shown.
    let shown = problems.render(&sources, Style::Plain);
    if problems.gate().is_err() {
        return Ok(Verdict::Refused);
    }
    let text = specwright::tree::print::to_yaml(&tree, document);
    answered::holds("changed.yaml", &text, false).map_err(|wrong| format!("{wrong}\n{shown}"))?;
    Ok(Verdict::Accepted)
}

/// Settings are read or refused, and a client is generated with what was read.
pub(super) fn check_settings(bytes: &[u8]) -> Result<Verdict, String> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let file = sources.add("specwright.toml", None, String::from_utf8_lossy(bytes));
    let mut settings = config::parse(&sources, file, &mut problems);
    let _ = problems.render(&sources, Style::Plain);
    let is_refused = problems.gate().is_err();
    // Files that the settings name are none of the business of a fuzzer.
    settings.document.overlays.clear();
    settings.document.locations.clear();
    settings.document.root = None;
    settings.output.layout = Layout::Crate;
    settings.faults = Faults::Allow;
    let input = Input::Text {
        name: "base.yaml".to_owned(),
        text: BASE.to_owned(),
    };
    let files = answered::holds_with(&input, &settings, BASE.len() + bytes.len(), false)?;
    files.map(documents::parsed).transpose()?;
    Ok(if is_refused {
        Verdict::Refused
    } else {
        Verdict::Accepted
    })
}
