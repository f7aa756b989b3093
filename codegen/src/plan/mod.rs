//! Decides, before anything is printed, what the generated crate looks like: every name, every type, every place.
//!
//! A plan is only read by the emitters. It keeps the IR at hand for what needs no decision: prose, limits, wire names.

pub mod names;
pub mod operations;
pub mod package;
pub mod types;

pub use names::modules::{Folder, Module, ModuleId};
pub use operations::bodies::{BodyKind, BodyPlan, BodyVariant};
pub use operations::headers::{HeaderPlan, part_headers};
pub use operations::pages::{NextPlan, PagePlan, Step};
pub use operations::request_ids::RequestIds;
pub use operations::responses::{ResponseBody, ResponseCase, ResponseType, ResponseVariant};
pub use operations::{Argument, ArgumentKind, OperationPlan};
pub use package::Package;
pub use package::examples::{ExampleGroup, Examples};
pub use package::features::{EventsOnly, WEBHOOKS};
pub use types::TypePlan;
pub use types::rust_type::RustType;
pub use types::structs::{FieldPlan, Presence};

use crate::config::{Config, Layout};
use crate::diag::Diagnostics;
use crate::ir::{Api, AssertionId, Owner, Type, TypeId, TypeRef};
use crate::pattern::Pattern;
use indexmap::IndexMap;
use names::{Case as NameCase, Ident, Scope};
use operations::{bodies, headers, pages, request_ids};
use package::{examples, features};
use types::{constraints, patterns, schemas, structs, variants};

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
            Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) | Owner::Event(_) => None,
        }
    }

    /// What a use stands for after all aliases: its type, and the checks of every alias on the way.
    pub fn resolved<'t>(&'t self, ty: &'t TypeRef) -> (&'t Type, Vec<&'t TypeRef>) {
        types::resolved(self.api, ty)
    }
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
    let methods: Vec<names::Claim> = api.operations.iter().map(names::claims::of_operation).collect();
    let owners = names::modules::build(&mut plan, &methods);
    let names = names::types::claim(api, &mut plan.modules, &owners);
    types::place_types(&mut plan, &owners, names);
    let multipart = bodies::multipart_bodies(api);
    structs::plan(&mut plan, &multipart);
    variants::plan(&mut plan);
    constraints::mark(&mut plan);
    plan.assertions = schemas::used(&plan);
    patterns::plan(&mut plan, diags);
    operations::plan(&mut plan, &methods, &owners);
    headers::check_parts(&plan, diags);
    pages::plan(&mut plan, diags);
    plan.request_ids = request_ids::find(&plan);
    plan.tags = package::tag_features(api, config);
    plan.events_only = features::events_only(&plan);
    // One file for a module of somebody else's crate has no tests of its own.
    if config.output.layout == Layout::Crate {
        plan.examples = examples::plan(&plan);
    }
    plan
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
    let claims: Vec<names::Claim> = api.servers.iter().map(names::servers::of_server).collect();
    Scope::new(&[]).claim_each(&claims, NameCase::Variant)
}
