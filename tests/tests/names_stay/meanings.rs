//! What every public name of a client means: the method and path of a function, the place of a type, what a field or a variant
//! is on the wire.

use super::document::Document;
use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::ir::{Api, Enum, Operation, Shape, Type, TypeRef};
use specwright::plan::{ArgumentKind, OperationPlan, Plan, ResponseVariant, RustType, ShapePlan, TypePlan};
use specwright::source::SourceMap;
use specwright::tree::Tree;
use specwright::{import, lower, openapi, pass, plan, upgrade};
use std::collections::BTreeMap;
use std::path::Path;

/// Meanings by names.
pub type Meanings = BTreeMap<String, String>;

/// The names of the client of a document; `None`: the generator refuses it.
pub fn meanings(document: &Document) -> Option<Meanings> {
    let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::tolerant());
    let path = Path::new("document.json");
    let root = import::read_text(&mut tree, &mut sources, path, &document.print(), &mut problems)?;
    upgrade::to_latest(&mut tree, root, &mut problems)?;
    let config = Config::default();
    let read = openapi::read(&tree, root, &mut problems);
    let mut api = lower::lower(&read, &config, &mut problems)?;
    pass::run(&mut api, &config, &mut problems);
    let plan = plan::plan(&api, &config, &mut problems)?;
    let mut found = Found {
        document,
        api: &api,
        names: Meanings::new(),
    };
    for ty in plan.types.iter() {
        found.ty(&plan, ty);
    }
    for operation in plan.operations.iter() {
        found.operation(&plan, operation);
    }
    for (server, name) in api.servers.iter().zip(&plan.names.servers) {
        found.add(format!("Server::{}", name.name), server.url.clone());
    }
    for (scheme, name) in api.schemes.iter().zip(&plan.names.schemes) {
        found.add(format!("Builder.{name}"), scheme.name.clone());
    }
    for (tag, name) in api.tags.iter().zip(plan.package.tags.iter().flatten()) {
        found.add(format!("feature {name}"), tag.name.clone());
    }
    Some(found.names)
}

struct Found<'a> {
    document: &'a Document,
    api: &'a Api,
    names: Meanings,
}

impl Found<'_> {
    fn add(&mut self, name: String, meaning: String) {
        let earlier = self.names.insert(name.clone(), meaning);
        assert!(earlier.is_none(), "{name} is given out twice");
    }

    fn ty(&mut self, plan: &Plan<'_>, ty: &TypePlan<'_>) {
        let module = plan.module(ty.module);
        let path = format!("{}::{}::{}", module.folder.as_str(), module.name, ty.name);
        let place = self.place(&ty.def.origin.pointer);
        self.add(path.clone(), place);
        if ty.def.path.is_schema() {
            let place = self.place(&ty.def.origin.pointer);
            self.add(format!("types::{}", ty.name), place);
        }
        // Other names of an inline type offer what it does.
        let meant = match &ty.shape {
            ShapePlan::Alias(RustType::Named(id)) if !ty.def.path.is_schema() => plan.ty(*id).unwrap_or(ty),
            _ => ty,
        };
        match &meant.shape {
            ShapePlan::Struct(structure) => {
                for field in &structure.fields {
                    self.add(format!("{path}.{}", field.name), field.source.name.clone());
                }
                if let Some(rest) = &structure.rest {
                    self.add(format!("{path}.{}", rest.name), "what is not declared".to_owned());
                }
            }
            ShapePlan::Enum(enumeration) => {
                for (value, name) in enumeration.source.values.iter().zip(&enumeration.variants) {
                    self.add(format!("{path}::{name}"), format!("{:?}", value.value));
                }
            }
            ShapePlan::Union(union) => {
                for (variant, planned) in union.source.variants.iter().zip(&union.variants) {
                    let meaning = self.describe(&variant.ty);
                    self.add(format!("{path}::{}", planned.name), meaning);
                }
            }
            ShapePlan::Newtype(_) | ShapePlan::Tuple(_) | ShapePlan::Alias(_) => {}
        }
    }

    fn operation(&mut self, plan: &Plan<'_>, planned: &OperationPlan) {
        let operation = &self.api.operations[planned.id];
        let meaning = format!("{} {}", operation.method, operation.path);
        let call = planned.name.to_string();
        self.add(format!("Client::{call}"), meaning.clone());
        self.add(format!("operations::{}", plan.module(planned.module).name), meaning);
        for argument in &planned.arguments {
            let meaning = match argument.kind {
                ArgumentKind::Param(index) => {
                    let param = &operation.params[index];
                    format!("{:?} {}", param.location, param.name)
                }
                ArgumentKind::Body => "the body".to_owned(),
            };
            self.add(format!("{call}({})", argument.name), meaning);
        }
        for (index, name) in &planned.credentials {
            let scheme = format!("the credential {}", self.api.schemes[*index].name);
            self.add(format!("{call}({name})"), scheme);
        }
        for header in &planned.headers {
            let (response, index) = header.source;
            let source = &operation.responses[response].headers[index];
            self.add(format!("{call} Headers.{}", header.name), source.name.to_lowercase());
        }
        self.bodies(operation, planned, &call);
    }

    fn bodies(&mut self, operation: &Operation, planned: &OperationPlan, call: &str) {
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let contents: Vec<&str> = contents.map(|content| content.media_type.as_str()).collect();
        let variants = planned.body.iter().flat_map(|body| &body.variants);
        for variant in variants {
            let media_type = contents[variant.content].to_owned();
            self.add(format!("{call} Body::{}", variant.name), media_type);
        }
        let success = planned.responses.success.variants.as_deref().unwrap_or_default();
        for (what, variants) in [("Success", success), ("Failure", &planned.responses.failure.variants)] {
            for variant in variants {
                let meaning = outcome(planned, variant);
                self.add(format!("{call} {what}::{}", variant.name), meaning);
            }
        }
        for shared in &planned.shared {
            self.add(format!("{call} Failure.{}()", shared.name), shared.property.clone());
        }
    }

    /// The node at a pointer, by its number; what an upgrade made is told by its pointer.
    fn place(&self, pointer: &str) -> String {
        let node = self.document.lookup(pointer);
        node.map_or_else(|| pointer.to_owned(), |node| format!("node {}", node.id))
    }

    fn describe(&self, ty: &TypeRef) -> String {
        match &ty.ty {
            Type::Named { id, .. } => {
                let def = &self.api.types[*id];
                match &def.shape {
                    // `{const: a}` alone is a variant of a union, among constants it is a value.
                    Shape::Enum(Enum { values, .. }) if values.len() == 1 => format!("{:?}", values[0].value),
                    _ => self.place(&def.origin.pointer),
                }
            }
            Type::Const(value) => format!("{value:?}"),
            Type::Array(item) => format!("list of {}", self.describe(item)),
            Type::Map(value) => format!("map of {}", self.describe(value)),
            scalar => format!("{scalar:?}"),
        }
    }
}

/// The status and the media type of a response.
fn outcome(operation: &OperationPlan, variant: &ResponseVariant) -> String {
    let mut cases = operation.responses.cases.iter();
    let case = cases.find(|case| case.status == variant.status && case.body == variant.body);
    let media_type = case.map_or("", |case| &case.media_type);
    format!("{:?} {media_type}", variant.status)
}
