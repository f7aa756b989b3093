//! From the document to the intermediate representation: what every construct *means* for a client.
//!
//! Types get their ids before their bodies are read (`named` puts them on a work list), so recursion is nothing special.
//! A schema is first reduced to one set of keywords (`merge`: references with siblings, `allOf`), then classified
//! (`schema`, `scalar`, `object`, `union`); what a Rust type can't say becomes a check (`checks`, `assertion`).

mod constraints;
mod foreign;
mod media;
mod operations;
mod path;
mod schema;
mod settings;
mod types;

use crate::config::Config;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{
    Api, AssertionId, Checks, Docs, Example, Info, Json, Origin, Owner, Server, ServerVariable, Shape, Tag, Type,
    TypeDef, TypeId, TypePath, TypeRef, Usage,
};
use crate::openapi::Reader;
use crate::openapi::document::{self, Document};
use crate::openapi::schema::{Schema, Types};
use crate::tree::{NodeId, Value};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

/// Lowers a document; `None` if an error was reported.
pub fn lower(document: &Document<'_>, config: &Config, diags: &mut Diagnostics) -> Option<Api> {
    let mut lower = Lower::new(document.reader(diags), config, document);
    for (name, node) in &document.schemas {
        lower.component(name, *node);
    }
    lower.operations(document);
    lower.events(document);
    lower.finish_types();
    lower.finish_examples();
    lower.unmatched_settings();
    let api = lower.api;
    diags.gate().ok()?;
    Some(api)
}

/// Everything that lowering keeps in mind.
struct Lower<'t, 'd> {
    reader: Reader<'t, 'd>,
    config: &'d Config,
    api: Api,
    /// Schemas that were read, by node.
    schemas: Vec<Option<Rc<Schema>>>,
    /// Types by the schemas that they are made from: one for a schema as written, several for an intersection.
    types: BTreeMap<Vec<NodeId>, TypeRef>,
    /// The component that a schema node is, by node.
    components: BTreeMap<NodeId, Arc<str>>,
    /// Operations, responses and other items that inline schemas are grouped under, by node.
    owners: BTreeMap<NodeId, Owner>,
    /// The schema that each type is made from, by type.
    nodes: Vec<NodeId>,
    /// Inline schemas whose bodies are being read, with their types if their bodies met them again.
    open: BTreeMap<NodeId, Option<TypeId>>,
    /// Named types whose bodies are still to be read.
    pending: VecDeque<(TypeId, NodeId)>,
    assertions: BTreeMap<NodeId, AssertionId>,
    pending_assertions: VecDeque<(AssertionId, NodeId)>,
    nullable: BTreeMap<NodeId, Option<bool>>,
    kinds: BTreeMap<NodeId, Option<Types>>,
    /// How deep inside choices lowering is.
    depth: usize,
    /// How often the innermost choice is made, because the choices around it have that many members.
    multiplicity: usize,
    /// How many schemas were followed to say what one of them is.
    chain: usize,
    /// Schemas that extend a schema with a discriminator through `allOf`, by that schema.
    heirs: BTreeMap<NodeId, Vec<NodeId>>,
    /// Examples, with what reads them.
    samples: Vec<operations::Samples>,
    /// Schemas whose own examples are among them.
    sampled: BTreeSet<NodeId>,
    patterns: schema::Patterns,
}

impl<'t, 'd> Lower<'t, 'd> {
    fn new(reader: Reader<'t, 'd>, config: &'d Config, document: &Document<'t>) -> Lower<'t, 'd> {
        let tags = document.tags.iter().map(|(name, description)| Tag {
            name: name.to_string(),
            description: description.clone(),
        });
        let info = &document.info;
        let api = Api {
            info: Info {
                title: info.title.clone(),
                version: info.version.clone(),
                summary: info.summary.clone(),
                description: info.description.clone(),
                external_docs: info.external_docs.clone(),
            },
            tags: tags.collect(),
            ..Api::default()
        };
        let schemas = vec![None; reader.tree.len()];
        let mut lower = Lower {
            reader,
            config,
            api,
            schemas,
            types: BTreeMap::new(),
            components: document
                .schemas
                .iter()
                .map(|(name, node)| (*node, Arc::clone(name)))
                .collect(),
            owners: BTreeMap::new(),
            nodes: Vec::new(),
            open: BTreeMap::new(),
            pending: VecDeque::new(),
            assertions: BTreeMap::new(),
            pending_assertions: VecDeque::new(),
            nullable: BTreeMap::new(),
            kinds: BTreeMap::new(),
            depth: 0,
            multiplicity: 1,
            chain: 0,
            heirs: BTreeMap::new(),
            samples: Vec::new(),
            sampled: BTreeSet::new(),
            patterns: schema::Patterns::new(),
        };
        lower.adopt();
        lower.collect_heirs(document);
        lower.api.servers = document.servers.iter().map(|server| lower.server(server)).collect();
        lower
    }

    /// The schema at a node, read once.
    fn read(&mut self, node: NodeId) -> Rc<Schema> {
        if let Some(Some(schema)) = self.schemas.get(node.index()) {
            return Rc::clone(schema);
        }
        let schema = Rc::new(self.reader.schema(node));
        if let Some(slot) = self.schemas.get_mut(node.index()) {
            *slot = Some(Rc::clone(&schema));
        }
        schema
    }

    /// A component gets a type even if nothing uses it: a pass removes what is not reachable.
    fn component(&mut self, name: &Arc<str>, node: NodeId) {
        // What is nothing but a reference can have given its name to what it refers to.
        match self
            .components
            .iter()
            .find(|(target, adopted)| *adopted == name && **target != node)
        {
            Some((&target, _)) => {
                let target = self.use_target(target);
                self.types.insert(vec![node], target);
            }
            None => drop(self.named(node, TypePath::of(Owner::Schema(name.to_string())))),
        }
    }

    /// The type of a schema that has a name of its own. Its body is read later.
    fn named(&mut self, node: NodeId, path: TypePath) -> TypeRef {
        if let Some(known) = self.types.get(&vec![node]) {
            return known.clone();
        }
        if let Some(stand_in) = self.stand_in(node) {
            self.types.insert(vec![node], stand_in.clone());
            return stand_in;
        }
        let id = self.define(node, path, Shape::Alias(TypeRef::new(Type::Any)));
        self.pending.push_back((id, node));
        let nullable = self.is_nullable(node);
        let use_ = TypeRef {
            ty: Type::Named { id, boxed: false },
            nullable,
            checks: Checks::default(),
        };
        self.types.insert(vec![node], use_.clone());
        self.note_own_examples(&[node], &use_);
        use_
    }

    /// Adds a type definition.
    fn define(&mut self, node: NodeId, path: TypePath, shape: Shape) -> TypeId {
        self.nodes.push(node);
        let schema = self.read(node);
        let origin = self.origin(node);
        let rename = self.rename_type(&origin, &path, &schema);
        let docs = self.schema_docs(&schema);
        self.api.types.push(TypeDef {
            origin,
            path,
            docs,
            shape,
            checks: Checks::default(),
            usage: Usage::default(),
            rename,
        })
    }

    fn rename_type(&self, origin: &Origin, path: &TypePath, schema: &Schema) -> Option<String> {
        let renames = &self.config.rename.types;
        let by_name = match &path.owner {
            Owner::Schema(name) if path.steps.is_empty() => renames.get(name),
            Owner::Schema(_) | Owner::Component(..) | Owner::Operation(_) | Owner::Event(_) | Owner::Foreign(_) => None,
        };
        let chosen = renames
            .get(&*origin.pointer)
            .or(by_name)
            .map(|located| located.value.clone());
        chosen.or_else(|| schema.extensions.rust_name.as_deref().map(str::to_owned))
    }

    /// Reads the bodies of all named types, and of the types that this names, until none is left.
    fn finish_types(&mut self) {
        while let Some((id, node)) = self.pending.pop_front() {
            let path = self.api.types[id].path.clone();
            let (shape, checks) = self.body(node, &path);
            let def = &mut self.api.types[id];
            def.shape = shape;
            def.checks = checks;
        }
        self.finish_assertions();
    }

    // Small conversions.

    fn origin(&self, node: NodeId) -> Origin {
        Origin {
            pointer: self.reader.tree.pointer(node).into(),
            span: self.reader.tree.span(node),
        }
    }

    fn report(&mut self, node: NodeId, problem: Problem) {
        self.reader.report(node, problem);
    }

    fn json(&self, node: NodeId) -> Json {
        match self.reader.tree.value(node) {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Number(number) => Json::Number(number.as_str().into()),
            Value::String(text) => Json::String(Arc::clone(text)),
            Value::Array(items) => Json::Array(items.iter().map(|&item| self.json(item)).collect()),
            Value::Object(entries) => {
                let members = entries
                    .iter()
                    .map(|entry| (Arc::clone(&entry.key), self.json(entry.value)));
                Json::Object(members.collect())
            }
        }
    }

    fn schema_docs(&self, schema: &Schema) -> Docs {
        let text = |text: &Option<Arc<str>>| {
            text.as_deref()
                .filter(|text| !text.trim().is_empty())
                .map(str::to_owned)
        };
        let examples = schema.examples.iter().map(|&node| Example {
            name: None,
            summary: None,
            value: self.json(node),
            origin: self.origin(node),
        });
        Docs {
            title: text(&schema.title),
            description: text(&schema.description),
            deprecated: schema.deprecated,
            examples: examples.collect(),
            external_docs: text(&schema.external_docs),
        }
    }

    fn examples(&self, examples: &[document::Example]) -> Vec<Example> {
        let convert = |example: &document::Example| Example {
            name: example.name.as_deref().map(str::to_owned),
            summary: example.summary.clone(),
            value: self.json(example.value),
            origin: self.origin(example.value),
        };
        examples.iter().map(convert).collect()
    }

    fn server(&self, server: &document::Server) -> Server {
        let variables = server.variables.iter().map(|variable| ServerVariable {
            name: variable.name.clone(),
            default: variable.default.clone(),
            values: variable.values.clone(),
            description: variable.description.clone(),
        });
        Server {
            url: server.url.clone(),
            name: server.name.clone(),
            description: server.description.clone(),
            variables: variables.collect(),
            origin: self.origin(server.node),
        }
    }

    /// Any value, checked by the whole schema where it is sent.
    fn any_checked(&mut self, node: NodeId) -> TypeRef {
        TypeRef::checked(Type::Any, self.assertion(node))
    }
}
