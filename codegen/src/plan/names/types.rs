//! What types are called: after the place where their schema is written.
//!
//! A type that is a component has its name. An inline type has the name of its property, in the module of what holds it;
//! the names that it can have, best first, for the schema at
//!
//! | place | names |
//! | --- | --- |
//! | property `status` of the component `Order` | `Status`, `OrderStatus` |
//! | property `mode` inside property `options` of the request of `book` | `OptionsMode`, `RequestOptionsMode`, `BookRequestOptionsMode` |
//! | property `redirect_url` there: several words need no help | `RedirectUrl`, `OptionsRedirectUrl`, … |
//! | property `option` of the component `Order`: there is another `Option` | `OrderOption` |
//! | an item of the list `doc_types` | `DocType`: the singular |
//! | an item of the list `data`: there is no singular | `Data`, `DataItem` |
//! | an item of the component `PetList` | `PetListItem` |
//! | a value of the map `prices` | `PricesValue` |
//! | a member of the union at `from`: an enumeration, an object, one with a title `Range` | `FromValue`, `FromObject`, `FromRange` |
//! | the body of the request, in JSON and as a form | `Request`, `RequestForm` |
//! | the body of a success, and a property inside | `Response`, `ResponseData`; then `CreatedResponse`, `CreatedResponseData` |
//! | the body of an error | `NotFound`, then `NotFoundResponse` |
//!
//! A name that several of a module come to is nobody's. A long name inside a response leaves out what is in the middle of
//! the way, unless it is needed.

use super::claim::Claim;
use super::claims::{of_owner, plain_name};
use super::modules::{Folder, Module, ModuleId};
use super::way::Way;
use super::{Case, Ident, Item, Scope};
use crate::arena::Arena;
use crate::ir::{Api, Owner, TypeId};
use std::collections::BTreeMap;

/// The name of each type that has one already.
type Names = Arena<TypeId, Option<Ident>>;

/// A name for each type, in their order.
pub(in crate::plan) fn claim(
    api: &Api,
    modules: &Arena<ModuleId, Module>,
    owners: &BTreeMap<Owner, ModuleId>,
) -> Vec<Ident> {
    let mut names: Names = api.types.iter().map(|_| None).collect();
    claim_components(api, &mut names);
    let mut by_module: BTreeMap<ModuleId, Vec<TypeId>> = BTreeMap::new();
    for (id, def) in api.types.entries() {
        if let Some(&module) = owners.get(&def.path.owner) {
            by_module.entry(module).or_default().push(id);
        }
    }
    for (module, types) in by_module {
        claim_module(api, &modules[module], &types, &mut names);
    }
    let mut spare = Scope::new(&[]);
    let named = names.into_iter();
    named
        .map(|name| name.unwrap_or_else(|| spare.claim("Type", Case::Type)))
        .collect()
}

/// Types that *are* components share the scope of `types`.
fn claim_components(api: &Api, names: &mut Names) {
    let own: Vec<TypeId> = api.types.ids().filter(|&id| api.types[id].path.is_schema()).collect();
    let claims = own.iter().map(|&id| &api.types[id]);
    let claims: Vec<Claim> = claims
        .map(|def| of_owner(&def.path.owner).chosen_by(def.rename.as_deref()))
        .collect();
    for (id, name) in own.into_iter().zip(Scope::new(&[]).claim_each(&claims, Case::Type)) {
        names[id] = Some(name);
    }
}

/// The other types of a module. The component itself is in it too, under the name it has, and the one it would have alone.
fn claim_module(api: &Api, module: &Module, types: &[TypeId], names: &mut Names) {
    let own = Scope::default().claim(&plain_name(&module.owner), Case::Type);
    let mut reserved: Vec<String> = types
        .iter()
        .filter_map(|&id| names[id].as_ref().map(|name| name.as_str().to_owned()))
        .collect();
    if module.owner.is_schema() {
        reserved.push(own.as_str().to_owned());
    }
    let mut reserved: Vec<&str> = reserved.iter().map(String::as_str).collect();
    if module.folder == Folder::Operations {
        reserved.extend(Item::ALL.map(Item::as_str));
    }
    let open: Vec<TypeId> = types.iter().copied().filter(|&id| names[id].is_none()).collect();
    let claims = open.iter().map(|&id| &api.types[id]);
    let claims: Vec<Claim> = claims
        .map(|def| Way::to(api, def).claim().chosen_by(def.rename.as_deref()))
        .collect();
    for (id, name) in open
        .into_iter()
        .zip(Scope::new(&reserved).claim_each(&claims, Case::Type))
    {
        names[id] = Some(name);
    }
}
