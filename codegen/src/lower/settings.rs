//! Settings that name a part of the document must match one: otherwise the document has changed under them.

use super::{Lower, names};
use crate::config::Located;
use crate::diag::{Hint, Location, Problem};
use crate::ir::{Operation, Owner, Shape};
use crate::tree::NodeId;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

impl Lower<'_, '_> {
    /// Reports every setting that matches nothing.
    pub(super) fn unmatched_settings(&mut self) {
        let config = self.config;
        let rename = &config.rename;
        self.unmatched("rename.types", &rename.types, |lower| lower.type_keys());
        self.unmatched("types", &config.types, |lower| {
            let keys = config.types.keys().filter(|key| lower.is_schema(key));
            keys.cloned().collect()
        });
        self.unmatched("derive", &config.derives.types, |lower| lower.type_keys());
        self.unmatched("attributes", &config.attributes.types, |lower| lower.type_keys());
        self.unmatched("checks.off", &config.unchecked, |lower| {
            lower.unchecked_schemas().into_keys().collect()
        });
        self.unmatched("rename.operations", &rename.operations, |lower| lower.operation_keys());
        self.unmatched("pagination", &config.pagination, |lower| lower.operation_keys());
        self.unmatched("retry", &config.retry, |lower| lower.operation_keys());
        self.unmatched("rename.variants", &rename.variants, |lower| {
            lower.api.types.iter().flat_map(names::variant_keys).collect()
        });
        self.unmatched("rename.modules", &rename.modules, |lower| {
            let owners = lower.api.types.iter().map(|def| &def.path.owner);
            owners.flat_map(names::module_keys).collect()
        });
        self.unmatched("rename.tags", &rename.tags, |lower| {
            lower.api.tags.iter().map(|tag| tag.name.clone()).collect()
        });
        self.unmatched("rename.servers", &rename.servers, |lower| {
            lower.api.servers.iter().map(|server| server.url.clone()).collect()
        });
        self.unmatched("types.formats", &config.types_of_formats, |lower| {
            lower.schemas.formats()
        });
        self.unmatched("types.files", &config.types_of_files, |lower| lower.shared_files());
        self.unmatched("rename.fields", &rename.fields, |lower| lower.field_keys());
        self.ambiguous_names();
    }

    /// `known` is what the settings of a section can name; it is not asked for where there are none.
    fn unmatched<T>(
        &mut self,
        section: &str,
        settings: &IndexMap<String, Located<T>>,
        known: impl FnOnce(&mut Self) -> BTreeSet<String>,
    ) {
        if settings.is_empty() {
            return;
        }
        let known = known(self);
        for (key, setting) in settings {
            if !known.contains(key) && !self.is_left_out(key) {
                let problem = Problem::UnmatchedSetting {
                    key: format!("{section}.{key}"),
                    hint: Hint::new(key, known.iter().map(String::as_str)),
                };
                let location = setting.span.map_or_else(Location::default, Location::from);
                self.schemas.reader.diags.push(problem, location);
            }
        }
    }

    /// Whether a setting waits for an operation that is left out: for itself, its tag, or a place in it.
    fn is_left_out(&self, key: &str) -> bool {
        let left_out = &self.api.left_out;
        let is_inside = |place: &String| key.strip_prefix(&**place).is_some_and(|rest| rest.starts_with('/'));
        left_out.contains(key) || (key.starts_with('#') && left_out.iter().any(is_inside))
    }

    /// A name for an operation by an `operationId` that several have is that of none.
    fn ambiguous_names(&mut self) {
        for (key, setting) in &self.config.rename.operations {
            let bearers = self
                .api
                .operations
                .iter()
                .filter(|operation| operation.id.as_ref() == Some(key));
            let places: Vec<String> = bearers.map(Operation::place).collect();
            if places.len() > 1 {
                let problem = Problem::AmbiguousSetting {
                    key: format!("rename.operations.{key}"),
                    places: places.join(", "),
                };
                self.schemas.reader.diags.push(problem, setting.location());
            }
        }
    }

    /// Whether a component has this name, or something is at this JSON pointer.
    fn is_schema(&self, key: &str) -> bool {
        self.schema_named(key).is_some()
    }

    /// The component of this name, or what is at this JSON pointer.
    fn schema_named(&self, key: &str) -> Option<NodeId> {
        let tree = self.schemas.tree();
        // The first file is the document.
        let root = tree.roots().first().map(|(_, root)| *root);
        match key.strip_prefix('#') {
            Some(pointer) => tree.lookup(root?, pointer),
            None => {
                let mut components = self.schemas.components.iter();
                components.find(|(_, name)| ***name == *key).map(|(node, _)| *node)
            }
        }
    }

    /// The schemas whose constraints the settings turn off, by what the settings call them; only those that have any.
    pub(super) fn unchecked_schemas(&mut self) -> BTreeMap<String, NodeId> {
        let mut found = BTreeMap::new();
        for key in self.config.unchecked.keys() {
            let Some(node) = self.schema_named(key) else { continue };
            let schema = self.schemas.read(node);
            let is_limited = !schema.constraints.is_empty() || schema.format.as_deref() == Some("uri");
            if is_limited || self.schemas.is_special(&schema) {
                found.insert(key.clone(), node);
            }
        }
        found
    }

    fn type_keys(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for def in &self.api.types {
            keys.insert(def.origin.pointer.to_string());
            if let (Owner::Schema(name), []) = (&def.path.owner, def.path.steps.as_slice()) {
                keys.insert(name.clone());
            }
        }
        keys
    }

    fn operation_keys(&self) -> BTreeSet<String> {
        let operations = self.api.operations.iter();
        let keys = operations.flat_map(|operation| operation.id.clone().into_iter().chain([operation.place()]));
        keys.collect()
    }

    fn field_keys(&self) -> BTreeSet<String> {
        let fields = self.api.types.iter().flat_map(|def| match &def.shape {
            Shape::Struct(object) => object.fields.as_slice(),
            Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => &[],
        });
        let params = self.api.operations.iter().flat_map(|operation| &operation.params);
        let origins = fields
            .map(|field| &field.origin)
            .chain(params.map(|param| &param.origin));
        origins.map(|origin| origin.pointer.to_string()).collect()
    }
}
