//! Decides, before anything is printed, what the generated crate looks like: every name, every type, every place.
//!
//! A plan is made in stages, each of what is before it, and is only read by the emitters. It keeps the IR at hand for what needs no
//! decision: prose, limits, wire names.

mod long_names;
pub mod names;
pub mod operations;
pub mod package;
pub mod types;

pub use names::{Folder, Home, Item, Module, ModuleId, Names, ServerPlan, VariablePlan};
pub use operations::OperationPlan;
pub use operations::arguments::{Argument, ArgumentKind};
pub use operations::bodies::{BodyKind, BodyPlan, BodyVariant};
pub use operations::contents::ResponseBody;
pub use operations::groups::{Group, Groups};
pub use operations::headers::{HeaderPlan, is_free_part, part_encodings, part_headers};
pub use operations::idempotency::KeyForm;
pub use operations::pages::{Held, NextPlan, PagePlan, Step};
pub use operations::polling::PollingPlan;
pub use operations::request_ids::RequestIds;
pub use operations::responses::{
    FailurePlan, FormPlan, FormReader, Meaning, Reading, ResponseCase, ResponseVariant, ResponsesPlan, SuccessPlan,
};
pub use operations::shared::SharedProperty;
pub use package::Package;
pub use package::examples::{ExampleGroup, Examples};
pub use package::features::{EventsOnly, WEBHOOKS};
pub(crate) use package::{RUNTIME_FEATURES, SIGNATURES};
pub use types::rust_type::RustType;
pub use types::structs::{FieldPlan, Presence, RestPlan, StructPlan};
pub use types::variants::{EnumPlan, UnionPlan, VariantPlan};
pub use types::{ShapePlan, TuplePlan, TypePlan, Types};

use crate::arena::Arena;
use crate::config::Config;
use crate::diag::Diagnostics;
use crate::ir::{Api, OperationId, Owner, TypeId};

/// Everything that the emitters need to know.
pub struct Plan<'a> {
    /// The representation that is printed.
    pub api: &'a Api,
    /// What modules, types, operations, credentials and servers are called.
    pub names: Names,
    /// The types.
    pub types: Types<'a>,
    /// Operations, in document order.
    pub operations: Arena<OperationId, OperationPlan>,
    /// The operations, divided into groups.
    pub groups: Groups,
    /// Where the server puts its id of a request.
    pub request_ids: RequestIds,
    /// Where the server says what went wrong: paths of names in the bodies of failures, the most telling first.
    pub messages: Vec<Vec<String>>,
    /// The package around them.
    pub package: Package<'a>,
}

/// What a generated client has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// Operations.
    pub operations: usize,
    /// Named types.
    pub types: usize,
    /// Examples of the document that are tests of the package.
    pub examples: usize,
    /// Examples that contradict their own schema, so that they are not tests.
    pub contradicting_examples: usize,
}

impl Summary {
    /// Title and version.
    pub fn head(&self) -> String {
        let title = Some(self.title.as_str()).filter(|title| !title.is_empty());
        format!("{} {}", title.unwrap_or("untitled"), self.version)
            .trim_end()
            .to_owned()
    }
}

impl<'a> Plan<'a> {
    /// What the client will have.
    pub fn summary(&self) -> Summary {
        Summary {
            title: self.api.info.title.clone(),
            version: self.api.info.version.clone(),
            operations: self.operations.len(),
            types: self.types.iter().count(),
            examples: self.package.examples.len(),
            contradicting_examples: self.package.examples.contradicting,
        }
    }

    /// The plan of a type that is emitted.
    pub fn ty(&self, id: TypeId) -> Option<&TypePlan<'a>> {
        self.types.get(id)
    }

    /// The module of an id.
    pub fn module(&self, id: ModuleId) -> &Module {
        self.names.module(id)
    }

    /// The operation that a module is made for.
    pub fn operation_in(&self, module: ModuleId) -> Option<&OperationPlan> {
        match self.module(module).owner {
            Owner::Operation(id) => self.operations.get(id),
            Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) | Owner::Event(_) => None,
        }
    }
}

/// Makes a plan; `None` if an error was reported.
pub fn plan<'a>(api: &'a Api, config: &Config, diags: &mut Diagnostics) -> Option<Plan<'a>> {
    let names = Names::claim(api);
    let mut types = Types::plan(api, &names, diags);
    types.decorate(config, diags);
    let operations = operations::plan(api, &names, &types, config.join, diags);
    long_names::report(api, &names, &types, &operations, diags);
    let package = package::plan(api, &names, &types, config);
    let groups = Groups::plan(api, &names, config.output.layout, package.tags.is_some());
    diags.gate().ok()?;
    Some(Plan {
        request_ids: operations::request_ids::find(api),
        messages: operations::messages::find(api),
        api,
        names,
        types,
        operations,
        groups,
        package,
    })
}
