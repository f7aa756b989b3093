//! The kinds of inputs: how each is made at random, and what holds for it.

mod documents;
mod grown;
mod names;
mod patterns;
mod responses;
mod sample;
mod texts;

use crate::seeds::Seeds;
use specwright::output::FileSet;
use specwright_tests::mutate::Random;

/// A kind of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Target {
    /// Trees of documents, changed node by node, and grown
    Document,
    /// Documents whose names are hostile
    Names,
    /// Bytes of documents, YAML or JSON
    Text,
    /// Bytes of Markdown pages
    Page,
    /// Bytes of overlays
    Overlay,
    /// Bytes of settings
    Settings,
    /// Responses against generated readers
    Response,
    /// Patterns against an engine
    Pattern,
}

/// Inputs for one process: a fault costs no more than those.
pub const BATCH: usize = 40;

/// What became of an input for which everything holds.
#[derive(Debug)]
pub enum Verdict {
    /// It was refused, with a reason.
    Refused,
    /// It was accepted.
    Accepted,
    /// A client was generated.
    Generated(FileSet),
}

impl Target {
    /// All kinds, the more often the more there is to find.
    pub const ALL: &'static [Target] = &[
        Target::Document,
        Target::Response,
        Target::Names,
        Target::Document,
        Target::Text,
        Target::Pattern,
        Target::Document,
        Target::Response,
        Target::Page,
        Target::Overlay,
        Target::Document,
        Target::Settings,
    ];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Target::Document => "document",
            Target::Names => "names",
            Target::Text => "text",
            Target::Page => "page",
            Target::Overlay => "overlay",
            Target::Settings => "settings",
            Target::Response => "response",
            Target::Pattern => "pattern",
        }
    }

    /// The kind of that word.
    pub fn parse(word: &str) -> Option<Target> {
        Target::ALL.iter().copied().find(|target| target.as_str() == word)
    }

    /// The extension of files of this kind.
    pub fn extension(self) -> &'static str {
        match self {
            Target::Document | Target::Names => "json",
            Target::Text | Target::Overlay => "yaml",
            Target::Page => "md",
            Target::Settings => "toml",
            Target::Response | Target::Pattern => "txt",
        }
    }

    /// How many inputs of this kind a run without `--only` makes before the one of that number.
    fn turn(self, number: u64) -> usize {
        let number = usize::try_from(number).unwrap_or(0);
        let (batch, within) = (number / BATCH, number % BATCH);
        let own = |targets: &[Target]| targets.iter().filter(|target| **target == self).count();
        let before = own(&Self::ALL[..batch % Self::ALL.len()]);
        (batch / Self::ALL.len() * own(Self::ALL) + before) * BATCH + within
    }

    /// The input of a number.
    pub fn make(self, seeds: &Seeds, random: &mut Random, number: u64) -> Vec<u8> {
        let turn = self.turn(number);
        match self {
            Target::Document => documents::make(seeds, random, turn).to_string().into_bytes(),
            Target::Names => documents::of_package(&names::make(seeds, random, turn)),
            Target::Text => texts::make(seeds.text(random), random),
            Target::Page => texts::make(seeds.page(random), random),
            Target::Overlay => texts::make(seeds.overlay(random), random),
            Target::Settings => texts::make(seeds.settings(random), random),
            Target::Response => responses::make(random, turn),
            Target::Pattern => patterns::make(random),
        }
    }

    /// Tries an input.
    ///
    /// # Errors
    /// What should hold and does not.
    pub fn check(self, bytes: &[u8]) -> Result<Verdict, String> {
        match self {
            Target::Document | Target::Names => documents::check(bytes),
            Target::Text => texts::check_document(bytes),
            Target::Page => texts::check_page(bytes),
            Target::Overlay => texts::check_overlay(bytes),
            Target::Settings => texts::check_settings(bytes),
            Target::Response => responses::check(bytes),
            Target::Pattern => patterns::check(bytes),
        }
    }
}
