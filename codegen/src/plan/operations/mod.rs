//! Operations: what a call takes and what it sends.

pub mod bodies;
pub mod headers;
mod page_detection;
pub mod pages;
pub mod request_ids;
pub mod responses;

use crate::ir::{Operation, OperationId, Owner, Param, ParamLocation, Type};
use crate::plan::names::modules::ModuleId;
use crate::plan::names::{Case as NameCase, Claim, Ident, Scope, http_words::location_word, reserved::CLIENT_METHODS};
use crate::plan::{Plan, RustType};
use bodies::{BodyPlan, body_plan, body_type};
use headers::HeaderPlan;
use pages::PagePlan;
use responses::{ResponseCase, ResponseType, outcomes};
use std::collections::{BTreeMap, BTreeSet};

/// Required parameters up to this number are arguments; more would be confusing.
const MAX_POSITIONAL: usize = 3;

/// What a call has beside the setters for what it takes.
const CALL: &[&str] = &[
    "setup", "send", "with", "pages", "items", "next_url", "call", "request", "clone",
];

/// An operation with its names and types.
pub struct OperationPlan {
    /// Which one.
    pub id: OperationId,
    /// The method of the client.
    pub name: Ident,
    /// The module that holds its types and its call.
    pub module: ModuleId,
    /// What the call takes, in order: path parameters, required parameters, the body, and then what is optional.
    pub arguments: Vec<Argument>,
    /// The setters of a call for the credentials that it can use: indexes in [`Api::schemes`](crate::ir::Api::schemes), and names.
    pub credentials: Vec<(usize, Ident)>,
    /// The request body.
    pub body: Option<BodyPlan>,
    /// The documented answers, in the order in which they are looked up.
    pub cases: Vec<ResponseCase>,
    /// What a success is.
    pub success: ResponseType,
    /// What a documented error is.
    pub failure: ResponseType,
    /// The documented headers of its successes.
    pub headers: Vec<HeaderPlan>,
    /// How its result goes on, when it comes in pages.
    pub pages: Option<PagePlan>,
    /// Indexes of its tags in [`Api::tags`].
    pub tags: Vec<usize>,
}

/// Something that a call takes.
pub struct Argument {
    /// Its name in Rust.
    pub name: Ident,
    /// What it is.
    pub kind: ArgumentKind,
    /// Its type, without `Option`.
    pub ty: RustType,
    /// Whether it is an argument of the method rather than a setter of the call.
    pub positional: bool,
    /// Whether it must be given.
    pub required: bool,
}

/// What an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentKind {
    /// The parameter of this index in [`Operation::params`].
    Param(usize),
    /// The request body.
    Body,
}

pub(super) fn plan(plan: &mut Plan<'_>, methods: &[Claim], owners: &BTreeMap<Owner, ModuleId>) {
    let names = Scope::new(CLIENT_METHODS).claim_each(methods, NameCase::Method);
    let mut operations = Vec::new();
    for (index, (operation, name)) in plan.api.operations.iter().zip(names).enumerate() {
        let id = OperationId(index as u32);
        let Some(&module) = owners.get(&Owner::Operation(id)) else {
            continue;
        };
        let body = operation.body.as_ref().and_then(|body| body_plan(plan, body));
        let (success, failure, cases) = outcomes(plan, operation);
        let (arguments, credentials) = arguments(plan, operation, body.as_ref());
        let tags = operation
            .tags
            .iter()
            .filter_map(|tag| plan.api.tags.iter().position(|known| known.name == *tag));
        operations.push(OperationPlan {
            id,
            name,
            module,
            arguments,
            credentials,
            body,
            cases,
            success,
            failure,
            headers: headers::plan(plan, operation),
            pages: None,
            tags: tags.collect(),
        });
    }
    plan.operations = operations;
}

// Arguments.

/// What a call takes, and the setters of its credentials.
fn arguments(plan: &Plan<'_>, operation: &Operation, body: Option<&BodyPlan>) -> (Vec<Argument>, Vec<(usize, Ident)>) {
    let params: Vec<usize> = (0..operation.params.len())
        .filter(|&index| {
            !matches!(operation.params[index].ty.ty, Type::Const(_)) || operation.params[index].ty.nullable
        })
        .collect();
    let uses = operation.security.iter().flat_map(|requirement| &requirement.uses);
    let schemes: BTreeSet<usize> = uses.map(|scheme| scheme.scheme).collect();
    let mut names = call_names(plan, operation, &params, &schemes).into_iter();
    let credentials: Vec<(usize, Ident)> = schemes.into_iter().zip(names.by_ref()).collect();
    let body_name = names.next();
    // The client makes a key by itself: who has one of his own sets it.
    let is_key = |param: &Param| {
        param.location == ParamLocation::Header && operation.idempotency_key.as_ref() == Some(&param.name)
    };
    let required = params.iter().filter(|&&index| {
        let param = &operation.params[index];
        param.required && param.location != ParamLocation::Path && !is_key(param)
    });
    let all_positional = required.count() <= MAX_POSITIONAL;
    let mut arguments: Vec<Argument> = params
        .iter()
        .zip(names)
        .map(|(&index, name)| {
            let param = &operation.params[index];
            Argument {
                name,
                kind: ArgumentKind::Param(index),
                ty: plan.plain_type(&param.ty),
                positional: param.location == ParamLocation::Path
                    || (param.required && all_positional && !is_key(param)),
                required: param.required && !is_key(param),
            }
        })
        .collect();
    if let (Some(body), Some(name)) = (body, body_name) {
        let required = operation.body.as_ref().is_some_and(|body| body.required);
        arguments.push(Argument {
            name,
            kind: ArgumentKind::Body,
            ty: body_type(body),
            positional: required,
            required,
        });
    }
    // Arguments before setters, path parameters first: the order of the template.
    arguments.sort_by_key(|argument| {
        let path = match argument.kind {
            ArgumentKind::Param(index) => operation.params[index].location == ParamLocation::Path,
            ArgumentKind::Body => false,
        };
        (!argument.positional, !path)
    });
    (arguments, credentials)
}

/// The names of what a call has setters for: its credentials, its body, its parameters.
fn call_names(plan: &Plan<'_>, operation: &Operation, params: &[usize], schemes: &BTreeSet<usize>) -> Vec<Ident> {
    let credential = |&index: &usize| {
        let name = plan.api.schemes.get(index).map_or("", |scheme| &scheme.name);
        Claim::new(name).or(&format!("{name} credential"))
    };
    let param = |&index: &usize| {
        let Param {
            name, location, rename, ..
        } = &operation.params[index];
        let placed = format!("{} {name}", location_word(*location));
        Claim::new(name).or(&placed).chosen_by(rename.as_deref())
    };
    let body = Claim::new("body").or("request body");
    let claims = schemes
        .iter()
        .map(credential)
        .chain([body])
        .chain(params.iter().map(param));
    Scope::new(CALL).claim_each(&claims.collect::<Vec<_>>(), NameCase::Field)
}
