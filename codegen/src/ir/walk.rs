//! Walks over the uses of types.

use super::Api;
use super::TypeId;
use super::operations::{Event, Operation};
use super::types::{Rest, Shape, Type, TypeRef};

/// The steps of a walk that looks at uses, and of one that changes them: one text, so that both visit the same.
macro_rules! walk {
    ($each_use:ident, $item:ident, $iter:ident $(, $mutable:tt)?) => {
        /// Calls `visit` for every use of a type in a shape.
        pub(crate) fn $each_use<'a>(shape: &'a $($mutable)? Shape, visit: &mut dyn FnMut(&'a $($mutable)? TypeRef)) {
            match shape {
                Shape::Struct(object) => {
                    object.fields.$iter().for_each(|field| visit(&$($mutable)? field.ty));
                    if let Rest::Kept(kept) = &$($mutable)? object.rest {
                        visit(kept);
                    }
                }
                Shape::Union(union) => union.variants.$iter().for_each(|variant| visit(&$($mutable)? variant.ty)),
                Shape::Tuple(tuple) => tuple.elements.$iter().chain(&$($mutable)? tuple.rest).for_each(visit),
                Shape::Alias(target) => visit(target),
                Shape::Enum(_) | Shape::Newtype(_) => {}
            }
        }

        /// The use inside a use: the elements of a list, the values of a map.
        fn $item(ty: &$($mutable)? TypeRef) -> Option<&$($mutable)? TypeRef> {
            match &$($mutable)? ty.ty {
                Type::Array(item) | Type::Map(item) => Some(item),
                Type::Any
                | Type::Null
                | Type::Bool
                | Type::Integer(_)
                | Type::Number(_)
                | Type::String(_)
                | Type::Const(_)
                | Type::Foreign(_)
                | Type::Named { .. } => None,
            }
        }
    };
}

walk!(each_use, item, iter);
walk!(each_use_mut, item_mut, iter_mut, mut);

/// The parts of a use: itself, the elements of a list, the values of a map.
pub(crate) fn parts<'a>(ty: &'a TypeRef, visit: &mut dyn FnMut(&'a TypeRef)) {
    visit(ty);
    if let Some(item) = item(ty) {
        parts(item, visit);
    }
}

/// The named type that a use mentions: itself, or what is in its lists and maps, however deep. There is never more than one.
pub(crate) fn mentioned(ty: &TypeRef) -> Option<TypeId> {
    if let Type::Named { id, .. } = ty.ty {
        return Some(id);
    }
    mentioned(item(ty)?)
}

/// Like [`parts`], to change them.
pub(crate) fn parts_mut(ty: &mut TypeRef, visit: &mut dyn FnMut(&mut TypeRef)) {
    visit(ty);
    if let Some(item) = item_mut(ty) {
        parts_mut(item, visit);
    }
}

/// Calls `visit` for every use of a type in operations, events and examples.
pub(crate) fn each_root_mut(api: &mut Api, visit: &mut dyn FnMut(&mut TypeRef)) {
    each_content_mut(api, visit);
    api.example_tests.iter_mut().for_each(|trial| visit(&mut trial.ty));
}

/// Calls `visit` for every use of a type in operations and events.
pub(crate) fn each_content_mut(api: &mut Api, visit: &mut dyn FnMut(&mut TypeRef)) {
    api.operations
        .iter_mut()
        .for_each(|operation| each_use_of_mut(operation, visit));
    api.events.iter_mut().for_each(|event| each_event_mut(event, visit));
}

/// Calls `visit` for every use of a type in an operation.
pub(crate) fn each_use_of_mut(operation: &mut Operation, visit: &mut dyn FnMut(&mut TypeRef)) {
    operation.params.iter_mut().for_each(|param| visit(&mut param.ty));
    for response in &mut operation.responses {
        response.headers.iter_mut().for_each(|header| visit(&mut header.ty));
    }
    let body = operation.body.iter_mut().flat_map(|body| &mut body.contents);
    let responses = operation
        .responses
        .iter_mut()
        .flat_map(|response| &mut response.contents);
    for content in body.chain(responses) {
        content.ty.iter_mut().for_each(&mut *visit);
        let headers = content.encodings.iter_mut().flat_map(|encoding| &mut encoding.headers);
        headers.for_each(|header| visit(&mut header.ty));
    }
}

/// Calls `visit` for every use of a type in an event.
pub(crate) fn each_event_mut(event: &mut Event, visit: &mut dyn FnMut(&mut TypeRef)) {
    for content in &mut event.contents {
        content.ty.iter_mut().for_each(&mut *visit);
    }
}
