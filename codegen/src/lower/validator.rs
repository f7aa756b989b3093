//! The schemas of a document for programs that have values of their own: what a schema says of them, and whether they are valid.

use super::schema::{Clash, Inner, Schemas, Way};
use crate::diag::Diagnostics;
use crate::openapi::document::Document;
use crate::openapi::schema::{Schema, Types};
use crate::tree::{NodeId, Tree};
use std::rc::Rc;
use std::sync::Arc;

/// Seeds that are tried for a string that matches a pattern.
const SEEDS: u64 = 64;

/// Answers questions about the schemas of one document, each question about a schema once.
pub struct Validator<'t, 'd> {
    schemas: Schemas<'t, 'd>,
}

impl<'t, 'd> Validator<'t, 'd> {
    /// The schemas of a document. What is wrong with them is reported when they are first read.
    pub fn new(document: &Document<'t>, diags: &'d mut Diagnostics) -> Validator<'t, 'd> {
        let schemas = Schemas::new(document, document.reader(diags), false);
        Validator {
            schemas: schemas.overlapping(),
        }
    }

    /// The nodes of the document.
    pub fn tree(&self) -> &'t Tree {
        self.schemas.tree()
    }

    /// The schema at a node.
    pub fn schema(&mut self, node: NodeId) -> Rc<Schema> {
        self.schemas.read(node)
    }

    /// The schema that a `$ref` names; `None` if it leads nowhere.
    pub fn target(&self, reference: NodeId) -> Option<NodeId> {
        self.schemas.reader.refs.resolve(reference).ok()
    }

    /// The schema inside of references and wrappers that add nothing.
    pub fn inner(&mut self, node: NodeId) -> Option<NodeId> {
        self.schemas.unwrap(node).map(Inner::node)
    }

    /// The JSON types that values of a schema can have; empty: any.
    pub fn kinds(&mut self, node: NodeId) -> Types {
        self.schemas.kinds(node)
    }

    /// Whether a schema admits `null` and nothing else.
    pub fn is_null(&mut self, node: NodeId) -> bool {
        self.schemas.is_null(node)
    }

    /// A string that all patterns are found in, and that `fits`: the usual one, or one that is made of the patterns; always the
    /// same. `None` if none was found.
    pub fn matching(&mut self, patterns: &[Arc<str>], usual: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
        let compiled = patterns
            .iter()
            .filter_map(|pattern| crate::pattern::compile(pattern).ok());
        let compiled: Vec<_> = compiled.collect();
        let samples = (0..SEEDS).flat_map(|seed| compiled.iter().map(move |pattern| pattern.sample(seed)));
        // Where only the beginning is asked for, anything may follow.
        let made = samples.flat_map(|sample| [sample.clone() + usual, sample].into_iter().rev());
        let mut texts = std::iter::once(usual.to_owned()).chain(made);
        texts.find(|text| fits(text) && patterns.iter().all(|pattern| self.schemas.matches(pattern, text)))
    }

    /// Whether a value of another tree is valid by a schema (JSON Schema 2020-12). Formats and patterns that need an engine forbid
    /// nothing, and a value may match several schemas of a `oneOf`: few documents keep them apart.
    ///
    /// # Errors
    /// Returns the first contradiction.
    pub fn validate(&mut self, schema: NodeId, values: &Tree, value: NodeId, way: Way) -> Result<(), Clash> {
        self.schemas.evaluate_in(&[schema], values, value, way).map(drop)
    }
}
