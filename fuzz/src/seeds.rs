//! What inputs are made from: the documents, pages, overlays and settings of the test cases, and directories of the user's.

use serde_json::Value;
use specwright::source;
use specwright_tests::mutate::{Random, read};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Longer documents are left out: hundreds of small ones find more in the same time.
const MAX_BYTES: u64 = 1 << 20;

/// Files to begin with, by kind.
#[derive(Debug, Default)]
pub struct Seeds {
    documents: Vec<PathBuf>,
    pages: Vec<PathBuf>,
    overlays: Vec<PathBuf>,
    settings: Vec<PathBuf>,
}

impl Seeds {
    /// The files of the test cases and of these directories, always in the same order.
    ///
    /// # Errors
    /// What the disk says.
    pub fn collect(corpus: &[PathBuf]) -> Result<Seeds, Box<dyn Error>> {
        let mut seeds = Seeds::default();
        let own = ["tests/cases/ok", "tests/cases/bad", "spec"].map(PathBuf::from);
        for directory in own.iter().chain(corpus) {
            let extensions = ["yaml", "yml", "json", "md", "toml"];
            for path in specwright_tests::files_below(directory, &extensions)? {
                seeds.add(path)?;
            }
        }
        Ok(seeds)
    }

    fn add(&mut self, path: PathBuf) -> Result<(), Box<dyn Error>> {
        if fs::metadata(&path)?.len() > MAX_BYTES {
            return Ok(());
        }
        let is_overlay = || source::read(&path).is_ok_and(|text| text.starts_with(b"overlay:"));
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("md") => self.pages.push(path),
            Some("toml") => self.settings.push(path),
            Some("yaml" | "yml") if is_overlay() => self.overlays.push(path),
            Some(_) => self.documents.push(path),
            None => {}
        }
        Ok(())
    }

    /// A document as a tree.
    pub fn document(&self, random: &mut Random) -> Value {
        // Some cases are not documents at all, on purpose.
        let found = (0..20).find_map(|_| {
            let text = fs::read_to_string(random.pick(&self.documents)).ok()?;
            read(&text).filter(Value::is_object)
        });
        found.unwrap_or_default()
    }

    /// The bytes of a document.
    pub fn text(&self, random: &mut Random) -> Vec<u8> {
        bytes(&self.documents, random)
    }

    /// The bytes of a Markdown page.
    pub fn page(&self, random: &mut Random) -> Vec<u8> {
        bytes(&self.pages, random)
    }

    /// The bytes of an overlay.
    pub fn overlay(&self, random: &mut Random) -> Vec<u8> {
        bytes(&self.overlays, random)
    }

    /// The bytes of settings.
    pub fn settings(&self, random: &mut Random) -> Vec<u8> {
        bytes(&self.settings, random)
    }
}

fn bytes(files: &[PathBuf], random: &mut Random) -> Vec<u8> {
    let path = files
        .get(random.below(files.len()))
        .map_or(Path::new(""), PathBuf::as_path);
    source::read(path).unwrap_or_default()
}
