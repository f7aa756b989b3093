//! From the document to the intermediate representation: what every construct *means* for a client.
//!
//! Two structs share the work. `Schemas` says what a schema says, and knows nothing of types; `Lower` decides what type
//! it becomes. A schema is first reduced to one set of keywords (`schema/merge`: references with siblings, `allOf`), then classified
//! (`types`); what a Rust type cannot say becomes a check (`constraints`).
//!
//! Types get their ids before their bodies are read (`named` puts them on a work list), so recursion is nothing special.

mod constraints;
mod docs;
mod foreign;
mod media;
mod names;
mod operations;
mod path;
mod schema;
mod select;
mod settings;
mod shared;
mod types;
mod validator;

use crate::config::Config;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{
    Api, AssertionId, Checks, Example, Info, Json, Origin, Owner, Server, ServerVariable, Shape, Tag, Type, TypeDef,
    TypeId, TypePath, TypeRef, Usage,
};
use crate::openapi::document::{self, Document};
use crate::openapi::schema::Schema;
use crate::tree::{NodeId, Pointers, Tree, Value};
use path::Place;
use schema::Schemas;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

pub use media::content_kind;
pub use schema::{Clash, Way};
pub use select::select;
pub use validator::Validator;

/// Lowers a document; `None` if an error was reported.
pub fn lower(document: &Document<'_>, config: &Config, diags: &mut Diagnostics) -> Option<Api> {
    let schemas = Schemas::new(document, document.reader(diags), config.exact);
    let mut lower = Lower::new(schemas, config, document);
    let adopted = lower.schemas.adopted();
    for (name, node) in &document.schemas {
        lower.component(name, *node, &adopted);
    }
    lower.operations(document);
    lower.events(document);
    lower.shared_schemas();
    lower.finish_types();
    lower.finish_docs();
    lower.finish_examples();
    lower.finish_defaults();
    lower.schemas.reader.unused_definitions();
    lower.unmatched_settings();
    names::run(&mut lower.api, config);
    let patterns = std::mem::take(&mut lower.schemas.pattern_nodes);
    let places = patterns
        .into_iter()
        .map(|(pattern, node)| (pattern, lower.origin(node)));
    let patterns = places.collect();
    let api = Api { patterns, ..lower.api };
    diags.gate().ok()?;
    Some(api)
}

/// Keywords, each subschema with its place.
type Merged = schema::Merged<Place>;
type Declared = schema::Declared<Place>;
type Group = schema::Group<Place>;

/// What the types of a document are made of and what was made of them. What schemas say is asked of [`Schemas`].
struct Lower<'t, 'd> {
    schemas: Schemas<'t, 'd>,
    config: &'d Config,
    api: Api,
    /// Types by the schemas that they are made from: one for a schema as written, several for an intersection.
    types: BTreeMap<Vec<NodeId>, TypeRef>,
    /// Operations, responses and other items that inline schemas are grouped under, by node.
    owners: BTreeMap<NodeId, Owner>,
    /// Inline schemas whose bodies are being read, with their types if their bodies met them again.
    open: BTreeMap<NodeId, Option<TypeId>>,
    pointers: RefCell<Pointers>,
    /// Named types whose bodies are still to be read.
    pending: VecDeque<(TypeId, NodeId)>,
    /// The schema that each type is documented by.
    described: BTreeMap<TypeId, NodeId>,
    assertions: BTreeMap<NodeId, AssertionId>,
    pending_assertions: VecDeque<(AssertionId, NodeId)>,
    /// How deep inside choices lowering is.
    depth: usize,
    /// How often the innermost choice is made, because the choices around it have that many alternatives.
    multiplicity: usize,
    /// How many alternatives the choices have that schemas extend.
    extended: usize,
    /// What the mappings of discriminators say, by the first entry of each: the tags of every schema.
    mapped_tags: BTreeMap<NodeId, BTreeMap<NodeId, Vec<Arc<str>>>>,
    /// The security schemes by their names, and by these in lower case: a header parameter is the scheme that is called like it.
    scheme_names: BTreeMap<String, usize>,
    lower_scheme_names: BTreeMap<String, usize>,
    /// How many media types the bodies of this operation may still have.
    media_left: usize,
    /// Examples, with what reads them.
    samples: Vec<operations::Samples>,
    /// Examples that were reported already.
    unreadable: BTreeSet<NodeId>,
    /// Schemas whose own examples are among them.
    sampled: BTreeSet<NodeId>,
    /// Defaults, with the schemas that apply to them.
    defaults: Vec<(Vec<NodeId>, NodeId)>,
    /// Defaults that are among them.
    defaulted: BTreeSet<NodeId>,
}

impl<'t, 'd> Lower<'t, 'd> {
    fn new(schemas: Schemas<'t, 'd>, config: &'d Config, document: &Document<'t>) -> Lower<'t, 'd> {
        let mut lower = Lower {
            schemas,
            config,
            api: Api::default(),
            types: BTreeMap::new(),
            owners: BTreeMap::new(),
            open: BTreeMap::new(),
            pointers: RefCell::default(),
            pending: VecDeque::new(),
            described: BTreeMap::new(),
            assertions: BTreeMap::new(),
            pending_assertions: VecDeque::new(),
            depth: 0,
            multiplicity: 1,
            extended: 0,
            mapped_tags: BTreeMap::new(),
            scheme_names: BTreeMap::new(),
            lower_scheme_names: BTreeMap::new(),
            media_left: 0,
            samples: Vec::new(),
            unreadable: document.unreadable.clone(),
            sampled: BTreeSet::new(),
            defaults: Vec::new(),
            defaulted: BTreeSet::new(),
        };
        lower.schemas.unchecked = lower.unchecked_schemas().into_values().collect();
        lower.api.left_out.clone_from(&document.left_out);
        lower.adopt();
        lower.head(document);
        lower
    }

    /// What the document says about itself: title, tags, servers.
    fn head(&mut self, document: &Document<'_>) {
        let info = &document.info;
        self.api.info = Info {
            title: info.title.clone(),
            version: info.version.clone(),
            summary: info.summary.clone(),
            description: info.description.clone(),
            external_docs: info.external_docs.clone(),
            about: info.about.clone(),
        };
        let tags = document.tags.iter().map(|(name, description)| Tag {
            name: name.to_string(),
            description: description.clone(),
            rename: None,
        });
        self.api.tags = tags.collect();
        self.api.servers = document.servers.iter().map(|server| self.server(server)).collect();
    }

    /// A component gets a type even if nothing uses it: a pass removes what is not reachable.
    fn component(&mut self, name: &Arc<str>, node: NodeId, adopted: &BTreeMap<Arc<str>, Vec<NodeId>>) {
        // What is nothing but a reference can have given its name to what it refers to.
        let others = adopted.get(name).into_iter().flatten();
        match others.copied().find(|&target| target != node) {
            Some(target) => {
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
        if let Some(replacement) = self.replacement(node) {
            self.types.insert(vec![node], replacement.clone());
            return replacement;
        }
        let id = self.define(node, path, Shape::Alias(TypeRef::new(Type::Any)));
        self.pending.push_back((id, node));
        let nullable = self.schemas.is_nullable(node);
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
        let schema = self.schemas.read(node);
        let origin = self.origin(node);
        let rename = self.rename_type(&origin, &path, &schema);
        let docs = self.schema_docs(node);
        let shared = self.shared(node);
        let id = self.api.types.push(TypeDef {
            origin,
            path,
            docs,
            shape,
            checks: Checks::default(),
            usage: Usage::default(),
            rename,
            shared,
            in_long_circle: false,
        });
        self.described.insert(id, node);
        id
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
            pointer: self.pointers.borrow_mut().of(self.schemas.tree(), node).into(),
            span: self.schemas.tree().span(node),
        }
    }

    fn report(&mut self, node: NodeId, problem: Problem) {
        self.schemas.report(node, problem);
    }

    fn report_key(&mut self, object: NodeId, key: &str, problem: Problem) {
        let location = self.schemas.tree().key_location(object, key);
        self.schemas.reader.diags.push(problem, location);
    }

    /// A value of the document: an example of a component is one of each of its uses.
    fn json(&mut self, node: NodeId) -> Json {
        match self.schemas.reader.take_value(node) {
            true => copied(self.schemas.tree(), node),
            false => Json::Null,
        }
    }

    fn examples(&mut self, examples: &[document::Example]) -> Vec<Example> {
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
            rename: None,
            variables: variables.collect(),
            origin: self.origin(server.node),
        }
    }

    /// Any value, checked by the whole schema where it is sent.
    fn any_checked(&mut self, node: NodeId) -> TypeRef {
        TypeRef::checked(Type::Any, self.assertion(node))
    }
}

fn copied(tree: &Tree, node: NodeId) -> Json {
    match tree.value(node) {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(number) => Json::Number(number.as_str().into()),
        Value::String(text) => Json::String(Arc::clone(text)),
        Value::Array(items) => Json::Array(items.iter().map(|&item| copied(tree, item)).collect()),
        Value::Object(entries) => {
            let members = entries
                .iter()
                .map(|entry| (Arc::clone(&entry.key), copied(tree, entry.value)));
            Json::Object(members.collect())
        }
    }
}
