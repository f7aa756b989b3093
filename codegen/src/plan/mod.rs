//! Decides, before anything is printed, what the generated crate looks like: every name, every type, every place.
//!
//! A plan is only read by the emitters. It keeps the IR at hand for what needs no decision: prose, limits, wire names.

mod answers;
mod assertions;
mod checks;
mod examples;
mod gates;
mod headers;
mod modules;
pub mod names;
mod operations;
pub mod package;
mod page_detection;
mod pages;
mod patterns;
mod request_ids;
mod structs;
mod type_names;
mod types;
mod unions;
mod validation;

pub use answers::{Answer, Case, Outcome, OutcomeVariant};
pub use examples::{ExampleGroup, Examples};
pub use gates::{EventsOnly, WEBHOOKS};
pub use headers::{HeaderPlan, part_headers};
pub use modules::{Module, ModuleId, Place};
pub use operations::{Argument, ArgumentKind, BodyPlan, BodyVariant, Entity, OperationPlan};
pub use package::Package;
pub use pages::{NextPlan, PagePlan, Step};
pub use request_ids::RequestIds;
pub use structs::{FieldPlan, Member};
pub use types::RustType;

use crate::config::{Config, Layout};
use crate::diag::Diagnostics;
use crate::ir::{Api, AssertionId, Owner, Shape, Type, TypeId, TypeRef, Usage};
use crate::pattern::Pattern;
use indexmap::IndexMap;
use names::{Case as NameCase, Ident, Scope};
use std::collections::BTreeMap;

/// Everything that the emitters need to know.
pub struct Plan<'a> {
    /// The representation that is printed.
    pub api: &'a Api,
    /// What the manifest says.
    pub package: Package,
    /// The modules that hold types, in the order they are printed.
    pub modules: Vec<Module>,
    /// Types by [`TypeId`]; `None`: nothing reaches it, so nothing is emitted.
    pub types: Vec<Option<TypePlan>>,
    /// Operations, in document order.
    pub operations: Vec<OperationPlan>,
    /// A method name for each of [`Api::schemes`].
    pub schemes: Vec<Ident>,
    /// A variant name for each of [`Api::servers`].
    pub servers: Vec<Ident>,
    /// A cargo feature for each of [`Api::tags`], if tags are features.
    pub tags: Option<Vec<Ident>>,
    /// What only webhooks and callbacks use, if that has a cargo feature.
    pub events_only: EventsOnly,
    /// Where the server puts its id of a request.
    pub request_ids: RequestIds,
    /// The examples of the document that are tests.
    pub examples: Examples<'a>,
    /// The assertions that emitted code uses, in order.
    pub assertions: Vec<AssertionId>,
    /// The patterns that emitted code matches, each with the name of its function.
    pub patterns: IndexMap<&'a str, (Ident, Pattern)>,
}

/// A type definition with its names.
pub struct TypePlan {
    /// Where it stands.
    pub module: ModuleId,
    /// What it is called.
    pub name: Ident,
    /// Its members, if it is a struct, in document order.
    pub fields: Vec<FieldPlan>,
    /// The field for members that are not declared, if it keeps them.
    pub rest: Option<(Ident, RustType)>,
    /// Variants, if it is an enumeration or a union, in the order of values or members.
    pub variants: Vec<Ident>,
    /// The types of the variants of a union, or of the elements of a tuple; `None`: the variant holds nothing.
    pub payloads: Vec<Option<RustType>>,
    /// What an alias stands for.
    pub target: Option<RustType>,
    /// Which way it travels.
    pub usage: Usage,
    /// Whether there is anything to check before it is sent.
    pub validated: bool,
    /// Whether it is the body of a multipart request, so that its files are parts.
    pub multipart: bool,
    /// Whether its constructor takes a struct with all required members, because a list of arguments would be confusing.
    pub required_struct: Option<Ident>,
}

impl Plan<'_> {
    /// The plan of a type that is emitted.
    pub fn ty(&self, id: TypeId) -> Option<&TypePlan> {
        self.types.get(id.index()).and_then(Option::as_ref)
    }

    /// The module of an id.
    pub fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.index()]
    }

    /// The operation that a module is made for.
    pub fn operation_in(&self, module: ModuleId) -> Option<&OperationPlan> {
        match self.module(module).owner {
            Owner::Operation(id) => self.operations.iter().find(|operation| operation.id == id),
            Owner::Schema(_) | Owner::Component(..) | Owner::Event(_) => None,
        }
    }

    /// What a use stands for after all aliases: its type, and the checks of every alias on the way.
    pub fn resolved<'t>(&'t self, ty: &'t TypeRef) -> (&'t Type, Vec<&'t TypeRef>) {
        resolved(self.api, ty)
    }
}

/// What a use stands for after all aliases: its type, and the uses on the way.
fn resolved<'a>(api: &'a Api, ty: &'a TypeRef) -> (&'a Type, Vec<&'a TypeRef>) {
    let mut passed = vec![ty];
    let mut current = ty;
    // A pass has broken cycles of aliases; the bound only guards the loop.
    for _ in 0..256 {
        let Type::Named { id, .. } = current.ty else { break };
        let Some(Shape::Alias(target)) = api.types.get(id.index()).map(|def| &def.shape) else {
            break;
        };
        passed.push(target);
        current = target;
    }
    (&current.ty, passed)
}

/// Makes a plan.
pub fn plan<'a>(api: &'a Api, config: &Config, diags: &mut Diagnostics) -> Plan<'a> {
    let mut plan = Plan {
        api,
        package: package::package(api, config),
        modules: Vec::new(),
        types: api.types.iter().map(|_| None).collect(),
        operations: Vec::new(),
        schemes: scheme_names(api),
        servers: server_names(api),
        tags: None,
        events_only: EventsOnly::default(),
        request_ids: RequestIds::default(),
        examples: Examples::default(),
        assertions: Vec::new(),
        patterns: IndexMap::new(),
    };
    let methods = operations::method_names(api);
    let owners = modules::build(&mut plan, &methods);
    let names = type_names::claim(api, &mut plan.modules, &owners);
    place_types(&mut plan, &owners, names);
    let multipart = operations::multipart_bodies(api);
    structs::plan(&mut plan, &multipart);
    unions::plan(&mut plan);
    validation::mark(&mut plan);
    plan.assertions = assertions::used(&plan);
    patterns::plan(&mut plan, diags);
    operations::plan(&mut plan, methods, &owners);
    headers::check_parts(&plan, diags);
    pages::plan(&mut plan, diags);
    plan.request_ids = request_ids::find(&plan);
    plan.tags = package::tag_features(api, config);
    plan.events_only = gates::events_only(&plan);
    // One file for a module of somebody else's crate has no tests of its own.
    if config.output.layout == Layout::Crate {
        plan.examples = examples::plan(&plan);
    }
    plan
}

fn place_types(plan: &mut Plan<'_>, owners: &BTreeMap<Owner, ModuleId>, names: Vec<Ident>) {
    for (index, (def, name)) in plan.api.types.iter().zip(names).enumerate() {
        let Some(&module) = owners.get(&def.path.owner) else {
            continue;
        };
        if !def.usage.sent && !def.usage.received {
            continue;
        }
        plan.modules[module.index()].types.push(TypeId(index as u32));
        plan.types[index] = Some(TypePlan {
            module,
            name,
            fields: Vec::new(),
            rest: None,
            variants: Vec::new(),
            payloads: Vec::new(),
            target: None,
            usage: def.usage,
            validated: false,
            multipart: false,
            required_struct: None,
        });
    }
    for module in &mut plan.modules {
        let api = plan.api;
        // The owner's own types first, then what is inside them, each in document order.
        module
            .types
            .sort_by_key(|id| (api.types[id.index()].path.steps.len() > 1, *id));
    }
}

fn scheme_names(api: &Api) -> Vec<Ident> {
    const BUILDER: &[&str] = &[
        "server",
        "base_url",
        "build",
        "transport",
        "wrap_calls",
        "retry",
        "timeouts",
        "user_agent",
        "header",
        "max_body",
        "new",
        "with",
        "send",
    ];
    let mut scope = Scope::new(BUILDER);
    let raws: Vec<&str> = api.schemes.iter().map(|scheme| scheme.name.as_str()).collect();
    scope.claim_all(&raws, NameCase::Method)
}

fn server_names(api: &Api) -> Vec<Ident> {
    let raws: Vec<String> = api
        .servers
        .iter()
        .enumerate()
        .map(|(index, server)| {
            let described = server
                .description
                .as_deref()
                .filter(|text| text.split_whitespace().count() <= 3);
            let named = server
                .name
                .as_deref()
                .or(described)
                .filter(|text| text.chars().any(char::is_alphanumeric));
            match named {
                Some(name) => {
                    let words: Vec<&str> = name
                        .split_whitespace()
                        .filter(|word| !word.eq_ignore_ascii_case("server"))
                        .collect();
                    if words.is_empty() {
                        name.to_owned()
                    } else {
                        words.join(" ")
                    }
                }
                None if index == 0 => "Default".to_owned(),
                None => format!("Server {}", index + 1),
            }
        })
        .collect();
    Scope::new(&[]).claim_all(&raws, NameCase::Variant)
}
