//! Rewrites of the intermediate representation: a short list of small passes, in the order they run.
//!
//! No pass looks at the document or knows Rust; after them the representation is not changed any more.

mod aliases;
mod boxes;
mod constants;
mod direction;

use crate::diag::Diagnostics;
use crate::ir::{Api, Shape, Type, TypeRef};

/// A pass with its name.
pub type Pass = (&'static str, fn(&mut Api, &mut Diagnostics));

/// All passes, in order.
pub const PASSES: &[Pass] = &[
    ("aliases", aliases::run),
    ("constants", constants::run),
    ("direction", direction::run),
    ("boxes", boxes::run),
];

/// Runs all passes.
pub fn run(api: &mut Api, diags: &mut Diagnostics) {
    for (_, pass) in PASSES {
        pass(api, diags);
    }
}

/// Calls `visit` for every use of a type in a shape.
pub(crate) fn each_use<'a>(shape: &'a Shape, visit: &mut dyn FnMut(&'a TypeRef)) {
    match shape {
        Shape::Struct(object) => {
            for field in &object.fields {
                visit(&field.ty);
            }
            if let crate::ir::Rest::Kept(kept) = &object.rest {
                visit(kept);
            }
        }
        Shape::Union(union) => union.members.iter().for_each(|member| visit(&member.ty)),
        Shape::Tuple(tuple) => tuple.elements.iter().chain(&tuple.rest).for_each(visit),
        Shape::Alias(target) => visit(target),
        Shape::Enum(_) | Shape::Newtype(_) => {}
    }
}

/// Like [`each_use`], to change them.
fn each_use_mut(shape: &mut Shape, visit: &mut dyn FnMut(&mut TypeRef)) {
    match shape {
        Shape::Struct(object) => {
            for field in &mut object.fields {
                visit(&mut field.ty);
            }
            if let crate::ir::Rest::Kept(kept) = &mut object.rest {
                visit(kept);
            }
        }
        Shape::Union(union) => union.members.iter_mut().for_each(|member| visit(&mut member.ty)),
        Shape::Tuple(tuple) => tuple.elements.iter_mut().chain(&mut tuple.rest).for_each(visit),
        Shape::Alias(target) => visit(target),
        Shape::Enum(_) | Shape::Newtype(_) => {}
    }
}

/// Calls `visit` for every use of a type in operations, events and examples.
fn each_root_mut(api: &mut Api, visit: &mut dyn FnMut(&mut TypeRef)) {
    for operation in &mut api.operations {
        operation.params.iter_mut().for_each(|param| visit(&mut param.ty));
        for response in &mut operation.responses {
            response.headers.iter_mut().for_each(|header| visit(&mut header.ty));
        }
        let body = operation.body.iter_mut().flat_map(|body| &mut body.contents);
        let answers = operation
            .responses
            .iter_mut()
            .flat_map(|response| &mut response.contents);
        for content in body.chain(answers) {
            content.ty.iter_mut().for_each(&mut *visit);
            let headers = content.encodings.iter_mut().flat_map(|encoding| &mut encoding.headers);
            headers.for_each(|header| visit(&mut header.ty));
        }
    }
    for content in api.events.iter_mut().flat_map(|event| &mut event.contents) {
        content.ty.iter_mut().for_each(&mut *visit);
    }
    api.trials.iter_mut().for_each(|trial| visit(&mut trial.ty));
}

/// The parts of a use: itself, the elements of a list, the values of a map.
pub(crate) fn parts<'a>(ty: &'a TypeRef, visit: &mut dyn FnMut(&'a TypeRef)) {
    visit(ty);
    match &ty.ty {
        Type::Array(item) | Type::Map(item) => parts(item, visit),
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String(_)
        | Type::Const(_)
        | Type::Foreign(_)
        | Type::Named { .. } => {}
    }
}

/// Like [`parts`], to change them.
fn parts_mut(ty: &mut TypeRef, visit: &mut dyn FnMut(&mut TypeRef)) {
    visit(ty);
    match &mut ty.ty {
        Type::Array(item) | Type::Map(item) => parts_mut(item, visit),
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String(_)
        | Type::Const(_)
        | Type::Foreign(_)
        | Type::Named { .. } => {}
    }
}
