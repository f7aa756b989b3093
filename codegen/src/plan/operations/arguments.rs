//! The arguments of calls: parameters and bodies.

use super::bodies::BodyPlan;
use super::idempotency::KeyForm;
use crate::ir::{Api, Operation, Param, ParamLocation, Type};
use crate::plan::names::http_words::location_word;
use crate::plan::names::{Case, Claim, Ident, Scope};
use crate::plan::types::rust_type::RustType;
use std::collections::BTreeSet;

/// Required parameters up to this number are arguments; more would be confusing.
const MAX_POSITIONAL: usize = 3;

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

/// What a call has beside the setters for what it takes.
const CALL: &[&str] = &[
    "new",
    "setup",
    "send",
    "with",
    "pages",
    "items",
    "until_done",
    "next_url",
    "call",
    "request",
    "clone",
];

/// The arguments of an operation, and the setters of a call for the credentials that it can use.
pub(super) fn arguments(
    api: &Api,
    operation: &Operation,
    body: Option<&BodyPlan>,
    key_form: Option<KeyForm>,
) -> (Vec<Argument>, Vec<(usize, Ident)>) {
    let params: Vec<usize> = (0..operation.params.len())
        .filter(|&index| {
            !matches!(operation.params[index].ty.ty, Type::Const(_)) || operation.params[index].ty.nullable
        })
        .collect();
    let uses = operation.security.iter().flat_map(|requirement| &requirement.uses);
    let mut schemes: BTreeSet<usize> = uses.map(|scheme| scheme.scheme).collect();
    if operation.any_credential {
        let declared = api
            .schemes
            .iter()
            .enumerate()
            .filter(|(_, scheme)| !scheme.is_parameter);
        schemes.extend(declared.map(|(index, _)| index));
    }
    let mut claimed = claim(api, operation, &params, &schemes).into_iter();
    let credentials: Vec<(usize, Ident)> = schemes.into_iter().zip(claimed.by_ref()).collect();
    let body_name = claimed.next();
    // The client makes a key by itself: who has one of his own sets it.
    let is_made = key_form.is_some_and(|form| form != KeyForm::Unknown);
    let is_key = |param: &Param| {
        is_made && param.location == ParamLocation::Header && operation.idempotency_key.as_ref() == Some(&param.name)
    };
    let required = params.iter().filter(|&&index| {
        let param = &operation.params[index];
        param.required && param.location != ParamLocation::Path && !is_key(param)
    });
    let all_positional = required.count() <= MAX_POSITIONAL;
    let mut arguments: Vec<Argument> = params
        .iter()
        .zip(claimed)
        .map(|(&index, name)| {
            let param = &operation.params[index];
            Argument {
                name,
                kind: ArgumentKind::Param(index),
                ty: RustType::plain(&param.ty),
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
            ty: body.ty.clone(),
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
fn claim(api: &Api, operation: &Operation, params: &[usize], schemes: &BTreeSet<usize>) -> Vec<Ident> {
    let credential = |&index: &usize| {
        let name = api.schemes.get(index).map_or("", |scheme| &scheme.name);
        Claim::new(name).or(&format!("{name} credential"))
    };
    let param = |&index: &usize| {
        let param = &operation.params[index];
        let placed = format!("{} {}", location_word(param.location), param.name);
        Claim::new(&param.name).or(&placed).chosen_by(param.rename.as_deref())
    };
    let body = Claim::new("body").or("request body");
    let claims = schemes
        .iter()
        .map(credential)
        .chain([body])
        .chain(params.iter().map(param));
    Scope::new(CALL).claim_each(&claims.collect::<Vec<_>>(), Case::Field)
}
