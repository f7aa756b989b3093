//! The names of a whole document: the first stage of a plan. Nothing after it names a module, a type or a method.

use super::claims::of_operation;
use super::modules::{self, Module, ModuleId};
use super::reserved::CLIENT_METHODS;
use super::servers::{self, ServerPlan};
use super::{Case, Claim, Ident, Scope, types};
use crate::arena::Arena;
use crate::ir::{Api, OperationId, Owner, TypeId};

/// What the client builder has beside the setters of credentials, and what a call has beside those of its parameters.
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
    "reading",
    "trusted_server",
    "checks",
    "connections",
    "rebase_next_pages",
    "with_env",
    "new",
    "with",
    "send",
];

/// All names that do not depend on what types are made of.
pub struct Names {
    /// The modules that hold types, in the order they are printed.
    pub modules: Arena<ModuleId, Module>,
    /// Names of types; `None`: nothing reaches it, so nothing is emitted.
    types: Arena<TypeId, Option<Home>>,
    /// Names of operations.
    operations: Arena<OperationId, Home>,
    /// A method name for each of [`Api::schemes`].
    pub schemes: Vec<Ident>,
    /// What each of [`Api::servers`] is.
    pub servers: Vec<ServerPlan>,
}

/// A name and the module where it is.
#[derive(Clone, Debug)]
pub struct Home {
    /// The module.
    pub module: ModuleId,
    /// The type, or the method of the client.
    pub name: Ident,
}

impl Names {
    /// Names everything.
    pub(in crate::plan) fn claim(api: &Api) -> Names {
        let methods: Vec<Claim> = api.operations.iter().map(of_operation).collect();
        let (mut modules, owners) = modules::build(api, &methods);
        let names = types::claim(api, &modules, &owners);
        let mut types: Arena<TypeId, Option<Home>> = Arena::new();
        for ((id, def), name) in api.types.entries().zip(names) {
            let module = owners.get(&def.path.owner).copied();
            let module = module.filter(|_| def.usage.sent || def.usage.received);
            if let Some(module) = module {
                modules[module].types.push(id);
            }
            types.push(module.map(|module| Home { module, name }));
        }
        for module in modules.iter_mut() {
            // The owner's own types first, then what is inside them, each in document order.
            let is_inside = |id: &TypeId| api.types[*id].path.steps.len() > 1;
            module.types.sort_by_key(|id| (is_inside(id), *id));
        }
        let claimed = Scope::new(CLIENT_METHODS).claim_each(&methods, Case::Method);
        let operations = api.operations.ids().zip(claimed).map(|(id, name)| {
            let module = owners[&Owner::Operation(id)];
            Home { module, name }
        });
        Names {
            types,
            operations: operations.collect(),
            modules,
            schemes: scheme_names(api),
            servers: servers::claim(api),
        }
    }

    /// The name of a type that is emitted.
    pub fn ty(&self, id: TypeId) -> Option<&Home> {
        self.types.get(id)?.as_ref()
    }

    /// The name of an operation.
    pub fn operation(&self, id: OperationId) -> &Home {
        &self.operations[id]
    }

    /// The module of an id.
    pub fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id]
    }
}

fn scheme_names(api: &Api) -> Vec<Ident> {
    let raws: Vec<&str> = api.schemes.iter().map(|scheme| scheme.name.as_str()).collect();
    Scope::new(BUILDER).claim_all(&raws, Case::Method)
}
