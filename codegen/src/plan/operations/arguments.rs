//! The arguments of calls: parameters and bodies.

use super::bodies::BodyPlan;
use crate::ir::{Operation, Param, ParamLocation, Type};
use crate::plan::names::{Case, Ident, Names, Scope};
use crate::plan::types::rust_type::RustType;

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

/// The arguments of an operation.
pub(super) fn arguments(names: &Names, operation: &Operation, body: Option<&BodyPlan>) -> Vec<Argument> {
    let params: Vec<usize> = (0..operation.params.len())
        .filter(|&index| {
            !matches!(operation.params[index].ty.ty, Type::Const(_)) || operation.params[index].ty.nullable
        })
        .collect();
    let schemes: Vec<&str> = names.schemes.iter().map(Ident::as_str).collect();
    let mut reserved = vec![
        "setup", "send", "with", "pages", "items", "next_url", "call", "request", "clone",
    ];
    reserved.extend(schemes);
    let mut scope = Scope::new(&reserved);
    let raws: Vec<&str> = params
        .iter()
        .map(|&index| {
            let param = &operation.params[index];
            param.rename.as_deref().unwrap_or(&param.name)
        })
        .collect();
    let claimed = scope.claim_all(&raws, Case::Field);
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
    if let Some(body) = body {
        let required = operation.body.as_ref().is_some_and(|body| body.required);
        arguments.push(Argument {
            name: scope.claim("body", Case::Field),
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
    arguments
}
